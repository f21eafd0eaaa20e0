"""The demo's queues and delivery streams, well kept and not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tag_map, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground


def build_streams(ground: Ground) -> None:
    """Make queues, and streams that end in buckets; a topic delivers to one of each."""
    dead = _queue(ground, "shop-orders-failed", SqsManagedSseEnabled="true")
    orders = _queue(
        ground,
        "shop-orders",
        KmsMasterKeyId=ground.book[f"key/{HOME}/shop"],
        RedrivePolicy=json.dumps({"deadLetterTargetArn": dead, "maxReceiveCount": 5}),
        Policy=json.dumps(_tls_only(ground, "shop-orders")),
    )
    public = _queue(
        ground,
        "legacy-jobs",
        SqsManagedSseEnabled="false",
        Policy=json.dumps(_open(ground, "legacy-jobs")),
    )
    ground.notable |= {"queue": orders, "public_queue": public}
    clicks = _stream(ground, "shop-clicks", logged=True)
    _encrypt(ground, "shop-clicks")
    legacy = _stream(ground, "legacy-clicks", logged=False)
    ground.notable |= {"stream": clicks, "unencrypted_stream": legacy}
    ground.client("sns").subscribe(
        TopicArn=ground.book[f"topic/{HOME}/shop-orders"], Protocol="sqs", Endpoint=orders
    )


def _queue(ground: Ground, name: str, **attributes: str) -> str:
    ground.client("sqs").create_queue(
        QueueName=name, Attributes=attributes, tags=tag_map(name, owner="legacy" not in name)
    )
    ground.made("sqs:queue")
    return ground.arn("sqs", HOME, name)


def _tls_only(ground: Ground, name: str) -> dict[str, Any]:
    document = statement(["sqs:*"], [ground.arn("sqs", HOME, name)], Principal="*")
    document["Statement"][0] |= {
        "Effect": "Deny",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    return document


def _open(ground: Ground, name: str) -> dict[str, Any]:
    return statement(["sqs:SendMessage"], [ground.arn("sqs", HOME, name)], Principal="*")


def _stream(ground: Ground, name: str, *, logged: bool) -> str:
    group = {"LogGroupName": "/aws/firehose/shop-clicks", "LogStreamName": "delivery"}
    function = ground.book["function/shop-cart"]
    transform = {"ParameterName": "LambdaArn", "ParameterValue": f"{function}:$LATEST"}
    made = ground.client("firehose").create_delivery_stream(
        DeliveryStreamName=name,
        DeliveryStreamType="DirectPut",
        ExtendedS3DestinationConfiguration={
            "RoleARN": ground.book["role/platform-delivery"],
            "BucketARN": ground.book["bucket/platform-artifacts"],
            "CloudWatchLoggingOptions": {"Enabled": logged, **(group if logged else {})},
            "ProcessingConfiguration": {
                "Enabled": True,
                "Processors": [{"Type": "Lambda", "Parameters": [transform]}],
            },
        },
        Tags=tags(name, owner=logged),
    )
    ground.made("firehose:stream")
    arn: str = made["DeliveryStreamARN"]
    return arn


def _encrypt(ground: Ground, name: str) -> None:
    ground.client("firehose").start_delivery_stream_encryption(
        DeliveryStreamName=name,
        DeliveryStreamEncryptionConfigurationInput={
            "KeyType": "CUSTOMER_MANAGED_CMK",
            "KeyARN": ground.book[f"key/{HOME}/shop"],
        },
    )
