"""Amazon EFS mount targets: where a network reaches a file system.

AWS gives them no ARN: theirs is made in the form of its other things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.efs import efs_arn, file_system_ref
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.efs_file_system import AwsEfsFileSystem

TARGETS = "elasticfilesystem:DescribeMountTargets"
GROUPS = "elasticfilesystem:DescribeMountTargetSecurityGroups"


class AwsEfsMountTarget(
    Resource,
    service="efs",
    lists=("elasticfilesystem:DescribeFileSystems", TARGETS),
    incarnation="id",
):
    """A mount target of an Amazon EFS file system."""

    arn: str = key("`arn:...:elasticfilesystem:{region}:{account}:mount-target/{id}`.")
    id: str = prop("Its id, `fsmt-...`.", indexed=True)
    state: str | None = prop("`available`, `creating`, `deleting`, ...")
    zone: str | None = prop("Its availability zone.")
    private_ip: str | None = prop("The IPv4 address that it answers on.", indexed=True)
    ipv6_address: str | None = prop("The IPv6 address that it answers on.")
    file_system: Ref[AwsEfsFileSystem] = edge("OF_FILE_SYSTEM", "The file system it leads to.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnet: Ref[AwsSubnet] | None = edge("IN_SUBNET", "The subnet it is in.")
    interface: Ref[AwsNetworkInterface] | None = edge(
        "HAS_INTERFACE", "The network interface that it answers on."
    )
    security_groups: list[Ref[AwsSecurityGroup]] = edge(
        "MEMBER_OF", "Groups that guard it.", reads=GROUPS
    )


OF_EACH = Part(
    "MountTargets", "describe_mount_targets", TARGETS, {"FileSystemId": "FileSystemId"},
    pages="MountTargets",
)  # fmt: skip
PARTS = (
    Part(
        "Groups", "describe_mount_target_security_groups", GROUPS,
        {"MountTargetId": "MountTargetId"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEfsMountTarget]:
    """Yield the mount targets of the region's file systems."""
    return aws.records(read, _targets(aws), PARTS)


def read(aws: Aws, item: Item) -> AwsEfsMountTarget:
    """Make the record of one mount target."""
    owner = item.get("OwnerId")
    return AwsEfsMountTarget(
        arn=efs_arn(aws, "mount-target", item["MountTargetId"], owner),
        name=item["MountTargetId"],
        created_at=None,
        raw=item.raw,
        id=item["MountTargetId"],
        state=item.get("LifeCycleState"),
        zone=item.get("AvailabilityZoneName"),
        private_ip=item.get("IpAddress"),
        ipv6_address=item.get("Ipv6Address"),
        file_system=file_system_ref(aws, item["FileSystemId"], owner),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnet=ec2_ref(aws, "subnet", item.get("SubnetId")),
        interface=ec2_ref(aws, "network-interface", item.get("NetworkInterfaceId")),
        security_groups=item.part("Groups").read(
            lambda g: ec2_refs(aws, "security-group", g.get("SecurityGroups") or [])
        ),
    )


def _targets(aws: Aws) -> Iterator[Json]:
    systems = aws.pages("describe_file_systems", "FileSystems")
    reachable = (s for s in systems if s.get("NumberOfMountTargets") != 0)
    return (target for _, target in aws.each(reachable, OF_EACH))
