"""Records of Amazon Route 53 hosted zones, and what of the account's they lead to.

A record leads to a load balancer, a distribution, a bucket's website or an elastic address. Only
the bucket is named as such; the others are looked up among what the account has, so a record of
which nothing is found leads elsewhere, or nowhere. The address or the name that it leads to is an
end of its own, where whatever cloud has it meets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws import hosts
from ingest.aws.route53_zone import zone_arn
from ingest.internet.host_name import host_ref
from ingest.internet.public_address import address_refs
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.cloudfront_distribution import AwsCloudfrontDistribution
    from ingest.aws.ec2_elastic_address import AwsElasticAddress
    from ingest.aws.elbv2_load_balancer import AwsLoadBalancer
    from ingest.aws.route53_zone import AwsRoute53Zone
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.internet.host_name import HostName
    from ingest.internet.public_address import PublicAddress

LIST = "route53:ListResourceRecordSets"
DISTRIBUTIONS = "cloudfront:ListDistributions"
ADDRESSES = "ec2:DescribeAddresses"
ADDRESSES_IN = "Addresses in "
ESCAPED = re.compile(r"\\(\d{3})")
ADDRESSED = frozenset({"A", "AAAA"})
ROUTING = ("Weight", "Region", "GeoLocation", "Failover", "MultiValueAnswer", "CidrRoutingConfig")


class AwsRoute53Record(
    Resource,
    service="route53",
    lists=("route53:ListHostedZones", LIST, "ec2:DescribeRegions"),
    is_global=True,
):
    """A record of a hosted zone: what a name resolves to."""

    arn: str = key(
        "`{ARN of the zone}/{type}/{name}`, with `/{set identifier}` where several share the name: "
        "AWS gives records no ARN."
    )
    zone: Ref[AwsRoute53Zone] = edge("HAS_RECORD", "The zone it is in.", direction="in")
    type: str = prop("`A`, `AAAA`, `CNAME`, `MX`, `NS`, `TXT`, ...", indexed=True)
    ttl_seconds: int | None = prop("How long it may be remembered; null for an alias.")
    values: list[str] = prop("What it resolves to; none for an alias.")
    target: str | None = prop(
        "The host name that it is an alias or another name of, null where it is neither.",
        indexed=True,
    )
    is_alias: bool = prop("Route 53 itself looks up what it stands for.")
    set_identifier: str | None = prop("What tells it from others of its name; null without such.")
    is_one_of_several: bool = prop("Which record of its name is given is chosen each time.")
    bucket_name: str | None = prop("Name of the S3 bucket that it leads to, or null.")
    buckets: list[Ref[AwsS3Bucket]] = edge("RESOLVES_TO", "The S3 bucket that it leads to.")
    balancers: list[Ref[AwsLoadBalancer]] = edge(
        "RESOLVES_TO", "Load balancer of the account that it leads to.", reads=hosts.BALANCERS
    )
    distributions: list[Ref[AwsCloudfrontDistribution]] = edge(
        "RESOLVES_TO", "Distribution of the account that it leads to.", reads=DISTRIBUTIONS
    )
    addresses: list[Ref[AwsElasticAddress]] = edge(
        "RESOLVES_TO", "Elastic addresses of the account that it leads to.", reads=ADDRESSES
    )
    public_addresses: list[Ref[PublicAddress]] = edge(
        "POINTS_TO", "Addresses of the internet that it leads to."
    )
    host_name: Ref[HostName] | None = edge("POINTS_TO", "The host name that it leads to.")
    health_check: Ref[Resource] | None = edge(
        "CHECKED_BY", "The health check without which it is not given."
    )


def _target(record: Json) -> str | None:
    """Return the host name that a record stands for."""
    found = dig(record, "AliasTarget.DNSName")
    if found is None and record.get("Type") == "CNAME":
        found = next(iter(_values(record)), None)
    return str(found).lower().rstrip(".") if found else None


def _targets(record: Json) -> list[str]:
    return list(filter(None, [_target(record)]))


def _values(record: Json) -> list[str]:
    return [str(entry["Value"]) for entry in record.get("ResourceRecords") or []]


RECORDS = Part("Records", "list_resource_record_sets", LIST, {"HostedZoneId": "Id"},
               pages="ResourceRecordSets")  # fmt: skip
BALANCER_PART = Part(
    "Balancers", "describe_load_balancers", hosts.BALANCERS, {},
    service="elbv2", pages="LoadBalancers", shared=True,
    region=lambda record: hosts.balancer_region(_target(record) or "") or "",
    when=lambda record: bool(hosts.balancer_region(_target(record) or "")),
)  # fmt: skip
DISTRIBUTION_PART = Part(
    "Distributions", "list_distributions", DISTRIBUTIONS, {},
    service="cloudfront", pages="DistributionList.Items", shared=True,
    when=lambda record: hosts.is_distribution(_target(record) or ""),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRoute53Record]:
    """Yield the records of the account's hosted zones."""
    regions = (r["RegionName"] for r in aws.pages("describe_regions", "Regions", service="ec2"))
    parts = (BALANCER_PART, DISTRIBUTION_PART, *map(_addresses_in, regions))
    return aws.records(read, _records(aws), parts)


