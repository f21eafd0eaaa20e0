"""ElastiCache clusters and replication groups, in AWS's own forms.

moto knows neither the security groups of a cluster nor the members of a group.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal

LOGS = [
    {
        "LogType": "slow-log",
        "DestinationType": "cloudwatch-logs",
        "DestinationDetails": {"CloudWatchLogsDetails": {"LogGroup": "cache/slow"}},
    },
    {
        "LogType": "engine-log",
        "DestinationType": "kinesis-firehose",
        "DestinationDetails": {"KinesisFirehoseDetails": {"DeliveryStream": "cache"}},
    },
]
TARGETS = [
    f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/cache",
    f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:cache/slow",
]


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def group(**more: Any) -> Read:
    """Return the row of a replication group as AWS describes it."""
    body = {
        "ReplicationGroupId": "sessions",
        "ARN": arn("elasticache", "replicationgroup:sessions"),
        "AutomaticFailover": "disabled",
        "ClusterEnabled": False,
        "AtRestEncryptionEnabled": False,
        "TransitEncryptionEnabled": False,
        **more,
    }
    return literal("AwsElasticacheReplicationGroup", body, Tagging={"TagList": []})


def test_a_replication_group_in_the_form_of_aws() -> None:
    found = group(
        AutomaticFailover="enabling",
        MultiAZ="enabled",
        AtRestEncryptionEnabled=True,
        KmsKeyId="k",
        UserGroupIds=["readers"],
        LogDeliveryConfigurations=LOGS,
    )
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "HAS_USER_GROUP>": [arn("elasticache", "usergroup:readers")],
        "SENDS_TO>": TARGETS,
    }
    assert found.properties["log_types"] == ["engine-log", "slow-log"]
    assert found.properties["fails_over"] is True
    assert found.properties["is_multi_az"] is True


def test_a_replication_group_as_it_comes() -> None:
    found = group()
    assert found.edges == {}
    for name in ("fails_over", "is_multi_az", "has_auth_token", "requires_tls"):
        assert found.properties[name] is False
    assert found.properties["snapshot_retention_days"] == 0


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"TransitEncryptionEnabled": True}, True),
        ({"TransitEncryptionEnabled": True, "TransitEncryptionMode": "required"}, True),
        ({"TransitEncryptionEnabled": True, "TransitEncryptionMode": "preferred"}, False),
        ({"TransitEncryptionEnabled": False, "TransitEncryptionMode": "required"}, False),
    ],
)
def test_clear_text_is_refused_unless_both_are_taken(
    settings: dict[str, Any], *, expected: bool
) -> None:
    assert group(**settings).properties["requires_tls"] is expected


def test_a_cluster_in_the_form_of_aws() -> None:
    body = {
        "CacheClusterId": "sessions-001",
        "ARN": arn("elasticache", "cluster:sessions-001"),
        "Engine": "valkey",
        "ReplicationGroupId": "sessions",
        "AtRestEncryptionEnabled": True,
        "SecurityGroups": [{"SecurityGroupId": "sg-1", "Status": "active"}],
        "NotificationConfiguration": {"TopicArn": arn("sns", "caches"), "TopicStatus": "active"},
        "LogDeliveryConfigurations": LOGS,
    }
    subnets = {"VpcId": "vpc-1", "Subnets": [{"SubnetIdentifier": "subnet-1"}]}
    found = literal(
        "AwsElasticacheCluster",
        body,
        SubnetGroup={"CacheSubnetGroups": [subnets]},
        Tagging={"TagList": [{"Key": "owner", "Value": "shop"}]},
    )
    assert found.edges == {
        "PART_OF>": [arn("elasticache", "replicationgroup:sessions")],
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "NOTIFIES>": [arn("sns", "caches")],
        "SENDS_TO>": TARGETS,
    }
    assert found.properties["is_group_member"] is True
    assert found.properties["is_encrypted"] is True
    assert found.tags == {"owner": "shop"}


def test_a_cluster_alone() -> None:
    body = {"CacheClusterId": "c", "ARN": arn("elasticache", "cluster:c"), "Engine": "memcached"}
    found = literal("AwsElasticacheCluster", body, SubnetGroup={}, Tagging={})
    assert found.edges == {}
    assert found.properties["is_group_member"] is False
    assert found.properties["is_encrypted"] is False
