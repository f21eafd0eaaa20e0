"""API keys: texts that name a project to its services, and prove nothing of who sends them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    service_account_ref,
    text,
    texts,
    time,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.service_account import GcpServiceAccount

# Kind of application -> where it stands, and what it lets through.
APPLICATIONS = {
    "browser": ("browserKeyRestrictions", "allowedReferrers"),
    "server": ("serverKeyRestrictions", "allowedIps"),
    "android": ("androidKeyRestrictions", "allowedApplications"),
    "ios": ("iosKeyRestrictions", "allowedBundleIds"),
}


class GcpApiKey(
    GcpManaged,
    service="cloudasset",
    native="apikeys.googleapis.com/Key",
    lists="cloudasset.assets.listResource",
    redact=("data.keyString",),
):
    """An API key."""

    resource_name: str = prop("What commands call it: `projects/p/locations/global/keys/k`.")
    application_kind: str | None = prop(
        "Kind of application that it is restricted to: `browser`, `server`, `android`, `ios`; null "
        "where anything may use it."
    )
    allowed_applications: list[str] = prop(
        "Which of them: web sites, addresses, packages, bundle ids; empty where anything may."
    )
    api_targets: list[str] = prop("Services that it is good for; empty where it is for all.")
    deleted_at: datetime.datetime | None = prop(
        "When it was deleted: for 30 days it can be brought back; null where it was not."
    )
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that its calls are made as."
    )


def fetch(gcp: Gcp) -> Records[GcpApiKey]:
    """Yield the project's API keys."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpApiKey:
    """Make the record of one key."""
    said = data(item)
    restrictions: Json = dig(said, "restrictions") or {}
    kind = next((kind for kind, (name, _) in APPLICATIONS.items() if name in restrictions), None)
    shared = common(
        gcp, item, name=text(said.get("displayName")) or "", labels_at="data.annotations"
    )
    return GcpApiKey(
        **shared,
        resource_name=shared["full_name"].partition(".com/")[2],
        application_kind=kind,
        allowed_applications=_allowed(restrictions, kind) if kind else [],
        api_targets=[
            service
            for entry in entries(restrictions, "apiTargets")
            if (service := text(entry.get("service")))
        ],
        deleted_at=time(said.get("deleteTime")),
        service_account=service_account_ref(gcp, said.get("serviceAccountEmail")),
    )


def _allowed(restrictions: Json, kind: str) -> list[str]:
    name, listed = APPLICATIONS[kind]
    said: Json = dig(restrictions, name) or {}
    packages = (text(entry.get("packageName")) for entry in entries(said, listed))
    return texts(said, listed) or [package for package in packages if package]
