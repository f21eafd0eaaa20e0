"""AWS regions as one account sees them, with what is set once for each.

A region is listed by itself, in a unit of its own: so one that the user leaves out, or that the
account has not switched on, is not asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item, Part
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws


class AwsRegion(Resource, service="ec2", lists="ec2:DescribeRegions"):
    """An AWS region that is enabled for the account."""

    arn: str = key("`arn:...:ec2:{region}:{account}:region/{region}`: AWS gives regions no ARN.")
    opt_in_status: str = prop("`opt-in-not-required` or `opted-in`.")
    encrypts_ebs_by_default: bool = prop(
        "New EBS volumes and snapshot copies are always encrypted.",
        reads="ec2:GetEbsEncryptionByDefault",
    )
    owner: Ref[AwsAccount] = edge("IN_ACCOUNT", "The account that it is enabled for.")


PARTS = (
    Part("Ebs", "get_ebs_encryption_by_default", "ec2:GetEbsEncryptionByDefault", {}),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRegion]:
    """Yield the region itself."""
    listed = aws.pages("describe_regions", "Regions", RegionNames=[aws.region])
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsRegion:
    """Make the record of one region."""
    name = item["RegionName"]
    return AwsRegion(
        arn=aws.arn("ec2", f"region/{name}", region=name),
        name=name,
        created_at=None,
        raw=item.raw,
        opt_in_status=item["OptInStatus"],
        encrypts_ebs_by_default=item.part("Ebs").read(lambda e: bool(e["EbsEncryptionByDefault"])),
        owner=Ref(aws.arn("iam", "root", region="")),
    )
