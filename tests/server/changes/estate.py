"""Two accounts with a bucket and a log group each that fail, and a deployment to change them by.

Written as publisher and evaluation write them, so no cloud and no scan: all shipped controls are
there, and two of them are asked. `ask` sends a request to the API as somebody.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import neo4j

from controls.control import Control
from controls.load import load
from graph.cypher import named
from graph.lake import Lake
from graph.ledger import Connector
from ingest.catalogue import Catalogue, discover
from schema.api import Api
from schema.mutations import CHANGES
from schema.reader import Reader
from schema.shelf import Shelf, documents, finding_changes
from schema.viewer import LOCAL, Role, Viewer
from server.access.audit import Record
from server.changes.answers import Answers
from server.changes.live import LiveControls
from server.deployment import Deployment
from server.reporting import mandates_of
from server.settings import Settings
from server.usage import usage_of
from server.work.scanning import evaluate_connector

VERSIONING, RETENTION = "aws/s3/bucket_versioning", "aws/cloudwatch/log_group_retention"
MANDATE, MANUAL = "cis-aws-6.0", "2.1"
SOON, PAST = "2099-01-31T00:00:00Z", "2020-01-31T00:00:00Z"
ONE, TWO = "aws:aws:111111111111", "aws:aws:222222222222"
UNIT = """
MATCH (c:Connector {id: $connector})
CREATE (u:Unit {id: $id, connector: $connector, type: $type, region: $region, state: 'complete',
  scan: 's1', attempt: 1, count: 1})-[:UNIT_OF]->(c)
CREATE (n:Resource:$$LABEL {uid: $uid})-[:SEEN_BY {hash: 1}]->(u)
SET n += $props
"""
RESOURCES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("AwsS3Bucket", "global", {"name": "bucket", "requires_tls": False}),
    ("AwsLogGroup", "eu-west-1", {"name": "log", "retention_days": 90}),
)
STATUSES = """
MATCH (f:Finding {connector: $connector}) RETURN f.control AS control, f.status AS status,
  f.severity AS severity
