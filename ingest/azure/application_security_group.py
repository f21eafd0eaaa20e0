"""Application security groups: names for interfaces that rules speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureApplicationSecurityGroup(
    AzureManaged,
    service="Resources",
    native="microsoft.network/applicationsecuritygroups",
    lists="Microsoft.Network/applicationSecurityGroups/read",
):
    """An application security group: a name for interfaces that rules speak of."""


def fetch(azure: Azure) -> Records[AzureApplicationSecurityGroup]:
    """Yield the subscription's application security groups."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureApplicationSecurityGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one application security group."""
    return AzureApplicationSecurityGroup(**common(item))
