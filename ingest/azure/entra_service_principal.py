"""Service principals of Entra ID: applications and managed identities as they act in a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.federation import known_as
from ingest.azure.managed import object_uid, time
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.internet.external_identity import ExternalIdentity

FIELDS = (
    "id,displayName,appId,servicePrincipalType,accountEnabled,appOwnerOrganizationId,"
    "createdDateTime"
)


class EntraServicePrincipal(
    Resource, service="graph", lists="Application.Read.All", is_shared=True
):
    """A service principal: an application or managed identity as it acts in a tenant."""

    id: str = key("`/directoryobjects/` and its object id.")
    tenant: str = prop("Id of its tenant.")
    app_id: str | None = prop("Id of the application that it stands for.", indexed=True)
    kind: str | None = prop("`Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`.")
    is_enabled: bool | None = prop("It may sign in.")
    home_tenant: str | None = prop("Tenant that the application is of.")
    known_as: list[Ref[ExternalIdentity]] = edge(
        "IDENTIFIED_BY", "What it is to those outside of its tenant who trust it."
    )


def fetch(azure: Azure) -> Records[EntraServicePrincipal]:
    """Yield the tenant's service principals."""
    return azure.records(read, azure.directory(f"/servicePrincipals?$select={FIELDS}&$top=999"))


def read(azure: Azure, item: Item) -> EntraServicePrincipal:
    """Make the record of one service principal."""
    return EntraServicePrincipal(
        id=object_uid(item["id"]),
        name=item.get("displayName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw=item.raw,
        tenant=azure.tenant,
        app_id=item.get("appId"),
        kind=item.get("servicePrincipalType"),
        is_enabled=item.get("accountEnabled"),
        home_tenant=item.get("appOwnerOrganizationId"),
        known_as=known_as(azure.tenant, item["id"], item.get("appId")),
    )
