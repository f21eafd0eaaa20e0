"""Exports out of a database and a lake: what is asked for, as far as who asks may see it."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import neo4j
import psutil
import pytest

from controls.report import Reports, RunChanged
from graph.ledger import Connector, Ledger
from schema.viewer import Viewer
from server.exports import findings as of_findings
from server.exports.exporter import BadExport, Exporter, NothingToExport
from server.exports.findings import FINDINGS
from server.exports.formats import FORMATS, OF_FINDINGS
from server.exports.row import Export, Row
from tests.controls.test_report import CHECKS, mandate
from tests.judged import AT, Estate
from tests.server.exports.checked import READ, table
from tests.server.exports.made import joined

BOX = "aws/boxes/box_check"
OTHER = Connector(
    name="other", cloud="aws", partition="aws", scope="222222222222", reference={}, options={}
)
FOREIGN = """
MATCH (k:Control {id: $control})
CREATE (f:Finding {id: 'zz-foreign', control: $control, connector: $connector, uid: 'arn:secret',
  status: 'FAIL', severity: 'high', incarnation: '', type: 'AwsBox', name: 'secret',
  since: datetime('2026-01-03T00:00:00Z')})-[:BY]->(k)
"""
MANY = """
UNWIND range(1, $many) AS i
CALL (i) {
  CREATE (f:Finding {id: 'm' + i, control: $control, connector: $connector, uid: 'arn:m:' + i,
    status: 'FAIL', severity: 'high', incarnation: '1', type: 'AwsBox', name: 'box ' + i,
    region: 'eu-west-1', evidence: '{"expected":true,"actual":false}',
    since: datetime('2026-01-03T00:00:00Z')})
} IN TRANSACTIONS OF 5000 ROWS
"""
MIB = 1 << 20


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    made = Estate(graph, tmp_path)
    made.box("a", is_open=True, owner="web")
    made.box("b", is_open=True, owner=None)
    made.box("c", is_open=False, owner="web")
    made.unread("AwsBox", "us-east-1")
    made.evaluate(CHECKS, waivers=[])
    Ledger(graph).add(OTHER)
    graph.execute_query(FOREIGN, control=BOX, connector=OTHER.id)
    return made


def exporter(estate: Estate) -> Exporter:
    return Exporter(
        driver=estate.driver, database=None, lake=estate.lake,
        controls={c.id: c for c in CHECKS}, mandates={"own": mandate()},
    )  # fmt: skip


def ran(estate: Estate, times: int = 1) -> Reports:
    reports = Reports(estate.driver, estate.lake, {"own": mandate()}, {c.id: c for c in CHECKS})
    report = reports.get("own", estate.connector, add=True)
    for _ in range(times):
        reports.run(report)
    return reports


def only(*connectors: str) -> Viewer:
    return Viewer(name="somebody", on=dict.fromkeys(connectors, "viewer"))


def uids(export: Export) -> set[str]:
    return {row.uid for row in export.rows()}


def test_findings_have_all_that_the_graph_says(estate: Estate) -> None:
    found = {(r.control, r.uid): r for r in exporter(estate).findings().rows()}
    row = found[BOX, "arn:AwsBox:a"]
    assert (row.status, row.severity, row.name, row.type, row.region) == (
        "FAIL", "high", "a", "AwsBox", "eu-west-1",
    )  # fmt: skip
    assert (row.account, row.cloud, row.connector_name) == ("111111111111", "aws", "a111111111111")
    assert (row.evidence, row.since, row.seen) == ({"open": True}, AT, AT)
    assert row.fix is not None
    assert row.fix.cli == "box close --name a --arn arn:AwsBox:a"
    unread = [r for r in found.values() if r.on_unit]
    assert [(r.status, r.fix) for r in unread] == [("NOT_EVALUATED", None)] * 3
    assert "boxes:ListBoxs: AccessDenied" in str(unread[0].reason)


def of_lines(data: bytes) -> list[str]:
    return [json.loads(one)["id"] for one in data.decode().splitlines()]


@pytest.mark.parametrize("name", OF_FINDINGS)
def test_every_format_has_every_finding(estate: Estate, name: str) -> None:
    export = exporter(estate).findings()
    data = joined(FORMATS[name].write, export)
    read = READ.get(name, of_lines)
    assert read(data) == [row.id for row in export.rows()]
    assert len(read(data)) == 7


def test_filters(estate: Estate) -> None:
    ours = exporter(estate)
    assert uids(ours.findings(connector="other")) == {"arn:secret"}
    assert uids(ours.findings(connector=estate.connector.id, control=BOX, status="FAIL")) == {
        "arn:AwsBox:a", "arn:AwsBox:b",
    }  # fmt: skip
    assert {r.status for r in ours.findings(status="NOT_EVALUATED").rows()} == {"NOT_EVALUATED"}
    assert uids(ours.findings(severity="low")) == set()
    for bad in ({"severity": "awful"}, {"status": "PASS"}):
        with pytest.raises(BadExport, match="one of"):
            ours.findings(**bad)  # type: ignore[arg-type] # names of filters
    with pytest.raises(NothingToExport, match="no control"):
        ours.findings(control="aws/none")


def test_pages_go_on_where_the_last_one_ended(
    estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [row.id for row in exporter(estate).findings().rows()]
    for page in (1, 2, 4, 5):
        monkeypatch.setattr(of_findings, "PAGE", page)
        assert [row.id for row in exporter(estate).findings().rows()] == whole == sorted(whole)


def test_a_page_is_one_read_of_the_index(estate: Estate) -> None:
    given: dict[str, Any] = {
        "after": "", "connectors": None, "control": None, "severity": None, "status": None,
        "page": 10, "fills": {},
    }  # fmt: skip
    plan = estate.driver.execute_query(f"EXPLAIN {FINDINGS}", given).summary.plan
    todo, operators = [plan], []
    while todo:
        at: Any = todo.pop()
        operators.append(at["operatorType"].partition("@")[0])
        todo += at.get("children", [])
    assert "NodeUniqueIndexSeekByRange" in operators
    assert not {o for o in operators if o.startswith(("Sort", "Top", "AllNodes", "NodeByLabel"))}


def test_many_findings_go_out_without_memory(estate: Estate) -> None:
    with estate.driver.session() as session:
        session.run(MANY, control=BOX, connector=OTHER.id, many=20_000).consume()
    export, process = exporter(estate).findings(), psutil.Process()
    sizes: list[int] = []
    most = before = 0
    for piece in FORMATS["csv"].write(export):
        sizes.append(len(piece))
        most = max(most, process.memory_info().rss)
        if len(sizes) == 20:  # two pages have been read by then
            before = most
    assert sum(sizes) > 5 * MIB
    assert most - before < 3 * MIB


def test_a_run_never_changes(estate: Estate) -> None:
    ran(estate, 2)
    ours = exporter(estate)
    first = ours.report("own", "a111111111111", 1)
    before = {name: joined(f.write, first) for name, f in FORMATS.items()}
    estate.box("d", is_open=True, owner=None)
    estate.evaluate(CHECKS, at=AT + datetime.timedelta(hours=1))
    ran(estate)
    for name, format_ in FORMATS.items():
        assert joined(format_.write, ours.report("own", "a111111111111", 1)) == before[name]
    latest = ours.report("own", "a111111111111")
    assert latest.run is not None
    assert latest.run.number == 3
    assert "arn:AwsBox:d" in uids(latest)
    with pytest.raises(NothingToExport, match="there is no run 9 of own on a111111111111"):
        ours.report("own", "a111111111111", 9)


def test_a_run_that_was_changed_is_not_exported(estate: Estate) -> None:
    ran(estate)
    estate.run("MATCH (r:ReportRun) SET r.hash = 'another'")
    with pytest.raises(RunChanged, match="not in the lake as it was written"):
        exporter(estate).report("own", "a111111111111")


def test_remediation_has_the_names_of_today(estate: Estate) -> None:
    """What it says is of the run; how to put it right is filled with what is there now."""
    (named,) = (c for c in CHECKS if c.id == BOX)
    fix = named.fix.model_copy(update={"cli": "close {name} {owner} {is_open} {nothing}"})
    ours = dataclasses.replace(
        exporter(estate), controls={BOX: dataclasses.replace(named, fix=fix)}
    )
    ran(estate)

    def cli() -> dict[str, str]:
        rows: list[Row] = list(ours.report("own", "a111111111111").rows())
        return {r.uid: r.fix.cli for r in rows if r.fix and r.control == BOX}

    assert cli()["arn:AwsBox:a"] == "close a web True {nothing}"
    estate.run("MATCH (b:AwsBox {uid: 'arn:AwsBox:a'}) DETACH DELETE b")
    assert cli()["arn:AwsBox:a"] == "close a {owner} {is_open} {nothing}"


def test_unicode_of_the_graph_comes_through(estate: Estate) -> None:
    estate.run("MATCH (f:Finding {id: 'zz-foreign'}) SET f.name = '=é\u202e<b>'")
    records = table(joined(FORMATS["csv"].write, exporter(estate).findings(connector="other")))
    assert [r["name"] for r in records] == ["=é\u202e<b>"]
