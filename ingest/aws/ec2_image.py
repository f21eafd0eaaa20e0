"""Amazon machine images that the account owns.

Left out: images of others; those that instances use stand in the graph as unseen.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, account_refs, ec2_arn, ec2_ref, ec2_refs, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_snapshot import AwsEbsSnapshot


class AwsEc2Image(Resource, service="ec2", lists="ec2:DescribeImages"):
    """An Amazon machine image (AMI): what instances are launched from."""

    arn: str = key("Amazon Resource Name.")
    account: str = prop("Account that owns it.")
    id: str = prop("Its id, `ami-...`.", indexed=True)
    description: str | None = prop("What its makers said it is for.")
    state: str | None = prop("`available`, `pending`, `disabled`, ...")
    platform: str | None = prop("`Linux/UNIX`, `Windows`, ...")
    architecture: str | None = prop("`x86_64`, `arm64`, ...")
    deprecated_at: datetime | None = prop("From when on it should no longer be used.")
    requires_imdsv2: bool = prop("Instances launched from it require IMDSv2 unless told not to.")
    is_public: bool = prop("Anyone may launch it.")
    shared_with: list[Ref[AwsAccount]] = edge(
        "SHARED_WITH", "Accounts that may launch it.", reads="ec2:DescribeImageAttribute"
    )
    shared_with_organizations: list[Ref[Resource]] = edge(
        "SHARED_WITH",
        "Organisations and organisational units whose accounts may launch it.",
        reads="ec2:DescribeImageAttribute",
    )
    snapshots: list[Ref[AwsEbsSnapshot]] = edge("BACKED_BY", "The snapshots that hold its disks.")
    source_instance: Ref[AwsEc2Instance] | None = edge(
        "FROM_INSTANCE", "The instance it was made from, which may be gone."
    )
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "Attribute", "describe_image_attribute", "ec2:DescribeImageAttribute",
        {"ImageId": "ImageId"}, keep={"Attribute": "launchPermission"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEc2Image]:
    """Yield the account's images in the region, deprecated and disabled ones too."""
    images = aws.pages(
        "describe_images", "Images", Owners=["self"],
        IncludeDeprecated=True, IncludeDisabled=True, PaginationConfig=PAGES,
    )  # fmt: skip
    return aws.records(read, images, PARTS)


def read(aws: Aws, item: Item) -> AwsEc2Image:
    """Make the record of one image."""
    attribute = item.part("Attribute")
    return AwsEc2Image(
        arn=ec2_arn(aws, "image", item["ImageId"]),
        name=name_of(item, item.get("Name") or item["ImageId"]),
        created_at=_time(item.get("CreationDate")),
        raw=item.raw,
        account=item["OwnerId"],
        id=item["ImageId"],
        description=item.get("Description"),
        state=item.get("State"),
        platform=item.get("PlatformDetails") or item.get("Platform"),
        architecture=item.get("Architecture"),
        deprecated_at=_time(item.get("DeprecationTime")),
        requires_imdsv2=item.get("ImdsSupport") == "v2.0",
        is_public=item["Public"],
        shared_with=attribute.read(
            lambda a: account_refs(aws, (p.get("UserId") for p in _permissions(a)))
        ),
        shared_with_organizations=attribute.read(_organizations),
        snapshots=ec2_refs(aws, "snapshot", _snapshots(item)),
        source_instance=ec2_ref(aws, "instance", item.get("SourceInstanceId")),
        tags=tags_of(item.get("Tags")),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _permissions(attribute: Json) -> list[Json]:
    return attribute.get("LaunchPermissions") or []


def _organizations(attribute: Json) -> list[Ref[Resource]]:
    named = (
        p.get("OrganizationArn") or p.get("OrganizationalUnitArn") for p in _permissions(attribute)
    )
    return [Ref(arn) for arn in named if arn]


def _snapshots(item: Item) -> list[str | None]:
    return [d.get("Ebs", {}).get("SnapshotId") for d in item.get("BlockDeviceMappings", [])]
