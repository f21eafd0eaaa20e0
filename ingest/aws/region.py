"""AWS regions as one account sees them, with what is set once for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws


class AwsRegion(Resource, service="ec2", lists="ec2:DescribeRegions", is_global=True):
    """An AWS region that is enabled for the account."""

    arn: str = key("`arn:...:ec2:{region}:{account}:region/{region}`: AWS gives regions no ARN.")
    region: str = prop("The region's own name.")
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
    """Yield the regions enabled for the account."""
    listed = aws.pages("describe_regions", "Regions")
    enabled = (entry for entry in listed if entry.get("OptInStatus") != "not-opted-in")
    return aws.records(read, enabled, PARTS, region=_name)


def read(aws: Aws, item: Item) -> AwsRegion:
    """Make the record of one region."""
    name = item["RegionName"]
    return AwsRegion(
        arn=aws.arn("ec2", f"region/{name}", region=name),
        name=name,
        created_at=None,
        raw=item.raw,
        region=name,
        opt_in_status=item["OptInStatus"],
        encrypts_ebs_by_default=item.part("Ebs").read(lambda e: bool(e["EbsEncryptionByDefault"])),
        owner=Ref(aws.arn("iam", "root", region="")),
    )


def _name(entry: Json) -> str:
    return str(entry.get("RegionName") or "us-east-1")  # without a name, it is malformed anyway
