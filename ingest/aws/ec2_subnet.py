"""Subnets of Amazon VPCs.

What a subnet can reach, and what can reach it, others declare: it is `ROUTED_BY` a route table and
`GUARDED_BY` a network ACL. One whose table routes to an internet gateway is public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc


class AwsSubnet(Resource, service="ec2", lists="ec2:DescribeSubnets"):
    """A subnet: a range of a VPC's addresses in one availability zone."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `subnet-...`.", indexed=True)
    state: str | None = prop("`available`, `pending`, ...")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is part of.")
    zone: str | None = prop("Its availability zone, `eu-west-1a`.")
    is_default: bool = prop("It is the one AWS made in the zone.")
    assigns_public_ips: bool = prop("What is launched in it gets a public IPv4 address.")
    cidr_ipv4: str | None = prop("Its IPv4 block; null where it has only IPv6.")
    cidrs_ipv6: list[str] = prop("The IPv6 blocks that are associated with it.")
    free_addresses: int | None = prop("How many of its IPv4 addresses are free.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsSubnet]:
    """Yield the region's subnets, with those that other accounts share."""
    return aws.records(read, aws.pages("describe_subnets", "Subnets", PaginationConfig=PAGES))


def read(aws: Aws, item: Item) -> AwsSubnet:
    """Make the record of one subnet."""
    owner = item.get("OwnerId")
    return AwsSubnet(
        arn=ec2_arn(aws, "subnet", item["SubnetId"], owner),
        name=name_of(item, item["SubnetId"]),
        created_at=None,
        raw=item.raw,
        id=item["SubnetId"],
        state=item.get("State"),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId"), owner),
        zone=item.get("AvailabilityZone"),
        is_default=item.get("DefaultForAz", default=False),
        assigns_public_ips=item.get("MapPublicIpOnLaunch", default=False),
        cidr_ipv4=item.get("CidrBlock"),
        cidrs_ipv6=_cidrs(item),
        free_addresses=item.get("AvailableIpAddressCount"),
        tags=tags_of(item.get("Tags")),
    )


def _cidrs(item: Item) -> list[str]:
    return sorted(
        a["Ipv6CidrBlock"]
        for a in item.get("Ipv6CidrBlockAssociationSet", [])
        if a.get("Ipv6CidrBlockState", {}).get("State") == "associated"
    )
