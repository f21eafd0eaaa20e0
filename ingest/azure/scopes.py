"""What an id tells of where a thing stands, and what a scope is: a resource, a group, a tenant.

A role, a policy or a lock stands on a scope: the id of whatever it is on, from a single resource up
to `/`, which is the whole tenant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.azure.managed import uid
from ingest.model import Json

GROUP = re.compile(r"/resourcegroups/([^/]+)", re.IGNORECASE)
ROOT = "/"


def tenant_uid(tenant: str) -> str:
    """Return the uid of a tenant."""
    return f"/tenants/{tenant.lower()}"


def subscription_uid(subscription: str) -> str:
    """Return the uid of a subscription."""
    return f"/subscriptions/{subscription.lower()}"


def scope_uid(scope: str, tenant: str) -> str:
    """Return the uid of what a scope is."""
    return tenant_uid(tenant) if scope == ROOT else uid(scope)


def owner_of(id_: str, kind: str) -> str:
    """Return the scope that something stands on, from the id of both: `kind` is its type."""
    return id_.lower().partition(f"/providers/{kind}/")[0] or ROOT


def placed(entries: Iterable[Json]) -> Iterator[Json]:
    """Yield what Resource Manager lists with its resource group, as Resource Graph has it."""
    for entry in entries:
        found = GROUP.search(entry.get("id") or "")
        yield {**entry, "resourceGroup": found[1] if found else None}
