"""What Defender for Cloud found of a resource, one assessment at a time.

What is assessed has an id that is the same everywhere (`assessment`); the name for people changes
now and then. Only the verdict is kept, not what it was found by.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, time, uid
from ingest.azure.scopes import owner_of
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

KIND = "microsoft.security/assessments"


class AzureSecurityAssessment(
    AzureManaged,
    service="SecurityResources",
    native=KIND,
    lists="Microsoft.Security/assessments/read",
):
    """What Defender for Cloud found of one resource."""

    assessment: str = prop("Id of what is assessed, in lower case.", indexed=True)
    status: str | None = prop("`Healthy`, `Unhealthy` or `NotApplicable`.")
    cause: str | None = prop("Why the status is so, where Defender says: `OffByPolicy`, ...")
    description: str | None = prop("The status in words, where Defender says.")
    severity: str | None = prop("`High`, `Medium`, `Low`.")
    source: str | None = prop("Where the resource is: `Azure`, `OnPremise`, `AWS`, ...")
    changed_at: datetime | None = prop("When its status last changed.")
    resource: Ref[Resource] = edge("ABOUT", "Resource that it is about.")


def fetch(azure: Azure) -> Records[AzureSecurityAssessment]:
    """Yield the subscription's assessments."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureSecurityAssessment:  # noqa: ARG001 - every `read` takes both
    """Make the record of one assessment."""
    said: Json = item.get("properties") or {}
    details: Json = said.get("resourceDetails") or {}
    status: Json = said.get("status") or {}
    shown = common(item)
    shown["name"] = said.get("displayName") or item["name"]
    about = details.get("Id") or details.get("id") or owner_of(item["id"], KIND)
    return AzureSecurityAssessment(
        **shown,
        assessment=item["name"].lower(),
        status=status.get("code"),
        cause=status.get("cause") or None,
        description=status.get("description") or None,
        severity=(said.get("metadata") or {}).get("severity"),
        source=details.get("Source") or details.get("source"),
        changed_at=time(status.get("statusChangeDate")),
        resource=Ref(uid(about)),
    )
