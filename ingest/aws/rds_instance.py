"""Amazon RDS instances, with those of Amazon DocumentDB and Amazon Neptune.

Left out: option groups, which hold how Oracle encrypts connections, Active Directory domains, and
backups that are copied to other regions.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.rds import (
    TLS_PARAMETERS,
    activity_stream,
    groups_of,
    log_groups,
    other_keys,
    raw_of,
    rds_ref,
    requires_tls,
    roles_of,
    subnets_of,
    vpc_of,
)
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.rds_cluster import AwsRdsCluster
    from ingest.aws.secretsmanager_secret import AwsSecret

PARAMETERS = "rds:DescribeDBParameters"


class AwsRdsInstance(
    Resource,
    service="rds",
    lists="rds:DescribeDBInstances",
    redact=["PendingModifiedValues.MasterUserPassword"],
    incarnation="resource_id",
):
    """An Amazon RDS instance: a database server, alone or as a member of a cluster."""

    arn: str = key("Amazon Resource Name.")
    resource_id: str | None = prop("The id that AWS gives it, `db-...`; a new name keeps it.")
    engine: str = prop("`postgres`, `mysql`, `aurora-postgresql`, `docdb`, `neptune`, ...")
    engine_version: str | None = prop("Version of the engine.")
    instance_class: str | None = prop("`db.m7g.large`, ...")
    status: str | None = prop("`available`, `stopped`, `creating`, ...")
    address: str | None = prop("Its host name; null while it is made.", indexed=True)
    port: int | None = prop("Port that it listens on; null while it is made.")
    size_gib: int | None = prop("Its storage; 1 for members of an Aurora cluster.")
    storage_type: str | None = prop("`gp3`, `io2`, `aurora`, ...")
    is_encrypted: bool = prop("Its storage is encrypted at rest.")
    is_publicly_accessible: bool = prop("Outside of its network, its name means a public address.")
    is_cluster_member: bool = prop("It is a member of a cluster, which holds its data.")
    is_replica: bool = prop("It follows another database, and is only read.")
    is_multi_az: bool = prop(
        "It has a standby in another zone. A cluster says itself whether it spans several."
    )
    upgrades_minor_versions: bool = prop(
        "Minor versions of the engine are installed by themselves."
    )
    is_deletion_protected: bool = prop("It can't be deleted by mistake.")
    authenticates_with_iam: bool = prop("Users may sign in with IAM instead of a password.")
    master_username: str | None = prop("Name of the user who may do everything.")
    backup_retention_days: int | None = prop("Days that automated backups are kept; 0 for none.")
    copies_tags_to_snapshots: bool = prop("Snapshots get its tags.")
    log_exports: list[str] = prop("Logs that go to CloudWatch: `error`, `postgresql`, `audit`, ...")
    monitoring_interval_seconds: int = prop(
        "Seconds between two measurements of its operating system; 0 for none."
    )
    has_performance_insights: bool = prop("Its load is recorded by query.")
    certificate_authority: str | None = prop("Who signed its certificate: `rds-ca-rsa2048-g1`, ...")
    certificate_expires_at: datetime | None = prop("When its certificate expires.")
    requires_tls: bool | None = prop(
        "It refuses clear text. Null for members of a cluster, where the cluster says it, and for "
        "engines without a parameter for it.",
        reads=PARAMETERS,
    )
    cluster: Ref[AwsRdsCluster] | None = edge("IN_CLUSTER", "The cluster it is a member of.")
    source: Ref[AwsRdsInstance | AwsRdsCluster] | None = edge(
        "REPLICATES", "What it is a read replica of."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "The subnets that it may be in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "Groups that guard it.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "The key that encrypts its storage."
    )
    other_keys: list[Ref[AwsKmsKey | AwsKmsAlias]] = edge(
        "USES_KEY", "Keys of its Performance Insights and of its activity stream."
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE",
        "Roles that it uses.",
        props={"features": "What for: `monitoring`, `s3Import`, `Lambda`, ..."},
    )
    secret: Ref[AwsSecret] | None = edge(
        "HAS_SECRET", "The secret in which RDS keeps the password of the master user."
    )
    log_groups: list[Ref[AwsLogGroup]] = edge("SENDS_TO", "Log groups that receive its logs.")
    monitoring_log_group: Ref[AwsLogGroup] | None = edge(
        "SENDS_TO", "Log group that receives the measurements of its operating system."
    )
    activity_stream: Ref[Resource] | None = edge(
        "SENDS_TO", "Stream that receives what happens in it."
    )
    tags: dict[str, str] = tags()


def _has_own_parameter(instance: Json) -> bool:
    """Tell whether its own parameter group says if it refuses clear text."""
    alone = not instance.get("DBClusterIdentifier")
    return (
        alone and instance["Engine"] in TLS_PARAMETERS and bool(instance.get("DBParameterGroups"))
    )


PARTS = (
    Part(
        "ParameterGroup", "describe_db_parameters", PARAMETERS,
        {"DBParameterGroupName": lambda db: db["DBParameterGroups"][0]["DBParameterGroupName"]},
        when=_has_own_parameter, pages="Parameters", shared=True,
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRdsInstance]:
    """Yield the region's instances."""
    return aws.records(read, aws.pages("describe_db_instances", "DBInstances"), PARTS)


