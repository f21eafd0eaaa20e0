"""Internet gateways: the way between a VPC and the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc


class AwsInternetGateway(Resource, service="ec2", lists="ec2:DescribeInternetGateways"):
    """An internet gateway, the way between a VPC and the internet."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `igw-...`.", indexed=True)
    is_attached: bool = prop("It serves a network.")
    vpcs: list[Ref[AwsVpc]] = edge("ATTACHED_TO", "The network that it serves.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsInternetGateway]:
    """Yield the region's internet gateways."""
    return aws.records(
        read, aws.pages("describe_internet_gateways", "InternetGateways", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsInternetGateway:
    """Make the record of one internet gateway."""
    owner = item.get("OwnerId")
    attached = [a["VpcId"] for a in item.get("Attachments", []) if a.get("State") != "detached"]
    return AwsInternetGateway(
        arn=ec2_arn(aws, "internet-gateway", item["InternetGatewayId"], owner),
        name=name_of(item, item["InternetGatewayId"]),
        created_at=None,
        raw=item.raw,
        id=item["InternetGatewayId"],
        is_attached=bool(attached),
        vpcs=[Ref(ec2_arn(aws, "vpc", vpc, owner)) for vpc in attached],
        tags=tags_of(item.get("Tags")),
    )
