"""What everything else stands in: management groups, the subscription, resource groups."""

from __future__ import annotations

from server.demo.azure.cloud import SUBSCRIPTION, TENANT, Estate
from server.demo.azure.rows import row

MANAGEMENT = "/providers/Microsoft.Management/managementGroups"


def add(estate: Estate) -> None:
    """Add two management groups, the subscription and its resource groups."""
    root = row(
        "Microsoft.Management/managementGroups", TENANT, group="", id=f"{MANAGEMENT}/{TENANT}",
        subscriptionId="", location="",
        properties={"displayName": "Tenant Root Group", "details": {"parent": None}},
    )  # fmt: skip
    shops = row(
        "Microsoft.Management/managementGroups", "shops", group="", id=f"{MANAGEMENT}/shops",
        subscriptionId="", location="",
        properties={
            "displayName": "Shops",
            "details": {"parent": {"id": f"{MANAGEMENT}/{TENANT.upper()}", "name": TENANT}},
        },
    )  # fmt: skip
    subscription = row(
        "Microsoft.Resources/subscriptions", "shop", group="", id=f"/subscriptions/{SUBSCRIPTION}",
        location="", tags={"owner": "platform"},
        properties={
            "state": "Enabled",
            "managementGroupAncestorsChain": [
                {"name": "shops", "displayName": "Shops"},
                {"name": TENANT, "displayName": "Tenant Root Group"},
            ],
        },
    )  # fmt: skip
    groups = [
        row(
            "Microsoft.Resources/subscriptions/resourceGroups", name, group=name,
            id=f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{name}", tags=tags,
            properties={"provisioningState": "Succeeded"},
        )
        for name, tags in (("shop", {"owner": "platform"}), ("Leftovers", None))
    ]  # fmt: skip
    estate.tables.setdefault("ResourceContainers", []).extend([root, shops, subscription, *groups])
