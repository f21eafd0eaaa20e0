"""The promises that evaluation and reports keep."""

from __future__ import annotations

import datetime
import itertools
import threading
from pathlib import Path
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controls.ask import Limits
from controls.control import Control
from controls.mandates import Mandate, Requirement
from controls.report import Reports
from controls.verdict import Verdict
from tests.judged import AT, BARE, CATALOGUE, OPEN, PAPER, PUBLIC, REGIONS, UNOWNED, Estate, control
from tests.neo4j_fixture import wipe

CONTROLS = {
    "open": OPEN, "unowned": UNOWNED, "bare": BARE, "paper": PAPER, "public": PUBLIC,
}  # fmt: skip
CHECKS: tuple[Control, ...] = tuple(control(text, name=name) for name, text in CONTROLS.items())
# What each control needs to know, by hand: fields of a label, and listings.
NEEDS: dict[str, set[tuple[str, str]]] = {
    "open": {("AwsBox", "is_open")},
    "unowned": {("AwsBox", "owner")},
    "bare": {("AwsBox", "CLOSED_BY")},
    "paper": {("AwsBox", "CLOSED_BY"), ("AwsLid", "material")},
    "public": {("AwsBox", "CLOSED_BY"), ("AwsLid", "KEPT_IN"), ("AwsRoom", "is_public")},
}
LISTS = {
    "open": {"AwsBox"}, "unowned": {"AwsBox"}, "bare": {"AwsBox", "AwsLid"},
    "paper": {"AwsBox", "AwsLid"}, "public": {"AwsBox", "AwsLid", "AwsRoom"},
}  # fmt: skip
FIELDS = sorted({need for needs in NEEDS.values() for need in needs})
UNITS = [
    (d.label, region) for d in CATALOGUE for region in (("global",) if d.is_global else REGIONS)
]
ENDLESS = (
    "MATCH (b:AwsBox) UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y "
    "UNWIND range(1, 100000) AS z WITH b, sum(x * y * z) AS s WHERE s > 0 RETURN b AS resource"
)
DIVIDES = "MATCH (b:AwsBox) WHERE 1 / (size(b.owner) - size(b.owner)) > 0 RETURN b AS resource"


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def furnish(estate: Estate, unread: set[tuple[str, str, str]]) -> None:
    """Make a box with its lid in each region, both in one room; everything is as it should be."""

    def node(label: str, name: str, region: str, **props: Any) -> str:
        why = {n: f"boxes:{n}" for at, n, r in unread if (at, r) == (label, region)}
        known = {k: v for k, v in props.items() if k not in why}
        return estate.node(label, name, region, unread=why, **known)

    room = node("AwsRoom", "room", "global", is_public=False)
    for region in REGIONS:
        box = node("AwsBox", f"box-{region}", region, is_open=False, owner="web")
        lid = node("AwsLid", f"lid-{region}", region, material="steel")
        if ("AwsBox", "CLOSED_BY", region) not in unread:
            estate.edge(box, "CLOSED_BY", lid)
        if ("AwsLid", "KEPT_IN", region) not in unread:
            estate.edge(lid, "KEPT_IN", room)


def lost(
    name: str, region: str, unread: set[tuple[str, str, str]], units: set[tuple[str, str]]
) -> bool:
    """Tell whether a control can't be told of the box of a region."""
    near = {region, "global"}
    fields = {(label, field) for label, field, r in unread if r in near}
    listings = {label for label, r in units if r in near}
    return bool(NEEDS[name] & fields or LISTS[name] & listings)


