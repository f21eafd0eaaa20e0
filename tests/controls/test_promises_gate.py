"""What users' queries and controls can't do: write, load, call, administer, or never end.

Every attack goes to the gate by itself, and into one evaluation as a control of the user's, on the
real Neo4j. A real listener waits for whatever would call out, and the graph is compared before and
after: that nothing ran is seen, not believed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.ask import Limits
from controls.control import Control
from controls.errors import BadControl, ControlError, NotExplained
from controls.evaluate import Evaluation
from controls.gate import NotBounded, NotReadOnly, require_read_only
from controls.inventory import judged_resources
from controls.lint import lint
from controls.load import load
from controls.operators import READS
from controls.plans import explain
from controls.verdict import Verdict
from graph.connect import Settings
from tests.controls.hostile import ENDLESS, FILE, HONEST, LOADING, REACHING, URL
from tests.judged import CATALOGUE, OPEN, Estate, control
from tests.server.running import Shell, shell

DUMP = (
    "MATCH (n) WHERE NOT n:Connector AND NOT n:Finding AND NOT n:Verdict AND NOT n:Evaluation "
    "AND NOT n:Control AND NOT n:ControlReads RETURN labels(n) AS labels, properties(n) AS p, "
    "COUNT { (n)--(m) WHERE NOT m:Finding } AS e ORDER BY toString(p.uid) + toString(p.id)"
)
SCHEMA = ("SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name", "SHOW USERS YIELD user")
LONG = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c "
BOMB = "UNWIND range(1, 1000000000) AS x RETURN size(collect(toString(x))) AS n"
LARGE = f"WITH '{'x' * 100_000}' AS t UNWIND range(1, 99999) AS i RETURN t"
SQUARE = (
    "UNWIND range(1, 1000000) AS x WITH collect(x) AS all UNWIND all AS a UNWIND all AS b "
    "WITH count(CASE WHEN a + b < 0 THEN 1 END) AS s"
)
SORTS = (
    "UNWIND range(1, 100000000) AS x WITH toString(x) AS t ORDER BY t DESC "
    "WITH size(collect(t)) AS s"
)
SLOW, HUNGRY = "ran longer than 2 s", "more memory than a transaction may use"
COSTLY = {  # a deadline or the memory limit of a transaction ends these, and they are let through
    "three levels": (LONG + "WITH sum(a * b * c) AS s", SLOW),
    "collects": (
        "UNWIND range(1, 1000000000) AS x WITH size(collect(toString(x) + '-------------')) AS s",
        HUNGRY,
    ),
    "everything with everything": (SQUARE, SLOW),
    "counts for ever": ("UNWIND range(1, 9223372036854775806) AS s WITH s WHERE s < 0", SLOW),
    "counts inside": (
        "WITH [x IN [1] WHERE EXISTS { " + LONG + "WITH a, b WHERE a + b < 0 RETURN a }] AS s",
        SLOW,
    ),
    "sorts": (SORTS, HUNGRY),
}


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    made = Estate(graph, tmp_path)
    made.box("bad", is_open=True, owner="web")
    made.box("good", is_open=False, owner="web")
    return made


class Listener(http.server.ThreadingHTTPServer):
    """An address that attacks try to call; `called` holds what came."""

    def __init__(self) -> None:
        self.called: list[str] = []
        super().__init__(("127.0.0.1", 0), Answer)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/x.csv"


class Answer(http.server.BaseHTTPRequestHandler):
    """Notes a call and gives it a line."""

    def do_GET(self) -> None:
        assert isinstance(self.server, Listener)
        self.server.called.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"a,b\n")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its signature
        """Say nothing."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def aimed(text: str, listener: Listener, folder: Path) -> str:
    """Return an attack with something real to reach."""
    canary = folder / "canary.csv"
    canary.write_text("hunter2-canary,x\n")
    return text.replace(URL, listener.url).replace(FILE, canary.as_uri())


def own(text: str, name: str, **more: Any) -> Control:
    return dataclasses.replace(control(text, name=name, **more), own=True)


def standing(driver: neo4j.Driver) -> list[Any]:
    """Return all that an attack could change; what evaluations are counted by is not."""
    rows = [r.data() for text in (DUMP, *SCHEMA) for r in driver.execute_query(text)[0]]
    return [row for row in rows if row.get("labels") != ["FindingCounter"]]


def test_the_corpus_is_large() -> None:
    assert len(REACHING) >= 40
    assert len(set(REACHING.values())) == len(REACHING)