def read(aws: Aws, item: Item) -> AwsRdsInstance:
    """Make the record of one instance."""
    engine, own = item["Engine"], _has_own_parameter(item.body)
    source = _source(aws, item)
    subnet_group, secret = item.get("DBSubnetGroup", {}), item.get("MasterUserSecret.SecretArn")
    monitoring = item.get("EnhancedMonitoringResourceArn")
    return AwsRdsInstance(
        arn=item["DBInstanceArn"],
        name=item["DBInstanceIdentifier"],
        created_at=item.get("InstanceCreateTime"),
        raw=raw_of(item),
        resource_id=item.get("DbiResourceId"),
        engine=engine,
        engine_version=item.get("EngineVersion"),
        instance_class=item.get("DBInstanceClass"),
        status=item.get("DBInstanceStatus"),
        address=item.get("Endpoint.Address"),
        port=item.get("Endpoint.Port"),
        size_gib=item.get("AllocatedStorage"),
        storage_type=item.get("StorageType"),
        is_encrypted=item["StorageEncrypted"],
        is_publicly_accessible=item["PubliclyAccessible"],
        is_cluster_member=bool(item.get("DBClusterIdentifier")),
        is_replica=source is not None,
        is_multi_az=item["MultiAZ"],
        upgrades_minor_versions=item["AutoMinorVersionUpgrade"],
        is_deletion_protected=item["DeletionProtection"],
        authenticates_with_iam=bool(item.get("IAMDatabaseAuthenticationEnabled")),
        master_username=item.get("MasterUsername"),
        backup_retention_days=item.get("BackupRetentionPeriod"),
        copies_tags_to_snapshots=bool(item.get("CopyTagsToSnapshot")),
        log_exports=sorted(item.get("EnabledCloudwatchLogsExports", [])),
        monitoring_interval_seconds=item.get("MonitoringInterval", 0),
        has_performance_insights=bool(item.get("PerformanceInsightsEnabled")),
        certificate_authority=item.get("CACertificateIdentifier"),
        certificate_expires_at=item.get("CertificateDetails.ValidTill"),
        requires_tls=item.part("ParameterGroup").read(
            lambda group: requires_tls(engine, group) if own else None
        ),
        cluster=rds_ref(aws, "cluster", item.get("DBClusterIdentifier")),
        source=source,
        vpc=vpc_of(aws, subnet_group),
        subnets=subnets_of(aws, subnet_group),
        security_groups=groups_of(aws, item),
        kms_key=kms_ref(aws, item.get("KmsKeyId") if item["StorageEncrypted"] else None),
        other_keys=other_keys(aws, item),
        roles=roles_of(item),
        secret=Ref(secret) if secret else None,
        log_groups=log_groups(aws, item),
        # The log group's own ARN: RDS names a stream of it.
        monitoring_log_group=Ref(monitoring.split(":log-stream:")[0]) if monitoring else None,
        activity_stream=activity_stream(aws, item),
        tags=tags_of(item.get("TagList")),
    )


def _source(aws: Aws, item: Item) -> Ref[AwsRdsInstance | AwsRdsCluster] | None:
    return rds_ref(aws, "db", item.get("ReadReplicaSourceDBInstanceIdentifier")) or rds_ref(
        aws, "cluster", item.get("ReadReplicaSourceDBClusterIdentifier")
    )
