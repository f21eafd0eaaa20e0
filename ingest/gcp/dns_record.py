"""Records of Cloud DNS, and what they lead to, in whatever cloud that is.

Their assets are named by their zone, name and type. What a policy of routing gives in turns is told
as if it were given at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, number, text, texts
from ingest.internet.host_name import host_ref
from ingest.internet.public_address import address_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.dns_zone import GcpDnsZone
    from ingest.internet.host_name import HostName
    from ingest.internet.public_address import PublicAddress

ZONE = re.compile(r"^(.*/managedZones/[^/]+)/")


class GcpDnsRecord(
    GcpManaged,
    service="cloudasset",
    native="dns.googleapis.com/ResourceRecordSet",
    lists="cloudasset.assets.listResource",
):
    """A set of records of a zone: what a name resolves to."""

    dns_zone: Ref[GcpDnsZone] = edge("HAS_RECORD", "The zone it is in.", direction="in")
    type: str = prop("`A`, `AAAA`, `CNAME`, `MX`, `NS`, `TXT`, ...", indexed=True)
    ttl_seconds: int | None = prop("How long it may be remembered.")
    values: list[str] = prop("What it resolves to.")
    target: str | None = prop(
        "The host name that it is another name of; null where it is none.", indexed=True
    )
    is_one_of_several: bool = prop("A policy of routing chooses what is given each time.")
    public_addresses: list[Ref[PublicAddress]] = edge(
        "POINTS_TO", "Addresses of the internet that it leads to."
    )
    host_name: Ref[HostName] | None = edge("POINTS_TO", "The host name that it leads to.")


def fetch(gcp: Gcp) -> Records[GcpDnsRecord]:
    """Yield the records of the project's zones."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpDnsRecord:
    """Make the record of one set of records."""
    said = data(item)
    shared = common(gcp, item, name=(text(said.get("name")) or "").rstrip("."))
    zone = ZONE.match(shared["full_name"])
    if zone is None:
        raise ValueError("name")
    type_ = (text(said.get("type")) or "").upper()
    values = list(dict.fromkeys(_values(said)))
    target = values[0].lower().rstrip(".") if type_ in {"CNAME", "ALIAS"} and values else None
    return GcpDnsRecord(
        **shared,
        dns_zone=Ref(zone[1]),
        type=type_,
        ttl_seconds=number(said.get("ttl")),
        values=values,
        target=target,
        is_one_of_several=isinstance(said.get("routingPolicy"), dict),
        public_addresses=address_refs(values if type_ in {"A", "AAAA"} else ()),
        host_name=host_ref(target),
    )


def _values(said: Json) -> Iterator[str]:
    """Yield what is given, by whatever rule of a policy of routing."""
    yield from texts(said, "rrdatas", "rrdata")
    policy: Json = dig(said, "routingPolicy") or {}
    for kind in ("wrr", "geo"):
        for entry in entries(dig(policy, kind) or {}, "items"):
            yield from texts(entry, "rrdatas")
