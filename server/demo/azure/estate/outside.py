"""What of the subscription meets other clouds: names that lead there, and whom it lets in.

The names lead to a distribution of AWS, an address of Google Cloud, and an app that nobody has any
more; a service account of Google Cloud and a pipeline may sign in as its identities.
"""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import children, resource_id, row

ZONE = "Microsoft.Network/dnsZones"
ADDRESS = resource_id("Microsoft.Network/publicIPAddresses", "Shop-Web-1", group="SHOP")
IDENTITY = resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web")
NEW = resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-new")
GOOGLE, CRANE = "https://accounts.google.com", "101000000000000000002"
PIPELINE = "https://token.actions.githubusercontent.com"


def add(estate: Estate) -> None:
    """Add a zone with its records, and federated credentials."""
    zone = row(
        ZONE, "azure.shop.example", location="global",
        properties={
            "numberOfRecordSets": 7, "zoneType": "Public",
            "nameServers": ["ns1-01.azure-dns.com.", "ns2-01.azure-dns.net."],
        },
    )  # fmt: skip
    empty = row(ZONE, "old.shop.example", location="global", properties={"numberOfRecordSets": 2})
    estate.tables.setdefault("Resources", []).extend((zone, empty))
    children(
        estate, zone, "/recordsets",
        _record("@", "NS", NSRecords=[{"nsdname": "ns1-01.azure-dns.com."}]),
        _record("@", "SOA", SOARecord={"host": "ns1-01.azure-dns.com.", "serialNumber": 1}),
        _record("quay", "A", ARecords=[{"ipv4Address": "203.0.113.77"}]),
        _record("quay", "AAAA", AAAARecords=[{"ipv6Address": "2001:db8::77"}]),
        _record("inside", "A", ARecords=[{"ipv4Address": "10.1.0.4"}]),
        _record("cdn", "CNAME", CNAMERecord={"cname": "d111111abcdef8.cloudfront.net"}),
        _record("gone", "CNAME", CNAMERecord={"cname": "shop-gone.azurewebsites.net."}),
        _record("web", "A", ARecords=None, targetResource={"id": ADDRESS}),
    )  # fmt: skip
    children(estate, empty, "/recordsets")
    children(
        estate, {"id": IDENTITY}, "/federatedIdentityCredentials",
        _credential("crane", GOOGLE, CRANE),
        _credential("main", PIPELINE, "repo:shop/web:ref:refs/heads/main"),
    )  # fmt: skip
    children(estate, {"id": NEW}, "/federatedIdentityCredentials")
    estate.directory["/applications"][0]["federatedIdentityCredentials"] = [
        {"name": "crane", "issuer": GOOGLE, "subject": CRANE, "audiences": ["api://AzureADTokenE"]}
    ]


def _record(name: str, type_: str, **said: Any) -> dict[str, Any]:
    fqdn = "azure.shop.example." if name == "@" else f"{name}.azure.shop.example."
    id_ = resource_id(f"{ZONE}/{type_}", f"azure.shop.example/{name}")
    return {
        "name": name, "type": f"Microsoft.Network/dnszones/{type_}", "id": id_,
        "properties": {"fqdn": fqdn, "TTL": 3600, "provisioningState": "Succeeded", **said},
    }  # fmt: skip


def _credential(name: str, issuer: str, subject: str) -> dict[str, Any]:
    return {
        "name": name,
        "properties": {
            "issuer": issuer, "subject": subject, "audiences": ["api://AzureADTokenExchange"],
        },
    }  # fmt: skip
