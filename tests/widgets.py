"""Make, stage and publish widgets: the tests' own resource type, without any cloud."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import neo4j

from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from graph.publish import Published, Publisher
from graph.scans import Scans
from ingest.catalogue import Catalogue, discover
from ingest.collect import Collected, Unit, collect
from ingest.identity import Scope
from ingest.model import Ref
from ingest.refusal import Refused

CATALOGUE: Catalogue = discover((Path(__file__).parent / "own_types",), built_in=False)
DECLARATION = CATALOGUE["AwsWidget"]
Widget: Callable[..., Any] = DECLARATION.cls
SECRET = b"for tests only"


def arn(name: str, account: str = "111111111111") -> str:
    return f"arn:aws:widgets:eu-west-1:{account}:widget/{name}"


def widget(name: str, /, account: str = "111111111111", **fields: Any) -> Any:
    """Make a record; what is not given is null, empty or made of the name."""
    plain: dict[str, Any] = {
        "arn": arn(name, account), "id": f"w-{name}", "name": name, "created_at": None,
        "raw": {"Name": name}, "color": None, "size_gib": None, "weight": None, "is_round": None,
        "made_at": None, "labels": [], "policy": None, "parent": None, "friends": [],
        "owner": None, "tags": {},
    }  # fmt: skip
    return Widget(**(plain | fields))


def ref(name: str, account: str = "111111111111", **props: Any) -> Ref[Any]:
    return Ref(arn(name, account), props or None)


@dataclasses.dataclass
class Estate:
    """A database with connectors, and a way to scan widgets into it."""

    driver: neo4j.Driver
    folder: Path
    numbers: Any = dataclasses.field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        migrate(self.driver, CATALOGUE)
        self.ledger = Ledger(self.driver)
        self.scans = Scans(self.driver)
        self.lake = Lake(self.folder / "lake")

    def connector(self, account: str = "111111111111") -> Connector:
        connector = Connector(
            name=f"a{account}", cloud="aws", partition="aws", scope=account, reference={},
            options={},
        )  # fmt: skip
        if connector.id not in {c.id for c in self.ledger.connectors()}:
            self.ledger.add(connector)
        return connector

    def collect(
        self, listing: Callable[[], Iterable[Any]], account: str = "111111111111",
        region: str = "eu-west-1",
    ) -> Collected:  # fmt: skip
        unit = Unit(connector=f"aws:aws:{account}", type="AwsWidget", region=region)
        scope = Scope(cloud="aws", partition="aws", account=account, region=region)
        return collect(
            DECLARATION, listing, unit=unit, scope=scope, secret=SECRET,
            folder=self.folder / "stage" / str(next(self.numbers)),
        )  # fmt: skip

    def scan(
        self, records: Iterable[Any] | Refused, account: str = "111111111111",
        region: str = "eu-west-1", *, sweep_large: bool = False,
    ) -> Published:  # fmt: skip
        """Scan one unit that yields these records, or is refused."""

        def listing() -> Iterable[Any]:
            if isinstance(records, Refused):
                raise records
            return records

        connector = self.connector(account)
        scan = self.scans.start(connector)
        collected = self.collect(listing, account, region)
        attempts = self.scans.plan(connector, scan, [collected.unit])
        publisher = Publisher(
            self.driver, self.lake, CATALOGUE, connector, scan=scan, attempts=attempts,
            sweep_large=sweep_large,
        )  # fmt: skip
        publisher.publish([collected])
        publisher.finish()
        self.scans.finish(connector, scan, summary={}, error=None)
        return publisher.published

    def dump(self) -> tuple[list[Any], list[Any]]:
        """Return all resources and their edges, in one canonical form."""
        nodes = self.driver.execute_query(
            "MATCH (n:Resource) WITH n, [k IN keys(n) WHERE k <> 'first_seen' | [k, n[k]]] AS p "
            "RETURN n.uid AS uid, labels(n) AS labels, p ORDER BY uid"
        ).records
        edges = self.driver.execute_query(
            "MATCH (a:Resource)-[e]->(b) WHERE type(e) <> 'SEEN_BY' "
            "RETURN a.uid AS a, type(e) AS t, coalesce(b.uid, b.id) AS b, properties(e) AS p "
            "ORDER BY a, t, b"
        ).records
        return (
            [(n["uid"], sorted(n["labels"]), sorted(map(repr, n["p"]))) for n in nodes],
            [(e["a"], e["t"], e["b"], sorted(e["p"].items())) for e in edges],
        )

    def node(self, name: str, account: str = "111111111111") -> dict[str, Any]:
        """Return a resource's properties and labels, empty where there is none."""
        found = self.driver.execute_query(
            "MATCH (n:Resource {uid: $uid}) RETURN properties(n) AS p, labels(n) AS l",
            uid=arn(name, account),
        ).records
        return {**found[0]["p"], "labels": set(found[0]["l"])} if found else {}
