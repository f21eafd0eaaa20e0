"""Firewall rules of virtual networks.

Rules of one network compete: of those that are about a packet, the lowest number decides, and at
one number what denies. So what a rule is about is told in a form that two rules can be compared
by: the families of addresses of which it means all, the ranges of ports, and whom it is for.

Policies of firewalls, of a network or of what is above the project, are no rules and not read.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    either,
    entries,
    flag,
    number,
    ref,
    service_account_refs,
    text,
    texts,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.service_account import GcpServiceAccount

IPV4, IPV6 = "ipv4", "ipv6"
INGRESS = "INGRESS"
ALLOW, DENY = "allow", "deny"
ALL = "all"
# Protocols may be said by number.
NUMBERS = {
    "1": "icmp", "6": "tcp", "17": "udp", "50": "esp", "51": "ah", "94": "ipip", "132": "sctp",
}  # fmt: skip
LAST_PORT = 65_535
DEFAULT_PRIORITY = 1_000


class GcpFirewallRule(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/Firewall",
    lists="cloudasset.assets.listResource",
    incarnation="rule_id",
):
    """A firewall rule: what traffic of a network is let through or not."""

    rule_id: str | None = prop("Number that no later rule of its name has.")
    direction: str = prop("`INGRESS` or `EGRESS`.")
    action: str | None = prop("`allow` or `deny`.")
    priority: int = prop("The rule with the lowest number counts.")
    is_disabled: bool = prop("It is not applied.")
    is_from_anywhere: bool = prop("It is about traffic that comes in from any address.")
    from_any: list[str] = prop(
        "Families of addresses of which it means all, on the way in: `ipv4`, `ipv6`."
    )
    is_to_anywhere: bool = prop("It is about traffic that goes out to any address.")
    source_ranges: list[str] = prop("Addresses that the traffic comes from.")
    destination_ranges: list[str] = prop("Addresses that the traffic goes to.")
    source_tags: list[str] = prop("Tags of the instances that the traffic comes from.")
    target_tags: list[str] = prop("Tags of the instances that it holds for.")
    targets: list[str] = prop(
        "Whom it holds for: `tag web`, `account a@example.com`; empty where for all instances of "
        "its network."
    )
    traffic: list[str] = prop("Protocols, with ports where they are said: `tcp:8000-8080`, `all`.")
    tcp_from: list[int] = prop("First port of each range of TCP, in the order of `tcp_to`.")
    tcp_to: list[int] = prop("Last port of each range of TCP, in the order of `tcp_from`.")
    udp_from: list[int] = prop("First port of each range of UDP, in the order of `udp_to`.")
    udp_to: list[int] = prop("Last port of each range of UDP, in the order of `udp_from`.")
    is_logged: bool = prop("What it decides is logged.")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that it belongs to.")
    source_accounts: list[Ref[GcpServiceAccount]] = edge(
        "FROM_ACCOUNT", "Service accounts of the instances that the traffic comes from."
    )
    target_accounts: list[Ref[GcpServiceAccount]] = edge(
        "FOR_ACCOUNT", "Service accounts of the instances that it holds for."
    )


def fetch(gcp: Gcp) -> Records[GcpFirewallRule]:
    """Yield the project's firewall rules."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpFirewallRule:
    """Make the record of one rule."""
    said = data(item)
    direction = text(said.get("direction")) or INGRESS
    sources = texts(said, "sourceRanges", "sourceRange")
    destinations = texts(said, "destinationRanges", "destinationRange")
    priority = number(said.get("priority"))
    ingress = direction == INGRESS
    from_any = _families(sources, unsaid=not _named(said)) if ingress else []
    tags = texts(said, "targetTags", "targetTag")
    accounts = texts(said, "targetServiceAccounts", "targetServiceAccount")
    return GcpFirewallRule(
        **common(gcp, item),
        **_traffic(said),
        rule_id=text(said.get("id")),
        direction=direction,
        action=ALLOW if entries(said, "allowed") else DENY if entries(said, "denied") else None,
        priority=DEFAULT_PRIORITY if priority is None else priority,
        is_disabled=flag(said.get("disabled")) is True,
        is_from_anywhere=bool(from_any),
        from_any=from_any,
        is_to_anywhere=not ingress and bool(_families(destinations, unsaid=True)),
        source_ranges=sources,
        destination_ranges=destinations,
        source_tags=texts(said, "sourceTags", "sourceTag"),
        target_tags=tags,
        targets=[*tagged(tags), *acting_as(accounts)],
        is_logged=flag(dig(said, "logConfig.enable"), unset=flag(said.get("enableLogging")))
        is True,
        network=ref(gcp, said.get("network")),
        source_accounts=service_account_refs(
            gcp, texts(said, "sourceServiceAccounts", "sourceServiceAccount")
        ),
        target_accounts=service_account_refs(gcp, accounts),
    )


