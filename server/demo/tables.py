"""The demo's DynamoDB tables: one kept well, one as it comes, one opened to a stranger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, UNKNOWN_ACCOUNT, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_READ = ["dynamodb:GetItem", "dynamodb:Query"]


def build_tables(ground: Ground) -> None:
    """Make the tables of the home region; the book gets `table/NAME` with ARNs."""
    good = _table(
        ground,
        "shop-carts",
        SSESpecification={
            "Enabled": True,
            "SSEType": "KMS",
            "KMSMasterKeyId": ground.book[f"key/{HOME}/shop"],
        },
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
        DeletionProtectionEnabled=True,
    )
    ground.client("dynamodb").update_continuous_backups(
        TableName="shop-carts",
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )
    _share(ground, good, ground.account)
    bad = _table(ground, "search-suggestions")
    _share(ground, _table(ground, "legacy-prices", owner=False), UNKNOWN_ACCOUNT)
    ground.notable["recoverable_table"] = good
    ground.notable["table_without_recovery"] = bad


def _table(ground: Ground, name: str, *, owner: bool = True, **settings: Any) -> str:
    made = ground.client("dynamodb").create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
        Tags=tags(name, owner=owner),
        **settings,
    )
    arn: str = made["TableDescription"]["TableArn"]
    ground.book[f"table/{name}"] = arn
    ground.made("dynamodb:table")
    return arn


def _share(ground: Ground, table: str, account: str) -> None:
    reader = {"AWS": f"arn:aws:iam::{account}:root"}
    ground.client("dynamodb").put_resource_policy(
        ResourceArn=table, Policy=json.dumps(statement(_READ, [table], Principal=reader))
    )
