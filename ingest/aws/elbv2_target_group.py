"""Target groups of load balancers, with the targets that are registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.elbv2 import TAGS, tagging, tags_in
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.elbv2_load_balancer import AwsLoadBalancer
    from ingest.aws.lambda_function import AwsLambdaFunction

HEALTH = "elasticloadbalancing:DescribeTargetHealth"


class AwsTargetGroup(Resource, service="elbv2", lists="elasticloadbalancing:DescribeTargetGroups"):
    """A target group: what a load balancer hands requests to."""

    arn: str = key("Amazon Resource Name.")
    target_type: str | None = prop("`instance`, `ip`, `lambda` or `alb`.")
    protocol: str | None = prop(
        "How targets are spoken to: `HTTP`, `HTTPS`, `TCP`, `TLS`, ...; null for functions."
    )
    port: int | None = prop("Port of targets that name none; null for functions.")
    checks_health: bool = prop("Requests go only to targets that pass a check.")
    health_check_protocol: str | None = prop("How targets are checked.")
    health_check_path: str | None = prop("Path that an HTTP check asks for.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network that the targets are in.")
    load_balancers: list[Ref[AwsLoadBalancer]] = edge(
        "FORWARDS_TO", "The load balancers that forward to it, by any rule.", direction="in"
    )
    targets: list[Ref[AwsEc2Instance | AwsLambdaFunction | AwsLoadBalancer]] = edge(
        "ROUTES_TO", "The instances, functions or load balancers that are registered.", reads=HEALTH
    )
    target_ips: list[str] = prop("The registered IP addresses.", reads=HEALTH)
    tags: dict[str, str] = tags(reads=TAGS)


PARTS = (
    Part("Targets", "describe_target_health", HEALTH, {"TargetGroupArn": "TargetGroupArn"}),
    tagging("TargetGroupArn"),
)


def fetch(aws: Aws) -> Records[AwsTargetGroup]:
    """Yield the region's target groups."""
    return aws.records(read, aws.pages("describe_target_groups", "TargetGroups"), PARTS)


def read(aws: Aws, item: Item) -> AwsTargetGroup:
    """Make the record of one target group."""
    kind, targets = item.get("TargetType"), item.part("Targets")
    return AwsTargetGroup(
        arn=item["TargetGroupArn"],
        name=item["TargetGroupName"],
        created_at=None,
        raw=item.raw,
        target_type=kind,
        protocol=item.get("Protocol"),
        port=item.get("Port"),
        checks_health=item.get("HealthCheckEnabled", default=False),
        health_check_protocol=item.get("HealthCheckProtocol"),
        health_check_path=item.get("HealthCheckPath"),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        load_balancers=[Ref(arn) for arn in item.get("LoadBalancerArns", [])],
        targets=targets.read(lambda answer: _targets(aws, kind, _ids(answer))),
        target_ips=targets.read(lambda answer: _ids(answer) if kind == "ip" else []),
        tags=item.part("Tagging").read(tags_in),
    )


def _ids(answer: Json) -> list[str]:
    """Return the ids of targets; one that is registered on several ports counts once."""
    return sorted({t["Target"]["Id"] for t in answer.get("TargetHealthDescriptions") or []})


def _targets(aws: Aws, kind: str | None, ids: list[str]) -> list[Ref[Any]]:
    """Return references: instances go by id, functions and load balancers by ARN, IPs by none."""
    if kind == "instance":
        return ec2_refs(aws, "instance", ids)
    return [Ref(target) for target in ids if target.startswith("arn:")]
