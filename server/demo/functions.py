"""The demo's Lambda functions, with secrets in their environments where people put them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tag_map

if TYPE_CHECKING:
    from server.demo.ground import Ground


@dataclass(frozen=True, kw_only=True)
class _Function:
    name: str
    role: str
    region: str = HOME
    runtime: str = "python3.13"
    hides: str | None = None  # the environment variable that holds one
    key: str | None = None
    public: bool = False
    owner: bool = True


_FUNCTIONS = (
    _Function(name="shop-checkout", role="shop-checkout-function", hides="STRIPE_SECRET_KEY"),
    _Function(name="shop-cart", role="shop-checkout-function"),
    _Function(name="shop-webhook", role="shop-checkout-function", public=True),
    _Function(name="billing-invoice", role="billing-invoice-function", hides="DB_PASSWORD"),
    _Function(name="billing-reminder", role="billing-invoice-function", key="billing"),
    _Function(
        name="data-export", role="data-export-function", region="eu-west-1", hides="API_TOKEN"
    ),
    _Function(name="data-catalog", role="data-export-function", region="eu-west-1"),
    _Function(
        name="platform-cleanup", role="platform-cleanup-function", runtime="python3.8", owner=False
    ),
    _Function(name="platform-log-shipper", role="platform-log-shipper"),
    _Function(
        name="eu-shop-checkout",
        role="shop-checkout-function",
        region="eu-central-1",
        hides="STRIPE_SECRET_KEY",
        key="shop",
    ),
)


def build_functions(ground: Ground) -> None:
    """Make the functions; the book gets `function/NAME`."""
    code = _code()
    for function in _FUNCTIONS:
        _function(ground, function, code)
    ground.notable["public_function"] = ground.book["function/shop-webhook"]
    ground.notable["private_function"] = ground.book["function/shop-cart"]
    ground.notable["function_with_secret"] = ground.book["function/billing-invoice"]


def _function(ground: Ground, function: _Function, code: bytes) -> None:
    client = ground.client("lambda", function.region)
    made = client.create_function(
        FunctionName=function.name,
        Runtime=function.runtime,
        Role=ground.book[f"role/{function.role}"],
        Handler="main.handler",
        Code={"ZipFile": code},
        Environment={"Variables": _variables(ground, function)},
        Tags=tag_map(function.name, owner=function.owner),
        **_encryption(ground, function),
    )
    ground.book[f"function/{function.name}"] = made["FunctionArn"]
    ground.made("lambda:function")
    principal = "*" if function.public else "events.amazonaws.com"
    client.add_permission(
        FunctionName=function.name,
        StatementId="invoke",
        Action="lambda:InvokeFunction",
        Principal=principal,
    )


def _variables(ground: Ground, function: _Function) -> dict[str, str]:
    found = {"STAGE": "prod"}
    if function.hides:
        found[function.hides] = ground.secret(function.name)
    return found


def _encryption(ground: Ground, function: _Function) -> dict[str, Any]:
    if function.key is None:
        return {}
    return {"KMSKeyArn": ground.book[f"key/{function.region}/{function.key}"]}


def _code() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("main.py"), "def handler(event, context): return event\n")
    return packed.getvalue()
