"""RDS databases, clusters and snapshots, from moto and from AWS's own forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws.rds import raw_of, requires_tls
from ingest.items import Answer, Item
from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

PASSWORD = "for-tests-only"  # noqa: S105 - a throw-away
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
SECRET = f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:rds!db-1"
THERE = f"arn:aws:rds:us-east-1:{ACCOUNT}"
DAY = datetime(2026, 5, 4, tzinfo=UTC)


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def group(*parameters: tuple[str, str | None, str]) -> dict[str, Any]:
    """Return a parameter group of (name, value, source)."""
    named = [{"ParameterName": n, "ParameterValue": v, "Source": s} for n, v, s in parameters]
    return {"Parameters": named}


def database(parameters: dict[str, Any] | None = None, **more: Any) -> Read:
    """Return the row of an instance as AWS describes it."""
    body = {
        "DBInstanceIdentifier": "shop",
        "DBInstanceArn": arn("rds", "db:shop"),
        "DbiResourceId": "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "InstanceCreateTime": DAY,
        "Engine": "postgres",
        "StorageEncrypted": False,
        "PubliclyAccessible": False,
        "MultiAZ": False,
        "AutoMinorVersionUpgrade": True,
        "DeletionProtection": False,
        "DBParameterGroups": [{"DBParameterGroupName": "default.postgres17"}],
        **more,
    }
    return literal("AwsRdsInstance", body, ParameterGroup=parameters or {})


def test_a_database_in_the_form_of_aws() -> None:
    found = database(
        Endpoint={"Address": "shop.abc.rds.amazonaws.com", "Port": 5432},
        StorageEncrypted=True,
        KmsKeyId=arn("kms", "key/k"),
        PerformanceInsightsEnabled=True,
        PerformanceInsightsKMSKeyId=arn("kms", "key/p"),
        VpcSecurityGroups=[{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
        DBSubnetGroup={"VpcId": "vpc-1", "Subnets": [{"SubnetIdentifier": "subnet-1"}]},
        EnabledCloudwatchLogsExports=["upgrade", "postgresql"],
        MonitoringInterval=60,
        MonitoringRoleArn=ROLE,
        EnhancedMonitoringResourceArn=arn("logs", "log-group:RDSOSMetrics:log-stream:db-ABC"),
        AssociatedRoles=[
            {"RoleArn": ROLE, "FeatureName": "s3Import", "Status": "ACTIVE"},
            {"RoleArn": f"{ROLE}2", "FeatureName": "Lambda", "Status": "ACTIVE"},
        ],
        MasterUserSecret={"SecretArn": SECRET, "SecretStatus": "active"},
        ActivityStreamKinesisStreamName="aws-rds-das-db-ABC",
        ActivityStreamKmsKeyId=arn("kms", "key/a"),
        CertificateDetails={"CAIdentifier": "rds-ca-rsa2048-g1", "ValidTill": DAY},
        TagList=[{"Key": "owner", "Value": "shop"}],
    )
    assert found.edges == {
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "USES_KEY>": [arn("kms", "key/a"), arn("kms", "key/p")],
        "HAS_ROLE>": [ROLE, f"{ROLE}2"],
        "HAS_SECRET>": [SECRET],
        "SENDS_TO>": [
            arn("kinesis", "stream/aws-rds-das-db-ABC"),
            arn("logs", "log-group:/aws/rds/instance/shop/postgresql"),
            arn("logs", "log-group:/aws/rds/instance/shop/upgrade"),
            arn("logs", "log-group:RDSOSMetrics"),
        ],
    }
    assert found.edge_properties[("HAS_ROLE>", ROLE)] == {"features": ["monitoring", "s3Import"]}
    assert found.properties["incarnation"] == "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert found.properties["port"] == 5432
    assert found.properties["log_exports"] == ["postgresql", "upgrade"]
    assert found.properties["certificate_expires_at"] == "2026-05-04T00:00:00+00:00"
    assert found.properties["has_performance_insights"] is True
    assert found.tags == {"owner": "shop"}


def test_a_database_without_anything_leads_nowhere() -> None:
    found = database()
    assert found.edges == {}
    assert found.properties["monitoring_interval_seconds"] == 0
    assert found.properties["is_cluster_member"] is False
    assert found.properties["is_replica"] is False
    assert found.properties["log_exports"] == []
    assert "certificate_expires_at" not in found.properties
    assert "port" not in found.properties


@pytest.mark.parametrize(
    ("named", "source"),
    [
        ({"ReadReplicaSourceDBInstanceIdentifier": "shop-0"}, arn("rds", "db:shop-0")),
        ({"ReadReplicaSourceDBInstanceIdentifier": f"{THERE}:db:far"}, f"{THERE}:db:far"),
        ({"ReadReplicaSourceDBClusterIdentifier": "c"}, arn("rds", "cluster:c")),
    ],
)
def test_a_replica_knows_its_source_near_and_far(named: dict[str, Any], source: str) -> None:
    found = database(**named)
    assert found.edges == {"REPLICATES>": [source]}
    assert found.properties["is_replica"] is True


@pytest.mark.parametrize(
    ("engine", "folder"),
    [("aurora-mysql", "/aws/rds/cluster"), ("docdb", "/aws/docdb"), ("neptune", "/aws/neptune")],
)
def test_a_member_logs_where_its_cluster_does(engine: str, folder: str) -> None:
    found = database(Engine=engine, DBClusterIdentifier="c", EnabledCloudwatchLogsExports=["audit"])
    assert found.edges == {
        "IN_CLUSTER>": [arn("rds", "cluster:c")],
        "SENDS_TO>": [arn("logs", f"log-group:{folder}/c/audit")],
    }
    assert found.properties["is_cluster_member"] is True


@pytest.mark.parametrize(
    ("engine", "parameter", "value", "expected"),
    [
        ("postgres", "rds.force_ssl", "1", True),
        ("postgres", "rds.force_ssl", "0", False),
        ("sqlserver-se", "rds.force_ssl", None, False),
        ("mysql", "require_secure_transport", "ON", True),
        ("mysql", "require_secure_transport", "OFF", False),
        ("mariadb", "another", "1", False),
        ("docdb", "tls", "enabled", True),
        ("docdb", "tls", "fips-140-3", True),
        ("docdb", "tls", "disabled", False),
        ("oracle-ee", "rds.force_ssl", "1", None),
        ("neptune", "tls", "enabled", None),
    ],
)
def test_what_makes_an_engine_refuse_clear_text(
    engine: str,
    parameter: str,
    value: str | None,
    expected: bool | None,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert requires_tls(engine, group((parameter, value, "user"))) is expected


def test_a_member_leaves_it_to_its_cluster_whether_clear_text_is_refused() -> None:
    forced = group(("rds.force_ssl", "1", "system"))
    assert database(forced).properties["requires_tls"] is True
    assert "requires_tls" not in database(forced, DBClusterIdentifier="c").properties
    assert "requires_tls" not in database(forced, Engine="custom-oracle-ee").properties
    assert "requires_tls" not in database(forced, DBParameterGroups=[]).properties


def cluster(**more: Any) -> Read:
    """Return the row of a cluster as AWS describes it."""
    subnets = {"VpcId": "vpc-1", "Subnets": [{"SubnetIdentifier": "subnet-1"}]}
    body = {
        "DBClusterIdentifier": "c",
        "DBClusterArn": arn("rds", "cluster:c"),
        "DbClusterResourceId": "cluster-ABC",
        "Engine": "aurora-postgresql",
        "StorageEncrypted": True,
        "KmsKeyId": arn("kms", "key/k"),
        "MultiAZ": True,
        "DeletionProtection": True,
        "DBClusterParameterGroup": "g",
        **more,
    }
    return literal(
        "AwsRdsCluster",
        body,
        SubnetGroup={"DBSubnetGroups": [subnets]},
        ParameterGroup=group(("rds.force_ssl", "1", "system"), ("work_mem", "1", "system")),
    )


def test_a_cluster_in_the_form_of_aws() -> None:
    found = cluster(
        ReplicationSourceIdentifier=f"{THERE}:cluster:far",
        VpcSecurityGroups=[{"VpcSecurityGroupId": "sg-1"}],
        EnabledCloudwatchLogsExports=["postgresql"],
        AssociatedRoles=[{"RoleArn": ROLE, "Status": "ACTIVE"}],
        HttpEndpointEnabled=True,
    )
    assert found.edges == {
        "REPLICATES>": [f"{THERE}:cluster:far"],
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "HAS_ROLE>": [ROLE],
        "SENDS_TO>": [arn("logs", "log-group:/aws/rds/cluster/c/postgresql")],
    }
    assert found.edge_properties[("HAS_ROLE>", ROLE)] == {"features": []}
    assert found.properties["requires_tls"] is True
    assert found.properties["has_data_api"] is True
    assert "requires_tls" not in cluster(Engine="neptune").properties


def test_of_a_parameter_group_only_what_was_set_or_tells_is_kept() -> None:
    whole = group(
        ("rds.force_ssl", "1", "system"),
        ("work_mem", "64MB", "user"),
        ("autovacuum", "1", "system"),
    )
    told = Item(body={"Engine": "postgres"}, answers={"ParameterGroup": Answer(body=whole)})
    kept = [p["ParameterName"] for p in raw_of(told)["ParameterGroup"]["Parameters"]]
    assert kept == ["rds.force_ssl", "work_mem"]
    untold = Item(body={"Engine": "oracle-ee"}, answers={"ParameterGroup": Answer(body={})})
    assert raw_of(untold) == {"Engine": "oracle-ee"}


def test_a_parameter_group_is_asked_for_once(aws_cloud: AwsCloud) -> None:
    rds = aws_cloud.client("rds", REGION)
    rds.create_db_parameter_group(
        DBParameterGroupName="tls", DBParameterGroupFamily="postgres17", Description="tls"
    )
    set_ = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}
    rds.modify_db_parameter_group(
        DBParameterGroupName="tls",
        Parameters=[set_],
    )
    for name in ("a", "b", "c"):
        rds.create_db_instance(
            DBInstanceIdentifier=name,
            DBInstanceClass="db.t4g.micro",
            Engine="postgres",
            DBParameterGroupName="tls",
            MasterUsername="keeper",
            MasterUserPassword=PASSWORD,
            PubliclyAccessible=False,
        )
    aws_cloud.proxy.calls.clear()
    found = rows(aws_cloud.endpoint_url, "AwsRdsInstance")
    assert {row.properties["requires_tls"] for row in found.values()} == {True}
    assert aws_cloud.proxy.calls["rds:DescribeDBParameters"] == 1


def snapshot(label: str, prefix: str, **more: Any) -> Read:
    """Return the row of a snapshot of an instance (`DB`) or of a cluster (`DBCluster`)."""
    kind = "snapshot" if prefix == "DB" else "cluster-snapshot"
    body = {
        f"{prefix}SnapshotIdentifier": "s",
        f"{prefix}SnapshotArn": arn("rds", f"{kind}:s"),
        "SnapshotCreateTime": DAY,
        "SnapshotType": "manual",
        "Encrypted" if prefix == "DB" else "StorageEncrypted": True,
        "KmsKeyId": arn("kms", "key/k"),
        **more,
    }
    listed = [
        {"AttributeName": "restore", "AttributeValues": ["all", "222222222222"]},
        {"AttributeName": "another", "AttributeValues": ["333333333333"]},
    ]
    return literal(
        label,
        body,
        Attributes={f"{prefix}SnapshotAttributesResult": {f"{prefix}SnapshotAttributes": listed}},
    )


def test_a_snapshot_of_a_database_in_the_form_of_aws() -> None:
    far = f"arn:aws:rds:us-east-1:{ACCOUNT}:snapshot:t"
    found = snapshot(
        "AwsRdsSnapshot",
        "DB",
        DBInstanceIdentifier="shop",
        SourceDBSnapshotIdentifier=far,
        VpcId="vpc-1",
    )
    assert found.properties["is_public"] is True
    assert found.edges == {
        "SHARED_WITH>": ["arn:aws:iam::222222222222:root"],
        "OF_DATABASE>": [arn("rds", "db:shop")],
        "COPY_OF>": [far],
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
    }


def test_a_snapshot_of_a_cluster_in_the_form_of_aws() -> None:
    far = f"arn:aws:rds:us-east-1:{ACCOUNT}:cluster-snapshot:t"
    found = snapshot(
        "AwsRdsClusterSnapshot",
        "DBCluster",
        DBClusterIdentifier="c",
        SourceDBClusterSnapshotArn=far,
    )
    assert found.properties["is_public"] is True
    assert found.edges == {
        "SHARED_WITH>": ["arn:aws:iam::222222222222:root"],
        "OF_DATABASE>": [arn("rds", "cluster:c")],
        "COPY_OF>": [far],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
    }


def test_who_may_restore_is_not_asked_of_automated_snapshots(aws_cloud: AwsCloud) -> None:
    rds = aws_cloud.client("rds", REGION)
    rds.create_db_instance(
        DBInstanceIdentifier="shop",
        DBInstanceClass="db.t4g.micro",
        Engine="mysql",
        MasterUsername="keeper",
        MasterUserPassword=PASSWORD,
    )
    aws_cloud.proxy.calls.clear()
    (found,) = rows(aws_cloud.endpoint_url, "AwsRdsSnapshot").values()
    assert found.properties["type"] == "automated"
    assert found.properties["is_public"] is False
    assert aws_cloud.proxy.calls["rds:DescribeDBSnapshotAttributes"] == 0
