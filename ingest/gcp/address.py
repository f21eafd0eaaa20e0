"""External and internal addresses that are kept for a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, ref, refs, text, texts
from ingest.internet.public_address import address_ref
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.compute_instance import GcpComputeInstance
    from ingest.gcp.forwarding_rule import GcpForwardingRule
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.resource import GcpResource
    from ingest.gcp.router import GcpRouter
    from ingest.gcp.subnetwork import GcpSubnetwork
    from ingest.internet.public_address import PublicAddress

EXTERNAL = "EXTERNAL"


class GcpAddress(
    GcpManaged,
    service="cloudasset",
    native=("compute.googleapis.com/Address", "compute.googleapis.com/GlobalAddress"),
    lists="cloudasset.assets.listResource",
    incarnation="address_id",
):
    """An address, or a range of internal ones, that stays the project's until it is released."""

    address_id: str | None = prop("Number that no later address of its name has.")
    address: str | None = prop("The address; the first one of a range.", indexed=True)
    is_external: bool = prop("The internet can send to it.")
    version: str = prop("`IPV4` or `IPV6`.")
    purpose: str | None = prop("`GCE_ENDPOINT`, `VPC_PEERING`, ...; null where it has none.")
    tier: str | None = prop("`PREMIUM` or `STANDARD`; null where it does not say.")
    status: str | None = prop("`RESERVED`, `RESERVING` or `IN_USE`.")
    is_in_use: bool | None = prop("Something has it; null where it does not say.")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network of an internal range.")
    subnetwork: Ref[GcpSubnetwork] | None = edge(
        "IN_SUBNET", "Subnetwork that an internal address is of."
    )
    public_address: Ref[PublicAddress] | None = edge(
        "HAS_ADDRESS", "The address itself, where it is external."
    )
    users: list[Ref[GcpComputeInstance | GcpForwardingRule | GcpRouter | GcpResource]] = edge(
        "USED_BY", "What has it."
    )


def fetch(gcp: Gcp) -> Records[GcpAddress]:
    """Yield the project's addresses."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpAddress:
    """Make the record of one address."""
    said = data(item)
    status = text(said.get("status"))
    is_external = (text(said.get("addressType")) or EXTERNAL) == EXTERNAL
    return GcpAddress(
        **common(gcp, item),
        address_id=text(said.get("id")),
        address=text(said.get("address")),
        is_external=is_external,
        version=text(said.get("ipVersion")) or "IPV4",
        purpose=text(said.get("purpose")),
        tier=text(said.get("networkTier")),
        status=status,
        is_in_use=None if status is None else status == "IN_USE",
        network=ref(gcp, said.get("network")),
        subnetwork=ref(gcp, said.get("subnetwork")),
        public_address=address_ref(said.get("address")) if is_external else None,
        users=refs(gcp, texts(said, "users", "user")),
    )
