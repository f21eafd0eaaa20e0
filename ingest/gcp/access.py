"""The least that a reader of a project needs, made from the declarations.

That is the predefined role Cloud Asset Viewer, or a custom role of the permissions that the types
name. The inventory holds configuration only: there is no way from it to what a resource keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ingest.catalogue import Catalogue

READS = re.compile(r"^[a-z]+\.[A-Za-z]+\.(list|get)[A-Za-z]*$")


class NotARead(ValueError):
    """A declaration asks for more than reading configuration; the message names the permission."""


def check_reads(permissions: Iterable[str]) -> None:
    """Raise NotARead for a permission that does more than read configuration."""
    for permission in permissions:
        if not READS.match(permission):
            raise NotARead(f"{permission} is more than reading configuration: find another call")


def policy(catalogue: Catalogue) -> dict[str, Any]:
    """Return the custom role, as `gcloud iam roles create --file` takes it. Raises NotARead."""
    permissions = sorted(catalogue.permissions("gcp"))
    check_reads(permissions)
    return {
        "role": {
            "title": "Cirrograph Reader",
            "description": "Lists the inventory of a project and the policies in it.",
            "stage": "GA",
            "includedPermissions": permissions,
        },
        "predefinedRole": "roles/cloudasset.viewer",
        "onTheQuotaProject": "roles/serviceusage.serviceUsageConsumer",
    }
