"""Rules of network security groups, those that every group has from the start among them.

Azure says one thing in several ways: one prefix or a list of them, a range of ports or a list, and
words in any case. Here it has one form, made for being asked: lists throughout, and ports as two
lists side by side, `from_ports[n]` to `to_ports[n]`. A control can't walk two lists together, but
it need not: a port lies in one of the ranges where more of them began at or below it than ended
before it.

Whether a rule is for everybody is told for each family of addresses, since a denial of `0.0.0.0/0`
leaves IPv6 as it was.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, refs, uid
from ingest.azure.subnet import embedded
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.application_security_group import AzureApplicationSecurityGroup
    from ingest.azure.client import Azure
    from ingest.azure.network_security_group import AzureNetworkSecurityGroup

GROUPS = "microsoft.network/networksecuritygroups"
IPV4, IPV6 = "ipv4", "ipv6"
ANY = frozenset({"*", "any"})
INTERNET = "internet"
OWN_NETWORK = "virtualnetwork"  # whatever comes in is for an address of the network
LAST_PORT = 65535


class AzureSecurityRule(
    AzureManaged, service="Resources", lists="Microsoft.Network/networkSecurityGroups/read"
):
    """A rule of a network security group: of those that fit, the first by priority decides."""

    is_default: bool = prop("Every group has it; it comes after all others.")
    priority: int = prop("Its place: lower numbers come first.")
    direction: str = prop("`Inbound` or `Outbound`.")
    access: str = prop("`Allow` or `Deny`.")
    protocol: str = prop("`tcp`, `udp`, `icmp`, `esp`, `ah`, or `*` for all.")
    sources: list[str] = prop(
        "Address ranges, service tags and ids of application security groups it is for, in lower "
        "case; `*` is everything."
    )
    destinations: list[str] = prop("The same of where traffic goes.")
    from_anywhere: list[str] = prop(
        "Families of addresses, `ipv4` and `ipv6`, in which the whole internet is a source."
    )
    to_anywhere: list[str] = prop(
        "Families of addresses in which every address that traffic may go to is a destination."
    )
    from_ports: list[int] = prop("First port of each range of destination ports.")
    to_ports: list[int] = prop("Last port of each range, in the order of `from_ports`.")
    is_for_all_source_ports: bool = prop("From which port it comes plays no role.")
    description: str | None = prop("What its makers said it is for.")
    security_group: Ref[AzureNetworkSecurityGroup] = edge(
        "HAS_RULE", "The group it belongs to.", direction="in"
    )
    source_groups: list[Ref[AzureApplicationSecurityGroup]] = edge(
        "FROM_GROUP", "Application security groups that it is for as sources."
    )
    destination_groups: list[Ref[AzureApplicationSecurityGroup]] = edge(
        "TO_GROUP", "Application security groups that it is for as destinations."
    )


def fetch(azure: Azure) -> Records[AzureSecurityRule]:
    """Yield the rules of all network security groups."""
    rows = azure.rows(GROUPS)
    return azure.records(read, embedded(rows, "securityRules", "defaultSecurityRules"))


def read(azure: Azure, item: Item) -> AzureSecurityRule:  # noqa: ARG001 - every `read` takes both
    """Make the record of one rule."""
    group = item["within"]
    said: Json = item["properties"]
    ports = ranges(_listed(said, "destinationPortRange"))
    sources = _peers(said, "source")
    destinations = _peers(said, "destination")
    direction = said["direction"].capitalize()
    return AzureSecurityRule(
        **common(item),
        is_default="/defaultsecurityrules/" in item["id"].lower(),
        priority=said["priority"],
        direction=direction,
        access=said["access"].capitalize(),
        protocol=said["protocol"].lower(),
        sources=sources,
        destinations=destinations,
        from_anywhere=families(sources, everyone=INTERNET),
        to_anywhere=families(
            destinations, everyone=OWN_NETWORK if direction == "Inbound" else INTERNET
        ),
        from_ports=[first for first, _ in ports],
        to_ports=[last for _, last in ports],
        is_for_all_source_ports=(0, LAST_PORT) in ranges(_listed(said, "sourcePortRange")),
        description=said.get("description") or None,
        security_group=Ref(uid(group)),
        source_groups=refs(said.get("sourceApplicationSecurityGroups")),
        destination_groups=refs(said.get("destinationApplicationSecurityGroups")),
    )


def ranges(said: Iterable[str]) -> list[tuple[int, int]]:
    """Return ranges of ports as numbers, joined where they touch, so that none lies in another."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(_range(part) for part in said):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def families(prefixes: Iterable[str], *, everyone: str) -> list[str]:
    """Return the families of addresses of which prefixes cover all; `everyone` is a tag that does.

    Halves count together: `0.0.0.0/1` and `128.0.0.0/1` are all of IPv4.
    """
    prefixes = list(prefixes)
    if any(prefix in ANY or prefix == everyone for prefix in prefixes):
        return [IPV4, IPV6]
    blocks = [block for prefix in prefixes if (block := _block(prefix)) is not None]
    v4 = ipaddress.collapse_addresses(b for b in blocks if isinstance(b, ipaddress.IPv4Network))
    v6 = ipaddress.collapse_addresses(b for b in blocks if isinstance(b, ipaddress.IPv6Network))
    whole = ((IPV4, any(b.prefixlen == 0 for b in v4)), (IPV6, any(b.prefixlen == 0 for b in v6)))
    return [family for family, is_whole in whole if is_whole]


def _block(prefix: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """Return a range of addresses, None for a service tag or a group."""
    try:
        return ipaddress.ip_network(prefix, strict=False)
    except ValueError:
        return None


def _range(said: str) -> tuple[int, int]:
    if said.strip().lower() in ANY:
        return 0, LAST_PORT
    first, _, last = said.partition("-")
    return int(first), int(last or first)


def _peers(said: Json, end: str) -> list[str]:
    """Return whom a rule is for at one end. Raises ValueError where it does not say."""
    groups = [uid(group["id"]) for group in said.get(f"{end}ApplicationSecurityGroups") or ()]
    found = [*_listed(said, f"{end}AddressPrefix", plural="es"), *groups]
    if not found:  # a rule for nobody would be taken for a denial of everybody
        raise ValueError(end)
    return list(dict.fromkeys(prefix.strip().lower() for prefix in found))


def _listed(said: Json, name: str, plural: str = "s") -> list[str]:
    """Return what stands under a name and under its plural: Azure fills one of the two."""
    one = said.get(name)
    return [*([one] if one else ()), *(said.get(name + plural) or ())]
