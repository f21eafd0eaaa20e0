"""Essential contacts: whom Google writes to about a project, a folder or an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp import above
from ingest.gcp.asset_types import CONTACT
from ingest.gcp.managed import data, made_at, text, texts
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.folder import GcpFolder
    from ingest.gcp.organization import GcpOrganization
    from ingest.gcp.project import GcpProject

INVALID = "INVALID"


class GcpEssentialContact(
    Resource,
    service="cloudasset",
    native=CONTACT,
    lists="cloudasset.assets.listResource",
    is_shared=True,
):
    """An essential contact."""

    full_name: str = key("Full resource name.")
    account: str = prop("Project, or the topmost of what is above it: `organizations/1`.")
    email: str | None = prop("Address that Google writes to.")
    categories: list[str] = prop("What it writes about: `ALL`, `SECURITY`, `TECHNICAL`, ...")
    is_invalid: bool = prop("Mail to the address came back.")
    contact_of: Ref[GcpProject | GcpFolder | GcpOrganization] = edge(
        "CONTACT_OF", "What Google writes about."
    )


def fetch(gcp: Gcp) -> Records[GcpEssentialContact]:
    """Yield the contacts of the project and of what is above it."""
    return gcp.records(read, above.rows(gcp))


def read(gcp: Gcp, item: Item) -> GcpEssentialContact:
    """Make the record of one contact."""
    said = data(item)
    whose = above.owner(gcp, item)
    full_name = gcp.uid(item["name"]) or ""
    email = text(said.get("email"))
    return GcpEssentialContact(
        full_name=full_name,
        name=email or full_name.rsplit("/", 1)[-1],
        created_at=made_at(item),
        raw=item.raw,
        account=above.account(gcp, whose),
        email=email,
        categories=sorted(texts(said, "notificationCategorySubscriptions")),
        is_invalid=said.get("validationState") == INVALID,
        contact_of=whose,
    )
