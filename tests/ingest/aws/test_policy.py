"""What a policy document says, in all the forms in which documents say it."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any

import pytest

from ingest.aws.policy import (
    allowed_actions,
    allowed_on_all_resources,
    allows_everything,
    allows_with_exceptions,
    document,
    principals,
    public_actions,
    requires_tls,
)

ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}
ANYONE = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}
OWN = {"StringEquals": {"aws:SourceAccount": "111122223333"}}


def policy(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


@pytest.mark.parametrize(
    "form", [json.dumps(ALL), urllib.parse.quote(json.dumps(ALL)), dict(ALL)], ids=type
)
def test_a_document_is_the_same_in_every_form(form: Any) -> None:
    assert document(form) == ALL


@pytest.mark.parametrize("form", [None, "", {}])
def test_no_document_is_none(form: Any) -> None:
    assert document(form) is None


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (ALL, True),
        ({**ALL, "Action": ["s3:Get*", "*"]}, True),
        ({**ALL, "Action": "*:*"}, True),
        ({**ALL, "Resource": ["arn:aws:s3:::b", "*"]}, True),
        ({**ALL, "Effect": "Deny"}, False),
        ({**ALL, "Action": "iam:*"}, False),
        ({**ALL, "Resource": "arn:aws:s3:::*"}, False),
        ({**ALL, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}, False),
        ({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, False),
        ({"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::b"}, False),
    ],
)
def test_everything_is_every_action_on_every_resource(
    statement: dict[str, Any], *, expected: bool
) -> None:
    assert allows_everything(policy(statement)) is expected


def test_a_single_statement_may_stand_for_a_list() -> None:
    assert allows_everything({"Statement": ALL})
    assert not allows_everything(None)
    assert not allows_everything({})


def test_everything_is_not_put_together_from_two_statements() -> None:
    halves = policy({**ALL, "Resource": "arn:aws:s3:::b"}, {**ALL, "Action": "s3:GetObject"})
    assert not allows_everything(halves)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, True),
        ({"Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::b"}, True),
        ({"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}, False),
        (ALL, False),
    ],
)
def test_exceptions_count_only_where_they_allow(
    statement: dict[str, Any], *, expected: bool
) -> None:
    assert allows_with_exceptions(policy(statement)) is expected


def test_allowed_actions_are_the_patterns_of_allowing_statements() -> None:
    found = allowed_actions(
        policy(
            {"Effect": "Allow", "Action": ["iam:*", "IAM:PassRole"], "Resource": "arn:aws:iam::*"},
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": OWN},
            {"Effect": "Deny", "Action": "ec2:*", "Resource": "*"},
            {"Effect": "Allow", "NotAction": "sts:*", "Resource": "*"},
        )
    )
    assert found == ["iam:*", "iam:passrole", "s3:getobject"]


def test_on_all_resources_takes_no_condition_and_no_narrower_resource() -> None:
    found = allowed_on_all_resources(
        policy(
            {"Effect": "Allow", "Action": "iam:PassRole", "Resource": ["*"]},
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": OWN},
            {"Effect": "Allow", "Action": "ec2:*", "Resource": "arn:aws:ec2:*:*:*"},
            {"Effect": "Allow", "Action": "kms:*", "NotResource": "arn:aws:kms:*:*:key/a"},
            {"Effect": "Deny", "Action": "sns:*", "Resource": "*"},
        )
    )
    assert found == ["iam:passrole"]


@pytest.mark.parametrize(
    ("principal", "expected"),
    [
        ("*", [("*", "*")]),
        ({"AWS": "*"}, [("*", "*")]),
        ({"AWS": ["111122223333", "*"]}, [("AWS", "111122223333"), ("*", "*")]),
        ({"Service": "ec2.amazonaws.com"}, [("Service", "ec2.amazonaws.com")]),
        ({"Federated": "accounts.google.com"}, [("Federated", "accounts.google.com")]),
        (None, []),
    ],
)
def test_principals_come_with_their_kind(principal: Any, expected: list[tuple[str, str]]) -> None:
    assert principals({"Principal": principal}) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["s3:GetObject"]),
        ({"Principal": {"AWS": "*"}}, ["s3:GetObject"]),
        ({"Principal": {"AWS": "111122223333"}}, []),
        ({"Effect": "Deny"}, []),
        ({"Condition": OWN}, []),
        ({"Condition": {"StringEquals": {"s3:prefix": "public/"}}}, ["s3:GetObject"]),
        ({"Condition": {"StringNotEquals": {"aws:SourceAccount": "1"}}}, ["s3:GetObject"]),
        ({"Condition": {"StringEqualsIfExists": {"aws:SourceArn": "a"}}}, ["s3:GetObject"]),
        ({"Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}, ["s3:GetObject"]),
        ({"Condition": {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}}}, []),
        ({"Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}, []),
    ],
)
def test_public_is_anyone_without_a_condition_that_narrows_who(
    change: dict[str, Any], expected: list[str]
) -> None:
    assert public_actions(policy({**ANYONE, **change})) == expected


def test_who_is_not_named_is_anyone() -> None:
    statement = {name: value for name, value in ANYONE.items() if name != "Principal"}
    assert public_actions(policy({**statement, "NotPrincipal": {"AWS": "1"}})) == ["s3:GetObject"]
    assert public_actions(policy(statement)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"Action": "s3:GetObject"}, False),
        ({"Action": ["elasticfilesystem:ClientMount"]}, True),
        ({"Effect": "Allow"}, False),
        ({"Principal": {"AWS": "111122223333"}}, False),
        ({"Condition": {"Bool": {"aws:SecureTransport": "true"}}}, False),
        ({"Condition": None}, False),
    ],
)
def test_tls_is_required_by_denying_anyone_without_it(
    change: dict[str, Any], *, expected: bool
) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Condition": {"Bool": {"aws:SecureTransport": ["false"]}},
    }
    assert requires_tls(policy({**statement, **change})) is expected
