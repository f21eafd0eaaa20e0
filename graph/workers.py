"""The ledger of workers: who is at work, by heartbeats on the database's own clock.

A worker has a stable id, and at each start a new token: a second one with the same id is refused
while the first is heard of, and one that was given up for dead finds at its next heartbeat that it
no longer counts. Whoever finds a dead worker claims it before he hands on its jobs, so that this
is done once; if he dies meanwhile, the claim grows old like any heartbeat.
"""

from __future__ import annotations

import secrets
from typing import Any

import neo4j

from graph import transactions

REGISTER = """
MERGE (w:Worker {id: $id})
ON CREATE SET w.token = $token, w.heard_at = datetime(), w.started_at = datetime(), w.host = $host
SET w.lock = $token
WITH w, w.token <> $token AND w.host <> $host
  AND w.heard_at > datetime() - duration({seconds: $dead}) AS taken
FOREACH (_ IN CASE WHEN taken THEN [] ELSE [1] END |
  SET w.token = $token, w.heard_at = datetime(), w.started_at = datetime(), w.host = $host)
RETURN taken, w.host AS host
"""
BEAT = """
MATCH (w:Worker {id: $id, token: $token})
SET w.heard_at = datetime()
RETURN w.id
"""
CLAIM_DEAD = """
MATCH (w:Worker) WHERE w.id <> $id
SET w.lock = $id
WITH w WHERE w.heard_at <= datetime() - duration({seconds: $dead})
SET w.heard_at = datetime(), w.token = $claim, w.reaped_by = $id
RETURN w.id AS id
"""
FORGET = "MATCH (w:Worker {id: $id, token: $token}) DELETE w"
ALIVE = """
MATCH (w:Worker) WHERE w.heard_at > datetime() - duration({seconds: $dead})
RETURN w.id AS id ORDER BY id
"""


class WorkerIdTaken(Exception):
    """Another worker is at work under this id; the message names it and the way out."""


class Workers:
    """Reads and writes the workers of one database; `dead` seconds of silence mean death."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None, *, dead: float) -> None:
        self._driver = driver
        self._database = database
        self._dead = dead

    def register(self, id_: str, host: str) -> str:
        """Begin as this worker and return the token of this life. Raises WorkerIdTaken.

        `host` names the one place from which this id may begin again at once, since who asks
        there has made sure that its earlier life is over.
        """
        token = secrets.token_hex(8)
        (row,) = self._run(REGISTER, id=id_, token=token, host=host)
        if row["taken"]:
            raise WorkerIdTaken(
                f"a worker {id_!r} is at work already, on {row['host']}: end that one, or give "
                "this one another CIRROGRAPH_WORKER_ID"
            )
        return token

    def beat(self, id_: str, token: str) -> bool:
        """Be heard of; False when this life no longer counts."""
        return bool(self._run(BEAT, id=id_, token=token))

    def claim_dead(self, by: str) -> list[tuple[str, str]]:
        """Claim the workers that are not heard of any more: (id, token of the claim)."""
        claim = secrets.token_hex(8)
        return [(row["id"], claim) for row in self._run(CLAIM_DEAD, id=by, claim=claim)]

    def forget(self, id_: str, token: str) -> None:
        """Remove a worker that ended in order, or whose jobs were handed on."""
        self._run(FORGET, id=id_, token=token)

    def alive(self) -> list[str]:
        """Return the ids of the workers that are heard of."""
        return [row["id"] for row in self._run(ALIVE)]

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        given |= {"dead": self._dead}
        return transactions.run(self._driver, self._database, text, given)
