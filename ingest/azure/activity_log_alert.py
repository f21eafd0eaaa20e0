"""Alerts on the activity log: of what somebody is told, and who.

A condition is a list of fields that all have to be so; in place of one there may be several of
which any will do. Operations and categories are taken from both. What further fields would keep a
change that came about from telling is said as `is_narrowed`: a caller, a resource, a level or a
status that such a change has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, flag, refs, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.action_group import AzureActionGroup
    from ingest.azure.client import Azure

# Field -> what it says of a change that came about.
OF_SUCCESS = {"status": "succeeded", "level": "informational"}
ABOUT_WHAT = frozenset({"category", "operationname"})


class AzureActivityLogAlert(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/activitylogalerts",
    lists="Microsoft.Insights/activityLogAlerts/read",
):
    """An alert on the activity log."""

    is_enabled: bool | None = prop("It tells.")
    categories: list[str] = prop("Categories of the log that it looks at, in lower case.")
    operations: list[str] = prop(
        "Operations it tells of, in lower case; empty where it is all of its categories."
    )
    is_narrowed: bool = prop("Further conditions keep some changes that came about from telling.")
    scopes: list[Ref[Resource]] = edge("WATCHES", "What it watches: subscriptions as a rule.")
    action_groups: list[Ref[AzureActionGroup]] = edge("NOTIFIES", "Action groups that it tells.")


def fetch(azure: Azure) -> Records[AzureActivityLogAlert]:
    """Yield the subscription's alerts."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureActivityLogAlert:  # noqa: ARG001 - every `read` takes both
    """Make the record of one alert."""
    said: Json = item.get("properties") or {}
    clauses = dig(said, "condition.allOf") or []
    scopes = dict.fromkeys(uid(scope) for scope in said.get("scopes") or ())
    return AzureActivityLogAlert(
        **common(item),
        is_enabled=flag(said.get("enabled")),
        categories=_said_of(clauses, "category"),
        operations=_said_of(clauses, "operationname"),
        is_narrowed=any(_narrows(clause) for clause in clauses),
        scopes=[Ref(scope) for scope in scopes],
        action_groups=refs(dig(said, "actions.actionGroups"), "actionGroupId"),
    )


def _leaves(clause: Json) -> Iterator[tuple[str, list[str]]]:
    """Yield field and values of a condition, or of those of which any will do."""
    for leaf in clause.get("anyOf") or (clause,):
        equals: Any = leaf.get("equals")
        values = [equals] if equals is not None else leaf.get("containsAny") or []
        yield str(leaf.get("field")).lower(), [str(value).lower() for value in values]


def _said_of(clauses: list[Json], field: str) -> list[str]:
    return [
        value
        for clause in clauses
        for name, values in _leaves(clause)
        if name == field
        for value in values
    ]


def _narrows(clause: Json) -> bool:
    """Tell whether a condition keeps a change that came about from telling."""
    return not any(
        name in ABOUT_WHAT or OF_SUCCESS.get(name) in values for name, values in _leaves(clause)
    )
