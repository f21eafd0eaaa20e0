"""Throttling, expiring keys and the permissions that are asked for."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator

import boto3
import pytest

from ingest.aws.access import NotARead, check_reads, policy
from ingest.aws.calling import Account, Limits
from ingest.aws.client import Aws
from ingest.aws.credentials import Reference, identify, open_session
from ingest.aws.organization import PERMISSIONS, Member, members
from ingest.catalogue import discover
from ingest.pace import Bucket, Pace
from ingest.refusal import CredentialsRefused, Refused
from tests.clouds.aws.faults import Answer, Fault
from tests.clouds.aws.fixtures import AwsCloud

ACCOUNT = "123456789012"


@dataclasses.dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def session(key: str = "AKIATEST") -> boto3.Session:
    return boto3.Session(aws_access_key_id=key, aws_secret_access_key="test")  # noqa: S106 - any will do


@pytest.fixture
def account(read_cloud: AwsCloud) -> Iterator[Account]:
    made = Account(
        session("AKIAOLD"), account=ACCOUNT, partition="aws", endpoint_url=read_cloud.endpoint_url,
        limits=Limits(attempts=2, throttle_seconds=20), renew=lambda: session("AKIANEW"),
    )  # fmt: skip
    yield made
    made.close()


def topics(account: Account) -> list[object]:
    return list(
        Aws(owner=account, service="sns", region="us-east-1").pages("list_topics", "Topics")
    )


@pytest.mark.promise("R3")
def test_what_asks_for_a_pause_gets_it(read_cloud: AwsCloud, account: Account) -> None:
    def later(_: object) -> Answer:
        return Answer(status=503, headers={"Retry-After": "2"}, body=b"")

    topics(account)
    read_cloud.proxy._add(Fault(names=("sns:ListTopics",), answer=later, times=1))
    began = time.monotonic()
    topics(account)
    assert time.monotonic() - began >= 2
    assert read_cloud.proxy.calls["sns:ListTopics"] == 3


@pytest.mark.promise("R3")
def test_throttling_beyond_the_sdks_patience_is_outlasted(
    read_cloud: AwsCloud, account: Account
) -> None:
    read_cloud.proxy.throttle("sns:ListTopics", times=5)  # the SDK alone gives up after two
    topics(account)
    assert read_cloud.proxy.calls["sns:ListTopics"] == 6


@pytest.mark.promise("R3")
def test_what_holds_one_service_of_one_account_holds_no_other() -> None:
    clock = Clock()
    one, other = Pace(10, 10), Pace(10, 10)
    held = Bucket(10, 10, clock)
    held.hold(30)
    assert held.take() == 30
    clock.now = 30
    assert held.take() == 0
    one.hold("s3", 30)
    assert one._bucket("s3").take() > 29
    assert one._bucket("iam").take() == 0
    assert other._bucket("s3").take() == 0


@pytest.mark.promise("R4")
def test_keys_that_expire_are_looked_up_once_more(read_cloud: AwsCloud, account: Account) -> None:
    topics(account)
    read_cloud.proxy.expire("*", access_key="AKIAOLD")
    topics(account)
    assert read_cloud.proxy.log[-1].access_key == "AKIANEW"


@pytest.mark.promise("R4")
def test_keys_that_stay_expired_are_refused_without_end_of_tries(
    read_cloud: AwsCloud, account: Account
) -> None:
    topics(account)
    read_cloud.proxy.expire("*")
    for _ in range(3):
        with pytest.raises(Refused) as refused:
            topics(account)
        assert refused.value.error == "ExpiredToken"
    assert read_cloud.proxy.calls["sns:ListTopics"] == 1 + 2 + 1 + 1


@pytest.mark.promise("S17")
def test_the_policy_it_asks_for_holds_only_reads() -> None:
    catalogue = discover()
    document = policy(catalogue, more=PERMISSIONS)
    actions = [a for statement in document["Statement"] for a in statement["Action"]]
    assert set(actions) == {*catalogue.permissions("aws"), *PERMISSIONS}
    check_reads(actions)


def test_an_action_that_reads_keys_too_is_allowed_where_none_are() -> None:
    statements = policy(discover())["Statement"]
    (narrowed,) = [s for s in statements if "apigateway:GET" in s["Action"]]
    assert all("/restapis" in arn or "/apis" in arn for arn in narrowed["Resource"])
    assert [s["Resource"] for s in statements if s is not narrowed] == ["*"] * (len(statements) - 1)


@pytest.mark.promise("S17")
@pytest.mark.parametrize(
    "action",
    ["s3:*", "*", "s3:GetObject", "s3:PutObject", "iam:CreateUser", "lambda:GetFunction",
     "secretsmanager:GetSecretValue", "ssm:GetParameters", "ec2:GetPasswordData", "kms:Decrypt",
     "sts:AssumeRole", "s3:List*", "apigateway:POST"],
)  # fmt: skip
def test_what_is_more_than_reading_configuration_has_no_place_in_it(action: str) -> None:
    with pytest.raises(NotARead, match="find another call"):
        check_reads([action])


def test_an_organisations_active_accounts_are_found(aws_cloud: AwsCloud) -> None:
    client = aws_cloud.client("organizations")
    client.create_organization(FeatureSet="ALL")
    root = client.list_roots()["Roots"][0]["Id"]
    unit = client.create_organizational_unit(ParentId=root, Name="sandbox")
    unit_id = unit["OrganizationalUnit"]["Id"]
    inner = client.create_organizational_unit(ParentId=unit_id, Name="inner")
    ids = {
        name: client.create_account(AccountName=name, Email=f"{name}@example.com")[
            "CreateAccountStatus"
        ]["AccountId"]
        for name in ("shop", "play", "deep", "closed")
    }
    for name, to in (("play", unit_id), ("deep", inner["OrganizationalUnit"]["Id"])):
        client.move_account(AccountId=ids[name], SourceParentId=root, DestinationParentId=to)
    client.close_account(AccountId=ids["closed"])
    reference = Reference(endpoint_url=aws_cloud.endpoint_url)
    found = members(
        session(), identify(session(), reference), leave_out=[unit_id],
        endpoint_url=aws_cloud.endpoint_url,
    )  # fmt: skip
    said = {member.name: member for member in found}
    assert said["shop"] == Member(id=ids["shop"], name="shop")
    assert said["play"].left_out == said["deep"].left_out == f"left out with {unit_id}"
    assert said["closed"].left_out in {"suspended", "pending_closure"}
    assert len(found) == 5


def test_who_may_not_list_the_organisation_is_told_by_name(aws_cloud: AwsCloud) -> None:
    reference = Reference(endpoint_url=aws_cloud.endpoint_url)
    aws_cloud.proxy.deny("organizations:*")
    with pytest.raises(CredentialsRefused, match="organizations:ListAccounts: AccessDenied"):
        members(session(), identify(session(), reference), endpoint_url=aws_cloud.endpoint_url)
    assert open_session(reference) is not None
