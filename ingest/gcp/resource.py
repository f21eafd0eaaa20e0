"""Whatever else a project has: kept with its native type, so that no resource is missing.

What such a resource says is kept as it comes, but for what may hold secrets in services that are
not modelled: values of environments and metadata, which are taken out before anything is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, service_account_ref
from ingest.items import Item, dig
from ingest.model import Document, Records, Ref, edge, prop
from ingest.redact import without_values

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.service_account import GcpServiceAccount

# Where a service says the account that its resource acts with.
ACCOUNTS = (
    "data.serviceAccountEmail",
    "data.serviceAccount",
    "data.serviceConfig.serviceAccountEmail",
    "data.template.serviceAccount",
    "data.spec.template.spec.serviceAccountName",
    "data.nodeConfig.serviceAccount",
    "data.config.gceClusterConfig.serviceAccount",
)


class GcpResource(
    GcpManaged, service="cloudasset", lists="cloudasset.assets.listResource"
):  # fmt: skip
    """A resource of a type that has no declaration of its own: a gap in what is modelled."""

    native_type: str = prop("Its type as Google names it.", indexed=True)
    configuration: Document = prop("What its service says of it, without values of environments.")
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that it acts with."
    )


def fetch(gcp: Gcp) -> Records[GcpResource]:
    """Yield the resources of all types that have no declaration."""
    return gcp.records(read, gcp.rest())


def read(gcp: Gcp, item: Item) -> GcpResource:
    """Make the record of one resource."""
    if "odd" in item.body:
        raise ValueError("data")
    said = without_values(item.get("data") or {})
    kept = Item(body={**item.body, "data": said}, answers=item.answers)
    return GcpResource(
        **common(gcp, kept),
        native_type=item["assetType"],
        configuration=Document(said),
        service_account=next(
            (
                found
                for path in ACCOUNTS
                if (found := service_account_ref(gcp, dig(item.body, path)))
            ),
            None,
        ),
    )
