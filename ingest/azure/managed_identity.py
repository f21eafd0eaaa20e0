"""User-assigned managed identities: what may act as one points at it, and it acts as a principal.

Who outside of Azure may sign in as one (its federated credentials) is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, object_uid, spelled
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal


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


def fetch(azure: Azure) -> Records[AzureManagedIdentity]:
    """Yield the subscription's user-assigned identities."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureManagedIdentity:  # noqa: ARG001 - every `read` takes both
    """Make the record of one identity."""
    principal = item.get("properties.principalId")
    return AzureManagedIdentity(
        **common(item),
        client_id=item.get("properties.clientId"),
        tenant=item.get("properties.tenantId"),
        isolation=spelled(item.get("properties.isolationScope"), "Regional", "None"),
        principal=Ref(object_uid(principal)) if principal else None,
    )
