"""Rows of Resource Graph as it gives them: every column there, null where there is nothing."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, TENANT, Estate

GROUP = "shop"


def row(type_: str, name: str, *, group: str = GROUP, **more: Any) -> dict[str, Any]:
    """Return a row of a resource: `type_` in the casing that its id has; `more` are columns."""
    id_ = more.pop("id", None) or resource_id(type_, name, group=group)
    return {
        "id": id_, "name": name, "type": type_.lower(), "tenantId": TENANT, "kind": "",
        "location": "westeurope", "resourceGroup": group.lower(), "subscriptionId": SUBSCRIPTION,
        "sku": None, "identity": None, "tags": None, "managedBy": "", "zones": None,
        "properties": {}, **more,
    }  # fmt: skip


def resource_id(type_: str, name: str, *, group: str = GROUP) -> str:
    """Return the id of a resource; the names of nested types are given with slashes."""
    provider, *types = type_.split("/")
    parts = "/".join(f"{t}/{n}" for t, n in zip(types, name.split("/"), strict=True))
    return f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/{provider}/{parts}"


def child(estate: Estate, of: dict[str, Any], path: str, **said: Any) -> None:
    """Add what Resource Manager answers at a path behind a resource's id: an object."""
    estate.arm[(of["id"] + path).lower()] = {"id": of["id"] + path, **said}


def children(estate: Estate, of: dict[str, Any], path: str, *entries: dict[str, Any]) -> None:
    """Add what Resource Manager answers at a path behind a resource's id: a listing."""
    estate.arm[(of["id"] + path).lower()] = [
        {"id": f"{of['id']}{path}/{entry['name']}", **entry} for entry in entries
    ]


def link(type_: str, name: str) -> dict[str, str]:
    """Return a reference to a resource."""
    return {"id": resource_id(type_, name)}


def part(of: str, name: str, kind: str, entry: str, **said: Any) -> dict[str, Any]:
    """Return what stands inside a resource and has an id of its own."""
    return {
        "id": f"{resource_id(of, name)}/{kind}/{entry}", "name": entry, "type": f"{of}/{kind}",
        "properties": {"provisioningState": "Succeeded", **said},
    }  # fmt: skip
