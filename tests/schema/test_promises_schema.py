"""The promises that the API keeps or breaks."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.report import Reports
from ingest.refusal import Refused
from schema.api import Api
from schema.shape import Inline, Link
from schema.viewer import LOCAL, Viewer
from schema.visible import NODES
from tests.schema.asking import questions
from tests.schema.estate import (
    CONNECTOR,
    HOUSE,
    ID,
    JUDGE,
    NUMBERED,
    ON_UNIT,
    RED,
    api,
    arn,
    full,
    judged,
)
from tests.widgets import Estate, ref, widget

THEIRS = "222222222222"
THEIR_CONNECTOR = f"aws:aws:{THEIRS}"
OURS = Viewer(name="ours", on={CONNECTOR: "admin"})
NOBODY = Viewer(name="nobody")
CANARIES = ("canary", THEIRS)
MARK = """
MATCH (n) WHERE n.connector = $connector OR n.id = $connector
SET n.last_error = 'canary', n.error = 'canary', n.call = 'canary', n.reason = 'canary',
  n.evidence = '{"canary":1}'
"""
JUDGE_SHARED = """
MATCH (n:AwsWidget {uid: $uid}) MERGE (c:Control {id: $control})
CREATE (f:Finding {id: 'canary-on-shared', control: $control, connector: $connector, uid: n.uid,
  status: 'FAIL', severity: 'high', since: datetime(), evidence: '{"canary":2}'})
