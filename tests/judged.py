"""An estate of boxes, lids and rooms, made by Cypher, and controls on them: no cloud, no scan."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import neo4j

from controls.control import Control, parse
from controls.evaluate import Evaluation, evaluate
from graph.cypher import named
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from ingest.catalogue import Catalogue, discover

CATALOGUE: Catalogue = discover(
    (Path(__file__).parent / "controls" / "judged_types",), built_in=False
)
AT = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
REGIONS = ("eu-west-1", "us-east-1")
TOKENS = """
UNWIND $labels AS label CALL db.createLabel(label) RETURN count(*)
"""
NODE = """
MATCH (u:Unit {id: $unit})
MERGE (n:Resource {uid: $uid})
SET n:$$LABEL, n += $props
REMOVE n:Unseen
MERGE (n)-[:SEEN_BY {hash: 1}]->(u)
"""
EDGE = """
MERGE (a:Resource {uid: $a}) ON CREATE SET a:Unseen
MERGE (b:Resource {uid: $b}) ON CREATE SET b:Unseen
MERGE (a)-[:$$TYPE]->(b)
"""
UNIT = """
MATCH (c:Connector {id: $connector})
MERGE (u:Unit {id: $id})
SET u.connector = $connector, u.type = $type, u.region = $region, u.state = $state,
  u.scan = 's1', u.call = $call, u.error = $error, u.quarantined = $quarantined
MERGE (u)-[:UNIT_OF]->(c)
"""


def control(
    query: str, *, name: str = "box_check", resource: str = "AwsBox", applies: str = "",
    severity: str = "high", mandates: str = "{}", policy: str = "box-policy",
) -> Control:  # fmt: skip
    """Return a control with this query."""
    text = (
        f"/*---\ntitle: Title of {name}\nresource: {resource}\nseverity: {severity}\n"
        f"policy: {policy}\nmandates: {mandates}\nwhy: Because.\n"
        + (f"applies: {applies}\n" if applies else "")
        + "fix:\n  console: Close {name}.\n  cli: box close --name {name} --arn {uid}\n"
        f"  terraform: closed = true\n---*/\n{query}\n"
    )
    return parse(text, id=f"aws/boxes/{name}", path=Path(f"{name}.cypher"))


OPEN = "MATCH (b:AwsBox) WHERE b.is_open RETURN b AS resource, {open: b.is_open} AS evidence"
UNOWNED = "MATCH (b:AwsBox) WHERE b.owner IS NULL RETURN b AS resource"
BARE = "MATCH (b:AwsBox) WHERE NOT EXISTS { (b)-[:CLOSED_BY]->(:AwsLid) } RETURN b AS resource"
PAPER = "MATCH (b:AwsBox)-[:CLOSED_BY]->(l:AwsLid) WHERE l.material = 'paper' RETURN b AS resource"
PUBLIC = (
    "MATCH (b:AwsBox)-[:CLOSED_BY]->(:AwsLid)-[:KEPT_IN]->(r:AwsRoom) WHERE r.is_public "
    "RETURN DISTINCT b AS resource"
)


@dataclasses.dataclass
class Estate:
    """A database with one connector, by default all of its units complete and empty."""

    driver: neo4j.Driver
    folder: Path
    account: str = "111111111111"

    def __post_init__(self) -> None:
        migrate(self.driver, CATALOGUE)
        self.lake = Lake(self.folder / "lake")
        self.ledger = Ledger(self.driver)
        self.connector = Connector(
            name=f"a{self.account}", cloud="aws", partition="aws", scope=self.account,
            reference={}, options={},
        )  # fmt: skip
        self.ledger.add(self.connector)
        for declaration in CATALOGUE.of_cloud("aws"):
            for region in ("global",) if declaration.is_global else REGIONS:
                self.unit(declaration.label, region)

    def run(self, text: str, **given: Any) -> list[dict[str, Any]]:
        return [r.data() for r in self.driver.execute_query(text, given).records]

    def unit(
        self, label: str, region: str = REGIONS[0], state: str = "complete",
        call: str | None = None, error: str | None = None, quarantined: int = 0,
    ) -> str:  # fmt: skip
        """Set how a unit ended, and return its id."""
        id_ = f"{self.connector.id}|{label}|{region}"
        self.run(
            UNIT, id=id_, connector=self.connector.id, type=label, region=region, state=state,
            call=call, error=error, quarantined=quarantined,
        )  # fmt: skip
        return id_

    def unread(self, label: str, region: str = REGIONS[0]) -> str:
        """Refuse the listing of a unit."""
        return self.unit(label, region, "unread", f"boxes:List{label[3:]}s", "AccessDenied")

    def node(
        self, label: str, name: str, region: str = REGIONS[0], *,
        unread: Mapping[str, str] | None = None, **props: Any,
    ) -> str:  # fmt: skip
        """Write a resource; `unread` maps fields to the refused call."""
        uid = f"arn:{label}:{name}"
        said = {"name": name, "region": region, "cloud": "aws", "incarnation": "1", **props}
        if unread:
            said["unread"] = sorted(unread)
            said["unread_why"] = [f"{n}: {unread[n]}: AccessDenied" for n in sorted(unread)]
        unit = f"{self.connector.id}|{label}|{region}"
        self.run(named(NODE, label=label), uid=uid, unit=unit, props=said)
        return uid

    def box(self, name: str, region: str = REGIONS[0], **props: Any) -> str:
        return self.node("AwsBox", name, region, **props)

    def edge(self, a: str, type_: str, b: str) -> None:
        self.run(named(EDGE, type=type_), a=a, b=b)

    def evaluate(self, controls: Iterable[Control], **given: Any) -> Evaluation:
        return evaluate(
            self.driver, self.lake, CATALOGUE, {c.id: c for c in controls}, self.connector,
            **({"at": AT} | given),
        )  # fmt: skip

    def statuses(self, control: str = "aws/boxes/box_check") -> dict[str, str]:
        """Return the status of each finding of a control, by the last part of its uid."""
        rows = self.run(
            "MATCH (f:Finding {control: $control, connector: $connector}) "
            "RETURN f.uid AS uid, f.status AS status",
            control=control, connector=self.connector.id,
        )  # fmt: skip
        return {r["uid"].split(":")[-1]: r["status"] for r in rows}
