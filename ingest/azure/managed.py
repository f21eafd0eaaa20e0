"""What all resources of Azure have in common, and how it is taken from a row of Resource Graph.

A resource's uid is its id in lower case: ids come in any casing, and a reference to a resource is
often cased otherwise than the resource itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypedDict

from ingest.items import Item, dig
from ingest.model import Json, Ref, Resource, key, prop, tags


class AzureManaged(Resource, is_base=True):
    """The fields of every resource that Azure Resource Manager manages."""

    id: str = key("Resource id of Azure Resource Manager, in lower case.")
    resource_group: str | None = prop("Resource group, in lower case.")
    region: str = prop("Location: `westeurope`; `global` where it has none.")
    tags: dict[str, str] = tags()


class Common(TypedDict):
    """What `common` gives: a record's constructor is then checked to get all the rest."""

    id: str
    name: str
    created_at: datetime.datetime | None
    raw: Json
    resource_group: str | None
    region: str
    tags: dict[str, str]


def common(item: Item) -> Common:
    """Return the fields of `AzureManaged` and of every record, from a row."""
    return {
        "id": uid(item["id"]),
        "name": item["name"] or item["id"].rsplit("/", 1)[-1],
        "created_at": time(item.get("properties.creationTime"))
        or time(item.get("properties.timeCreated"))
        or time(item.get("systemData.createdAt")),
        "raw": item.raw,
        "resource_group": (item.get("resourceGroup") or "").lower() or None,
        "region": location(item.get("location")),
        "tags": labels(item.get("tags")),
    }


def uid(id_: str) -> str:
    """Return the uid of a resource id."""
    return id_.lower().rstrip("/")


def ref(id_: Any) -> Ref[Any] | None:
    """Return what points at a resource id, None where there is none."""
    return Ref(uid(id_)) if isinstance(id_, str) and id_ else None


def refs(entries: Any, path: str = "id") -> list[Ref[Any]]:
    """Return what points at the resource ids under a path of each entry, each once."""
    found = (dig(entry, path) for entry in entries or () if isinstance(entry, Mapping))
    ids = dict.fromkeys(uid(id_) for id_ in found if isinstance(id_, str) and id_)
    return [Ref(id_) for id_ in ids]


def identity_refs(row: Item) -> list[Ref[Any]]:
    """Return what points at the user-assigned identities of a resource."""
    assigned = row.get("identity.userAssignedIdentities") or {}
    return [Ref(uid(id_)) for id_ in sorted(assigned)]


def parent(id_: str, levels: int = 1) -> str:
    """Return the id of what a child resource belongs to: each level is a type and a name."""
    return id_.rsplit("/", 2 * levels)[0]


def placed(entry: Json, within: Json) -> Json:
    """Return an entry of a listing below a row, with that row's id as `within` and its place."""
    return {
        **entry, "within": within["id"], "location": within.get("location"),
        "resourceGroup": within.get("resourceGroup"),
    }  # fmt: skip


def location(said: Any) -> str:
    """Return a location as ids have it: `West Europe` and `westeurope` are one."""
    return said.replace(" ", "").lower() if isinstance(said, str) and said else "global"


def labels(said: Any) -> dict[str, str]:
    """Return tags; what is no text is left out, as Azure allows texts only."""
    if not isinstance(said, Mapping):
        return {}
    return {k: v for k, v in said.items() if isinstance(k, str) and isinstance(v, str)}


def time(said: Any) -> datetime.datetime | None:
    """Return a time that Azure writes as text, None where it is none."""
    if not isinstance(said, str):
        return None
    try:
        found = datetime.datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


def flag(said: Any) -> bool | None:
    """Return a switch that Azure writes as a boolean or as a word; None where it does not say."""
    if isinstance(said, bool):
        return said
    word = str(said).lower() if isinstance(said, str) else ""
    if word in {"enabled", "true", "on", "yes"}:
        return True
    return False if word in {"disabled", "false", "off", "no"} else None


def spelled(said: Any, *words: str) -> str | None:
    """Return a word as its reference spells it: some services give it back as it was sent."""
    if not isinstance(said, str) or not said:
        return None
    return next((word for word in words if word.lower() == said.lower()), said)


def sku(row: Item) -> str | None:
    """Return the name of a resource's price tier."""
    name = row.get("sku.name")
    return name if isinstance(name, str) and name else None


def object_uid(id_: str) -> str:
    """Return the uid of an object of Entra ID: users, groups and service principals alike."""
    return f"/directoryobjects/{id_.lower()}"


def acts_as(row: Item) -> Ref[Any] | None:
    """Return what points at the service principal of a resource's own identity."""
    principal = row.get("identity.principalId")
    return Ref(object_uid(principal)) if isinstance(principal, str) and principal else None
