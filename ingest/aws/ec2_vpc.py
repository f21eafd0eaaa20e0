"""Amazon VPCs: the networks of an account in a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Resource, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws


class AwsVpc(Resource, service="ec2", lists="ec2:DescribeVpcs"):
    """An Amazon VPC, a network of its own."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `vpc-...`.", indexed=True)
    state: str | None = prop("`available` or `pending`.")
    is_default: bool = prop("It is the one AWS made in the region, with a way to the internet.")
    cidr_ipv4: str | None = prop("Its first IPv4 block.")
    cidrs: list[str] = prop("All IPv4 and IPv6 blocks that are associated with it.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsVpc]:
    """Yield the region's VPCs, with those that other accounts share."""
    return aws.records(read, aws.pages("describe_vpcs", "Vpcs", PaginationConfig=PAGES))


def read(aws: Aws, item: Item) -> AwsVpc:
    """Make the record of one VPC."""
    return AwsVpc(
        arn=ec2_arn(aws, "vpc", item["VpcId"], item.get("OwnerId")),
        name=name_of(item, item["VpcId"]),
        created_at=None,
        raw=item.raw,
        id=item["VpcId"],
        state=item.get("State"),
        is_default=item.get("IsDefault", default=False),
        cidr_ipv4=item.get("CidrBlock"),
        cidrs=_cidrs(item),
        tags=tags_of(item.get("Tags")),
    )


def _cidrs(item: Item) -> list[str]:
    found = [
        *(("CidrBlock", "CidrBlockState", a) for a in item.get("CidrBlockAssociationSet", [])),
        *(
            ("Ipv6CidrBlock", "Ipv6CidrBlockState", a)
            for a in item.get("Ipv6CidrBlockAssociationSet", [])
        ),
    ]
    return sorted(
        a[block] for block, state, a in found if a.get(state, {}).get("State") == "associated"
    )