@pytest.mark.promise("S1")
@pytest.mark.parametrize("name", REACHING)
def test_what_does_more_than_read_is_refused(
    driver: neo4j.Driver, listener: Listener, tmp_path: Path, name: str
) -> None:
    with pytest.raises((NotReadOnly, NotExplained)):
        require_read_only(driver, aimed(REACHING[name], listener, tmp_path))
    assert not listener.called


@pytest.mark.promise("S1")
def test_a_plan_alone_would_let_it_through(driver: neo4j.Driver) -> None:
    """Neo4j calls these reading and shows no operator that loads: why words are looked at too."""
    unseen = []
    for name, text in LOADING.items():
        try:
            plan = explain(driver, text.replace(URL, "http://127.0.0.1:1/"))
        except NotExplained:
            continue
        if plan.query_type == "r" and {o.name for o in plan.operators} <= READS:
            unseen.append(name)
    assert {"csv in a case", "csv in a list", "csv in evidence", "csv in an escape"} <= set(unseen)


@pytest.mark.promise("S1")
def test_no_control_of_a_user_does_more_than_read(
    estate: Estate, listener: Listener, tmp_path: Path
) -> None:
    """All attacks at once, as controls and as what they apply to, beside an honest control."""
    attacks = {**REACHING, **ENDLESS}
    hostile = []
    for i, text in enumerate(attacks.values()):
        with contextlib.suppress(BadControl):  # some are not even loaded
            hostile.append(own(aimed(text, listener, tmp_path), f"attack{i}"))
    assert len(hostile) >= len(attacks) - 2
    hostile += [
        dataclasses.replace(own(OPEN, f"applies{i}"), applies=aimed(text, listener, tmp_path))
        for i, text in enumerate(attacks.values())
    ]
    before = standing(estate.driver)
    started = time.monotonic()
    said = estate.evaluate([*hostile, control(OPEN)], limits=Limits(seconds=5)).verdicts
    assert time.monotonic() - started < 120
    assert standing(estate.driver) == before
    assert not listener.called
    for one in hostile:
        assert said[one.id].failed_to_run, one.text
        assert said[one.id].verdict == Verdict.NOT_EVALUATED
        assert refusal(estate.driver, one) == said[one.id].reason
    assert said["aws/boxes/box_check"].verdict == Verdict.FAIL


def refusal(driver: neo4j.Driver, one: Control) -> str:
    """Return what the gate says of a control: the reason has to be the gate's, not the server's."""
    for text in (one.text, one.applies):
        try:
            require_read_only(driver, text or "RETURN 1 AS resource")
        except ControlError as error:
            return str(error)
    return "nothing"


@pytest.mark.promise("S1")
def test_a_control_that_became_hostile_is_not_asked_for_a_page_of_resources(
    estate: Estate, listener: Listener, tmp_path: Path
) -> None:
    estate.evaluate([own(OPEN, "mine")])
    text = aimed(LOADING["csv in a list"], listener, tmp_path)
    turned = dataclasses.replace(own(OPEN, "mine"), applies=text)
    with pytest.raises(NotReadOnly, match="LOAD CSV"):
        judged_resources(estate.driver, [turned], estate.connector.id, at=turned_at(estate))
    assert not listener.called


def turned_at(estate: Estate) -> Any:
    (row,) = estate.run("MATCH (e:Evaluation) RETURN max(e.at) AS at")
    return row["at"].to_native()


@pytest.mark.promise("S1")
def test_a_threshold_of_a_user_can_not_break_out(estate: Estate) -> None:
    text = "WITH 'web' AS who MATCH (b:AwsBox) WHERE b.owner = who RETURN b AS resource"
    checked = control(text)
    for value in ("' SET b.evil = 1 //", "\\' SET b.evil = 1 //", "\\u0027 AS who SET b.x = 1 //"):
        changed = dataclasses.replace(checked, thresholds={"who": value}, overridden=("who",))
        said = estate.evaluate([changed]).verdicts["aws/boxes/box_check"]
        assert said.verdict in {Verdict.PASS, Verdict.NOT_EVALUATED}
        assert estate.run("MATCH (b:AwsBox) WHERE b.evil = 1 OR b.x = 1 RETURN b") == []


@pytest.mark.promise("S1")
def test_lint_and_cases_refuse_it_too(driver: neo4j.Driver, tmp_path: Path) -> None:
    loads = "COLLECT { LOAD CSV FROM 'x' AS l RETURN l }"
    cases = (
        f"// fail: x\nCREATE (:Resource:AwsBox {{uid: 'a', name: {loads}}})\n"
        "// pass: y\nCREATE (:Resource:AwsBox {uid: 'b'})\n"
    )
    for name in ("csv in a case", "csv in evidence", "csv in an escape"):
        text = control(LOADING[name]).text
        path = tmp_path / "box_check.cypher"
        path.write_text(text)
        path.with_suffix(".test.cypher").write_text(cases)
        found = lint(driver, dataclasses.replace(own(text, "x"), text=text, path=path), CATALOGUE)
        assert {"reaches", "case"} <= {p.code for p in found}


