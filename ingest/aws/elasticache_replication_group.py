"""Amazon ElastiCache replication groups: Valkey or Redis with copies, in shards or not.

Where their members are, and what guards them, is told by the members. Left out: serverless caches,
and the global store that several groups may be part of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.elasticache import TAGGING, TAGS, log_targets, log_types, requires_tls
from ingest.aws.kms import kms_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup


class AwsElasticacheReplicationGroup(
    Resource, service="elasticache", lists="elasticache:DescribeReplicationGroups"
):
    """An Amazon ElastiCache replication group: a primary and its copies."""

    arn: str = key("Amazon Resource Name.")
    engine: str | None = prop("`valkey` or `redis`; null where AWS does not tell.")
    description: str | None = prop("What its makers said it is for.")
    status: str | None = prop("`available`, `creating`, `modifying`, ...")
    node_type: str | None = prop("`cache.r7g.large`, ...")
    is_sharded: bool = prop("Its data is spread over several shards.")
    is_multi_az: bool = prop("Its members are in several zones.")
    fails_over: bool = prop("A copy takes the place of a primary that fails.")
    is_encrypted: bool = prop("Its data is encrypted at rest, on disks and in snapshots.")
    requires_tls: bool = prop("It refuses clear text.")
    has_auth_token: bool = prop("Clients have to know a password.")
    snapshot_retention_days: int = prop("Days that automatic snapshots are kept; 0 for none.")
    upgrades_minor_versions: bool = prop(
        "Minor versions of the engine are installed by themselves."
    )
    log_types: list[str] = prop("Logs that are delivered: `slow-log`, `engine-log`.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "The key that encrypts it; none where ElastiCache owns the key."
    )
    user_groups: list[Ref[Resource]] = edge(
        "HAS_USER_GROUP", "Groups of users of which clients have to be one."
    )
    log_targets: list[Ref[AwsLogGroup | AwsFirehoseStream]] = edge(
        "SENDS_TO", "Log groups and delivery streams that receive its logs."
    )
    tags: dict[str, str] = tags(reads=TAGS)


def fetch(aws: Aws) -> Records[AwsElasticacheReplicationGroup]:
    """Yield the region's replication groups."""
    groups = aws.pages("describe_replication_groups", "ReplicationGroups")
    return aws.records(read, groups, (TAGGING,))


def read(aws: Aws, item: Item) -> AwsElasticacheReplicationGroup:
    """Make the record of one replication group."""
    return AwsElasticacheReplicationGroup(
        arn=item["ARN"],
        name=item["ReplicationGroupId"],
        created_at=item.get("ReplicationGroupCreateTime"),
        raw=item.raw,
        engine=item.get("Engine"),
        description=item.get("Description"),
        status=item.get("Status"),
        node_type=item.get("CacheNodeType"),
        is_sharded=item["ClusterEnabled"],
        is_multi_az=item.get("MultiAZ") == "enabled",
        fails_over=item["AutomaticFailover"] in {"enabled", "enabling"},
        is_encrypted=item["AtRestEncryptionEnabled"],
        requires_tls=requires_tls(item),
        has_auth_token=bool(item.get("AuthTokenEnabled")),
        snapshot_retention_days=item.get("SnapshotRetentionLimit", default=0),
        upgrades_minor_versions=bool(item.get("AutoMinorVersionUpgrade")),
        log_types=log_types(item),
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        user_groups=[
            Ref(aws.arn("elasticache", f"usergroup:{name}"))
            for name in item.get("UserGroupIds", default=[])
        ],
        log_targets=log_targets(aws, item),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("TagList"))),
    )
