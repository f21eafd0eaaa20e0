"""The demo's databases: servers and clusters with their snapshots, kept well and kept badly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, UNKNOWN_ACCOUNT, tags, trust

if TYPE_CHECKING:
    from server.demo.ground import Ground

_SUBNETS = "shop-data"
_TLS = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}
_MONITORING = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"


def build_databases(ground: Ground) -> None:
    """Make the databases of the home region; the book gets `database/NAME` with ARNs."""
    _surroundings(ground)
    _servers(ground)
    _clusters(ground)
    _snapshots(ground)
    for note, name in {
        "encrypted_database": "shop-orders",
        "public_database": "shop-orders-legacy",
        "private_snapshot_of_database": "shop-orders-before-17",
        "public_snapshot_of_database": "shop-orders-legacy-export",
    }.items():
        ground.notable[note] = ground.book[f"database/{name}"]


def _surroundings(ground: Ground) -> None:
    """Make what the databases stand on: subnets, parameters, and a role to watch them with."""
    rds = ground.client("rds")
    zones = ("private-a", "private-b")
    rds.create_db_subnet_group(
        DBSubnetGroupName=_SUBNETS,
        DBSubnetGroupDescription="Where data is kept",
        SubnetIds=[ground.book[f"subnet/{HOME}/prod/{name}"] for name in zones],
    )
    rds.create_db_parameter_group(
        DBParameterGroupName="shop-postgres",
        DBParameterGroupFamily="postgres17",
        Description="TLS only",
    )
    rds.modify_db_parameter_group(DBParameterGroupName="shop-postgres", Parameters=[_TLS])
    for name, family in (
        ("shop-aurora", "aurora-postgresql16"),
        ("search-aurora", "aurora-mysql8.0"),
    ):
        rds.create_db_cluster_parameter_group(
            DBClusterParameterGroupName=name, DBParameterGroupFamily=family, Description=name
        )
    rds.modify_db_cluster_parameter_group(
        DBClusterParameterGroupName="shop-aurora", Parameters=[_TLS]
    )
    iam = ground.client("iam")
    made = iam.create_role(
        RoleName="shop-database-monitoring",
        AssumeRolePolicyDocument=json.dumps(trust({"Service": "monitoring.rds.amazonaws.com"})),
        Tags=tags("shop-database-monitoring"),
    )
    iam.attach_role_policy(RoleName="shop-database-monitoring", PolicyArn=_MONITORING)
    ground.book["role/shop-database-monitoring"] = made["Role"]["Arn"]
    ground.made("iam:role")


def _servers(ground: Ground) -> None:
    _server(
        ground,
        "shop-orders",
        Engine="postgres",
        EngineVersion="17.4",
        DBParameterGroupName="shop-postgres",
        VpcSecurityGroupIds=[ground.book[f"group/{HOME}/data-lake-loader"]],
        StorageEncrypted=True,
        KmsKeyId=ground.book[f"key/{HOME}/shop"],
        MultiAZ=True,
        DeletionProtection=True,
        BackupRetentionPeriod=14,
        CopyTagsToSnapshot=True,
        EnableIAMDatabaseAuthentication=True,
        EnableCloudwatchLogsExports=["postgresql", "upgrade"],
        MonitoringInterval=60,
        MonitoringRoleArn=ground.book["role/shop-database-monitoring"],
        PubliclyAccessible=False,
    )
    _server(
        ground,
        "shop-orders-legacy",
        Engine="mysql",
        EngineVersion="8.0.40",
        VpcSecurityGroupIds=[ground.book[f"group/{HOME}/legacy-everything"]],
        AutoMinorVersionUpgrade=False,
        BackupRetentionPeriod=1,
        PubliclyAccessible=True,
    )


def _server(ground: Ground, name: str, **settings: Any) -> None:
    made = ground.client("rds").create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.t4g.medium",
        DBSubnetGroupName=_SUBNETS,
        Tags=tags(name, owner="legacy" not in name),
        **({} if "DBClusterIdentifier" in settings else _master(ground, name)),
        **settings,
    )
    ground.book[f"database/{name}"] = made["DBInstance"]["DBInstanceArn"]
    ground.made("rds:db")


def _master(ground: Ground, name: str) -> dict[str, Any]:
    password = ground.secret(name)
    return {"MasterUsername": "keeper", "MasterUserPassword": password, "AllocatedStorage": 20}


def _clusters(ground: Ground) -> None:
    _cluster(
        ground,
        "shop-catalog",
        Engine="aurora-postgresql",
        EngineVersion="16.6",
        DBClusterParameterGroupName="shop-aurora",
        VpcSecurityGroupIds=[ground.book[f"group/{HOME}/data-lake-loader"]],
        StorageEncrypted=True,
        KmsKeyId=ground.book[f"key/{HOME}/shop"],
        DeletionProtection=True,
        BackupRetentionPeriod=14,
        EnableCloudwatchLogsExports=["postgresql"],
    )
    for zone in "ab":
        _server(
            ground,
            f"shop-catalog-{zone}",
            Engine="aurora-postgresql",
            DBClusterIdentifier="shop-catalog",
            AvailabilityZone=f"{HOME}{zone}",
            PubliclyAccessible=False,
        )
    _cluster(
        ground,
        "search-archive",
        Engine="aurora-mysql",
        EngineVersion="8.0.mysql_aurora.3.08.0",
        DBClusterParameterGroupName="search-aurora",
        BackupRetentionPeriod=1,
    )


def _cluster(ground: Ground, name: str, **settings: Any) -> None:
    made = ground.client("rds").create_db_cluster(
        DBClusterIdentifier=name,
        DBSubnetGroupName=_SUBNETS,
        MasterUsername="keeper",
        MasterUserPassword=ground.secret(name),
        Tags=tags(name),
        **settings,
    )
    ground.book[f"database/{name}"] = made["DBCluster"]["DBClusterArn"]
    ground.made("rds:cluster")


def _snapshots(ground: Ground) -> None:
    _snapshot(ground, "shop-orders", "shop-orders-before-17", None)
    _snapshot(ground, "shop-orders", "shop-orders-for-partner", UNKNOWN_ACCOUNT)
    _snapshot(ground, "shop-orders-legacy", "shop-orders-legacy-export", "all")
    _cluster_snapshot(ground, "shop-catalog", "shop-catalog-before-sale", None)
    _cluster_snapshot(ground, "shop-catalog", "shop-catalog-for-partner", UNKNOWN_ACCOUNT)
    _cluster_snapshot(ground, "search-archive", "search-archive-export", "all")


def _snapshot(ground: Ground, server: str, name: str, reader: str | None) -> None:
    rds = ground.client("rds")
    made = rds.create_db_snapshot(
        DBInstanceIdentifier=server, DBSnapshotIdentifier=name, Tags=tags(name)
    )
    ground.book[f"database/{name}"] = made["DBSnapshot"]["DBSnapshotArn"]
    ground.made("rds:snapshot")
    if reader:
        rds.modify_db_snapshot_attribute(
            DBSnapshotIdentifier=name, AttributeName="restore", ValuesToAdd=[reader]
        )


def _cluster_snapshot(ground: Ground, cluster: str, name: str, reader: str | None) -> None:
    rds = ground.client("rds")
    made = rds.create_db_cluster_snapshot(
        DBClusterIdentifier=cluster, DBClusterSnapshotIdentifier=name, Tags=tags(name)
    )
    ground.book[f"database/{name}"] = made["DBClusterSnapshot"]["DBClusterSnapshotArn"]
    ground.made("rds:cluster-snapshot")
    if reader:
        rds.modify_db_cluster_snapshot_attribute(
            DBClusterSnapshotIdentifier=name, AttributeName="restore", ValuesToAdd=[reader]
        )
