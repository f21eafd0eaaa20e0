"""What the proxy is told to break reaches real boto3 the way AWS would break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from botocore.config import Config
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ReadTimeoutError,
)
from botocore.parsers import ResponseParserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clouds.aws.fixtures import AwsCloud

_CALLS = {
    "iam:ListUsers": "list_users",
    "sns:ListTopics": "list_topics",
    "elbv2:DescribeLoadBalancers": "describe_load_balancers",
    "ec2:DescribeInstances": "describe_instances",
    "kms:ListKeys": "list_keys",
    "cloudtrail:DescribeTrails": "describe_trails",
    "lambda:ListFunctions": "list_functions",
    "s3:ListBuckets": "list_buckets",
}
_CODES = {
    "deny": (
        "AccessDenied",
        "AuthorizationError",
        "AccessDenied",
        "UnauthorizedOperation",
        "AccessDeniedException",
        "AccessDeniedException",
        "AccessDeniedException",
        "AccessDenied",
    ),
    "expire": (
        "ExpiredToken",
        "ExpiredToken",
        "ExpiredToken",
        "RequestExpired",
        "ExpiredTokenException",
        "ExpiredTokenException",
        "ExpiredTokenException",
        "ExpiredToken",
    ),
    "throttle": (
        "Throttling",
        "Throttling",
        "Throttling",
        "RequestLimitExceeded",
        "ThrottlingException",
        "ThrottlingException",
        "TooManyRequestsException",
        "SlowDown",
    ),
    "fail": (
        "InternalFailure",
        "InternalFailure",
        "InternalFailure",
        "InternalError",
        "InternalFailure",
        "InternalFailure",
        "ServiceException",
        "InternalError",
    ),
    "forget": (
        "InvalidAction",
        "InvalidAction",
        "InvalidAction",
        "InvalidAction",
        "UnknownOperationException",
        "UnknownOperationException",
        "UnknownOperationException",
        "NotImplemented",
    ),
}


def _call(cloud: AwsCloud, name: str, **more: Any) -> Any:
    return getattr(cloud.client(name.partition(":")[0], **more), _CALLS[name])()


def _code(cloud: AwsCloud, name: str) -> str:
    with pytest.raises(ClientError) as caught:
        _call(cloud, name)
    return str(caught.value.response["Error"]["Code"])


@pytest.mark.parametrize("kind", _CODES)
def test_a_fault_has_the_code_of_its_service(read_cloud: AwsCloud, kind: str) -> None:
    for name in _CALLS:
        getattr(read_cloud.proxy, kind)(name)
    assert tuple(_code(read_cloud, name) for name in _CALLS) == _CODES[kind]


@pytest.mark.parametrize("name", _CALLS)
def test_without_faults_the_answer_is_motos(read_cloud: AwsCloud, name: str) -> None:
    assert _call(read_cloud, name)["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert read_cloud.proxy.calls == {name: 1}


def test_a_permission_is_refused_where_its_operation_has_another_name(
    aws_cloud: AwsCloud,
) -> None:
    s3 = aws_cloud.client("s3")
    s3.create_bucket(Bucket="some-bucket")
    aws_cloud.proxy.deny_permission("s3:GetEncryptionConfiguration")
    with pytest.raises(ClientError, match="s3:GetBucketEncryption"):
        s3.get_bucket_encryption(Bucket="some-bucket")
    assert s3.get_bucket_acl(Bucket="some-bucket")["Grants"]


def test_a_rule_can_be_for_one_region_and_one_key(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.deny("ec2:Describe*", region="eu-west-1", access_key="AKIATEST")
    assert _call(read_cloud, "ec2:DescribeInstances", region="us-east-1")
    other = read_cloud.client("ec2", "eu-west-1", aws_access_key_id="AKIAOTHER")
    assert other.describe_instances()
    with pytest.raises(ClientError):
        _call(read_cloud, "ec2:DescribeInstances", region="eu-west-1")


def test_a_rule_can_end_after_some_calls_and_be_cleared(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.fail("iam:ListUsers", times=2)
    codes = [_code(read_cloud, "iam:ListUsers") for _ in range(2)]
    assert codes == ["InternalFailure"] * 2
    assert _call(read_cloud, "iam:ListUsers")
    read_cloud.proxy.deny("iam:*")
    read_cloud.proxy.clear()
    assert _call(read_cloud, "iam:ListUsers")


def test_retries_outlive_throttling(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.throttle("kms:ListKeys", times=2)
    config = Config(retries={"mode": "standard", "total_max_attempts": 4})
    assert _call(read_cloud, "kms:ListKeys", config=config)
    assert read_cloud.proxy.calls == {"kms:ListKeys": 3}


def test_throttling_by_chance_hits_some_and_not_all(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.throttle("kms:ListKeys", probability=0.5)
    kms = read_cloud.client("kms")
    hits = 0
    for _ in range(40):
        try:
            kms.list_keys()
        except ClientError:
            hits += 1
    assert 5 < hits < 35


def test_a_cut_connection_is_an_error_of_the_connection(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.cut("sns:ListTopics")
    with pytest.raises(ConnectionClosedError):
        _call(read_cloud, "sns:ListTopics")


def test_a_late_answer_meets_the_clients_patience(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.delay("sns:ListTopics", seconds=2.0)
    config = Config(read_timeout=0.2, retries={"total_max_attempts": 1})
    with pytest.raises(ReadTimeoutError):
        _call(read_cloud, "sns:ListTopics", config=config)


@pytest.mark.parametrize("status", [404, 501])
def test_a_bare_page_is_an_error_without_a_code_of_aws(read_cloud: AwsCloud, status: int) -> None:
    read_cloud.proxy.forget("lambda:ListFunctions", status=status)
    assert _code(read_cloud, "lambda:ListFunctions") == str(status)


def test_a_body_can_be_rewritten(aws_cloud: AwsCloud) -> None:
    aws_cloud.client("iam").create_user(UserName="before")
    aws_cloud.proxy.rewrite("iam:ListUsers", body=_replacing(b"before", b"after!"))
    found = _call(aws_cloud, "iam:ListUsers")["Users"]
    assert [user["UserName"] for user in found] == ["after!"]


def test_a_malformed_body_is_an_error_of_the_parser(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.rewrite("iam:ListUsers", body=lambda body: body[:-20])
    with pytest.raises(ResponseParserError):
        _call(read_cloud, "iam:ListUsers")


def test_connections_are_kept_alive(read_cloud: AwsCloud) -> None:
    kms = read_cloud.client("kms")
    for _ in range(5):
        kms.list_keys()
    assert len(read_cloud.proxy._server._open) == 1


def test_the_cloud_is_empty_for_each_test(aws_cloud: AwsCloud) -> None:
    assert _call(aws_cloud, "s3:ListBuckets")["Buckets"] == []


def test_an_object_goes_through_whole(aws_cloud: AwsCloud) -> None:
    s3 = aws_cloud.client("s3")
    s3.create_bucket(Bucket="some-bucket")
    body = bytes(range(256)) * 5000
    s3.put_object(Bucket="some-bucket", Key="a/b c+d", Body=body)
    assert s3.get_object(Bucket="some-bucket", Key="a/b c+d")["Body"].read() == body
    assert s3.head_object(Bucket="some-bucket", Key="a/b c+d")["ContentLength"] == len(body)
    assert aws_cloud.proxy.calls == {
        "s3:CreateBucket": 1,
        "s3:PutObject": 1,
        "s3:GetObject": 1,
        "s3:HeadObject": 1,
    }


def _replacing(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda body: body.replace(old, new)
