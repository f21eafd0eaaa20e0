"""What a viewer sees of the graph who has no role everywhere: one condition for each kind of node.

The compiler (`schema.compile`, `schema.page`) puts the condition of the target's type behind every
`MATCH` that it makes: of pages and their counts, of links and what is nested in them, of the other
end of a relationship. So a field that is added later is covered by the type of its target, and a
target that stands in no table here is seen by nobody but those who see everything. For these
nothing is added at all: their statements, and with them their plans, are as they were.

A resource is seen where one of the viewer's connectors lists it. What no connector lists, such as
the addresses and names where clouds meet, is seen as the end of a relationship of a resource that
is. A tag is seen with its resource: nothing else
leads to it.

Left out: what a control wrote down as its evidence. It was found for the connector of the finding,
and may name what that connector's resources reach.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, LiteralString

from schema.viewer import Viewer

NOBODY: LiteralString = "false"
EVERYBODY: LiteralString = "true"
OF_CONNECTOR: LiteralString = "$$N.connector IN $SEEN"
RESOURCE: LiteralString = (
    "(EXISTS { ($$N)-[:SEEN_BY]->(seen:Unit) WHERE seen.connector IN $SEEN } "
    "OR (($$N:Unseen OR $$N.cloud = 'internet') AND "
    "EXISTS { ($$N)--(:Resource)-[:SEEN_BY]->(seen:Unit) WHERE seen.connector IN $SEEN }))"
)
# One for all connectors is seen by all, but not what it says of a resource that is not seen.
WAIVER: LiteralString = (
    "($$N.connector IN $SEEN OR ($$N.connector IS NULL AND ($$N.uid IS NULL OR EXISTS { "
    "MATCH (:Resource {uid: $$N.uid})-[:SEEN_BY]->(seen:Unit) WHERE seen.connector IN $SEEN })))"
)
# A page of resources goes through all of them in its order, among which one that is seen comes
# soon, unless the viewer's connectors hold few: then it begins with their units, and takes what
# these list and what stands around that where clouds meet.
FEW = 10_000
KNOWN_SECONDS, KNOWN_MOST = 60.0, 1_000
HELD: LiteralString = (
    "MATCH (unit:Unit) WHERE unit.connector IN $seen RETURN coalesce(sum(unit.count), 0) AS held"
)
LISTED: LiteralString = "MATCH (unit:Unit) WHERE unit.connector IN $SEEN MATCH (unit)<-[:SEEN_BY]-"
AROUND: LiteralString = LISTED + "(near:Resource) WITH DISTINCT near CALL (near) { MATCH (near)--"
MEETS: LiteralString = "($$N:Unseen OR $$N.cloud = 'internet')"
# What only the owner's viewers are told: a shared resource is written by one connector, and the
# errors that stand on it are those of that connector's calls.
OWNED: LiteralString = "$$N.cloud + ':' + $$N.partition + ':' + $$N.account IN $SEEN"
NODES: Mapping[str, LiteralString] = {
    "Connector": "$$N.id IN $SEEN",
    "Scan": OF_CONNECTOR,
    "Unit": OF_CONNECTOR,
    "Finding": OF_CONNECTOR,
    "Verdict": OF_CONNECTOR,
    "Report": OF_CONNECTOR,
    "ManualOutcome": OF_CONNECTOR,
    "ReportRun": "EXISTS { ($$N)-[:RUN_OF]->(seen:Report) WHERE seen.connector IN $SEEN }",
    "Resource": RESOURCE,
    "Waiver": WAIVER,
    "Outcome": OF_CONNECTOR,
    "Schedule": OF_CONNECTOR,
    "Relationship": RESOURCE,  # its node is the resource at the other end
    "Tag": EVERYBODY,
}


def condition(type_: str, interface: str | None = None) -> LiteralString:
    """Return when a node of a GraphQL type is seen; `$SEEN` stands for the viewer's connectors."""
    return NODES.get(type_) or NODES.get(interface or "", NOBODY)


class Holdings:
    """Knows for a minute whether the connectors that somebody sees hold few resources."""

    def __init__(self, read: Callable[[str, Mapping[str, Any]], Any]) -> None:
        self._read = read
        self._known: OrderedDict[frozenset[str], tuple[float, bool]] = OrderedDict()
        self._lock = threading.Lock()

    def are_few(self, viewer: Viewer) -> bool:
        """Tell it of a viewer's connectors; who sees all of them sees many."""
        seen = viewer.connectors
        if seen is None:
            return False
        now = time.monotonic()
        with self._lock:
            at, few = self._known.get(seen, (None, False))
        if at is None or now - at > KNOWN_SECONDS:
            (row,) = self._read(HELD, {"seen": sorted(seen)})
            few = row["held"] <= FEW
            with self._lock:
                self._known[seen] = now, few
                if len(self._known) > KNOWN_MOST:
                    self._known.popitem(last=False)
        return few
