"""Groups of instances that load balancers send to.

Which instances are in one is not in the inventory: those of a manager say themselves who made them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, number, ref, text
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.subnetwork import GcpSubnetwork


class GcpInstanceGroup(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/InstanceGroup",
    lists="cloudasset.assets.listResource",
    incarnation="group_id",
):
    """A group of instances."""

    group_id: str | None = prop("Number that no later group of its name has.")
    size: int | None = prop("How many instances are in it.")
    ports: list[str] = prop("Ports that it has names for: `http:8080`.")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that its instances are in.")
    subnetwork: Ref[GcpSubnetwork] | None = edge(
        "IN_SUBNET", "Subnetwork that its instances are in."
    )


def fetch(gcp: Gcp) -> Records[GcpInstanceGroup]:
    """Yield the project's groups of instances."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpInstanceGroup:
    """Make the record of one group."""
    said = data(item)
    return GcpInstanceGroup(
        **common(gcp, item),
        group_id=text(said.get("id")),
        size=number(said.get("size")),
        ports=[f"{port.get('name')}:{port.get('port')}" for port in entries(said, "namedPorts")],
        network=ref(gcp, said.get("network")),
        subnetwork=ref(gcp, said.get("subnetwork")),
    )
