"""The promises that exports keep."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from server.exports.exporter import NothingToExport
from server.exports.formats import FORMATS
from tests.controls.test_report import CHECKS
from tests.judged import Estate
from tests.server.exports.checked import STARTS, table
from tests.server.exports.made import joined
from tests.server.exports.test_exporter import OTHER, estate, exporter, only, ran, uids

__all__ = ["estate"]  # the fixture
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", '=HYPERLINK("//x","y")',
    "=cmd|' /C calc'!A0", "\uff1d1",
)  # fmt: skip


@pytest.mark.promise("S16")
def test_no_cell_of_an_export_is_a_formula(graph: neo4j.Driver, tmp_path: Path) -> None:
    """Names and tags of resources, through evaluation, graph, lake and run, into a spreadsheet."""
    estate = Estate(graph, tmp_path)
    for number, name in enumerate(FORMULAS):
        uid = estate.box(f"box-{number}", is_open=True, owner=name)
        estate.run("MATCH (b:Resource {uid: $uid}) SET b.name = $name", uid=uid, name=name)
    estate.evaluate(CHECKS)
    ran(estate)
    ours = exporter(estate)
    for export in (ours.findings(), ours.report("own", estate.connector.id)):
        data = joined(FORMATS["csv"].write, export)
        names = [r["name"] for r in table(data) if r["id"] and r["name"]]  # each cell is looked at
        assert sorted(names) == sorted(FORMULAS)
        for start in STARTS:
            assert f"\r\n{start}".encode() not in data


@pytest.mark.promise("S9")
def test_what_is_foreign_is_answered_like_what_is_not_there(estate: Estate) -> None:
    ours, viewer = exporter(estate), only(estate.connector.id)
    ran(estate)
    assert "arn:secret" in uids(ours.findings())
    assert "arn:secret" not in uids(ours.findings(viewer))
    assert uids(ours.findings(only())) == set()
    assert ours.report("own", estate.connector.name, viewer=viewer).run is not None
    for asked in ("other", "nobody"):
        with pytest.raises(NothingToExport) as raised:
            ours.findings(viewer, connector=asked)
        assert str(raised.value) == f"no connector is called {asked!r}"
        with pytest.raises(NothingToExport) as raised:
            ours.report("own", asked, viewer=viewer)
        assert "a111111111111" not in str(raised.value)
    with pytest.raises(NothingToExport):
        ours.report("own", estate.connector.name, viewer=only(OTHER.id))
