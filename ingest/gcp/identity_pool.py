"""Workload identity pools: what policies name those by who come from elsewhere.

Whose tokens are let into a pool is told by its providers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, text
from ingest.items import Item
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp


class GcpIdentityPool(
    GcpManaged,
    service="cloudasset",
    native="iam.googleapis.com/WorkloadIdentityPool",
    lists="cloudasset.assets.listResource",
):
    """A workload identity pool: identities of other issuers, under one name."""

    description: str | None = prop("What people say of it.")
    state: str | None = prop("`ACTIVE` or `DELETED`.")
    is_disabled: bool = prop("Nobody of it is let in.")


def fetch(gcp: Gcp) -> Records[GcpIdentityPool]:
    """Yield the project's pools."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpIdentityPool:
    """Make the record of one pool."""
    said = data(item)
    return GcpIdentityPool(
        **common(gcp, item),
        description=text(said.get("description")),
        state=text(said.get("state")),
        is_disabled=flag(said.get("disabled")) is True,
    )
