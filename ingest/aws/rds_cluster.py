"""Amazon RDS clusters: Aurora, Multi-AZ clusters, Amazon DocumentDB and Amazon Neptune.

Left out: option groups, Active Directory domains, and the global database that several clusters
may be part of.
"""

from __future__ import annotations

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
    from ingest.aws.rds_instance import AwsRdsInstance
    from ingest.aws.secretsmanager_secret import AwsSecret

PARAMETERS = "rds:DescribeDBClusterParameters"
SUBNET_GROUPS = "rds:DescribeDBSubnetGroups"


class AwsRdsCluster(
    Resource,
    service="rds",
    lists="rds:DescribeDBClusters",
    redact=["PendingModifiedValues.MasterUserPassword"],
    incarnation="resource_id",
):
    """An Amazon RDS cluster: database servers over one copy of the data."""

    arn: str = key("Amazon Resource Name.")
    resource_id: str | None = prop("The id that AWS gives it, `cluster-...`; a new name keeps it.")
    engine: str = prop("`aurora-postgresql`, `aurora-mysql`, `mysql`, `docdb`, `neptune`, ...")
    engine_version: str | None = prop("Version of the engine.")
    engine_mode: str | None = prop("`provisioned`, `serverless`, ...")
    status: str | None = prop("`available`, `stopped`, `creating`, ...")
    address: str | None = prop("Host name of the member that writes.", indexed=True)
    port: int | None = prop("Port that it listens on.")
    is_encrypted: bool = prop("Its storage is encrypted at rest.")
    is_multi_az: bool = prop("It has members in several zones.")
    is_deletion_protected: bool = prop("It can't be deleted by mistake.")
    authenticates_with_iam: bool = prop("Users may sign in with IAM instead of a password.")
    master_username: str | None = prop("Name of the user who may do everything.")
    backup_retention_days: int | None = prop("Days that automated backups are kept.")
    copies_tags_to_snapshots: bool = prop("Snapshots get its tags.")
    has_data_api: bool = prop("SQL may be sent to it by HTTPS, from outside of its network too.")
    log_exports: list[str] = prop("Logs that go to CloudWatch: `audit`, `error`, `postgresql`, ...")
    requires_tls: bool | None = prop(
        "It refuses clear text; null for engines without a parameter for it.", reads=PARAMETERS
    )
    source: Ref[AwsRdsCluster | AwsRdsInstance] | None = edge(
        "REPLICATES", "What it is a read replica of."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.", reads=SUBNET_GROUPS)
    subnets: list[Ref[AwsSubnet]] = edge(
        "IN_SUBNET", "The subnets that its members may be in.", reads=SUBNET_GROUPS
    )
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
    activity_stream: Ref[Resource] | None = edge(
        "SENDS_TO", "Stream that receives what happens in it."
    )
    tags: dict[str, str] = tags()


def _has_parameter(cluster: Json) -> bool:
    return cluster["Engine"] in TLS_PARAMETERS and bool(cluster.get("DBClusterParameterGroup"))


PARTS = (
    Part(
        "SubnetGroup", "describe_db_subnet_groups", SUBNET_GROUPS,
        {"DBSubnetGroupName": "DBSubnetGroup"},
        when=lambda cluster: bool(cluster.get("DBSubnetGroup")), shared=True,
    ),
    Part(
        "ParameterGroup", "describe_db_cluster_parameters", PARAMETERS,
        {"DBClusterParameterGroupName": "DBClusterParameterGroup"},
        when=_has_parameter, pages="Parameters", shared=True,
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRdsCluster]:
    """Yield the region's clusters."""
    return aws.records(read, aws.pages("describe_db_clusters", "DBClusters"), PARTS)


def read(aws: Aws, item: Item) -> AwsRdsCluster:
    """Make the record of one cluster."""
    engine, has_parameter = item["Engine"], _has_parameter(item.body)
    secret, subnets = item.get("MasterUserSecret.SecretArn"), item.part("SubnetGroup")
    return AwsRdsCluster(
        arn=item["DBClusterArn"],
        name=item["DBClusterIdentifier"],
        created_at=item.get("ClusterCreateTime"),
        raw=raw_of(item),
        resource_id=item.get("DbClusterResourceId"),
        engine=engine,
        engine_version=item.get("EngineVersion"),
        engine_mode=item.get("EngineMode"),
        status=item.get("Status"),
        address=item.get("Endpoint"),
        port=item.get("Port"),
        is_encrypted=item["StorageEncrypted"],
        is_multi_az=item["MultiAZ"],
        is_deletion_protected=item["DeletionProtection"],
        authenticates_with_iam=bool(item.get("IAMDatabaseAuthenticationEnabled")),
        master_username=item.get("MasterUsername"),
        backup_retention_days=item.get("BackupRetentionPeriod"),
        copies_tags_to_snapshots=bool(item.get("CopyTagsToSnapshot")),
        has_data_api=bool(item.get("HttpEndpointEnabled")),
        log_exports=sorted(item.get("EnabledCloudwatchLogsExports", [])),
        requires_tls=item.part("ParameterGroup").read(
            lambda group: requires_tls(engine, group) if has_parameter else None
        ),
        source=rds_ref(aws, "cluster", item.get("ReplicationSourceIdentifier")),
        vpc=subnets.read(lambda answer: vpc_of(aws, _group(answer))),
        subnets=subnets.read(lambda answer: subnets_of(aws, _group(answer))),
        security_groups=groups_of(aws, item),
        kms_key=kms_ref(aws, item.get("KmsKeyId") if item["StorageEncrypted"] else None),
        other_keys=other_keys(aws, item),
        roles=roles_of(item),
        secret=Ref(secret) if secret else None,
        log_groups=log_groups(aws, item),
        activity_stream=activity_stream(aws, item),
        tags=tags_of(item.get("TagList")),
    )


def _group(answer: Json) -> Json:
    found = answer.get("DBSubnetGroups") or [{}]
    group: Json = found[0]
    return group
