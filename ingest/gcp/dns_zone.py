"""Zones of Cloud DNS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, flag, ref, refs, text, texts
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork

PUBLIC, OFF = "public", "off"


class GcpDnsZone(
    GcpManaged,
    service="cloudasset",
    native="dns.googleapis.com/ManagedZone",
    lists="cloudasset.assets.listResource",
    incarnation="zone_id",
):
    """A zone: the names below a domain, for all the world or for some networks."""

    zone_id: str | None = prop("Number that no later zone of its name has.")
    domain: str | None = prop("Domain, with the dot at its end.")
    is_public: bool = prop("All the world can ask for its names.")
    dnssec: str | None = prop(
        "`on`, `off`, or `transfer` while its keys move; null where it is private: it can't be "
        "signed."
    )
    key_signing_algorithm: str | None = prop(
        "Algorithm of the keys that sign keys: `rsasha256`; null where it does not say."
    )
    zone_signing_algorithm: str | None = prop(
        "Algorithm of the keys that sign names: `rsasha256`; null where it does not say."
    )
    non_existence: str | None = prop("How it proves that there is no name: `nsec` or `nsec3`.")
    is_query_logged: bool | None = prop(
        "What is asked of it is logged; null where it is private: policies of networks decide."
    )
    name_servers: list[str] = prop("Servers that answer for it.")
    forwards_to: list[str] = prop("Addresses or names of servers that it leaves the answers to.")
    networks: list[Ref[GcpNetwork]] = edge("VISIBLE_IN", "Networks that can ask a private one.")
    peer: Ref[GcpNetwork] | None = edge("PEERED_WITH", "Network that it leaves the answers to.")


def fetch(gcp: Gcp) -> Records[GcpDnsZone]:
    """Yield the project's zones."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpDnsZone:
    """Make the record of one zone; an asset may have its number for its name."""
    said = data(item)
    is_public = _word(said.get("visibility") or PUBLIC) == PUBLIC
    security: Json = dig(said, "dnssecConfig") or {}
    return GcpDnsZone(
        **common(gcp, item, name=text(said.get("name")) or ""),
        zone_id=text(said.get("id")),
        domain=text(said.get("dnsName")),
        is_public=is_public,
        dnssec=_word(security.get("state") or OFF) if is_public else None,
        key_signing_algorithm=_algorithm(security, "keysigning"),
        zone_signing_algorithm=_algorithm(security, "zonesigning"),
        non_existence=_word(security.get("nonExistence")),
        is_query_logged=(
            flag(dig(said, "cloudLoggingConfig.enableLogging")) is True if is_public else None
        ),
        name_servers=texts(said, "nameServers"),
        forwards_to=_servers(dig(said, "forwardingConfig") or {}),
        networks=refs(
            gcp, entries(dig(said, "privateVisibilityConfig") or {}, "networks"), "networkUrl"
        ),
        peer=ref(gcp, dig(said, "peeringConfig.targetNetwork.networkUrl")),
    )


def _word(said: object) -> str | None:
    """Return a word as the service's interface writes it; assets have some in capitals."""
    return said.lower() if isinstance(said, str) and said else None


def _algorithm(security: Json, kind: str) -> str | None:
    """Return the algorithm of one kind of key: `keySigning`, or `KEY_SIGNING` in assets."""
    for spec in entries(security, "defaultKeySpecs"):
        if str(spec.get("keyType")).replace("_", "").lower() == kind:
            return _word(spec.get("algorithm"))
    return None


def _servers(forwarding: Json) -> list[str]:
    found = (
        text(server.get(name))
        for server in entries(forwarding, "targetNameServers")
        for name in ("ipv4Address", "ipv6Address", "domainName")
    )
    return [server for server in found if server]
