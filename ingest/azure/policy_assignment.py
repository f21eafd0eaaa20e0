"""Assignments of Azure Policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzurePolicyAssignment(
    AzureManaged,
    service="PolicyResources",
    native="microsoft.authorization/policyassignments",
    lists="Microsoft.Authorization/policyAssignments/read",
):
    """A policy that is assigned to a scope."""


def fetch(azure: Azure) -> Records[AzurePolicyAssignment]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePolicyAssignment:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzurePolicyAssignment(**common(item))
