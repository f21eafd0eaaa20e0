"""Who a role trusts, as edges and facts, from literal trust policies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ingest.aws.reading import Read, literal

ACCOUNT = "arn:aws:iam::111122223333:root"


def role(*statements: dict[str, Any]) -> Read:
    allowing = [{"Effect": "Allow", "Action": "sts:AssumeRole", **s} for s in statements]
    body = {
        "Arn": "arn:aws:iam::123456789012:role/r",
        "RoleName": "r",
        "RoleId": "AROAEXAMPLE",
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": allowing},
    }
    return literal("AwsIamRole", body)


def trusted(found: Read) -> list[str]:
    return found.edges.get("TRUSTS>", [])


@pytest.mark.parametrize(
    ("principal", "uid"),
    [
        ({"AWS": "111122223333"}, ACCOUNT),
        ({"AWS": ACCOUNT}, ACCOUNT),
        ({"AWS": "arn:aws:iam::111122223333:user/a/b"}, "arn:aws:iam::111122223333:user/a/b"),
        (
            {"AWS": "arn:aws:sts::111122223333:assumed-role/r/s"},
            "arn:aws:sts::111122223333:assumed-role/r/s",
        ),
        (
            {"Federated": "arn:aws:iam::123456789012:saml-provider/corp"},
            "arn:aws:iam::123456789012:saml-provider/corp",
        ),
    ],
)
def test_a_principal_with_an_arn_is_an_edge(principal: dict[str, Any], uid: str) -> None:
    found = role({"Principal": principal})
    assert trusted(found) == [uid]
    assert found.properties["trusts_anyone"] is False


@pytest.mark.parametrize("principal", ["*", {"AWS": "*"}])
def test_anyone_is_no_edge(principal: Any) -> None:
    found = role({"Principal": principal})
    assert trusted(found) == []
    assert found.properties["trusts_anyone"] is True


def test_not_naming_someone_trusts_anyone_else() -> None:
    assert role({"NotPrincipal": {"AWS": "111122223333"}}).properties["trusts_anyone"] is True


@pytest.mark.parametrize(
    ("condition", "anyone"),
    [
        ({"StringEquals": {"sts:ExternalId": "x"}}, True),
        ({"StringEquals": {"aws:PrincipalOrgID": "o-1"}}, False),
    ],
)
def test_an_external_id_does_not_narrow_who(condition: dict[str, Any], *, anyone: bool) -> None:
    found = role({"Principal": "*", "Condition": condition})
    assert found.properties["trusts_anyone"] is anyone


def test_what_has_no_arn_is_a_property() -> None:
    found = role(
        {"Principal": {"Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"]}},
        {"Principal": {"Federated": "accounts.google.com"}},
        {"Principal": {"AWS": ["AIDAEXAMPLE"]}},
    )
    assert trusted(found) == []
    assert found.properties["trusted_services"] == ["ec2.amazonaws.com", "lambda.amazonaws.com"]
    assert found.properties["trusted_federations"] == ["accounts.google.com"]
    assert found.properties["trusted_deleted_ids"] == ["AIDAEXAMPLE"]


def test_a_denied_principal_is_not_trusted() -> None:
    found = role({"Effect": "Deny", "Principal": {"AWS": "111122223333"}})
    assert trusted(found) == []


@pytest.mark.parametrize(
    ("conditions", "conditional", "external_id", "mfa"),
    [
        ([None], False, False, False),
        ([{"StringEquals": {"sts:ExternalId": "x"}}], True, True, False),
        ([{"StringEquals": {"sts:ExternalId": "x"}}, None], False, False, False),
        ([{"StringEqualsIfExists": {"sts:ExternalId": "x"}}], True, False, False),
        ([{"StringNotEquals": {"sts:ExternalId": "x"}}], True, False, False),
        ([{"Bool": {"aws:MultiFactorAuthPresent": "true"}}], True, False, True),
        ([{"Bool": {"aws:MultiFactorAuthPresent": ["false"]}}], True, False, False),
        ([{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}], True, False, False),
    ],
)
def test_a_condition_counts_where_every_statement_has_it(
    conditions: list[Any], *, conditional: bool, external_id: bool, mfa: bool
) -> None:
    found = role(
        *(
            {"Principal": {"AWS": "111122223333"}, **({"Condition": c} if c else {})}
            for c in conditions
        )
    )
    props = found.edge_properties[("TRUSTS>", ACCOUNT)]
    assert props["is_conditional"] is conditional
    assert props["requires_external_id"] is external_id
    assert props["requires_mfa"] is mfa
    assert json.loads(props["conditions"]) == [c for c in conditions if c]


PIPELINE = "token.actions.githubusercontent.com"
PROVIDER = f"arn:aws:iam::123456789012:oidc-provider/{PIPELINE}"
SUBJECT = f"{PIPELINE}:sub"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, False),
        ({"StringEquals": {f"{PIPELINE}:aud": "sts.amazonaws.com"}}, False),
        ({"StringEquals": {SUBJECT: "repo:org/name:ref:refs/heads/main"}}, True),
        ({"StringLike": {SUBJECT: "repo:org/*"}}, True),
        ({"StringLike": {SUBJECT: ["repo:org/*", "repo:*"]}}, False),
        ({"StringLike": {SUBJECT: "*"}}, False),
        ({"ForAnyValue:StringLike": {SUBJECT: "repo:org/*"}}, True),
        ({"ForAllValues:StringLike": {SUBJECT: "repo:org/*"}}, False),  # true without the key
        ({"StringLikeIfExists": {SUBJECT: "repo:org/*"}}, False),
        ({"StringEquals": {"oidc.example.com/id/1:sub": "system:serviceaccount:shop:web"}}, True),
    ],
)
def test_a_provider_is_trusted_for_some_of_its_subjects(
    condition: dict[str, Any], *, expected: bool
) -> None:
    found = role({"Principal": {"Federated": PROVIDER}, "Condition": condition})
    assert found.edge_properties[("TRUSTS>", PROVIDER)]["requires_subject"] is expected


def test_one_statement_without_a_subject_is_enough() -> None:
    some = {"StringEquals": {SUBJECT: "repo:org/name:ref:refs/heads/main"}}
    whom = {"Principal": {"Federated": PROVIDER}}
    found = role({**whom, "Condition": some}, whom)
    assert found.edge_properties[("TRUSTS>", PROVIDER)]["requires_subject"] is False
