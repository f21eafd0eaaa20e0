"""The client asks politely, retries where that helps, and names whatever refuses."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import socket
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from ingest.aws.calling import Account, Limits
from ingest.aws.client import Aws
from ingest.items import Item, Part
from ingest.model import Malformed, Unread
from ingest.refusal import NotEnabled, Refused
from tests.clouds.aws.faults import Fault, error
from tests.clouds.aws.fixtures import AwsCloud

ACCOUNT = "123456789012"
ACL = Part("Acl", "get_bucket_acl", "s3:GetBucketAcl", {"Bucket": "Name"})
OWNERSHIP = Part(
    "Ownership", "get_bucket_ownership_controls", "s3:GetBucketOwnershipControls",
    {"Bucket": "Name"}, none=("OwnershipControlsNotFoundError",),
)  # fmt: skip


@contextlib.contextmanager
def asking(
    endpoint_url: str, service: str, region: str = "us-east-1", *, partition: str = "aws"
) -> Iterator[Aws]:
    session = boto3.Session(
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="test",  # noqa: S106 - any will do
        region_name=region,
    )
    limits = Limits(attempts=4, connect_seconds=2, throttle_seconds=2)
    owner = Account(
        session, account=ACCOUNT, partition=partition, endpoint_url=endpoint_url, limits=limits
    )
    try:
        yield Aws(owner=owner, service=service, region=region)
    finally:
        owner.close()


def as_is(aws: Aws, item: Item) -> Any:
    """Stand in for a `read`: the item itself, once it has a name."""
    assert aws.account == ACCOUNT
    item["Name"]
    return item


def whole(aws: Aws, entries: list[dict[str, str]], *parts: Part) -> list[Any]:
    """Return the items of entries of which none is malformed."""
    return list(aws.records(as_is, entries, parts))


def buckets(cloud: AwsCloud, count: int) -> list[dict[str, str]]:
    client = cloud.client("s3")
    names = [f"bucket-{n:02}" for n in range(count)]
    for name in names:
        client.create_bucket(Bucket=name)
    cloud.proxy.calls.clear()
    return [{"Name": name} for name in names]


def policies(cloud: AwsCloud, count: int) -> list[str]:
    client = cloud.client("iam")
    allow = {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [allow]})
    names = [f"policy-{n}" for n in range(count)]
    for name in names:
        client.create_policy(PolicyName=name, PolicyDocument=document)
    cloud.proxy.calls.clear()
    return names


def local_policies(aws: Aws) -> Iterator[Any]:
    return aws.pages("list_policies", "Policies", Scope="Local", PaginationConfig={"PageSize": 2})


def test_a_listing_has_the_entries_of_all_its_pages(aws_cloud: AwsCloud) -> None:
    names = policies(aws_cloud, 5)
    with asking(aws_cloud.endpoint_url, "iam") as aws:
        found = list(local_policies(aws))
    assert [policy["PolicyName"] for policy in found] == names
    assert aws_cloud.proxy.calls["iam:ListPolicies"] == 3
    assert aws.owner._calls._made["iam:ListPolicies"] == 3


def test_a_code_that_says_there_is_none_is_no_refusal(read_cloud: AwsCloud) -> None:
    with asking(read_cloud.endpoint_url, "iam") as aws:
        assert aws.call("get_user", none=("NoSuchEntity",), UserName="nobody") == {}
        with pytest.raises(Refused, match="NoSuchEntity"):
            aws.call("get_user", none=("AccessDenied",), UserName="nobody")


def test_a_page_that_is_refused_refuses_the_listing(aws_cloud: AwsCloud) -> None:
    names = policies(aws_cloud, 3)
    with asking(aws_cloud.endpoint_url, "iam") as aws:
        pages = local_policies(aws)
        assert [next(pages)["PolicyName"], next(pages)["PolicyName"]] == names[:2]
        aws_cloud.proxy.deny("iam:ListPolicies")
        with pytest.raises(Refused, match="iam:ListPolicies"):
            next(pages)


def test_a_listing_without_pages_is_one_call(read_cloud: AwsCloud) -> None:
    with asking(read_cloud.endpoint_url, "cloudtrail") as aws:
        assert list(aws.pages("describe_trails", "trailList")) == []
    assert read_cloud.proxy.calls == {"cloudtrail:DescribeTrails": 1}


@pytest.mark.parametrize(
    ("service", "operation", "name", "code"),
    [
        ("iam", "list_users", "iam:ListUsers", "AccessDenied"),
        ("ec2", "describe_volumes", "ec2:DescribeVolumes", "UnauthorizedOperation"),
        ("kms", "list_keys", "kms:ListKeys", "AccessDeniedException"),
        ("lambda", "list_functions", "lambda:ListFunctions", "AccessDeniedException"),
        ("s3", "list_buckets", "s3:ListBuckets", "AccessDenied"),
    ],
)
def test_a_refusal_carries_the_call_and_the_clouds_code(
    read_cloud: AwsCloud, service: str, operation: str, name: str, code: str
) -> None:
    read_cloud.proxy.deny(name)
    with asking(read_cloud.endpoint_url, service) as aws, pytest.raises(Refused) as refused:
        aws.call(operation)
    assert (refused.value.call, refused.value.error) == (name, code)
    assert not isinstance(refused.value, NotEnabled)
    assert read_cloud.proxy.calls[name] == 1


@pytest.mark.parametrize("status", [None, 404, 500, 501, 503])
def test_an_api_that_never_answered_is_asked_once(read_cloud: AwsCloud, status: int | None) -> None:
    read_cloud.proxy.forget("sns:ListTopics", status=status)
    with asking(read_cloud.endpoint_url, "sns") as aws, pytest.raises(Refused) as refused:
        aws.call("list_topics")
    assert refused.value.call == "sns:ListTopics"
    assert read_cloud.proxy.calls["sns:ListTopics"] == 1


def test_an_api_that_has_answered_is_asked_again(read_cloud: AwsCloud) -> None:
    with asking(read_cloud.endpoint_url, "sns") as aws:
        aws.call("list_topics")
        read_cloud.proxy.fail("sns:ListTopics", times=2)
        assert aws.call("list_topics")["Topics"] is not None
    assert read_cloud.proxy.calls["sns:ListTopics"] == 4


def test_a_throttled_call_is_asked_again_even_the_first(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.throttle("kms:ListKeys", times=2)
    with asking(read_cloud.endpoint_url, "kms") as aws:
        assert "Keys" in aws.call("list_keys")
    assert read_cloud.proxy.calls["kms:ListKeys"] == 3


def test_an_api_that_only_throttles_is_given_up_by_name(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.throttle("kms:ListKeys")
    with asking(read_cloud.endpoint_url, "kms") as aws, pytest.raises(Refused) as refused:
        aws.call("list_keys")
    assert (refused.value.call, refused.value.error) == ("kms:ListKeys", "ThrottlingException")


@pytest.mark.parametrize("code", ["OptInRequired", "SubscriptionRequiredException"])
def test_what_is_not_switched_on_is_no_refusal(read_cloud: AwsCloud, code: str) -> None:
    def answer(call: Any) -> Any:
        return error(call, 403, code, "You are not subscribed to this service.")

    read_cloud.proxy._add(Fault(names=("ec2:DescribeVpcs",), answer=answer))
    with asking(read_cloud.endpoint_url, "ec2") as aws, pytest.raises(NotEnabled, match=code):
        list(aws.pages("describe_vpcs", "Vpcs"))


@pytest.mark.parametrize(
    "body", [b"", b"<oops", b"\xff\xfe\x00", b"[]", b"<html><body>sign in here</body></html>"]
)
@pytest.mark.parametrize(
    ("service", "operation", "path", "name"),
    [
        ("kms", "list_keys", "Keys", "kms:ListKeys"),
        ("lambda", "list_functions", "Functions", "lambda:ListFunctions"),
        ("s3", "list_buckets", "Buckets", "s3:ListBuckets"),
        ("ec2", "describe_vpcs", "Vpcs", "ec2:DescribeVpcs"),
        ("sns", "list_topics", "Topics", "sns:ListTopics"),
    ],
)
def test_what_is_no_answer_is_never_an_empty_listing(
    read_cloud: AwsCloud, service: str, operation: str, path: str, name: str, body: bytes
) -> None:
    read_cloud.proxy.rewrite(name, body=lambda _: body)
    with asking(read_cloud.endpoint_url, service) as aws, pytest.raises(Refused) as refused:
        list(aws.pages(operation, path))
    assert refused.value.call == name


def test_a_cut_connection_is_a_refusal_by_name(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.cut("iam:ListUsers")
    with asking(read_cloud.endpoint_url, "iam") as aws, pytest.raises(Refused) as refused:
        aws.call("list_users")
    assert (refused.value.call, refused.value.error) == ("iam:ListUsers", "ConnectionClosedError")


def test_an_endpoint_that_does_not_listen_is_a_refusal_by_name() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # taken, and nobody listens
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with asking(address, "iam") as aws, pytest.raises(Refused) as refused:
            aws.call("list_users")
    assert (refused.value.call, refused.value.error) == ("iam:ListUsers", "EndpointConnectionError")


def test_items_come_in_the_listings_order_with_the_answers_about_them(aws_cloud: AwsCloud) -> None:
    entries = buckets(aws_cloud, 12)
    aws_cloud.proxy.delay("s3:GetBucketAcl", seconds=0.15, probability=0.4)
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        found = whole(aws, entries, ACL, OWNERSHIP)
    assert [item["Name"] for item in found] == [entry["Name"] for entry in entries]
    assert all(item.part("Acl").get("Grants") for item in found)
    assert aws_cloud.proxy.calls["s3:GetBucketAcl"] == 12


def test_a_refused_part_says_which_call_and_permission(aws_cloud: AwsCloud) -> None:
    entries = buckets(aws_cloud, 1)
    aws_cloud.proxy.deny("s3:GetBucketAcl")
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        (item,) = whole(aws, entries, ACL, OWNERSHIP)
    assert item.part("Acl").get("Grants") == Unread(
        call="s3:GetBucketAcl", permission="s3:GetBucketAcl", error="AccessDenied"
    )
    assert item.part("Acl").read(lambda body: body["Grants"]) is item.part("Acl").refused
    assert item.part("Ownership").refused is None
    assert "Acl" not in item.raw


def test_there_is_none_is_an_answer(aws_cloud: AwsCloud) -> None:
    entries = buckets(aws_cloud, 1)
    aws_cloud.client("s3").delete_bucket_ownership_controls(Bucket=entries[0]["Name"])
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        (item,) = whole(aws, entries, OWNERSHIP)
    assert item.part("Ownership").body == {}
    assert item.part("Ownership").get("OwnershipControls") is None


def test_calls_about_an_entry_go_to_its_region(aws_cloud: AwsCloud) -> None:
    entries = buckets(aws_cloud, 2)
    where = {"bucket-00": "eu-west-1", "bucket-01": "ap-south-1"}
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        list(aws.records(as_is, entries, (ACL,), region=lambda entry: where[entry["Name"]]))
    asked = {c.region for c in aws_cloud.proxy.log if c.name == "s3:GetBucketAcl"}
    assert asked == {"eu-west-1", "ap-south-1"}


def test_a_part_may_be_asked_elsewhere_than_what_it_is_about(aws_cloud: AwsCloud) -> None:
    acl = dataclasses.replace(ACL, region=lambda _: "eu-north-1")
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        list(aws.records(as_is, buckets(aws_cloud, 2), (acl,), region=lambda _: "eu-west-1"))
    asked = {c.region for c in aws_cloud.proxy.log if c.name == "s3:GetBucketAcl"}
    assert asked == {"eu-north-1"}


def test_an_odd_entry_costs_itself_and_its_error_tells_no_value(read_cloud: AwsCloud) -> None:
    def read(_: Aws, item: Item) -> Any:
        return int(item["Name"])

    entries: list[Any] = [{"Name": "1"}, {"Title": "x"}, "text", {"Name": "hunter2"}, {"Name": "5"}]
    with asking(read_cloud.endpoint_url, "s3") as aws:
        found: list[Any] = list(aws.records(read, entries))
    assert [found[0], found[4]] == [1, 5]
    odd = [item for item in found if isinstance(item, Malformed)]
    assert [item.error for item in odd] == ["KeyError 'Name'", "TypeError", "ValueError"]
    assert [item.raw for item in odd] == [{"Title": "x"}, {"entry": "text"}, {"Name": "hunter2"}]


def test_a_part_that_can_not_be_asked_about_an_entry_is_unread(read_cloud: AwsCloud) -> None:
    part = Part("Acl", "get_bucket_acl", "s3:GetBucketAcl", {"Bucket": lambda b: b["Id"]["Name"]})
    with asking(read_cloud.endpoint_url, "s3") as aws:
        (item,) = whole(aws, [{"Name": "x"}], part)
    assert item.part("Acl").refused == Unread(
        call="s3:get_bucket_acl", permission="s3:GetBucketAcl", error="KeyError"
    )
    assert not read_cloud.proxy.calls


def test_a_listing_about_each_entry_is_whole_or_refused(aws_cloud: AwsCloud) -> None:
    client = aws_cloud.client("iam")
    for name in ("ann", "bob"):
        client.create_user(UserName=name)
        client.create_access_key(UserName=name)
    keys = Part(
        "Keys", "list_access_keys", "iam:ListAccessKeys", {"UserName": "UserName"},
        pages="AccessKeyMetadata",
    )  # fmt: skip
    users = [{"UserName": "ann"}, {"UserName": "bob"}]
    with asking(aws_cloud.endpoint_url, "iam") as aws:
        found = [(user["UserName"], key["UserName"]) for user, key in aws.each(users, keys)]
        assert found == [("ann", "ann"), ("bob", "bob")]
        aws_cloud.proxy.deny("iam:ListAccessKeys", times=1)
        with pytest.raises(Refused, match="iam:ListAccessKeys: AccessDenied"):
            list(aws.each(users, keys))


def test_what_many_items_ask_the_same_is_asked_once(aws_cloud: AwsCloud) -> None:
    entries = [{"Name": bucket["Name"], "Of": "bucket-00"} for bucket in buckets(aws_cloud, 3)]
    shared = Part("Acl", "get_bucket_acl", "s3:GetBucketAcl", {"Bucket": "Of"}, shared=True)
    each = Part("Own", "get_bucket_acl", "s3:GetBucketAcl", {"Bucket": "Name"}, shared=True)
    with asking(aws_cloud.endpoint_url, "s3") as aws:
        found = whole(aws, entries, shared)
        assert aws_cloud.proxy.calls["s3:GetBucketAcl"] == 1
        assert all(item.part("Acl").get("Grants") for item in found)
        whole(aws, entries, each)
        assert aws_cloud.proxy.calls["s3:GetBucketAcl"] == 4
        aws_cloud.proxy.deny("s3:GetBucketAcl")
        refused = whole(aws, entries, shared)
    assert [item.part("Acl").refused is None for item in refused] == [False, False, False]


def test_arns_are_of_the_connectors_partition() -> None:
    with asking("http://127.0.0.1:9", "sns", "cn-north-1", partition="aws-cn") as aws:
        assert aws.arn("sns", "alarms") == f"arn:aws-cn:sns:cn-north-1:{ACCOUNT}:alarms"
        assert aws.arn("s3", "logs", region="", account="") == "arn:aws-cn:s3:::logs"