def tagged(tags: list[str]) -> list[str]:
    """Return what `targets` says of tags."""
    return [f"tag {tag}" for tag in tags]


def acting_as(accounts: list[str]) -> list[str]:
    """Return what `targets` says of service accounts."""
    return [f"account {account}" for account in accounts]


def _named(said: Json) -> list[str]:
    """Return whom a rule names as its sources by another way than their addresses."""
    return [
        *texts(said, "sourceTags", "sourceTag"),
        *texts(said, "sourceServiceAccounts", "sourceServiceAccount"),
    ]


def _families(ranges: list[str], *, unsaid: bool) -> list[str]:
    """Return the families of which ranges together are all addresses.

    Without ranges these are all of IPv4 where `unsaid` is true: nothing else tells whom it means.
    """
    if not ranges:
        return [IPV4] if unsaid else []
    blocks = [*_blocks(ranges)]
    fours = [block for block in blocks if isinstance(block, ipaddress.IPv4Network)]
    sixes = [block for block in blocks if isinstance(block, ipaddress.IPv6Network)]
    # Two halves are a whole, and no less open for being written as two.
    whole = {
        IPV4: any(not block.prefixlen for block in ipaddress.collapse_addresses(fours)),
        IPV6: any(not block.prefixlen for block in ipaddress.collapse_addresses(sixes)),
    }
    return [family for family, is_whole in whole.items() if is_whole]


def _blocks(ranges: list[str]) -> Iterator[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    for said in ranges:
        try:
            yield ipaddress.ip_network(said, strict=False)
        except ValueError:
            continue  # no block, so not all addresses either


class _Traffic(TypedDict):
    traffic: list[str]
    tcp_from: list[int]
    tcp_to: list[int]
    udp_from: list[int]
    udp_to: list[int]


def _traffic(said: Json) -> _Traffic:
    """Return which protocols and ports a rule is about; without ports, all of them."""
    named: list[str] = []
    ranges: dict[str, list[tuple[int, int]]] = {"tcp": [], "udp": []}
    for entry in entries(said, "allowed") or entries(said, "denied"):
        protocol = str(either(entry, "IPProtocol", "ipProtocol") or ALL).lower()
        protocol = NUMBERS.get(protocol, protocol)
        ports = texts(entry, "ports", "port")
        named += [f"{protocol}:{port}" for port in ports] or [protocol]
        for kind in ranges.keys() & {protocol} or (ranges if protocol == ALL else ()):
            ranges[kind].extend([_range(port) for port in ports] or [(0, LAST_PORT)])
    return {
        "traffic": named,
        "tcp_from": [begin for begin, _ in ranges["tcp"]],
        "tcp_to": [end for _, end in ranges["tcp"]],
        "udp_from": [begin for begin, _ in ranges["udp"]],
        "udp_to": [end for _, end in ranges["udp"]],
    }


def _range(port: str) -> tuple[int, int]:
    begin, _, end = port.partition("-")
    return int(begin), int(end or begin)
