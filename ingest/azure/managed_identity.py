"""User-assigned managed identities: what may act as one points at it, and it acts as a principal.

Who outside of Azure may sign in as one is told by its federated credentials; others that trust it
know it by its principal's id in its tenant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.federation import credentials, issuers, known_as
from ingest.azure.managed import AzureManaged, common, object_uid, spelled
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.internet.external_identity import ExternalIdentity

FEDERATED = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read"


class AzureManagedIdentity(
    AzureManaged,
    service="Resources",
    native="microsoft.managedidentity/userassignedidentities",
    lists="Microsoft.ManagedIdentity/userAssignedIdentities/read",
):
    """A user-assigned managed identity."""

    client_id: str | None = prop("Id of the application that it signs in as.", indexed=True)
    tenant: str | None = prop("Id of the tenant it is known in.")
    isolation: str | None = prop(
        "`Regional`: only resources of its region may be given it; `None`: all may."
    )
    principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal whose roles it has."
    )
    known_as: list[Ref[ExternalIdentity]] = edge(
        "IDENTIFIED_BY", "What it is to those outside of its tenant who trust it."
    )
    identities: list[Ref[ExternalIdentity]] = edge(
        "TRUSTS_IDENTITY", "Identities of other issuers that may sign in as it.", reads=FEDERATED
    )
    issuers: list[Ref[ExternalIdentity]] = edge(
        "TRUSTS_ISSUER", "Issuers whose tokens, for one of these, are taken.", reads=FEDERATED
    )


CHILDREN = (
    Child("federated", "/federatedIdentityCredentials", "2023-01-31", FEDERATED, listed=True),
)


def fetch(azure: Azure) -> Records[AzureManagedIdentity]:
    """Yield the subscription's user-assigned identities."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureManagedIdentity:
    """Make the record of one identity."""
    principal, client = item.get("properties.principalId"), item.get("properties.clientId")
    tenant = item.get("properties.tenantId")
    return AzureManagedIdentity(
        **common(item),
        client_id=client,
        tenant=tenant,
        isolation=spelled(item.get("properties.isolationScope"), "Regional", "None"),
        principal=Ref(object_uid(principal)) if principal else None,
        known_as=known_as(tenant or azure.tenant, principal, client),
        identities=item.part("federated").read(lambda answer: credentials(_said(answer))),
        issuers=item.part("federated").read(lambda answer: issuers(_said(answer))),
    )


def _said(answer: Json) -> list[Json]:
    return [entry.get("properties") or {} for entry in answer.get("value") or ()]
