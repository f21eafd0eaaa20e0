"""Amazon CloudFront distributions: how viewers reach them, and where they fetch from.

Requests are logged in three ways, by the distribution itself, in real time for one of its
behaviours, or by a delivery of CloudWatch Logs; any of them counts. Left out: cache policies,
headers, and the tenants of a distribution that many share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws import hosts
from ingest.aws.origins import (
    behaviors,
    clear_text_origins,
    functions,
    log_sources,
    old_tls_origins,
    open_bucket_origins,
    origins,
    server_functions,
)
from ingest.aws.tagged import tags_of
from ingest.internet.host_name import host_refs
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.acm_certificate import AwsAcmCertificate
    from ingest.aws.client import Aws
    from ingest.aws.elbv2_load_balancer import AwsLoadBalancer
    from ingest.aws.lambda_function import AwsLambdaFunction
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.internet.host_name import HostName

CONFIG = "cloudfront:GetDistributionConfig"
SOURCES = "logs:DescribeDeliverySources"
HEADERS = "Origins.Items.*.CustomHeaders.Items.*.HeaderValue"


class AwsCloudfrontDistribution(
    Resource,
    service="cloudfront",
    lists="cloudfront:ListDistributions",
    is_global=True,
    redact=(HEADERS, f"Config.DistributionConfig.{HEADERS}"),
):
    """An Amazon CloudFront distribution."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `E...`.", indexed=True)
    domain: str | None = prop("The host name that CloudFront gave it.", indexed=True)
    aliases: list[str] = prop("Host names of one's own that it answers to.")
    is_enabled: bool = prop("It answers requests.")
    is_staging: bool = prop("It is there to try a change out.")
    price_class: str | None = prop("`PriceClass_All`, ...: where it answers from.")
    http_version: str | None = prop("Newest version of HTTP: `http2`, `http2and3`, ...")
    viewer_protocol_policies: list[str] = prop(
        "What its behaviours do with plain HTTP: `allow-all`, `redirect-to-https`, `https-only`."
    )
    minimum_tls: str | None = prop("Oldest TLS that viewers may speak: `TLSv1.2_2021`, ...")
    has_own_certificate: bool = prop("It shows a certificate of its own, not CloudFront's.")
    tls_support: str | None = prop("`sni-only`, `vip`: by an address of its own, or null.")
    origin_domains: list[str] = prop("Host names that it fetches from.")
    clear_text_origins: list[str] = prop("Host names that it may fetch from over plain HTTP.")
    old_tls_origins: list[str] = prop("Host names that it may speak TLS before 1.2 with.")
    open_bucket_origins: list[str] = prop(
        "Buckets that it fetches from without showing who it is, so that they let in everyone."
    )
    has_failover: bool = prop("Behind one of its origins stands another.")
    geo_restriction: str | None = prop("`whitelist` or `blacklist` of countries, or `none`.")
    default_root_object: str | None = prop("What is given for `/`; null: whatever.", reads=CONFIG)
    is_logged_to_bucket: bool = prop("It writes requests to a bucket.", reads=CONFIG)
    is_logged_in_real_time: bool = prop("A behaviour sends requests to a stream at once.")
    is_logged_by_delivery: bool = prop("CloudWatch Logs delivers its requests.", reads=SOURCES)
    log_bucket: Ref[AwsS3Bucket] | None = edge(
        "LOGS_TO", "Bucket that it writes requests to.", reads=CONFIG
    )
    log_streams: list[Ref[Resource]] = edge(
        "LOGS_TO", "Configurations of real-time logs that it sends requests by."
    )
    host_names: list[Ref[HostName]] = edge("HAS_HOST_NAME", "Host names that it answers to.")
    certificate: Ref[AwsAcmCertificate] | None = edge(
        "USES_CERTIFICATE", "The certificate it shows, where AWS Certificate Manager keeps it."
    )
    web_acl: Ref[Resource] | None = edge("PROTECTED_BY", "The web ACL that filters requests.")
    origin_buckets: list[Ref[AwsS3Bucket]] = edge("HAS_ORIGIN", "Buckets that it fetches from.")
    origin_balancers: list[Ref[AwsLoadBalancer]] = edge(
        "HAS_ORIGIN", "Load balancers of the account that it fetches from.", reads=hosts.BALANCERS
    )
    functions: list[Ref[AwsLambdaFunction]] = edge(
        "INVOKES", "Lambda functions that change requests or answers."
    )
    edge_functions: list[Ref[Resource]] = edge(
        "INVOKES", "CloudFront's own functions that change requests or answers."
    )
    tags: dict[str, str] = tags(reads="cloudfront:ListTagsForResource")


