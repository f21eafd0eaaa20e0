"""Contract 4: the number of statements depends on the shape of a selection, never on the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j
import pytest

from tests.neo4j_fixture import wipe
from tests.schema.estate import CONNECTOR, ID, api, arn, judged

RESOURCE = """uid name tags { key } findings { id control { title } }
  relationships { type other { uid relationships(first: 2) { type other { name } } } }
  ... on AwsWidget { parent { name } friends { uid tags { value } } }"""
CONTROL = "{ id policy { controls { id } } requirements { number mandate { id } } }"
PAGE = "{ totalCount pageInfo { hasNextPage } edges { cursor node { %s } } }"
REQUIREMENT = "{ number requirements { number controls { id } } }"
REPORT = """{ id mandate { id } connector { id } findings { id resource { uid } }
  verdicts { verdict } summary { failed }
  requirements { requirements { controls { findings { id resource { uid } } } } }
  run { number } runs { number hash } }"""
FIRST = "first: 1000"
FRESH = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"
QUERIES = {
    "connectors": f"connectors({FIRST}) {{ name scans(first: 2) {{ id }} }}",
    "connector": f'connector(name: "{CONNECTOR}") {{ name units {{ id }} scans {{ id }} }}',
    "scans": f"scans({FIRST}) {{ id connector {{ name }} }}",
    "units": f"units({FIRST}) {PAGE % 'id connector { name }'}",
    "resource": f'resource(uid: "{arn("root")}") {{ {RESOURCE} }}',
    "resources": f"resources({FIRST}) {PAGE % 'uid tags(first: 5) { key } parent: uid'}",
    "awsWidgets": f"awsWidgets({FIRST}) {PAGE % 'uid friends(first: 5) { uid } parent { name }'}",
    "search": f'search({FIRST}, text: "widget") {PAGE % "uid tags(first: 5) { key }"}',
    "controls": f"controls {CONTROL}",
    "control": f'control(id: "{ID}") {CONTROL}',
    "policies": "policies { id controls { id } }",
    "policy": 'policy(id: "colors") { id controls { id } }',
    "mandates": f"mandates {{ id requirements {REQUIREMENT} }}",
    "mandate": f'mandate(id: "house") {{ id requirements {REQUIREMENT} }}',
    "findings": f"findings({FIRST}) "
    + PAGE
    % f"id control {CONTROL} remediation {{ cli }} unit {{ id }} resource {{ uid "
    "relationships(first: 5) { type other { uid } } }",
    "finding": f'finding(id: "a-unit") {{ id control {CONTROL} unit {{ id }} }}',
    "verdicts": f"verdicts({FIRST}) {PAGE % 'id control { id } connector { id }'}",
    "reports": f"reports({FIRST}) {{ id run {{ number }} findings(first: 5) {{ id }} }}",
    "waivers": f"waivers({FIRST}) {{ id isRunning control {CONTROL} connector {{ name }} }}",
    "outcomes": f"outcomes({FIRST}) {{ id verdict mandate {{ id }} connector {{ name }} }}",
    "schedules": f"schedules({FIRST}) {{ id kind lastAt lastOutcome connector {{ name }} }}",
    "overrides": f"overrides {{ controlId isDisabled by control {CONTROL} }}",
    "me": "me { name role on { role } }",
    "tokens": "tokens { id name role on { role } expires isGood }",
    "usage": 'usage(month: "2026-01") { month isOver clouds active { id first } }',
    "report": f'report(mandate: "house", connector: "c1") {REPORT}',
}
FROM_MEMORY = {"controls", "control", "policies", "policy", "mandates", "mandate", "overrides",
               "me", "tokens", "usage"}  # fmt: skip
GROWING = {"connectors", "scans", "units", "resources", "awsWidgets", "findings", "verdicts",
           "reports", "search", "waivers", "outcomes", "schedules"}  # fmt: skip
CROWD = """
UNWIND range(1, $many) AS i
CREATE (c:Connector {id: 'aws:aws:' + i, name: 'c' + i, cloud: 'aws', partition: 'aws',
  scope: toString(i), state: 'online', sequence: 0})
CREATE (:Scan {id: 's' + i, started_at: datetime(), state: 'complete', summary: '{}'})
  -[:SCAN_OF]->(c)
CREATE (:Unit {id: 'u' + i, connector: c.id, type: 'AwsWidget', region: 'r', state: 'complete'})
  -[:UNIT_OF]->(c)
CREATE (:Verdict {id: c.id + '|x', connector: c.id, control: $control, verdict: 'PASS',
  severity: 'high', passed: 1, failed: 0, not_evaluated: 0, waived: 0, since: datetime()})
CREATE (r:Report {id: 'house|' + c.id, mandate: 'house', connector: c.id})
CREATE (:Waiver {id: 'w' + i, control: $control, connector: c.id, reason: 'r', owner: 'o',
  expires_at: datetime(), source: 'recorded'})
CREATE (:ManualOutcome {id: 'house|1.1|' + c.id, mandate: 'house', requirement: '1.1',
  connector: c.id, outcome: 'PASS', note: 'n', by: 'o', at: datetime()})
CREATE (:Schedule {id: 's' + i, kind: 'scan', connector: c.id, cron: '0 3 * * *',
  due_at: datetime()})-[:SCHEDULE_OF]->(c)
CREATE (:ReportRun {id: r.id + '|1', report: r.id, number: 1, hash: 'h'})-[:RUN_OF]->(r)
"""


@pytest.fixture
def counted(graph: neo4j.Driver, tmp_path: Path) -> dict[str, list[tuple[int, int]]]:
    """Return for each root field (statements, rows) at 1, 10 and 1,000 rows."""
    found: dict[str, list[tuple[int, int]]] = {}
    for many in (1, 10, 1000):
        wipe(graph)
        judged(graph, tmp_path / str(many), many)
        graph.execute_query(CROWD, many=many, control=ID)
        asked = api(graph)
        for root in asked.roots:
            graph.execute_query(FRESH)
            before = asked.statements
            result = asked.execute(f"{{ {QUERIES[root.name]} }}")
            assert result.errors is None, (root.name, result.errors)
            assert result.data is not None
            answer: Any = result.data[root.name]
            rows = answer.get("edges", [answer]) if isinstance(answer, dict) else answer
            assert rows, root.name
            found.setdefault(root.name, []).append((asked.statements - before, len(rows)))
    return found


def test_each_root_field_costs_the_same_number_of_statements_at_any_number_of_rows(
    counted: dict[str, list[tuple[int, int]]],
) -> None:
    assert set(counted) == set(QUERIES)
    for name, measured in counted.items():
        expected = 0 if name in FROM_MEMORY else 1
        assert [statements for statements, _ in measured] == [expected] * 3, name
        if name in GROWING:
            rows = [rows for _, rows in measured]
            assert rows[0] < rows[1] < rows[2], name
            assert rows[2] == 1000, name
