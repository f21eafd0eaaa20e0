"""Amazon RDS snapshots of clusters that the account owns.

Left out: snapshots that others made public or share with the account.
"""

from __future__ import annotations

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
    from ingest.aws.rds_cluster import AwsRdsCluster

ATTRIBUTES = "rds:DescribeDBClusterSnapshotAttributes"
LISTED = "DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes"


class AwsRdsClusterSnapshot(Resource, service="rds", lists="rds:DescribeDBClusterSnapshots"):
    """An Amazon RDS snapshot of a cluster: what it held at a time."""

    arn: str = key("Amazon Resource Name.")
    type: str | None = prop("`manual`, `automated` or `awsbackup`.")
    status: str | None = prop("`available`, `creating`, ...")
    engine: str | None = prop("Engine of the cluster.")
    engine_version: str | None = prop("Version of the engine.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    is_public: bool = prop("Anyone may make a cluster from it.", reads=ATTRIBUTES)
    shared_with: list[Ref[AwsAccount]] = edge(
        "SHARED_WITH", "Accounts that may make clusters from it.", reads=ATTRIBUTES
    )
    cluster: Ref[AwsRdsCluster] | None = edge(
        "OF_DATABASE", "The cluster it was taken of, which may be gone."
    )
    source: Ref[AwsRdsClusterSnapshot] | None = edge(
        "COPY_OF", "The snapshot it is a copy of; it may be another account's."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network of the cluster.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "Attributes", "describe_db_cluster_snapshot_attributes", ATTRIBUTES,
        {"DBClusterSnapshotIdentifier": "DBClusterSnapshotIdentifier"}, when=can_be_shared,
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRdsClusterSnapshot]:
    """Yield the account's snapshots of clusters in the region."""
    snapshots = aws.pages("describe_db_cluster_snapshots", "DBClusterSnapshots")
    return aws.records(read, snapshots, PARTS)


def read(aws: Aws, item: Item) -> AwsRdsClusterSnapshot:
    """Make the record of one snapshot."""
    attributes = item.part("Attributes")
    return AwsRdsClusterSnapshot(
        arn=item["DBClusterSnapshotArn"],
        name=item["DBClusterSnapshotIdentifier"],
        created_at=item.get("SnapshotCreateTime"),
        raw=item.raw,
        type=item.get("SnapshotType"),
        status=item.get("Status"),
        engine=item.get("Engine"),
        engine_version=item.get("EngineVersion"),
        is_encrypted=item["StorageEncrypted"],
        is_public=attributes.read(lambda a: is_public(restorers(a, LISTED))),
        shared_with=attributes.read(lambda a: shared_with(aws, restorers(a, LISTED))),
        cluster=rds_ref(aws, "cluster", item.get("DBClusterIdentifier")),
        source=rds_ref(aws, "cluster-snapshot", item.get("SourceDBClusterSnapshotArn")),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        kms_key=kms_ref(aws, item.get("KmsKeyId") if item["StorageEncrypted"] else None),
        tags=tags_of(item.get("TagList")),
    )
