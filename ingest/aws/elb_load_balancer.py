"""Classic Load Balancers, the oldest kind: a service of their own to AWS, with names for ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.elb import balancer_arn
from ingest.aws.elbv2 import TAGS, attributes, tags_in
from ingest.internet.host_name import host_ref
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.internet.host_name import HostName

ATTRIBUTES = "elasticloadbalancing:DescribeLoadBalancerAttributes"


class AwsClassicLoadBalancer(
    Resource, service="elb", lists="elasticloadbalancing:DescribeLoadBalancers"
):
    """A Classic Load Balancer."""

    arn: str = key("Amazon Resource Name.")
    is_internet_facing: bool = prop("Its name resolves to public addresses.")
    dns_name: str | None = prop("Its host name.", indexed=True)
    zones: list[str] = prop("The availability zones it serves.")
    health_check_target: str | None = prop("What instances are asked for: `HTTP:8080/health`.")
    is_cross_zone: bool = prop(
        "Requests go to the instances of all zones alike, not only to those of the zone they "
        "came to.",
        reads=ATTRIBUTES,
    )
    drains_connections: bool = prop(
        "An instance that is taken out may finish what it has begun.", reads=ATTRIBUTES
    )
    draining_seconds: int | None = prop(
        "How long it may take for that; null where connections are not drained.", reads=ATTRIBUTES
    )
    idle_seconds: int | None = prop("How long a silent connection is kept.", reads=ATTRIBUTES)
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
    instances: list[Ref[AwsEc2Instance]] = edge("ROUTES_TO", "The instances that are registered.")
    tags: dict[str, str] = tags(reads=TAGS)


PARTS = (
    Part(
        "Attributes", "describe_load_balancer_attributes", ATTRIBUTES,
        {"LoadBalancerName": "LoadBalancerName"},
    ),
    Part(
        "Tagging", "describe_tags", TAGS,
        {"LoadBalancerNames": lambda balancer: [dig(balancer, "LoadBalancerName")]},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsClassicLoadBalancer]:
    """Yield the region's Classic Load Balancers."""
    listed = aws.pages("describe_load_balancers", "LoadBalancerDescriptions")
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsClassicLoadBalancer:
    """Make the record of one Classic Load Balancer."""
    about = item.part("Attributes")
    return AwsClassicLoadBalancer(
        arn=balancer_arn(aws, item["LoadBalancerName"]),
        name=item["LoadBalancerName"],
        created_at=item.get("CreatedTime"),
        raw=item.raw,
        is_internet_facing=item.get("Scheme") == "internet-facing",
        host_name=host_ref(item.get("DNSName")),
        dns_name=item.get("DNSName"),
        zones=sorted(item.get("AvailabilityZones", [])),
        health_check_target=item.get("HealthCheck.Target"),
        is_cross_zone=about.read(lambda a: _is_on(a, "CrossZoneLoadBalancing")),
        drains_connections=about.read(lambda a: _is_on(a, "ConnectionDraining")),
        draining_seconds=about.read(_draining_seconds),
        idle_seconds=about.get("LoadBalancerAttributes.ConnectionSettings.IdleTimeout"),
        desync_mitigation=about.read(_desync_mitigation),
        is_access_logged=about.read(lambda a: _is_on(a, "AccessLog")),
        log_bucket=about.read(lambda a: _log_bucket(aws, a)),
        vpc=ec2_ref(aws, "vpc", item.get("VPCId")),
        subnets=ec2_refs(aws, "subnet", item.get("Subnets", [])),
        security_groups=ec2_refs(aws, "security-group", item.get("SecurityGroups", [])),
        instances=ec2_refs(
            aws, "instance", (i.get("InstanceId") for i in item.get("Instances", []))
        ),
        tags=item.part("Tagging").read(tags_in),
    )


def _is_on(answer: Json, name: str) -> bool:
    return bool(answer["LoadBalancerAttributes"][name]["Enabled"])


def _draining_seconds(answer: Json) -> int | None:
    if not _is_on(answer, "ConnectionDraining"):
        return None
    seconds: int | None = dig(answer, "LoadBalancerAttributes.ConnectionDraining.Timeout")
    return seconds


def _desync_mitigation(answer: Json) -> str | None:
    more = dig(answer, "LoadBalancerAttributes.AdditionalAttributes", [])
    return attributes({"Attributes": more}).get("elb.http.desyncmitigationmode")


def _log_bucket(aws: Aws, answer: Json) -> Ref[AwsS3Bucket] | None:
    bucket = dig(answer, "LoadBalancerAttributes.AccessLog.S3BucketName")
    if not bucket or not _is_on(answer, "AccessLog"):
        return None
    return Ref(aws.arn("s3", bucket, region="", account=""))
