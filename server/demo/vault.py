"""The demo's secrets: one that changes by itself, one that anyone may read and nobody changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground


def build_vault(ground: Ground) -> None:
    """Make the secrets; the book gets `secret/NAME` with the secret's ARN."""
    key = {"KmsKeyId": ground.book[f"key/{HOME}/shop"]}
    rotated = _secret(ground, "shop/payment-provider", key)
    _rotate(ground, rotated)
    with ground.days_ago(400):
        stale = _secret(ground, "legacy/database", {}, owner=False)
    anyone = statement(["secretsmanager:GetSecretValue"], ["*"], Principal="*")
    ground.client("secretsmanager").put_resource_policy(
        SecretId=stale, ResourcePolicy=json.dumps(anyone)
    )
    ground.notable["rotated_secret"], ground.notable["public_secret"] = rotated, stale


def _secret(ground: Ground, name: str, settings: dict[str, Any], *, owner: bool = True) -> str:
    made = ground.client("secretsmanager").create_secret(
        Name=name,
        SecretString=ground.secret(name.replace("/", "-")),
        Tags=tags(name, owner=owner),
        **settings,
    )
    ground.book[f"secret/{name}"] = made["ARN"]
    ground.made("secretsmanager:secret")
    arn: str = made["ARN"]
    return arn


def _rotate(ground: Ground, arn: str) -> None:
    """Have it rotated, without the function that the stand-in could not run."""
    ground.client("secretsmanager").rotate_secret(
        SecretId=arn, RotationRules={"AutomaticallyAfterDays": 30}
    )
