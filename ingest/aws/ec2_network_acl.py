"""Network ACLs; their entries are resources of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc


class AwsNetworkAcl(Resource, service="ec2", lists="ec2:DescribeNetworkAcls"):
    """A network ACL: a firewall around subnets, whose rules count in the order of their numbers."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `acl-...`.", indexed=True)
    is_default: bool = prop("It is the one that each VPC has, used where no other is named.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is for.")
    subnets: list[Ref[AwsSubnet]] = edge("GUARDED_BY", "The subnets it guards.", direction="in")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsNetworkAcl]:
    """Yield the region's network ACLs."""
    return aws.records(
        read, aws.pages("describe_network_acls", "NetworkAcls", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsNetworkAcl:
    """Make the record of one network ACL."""
    owner = item.get("OwnerId")
    return AwsNetworkAcl(
        arn=ec2_arn(aws, "network-acl", item["NetworkAclId"], owner),
        name=name_of(item, item["NetworkAclId"]),
        created_at=None,
        raw=item.raw,
        id=item["NetworkAclId"],
        is_default=item["IsDefault"],
        vpc=ec2_ref(aws, "vpc", item.get("VpcId"), owner),
        subnets=[
            Ref(ec2_arn(aws, "subnet", a["SubnetId"], owner)) for a in item.get("Associations", [])
        ],
        tags=tags_of(item.get("Tags")),
    )
