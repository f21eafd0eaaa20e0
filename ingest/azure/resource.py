"""Whatever else a subscription has: kept with its native type, so that no resource is missing.

A host name of its own is looked for where the services that give one out say it: deployment slots,
Front Doors, profiles of Traffic Manager, static and container apps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, identity_refs, ref
from ingest.internet.host_name import host_refs
from ingest.items import Item, dig
from ingest.model import Document, Records, Ref, Resource, edge, prop
from ingest.redact import without_values

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.internet.host_name import HostName

HOSTS = (
    "defaultHostName", "defaultHostname", "hostName", "dnsConfig.fqdn",
    "configuration.ingress.fqdn",
)  # fmt: skip


class AzureResource(AzureManaged, service="Resources", lists="*/read"):
    """A resource of a type that has no declaration of its own: a gap in what is modelled."""

    native_type: str = prop("Its type as Azure names it, in lower case.", indexed=True)
    kind: str | None = prop("Its kind, where the type has some.")
    configuration: Document = prop(
        "Its properties as Azure lists them, without what may be secret."
    )
    host_names: list[Ref[HostName]] = edge("HAS_HOST_NAME", "Host names that it answers to.")
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    managed_by: Ref[Resource] | None = edge("MANAGED_BY", "Resource that manages it.")


def fetch(azure: Azure) -> Records[AzureResource]:
    """Yield the resources of all types that have no declaration."""
    return azure.records(read, azure.rest())


def read(azure: Azure, item: Item) -> AzureResource:  # noqa: ARG001 - every `read` takes both
    """Make the record of one resource."""
    said = without_values(item.get("properties") or {})
    kept = Item(body={**item.body, "properties": said}, answers=item.answers)
    return AzureResource(
        **common(kept),
        native_type=item["type"].lower(),
        kind=item.get("kind") or None,
        configuration=Document(said),
        host_names=host_refs(dig(said, path) for path in HOSTS),
        identities=identity_refs(item),
        managed_by=ref(item.get("managedBy")),
    )
