"""`findings(order: SEVERITY)`: the worst first, and of these those that have stood longest.

A severity is a word, so no index has the words in the order of how bad they are. Each has its own
walk through an index instead, of those (severity, since, id) that an index holds in this very
order; who sees some connectors, or asks for one, walks through an index that begins with the
connector. A page is then what the first walks give, put together, and no other finding is looked
at: the planner takes one severity after the other, and ends where the page is full
(`tests/schema/test_worst.py` looks at its plan). What narrows the page further is looked at on the
way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, LiteralString

from schema.compile import Compiler
from schema.enums import FindingOrder, Severity
from schema.page import Page, Walk

SEVERITIES = tuple(severity.value for severity in Severity)  # the worst first
FEW = 30  # connectors of a viewer, each with walks of its own; who sees more, sees much of all
FIRST_MOMENT = "0001-01-01T00:00:00Z"
KEY: LiteralString = "toString(way.rank) + '|' + toString($$N.since) + '|' + $$N.id"
# No `OR`: in an empty database the planner makes two walks of that, put together and sorted.
STEP: LiteralString = (
    "$$N.severity = way.severity AND $$N.since >= datetime(way.since) AND $$N.id IS NOT NULL "
    "AND CASE WHEN $$N.since = datetime(way.since) THEN $$N.id > way.id ELSE true END"
)
OF_OWNER: LiteralString = "$$N.connector = owner.id AND "
OF_EACH: LiteralString = "$$N.connector = of AND "
OF_ALL: LiteralString = "USING INDEX SEEK $$N:Finding(severity, since, id)"
OF_CONNECTOR: LiteralString = "USING INDEX SEEK $$N:Finding(connector, severity, since, id)"
BY_SEVERITY: LiteralString = "$$N.severity, $$N.since, $$N.id"
BY_CONNECTOR: LiteralString = "$$N.connector, $$N.severity, $$N.since, $$N.id"
THEN: LiteralString = "way.rank, $$N.since, $$N.id"


def worst(page: Page) -> Page:
    """Return the page of the same findings in this order."""
    return dataclasses.replace(page, key=KEY, walk=_walk, kind=FindingOrder.SEVERITY.value)


def _walk(compiler: Compiler, given: Mapping[str, Any], last: str) -> Walk:
    ways = ["UNWIND", compiler.parameter(_ways(last, given.get("severity"))), "AS way"]
    if given.get("connector") is not None:
        return Walk(begin=" ".join(ways), carry="way, owner", where=OF_OWNER + STEP,
                    hint=OF_CONNECTOR, order=BY_CONNECTOR, then=THEN)  # fmt: skip
    seen = compiler.viewer.connectors
    if seen is not None and len(seen) <= FEW:
        ways += ["UNWIND", compiler.parameter(sorted(seen)), "AS of"]
        return Walk(begin=" ".join(ways), carry="way, of", where=OF_EACH + STEP,
                    hint=OF_CONNECTOR, order=BY_CONNECTOR, then=THEN)  # fmt: skip
    return Walk(begin=" ".join(ways), carry="way", where=STEP, hint=OF_ALL, order=BY_SEVERITY,
                then=THEN)  # fmt: skip


def _ways(last: str, only: str | None) -> list[dict[str, Any]]:
    """Return the walks that are left behind a key, each with where it goes on."""
    rank, since, id_ = last.split("|", 2) if last else ("0", FIRST_MOMENT, "")
    ways = [
        {"severity": severity, "rank": at, "since": FIRST_MOMENT, "id": ""}
        for at, severity in enumerate(SEVERITIES)
        if at >= int(rank)
    ]
    if last:
        ways[0] |= {"since": since, "id": id_}
    return [way for way in ways if only in {None, way["severity"]}]
