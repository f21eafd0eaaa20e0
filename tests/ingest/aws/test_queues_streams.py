"""SQS queues and Data Firehose streams, from moto and from AWS's own forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws import firehose_stream, sqs_queue
from ingest.catalogue import discover
from ingest.redact import redactor
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
QUEUE = f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/orders"


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def queue(url: str = QUEUE, **attributes: str) -> Any:
    body = {"QueueUrl": url}
    return literal(
        "AwsSqsQueue",
        body,
        QueueAttributes={"Attributes": attributes},
        Tagging={"Tags": {"k": "v"}},
    )


def test_a_queue_in_the_form_of_aws() -> None:
    redrive = {"deadLetterTargetArn": arn("sqs", "failed"), "maxReceiveCount": "3"}
    found = queue(
        CreatedTimestamp="1700000000",
        MessageRetentionPeriod="345600",
        VisibilityTimeout="30",
        KmsMasterKeyId="alias/aws/sqs",
        SqsManagedSseEnabled="false",
        RedrivePolicy=json.dumps(redrive),
        RedriveAllowPolicy='{"redrivePermission":"denyAll"}',
    )
    assert found.properties["uid"] == arn("sqs", "orders")
    assert found.properties["created_at"] == "2023-11-14T22:13:20+00:00"
    assert found.properties["is_encrypted"] is True
    assert found.properties["max_receives"] == 3
    assert found.properties["redrive_permission"] == "denyAll"
    assert found.properties["retention_seconds"] == 345600
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "alias/aws/sqs")],
        "SENDS_TO>": [arn("sqs", "failed")],
    }
    assert found.tags == {"k": "v"}


@pytest.mark.parametrize(
    ("attribute", "expected"), [("true", True), ("false", False), (None, False)]
)
def test_a_queue_without_a_key_may_be_encrypted_by_sqs(
    attribute: str | None, *, expected: bool
) -> None:
    attributes = {} if attribute is None else {"SqsManagedSseEnabled": attribute}
    found = queue(**attributes)
    assert found.properties["is_encrypted"] is expected
    assert "max_receives" not in found.properties
    assert found.edges == {}


@pytest.mark.parametrize("action", ["sqs:*", "SQS:*", "*"])
def test_a_queue_requires_tls_by_its_policy(action: str) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": action,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    found = queue(Policy=json.dumps({"Statement": [statement]}))
    assert found.properties["requires_tls"] is True
    assert found.properties["policy_public_actions"] == []


def test_a_queue_of_another_account_keeps_its_own() -> None:
    found = queue(f"https://sqs.{REGION}.amazonaws.com/210987654321/orders.fifo")
    assert found.properties["uid"] == f"arn:aws:sqs:{REGION}:210987654321:orders.fifo"
    assert found.properties["is_fifo"] is True


def test_all_queues_are_listed(aws_cloud: AwsCloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqs_queue, "PAGES", {"PageSize": 2})
    names = [f"q{n}" for n in range(5)]
    for name in names:
        aws_cloud.client("sqs", REGION).create_queue(QueueName=name)
    found = rows(aws_cloud.endpoint_url, "AwsSqsQueue")
    assert sorted(found) == [arn("sqs", name) for name in names]
    assert aws_cloud.proxy.calls["sqs:ListQueues"] == 3


def stream(*destinations: dict[str, Any], **more: Any) -> Any:
    about = {"DeliveryStreamName": "clicks", "Destinations": list(destinations), **more}
    answer = {"DeliveryStreamDescription": about}
    return literal(
        "AwsFirehoseStream",
        {"DeliveryStreamName": "clicks"},
        Stream=answer,
        Tagging={"Tags": [{"Key": "k", "Value": "v"}], "HasMoreTags": False},
    )


def logging(name: str | None) -> dict[str, Any]:
    return {"CloudWatchLoggingOptions": {"Enabled": bool(name), "LogGroupName": name}}


def test_a_stream_to_a_bucket_in_the_form_of_aws() -> None:
    function = arn("lambda", "function:change")
    bucket = {"RoleARN": ROLE, "BucketARN": "arn:aws:s3:::clicks", **logging("/firehose")}
    processor = {
        "Type": "Lambda",
        "Parameters": [
            {"ParameterName": "LambdaArn", "ParameterValue": f"{function}:$LATEST"},
            {"ParameterName": "NumberOfRetries", "ParameterValue": "3"},
        ],
    }
    extended = {**bucket, "ProcessingConfiguration": {"Enabled": True, "Processors": [processor]}}
    found = stream(
        {"S3DestinationDescription": bucket, "ExtendedS3DestinationDescription": extended},
        DeliveryStreamType="KinesisStreamAsSource",
        DeliveryStreamStatus="ACTIVE",
        Source={
            "KinesisStreamSourceDescription": {
                "KinesisStreamARN": arn("kinesis", "stream/in"),
                "RoleARN": ROLE,
            }
        },
    )
    assert found.properties["uid"] == arn("firehose", "deliverystream/clicks")
    assert found.properties["is_encrypted"] is False
    assert found.properties["logs_errors"] is True
    assert found.properties["destination_types"] == ["S3"]
    assert found.edges == {
        "READS_FROM>": [arn("kinesis", "stream/in")],
        "DELIVERS_TO>": ["arn:aws:s3:::clicks"],
        "TRANSFORMED_BY>": [function],
        "LOGS_TO>": [arn("logs", "log-group:/firehose")],
        "HAS_ROLE>": [ROLE],
    }
    assert found.tags == {"k": "v"}


def test_a_stream_into_a_network_with_a_key() -> None:
    search = {
        "RoleARN": ROLE,
        "DomainARN": arn("es", "domain/search"),
        "S3DestinationDescription": {"BucketARN": "arn:aws:s3:::failed"},
        "VpcConfigurationDescription": {
            "VpcId": "vpc-1",
            "SubnetIds": ["subnet-1"],
            "SecurityGroupIds": ["sg-1"],
        },
        **logging("/firehose"),
    }
    encryption = {"KeyARN": arn("kms", "key/k"), "KeyType": "CUSTOMER_MANAGED_CMK"}
    found = stream(
        {"AmazonopensearchserviceDestinationDescription": search},
        DeliveryStreamEncryptionConfiguration={**encryption, "Status": "ENABLED"},
    )
    assert found.properties["is_encrypted"] is True
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "DELIVERS_TO>": [arn("es", "domain/search"), "arn:aws:s3:::failed"],
        "LOGS_TO>": [arn("logs", "log-group:/firehose")],
        "HAS_ROLE>": [ROLE],
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
    }


def test_a_stream_out_of_aws_hides_its_tokens() -> None:
    splunk = {
        "HECEndpoint": "https://splunk.example.com",
        "HECToken": "hidden-token",
        "SecretsManagerConfiguration": {
            "SecretARN": arn("secretsmanager", "secret:s"),
            "Enabled": True,
        },
        **logging(None),
    }
    attributes = [{"AttributeName": "key", "AttributeValue": "hidden-value"}]
    http = {
        "EndpointConfiguration": {"Url": "https://in.example.com", "Name": "in"},
        "RequestConfiguration": {"CommonAttributes": attributes},
        **logging("/firehose"),
    }
    destinations = [
        {"SplunkDestinationDescription": splunk},
        {"HttpEndpointDestinationDescription": http},
    ]
    found = stream(*destinations)
    assert found.properties["destination_types"] == ["HttpEndpoint", "Splunk"]
    assert found.properties["addresses"] == ["https://in.example.com", "https://splunk.example.com"]
    assert found.properties["logs_errors"] is False
    assert found.edges["USES_SECRET>"] == [arn("secretsmanager", "secret:s")]
    redact = redactor(discover()["AwsFirehoseStream"].redact, b"key")
    raw = {"Stream": {"DeliveryStreamDescription": {"Destinations": destinations}}}
    assert "hidden" not in str(redact(raw)) + str(found)


def test_all_streams_are_listed(aws_cloud: AwsCloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firehose_stream, "MOST", 2)
    names = [f"s{n}" for n in range(5)]
    for name in names:
        aws_cloud.client("firehose", REGION).create_delivery_stream(
            DeliveryStreamName=name,
            ExtendedS3DestinationConfiguration={"RoleARN": ROLE, "BucketARN": "arn:aws:s3:::b"},
        )
    found = rows(aws_cloud.endpoint_url, "AwsFirehoseStream")
    assert sorted(found) == [arn("firehose", f"deliverystream/{name}") for name in names]
    assert aws_cloud.proxy.calls["firehose:ListDeliveryStreams"] == 3
