"""Policies of Cloud DNS for networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, flag, refs, text
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork


class GcpDnsPolicy(
    GcpManaged,
    service="cloudasset",
    native="dns.googleapis.com/Policy",
    lists="cloudasset.assets.listResource",
    incarnation="policy_id",
):
    """How names are looked up in some networks."""

    policy_id: str | None = prop("Number that no later policy of its name has.")
    is_query_logged: bool = prop("What its networks ask for is logged.")
    takes_queries_from_outside: bool = prop(
        "What is connected to its networks, such as an office, can ask in them too."
    )
    other_servers: list[str] = prop("Servers that are asked in place of Google's.")
    networks: list[Ref[GcpNetwork]] = edge("APPLIES_TO", "Networks that it is for.")


def fetch(gcp: Gcp) -> Records[GcpDnsPolicy]:
    """Yield the project's policies of names."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpDnsPolicy:
    """Make the record of one policy; an asset may have its number for its name."""
    said = data(item)
    servers = entries(dig(said, "alternativeNameServerConfig") or {}, "targetNameServers")
    return GcpDnsPolicy(
        **common(gcp, item, name=text(said.get("name")) or ""),
        policy_id=text(said.get("id")),
        is_query_logged=flag(said.get("enableLogging")) is True,
        takes_queries_from_outside=flag(said.get("enableInboundForwarding")) is True,
        other_servers=[ip for server in servers if (ip := text(server.get("ipv4Address")))],
        networks=refs(gcp, entries(said, "networks"), "networkUrl"),
    )
