"""Managers of groups of instances: they make them after a template, and anew where they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, number, ref, text
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.instance_group import GcpInstanceGroup


class GcpInstanceGroupManager(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/InstanceGroupManager",
    lists="cloudasset.assets.listResource",
    incarnation="manager_id",
):
    """A manager of a group of instances, in one zone or in several of a region."""

    manager_id: str | None = prop("Number that no later manager of its name has.")
    size: int | None = prop("How many instances there ought to be.")
    zones: list[str] = prop("Zones that its instances are in; where it has no say, none.")
    is_regional: bool = prop("Its instances are spread over zones of a region.")
    heals: bool = prop("An instance that does not answer its health check is made anew.")
    template: str | None = prop("Name of the template that instances are made after.")
    group: Ref[GcpInstanceGroup] | None = edge("MANAGES", "Group that its instances are in.")


def fetch(gcp: Gcp) -> Records[GcpInstanceGroupManager]:
    """Yield the project's managers of groups."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpInstanceGroupManager:
    """Make the record of one manager."""
    said = data(item)
    shared = common(gcp, item)
    return GcpInstanceGroupManager(
        **shared,
        manager_id=text(said.get("id")),
        size=number(said.get("targetSize")),
        zones=_zones(said),
        is_regional=shared["zone"] is None,
        heals=any(
            text(policy.get("healthCheck")) for policy in entries(said, "autoHealingPolicies")
        ),
        template=last(said.get("instanceTemplate")),
        group=ref(gcp, said.get("instanceGroup")),
    )


def _zones(said: Json) -> list[str]:
    spread = entries(dig(said, "distributionPolicy") or {}, "zones")
    found = [last(one.get("zone")) for one in spread] or [last(said.get("zone"))]
    return [zone for zone in found if zone]
