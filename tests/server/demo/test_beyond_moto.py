"""The stand-in's own operations answer real boto3 as AWS does, and are forgotten with the rest."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import boto3
import pytest

if TYPE_CHECKING:
    from server.demo.moto_server import MotoServer
    from tests.clouds.aws.fixtures import AwsCloud

HUB = "arn:aws:securityhub:us-east-1:123456789012:hub/default"
STANDARD = "arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices"
CLUSTER = "cluster-1a23b4cdefg"
DIRECTORY = "d-1234567890"


def test_custom_key_stores_are_made_connected_and_listed(aws_cloud: AwsCloud) -> None:
    kms = aws_cloud.client("kms")
    made = kms.create_custom_key_store(
        CustomKeyStoreName="hsm", CloudHsmClusterId=CLUSTER, KeyStorePassword="secret123"
    )
    outside = kms.create_custom_key_store(
        CustomKeyStoreName="outside",
        CustomKeyStoreType="EXTERNAL_KEY_STORE",
        XksProxyConnectivity="PUBLIC_ENDPOINT",
        XksProxyUriEndpoint="https://xks.example.com",
        XksProxyUriPath="/kms/xks/v1",
        XksProxyAuthenticationCredential={
            "AccessKeyId": "ABCDEFGHIJKLMNOPQRST",
            "RawSecretAccessKey": "a" * 43,
        },
    )
    kms.connect_custom_key_store(CustomKeyStoreId=made["CustomKeyStoreId"])
    first, second = kms.describe_custom_key_stores()["CustomKeyStores"]
    assert first["CustomKeyStoreId"] == made["CustomKeyStoreId"]
    assert (first["ConnectionState"], first["CloudHsmClusterId"]) == ("CONNECTED", CLUSTER)
    assert datetime.datetime.now(datetime.UTC) - first["CreationDate"] < datetime.timedelta(hours=1)
    assert second["CustomKeyStoreId"] == outside["CustomKeyStoreId"]
    assert second["XksProxyConfiguration"] == {
        "Connectivity": "PUBLIC_ENDPOINT",
        "UriEndpoint": "https://xks.example.com",
        "UriPath": "/kms/xks/v1",
        "AccessKeyId": "ABCDEFGHIJKLMNOPQRST",
    }
    with pytest.raises(kms.exceptions.CustomKeyStoreNotFoundException):
        kms.connect_custom_key_store(CustomKeyStoreId="cks-1")


def test_each_region_has_its_own_analyzers(aws_cloud: AwsCloud) -> None:
    here = aws_cloud.client("accessanalyzer")
    made = here.create_analyzer(analyzerName="outside", type="ACCOUNT", tags={"a": "b"})
    (found,) = here.list_analyzers()["analyzers"]
    assert found["arn"] == made["arn"]
    assert found["arn"] == "arn:aws:access-analyzer:us-east-1:123456789012:analyzer/outside"
    assert (found["status"], found["tags"]) == ("ACTIVE", {"a": "b"})
    assert found["createdAt"].tzinfo is not None
    assert aws_cloud.client("accessanalyzer", "eu-west-1").list_analyzers()["analyzers"] == []


def test_each_account_has_its_own_analyzers(aws_cloud: AwsCloud) -> None:
    role = "arn:aws:iam::210987654321:role/scan"
    assumed = aws_cloud.client("sts").assume_role(RoleArn=role, RoleSessionName="scan")
    keys = assumed["Credentials"]
    there = boto3.client(
        "accessanalyzer",
        region_name="us-east-1",
        endpoint_url=aws_cloud.endpoint_url,
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )
    arn = there.create_analyzer(analyzerName="theirs", type="ACCOUNT")["arn"]
    assert ":210987654321:" in arn
    assert aws_cloud.client("accessanalyzer").list_analyzers()["analyzers"] == []


def test_a_hub_has_standards_and_tags(aws_cloud: AwsCloud) -> None:
    hub = aws_cloud.client("securityhub")
    hub.enable_security_hub()
    assert hub.get_enabled_standards()["StandardsSubscriptions"] == []
    hub.batch_enable_standards(StandardsSubscriptionRequests=[{"StandardsArn": STANDARD}])
    (found,) = hub.get_enabled_standards()["StandardsSubscriptions"]
    assert (found["StandardsArn"], found["StandardsStatus"]) == (STANDARD, "READY")
    hub.tag_resource(ResourceArn=HUB, Tags={"owner": "platform"})
    assert hub.list_tags_for_resource(ResourceArn=HUB)["Tags"] == {"owner": "platform"}
    assert hub.describe_hub()["HubArn"] == HUB  # moto's own


def test_a_directory_has_snapshots_and_topics(aws_cloud: AwsCloud) -> None:
    ds = aws_cloud.client("ds")
    ds.create_snapshot(DirectoryId=DIRECTORY)
    limits = ds.get_snapshot_limits(DirectoryId=DIRECTORY)["SnapshotLimits"]
    assert (limits["ManualSnapshotsCurrentCount"], limits["ManualSnapshotsLimitReached"]) == (
        1,
        False,
    )
    assert ds.describe_event_topics(DirectoryId=DIRECTORY)["EventTopics"] == []
    ds.register_event_topic(DirectoryId=DIRECTORY, TopicName="alerts")
    (topic,) = ds.describe_event_topics(DirectoryId=DIRECTORY)["EventTopics"]
    assert topic["TopicArn"] == "arn:aws:sns:us-east-1:123456789012:alerts"


def test_all_is_forgotten_with_the_rest(aws_cloud: AwsCloud, moto: MotoServer) -> None:
    clients: dict[str, Any] = {name: aws_cloud.client(name) for name in ("accessanalyzer", "kms")}
    clients["accessanalyzer"].create_analyzer(analyzerName="a", type="ACCOUNT")
    moto.reset()
    assert clients["accessanalyzer"].list_analyzers()["analyzers"] == []
    assert clients["kms"].describe_custom_key_stores()["CustomKeyStores"] == []