DELIVERIES = "LogSources"
PARTS = (
    Part("Config", "get_distribution_config", CONFIG, {"Id": "Id"}),
    Part(
        "Tagging", "list_tags_for_resource", "cloudfront:ListTagsForResource", {"Resource": "ARN"}
    ),
    Part(
        DELIVERIES, "describe_delivery_sources", SOURCES, {},
        service="logs", pages="deliverySources", shared=True,
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsCloudfrontDistribution]:
    """Yield the account's distributions."""
    listed = list(aws.pages("list_distributions", "DistributionList.Items"))
    regions = {hosts.balancer_region(host) for entry in listed for host in origins(entry)}
    balancers = (hosts.balancers_in(r, origins) for r in sorted(filter(None, regions)))
    return aws.records(read, listed, (*PARTS, *balancers))


def read(aws: Aws, item: Item) -> AwsCloudfrontDistribution:
    """Make the record of one distribution."""
    config, domains, shown = item.part("Config"), origins(item.body), "ViewerCertificate"
    certificate, web_acl = item.get(f"{shown}.ACMCertificateArn"), item.get("WebACLId")
    streams = {
        b["RealtimeLogConfigArn"] for b in behaviors(item.body) if b.get("RealtimeLogConfigArn")
    }
    return AwsCloudfrontDistribution(
        arn=item["ARN"],
        name=item["Id"],
        created_at=None,
        raw=hosts.own_raw(item, "Balancers", DELIVERIES),
        id=item["Id"],
        domain=item.get("DomainName"),
        aliases=sorted(item.get("Aliases.Items", [])),
        host_names=host_refs([item.get("DomainName"), *item.get("Aliases.Items", [])]),
        is_enabled=item["Enabled"],
        is_staging=item.get("Staging", default=False),
        price_class=item.get("PriceClass"),
        http_version=item.get("HttpVersion"),
        viewer_protocol_policies=sorted({b["ViewerProtocolPolicy"] for b in behaviors(item.body)}),
        minimum_tls=item.get(f"{shown}.MinimumProtocolVersion"),
        has_own_certificate=not item[shown].get("CloudFrontDefaultCertificate", False),
        tls_support=item.get(f"{shown}.SSLSupportMethod"),
        origin_domains=domains,
        clear_text_origins=clear_text_origins(item.body),
        old_tls_origins=old_tls_origins(item.body),
        open_bucket_origins=open_bucket_origins(item.body),
        has_failover=item.get("OriginGroups.Quantity", default=0) > 0,
        geo_restriction=item.get("Restrictions.GeoRestriction.RestrictionType"),
        default_root_object=config.read(
            lambda c: c["DistributionConfig"].get("DefaultRootObject") or None
        ),
        is_logged_to_bucket=config.read(lambda c: bool(_log_bucket(c))),
        is_logged_in_real_time=bool(streams),
        is_logged_by_delivery=item.part(DELIVERIES).read(lambda s: item["ARN"] in log_sources(s)),
        log_bucket=config.read(
            lambda c: hosts.bucket_ref(aws, bucket) if (bucket := _log_bucket(c)) else None
        ),
        log_streams=[Ref(arn) for arn in sorted(streams)],
        certificate=Ref(certificate) if certificate else None,
        web_acl=Ref(_web_acl(aws, web_acl)) if web_acl else None,
        origin_buckets=[
            hosts.bucket_ref(aws, name) for host in domains if (name := hosts.bucket_of(host))
        ],
        origin_balancers=hosts.lookup(item, "Balancers").read(
            lambda found: hosts.named(found, domains, "DNSName", "LoadBalancerArn")
        ),
        functions=[Ref(arn) for arn in functions(item.body)],
        edge_functions=[Ref(arn) for arn in server_functions(item.body)],
        tags=item.part("Tagging").read(lambda t: tags_of(dig(t, "Tags.Items"))),
    )


def _log_bucket(answer: Json) -> str | None:
    """Return the bucket's name, which is told as a host name."""
    logging = dig(answer, "DistributionConfig.Logging", {})  # absent where it can't log itself
    return hosts.bucket_of(logging.get("Bucket") or "") if logging.get("Enabled") else None


def _web_acl(aws: Aws, named: str) -> str:
    """Return the ARN of a web ACL: the first WAF's go by id."""
    return named if named.startswith("arn:") else aws.arn("waf", f"webacl/{named}", region="")
