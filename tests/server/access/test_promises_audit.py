"""The log of changes: written ahead, one chain whoever writes, and tampering shows."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from graph.lake import Lake
from schema.viewer import LOCAL, Viewer
from server.access.audit import ANOTHER, Audit, without_secrets
from server.access.errors import AccessStoreFailed, Declined, NotRecorded
from server.access.store import AUDIT, AUDIT_HEAD, FIRST, Store, digest

ROOT = Path(__file__).parents[3]
ANN = Viewer(name="ann@example.org (1)", everywhere="operator")
WRITER = """
import sys
from server.access.audit import Audit
from server.access.store import Store
store = Store(sys.argv[1])
audit = Audit(store)
for number in range(int(sys.argv[3])):
    with audit.record(sys.argv[2], "waive", {"number": number}):
        pass
store.close()
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a store that is empty, of either kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'work.sqlite'}"
        return
    server = sa.make_url(request.getfixturevalue("postgres_url"))
    name = f"audit_{uuid.uuid4().hex}"
    engine = sa.create_engine(
        server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    yield server.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    made = Store(url)
    yield made
    made.close()


@pytest.fixture
def audit(store: Store) -> Audit:
    return Audit(store)


def filled(audit: Audit, many: int = 5) -> None:
    for number in range(many):
        with audit.record(ANN, "waive", {"number": number}) as entry:
            entry.result = {"id": number}


@pytest.mark.promise("S12")
def test_a_change_is_recorded_before_it_is_made_and_with_its_outcome(audit: Audit) -> None:
    with audit.record(ANN, "waive", {"control": "c"}, via="web") as entry:
        (asked,) = audit.records()
        entry.result = {"id": "w1"}
    assert (asked.who, asked.via, asked.action) == (ANN.name, "web", "waive")
    assert (asked.arguments, asked.outcome, asked.of) == ({"control": "c"}, "asked", None)
    _, done = audit.records()
    assert (done.outcome, done.of, done.result) == ("done", 1, '{"id":"w1"}')
    assert asked.at < done.at


@pytest.mark.promise("S12")
def test_what_is_refused_or_fails_is_recorded_too(audit: Audit) -> None:
    with pytest.raises(Declined), audit.record(LOCAL, "waive"):
        raise Declined("too soon")
    with audit.record(LOCAL, "waive") as entry:
        entry.refuse("not yours")
    with pytest.raises(KeyError), audit.record(LOCAL, "waive"):
        raise KeyError("a value that nobody should read")
    said = [(r.outcome, r.result) for r in audit.records() if r.of]
    assert said == [("refused", "too soon"), ("refused", "not yours"), ("failed", "KeyError")]
    assert audit.verify().broken is None


@pytest.mark.promise("S12")
def test_nothing_is_changed_when_it_can_not_be_recorded(audit: Audit, store: Store) -> None:
    filled(audit)
    with store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE cirrograph_audit")
    made: list[str] = []
    with pytest.raises(NotRecorded), audit.record(ANN, "waive"):
        made.append("changed")
    assert made == []


@pytest.mark.promise("S12")
def test_nothing_is_changed_when_the_database_is_away(tmp_path: Path) -> None:
    away = Audit(Store("postgresql://me:sesame@127.0.0.1:9/jobs"))
    broken = tmp_path / "work.sqlite"
    broken.write_bytes(b"no database at all" * 100)
    for audit in (away, Audit(Store(f"sqlite:///{broken}"))):
        with pytest.raises(NotRecorded) as refused, audit.record(ANN, "waive"):
            pytest.fail("it was changed")
        assert isinstance(refused.value.__cause__, AccessStoreFailed)
        assert "sesame" not in str(refused.value.__cause__)


@pytest.mark.promise("S12")
def test_an_outcome_that_can_not_be_recorded_leaves_the_change_standing(
    audit: Audit, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with audit.record(ANN, "waive"), store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE cirrograph_audit_head")
    assert "outcome of audit record 1 can't be written" in caplog.text


@pytest.mark.promise("S12")
def test_writers_in_several_processes_keep_one_chain(url: str, audit: Audit) -> None:
    many = 15
    command = (sys.executable, "-c", WRITER, url)
    writers = [
        subprocess.Popen((*command, name, str(many)), cwd=ROOT)  # noqa: S603 - our own command
        for name in ("one", "two", "three")
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    found = audit.verify()
    assert (found.broken, found.records) == (None, 3 * 2 * many)
    records = list(audit.records())
    for name in ("one", "two", "three"):
        mine = [r.arguments["number"] for r in records if r.who == name and r.outcome == "done"]
        assert mine == list(range(many))
    assert [r.who for r in records] != sorted(r.who for r in records), "they did write by turns"


def changed(connection: sa.Connection) -> None:
    three = AUDIT.c.number == 3
    text = connection.execute(sa.select(AUDIT.c.record).where(three)).scalar_one()
    said = json.loads(text) | {"who": "somebody else"}
    connection.execute(AUDIT.update().where(three).values(record=json.dumps(said)))


def changed_with_its_hash(connection: sa.Connection) -> None:
    changed(connection)
    three = AUDIT.c.number == 3
    text = connection.execute(sa.select(AUDIT.c.record).where(three)).scalar_one()
    connection.execute(AUDIT.update().where(three).values(hash=digest(text)))


def left_out(connection: sa.Connection) -> None:
    connection.execute(AUDIT.delete().where(AUDIT.c.number == 3))


def cut_off(connection: sa.Connection) -> None:
    connection.execute(AUDIT.delete().where(AUDIT.c.number > 7))


def emptied(connection: sa.Connection) -> None:
    connection.execute(AUDIT.delete())


def put_back(connection: sa.Connection) -> None:
    connection.execute(AUDIT_HEAD.update().values(number=0, hash=FIRST))


def added(connection: sa.Connection) -> None:
    record = json.dumps({"before": FIRST, "number": 11})
    connection.execute(AUDIT.insert().values(number=11, record=record, hash=digest(record)))


def swapped(connection: sa.Connection) -> None:
    for old, new in ((3, 99), (4, 3), (99, 4)):
        connection.execute(AUDIT.update().where(AUDIT.c.number == old).values(number=new))


@pytest.mark.promise("S12")
@pytest.mark.parametrize(
    ("tamper", "broken", "why"),
    [
        (changed, 3, "was changed"),
        (changed_with_its_hash, 4, "does not continue"),
        (left_out, 3, "is missing"),
        (cut_off, 8, "is missing"),
        (emptied, 1, "is missing"),
        (put_back, 1, "behind the head"),
        (added, 11, "does not continue"),
        (swapped, 3, "does not continue"),
    ],
)
def test_tampering_shows_with_the_first_broken_link(
    tamper: Callable[[sa.Connection], None], broken: int, why: str, audit: Audit, store: Store
) -> None:
    filled(audit)
    assert audit.verify().records == 10
    with store.writing() as connection:
        tamper(connection)
    found = audit.verify()
    assert found.broken == broken
    assert why in str(found.why)


@pytest.mark.promise("S12")
def test_a_whole_new_chain_shows_by_a_hash_that_was_noted(audit: Audit, store: Store) -> None:
    filled(audit)
    noted = audit.verify().head
    filled(audit, 1)
    assert audit.verify(holds=noted).broken is None
    with store.writing() as connection:
        connection.execute(AUDIT.delete())
        put_back(connection)
    filled(audit, 6)
    assert audit.verify().broken is None
    assert "made anew" in str(audit.verify(holds=noted).why)


@pytest.mark.promise("S12")
def test_a_new_chain_shows_by_the_copy_in_the_lake(
    audit: Audit, store: Store, tmp_path: Path
) -> None:
    lake = Lake(tmp_path / "lake")
    assert audit.verify(lake=lake).broken is None
    filled(audit, 2)
    assert audit.copy_to(lake) == 4
    filled(audit, 1)
    assert audit.copy_to(lake) == 2
    assert audit.copy_to(lake) == 0
    copy = lake.read("audit").to_pydict()
    assert copy["number"] == [1, 2, 3, 4, 5, 6]
    assert copy["who"] == [ANN.name] * 6
    assert [digest(text) for text in copy["record"]] == copy["hash"]
    assert audit.verify(lake=lake).broken is None
    for many, broken in ((5, 1), (0, 1)):  # another chain, longer than the copy; none at all
        with store.writing() as connection:
            connection.execute(AUDIT.delete())
            put_back(connection)
        filled(audit, many)
        assert audit.verify().broken is None
        found = audit.verify(lake=lake)
        assert (found.broken, found.why) == (broken, ANOTHER)


@pytest.mark.promise("S12")
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"token": "cgt_abc"}, {"token": "kept out"}),
        ({"note": "use cgt_abc-DEF_1 here"}, {"note": "use kept out here"}),
        ({"input": {"clientSecret": "x", "password": "y"}},
         {"input": {"clientSecret": "kept out", "password": "kept out"}}),
        ({"list": [{"apiKey": "x"}, "cgt_abc"]}, {"list": [{"apiKey": "kept out"}, "kept out"]}),
        ({"control": "aws/s3/public", "days": 3}, {"control": "aws/s3/public", "days": 3}),
    ],
)  # fmt: skip
def test_no_secret_is_recorded(given: dict[str, Any], kept: dict[str, Any]) -> None:
    assert without_secrets(given) == kept


@pytest.mark.promise("S12")
@pytest.mark.parametrize(
    "odd", ["\ud800", "\x00", 2**70, float("nan"), "x" * 100_000, {"a": {1: None}}, {"s": {1}}]
)
def test_odd_arguments_break_no_record(odd: Any, tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'work.sqlite'}")
    audit = Audit(store)
    with audit.record("\ud800 who", "waive", {"odd": odd}) as entry:
        entry.result = odd
    assert audit.verify().records == 2
    assert all(len(str(record)) < 10_000 for record in audit.records())
    store.close()
