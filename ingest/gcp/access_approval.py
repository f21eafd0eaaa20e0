"""Access Approval: whether people at Google have to ask before they look at a customer's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp import above
from ingest.gcp.asset_types import ACCESS_APPROVAL
from ingest.gcp.managed import data, entries, flag, made_at, text, texts
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.folder import GcpFolder
    from ingest.gcp.organization import GcpOrganization
    from ingest.gcp.project import GcpProject


class GcpAccessApproval(
    Resource,
    service="cloudasset",
    native=ACCESS_APPROVAL,
    lists="cloudasset.assets.listResource",
    is_shared=True,
):
    """The settings of Access Approval of a project, a folder or an organization."""

    full_name: str = key("Full resource name.")
    account: str = prop("Project, or the topmost of what is above it: `organizations/1`.")
    services: list[str] = prop("Services for which has to be asked: `all`, `Cloud Storage`, ...")
    is_inherited: bool = prop("It has to be asked for some service because of what is above it.")
    notified: list[str] = prop("Addresses that are asked.")
    approves_for: Ref[GcpProject | GcpFolder | GcpOrganization] = edge(
        "APPROVES_FOR", "What people at Google have to ask for."
    )


def fetch(gcp: Gcp) -> Records[GcpAccessApproval]:
    """Yield the settings of the project and of what is above it."""
    return gcp.records(read, above.rows(gcp))


def read(gcp: Gcp, item: Item) -> GcpAccessApproval:
    """Make the record of one's settings."""
    said = data(item)
    whose = above.owner(gcp, item)
    full_name = gcp.uid(item["name"]) or ""
    return GcpAccessApproval(
        full_name=full_name,
        name=whose.uid.rsplit("/", 1)[-1],
        created_at=made_at(item),
        raw=item.raw,
        account=above.account(gcp, whose),
        services=sorted(
            service
            for entry in entries(said, "enrolledServices")
            if (service := text(entry.get("cloudProduct")))
        ),
        is_inherited=flag(said.get("enrolledAncestor")) is True,
        notified=texts(said, "notificationEmails"),
        approves_for=whose,
    )
