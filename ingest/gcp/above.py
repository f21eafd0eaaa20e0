"""What belongs to a project or to what is above it, and holds for all that is below that.

A connector reads what is its project's and what is its ancestors', so that several see the latter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.gcp.managed import ref
from ingest.items import Item
from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

OWNER = re.compile(r"^//[^/]+/((?:projects|folders|organizations)/[^/]+)")


def rows(gcp: Gcp) -> Iterator[Any]:
    """Yield a declaration's assets of the project and of its ancestors. Raises Refused."""
    return itertools.chain(gcp.rows(), gcp.above())


def owner(gcp: Gcp, item: Item) -> Ref[Any]:
    """Return what points at whose an asset is, by its name. Raises ValueError at nobody's."""
    found = OWNER.match(str(item["name"]))
    whose = ref(gcp, found[1]) if found else None
    if whose is None:
        raise ValueError("name")
    return whose


def account(gcp: Gcp, whose: Ref[Any]) -> str:
    """Return the account that an asset counts to: the project, or the topmost above it."""
    if whose.uid == gcp.project_uid(gcp.number) or not gcp.owner.ancestors:
        return gcp.project
    return gcp.owner.ancestors[-1]
