"""DynamoDB tables, from moto and from AWS's own forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

OTHERS = "arn:aws:dynamodb:us-west-2:222222222222:table/t"
TABLE = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/t"


def table(**described: Any) -> Read:
    """Return the row of a table as AWS describes it."""
    answers: dict[str, Any] = {
        "Description": {
            "Table": {
                "TableId": "0a1b2c3d-0000-1111-2222-333344445555",
                "TableStatus": "ACTIVE",
                "CreationDateTime": datetime(2026, 5, 4, tzinfo=UTC),
                "DeletionProtectionEnabled": False,
                **described,
            }
        },
        "ContinuousBackups": {
            "ContinuousBackupsDescription": {
                "ContinuousBackupsStatus": "ENABLED",
                "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"},
            }
        },
        "ResourcePolicy": {},
        "Tagging": {"Tags": []},
    }
    return literal("AwsDynamodbTable", {"TableName": "t", "TableArn": TABLE}, **answers)


def test_a_table_as_it_comes() -> None:
    found = table()
    assert found.edges == {}
    assert found.properties["incarnation"] == "0a1b2c3d-0000-1111-2222-333344445555"
    assert found.properties["billing_mode"] == "PROVISIONED"
    assert found.properties["table_class"] == "STANDARD"
    assert found.properties["has_point_in_time_recovery"] is False
    assert found.properties["policy_public_actions"] == []
    assert "stream_view_type" not in found.properties
    assert "recovery_period_days" not in found.properties


def test_a_table_of_several_regions_that_was_restored() -> None:
    there = TABLE.replace(REGION, "us-east-1")
    found = table(
        SSEDescription={"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "arn:aws:kms:k"},
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"},
        LatestStreamArn=f"{TABLE}/stream/2026",
        Replicas=[
            {"RegionName": "us-east-1"},
            {"RegionName": REGION},
            {"RegionName": "us-west-2", "ReplicaArn": OTHERS},
        ],
        RestoreSummary={"SourceTableArn": f"{TABLE}-old", "RestoreInProgress": False},
        TableClassSummary={"TableClass": "STANDARD_INFREQUENT_ACCESS"},
    )
    assert found.edges == {
        "ENCRYPTED_BY>": ["arn:aws:kms:k"],
        "HAS_STREAM>": [f"{TABLE}/stream/2026"],
        "REPLICATED_TO>": [there, OTHERS],
        "RESTORED_FROM>": [f"{TABLE}-old"],
    }
    assert found.properties["table_class"] == "STANDARD_INFREQUENT_ACCESS"


def test_a_stream_that_was_closed_is_none() -> None:
    found = table(LatestStreamArn=f"{TABLE}/stream/2026")
    assert found.edges == {}


def test_tables_are_read_by_their_names(aws_cloud: AwsCloud) -> None:
    dynamodb = aws_cloud.client("dynamodb", REGION)
    for name in ("t", "u"):
        dynamodb.create_table(
            TableName=name,
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
            Tags=[{"Key": "called", "Value": name}],
        )
    found = rows(aws_cloud.endpoint_url, "AwsDynamodbTable")
    assert found.keys() == {TABLE, TABLE[:-1] + "u"}
    assert found[TABLE].properties["billing_mode"] == "PAY_PER_REQUEST"
    assert found[TABLE].tags == {"called": "t"}
