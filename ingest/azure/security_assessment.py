"""Assessments of Defender for Cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureSecurityAssessment(
    AzureManaged,
    service="SecurityResources",
    native="microsoft.security/assessments",
    lists="Microsoft.Security/assessments/read",
):
    """What Defender for Cloud found of one resource."""


def fetch(azure: Azure) -> Records[AzureSecurityAssessment]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureSecurityAssessment:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureSecurityAssessment(**common(item))