@pytest.mark.promise("R5")
def test_what_was_not_read_is_never_a_pass(graph: neo4j.Driver, tmp_path: Path) -> None:
    numbers = itertools.count()

    @settings(
        max_examples=25, deadline=None, derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(
        unread=st.sets(
            st.sampled_from([
                (label, field, region)
                for label, field in FIELDS
                for region in (("global",) if CATALOGUE[label].is_global else REGIONS)
            ]),
            max_size=3,
        ),
        units=st.sets(st.sampled_from(UNITS), max_size=2),
    )  # fmt: skip
    def check(unread: set[tuple[str, str, str]], units: set[tuple[str, str]]) -> None:
        wipe(graph)
        estate = Estate(graph, tmp_path / str(next(numbers)))
        furnish(estate, unread)
        for label, region in units:
            estate.unread(label, region)
        said = estate.evaluate(CHECKS).verdicts
        for name in CONTROLS:
            id_ = f"aws/boxes/{name}"
            told = estate.statuses(id_)
            missing = {r for r in REGIONS if lost(name, r, unread, units)}
            for region in REGIONS:
                status = told.get(f"box-{region}", "PASS")
                wanted = "NOT_EVALUATED" if region in missing else "PASS"
                assert (name, region, status) == (name, region, wanted)
            assert said[id_].counts.passed == len(REGIONS) - len(missing)
            if missing:
                assert said[id_].verdict == Verdict.NOT_EVALUATED
                assert said[id_].reason

    check()


@pytest.mark.promise("R5")
def test_a_refused_call_is_named(estate: Estate) -> None:
    furnish(estate, {("AwsLid", "material", "eu-west-1")})
    said = estate.evaluate(CHECKS).verdicts["aws/boxes/paper"]
    assert said.verdict == Verdict.NOT_EVALUATED
    assert "boxes:material" in (said.reason or "")


@pytest.mark.promise("R12")
def test_a_run_stays_the_same_after_three_more_evaluations(estate: Estate) -> None:
    furnish(estate, set())
    estate.box("bad", is_open=True, owner="web")
    leaf = Requirement(
        number="1", title="Closed", levels=(), assessment="automated",
        controls=tuple(c.id for c in CHECKS),
    )  # fmt: skip
    mandate = Mandate(
        id="own", title="Ours", version="1", clouds=("aws",), source="Us", requirements=(leaf,)
    )
    ours = Reports(estate.driver, estate.lake, {"own": mandate}, {c.id: c for c in CHECKS})
    report = ours.add("own", estate.connector)
    estate.evaluate(CHECKS)
    run = ours.run(report)
    first = ours.read_run(report, 1)
    changes: list[dict[str, Any]] = [{"is_open": False}, {"is_open": True}, {"owner": None}]
    for day, props in enumerate(changes, 1):
        estate.box("bad", **props)
        estate.evaluate(CHECKS, at=AT + datetime.timedelta(days=day))
        ours.run(report)
        assert ours.read_run(report, 1) == first
    assert ours.verify(run)
    assert len({r.hash for r in ours.runs(report)}) == 4


@pytest.mark.promise("R14")
@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param(ENDLESS, "ran longer than 2 s", id="never ends"),
        pytest.param("MATCH (b:AwsBox WHERE b.is_open RETURN b AS resource", "", id="broken"),
        pytest.param("MATCH (b:AwsBox) RETURN b.name AS resource", "", id="a column"),
        pytest.param(DIVIDES, "by zero", id="fails"),
        pytest.param("MATCH (b:AwsBox) SET b.x = 1 RETURN b AS resource", "", id="writes"),
    ],
)  # fmt: skip
def test_one_bad_control_never_hides_the_others(estate: Estate, query: str, says: str) -> None:
    furnish(estate, set())
    estate.box("bad", is_open=True, owner="web")
    bad = control(query, name="bad")
    said = estate.evaluate([bad, *CHECKS], limits=Limits(seconds=2)).verdicts
    assert said["aws/boxes/bad"].verdict == Verdict.NOT_EVALUATED
    assert said["aws/boxes/bad"].failed_to_run
    assert says in (said["aws/boxes/bad"].reason or "")
    assert said["aws/boxes/open"].verdict == Verdict.FAIL
    assert said["aws/boxes/paper"].verdict == Verdict.PASS
    assert estate.run("MATCH (b:AwsBox) WHERE b.x IS NOT NULL RETURN b") == []


@pytest.mark.promise("R14")
def test_a_control_that_breaks_keeps_what_it_found_as_not_evaluated(estate: Estate) -> None:
    estate.box("bad", is_open=True)
    estate.evaluate([control(OPEN)])
    broken = control(ENDLESS)
    said = estate.evaluate([broken], limits=Limits(seconds=1)).verdicts["aws/boxes/box_check"]
    assert said.counts.not_evaluated == 1
    (row,) = estate.run("MATCH (f:Finding) RETURN f.status AS status, f.evidence AS evidence")
    assert (row["status"], row["evidence"]) == ("NOT_EVALUATED", '{"open":true}')


@pytest.mark.promise("R13")
def test_an_evaluation_never_sees_half_a_publish(estate: Estate) -> None:
    """Two boxes swap in two transactions, between which both would be open."""
    estate.box("a", is_open=True)
    estate.box("b", is_open=False)
    stop = threading.Event()

    def publish() -> None:
        odd = "MATCH (c:Connector) SET c.sequence = c.sequence + 1"
        turn = "MATCH (x:AwsBox {name: $name}) SET x.is_open = NOT x.is_open"
        closed, opened = "b", "a"
        while not stop.wait(0.3):
            estate.run(odd)
            estate.run(turn, name=closed)
            stop.wait(0.02)
            estate.run(turn, name=opened)
            estate.run(odd)
            closed, opened = opened, closed

    publisher = threading.Thread(target=publish)
    publisher.start()
    try:
        for number in range(20):
            done = estate.evaluate([control(OPEN)], at=AT + datetime.timedelta(minutes=number))
            counts = done.verdicts["aws/boxes/box_check"].counts
            assert done.publishing or (counts.failed, counts.passed) == (1, 1)
    finally:
        stop.set()
        publisher.join()
