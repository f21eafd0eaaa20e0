"""Roles of Azure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureRoleDefinition(
    AzureManaged,
    service="AuthorizationResources",
    native="microsoft.authorization/roledefinitions",
    lists="Microsoft.Authorization/roleDefinitions/read",
):
    """A role of Azure."""


def fetch(azure: Azure) -> Records[AzureRoleDefinition]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureRoleDefinition:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureRoleDefinition(**common(item))
