"""Managed node groups of Amazon EKS clusters.

Left out: Fargate profiles, and nodes that somebody runs without a node group.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.eks_cluster import AwsEksCluster
    from ingest.aws.iam_role import AwsIamRole

LIST = "eks:ListNodegroups"


class AwsEksNodegroup(
    Resource, service="eks", lists=("eks:ListClusters", LIST, "eks:DescribeNodegroup")
):
    """A managed node group: machines that an Amazon EKS cluster runs its pods on."""

    arn: str = key("Amazon Resource Name.")
    cluster: Ref[AwsEksCluster] = edge("IN_CLUSTER", "The cluster that its nodes join.")
    status: str | None = prop("`ACTIVE`, `DEGRADED`, `CREATING`, ...")
    version: str | None = prop("Version of Kubernetes that its nodes run: `1.33`.")
    release_version: str | None = prop("Release of the image that its nodes start from.")
    ami_type: str | None = prop("`AL2023_x86_64_STANDARD`, `BOTTLEROCKET_ARM_64`, `CUSTOM`, ...")
    capacity_type: str | None = prop("`ON_DEMAND` or `SPOT`.")
    instance_types: list[str] = prop("Types of instances that it may use.")
    disk_size_gib: int | None = prop("Size of a node's disk in GiB; null where a template says.")
    min_size: int | None = prop("Fewest nodes.")
    max_size: int | None = prop("Most nodes.")
    ssh_key: str | None = prop("Name of the key pair that opens its nodes; null without one.")
    is_ssh_open_to_internet: bool = prop(
        "The group that EKS makes for it lets everyone reach port 22: a key pair is set, and no "
        "groups that may use it."
    )
    modified_at: datetime | None = prop("When it last changed.")
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "The role of its nodes.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "Subnets that its nodes are started in.")
    remote_access_group: Ref[AwsSecurityGroup] | None = edge(
        "MEMBER_OF", "Group that EKS made to let SSH in."
    )
    ssh_sources: list[Ref[AwsSecurityGroup]] = edge(
        "REFERS_TO", "Groups whose members may reach its nodes by SSH."
    )
    launch_template: Ref[Resource] | None = edge(
        "USES_TEMPLATE", "Launch template that its nodes are made from."
    )
    tags: dict[str, str] = tags()


NAMES = Part("Nodegroups", "list_nodegroups", LIST, {"clusterName": "name"}, pages="nodegroups")


def fetch(aws: Aws) -> Records[AwsEksNodegroup]:
    """Yield the node groups of the region's clusters."""
    return aws.records(read, _nodegroups(aws))


def read(aws: Aws, item: Item) -> AwsEksNodegroup:
    """Make the record of one node group."""
    ssh_key, role = item.get("remoteAccess.ec2SshKey"), item.get("nodeRole")
    sources = item.get("remoteAccess.sourceSecurityGroups", default=[])
    return AwsEksNodegroup(
        arn=item["nodegroupArn"],
        name=item["nodegroupName"],
        created_at=item.get("createdAt"),
        raw=item.raw,
        cluster=Ref(aws.arn("eks", f"cluster/{item['clusterName']}")),
        status=item.get("status"),
        version=item.get("version"),
        release_version=item.get("releaseVersion"),
        ami_type=item.get("amiType"),
        capacity_type=item.get("capacityType"),
        instance_types=item.get("instanceTypes", default=[]),
        disk_size_gib=item.get("diskSize"),
        min_size=item.get("scalingConfig.minSize"),
        max_size=item.get("scalingConfig.maxSize"),
        ssh_key=ssh_key,
        is_ssh_open_to_internet=bool(ssh_key) and not sources,
        modified_at=item.get("modifiedAt"),
        role=Ref(role) if role else None,
        subnets=ec2_refs(aws, "subnet", item.get("subnets", [])),
        remote_access_group=ec2_ref(
            aws, "security-group", item.get("resources.remoteAccessSecurityGroup")
        ),
        ssh_sources=ec2_refs(aws, "security-group", sources),
        launch_template=ec2_ref(aws, "launch-template", item.get("launchTemplate.id")),
        tags=item.get("tags", default={}),
    )


def _nodegroups(aws: Aws) -> Iterator[Json]:
    """Yield the node groups; their ARNs are told only when they are described, one by one."""
    clusters = ({"name": name} for name in aws.pages("list_clusters", "clusters"))
    for cluster, name in aws.each(clusters, NAMES):
        described = aws.call("describe_nodegroup", clusterName=cluster["name"], nodegroupName=name)
        yield described["nodegroup"]
