"""Egress-only internet gateways: a way to the internet over IPv6, and none back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_arn, ec2_refs, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc

PAGES = {"PageSize": 255}  # the most that this listing gives at once


class AwsEgressOnlyInternetGateway(
    Resource, service="ec2", lists="ec2:DescribeEgressOnlyInternetGateways"
):
    """An egress-only internet gateway: IPv6 leaves a VPC through it, nothing comes in."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `eigw-...`.", indexed=True)
    vpcs: list[Ref[AwsVpc]] = edge("ATTACHED_TO", "The network that it serves.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsEgressOnlyInternetGateway]:
    """Yield the region's egress-only internet gateways."""
    listed = aws.pages(
        "describe_egress_only_internet_gateways",
        "EgressOnlyInternetGateways",
        PaginationConfig=PAGES,
    )
    return aws.records(read, listed)


def read(aws: Aws, item: Item) -> AwsEgressOnlyInternetGateway:
    """Make the record of one egress-only internet gateway."""
    attached = [a for a in item.get("Attachments", []) if a.get("State") != "detached"]
    return AwsEgressOnlyInternetGateway(
        arn=ec2_arn(aws, "egress-only-internet-gateway", item["EgressOnlyInternetGatewayId"]),
        name=name_of(item, item["EgressOnlyInternetGatewayId"]),
        created_at=None,
        raw=item.raw,
        id=item["EgressOnlyInternetGatewayId"],
        vpcs=ec2_refs(aws, "vpc", (a.get("VpcId") for a in attached)),
        tags=tags_of(item.get("Tags")),
    )
