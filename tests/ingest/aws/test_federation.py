"""Whom of other issuers a trust policy lets in: by what it demands of their tokens, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.aws.federation import identities

TENANT = "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01"
ISSUER = f"sts.windows.net/{TENANT}/"
ENTRA = f"identity:login.microsoftonline.com/{TENANT}"
PROVIDER = f"arn:aws:iam::123456789012:oidc-provider/{ISSUER}"
GOOGLE = "accounts.google.com"
GITHUB = "token.actions.githubusercontent.com"


def statement(whom: str, operator: str = "StringEquals", **more: Any) -> dict[str, Any]:
    claims = more.pop("claims", {})
    condition = {"Condition": {operator: claims}} if claims else {}
    return {"Effect": "Allow", "Principal": {"Federated": whom}, **condition, **more}


def found(*statements: dict[str, Any]) -> dict[str, list[str]]:
    refs = identities({"Statement": [*statements]})
    return {ref.uid: (ref.props or {})["claims"] for ref in refs}


@pytest.mark.parametrize(
    ("whom", "claims", "wanted"),
    [
        (GOOGLE, {f"{GOOGLE}:sub": "104"}, {f"identity:{GOOGLE}#104": ["sub"]}),
        (GOOGLE, {f"{GOOGLE}:aud": "104"}, {f"identity:{GOOGLE}#104": ["aud"]}),
        (GOOGLE, {f"{GOOGLE}:oaud": "https://shop"}, {f"identity:{GOOGLE}": []}),
        (GOOGLE, {}, {f"identity:{GOOGLE}": []}),
        (PROVIDER, {f"{ISSUER}:sub": ["AA", "bb"]},
         {f"{ENTRA}#aa": ["sub"], f"{ENTRA}#bb": ["sub"]}),
        (PROVIDER, {f"{ISSUER}:appid": "cc"}, {f"{ENTRA}#cc": ["appid"]}),
        (PROVIDER, {f"{ISSUER}:aud": "api://shop"}, {ENTRA: [], f"{ENTRA}#shop": ["aud"]}),
        (f"arn:aws:iam::1:oidc-provider/{GITHUB}", {f"{GITHUB}:sub": "repo:A/b:*"},
         {f"identity:{GITHUB}": []}),
        (f"arn:aws:iam::1:oidc-provider/{GITHUB}", {f"{GITHUB}:sub": "repo:A/b"},
         {f"identity:{GITHUB}#repo:A/b": ["sub"]}),
        (f"arn:aws:iam::1:oidc-provider/{GITHUB}", {"aws:sourceip": "repo:A/b"},
         {f"identity:{GITHUB}": []}),
        ("arn:aws:iam::1:saml-provider/office", {"SAML:aud": "x"}, {}),
        ("cognito-identity.amazonaws.com", {}, {}),
    ],
)  # fmt: skip
def test_who_is_meant(whom: str, claims: dict[str, Any], wanted: dict[str, list[str]]) -> None:
    assert found(statement(whom, claims=claims)) == wanted


def test_several_statements_about_one_identity_make_one_edge() -> None:
    said = found(
        statement(GOOGLE, claims={f"{GOOGLE}:sub": "104"}),
        statement(GOOGLE, claims={f"{GOOGLE}:aud": "104"}),
        statement(GOOGLE, Effect="Deny", claims={f"{GOOGLE}:sub": "105"}),
    )
    assert said == {f"identity:{GOOGLE}#104": ["aud", "sub"]}


@pytest.mark.parametrize("operator", ["StringNotEquals", "StringEqualsIfExists", "Null"])
def test_what_demands_nothing_names_nobody(operator: str) -> None:
    said = found(statement(GOOGLE, operator, claims={f"{GOOGLE}:sub": "104"}))
    assert said == {f"identity:{GOOGLE}": []}


def test_what_is_no_policy_trusts_nobody() -> None:
    assert identities(None) == []
    assert found(statement("ec2.amazonaws.com")) == {}
