"""Whatever else a subscription has: kept with its native type, so that no resource is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, identity_refs, ref
from ingest.items import Item
from ingest.model import Document, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.managed_identity import AzureManagedIdentity


class AzureResource(AzureManaged, service="Resources", lists="*/read"):
    """A resource of a type that has no declaration of its own: a gap in what is modelled."""

    native_type: str = prop("Its type as Azure names it, in lower case.", indexed=True)
    kind: str | None = prop("Its kind, where the type has some.")
    configuration: Document = prop("Its properties as Azure lists them.")
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    managed_by: Ref[Resource] | None = edge("MANAGED_BY", "Resource that manages it.")


def fetch(azure: Azure) -> Records[AzureResource]:
    """Yield the resources of all types that have no declaration."""
    return azure.records(read, azure.rest())


def read(azure: Azure, item: Item) -> AzureResource:  # noqa: ARG001 - every `read` takes both
    """Make the record of one resource."""
    return AzureResource(
        **common(item),
        native_type=item["type"].lower(),
        kind=item.get("kind") or None,
        configuration=Document(item.get("properties") or {}),
        identities=identity_refs(item),
        managed_by=ref(item.get("managedBy")),
    )
