"""Take away what a complete listing no longer has: edges first, in batches.

A resource goes when its last viewer lost it. While others still point at it, it stays as an
`Unseen` node without type and properties, so that what depends on it is not silently whole. Where
clouds meet (`graph.meeting`) nobody is a viewer: such a node goes when nothing points at it.
Nothing is swept for a unit that is not complete, or of which a record was malformed; and when more
than half of a large unit is gone, that is more likely a fault than a clean-up: the sweep is held,
and the unit says so.
"""

from __future__ import annotations

from collections.abc import Sequence

import neo4j

from graph import transactions
from graph.change import Edge
from graph.cypher import named
from graph.write import UNLINK, claim, rows_of, seal
from graph.written import Written
from ingest.catalogue import UNSEEN_LABEL, Catalogue, Declaration

BATCH = 10_000
LARGE = 100  # units smaller than this are swept whatever is gone

LET_GO = """
MATCH (u:Unit {id: $unit})
USING INDEX SEEK u:Unit(id)
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})-[s:SEEN_BY]->(u)
USING INDEX SEEK n:Resource(uid)
DELETE s
"""
LAST_LOST = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})
USING INDEX SEEK n:Resource(uid)
WHERE NOT (n)-[:SEEN_BY]->(:Unit)
RETURN n.uid AS uid
"""
UNTAG = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})-[e:TAGGED]->(:Tag)
USING INDEX SEEK n:Resource(uid)
DELETE e
"""
# Findings stay tied to nothing: the evaluation that follows closes them as gone.
FORGET = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})
USING INDEX SEEK n:Resource(uid)
OPTIONAL MATCH (:Finding)-[f:OF]->(n)
DELETE f
WITH DISTINCT n, n.first_seen AS first_seen, n.uid AS uid
CALL (n, first_seen, uid) {
  WITH n, first_seen, uid WHERE EXISTS { (n)--() }
  SET n = {uid: uid, first_seen: first_seen}, n:Unseen
  REMOVE n:$($label)
}
CALL (n) {
  WITH n WHERE NOT EXISTS { (n)--() }
  DELETE n
}
"""
# Locked, and looked at once more: somebody may be tying it to something just now.
ORPHANS = """
MATCH (n:$$LABEL) WHERE NOT EXISTS { (n)--() }
WITH n LIMIT $most SET n.uid = n.uid
WITH n WHERE NOT EXISTS { (n)--() } DELETE n
"""
ORPHAN_TAGS = """
MATCH (t:Tag) WHERE NOT EXISTS { (t)--() }
WITH t LIMIT $most DELETE t
"""


def is_held(gone: int, held: int) -> bool:
    """Tell whether so much of a unit is gone that it shall not be swept unasked."""
    return held >= LARGE and gone * 2 > held


def sweep(
    session: neo4j.Session,
    declaration: Declaration,
    *,
    unit: str,
    attempt: int,
    uids: Sequence[str],
    edges: Sequence[Edge],
) -> Written:
    """Let the unit go of `uids`, and remove those that nobody else sees, with their `edges`."""
    done = Written()
    for start in range(0, len(uids), BATCH):
        chosen = sorted(uids)[start : start + BATCH]
        done += transactions.write(session, _sweep, declaration, unit, attempt, chosen, edges)
    return done


def tidy(session: neo4j.Session, catalogue: Catalogue) -> Written:
    """Remove Unseen nodes, meeting points and tags that nothing points at any more."""
    done = Written()
    labels = (UNSEEN_LABEL, *(d.label for d in catalogue.meeting_points))
    for text in (*(named(ORPHANS, label=label) for label in labels), ORPHAN_TAGS):
        while True:
            counters = transactions.write(session, _tidy, text)
            done.add(counters)
            if counters.nodes_deleted < BATCH:
                break
    return done


def _tidy(tx: neo4j.ManagedTransaction, text: str) -> neo4j.SummaryCounters:
    return tx.run(text, most=BATCH).consume().counters


def _sweep(
    tx: neo4j.ManagedTransaction,
    declaration: Declaration,
    unit: str,
    attempt: int,
    uids: Sequence[str],
    edges: Sequence[Edge],
) -> Written:
    done = Written()
    attempts = {unit: attempt}
    claim(tx, attempts)
    done.add(tx.run(LET_GO, unit=unit, uids=list(uids)).consume().counters)
    lost = {row["uid"] for row in tx.run(LAST_LOST, uids=list(uids))}
    if lost:
        own = [edge for edge in edges if edge[0] in lost or edge[2] in lost]
        done.add(tx.run(UNLINK, rows=rows_of(dict.fromkeys(own))).consume().counters)
        gone = sorted(lost)
        done.add(tx.run(UNTAG, uids=gone).consume().counters)
        done.add(tx.run(FORGET, uids=gone, label=declaration.label).consume().counters)
    seal(tx, attempts)
    return done