@pytest.mark.promise("S1")
@pytest.mark.parametrize("name", HONEST)
def test_honest_queries_pass(driver: neo4j.Driver, name: str) -> None:
    require_read_only(driver, HONEST[name])


def test_shipped_controls_reach_for_nothing(driver: neo4j.Driver) -> None:
    some = [c for i, c in enumerate(load().values()) if i % 40 == 0]
    for one in some:
        require_read_only(driver, one.text, bounded=False)


@pytest.fixture
def user(neo4j_server: Settings, graph: neo4j.Driver, tmp_path: Path) -> Shell:
    assert graph is not None  # emptied
    return shell(tmp_path / "home", neo4j_server, "http://127.0.0.1:1")


@pytest.mark.promise("S1")
@pytest.mark.parametrize(
    "name",
    ["writes: create", "loads: csv in a list", "loads: csv from an address", "calls: settings",
     "administers: shows settings", "hides: two statements", "hides: an escaped word"],
)  # fmt: skip
def test_the_command_refuses_it(user: Shell, listener: Listener, tmp_path: Path, name: str) -> None:
    said = user.refused("query", aimed(REACHING[name], listener, tmp_path))
    assert "hunter2" not in said
    assert not listener.called
    assert user.json("query", "MATCH (n:Evil) RETURN count(n) AS n") == [{"n": 0}]


@pytest.mark.promise("S2")
@pytest.mark.parametrize("name", ENDLESS)
def test_what_no_deadline_ends_is_not_begun(driver: neo4j.Driver, name: str) -> None:
    with pytest.raises(NotBounded):
        require_read_only(driver, ENDLESS[name])


class Neighbour(threading.Thread):
    """Asks something small again and again, and counts the answers."""

    def __init__(self, driver: neo4j.Driver) -> None:
        super().__init__(daemon=True)
        self.driver, self.over = driver, threading.Event()
        self.answers = threading.Semaphore(0)

    def run(self) -> None:
        while not self.over.wait(0.05):
            rows = self.driver.execute_query("MATCH (b:AwsBox) RETURN count(b) AS n").records
            assert rows[0]["n"] == 2
            self.answers.release()

    def answered(self) -> bool:
        """Wait for the next answer; False where none comes."""
        return self.answers.acquire(timeout=60)


@pytest.mark.promise("S2")
@pytest.mark.parametrize("name", COSTLY)
def test_a_hungry_control_is_ended_and_hurts_nobody(estate: Estate, name: str) -> None:
    text, says = COSTLY[name]
    neighbour = Neighbour(estate.driver)
    neighbour.start()
    assert neighbour.answered()
    hungry = own(text + " MATCH (b:AwsBox) WHERE s <> 0 RETURN b AS resource", "hungry")
    done: Evaluation = estate.evaluate([hungry, control(OPEN)], limits=Limits(seconds=2))
    assert all(neighbour.answered() for _ in range(3)), "it goes on being answered"
    neighbour.over.set()
    neighbour.join(60)
    # On a slow machine the deadline may come before the memory is used up.
    assert any(w in (done.verdicts[hungry.id].reason or "") for w in {says, SLOW})
    assert done.verdicts[hungry.id].failed_to_run
    assert done.verdicts["aws/boxes/box_check"].verdict == Verdict.FAIL


@pytest.mark.promise("S2")
def test_a_control_returns_so_many_rows_and_no_more(estate: Estate) -> None:
    many = own(OPEN.replace("WHERE b.is_open ", ""), "many")
    said = estate.evaluate([many], limits=Limits(rows=1)).verdicts[many.id]
    assert said.failed_to_run
    assert "more than 1 resources" in (said.reason or "")


@pytest.mark.promise("S2")
@pytest.mark.parametrize(
    ("query", "seconds", "says"),
    [
        pytest.param(LONG + "RETURN a + b + c AS x", 60, "more than 100000 rows", id="rows"),
        pytest.param(LONG + "WITH sum(a) AS s RETURN s", 2, "did not end within 2 s", id="time"),
        pytest.param(BOMB, 60, "more memory than a transaction may use", id="memory"),
        pytest.param(LARGE, 60, "larger than", id="size"),
    ],
)
def test_the_command_has_limits(user: Shell, query: str, seconds: int, says: str) -> None:
    assert says in user.refused("query", query, "--seconds", str(seconds))
