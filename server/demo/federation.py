"""The demo's ways in from outside: identity providers with the roles that trust them, certificates.

moto gives every SAML provider and server certificate the same dates, so the providers are all good
and the certificates long out of date.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_PIPELINE = "token.actions.githubusercontent.com"
_METADATA = (
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://{name}.shop'
    '.example.com"><!-- {padding} --></EntityDescriptor>'
)
# A tenant of Entra ID, its managed identity and an account of Google Cloud: of the demo's others.
_TENANT = "sts.windows.net/8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01/"
_SHOP_WEB, _CRANE = "11111111-aaaa-4bbb-8ccc-000000000001", "101000000000000000002"
_GOOGLE = "accounts.google.com"
_LONG_ENOUGH = 1000  # characters that the API asks for


def build_federation(ground: Ground) -> None:
    """Make providers, roles and certificates."""
    for name in ("corporate-directory", "legacy-directory"):
        _saml(ground, name)
    for host in (_PIPELINE, "gitlab.example.com"):
        _oidc(ground, host)
    saml = ground.arn("iam", "", "saml-provider/corporate-directory")
    audience = {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}
    _role(ground, "corporate-reader", saml, "sts:AssumeRoleWithSAML", audience)
    pipeline = ground.arn("iam", "", f"oidc-provider/{_PIPELINE}")
    for name, subject in (
        ("pipeline-shop", "repo:shop/web:ref:refs/heads/main"),
        ("pipeline", None),
    ):
        condition = {"StringEquals": {f"{_PIPELINE}:aud": "sts.amazonaws.com"}}
        if subject:
            condition["StringEquals"][f"{_PIPELINE}:sub"] = subject
        _role(ground, name, pipeline, "sts:AssumeRoleWithWebIdentity", condition)
    ground.client("iam").attach_role_policy(
        RoleName="pipeline", PolicyArn=ground.book["policy/break-glass-all"]
    )
    _oidc(ground, _TENANT)
    entra = ground.arn("iam", "", f"oidc-provider/{_TENANT}")
    for name, provider, claims in (
        ("entra-exporter", entra, {f"{_TENANT}:aud": "api://shop", f"{_TENANT}:sub": _SHOP_WEB}),
        ("harbour-importer", _GOOGLE, {f"{_GOOGLE}:aud": _CRANE, f"{_GOOGLE}:sub": _CRANE}),
    ):
        _role(ground, name, provider, "sts:AssumeRoleWithWebIdentity", {"StringEquals": claims})
    ground.notable["role_for_one_pipeline"] = ground.book["role/pipeline-shop"]
    ground.notable["role_for_any_pipeline"] = ground.book["role/pipeline"]
    _certificate(ground, "shop-web-2012")


def _saml(ground: Ground, name: str) -> None:
    ground.client("iam").create_saml_provider(
        Name=name,
        SAMLMetadataDocument=_METADATA.format(name=name, padding="." * _LONG_ENOUGH),
        Tags=tags(name),
    )
    ground.made("iam:saml-provider")


def _oidc(ground: Ground, host: str) -> None:
    ground.client("iam").create_open_id_connect_provider(
        Url=f"https://{host}",
        ClientIDList=["sts.amazonaws.com"],
        ThumbprintList=["6938fd4d98bab03faadb97b34396831e3780aea1"],
        Tags=tags(host),
    )
    ground.made("iam:oidc-provider")


def _role(ground: Ground, name: str, provider: str, action: str, condition: dict[str, Any]) -> None:
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": provider},
        "Action": action,
        "Condition": condition,
    }
    made = ground.client("iam").create_role(
        RoleName=name,
        AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
        Tags=tags(name),
    )
    ground.book[f"role/{name}"] = made["Role"]["Arn"]
    ground.made("iam:role")


def _certificate(ground: Ground, name: str) -> None:
    made = ground.client("iam").upload_server_certificate(
        ServerCertificateName=name,
        CertificateBody="-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----",
        PrivateKey=ground.secret(name),
    )
    ground.notable["expired_certificate"] = made["ServerCertificateMetadata"]["Arn"]
    ground.made("iam:server-certificate")
