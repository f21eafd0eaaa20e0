"""A small judged estate of widgets, written as publisher and evaluation write it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import neo4j

from controls.control import Control, parse
from controls.mandates import Mandate, Requirement
from controls.overrides import Listed
from controls.policies import Policy
from graph.usage import Active
from ingest.model import Document
from schema.api import Api
from schema.reader import Reader
from schema.shelf import Shelf
from server.access.roles import Grant
from server.access.tokens import Token
from server.usage import Usage, Used
from tests.widgets import CATALOGUE, Estate, arn, ref, widget

MADE = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
CONTROL = """/*---
title: Widgets are red
resource: AwsWidget
severity: high
policy: colors
mandates: {house: ["1.1"]}
also: {prowler: [widget_red]}
why: Other colors are not seen.
fix:
  console: Open {name} and paint it.
  cli: aws widgets paint --name {name} --region {region} --token ${TOKEN}
  terraform: color = "red"
---*/
WITH 3 AS coats
MATCH (w:AwsWidget) WHERE w.color <> 'red'
RETURN w AS resource, {expected: 'red', actual: w.color} AS evidence
"""
JUDGE = """
MERGE (c:Control {id: $control})
WITH c
MATCH (n:AwsWidget) WHERE n.color <> 'red'
CREATE (f:Finding {id: 'f-' + n.name, control: $control, connector: $connector, uid: n.uid,
  status: 'FAIL', severity: 'high', since: datetime('2026-01-03T00:00:00Z'), incarnation: '',
  evidence: '{"actual":"' + n.color + '"}'})
CREATE (n)<-[:OF]-(f)-[:BY]->(c)
"""
ON_UNIT = """
MATCH (u:Unit {connector: $connector}) WITH u LIMIT 1
CREATE (f:Finding {id: 'a-unit', control: $control, connector: $connector, uid: u.id,
  status: 'NOT_EVALUATED', severity: 'high', since: datetime('2026-01-03T00:00:00Z'),
  reason: 'refused'})-[:OF]->(u)
CREATE (:Verdict {id: $connector + '|' + $control, connector: $connector, control: $control,
  verdict: 'FAIL', severity: 'high', passed: 1, failed: 2, not_evaluated: 0, waived: 0,
  since: datetime('2026-01-03T00:00:00Z')})
"""
NUMBERED = """
MERGE (counter:FindingCounter {id: 1}) SET counter.n = 1, counter.bound = '0000000000000001~'
WITH counter MATCH (f:Finding)
SET f:FindingChange, f.change = '0000000000000001|' + f.id, f.changed_at = f.since
"""
ID = "aws/widget/red"
CONNECTOR = "aws:aws:111111111111"
RED: Control = parse(CONTROL, id=ID, path=Path("red.cypher"), own=False)
LEAF = Requirement(number="1.1", title="Red", levels=("1",), assessment="automated", controls=(ID,))
TOP = Requirement(
    number="1", title="Colors", levels=(), assessment="automated", controls=(),
    requirements=(LEAF,),
)  # fmt: skip
HOUSE = Mandate(
    id="house", title="House rules", version="1", clouds=("aws",), source="ours",
    requirements=(TOP,),
)  # fmt: skip
TOKEN = Token(
    id="t1", name="pull", grant=Grant(everywhere="viewer"), made_by="ann", made=MADE, expires=MADE,
    used=None, revoked=None,
)  # fmt: skip
USED = Used(
    active=Active(connector=CONNECTOR, name="a111111111111", scans=2, first=MADE, last=MADE),
    name="a111111111111", is_removed=False,
)  # fmt: skip
SHELF = Shelf(
    controls={ID: RED},
    policies={"colors": Policy(id="colors", title="Colors", why="They matter.", controls=(ID,))},
    mandates={"house": HOUSE},
    overrides=lambda: (Listed(control=ID, says={"disable": True}, by="ann", at=MADE),),
    tokens=lambda: (TOKEN,),
    usage=lambda month: Usage(month=month, is_over=True, active=(USED,)),
)


def full(name: str, **fields: Any) -> Any:
    """Return a widget with every kind of field."""
    plain: dict[str, Any] = {
        "color": "blue", "size_gib": 2**40, "weight": 1.5, "is_round": True, "made_at": MADE,
        "labels": ["a", "b"], "policy": Document({"b": 1, "a": [None]}), "parent": ref("root"),
        "friends": [ref("f1", since=2001), ref("f2")], "tags": {"env": "prod", "owner": "web"},
    }  # fmt: skip
    return widget(name, **(plain | fields))


def judged(graph: neo4j.Driver, folder: Path, many: int = 2) -> Estate:
    """Scan `many` blue widgets and a red root, and judge them."""
    estate = Estate(graph, folder)
    estate.scan([widget("root", color="red"), *(full(f"w{i:04d}") for i in range(many))])
    for text in (JUDGE, ON_UNIT, NUMBERED):
        graph.execute_query(text, control=ID, connector=CONNECTOR)
    return estate


def api(graph: neo4j.Driver) -> Api:
    """Return the API over the widgets."""
    return Api(CATALOGUE, Reader(graph), SHELF)


__all__ = ["CONNECTOR", "ID", "RED", "SHELF", "api", "arn", "full", "judged"]
