"""Records of Azure DNS zones, and what they lead to, in whatever cloud that is.

A set of records stands for another resource of Azure (an alias), for addresses, or for another
name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.dns_zone import ZONE
from ingest.azure.managed import AzureManaged, common, parent, placed, ref
from ingest.internet.host_name import host_ref
from ingest.internet.public_address import address_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.dns_zone import AzureDnsZone
    from ingest.internet.host_name import HostName
    from ingest.internet.public_address import PublicAddress

LIST = "Microsoft.Network/dnsZones/recordsets/read"
RECORDS = Child("records", "/recordsets", "2018-05-01", LIST, listed=True)
# What sets of a type hold, and the member of each that is told.
HELD = {
    "A": ("ARecords", "ipv4Address"), "AAAA": ("AAAARecords", "ipv6Address"),
    "MX": ("MXRecords", "exchange"), "NS": ("NSRecords", "nsdname"),
    "PTR": ("PTRRecords", "ptrdname"), "SRV": ("SRVRecords", "target"),
}  # fmt: skip


class AzureDnsRecord(
    AzureManaged, service="Resources", lists=("Microsoft.Network/dnsZones/read", LIST)
):
    """A set of records of an Azure DNS zone: what a name resolves to."""

    zone: Ref[AzureDnsZone] = edge("HAS_RECORD", "The zone it is in.", direction="in")
    type: str = prop("`A`, `AAAA`, `CNAME`, `MX`, `NS`, `TXT`, ...", indexed=True)
    ttl_seconds: int | None = prop("How long it may be remembered.")
    values: list[str] = prop("Addresses or names that it resolves to; none for an alias.")
    target: str | None = prop(
        "The host name that it is another name of; null where it is none.", indexed=True
    )
    is_alias: bool = prop("It stands for another resource of Azure.")
    resource: Ref[Resource] | None = edge("RESOLVES_TO", "Resource that it is an alias of.")
    public_addresses: list[Ref[PublicAddress]] = edge(
        "POINTS_TO", "Addresses of the internet that it leads to."
    )
    host_name: Ref[HostName] | None = edge("POINTS_TO", "The host name that it leads to.")


def fetch(azure: Azure) -> Records[AzureDnsRecord]:
    """Yield the records of the subscription's public zones."""
    entries = azure.each(azure.rows(ZONE), RECORDS)
    return azure.records(read, (placed(entry, zone) for zone, entry in entries))


def read(azure: Azure, item: Item) -> AzureDnsRecord:  # noqa: ARG001 - every `read` takes both
    """Make the record of one set of records."""
    said: Json = item.get("properties") or {}
    type_ = str(item["type"]).rsplit("/", 1)[-1].upper()
    values, target = _values(said, type_), dig(said, "CNAMERecord.cname")
    alias = dig(said, "targetResource.id")
    shared = common(item)
    shared["name"] = str(said.get("fqdn") or item["name"]).rstrip(".")
    return AzureDnsRecord(
        **shared,
        zone=Ref(parent(shared["id"])),
        type=type_,
        ttl_seconds=said.get("TTL"),
        values=values,
        target=str(target).lower().rstrip(".") if target else None,
        is_alias=alias is not None,
        resource=ref(alias),
        public_addresses=address_refs(values if type_ in {"A", "AAAA"} else ()),
        host_name=host_ref(target),
    )


def _values(said: Json, type_: str) -> list[str]:
    if type_ == "CNAME":
        name = dig(said, "CNAMERecord.cname")
        return [str(name)] if name else []
    entries, member = HELD.get(type_, ("", ""))
    return [str(entry[member]) for entry in said.get(entries) or () if entry.get(member)]
