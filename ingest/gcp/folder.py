"""Folders, as far as the project's own ancestors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.asset_types import FOLDER
from ingest.gcp.governed import GcpAudited, audited
from ingest.gcp.managed import data, made_at, text
from ingest.gcp.project import parent
from ingest.items import Item
from ingest.model import Records, Ref, edge, key, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.organization import GcpOrganization


class GcpFolder(
    GcpAudited,
    service="cloudasset",
    native=FOLDER,
    lists="cloudasset.assets.listResource",
    is_shared=True,
):
    """A folder: what policies are inherited from."""

    full_name: str = key("Full resource name of the folder.")
    account: str = prop("The topmost of its own ancestors, or itself: `organizations/1`.")
    state: str | None = prop("`ACTIVE`, `DELETE_REQUESTED`.")
    parent: Ref[GcpFolder | GcpOrganization] | None = edge(
        "CHILD_OF", "Folder or organization right above it."
    )


def fetch(gcp: Gcp) -> Records[GcpFolder]:
    """Yield the folders that the project is in."""
    return gcp.records(read, gcp.above(), with_policy=True, above=True)


def read(gcp: Gcp, item: Item) -> GcpFolder:
    """Make the record of one folder."""
    said = data(item)
    uid = gcp.uid(item["name"])
    if uid is None:
        raise ValueError("name")
    return GcpFolder(
        **audited(gcp, item),
        full_name=uid,
        name=text(said.get("displayName")) or uid.rsplit("/", 1)[-1],
        created_at=made_at(item),
        raw=item.raw,
        account=gcp.owner.ancestors[-1],
        state=text(said.get("lifecycleState")) or text(said.get("state")),
        parent=parent(gcp, item),
    )
