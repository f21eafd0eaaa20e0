"""Amazon ElastiCache clusters: Memcached, and each member of a replication group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.elasticache import TAGGING, TAGS, log_targets, log_types, requires_tls
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.elasticache_replication_group import AwsElasticacheReplicationGroup
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.sns_topic import AwsSnsTopic

SUBNET_GROUPS = "elasticache:DescribeCacheSubnetGroups"


class AwsElasticacheCluster(
    Resource, service="elasticache", lists="elasticache:DescribeCacheClusters"
):
    """An Amazon ElastiCache cluster: nodes of Memcached, or one of Valkey or Redis."""

    arn: str = key("Amazon Resource Name.")
    engine: str = prop("`memcached`, `redis` or `valkey`.")
    engine_version: str | None = prop("Version of the engine.")
    status: str | None = prop("`available`, `creating`, `modifying`, ...")
    node_type: str | None = prop("`cache.r7g.large`, ...")
    node_count: int | None = prop("How many nodes it has.")
    zone: str | None = prop("Its availability zone; `Multiple` where its nodes are in several.")
    is_group_member: bool = prop("It is a member of a replication group.")
    is_encrypted: bool = prop("Its data is encrypted at rest, on disks and in snapshots.")
    requires_tls: bool = prop("It refuses clear text.")
    has_auth_token: bool = prop("Clients have to know a password.")
    snapshot_retention_days: int = prop("Days that automatic snapshots are kept; 0 for none.")
    upgrades_minor_versions: bool = prop(
        "Minor versions of the engine are installed by themselves."
    )
    log_types: list[str] = prop("Logs that are delivered: `slow-log`, `engine-log`.")
    replication_group: Ref[AwsElasticacheReplicationGroup] | None = edge(
        "PART_OF", "The replication group it is a member of."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.", reads=SUBNET_GROUPS)
    subnets: list[Ref[AwsSubnet]] = edge(
        "IN_SUBNET", "The subnets that its nodes may be in.", reads=SUBNET_GROUPS
    )
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "Groups that guard it.")
    topic: Ref[AwsSnsTopic] | None = edge("NOTIFIES", "Topic that is told what happens to it.")
    log_targets: list[Ref[AwsLogGroup | AwsFirehoseStream]] = edge(
        "SENDS_TO", "Log groups and delivery streams that receive its logs."
    )
    tags: dict[str, str] = tags(reads=TAGS)


PARTS = (
    Part(
        "SubnetGroup", "describe_cache_subnet_groups", SUBNET_GROUPS,
        {"CacheSubnetGroupName": "CacheSubnetGroupName"},
        when=lambda cluster: bool(cluster.get("CacheSubnetGroupName")), shared=True,
    ),
    TAGGING,
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsElasticacheCluster]:
    """Yield the region's clusters, with the members of replication groups."""
    return aws.records(read, aws.pages("describe_cache_clusters", "CacheClusters"), PARTS)


def read(aws: Aws, item: Item) -> AwsElasticacheCluster:
    """Make the record of one cluster."""
    group, subnets = item.get("ReplicationGroupId"), item.part("SubnetGroup")
    topic = item.get("NotificationConfiguration.TopicArn")
    return AwsElasticacheCluster(
        arn=item["ARN"],
        name=item["CacheClusterId"],
        created_at=item.get("CacheClusterCreateTime"),
        raw=item.raw,
        engine=item["Engine"],
        engine_version=item.get("EngineVersion"),
        status=item.get("CacheClusterStatus"),
        node_type=item.get("CacheNodeType"),
        node_count=item.get("NumCacheNodes"),
        zone=item.get("PreferredAvailabilityZone"),
        is_group_member=group is not None,
        is_encrypted=bool(item.get("AtRestEncryptionEnabled")),  # off by default, says AWS
        requires_tls=requires_tls(item),
        has_auth_token=bool(item.get("AuthTokenEnabled")),
        snapshot_retention_days=item.get("SnapshotRetentionLimit", default=0),
        upgrades_minor_versions=bool(item.get("AutoMinorVersionUpgrade")),
        log_types=log_types(item),
        replication_group=(
            Ref(aws.arn("elasticache", f"replicationgroup:{group}")) if group else None
        ),
        vpc=subnets.read(lambda s: ec2_ref(aws, "vpc", _subnet_group(s).get("VpcId"))),
        subnets=subnets.read(lambda s: ec2_refs(aws, "subnet", _subnets(s))),
        security_groups=ec2_refs(
            aws,
            "security-group",
            (g.get("SecurityGroupId") for g in item.get("SecurityGroups", default=[])),
        ),
        topic=Ref(topic) if topic else None,
        log_targets=log_targets(aws, item),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("TagList"))),
    )


def _subnet_group(answer: Json) -> Json:
    found = answer.get("CacheSubnetGroups") or [{}]
    group: Json = found[0]
    return group


def _subnets(answer: Json) -> list[str | None]:
    return [s.get("SubnetIdentifier") for s in _subnet_group(answer).get("Subnets") or []]
