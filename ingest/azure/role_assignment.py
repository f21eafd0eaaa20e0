"""Role assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureRoleAssignment(
    AzureManaged,
    service="AuthorizationResources",
    native="microsoft.authorization/roleassignments",
    lists="Microsoft.Authorization/roleAssignments/read",
):
    """A role that a principal has on a scope."""


def fetch(azure: Azure) -> Records[AzureRoleAssignment]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureRoleAssignment:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureRoleAssignment(**common(item))
