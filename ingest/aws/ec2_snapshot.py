"""Amazon EBS snapshots that the account owns.

Left out: snapshots that others made public or share with the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, account_refs, ec2_arn, ec2_ref, name_of
from ingest.aws.kms import kms_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.ec2_volume import AwsEbsVolume
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

NO_VOLUME = "vol-ffffffff"  # what AWS names for a snapshot that was copied


class AwsEbsSnapshot(Resource, service="ec2", lists="ec2:DescribeSnapshots"):
    """An Amazon EBS snapshot: what a volume held at a time."""

    arn: str = key("Amazon Resource Name.")
    account: str = prop("Account that owns it.")
    id: str = prop("Its id, `snap-...`.", indexed=True)
    description: str | None = prop("What its makers said it is for.")
    state: str | None = prop("`completed`, `pending`, ...")
    size_gib: int | None = prop("Size of the volume.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    volume: Ref[AwsEbsVolume] | None = edge(
        "OF_VOLUME", "The volume it was taken of, which may be gone; none where it was copied."
    )
    is_public: bool = prop(
        "Anyone may make volumes from it.", reads="ec2:DescribeSnapshotAttribute"
    )
    shared_with: list[Ref[AwsAccount]] = edge(
        "SHARED_WITH",
        "Accounts that may make volumes from it.",
        reads="ec2:DescribeSnapshotAttribute",
    )
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "Attribute", "describe_snapshot_attribute", "ec2:DescribeSnapshotAttribute",
        {"SnapshotId": "SnapshotId"}, keep={"Attribute": "createVolumePermission"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEbsSnapshot]:
    """Yield the account's snapshots in the region."""
    snapshots = aws.pages(
        "describe_snapshots", "Snapshots", OwnerIds=["self"], PaginationConfig=PAGES
    )
    return aws.records(read, snapshots, PARTS)


def read(aws: Aws, item: Item) -> AwsEbsSnapshot:
    """Make the record of one snapshot."""
    volume, attribute = item.get("VolumeId"), item.part("Attribute")
    return AwsEbsSnapshot(
        arn=ec2_arn(aws, "snapshot", item["SnapshotId"]),
        name=name_of(item, item["SnapshotId"]),
        created_at=item.get("StartTime"),
        raw=item.raw,
        account=item["OwnerId"],
        id=item["SnapshotId"],
        description=item.get("Description"),
        state=item.get("State"),
        size_gib=item.get("VolumeSize"),
        is_encrypted=item["Encrypted"],
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        volume=None if volume == NO_VOLUME else ec2_ref(aws, "volume", volume),
        is_public=attribute.read(lambda a: any(p.get("Group") == "all" for p in _permissions(a))),
        shared_with=attribute.read(
            lambda a: account_refs(aws, (p.get("UserId") for p in _permissions(a)))
        ),
        tags=tags_of(item.get("Tags")),
    )


def _permissions(attribute: Json) -> list[Json]:
    return attribute.get("CreateVolumePermissions") or []
