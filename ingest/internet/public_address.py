"""Addresses of the internet: one node for each, whatever cloud's resources have it or lead to it.

Nothing lists them. What has an address points at it, and so does a DNS record that leads there,
each from its own cloud's declarations: an address is found from either side, in whatever order the
clouds are read, and goes with the last that points at it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any

from ingest.model import Ref, Resource, key, prop

SCHEME = "ip"
# Not Python's own idea of private, which the documentation's addresses are to it as well.
NOBODYS = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
        "::/127", "fc00::/7", "fe80::/10", "ff00::/8",
    )
)  # fmt: skip


class PublicAddress(Resource, scheme=SCHEME):
    """An address of the internet that resources of any cloud have, or lead to."""

    uid: str = key("`ip:` and the address.")
    address: str = prop("The address, in its shortest form.", indexed=True)
    version: int = prop("4 or 6.")


def of(uid: str) -> PublicAddress:
    """Make the record of an address."""
    address = ipaddress.ip_address(uid.removeprefix(f"{SCHEME}:"))
    return PublicAddress(
        uid=uid,
        name=str(address),
        created_at=None,
        raw={},
        address=str(address),
        version=address.version,
    )


def address_ref(said: Any) -> Ref[PublicAddress] | None:
    """Return what points at an address, None where it is none that the internet reaches."""
    try:
        address = ipaddress.ip_address(str(said).strip().split("/", maxsplit=1)[0])
    except ValueError:
        return None
    if any(address in block for block in NOBODYS if block.version == address.version):
        return None
    return Ref(f"{SCHEME}:{address}")


def address_refs(said: Iterable[Any]) -> list[Ref[PublicAddress]]:
    """Return what points at addresses, each once; what is none that the internet reaches is out."""
    found = (address_ref(one) for one in said)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]
