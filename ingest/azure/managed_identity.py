"""User-assigned managed identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureManagedIdentity(
    AzureManaged,
    service="Resources",
    native="microsoft.managedidentity/userassignedidentities",
    lists="Microsoft.ManagedIdentity/userAssignedIdentities/read",
):
    """A user-assigned managed identity."""


def fetch(azure: Azure) -> Records[AzureManagedIdentity]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureManagedIdentity:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureManagedIdentity(**common(item))
