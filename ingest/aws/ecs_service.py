"""Amazon ECS services: what runs, where, and behind which load balancer.

What an external controller deploys as task sets counts as the service's own. Left out: how many
tasks run at the moment, and the events, which change all the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import ec2_refs
from ingest.aws.ecs import (
    DESCRIBE_SERVICES,
    LIST_CLUSTERS,
    LIST_SERVICES,
    clusters,
    services,
    tags_in,
    task_definitions,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ecs_cluster import AwsEcsCluster
    from ingest.aws.ecs_task_definition import AwsEcsTaskDefinition
    from ingest.aws.elbv2_target_group import AwsTargetGroup
    from ingest.aws.iam_role import AwsIamRole

NETWORK = "networkConfiguration.awsvpcConfiguration"


class AwsEcsService(
    Resource, service="ecs", lists=(LIST_CLUSTERS, LIST_SERVICES, DESCRIBE_SERVICES)
):
    """An Amazon ECS service: a number of tasks that are kept running."""

    arn: str = key("Amazon Resource Name.")
    cluster: Ref[AwsEcsCluster] = edge("IN_CLUSTER", "The cluster it runs in.")
    status: str | None = prop("`ACTIVE` or `DRAINING`.")
    launch_type: str | None = prop(
        "`FARGATE`, `EC2` or `EXTERNAL`; null where capacity providers decide."
    )
    capacity_providers: list[str] = prop("What its tasks run on: `FARGATE`, `FARGATE_SPOT`, ...")
    platform_version: str | None = prop("Version of Fargate it asks for; null where none is used.")
    platform_family: str | None = prop("Operating system of Fargate: `Linux`, ...; null elsewhere.")
    scheduling: str | None = prop("`REPLICA`, or `DAEMON`: one task on each machine.")
    desired_count: int | None = prop("How many tasks shall run.")
    assigns_public_ips: bool = prop("Its tasks get public IPv4 addresses.")
    allows_exec: bool = prop("Commands can be run in its containers from outside.")
    task_definitions: list[Ref[AwsEcsTaskDefinition]] = edge("RUNS", "The revisions that it runs.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "Subnets its tasks have addresses in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "Groups that guard its tasks.")
    target_groups: list[Ref[AwsTargetGroup]] = edge(
        "ROUTES_TO", "Target groups that its tasks are registered in.", direction="in"
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles with which ECS speaks to its load balancers."
    )
    registries: list[Ref[Resource]] = edge(
        "REGISTERED_IN", "Names in AWS Cloud Map under which it is found."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsEcsService]:
    """Yield the services of the region's clusters."""
    found = services(aws, clusters(aws))
    return aws.records(read, (s for s in found if s.get("status") != "INACTIVE"))


def read(aws: Aws, item: Item) -> AwsEcsService:
    """Make the record of one service."""
    parts = [item.body, *item.get("taskSets", [])]
    networks = [dig(part, NETWORK, {}) for part in parts]
    balancers = [entry for part in parts for entry in part.get("loadBalancers") or []]
    return AwsEcsService(
        arn=item["serviceArn"],
        name=item["serviceName"],
        created_at=item.get("createdAt"),
        raw=item.raw,
        cluster=Ref(item["clusterArn"]),
        status=item.get("status"),
        launch_type=item.get("launchType"),
        capacity_providers=_distinct(
            s.get("capacityProvider") for s in item.get("capacityProviderStrategy", [])
        ),
        platform_version=item.get("platformVersion"),
        platform_family=item.get("platformFamily"),
        scheduling=item.get("schedulingStrategy"),
        desired_count=item.get("desiredCount"),
        assigns_public_ips=any(n.get("assignPublicIp") == "ENABLED" for n in networks),
        allows_exec=item.get("enableExecuteCommand", default=False),
        task_definitions=[Ref(arn) for arn in task_definitions(item.body)],
        subnets=ec2_refs(aws, "subnet", _all(networks, "subnets")),
        security_groups=ec2_refs(aws, "security-group", _all(networks, "securityGroups")),
        target_groups=_target_groups(balancers),
        roles=_roles(item, balancers),
        registries=[
            Ref(entry["registryArn"])
            for part in parts
            for entry in part.get("serviceRegistries") or []
            if entry.get("registryArn")
        ],
        tags=tags_in(item.body),
    )


def _distinct(found: Iterable[Any]) -> list[str]:
    return sorted({value for value in found if value})


def _all(networks: list[Json], name: str) -> list[str]:
    return _distinct(value for network in networks for value in network.get(name) or [])


def _target_groups(balancers: list[Json]) -> list[Ref[AwsTargetGroup]]:
    """Return the target groups, with those that a deployment shifts traffic to."""
    paths = ("targetGroupArn", "advancedConfiguration.alternateTargetGroupArn")
    return [Ref(arn) for arn in _distinct(dig(b, path) for b in balancers for path in paths)]


def _roles(item: Item, balancers: list[Json]) -> list[Ref[AwsIamRole]]:
    named = [item.get("roleArn"), *(dig(b, "advancedConfiguration.roleArn") for b in balancers)]
    return [Ref(arn) for arn in _distinct(named)]