CREATE (n)<-[:OF]-(f)-[:BY]->(c)
"""


def ours(graph: neo4j.Driver, folder: Path) -> Estate:
    estate = judged(graph, folder)
    reported(graph, estate, "111111111111")
    return estate


def reported(graph: neo4j.Driver, estate: Estate, account: str) -> None:
    """Make a report with a run, without a document."""
    connector = estate.connector(account)
    Reports(graph, estate.lake, {"house": HOUSE}, {ID: RED}).add("house", connector)
    graph.execute_query(
        "MATCH (r:Report {connector: $c}) CREATE (:ReportRun {id: r.id + '|1', report: r.id, "
        "number: 1, hash: 'h', evaluation: 'e', verdict: 'FAIL', passed: 0, failed: 1, manual: 0, "
        "not_evaluated: 0, not_applicable: 0, not_covered: 0, at: datetime()})-[:RUN_OF]->(r)",
        c=connector.id,
    )


def theirs(graph: neo4j.Driver, estate: Estate) -> None:
    """Add a foreign connector that shares a widget, and reaches into what is ours."""
    tags = {"canary": "canary", "env": "prod"}
    foreign = [
        widget(f"canary-{i}", THEIRS, color="blue", parent=ref("w0000"), tags=tags,
               friends=[ref("f1"), ref("canary-unseen", THEIRS)], owner=ref("w0001"))
        for i in range(3)
    ]  # fmt: skip
    estate.scan([*foreign, full("w0000")], THEIRS)
    estate.scan(Refused("canary:List", "canary"), THEIRS, region="canary-1")
    graph.execute_query(JUDGE.replace("<> 'red'", "= 'blue' AND n.name STARTS WITH 'canary'"),
                        control=ID, connector=THEIR_CONNECTOR)  # fmt: skip
    graph.execute_query(ON_UNIT.replace("a-unit", "canary-unit"),
                        control=ID, connector=THEIR_CONNECTOR)  # fmt: skip
    graph.execute_query(JUDGE_SHARED, uid=arn("w0000"), control=ID, connector=THEIR_CONNECTOR)
    graph.execute_query(NUMBERED)
    graph.execute_query(
        "CREATE (:FindingChange {id: 'canary-closed', connector: $c, control: 'canary', "
        "uid: 'canary', change: '0000000000000001|canary-closed', closed: 'fixed'})",
        c=THEIR_CONNECTOR,
    )
    reported(graph, estate, THEIRS)
    graph.execute_query(MARK, connector=THEIR_CONNECTOR)


SEVERAL = [CONNECTOR, THEIR_CONNECTOR, "canary-0", "nothing"]
TEXTS = {
    "": SEVERAL,
    "connector": [CONNECTOR, THEIR_CONNECTOR, f"a{THEIRS}", THEIRS, "nothing"],
    "control": [ID],
    "mandate": ["house"],
    "uid": [arn("w0000"), arn("canary-0", THEIRS), arn("canary-unseen", THEIRS), arn("f1")],
    "type": ["AwsWidget", "UnseenResource", "KNOWS"],
    "key": ["env", "canary"],
    "value": ["prod", "canary"],
    "since": ["0"],
    "text": ["canary", "w0000", "aws"],
    "where": ["canary-0"],
}
# What is further down than the questions that are made of the schema go.
FURTHER = """{ report(mandate: "house", connector: "%s") { summary { failed }
  requirements { requirements { verdict controls { counts findings { id cypher evidence
    resource { uid relationships(depth: 3) { path other { uid findings { id } } } } } } } } } }"""
ALL_TEXTS = {text for some in TEXTS.values() for text in some}


def said(asked: Api, query: str, viewer: Viewer) -> str:
    result = asked.execute(query, viewer=viewer)
    errors = [error.message for error in result.errors or ()]
    return json.dumps([result.data, errors], sort_keys=True, default=str)


@pytest.mark.promise("S9")
def test_a_viewer_is_answered_as_if_there_were_no_other_connector(
    graph: neo4j.Driver, tmp_path: Path
) -> None:
    estate = ours(graph, tmp_path)
    asked = api(graph)
    queries = list(questions(asked.schema._schema, TEXTS))
    queries += [FURTHER % one for one in (CONNECTOR, THEIR_CONNECTOR)]
    before = {query: said(asked, query, OURS) for query in queries}
    assert not [q for q, answer in before.items() if "went wrong inside" in answer]
    theirs(graph, estate)
    after = {query: said(asked, query, OURS) for query in queries}
    changed = [q for q in queries if _without(q, after[q]) != _without(q, before[q])]
    assert changed == []
    assert not [q for q in queries for c in CANARIES if c in _without(q, after[q])]
    everything = [said(asked, query, LOCAL) for query in queries[::5]]
    assert sum("canary-" in answer for answer in everything) > 10


def _without(query: str, answer: str) -> str:
    """Return an answer without what the caller said himself, such as a name that is not known."""
    for text in ALL_TEXTS:
        if f'"{text}"' in query:
            answer = answer.replace(f"'{text}'", "")
    return answer


@pytest.mark.promise("S9")
def test_a_role_without_a_connector_sees_nothing(graph: neo4j.Driver, tmp_path: Path) -> None:
    theirs(graph, ours(graph, tmp_path))
    asked = api(graph)
    only = {name: some[:1] for name, some in TEXTS.items()}
    for query in questions(asked.schema._schema, only):
        answer = _without(query, said(asked, query, NOBODY))
        assert not [c for c in ("111111111111", "w000", *CANARIES) if c in answer], query


@pytest.mark.promise("S9")
def test_who_sees_everything_pays_nothing(graph: neo4j.Driver, tmp_path: Path) -> None:
    ours(graph, tmp_path)
    asked = api(graph)
    reader: Any = asked._reader
    for query in questions(asked.schema._schema, {"": ["house"]}):
        asked.execute(query)
        assert "(seen:" not in reader.last[0]
        assert [CONNECTOR] not in reader.last[1].values()


@pytest.mark.promise("S9")
def test_a_foreign_scan_is_not_there(graph: neo4j.Driver, tmp_path: Path) -> None:
    theirs(graph, ours(graph, tmp_path))
    asked = api(graph)

    for viewer in (OURS, NOBODY):
        missing = followed(asked, "nothing", viewer)
        for named in (THEIR_CONNECTOR, f"a{THEIRS}", THEIRS):
            assert followed(asked, named, viewer) == missing
    ((_, (own,)),) = followed(asked, CONNECTOR, OURS)
    assert "has not been scanned yet" in own


def followed(asked: Api, named: str, viewer: Viewer) -> list[Any]:
    """Return what the subscription tells, without the name that was asked for."""
    query = f'subscription {{ scanProgress(connector: "{named}") {{ state }} }}'

    async def told() -> list[Any]:
        return [
            (r.data, [e.message.replace(named, "") for e in r.errors or ()])
            async for r in asked.subscribe(query, viewer=viewer)
        ]

    return asyncio.run(told())


@pytest.mark.promise("S9")
def test_every_kind_of_node_has_its_condition(graph: neo4j.Driver) -> None:
    asked = api(graph)
    targets = {root.target for root in asked.roots if hasattr(root, "target")}
    targets |= {
        field.target
        for shape in asked.shapes.values()
        for field in shape.fields
        if isinstance(field, Link | Inline)
    }
    assert {t for t in targets if asked.shapes[t].interface != "Resource"} <= set(NODES)


@pytest.mark.promise("S9")
def test_what_others_could_not_read_of_a_shared_resource_is_theirs(
    graph: neo4j.Driver, tmp_path: Path
) -> None:
    estate = ours(graph, tmp_path)
    shared = widget("both", THEIRS, color="green")
    estate.scan([shared], THEIRS)
    estate.scan([widget("root", color="red"), full("w0000"), full("w0001"), shared])
    graph.execute_query(
        "MATCH (n:AwsWidget {uid: $uid}) SET n.unread = ['policy'], n.unread_why = ['canary']",
        uid=arn("both", THEIRS),
    )
    query = f'{{ resource(uid: "{arn("both", THEIRS)}") {{ name unread unreadWhy }} }}'
    asked = api(graph)
    found: Any = asked.execute(query, viewer=OURS).data
    assert found["resource"] == {"name": "both", "unread": ["policy"], "unreadWhy": None}
    found = asked.execute(query, viewer=Viewer(name="t", on={THEIR_CONNECTOR: "viewer"})).data
    assert found["resource"]["unreadWhy"] == ["canary"]
