"""VPC peering connections, as the side that lists them sees them.

Both sides list a connection, each under its own account and region, with tags of its own: so there
is a node for each side, both tied to the same two networks. One that was deleted or refused stays
listed for hours or days; its state tells.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc

SIDE = {
    "role": "`requester` or `accepter`.",
    "cidrs": "The IPv4 and IPv6 blocks of the network.",
    "resolves_for_peer": "Public host names resolve to private addresses for the other side.",
}


class AwsVpcPeeringConnection(Resource, service="ec2", lists="ec2:DescribeVpcPeeringConnections"):
    """A VPC peering connection: two networks that route to each other."""

    arn: str = key("Amazon Resource Name, on the side that lists it.")
    id: str = prop("Its id, `pcx-...`.", indexed=True)
    state: str = prop("`active`, `pending-acceptance`, `rejected`, `expired`, `deleted`, ...")
    is_cross_account: bool = prop("The two networks are of different accounts.")
    is_cross_region: bool = prop("The two networks are in different regions.")
    expires_at: datetime | None = prop("When it can no longer be accepted; null once it was.")
    requester: Ref[AwsVpc] | None = edge("CONNECTS_TO", "The network that asked.", props=SIDE)
    accepter: Ref[AwsVpc] | None = edge("CONNECTS_TO", "The network that was asked.", props=SIDE)
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsVpcPeeringConnection]:
    """Yield the region's peering connections, whoever asked for them."""
    listed = aws.pages(
        "describe_vpc_peering_connections", "VpcPeeringConnections", PaginationConfig=PAGES
    )
    return aws.records(read, listed)


def read(aws: Aws, item: Item) -> AwsVpcPeeringConnection:
    """Make the record of one peering connection."""
    requester, accepter = item.get("RequesterVpcInfo", {}), item.get("AccepterVpcInfo", {})
    return AwsVpcPeeringConnection(
        arn=ec2_arn(aws, "vpc-peering-connection", item["VpcPeeringConnectionId"]),
        name=name_of(item, item["VpcPeeringConnectionId"]),
        created_at=None,
        raw=item.raw,
        id=item["VpcPeeringConnectionId"],
        state=item["Status"]["Code"],
        is_cross_account=requester.get("OwnerId") != accepter.get("OwnerId"),
        is_cross_region=requester.get("Region") != accepter.get("Region"),
        expires_at=item.get("ExpirationTime"),
        requester=_side(aws, requester, "requester"),
        accepter=_side(aws, accepter, "accepter"),
        tags=tags_of(item.get("Tags")),
    )


def _side(aws: Aws, about: Json, role: str) -> Ref[AwsVpc] | None:
    if not about.get("VpcId"):
        return None
    resolves = dig(about, "PeeringOptions.AllowDnsResolutionFromRemoteVpc")
    return Ref(
        aws.arn(
            "ec2",
            f"vpc/{about['VpcId']}",
            region=about.get("Region"),
            account=about.get("OwnerId"),
        ),
        {"role": role, "cidrs": _cidrs(about), "resolves_for_peer": resolves},
    )


def _cidrs(about: Json) -> list[str]:
    """Return all blocks; one that is not accepted yet tells only the first."""
    found = [
        about.get("CidrBlock"),
        *(block.get("CidrBlock") for block in about.get("CidrBlockSet") or []),
        *(block.get("Ipv6CidrBlock") for block in about.get("Ipv6CidrBlockSet") or []),
    ]
    return sorted({block for block in found if block})
