"""What firewall rules of Azure's databases have in common: a range of addresses that is let in.

A rule from 0.0.0.0 to 0.0.0.0 is no range: it lets in whatever runs in Azure, of other tenants too.
A server in a virtual network has no firewall, and refuses to be asked for one.
Left out: rules for IPv6, which only SQL servers have, behind a switch of their own.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypedDict

from ingest.azure.managed import AzureManaged
from ingest.items import Item, dig
from ingest.model import Json, prop

if TYPE_CHECKING:
    from ingest.azure.child import Child
    from ingest.azure.client import Azure

NOWHERE = ipaddress.IPv4Address("0.0.0.0")  # noqa: S104 - nothing is bound to it


class AzureDatabaseFirewallRule(AzureManaged, is_base=True):
    """The fields of every firewall rule of a database server."""

    start_address: str = prop("First address that it lets in.")
    end_address: str = prop("Last address that it lets in.")
    address_count: int | None = prop(
        "How many addresses it lets in; null where it stands for all of Azure."
    )
    allows_azure_services: bool = prop(
        "It lets in whatever runs in Azure, in subscriptions of others too: 0.0.0.0 to 0.0.0.0."
    )


class Range(TypedDict):
    """What `range_of` gives."""

    start_address: str
    end_address: str
    address_count: int | None
    allows_azure_services: bool


def rules(azure: Azure, servers: Iterable[Json], child: Child) -> Iterator[Json]:
    """Yield the rules of all servers, each with the place and id of its server.

    Raises Refused as soon as one server's are refused.
    """
    for server, rule in azure.each(servers, child):
        yield {
            **rule, "server": server["id"], "location": server.get("location"),
            "resourceGroup": server.get("resourceGroup"),
        }  # fmt: skip


def is_public(server: Json) -> bool:
    """Tell whether a flexible server stands outside of any virtual network."""
    return not dig(server, "properties.network.delegatedSubnetResourceId")


def range_of(item: Item) -> Range:
    """Return the addresses that a rule lets in. Raises ValueError where it says none."""
    start = ipaddress.IPv4Address(item.get("properties.startIpAddress"))
    end = ipaddress.IPv4Address(item.get("properties.endIpAddress"))
    is_azure = start == end == NOWHERE
    return {
        "start_address": str(start),
        "end_address": str(end),
        "address_count": None if is_azure else max(0, int(end) - int(start) + 1),
        "allows_azure_services": is_azure,
    }
