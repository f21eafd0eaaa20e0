"""The ledger of connectors, as nodes of the graph; that of scans is in `graph.scans`.

A connector is one account, subscription or project; its id is made of cloud, partition and scope,
so the same can't be there twice.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import neo4j
import neo4j.exceptions

from graph import transactions

PENDING, ONLINE, DEGRADED, OFFLINE = "pending", "online", "degraded", "offline"


class AlreadyConnected(Exception):
    """The same account, subscription or project is connected already, or the name is taken."""


class NoSuchConnector(LookupError):
    """No connector has this name or id; the message lists those that there are."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Connector:
    """An account, subscription or project that is read.

    `reference` says how credentials are found (a profile, a role and its external id), and never
    holds any. `options` are the user's choices, such as the regions to read.
    """

    name: str
    cloud: str
    partition: str
    scope: str
    reference: Mapping[str, str]
    options: Mapping[str, Any]
    state: str = PENDING
    last_error: str | None = None
    sequence: int = 0
    last_scan: str | None = None
    evaluation: str | None = None

    @property
    def id(self) -> str:
        """Its key: `aws:aws:123456789012`."""
        return f"{self.cloud}:{self.partition}:{self.scope}"


ADD = """
CREATE (c:Connector {id: $id, name: $name, cloud: $cloud, partition: $partition, scope: $scope,
  reference: $reference, options: $options, state: 'pending', sequence: 0, added_at: datetime()})
"""
ALL = "MATCH (c:Connector) RETURN c ORDER BY c.name"
REMOVE = """
MATCH (c:Connector {id: $id})
OPTIONAL MATCH (c)<-[:SCAN_OF|UNIT_OF|EVALUATION_OF|SCHEDULE_OF]-(x)
DETACH DELETE x
WITH DISTINCT c DETACH DELETE c
"""
REFUSE = """
MATCH (c:Connector {id: $connector})
SET c.state = $state, c.last_error = $error
"""
TOUCHED = "MATCH (c:Connector {id: $connector}) RETURN coalesce(c.touched, []) AS touched"
FORGET_TOUCHED = """
MATCH (c:Connector {id: $connector})
SET c.touched = [type IN c.touched WHERE NOT type IN $touched]
"""


class Ledger:
    """Reads and writes the ledger of one database."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def add(self, connector: Connector) -> None:
        """Add a connector. Raises AlreadyConnected when its scope or name is there."""
        try:
            self._run(
                ADD, id=connector.id, name=connector.name, cloud=connector.cloud,
                partition=connector.partition, scope=connector.scope,
                reference=json.dumps(dict(connector.reference)),
                options=json.dumps(dict(connector.options)),
            )  # fmt: skip
        except neo4j.exceptions.ConstraintError:
            raise self._taken(connector) from None

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors by name."""
        return tuple(_connector(row["c"]) for row in self._run(ALL))

    def connector(self, named: str, among: Collection[str] | None = None) -> Connector:
        """Return a connector by name or id, `among` some ids if given. Raises NoSuchConnector."""
        there = [c for c in self.connectors() if among is None or c.id in among]
        for connector in there:
            if named in {connector.name, connector.id, connector.scope}:
                return connector
        names = ", ".join(c.name for c in there) or "none yet: add one with `connectors add`"
        raise NoSuchConnector(f"no connector is called {named!r}; there are: {names}")

    def remove(self, connector: Connector) -> None:
        """Remove a connector with its scans and units; what only it saw must have been swept."""
        self._run(REMOVE, id=connector.id)

    def offline(self, connector: Connector, error: str) -> None:
        """Note that a connector could not be read at all."""
        self._run(REFUSE, connector=connector.id, state=OFFLINE, error=error)

    def touched(self, connector: Connector) -> list[str]:
        """Return the types that were published since they were last evaluated."""
        found = self._run(TOUCHED, connector=connector.id)
        return list(found[0]["touched"]) if found else []

    def forget_touched(self, connector: Connector, types: Sequence[str]) -> None:
        """Note that these types are evaluated."""
        self._run(FORGET_TOUCHED, connector=connector.id, touched=list(types))

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        return transactions.run(self._driver, self._database, text, given)

    def _taken(self, connector: Connector) -> AlreadyConnected:
        for other in self.connectors():
            if other.id == connector.id:
                return AlreadyConnected(
                    f"{connector.cloud} {connector.scope} is connected already, as {other.name!r}: "
                    "scan that one, or remove it first"
                )
        return AlreadyConnected(f"another connector is called {connector.name!r}: choose a name")


def _connector(node: Any) -> Connector:
    return Connector(
        name=node["name"],
        cloud=node["cloud"],
        partition=node["partition"],
        scope=node["scope"],
        reference=json.loads(node["reference"]),
        options=json.loads(node["options"]),
        state=node["state"],
        last_error=node.get("last_error"),
        sequence=node["sequence"],
        last_scan=node.get("last_scan"),
        evaluation=node.get("evaluation"),
    )
