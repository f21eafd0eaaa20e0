"""Azure load balancers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureLoadBalancer(
    AzureManaged,
    service="Resources",
    native="microsoft.network/loadbalancers",
    lists="Microsoft.Network/loadBalancers/read",
):
    """A load balancer."""


def fetch(azure: Azure) -> Records[AzureLoadBalancer]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureLoadBalancer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureLoadBalancer(**common(item))