def read(aws: Aws, item: Item) -> AwsRoute53Record:
    """Make the record of one record."""
    name, target, bucket = _name(item["Name"]), _target(item.body), _bucket_name(item.body)
    zone, chosen = zone_arn(aws, item["Zone"]), item.get("SetIdentifier")
    check = item.get("HealthCheckId")
    below = f"{item['Type']}/{name}" + (f"/{chosen}" if chosen else "")
    return AwsRoute53Record(
        arn=f"{zone}/{below}",
        name=name,
        created_at=None,
        raw=hosts.own_raw(item, "Balancers", "Distributions", ADDRESSES_IN),
        zone=Ref(zone),
        type=item["Type"],
        ttl_seconds=item.get("TTL"),
        values=_values(item.body),
        target=target,
        is_alias=item.get("AliasTarget") is not None,
        set_identifier=chosen,
        is_one_of_several=any(item.get(routing) is not None for routing in ROUTING),
        bucket_name=bucket,
        buckets=[hosts.bucket_ref(aws, bucket)] if bucket else [],
        balancers=hosts.lookup(item, "Balancers").read(
            lambda b: hosts.named(b, _targets(item.body), "DNSName", "LoadBalancerArn")
        ),
        distributions=hosts.lookup(item, "Distributions").read(
            lambda d: hosts.named(d, _targets(item.body), "DomainName", "ARN")
        ),
        addresses=hosts.lookup(item, ADDRESSES_IN).read(
            lambda a: list(_addresses(aws, item.body, a))
        ),
        public_addresses=address_refs(_values(item.body) if item["Type"] in ADDRESSED else ()),
        host_name=host_ref(target),
        health_check=(
            Ref(aws.arn("route53", f"healthcheck/{check}", region="", account=""))
            if check
            else None
        ),
    )


def _records(aws: Aws) -> Iterator[Json]:
    zones = aws.pages("list_hosted_zones", "HostedZones")
    for zone, record in aws.each(zones, RECORDS):
        yield {**record, "Zone": zone["Id"].rpartition("/")[2]}


def _addresses_in(region: str) -> Part:
    return Part(
        f"{ADDRESSES_IN}{region}", "describe_addresses", ADDRESSES, {},
        service="ec2", pages="Addresses", shared=True, region=lambda _: region,
        when=lambda record: record.get("Type") == "A" and bool(_values(record)),
    )  # fmt: skip


def _addresses(aws: Aws, record: Json, listed: Json) -> Iterator[Ref[AwsElasticAddress]]:
    """Yield the elastic addresses of a record, each of the region that it was found in."""
    values = set(_values(record))
    for region, addresses in listed.items():
        for address in addresses:
            if address.get("PublicIp") in values and address.get("AllocationId"):
                yield Ref(aws.arn("ec2", f"elastic-ip/{address['AllocationId']}", region=region))


def _bucket_name(record: Json) -> str | None:
    """Return the bucket's name: it is part of the target's, or the record's own."""
    target, name = _target(record), _name(record["Name"])
    if target is None or not hosts.is_website_of_region(target):
        return hosts.bucket_of(target or "")
    return None if "*" in name else name


def _name(escaped: str) -> str:
    """Return a name as people write it; the API gives odd characters by their octal number."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 8)), escaped).rstrip(".") or "."
