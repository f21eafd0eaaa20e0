"""Services of Google Cloud that a project has switched on, or off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, text
from ingest.items import Item
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp


class GcpEnabledService(
    GcpManaged,
    service="cloudasset",
    native="serviceusage.googleapis.com/Service",
    lists="cloudasset.assets.listResource",
):
    """A service as a project has it: its name is the service's, `compute.googleapis.com`."""

    state: str | None = prop("`ENABLED` or `DISABLED`; null where Google does not say.")


def fetch(gcp: Gcp) -> Records[GcpEnabledService]:
    """Yield the project's services."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpEnabledService:
    """Make the record of one service."""
    said = data(item)
    return GcpEnabledService(**common(gcp, item), state=text(said.get("state")))
