"""Application, network and gateway load balancers.

Classic Load Balancers are another service to AWS, and a type of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.elbv2 import TAGS, attributes, tagging, tags_in
from ingest.internet.host_name import host_ref
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_elastic_address import AwsElasticAddress
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.internet.host_name import HostName

ATTRIBUTES = "elasticloadbalancing:DescribeLoadBalancerAttributes"


class AwsLoadBalancer(
    Resource, service="elbv2", lists="elasticloadbalancing:DescribeLoadBalancers"
):
    """An Elastic Load Balancer: application, network or gateway."""

    arn: str = key("Amazon Resource Name.")
    type: str = prop("`application`, `network` or `gateway`.")
    is_internet_facing: bool = prop("Its name resolves to public addresses.")
    dns_name: str | None = prop("Its host name.", indexed=True)
    state: str | None = prop("`active`, `provisioning`, `active_impaired` or `failed`.")
    ip_address_type: str | None = prop("`ipv4`, `dualstack`, ...")
    is_deletion_protected: bool = prop("It can't be deleted by mistake.", reads=ATTRIBUTES)
    drops_invalid_headers: bool | None = prop(
        "HTTP headers that are not valid are dropped; null where `type` is not `application`.",
        reads=ATTRIBUTES,
    )
    desync_mitigation: str | None = prop(
        "How ambiguous HTTP requests are met: `monitor`, `defensive`, `strictest`, or null.",
        reads=ATTRIBUTES,
    )
    is_access_logged: bool = prop("Access logs go to a bucket.", reads=ATTRIBUTES)
    log_bucket: Ref[AwsS3Bucket] | None = edge(
        "LOGS_TO", "Bucket that receives the access logs.", reads=ATTRIBUTES
    )
    host_name: Ref[HostName] | None = edge("HAS_HOST_NAME", "The host name that AWS gave it.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "The subnets that it has addresses in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "The groups it is in.")
    elastic_addresses: list[Ref[AwsElasticAddress]] = edge(
        "USES_ADDRESS", "The elastic addresses it answers on."
    )
    tags: dict[str, str] = tags(reads=TAGS)


PARTS = (
    Part(
        "LoadBalancerAttributes", "describe_load_balancer_attributes", ATTRIBUTES,
        {"LoadBalancerArn": "LoadBalancerArn"},
    ),
    tagging("LoadBalancerArn"),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsLoadBalancer]:
    """Yield the region's load balancers."""
    return aws.records(read, aws.pages("describe_load_balancers", "LoadBalancers"), PARTS)


def read(aws: Aws, item: Item) -> AwsLoadBalancer:
    """Make the record of one load balancer."""
    about, zones = item.part("LoadBalancerAttributes"), item.get("AvailabilityZones", [])
    return AwsLoadBalancer(
        arn=item["LoadBalancerArn"],
        name=item["LoadBalancerName"],
        created_at=item.get("CreatedTime"),
        raw=item.raw,
        type=item["Type"],
        is_internet_facing=item.get("Scheme") == "internet-facing",
        host_name=host_ref(item.get("DNSName")),
        dns_name=item.get("DNSName"),
        state=item.get("State.Code"),
        ip_address_type=item.get("IpAddressType"),
        is_deletion_protected=about.read(lambda a: _is_on(a, "deletion_protection.enabled")),
        drops_invalid_headers=about.read(
            lambda a: _drops_invalid_headers(a) if item["Type"] == "application" else None
        ),
        desync_mitigation=about.read(
            lambda a: attributes(a).get("routing.http.desync_mitigation_mode")
        ),
        is_access_logged=about.read(lambda a: _is_on(a, "access_logs.s3.enabled")),
        log_bucket=about.read(lambda a: _log_bucket(aws, a)),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnets=ec2_refs(aws, "subnet", (z.get("SubnetId") for z in zones)),
        security_groups=ec2_refs(aws, "security-group", item.get("SecurityGroups", [])),
        elastic_addresses=ec2_refs(
            aws,
            "elastic-ip",
            (a.get("AllocationId") for z in zones for a in z.get("LoadBalancerAddresses") or []),
        ),
        tags=item.part("Tagging").read(tags_in),
    )


def _is_on(answer: Json, name: str) -> bool:
    return attributes(answer).get(name) == "true"


def _drops_invalid_headers(answer: Json) -> bool:
    return _is_on(answer, "routing.http.drop_invalid_header_fields.enabled")


def _log_bucket(aws: Aws, answer: Json) -> Ref[AwsS3Bucket] | None:
    bucket = attributes(answer).get("access_logs.s3.bucket")
    if not bucket or not _is_on(answer, "access_logs.s3.enabled"):
        return None
    return Ref(aws.arn("s3", bucket, region="", account=""))
