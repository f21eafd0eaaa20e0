"""Credentials are found by reference; those that do not work are refused with the way out."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import pytest

from ingest.aws.credentials import (
    EndpointSilent,
    Reference,
    UnknownRegion,
    check_regions,
    identify,
    open_session,
)
from ingest.refusal import CredentialsRefused
from tests.clouds.aws.fixtures import AwsCloud

OTHER = "222222222222"
ROLE = f"arn:aws:iam::{OTHER}:role/reader"
CONFIG = """
[profile work]
aws_access_key_id = AKIAWORK
aws_secret_access_key = test
region = eu-west-1
"""


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keys in the environment, one profile in a file, and nothing of whoever runs the tests."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "config").write_text(CONFIG)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIATEST")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")


def who(reference: Reference) -> str:
    return identify(open_session(reference), reference).account


def test_the_environments_keys_say_whose_they_are(read_cloud: AwsCloud) -> None:
    reference = Reference(endpoint_url=read_cloud.endpoint_url)
    found = identify(open_session(reference), reference)
    assert (found.account, found.partition) == ("123456789012", "aws")
    assert found.arn.startswith("arn:aws:")


def test_a_role_of_another_account_is_assumed_with_its_external_id(
    read_cloud: AwsCloud, caplog: pytest.LogCaptureFixture
) -> None:
    reference = Reference(role_arn=ROLE, external_id="e-42", endpoint_url=read_cloud.endpoint_url)
    with caplog.at_level(logging.DEBUG, "botocore.endpoint"):
        assert who(reference) == OTHER
    (sent,) = (m for m in caplog.messages if "Making request" in m and "AssumeRole)" in m)
    assert "'ExternalId': 'e-42'" in sent
    first, second = read_cloud.proxy.log
    assert (first.name, first.access_key) == ("sts:AssumeRole", "AKIATEST")
    assert second.name == "sts:GetCallerIdentity"
    assert second.access_key != "AKIATEST"


def test_a_role_is_assumed_once_for_many_calls(read_cloud: AwsCloud) -> None:
    reference = Reference(role_arn=ROLE, endpoint_url=read_cloud.endpoint_url)
    session = open_session(reference)
    for _ in range(3):
        identify(session, reference)
    assert read_cloud.proxy.calls == {"sts:AssumeRole": 1, "sts:GetCallerIdentity": 3}


def test_a_role_that_may_not_be_assumed_is_named(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.deny("sts:AssumeRole")
    with pytest.raises(CredentialsRefused, match=f"refuses the role {ROLE}: AccessDenied"):
        who(Reference(role_arn=ROLE, endpoint_url=read_cloud.endpoint_url))


def test_a_profiles_keys_are_used(read_cloud: AwsCloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    who(Reference(profile="work", endpoint_url=read_cloud.endpoint_url))
    (call,) = read_cloud.proxy.log
    assert (call.access_key, call.region) == ("AKIAWORK", "eu-west-1")


def test_a_profile_that_is_not_there_is_named_beside_those_that_are() -> None:
    with pytest.raises(CredentialsRefused, match="'wrok'; there are: work"):
        open_session(Reference(profile="wrok"))


def test_no_credentials_at_all_is_said(
    read_cloud: AwsCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    endpoint = read_cloud.endpoint_url
    with pytest.raises(CredentialsRefused, match="no usable AWS credentials"):
        who(Reference(endpoint_url=endpoint))
    with pytest.raises(CredentialsRefused, match=f"no AWS credentials to assume {ROLE}"):
        who(Reference(role_arn=ROLE, endpoint_url=endpoint))


def test_expired_credentials_are_refused_in_the_clouds_words(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.expire("sts:GetCallerIdentity")
    with pytest.raises(CredentialsRefused, match=r"ExpiredToken: .* sign in again"):
        who(Reference(endpoint_url=read_cloud.endpoint_url))


def test_where_nothing_listens_the_address_is_named() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # taken, and nobody listens
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(EndpointSilent, match=address):
            who(Reference(endpoint_url=address))


def test_a_page_instead_of_an_answer_is_refused(read_cloud: AwsCloud) -> None:
    read_cloud.proxy.rewrite("sts:GetCallerIdentity", body=lambda _: b"<html>sign in here</html>")
    with pytest.raises(CredentialsRefused, match=f"what answers at {read_cloud.endpoint_url}"):
        who(Reference(endpoint_url=read_cloud.endpoint_url))


@pytest.mark.parametrize("region", ["eu-nowhere-1", "us-gov-west-1", ""])
def test_a_region_that_the_partition_lacks_is_named(region: str) -> None:
    session = open_session(Reference())
    check_regions(session, "aws", ("eu-west-1",))
    with pytest.raises(UnknownRegion, match=f"aws has no region '{region}'; it has: .*eu-west-1"):
        check_regions(session, "aws", ("eu-west-1", region))


def test_a_reference_keeps_what_is_set_and_nothing_else() -> None:
    reference = Reference(role_arn=ROLE, external_id="e-42")
    assert reference.to_dict() == {"role_arn": ROLE, "external_id": "e-42"}
    assert Reference.of(reference.to_dict()) == reference
