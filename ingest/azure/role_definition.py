"""Roles of Azure: what who has one may do.

A role is named by the last part of its id: the same built-in role is `/providers/...` by itself
and `/subscriptions/...` where it is assigned. Read from Resource Manager, which also lists the
roles that come from above the subscription.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, time
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

LISTS = "Microsoft.Authorization/roleDefinitions/read"
VERSION = "2022-04-01"


class AzureRoleDefinition(AzureManaged, service="arm", lists=LISTS, is_shared=True):
    """A role of Azure."""

    role: str = prop("Its id alone, the same in all subscriptions.", indexed=True)
    is_custom: bool = prop("It was made by its users; Azure's own are not.")
    actions: list[str] = prop("What it allows; `*` stands for anything.")
    not_actions: list[str] = prop("What it leaves out of what it allows.")
    data_actions: list[str] = prop("What it allows with data.")
    not_data_actions: list[str] = prop("What it leaves out of what it allows with data.")
    assignable_scopes: list[str] = prop("Where it may be assigned, in lower case; `/`: anywhere.")


def fetch(azure: Azure) -> Records[AzureRoleDefinition]:
    """Yield the roles that may be assigned in the subscription."""
    return azure.records(
        read, azure.listed(LISTS, "/providers/Microsoft.Authorization/roleDefinitions", VERSION)
    )


def role_uid(id_: str) -> str:
    """Return the uid of a role, whatever stands before its name."""
    return f"/providers/microsoft.authorization/roledefinitions/{id_.rsplit('/', 1)[-1].lower()}"


def read(azure: Azure, item: Item) -> AzureRoleDefinition:  # noqa: ARG001 - every `read` takes both
    """Make the record of one role."""
    said: Json = item.get("properties") or {}
    shown = common(item)
    shown["id"] = role_uid(item["id"])
    shown["name"] = said.get("roleName") or item["name"]
    shown["created_at"] = time(said.get("createdOn"))
    return AzureRoleDefinition(
        **shown,
        role=shown["id"].rsplit("/", 1)[-1],
        is_custom=str(said.get("type")).lower() == "customrole",
        actions=_all(said, "actions"),
        not_actions=_all(said, "notActions"),
        data_actions=_all(said, "dataActions"),
        not_data_actions=_all(said, "notDataActions"),
        assignable_scopes=[scope.lower() for scope in said.get("assignableScopes") or ()],
    )


def _all(said: Json, name: str) -> list[str]:
    return [action for part in said.get("permissions") or () for action in part.get(name) or ()]
