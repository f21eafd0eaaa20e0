"""What of the project meets other clouds: names that lead there, and whom it lets in from there."""

from __future__ import annotations

from typing import Any

TENANT = "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01"  # of the Azure stand-in
DNS = "//dns.googleapis.com/projects/harbour-prod/managedZones/harbour"
POOL = "projects/402113377001/locations/global/workloadIdentityPools/outside"


def add(asset: Any) -> list[dict[str, Any]]:
    """Return records, and a pool with its providers."""

    def record(name: str, type_: str, *values: str, **more: Any) -> dict[str, Any]:
        said = {"name": name, "type": type_, "ttl": 300.0, "rrdatas": [*values], **more}
        kind = "dns.googleapis.com/ResourceRecordSet"
        made: dict[str, Any] = asset(f"{DNS}/rrsets/{name}/{type_}", kind, said, location="global")
        return made

    def provider(name: str, **said: Any) -> dict[str, Any]:
        kind = "iam.googleapis.com/WorkloadIdentityPoolProvider"
        path = f"{POOL}/providers/{name}"
        about = {"name": path, "state": "ACTIVE", "displayName": name, **said}
        made: dict[str, Any] = asset(f"//iam.googleapis.com/{path}", kind, about, location="global")
        return made

    pool = asset(
        f"//iam.googleapis.com/{POOL}", "iam.googleapis.com/WorkloadIdentityPool",
        {"name": POOL, "state": "ACTIVE", "description": "Who comes from elsewhere"},
        location="global",
    )  # fmt: skip
    turns = {"wrr": {"items": [
        {"weight": 1.0, "rrdatas": ["203.0.113.10"]}, {"weight": 2.0, "rrdatas": ["203.0.113.11"]},
    ]}}  # fmt: skip
    return [
        record("shop.harbour.example.", "A", "203.0.113.12"),
        record("turns.harbour.example.", "A", routingPolicy=turns),
        record("app.harbour.example.", "CNAME", "shop.azurewebsites.net."),
        record("gone.harbour.example.", "CNAME", "harbour-gone.azurewebsites.net."),
        record("harbour.example.", "TXT", '"v=spf1 -all"'),
        pool,
        provider("amazon", aws={"accountId": "123456789012"},
                 attributeCondition="attribute.aws_role == 'crane'"),
        provider("entra", oidc={"issuerUri": f"https://sts.windows.net/{TENANT}/",
                                "allowedAudiences": ["api://harbour"]}),
        provider("retired", disabled=True, oidc={"issuerUri": "https://gitlab.example.com"}),
    ]  # fmt: skip
