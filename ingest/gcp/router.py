"""Routers, with the translation of addresses that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, flag, number, ref, refs, text
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.subnetwork import GcpSubnetwork

ALL_SUBNETWORKS = frozenset({
    "ALL_SUBNETWORKS_ALL_IP_RANGES", "ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES",
})  # fmt: skip


class GcpRouter(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/Router",
    lists="cloudasset.assets.listResource",
    redact=("data.md5AuthenticationKeys.*.key",),
    incarnation="router_id",
):
    """A router of a network in one region."""

    router_id: str | None = prop("Number that no later router of its name has.")
    asn: int | None = prop("Its number as an autonomous system; null where it speaks no BGP.")
    peers: list[str] = prop("Names of those that it exchanges routes with.")
    unauthenticated_peers: list[str] = prop("Those of them that prove by no key who they are.")
    nats: list[str] = prop("Names of its translations of addresses.")
    unlogged_nats: list[str] = prop("Those of them that nothing is logged of.")
    nats_with_any_address: list[str] = prop(
        "Those of them that take whatever external addresses Google gives them."
    )
    serves_all_subnetworks: bool = prop(
        "It translates for every subnetwork of its network in its region."
    )
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that it belongs to.")
    subnetworks: list[Ref[GcpSubnetwork]] = edge(
        "TRANSLATES_FOR", "Subnetworks that it translates for, where it names them."
    )


def fetch(gcp: Gcp) -> Records[GcpRouter]:
    """Yield the project's routers."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpRouter:
    """Make the record of one router."""
    said = data(item)
    nats, peers = entries(said, "nats"), entries(said, "bgpPeers")
    return GcpRouter(
        **common(gcp, item),
        router_id=text(said.get("id")),
        asn=number(dig(said, "bgp.asn")),
        peers=_names(peers),
        unauthenticated_peers=_names(
            [peer for peer in peers if not text(peer.get("md5AuthenticationKeyName"))]
        ),
        nats=_names(nats),
        unlogged_nats=_names(
            [nat for nat in nats if flag(dig(nat, "logConfig.enable")) is not True]
        ),
        nats_with_any_address=_names(
            [nat for nat in nats if nat.get("natIpAllocateOption") == "AUTO_ONLY"]
        ),
        serves_all_subnetworks=any(
            nat.get("sourceSubnetworkIpRangesToNat") in ALL_SUBNETWORKS for nat in nats
        ),
        network=ref(gcp, said.get("network")),
        subnetworks=refs(gcp, (s for nat in nats for s in entries(nat, "subnetworks")), "name"),
    )


def _names(of: list[Json]) -> list[str]:
    return [name for one in of if (name := text(one.get("name")))]
