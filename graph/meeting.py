"""Make the nodes of meeting points: what nothing lists, and resources of several clouds point at.

An address, a host name or an identity is in the graph while something that was listed points at it.
Its uid tells all that is known of it, so that whoever needs it first makes the same node, and
nobody ever writes it again. It is seen by no unit: it is swept when its last edge is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.change import node_reader
from ingest.catalogue import Catalogue
from ingest.identity import Scope
from ingest.rows import row_maker

# Belongs to no cloud, and so to no account and no partition of one.
NOWHERE = Scope(cloud="internet", partition="internet", account="", region="global")


class MeetingPoints:
    """Tells the uids of meeting points from all others, and makes their nodes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.labels = tuple(d.label for d in catalogue.meeting_points)
        self._by_scheme = {
            d.scheme: (d.label, d.of, row_maker(d, NOWHERE), node_reader(d))
            for d in catalogue.meeting_points
        }

    def among(self, uids: Iterable[str]) -> list[dict[str, Any]]:
        """Return rows `{uid, label, props}` of those that are meeting points, in their order."""
        return [self._node(uid) for uid in uids if uid.partition(":")[0] in self._by_scheme]

    def _node(self, uid: str) -> dict[str, Any]:
        label, of, make, read = self._by_scheme[uid.partition(":")[0]]
        assert of is not None  # noqa: S101 - a declaration with a scheme has it
        row = make(of(uid))
        node = read(row.uid, row.owner, row.props, True)  # noqa: FBT003 - a column
        return {"uid": node.uid, "label": label, "props": node.props}
