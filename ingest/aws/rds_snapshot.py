"""Amazon RDS snapshots of instances that the account owns.

Left out: snapshots that others made public or share with the account.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref
from ingest.aws.kms import kms_ref
from ingest.aws.rds import can_be_shared, is_public, rds_ref, restorers, shared_with
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.rds_instance import AwsRdsInstance

ATTRIBUTES = "rds:DescribeDBSnapshotAttributes"
LISTED = "DBSnapshotAttributesResult.DBSnapshotAttributes"


class AwsRdsSnapshot(Resource, service="rds", lists="rds:DescribeDBSnapshots"):
    """An Amazon RDS snapshot: what an instance held at a time."""

    arn: str = key("Amazon Resource Name.")
    type: str | None = prop("`manual`, `automated` or `awsbackup`.")
    status: str | None = prop("`available`, `creating`, ...")
    engine: str | None = prop("Engine of the instance.")
    engine_version: str | None = prop("Version of the engine.")
    size_gib: int | None = prop("Size of the instance's storage.")
    data_taken_at: datetime | None = prop("When the data in it was taken; a copy keeps it.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    is_public: bool = prop("Anyone may make an instance from it.", reads=ATTRIBUTES)
    shared_with: list[Ref[AwsAccount]] = edge(
        "SHARED_WITH", "Accounts that may make instances from it.", reads=ATTRIBUTES
    )
    instance: Ref[AwsRdsInstance] | None = edge(
        "OF_DATABASE", "The instance it was taken of, which may be gone."
    )
    source: Ref[AwsRdsSnapshot] | None = edge(
        "COPY_OF", "The snapshot of another region or account it is a copy of."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network of the instance.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "Attributes", "describe_db_snapshot_attributes", ATTRIBUTES,
        {"DBSnapshotIdentifier": "DBSnapshotIdentifier"}, when=can_be_shared,
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRdsSnapshot]:
    """Yield the account's snapshots in the region."""
    return aws.records(read, aws.pages("describe_db_snapshots", "DBSnapshots"), PARTS)


def read(aws: Aws, item: Item) -> AwsRdsSnapshot:
    """Make the record of one snapshot."""
    attributes = item.part("Attributes")
    return AwsRdsSnapshot(
        arn=item["DBSnapshotArn"],
        name=item["DBSnapshotIdentifier"],
        created_at=item.get("SnapshotCreateTime"),
        raw=item.raw,
        type=item.get("SnapshotType"),
        status=item.get("Status"),
        engine=item.get("Engine"),
        engine_version=item.get("EngineVersion"),
        size_gib=item.get("AllocatedStorage"),
        data_taken_at=item.get("OriginalSnapshotCreateTime"),
        is_encrypted=item["Encrypted"],
        is_public=attributes.read(lambda a: is_public(restorers(a, LISTED))),
        shared_with=attributes.read(lambda a: shared_with(aws, restorers(a, LISTED))),
        instance=rds_ref(aws, "db", item.get("DBInstanceIdentifier")),
        source=rds_ref(aws, "snapshot", item.get("SourceDBSnapshotIdentifier")),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        kms_key=kms_ref(aws, item.get("KmsKeyId") if item["Encrypted"] else None),
        tags=tags_of(item.get("TagList")),
    )
