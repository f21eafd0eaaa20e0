"""Security groups; their rules are resources of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc


class AwsSecurityGroup(Resource, service="ec2", lists="ec2:DescribeSecurityGroups"):
    """A security group: a firewall around the network interfaces that are in it."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `sg-...`.", indexed=True)
    description: str | None = prop("What its makers said it is for.")
    is_default: bool = prop("It is the one that each VPC has, used where no other is named.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is for.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsSecurityGroup]:
    """Yield the region's security groups."""
    return aws.records(
        read, aws.pages("describe_security_groups", "SecurityGroups", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsSecurityGroup:
    """Make the record of one security group."""
    return AwsSecurityGroup(
        arn=ec2_arn(aws, "security-group", item["GroupId"], item.get("OwnerId")),
        name=item["GroupName"],
        created_at=None,
        raw=item.raw,
        id=item["GroupId"],
        description=item.get("Description"),
        is_default=item["GroupName"] == "default",
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        tags=tags_of(item.get("Tags")),
    )
