"""Assets as Cloud Asset Inventory lists them, and the names of the project that has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

PROJECT, NUMBER = "harbour-prod", "402113377001"
FOLDER, ORGANIZATION = "folders/550001112223", "organizations/770001112223"
OTHER_FOLDER = "folders/550009990000"
ANCESTORS = (f"projects/{NUMBER}", FOLDER, ORGANIZATION)
NUMBERS = {PROJECT: NUMBER}
MANAGER = "//cloudresourcemanager.googleapis.com"
COMPUTE = "https://www.googleapis.com/compute/v1/projects/harbour-prod"
DEFAULT_ACCOUNT = f"{NUMBER}-compute@developer.gserviceaccount.com"
CRANE = "crane@harbour-prod.iam.gserviceaccount.com"
IDLE = "idle@harbour-prod.iam.gserviceaccount.com"
RING = "projects/harbour-prod/locations/europe-west1/keyRings/quay"
KEY = f"{RING}/cryptoKeys/manifests"
MADE = "2025-02-03T04:05:06.123-08:00"
UPDATED = "2026-01-02T03:04:05.678901Z"

Data = Mapping[str, Any]


def asset(
    name: str,
    type_: str,
    data: Data | None,
    *,
    location: str = "",
    parent: str = f"{MANAGER}/projects/{NUMBER}",
    policy: Data | None = None,
    ancestors: Sequence[str] = ANCESTORS,
) -> dict[str, Any]:
    """Return one asset; without data, as it is listed where its service says nothing."""
    found: dict[str, Any] = {
        "name": name, "assetType": type_, "updateTime": UPDATED, "ancestors": [*ancestors],
    }  # fmt: skip
    if data is not None:
        found["resource"] = {
            "version": "v1", "discoveryName": type_.rsplit("/", 1)[-1], "parent": parent,
            "data": data, "location": location,
        }  # fmt: skip
    if policy is not None:
        found["iamPolicy"] = policy
    return found


def binding(role: str, *members: str, condition: str = "") -> dict[str, Any]:
    """Return who has a role, on a condition or without one."""
    said = {"title": condition, "expression": "request.time < timestamp('2027-01-01T00:00:00Z')"}
    return {"role": role, "members": [*members]} | ({"condition": said} if condition else {})


def policy(*bindings: Data, audit: Sequence[Data] = ()) -> dict[str, Any]:
    """Return who may do what, and what is logged of it."""
    return {"version": 1, "etag": "BwWKImhngxs=", "bindings": [*bindings], "auditConfigs": [*audit]}
