"""Key rings of Cloud KMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp


class GcpKeyRing(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="cloudkms.googleapis.com/KeyRing",
    lists="cloudasset.assets.listResource",
):
    """A key ring: a group of keys in one location."""


def fetch(gcp: Gcp) -> Records[GcpKeyRing]:
    """Yield the project's key rings."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpKeyRing:
    """Make the record of one key ring."""
    data(item)
    return GcpKeyRing(**common(gcp, item), **governed(gcp, item))