"""


@functools.cache
def catalogue() -> Catalogue:
    """Return the types of what fails, and those that they refer to: all others cost time only."""
    every, todo, found = discover(), [label for label, _, _ in RESOURCES], set()
    while todo:
        label = todo.pop()
        if label not in found:
            found.add(label)
            todo += [target for r in every[label].relationships for target in r.targets]
    return Catalogue([every[label] for label in found])


@functools.cache
def shipped() -> Mapping[str, Control]:
    """Return all shipped controls, of which only two are asked."""
    return {
        id_: c if id_ in {VERSIONING, RETENTION} else dataclasses.replace(c, disabled=True)
        for id_, c in load().items()
    }


def viewer(role: Role | None = None, name: str = "ann", **on: Role) -> Viewer:
    """Return somebody with a role everywhere, or on the connectors `one` and `two`."""
    ids = {"one": ONE, "two": TWO}
    return Viewer(name=name, everywhere=role, on={ids[key]: value for key, value in on.items()})


def uid(connector: str, name: str = "bucket") -> str:
    return f"arn:aws:test:::{connector[-12:]}-{name}"


@dataclasses.dataclass
class Estate:
    """A deployment over a database that holds the two accounts and nothing else."""

    driver: neo4j.Driver
    folder: Path
    controls: Mapping[str, Control] = dataclasses.field(default_factory=shipped)

    def __post_init__(self) -> None:
        settings = Settings.from_env(
            {"CIRROGRAPH_HOME": str(self.folder), "CIRROGRAPH_SCAN_INTERVAL": "3600"}
        )
        self.deployment = Deployment(
            settings=settings, catalogue=catalogue(), controls=self.controls, broken=(),
            driver=self.driver, database="neo4j", lake=Lake(settings.lake),
        )  # fmt: skip

    def renew(self) -> None:
        """Make it as it was at first; the schema is kept, which takes long to make."""
        self.driver.execute_query("MATCH (n) WHERE NOT n:CirrographSchema DETACH DELETE n")
        self.deployment.access.store.close()
        (self.folder / "work.sqlite").unlink(missing_ok=True)
        for name, id_ in (("one", ONE), ("two", TWO)):
            self.connect(name, id_.rpartition(":")[2])
        self.live.renew(now=True)

    def connect(self, name: str, account: str) -> None:
        connector = Connector(
            name=name, cloud="aws", partition="aws", scope=account, reference={}, options={}
        )
        self.deployment.ledger.add(connector)
        for label, region, props in RESOURCES:
            said = {
                "cloud": "aws", "partition": "aws", "account": account, "region": "eu-west-1",
                "incarnation": "1", **props,
            }  # fmt: skip
            self.driver.execute_query(
                named(UNIT, label=label), connector=connector.id, type=label, region=region,
                id=f"{connector.id}|{label}|{region}", uid=uid(connector.id, props["name"]),
                props=said,
            )  # fmt: skip

    @functools.cached_property
    def live(self) -> LiveControls:
        return LiveControls(self.deployment)

    @functools.cached_property
    def api(self) -> Api:
        return Api(catalogue(), Reader(self.driver, "neo4j"), self.shelf, self.answers)

    @functools.cached_property
    def shelf(self) -> Shelf:
        lake = self.deployment.lake
        return Shelf(
            controls=self.live, mandates=mandates_of(self.deployment), renew=self.live.renew,
            document=documents(lake), changes=finding_changes(lake),
            overrides=lambda: self.live.overrides, tokens=self.deployment.access.tokens.list,
            usage=lambda month: usage_of(self.deployment, month),
        )  # fmt: skip

    @functools.cached_property
    def answers(self) -> Answers:
        return Answers(self.deployment, changed=lambda: self.live.renew(now=True))

    def ask(self, query: str, who: Viewer = LOCAL, **variables: Any) -> dict[str, Any]:
        """Ask what must not be an error, and return its data."""
        result = self.api.execute(query, variables, viewer=who, by_post=True)
        assert result.errors is None, result.errors
        assert result.data is not None
        return result.data

    def change(self, field: str, who: Viewer = LOCAL, **given: Any) -> dict[str, Any]:
        """Make one change, and return what came of it."""
        (said,) = self.ask(asking(field, given), who, **given).values()
        return dict(said)

    def evaluate(self, connector: str = ONE) -> None:
        evaluate_connector(self.deployment, self.deployment.ledger.connector(connector))

    def statuses(self, connector: str = ONE) -> dict[str, str]:
        """Return the status of what each control finds."""
        rows = self.driver.execute_query(STATUSES, connector=connector).records
        return {row["control"]: row["status"] for row in rows}

    def records(self) -> list[Record]:
        """Return what the audit log holds."""
        return list(self.deployment.access.audit.records())

    def picture(self) -> Any:
        """Return everything that a change may write, in one form to compare."""
        rows = self.driver.execute_query(PICTURE).records
        tokens = self.deployment.access.tokens.list()
        return sorted(repr(row.values()) for row in rows), [(t.id, t.revoked) for t in tokens]


PICTURE = """
MATCH (n:Connector|Scan|Evaluation|Report|ReportRun|Waiver|Override|ManualOutcome|Schedule|Finding)
RETURN labels(n) AS labels, [key IN keys(n) | [key, toStringOrNull(n[key])]] AS props
"""
MADE = {change.name: change for change in CHANGES}
SAYS = {
    "ConnectorAdded": "id name",
    "ConnectorsDiscovered": "isDryRun added { account connector name why } "
    "alreadyThere { account connector name why } leftOut { account connector name why }",
    "ConnectorRemoved": "id name", "ScanRequested": "scan isNew",
    "Evaluated": "evaluation opened closed", "ReportRan": "report number hash",
    "Waived": "id evaluation", "WaiverRemoved": "id evaluation", "ControlOverridden": "control",
    "OverrideRemoved": "control", "OutcomeRecorded": "id", "ScheduleAdded": "id due",
    "ScheduleRemoved": "id", "TokenCreated": "id name secret expires", "TokenRevoked": "id",
    "BadInput": "field", "TooSoon": "next", "AlreadyScanning": "scan",
}  # fmt: skip


def asking(field: str, given: Mapping[str, Any]) -> str:
    """Return the request for a change that selects all that it can give."""
    change = MADE[field]
    declared = [f"${a.name}: {a.type}" for a in change.arguments if a.name in given]
    used = [f"{name}: ${name}" for name in given]
    members = [type_.__name__ for type_ in (change.gives, *change.problems)]
    said = [f"... on {name} {{ {SAYS[name]} }}" for name in members if name in SAYS]
    return (
        f"mutation({', '.join(declared)}) {{ {field}({', '.join(used)}) "
        f"{{ __typename ... on Problem {{ message }} {' '.join(said)} }} }}"
    )


FOLLOW = """
subscription ($c: String, $s: Severity) { newFindings(connector: $c, severity: $s) {
  connector evaluation more opened { ...C } changed { ...C } closed { ...C } } }
fragment C on FindingChange { controlId uid severity status reason }
"""


async def followed(estate: Estate, who: Viewer, **given: Any) -> AsyncIterator[Any]:
    async for result in estate.api.subscribe(FOLLOW, given, viewer=who):
        assert result.errors is None, result.errors
        assert result.data is not None
        yield result.data["newFindings"]
