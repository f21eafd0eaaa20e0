"""S4 to S6: what a request may ask, who may look at the schema, what errors tell."""

from __future__ import annotations

import collections
import hashlib
import itertools
import json
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import neo4j
import pytest
from graphql import get_introspection_query

from schema.api import Api
from schema.cost import ALIASES, DEPTH, FIELDS
from schema.options import Options, persisted, query_of
from schema.prepared import TOKENS
from schema.reader import Reader
from schema.viewer import Viewer
from tests.schema.estate import CONNECTOR, SHELF, arn, judged
from tests.widgets import CATALOGUE

SECRET = "s3cr3t-of-the-inside"  # noqa: S105 - a canary
BOMB = "".join(f"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} " for i in range(60))
ABUSE = {
    "aliases": "{ " + " ".join(f"a{i}: controls {{ id }}" for i in range(ALIASES + 1)) + " }",
    "aliases in fragments": "{ ...A ...A ...A ...A } fragment A on Query { "
    + " ".join(f"a{i}: controls {{ id }}" for i in range(9)) + " }",
    "aliases of nothing": "{ " + " ".join(f"a{i}: __typename" for i in range(ALIASES + 1)) + " }",
    "depth": '{ resource(uid: "a") ' + "{ relationships(first: 1) { other " * DEPTH
    + "{ uid }" + " } }" * DEPTH + " }",
    "depth in fragments": '{ resource(uid: "a") { ...D0 } } ' + "".join(
        f"fragment D{i} on Resource {{ relationships {{ other {{ ...D{i + 1} }} }} }} "
        for i in range(DEPTH)
    ) + f"fragment D{DEPTH} on Resource {{ uid }}",
    "a bomb of fragments": "{ ...F0 } " + BOMB + "fragment F60 on Query { controls { id } }",
    "tokens": "{ " + "controls { id } " * TOKENS + " }",
    "the same field again": "{ controls { " + "id " * (FIELDS + 1) + " } }",
    "directives": "{ controls " + "@include(if: true) " * TOKENS + "{ id } }",
    "rows": "{ resources(first: 1000) { nodes { relationships(first: 1000) { type } } } }",
    "rows by a variable": "query ($n: Int! = 1000) { resources(first: $n) { nodes { "
    "relationships(first: $n) { other { tags(first: $n) { key } } } } } }",
    "rows by aliases": "{ " + " ".join(
        f"a{i}: resources(first: 1000) {{ nodes {{ tags {{ key }} }} }}" for i in range(20)) + " }",
    "rows in memory": "{ controls { requirements { mandate { requirements { requirements { "
    "controls { requirements { mandate { requirements { controls { id } } } } } } } } } } }",
    "the schema again and again": "{ __schema { types { fields { type { fields { type { fields { "
    "type { fields { type { fields { name } } } } } } } } } } } }",
    "a fragment that holds itself": "{ ...A } fragment A on Query { ...A controls { id } }",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    judged(driver, tmp_path_factory.mktemp("estate"))
    return Reader(driver)


@pytest.fixture(scope="module")
def asked(reader: Reader) -> Api:
    return Api(CATALOGUE, reader, SHELF)


@pytest.mark.promise("S4")
@pytest.mark.parametrize("name", ABUSE)
def test_what_asks_too_much_is_refused_before_it_runs(asked: Api, name: str) -> None:
    before = asked.statements
    result = asked.execute(ABUSE[name])
    assert result.errors
    assert result.data is None
    assert asked.statements == before
    assert "inside" not in result.errors[0].message


@pytest.mark.promise("S4")
def test_a_neighbour_is_answered_while_others_ask_too_much(asked: Api) -> None:
    over = threading.Event()
    refused: collections.Counter[str] = collections.Counter()

    def attack() -> None:
        for name in itertools.cycle(ABUSE):
            if over.is_set():
                return
            refused[name] += bool(asked.execute(ABUSE[name]).errors)

    with ThreadPoolExecutor(4) as pool:
        attackers = [pool.submit(attack) for _ in range(4)]
        try:
            for _ in range(200):
                answer = asked.execute(f'{{ resource(uid: "{arn("root")}") {{ name }} }}')
                assert answer.errors is None
                assert answer.data == {"resource": {"name": "root"}}
            while len(refused) < len(ABUSE) and not any(a.done() for a in attackers):
                over.wait(0.05)
        finally:
            over.set()
        for attacker in attackers:
            attacker.result()
    assert set(refused) == set(ABUSE)
    assert all(refused.values())


@pytest.mark.promise("S4")
def test_what_a_request_costs_is_told(asked: Api) -> None:
    def told(query: str, **variables: Any) -> int:
        result = asked.execute(query, variables)
        extensions: Any = result.extensions
        assert extensions["cost"]["limit"] == asked.options.most_cost
        return int(extensions["cost"]["requested"])

    page = "query ($n: Int!) { resources(first: $n) { nodes { uid tags(first: 3) { key } } } }"
    assert told(page, n=10) == 10 + 10 * 3
    assert told(page, n=1000) == 1000 + 1000 * 3
    assert told("{ resources(first: 10) { totalCount } }") == 10 + 1000
    assert told('{ resource(uid: "a") { uid name } }') == 1
    assert told('{ resource(uid: "a") { findings(first: 5) @skip(if: true) { id } } }') == 1
    assert told("{ __typename }") == 0
    assert told(ABUSE["rows"]) > asked.options.most_cost


@pytest.mark.promise("S4")
def test_the_limit_is_an_option(reader: Reader) -> None:
    poor = Api(CATALOGUE, reader, SHELF, options=Options(most_cost=10))
    assert poor.execute("{ resources(first: 10) { nodes { uid } } }").errors is None
    (error,) = poor.execute("{ resources(first: 11) { nodes { uid } } }").errors or []
    assert "a request may read 10" in error.message


STRANGER = Viewer(name="nobody")
MEMBER = Viewer(name="somebody", on={CONNECTOR: "viewer"})


@pytest.mark.promise("S5")
def test_strangers_learn_nothing_of_the_schema(reader: Reader) -> None:
    closed = Api(CATALOGUE, reader, SHELF, options=Options(is_open=False))
    for query in (get_introspection_query(), '{ __type(name: "Query") { name } }'):
        (first, *_) = closed.execute(query, viewer=STRANGER).errors or []
        assert "introspection has been disabled" in first.message
        assert closed.execute(query, viewer=MEMBER).errors is None
    for query in ("{ contrals { id } }", "{ controls { idd titel } }"):
        known = [e.message for e in closed.execute(query, viewer=MEMBER).errors or ()]
        hidden = [e.message for e in closed.execute(query, viewer=STRANGER).errors or ()]
        assert "Did you mean" in "".join(known)
        assert len(hidden) == len(known)
        assert "Did you mean" not in "".join(hidden)


@pytest.mark.promise("S5")
def test_only_known_documents_run(reader: Reader, tmp_path: Path) -> None:
    text = "query Known($n: Int!) { resources(first: $n) { nodes { name } } }"
    (tmp_path / "known.graphql").write_text(text)
    options = Options(documents=persisted(tmp_path))
    closed = Api(CATALOGUE, reader, SHELF, options=options)
    assert closed.execute(text, {"n": 1}).errors is None
    before = closed.statements
    for other in ("{ controls { id } }", text + " ", get_introspection_query()):
        (error,) = closed.execute(other).errors or []
        assert "the documents that it knows" in error.message
    assert closed.statements == before

    digest = hashlib.sha256(text.encode()).hexdigest()
    said = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}
    by_hash = query_of(said)
    assert by_hash is not None
    assert closed.execute(by_hash, {"n": 1}).errors is None
    assert query_of({"query": text, **said}) == text
    nothing: list[dict[str, Any]] = [
        {}, {"query": 1}, {"extensions": {"persistedQuery": {"sha256Hash": 1}}},
        {"extensions": []}, {"extensions": {"persistedQuery": "x"}},
    ]  # fmt: skip
    for asked in nothing:
        assert query_of(asked) is None
    assert closed.execute("sha256:nothing").errors is not None


class Breaking(Reader):
    """A reader that fails as code fails: with what it was working on in its message."""

    def run(self, text: str, given: Mapping[str, Any]) -> list[neo4j.Record]:
        raise RuntimeError(f"{SECRET}: {text} {given}")


@pytest.mark.promise("S6")
@pytest.mark.parametrize("stock", [False, True])
def test_what_goes_wrong_inside_is_told_by_its_id(
    driver: neo4j.Driver, caplog: pytest.LogCaptureFixture, *, stock: bool
) -> None:
    broken = Api(CATALOGUE, Breaking(driver), SHELF)
    result = broken.execute("{ resources(first: 1) { nodes { uid } } }", stock=stock)
    (error,) = result.errors or []
    told = json.dumps([error.formatted, str(error)])
    assert SECRET not in told
    assert "MATCH" not in told
    assert error.extensions is not None
    assert error.extensions["id"] in caplog.text
    assert SECRET in caplog.text


@pytest.mark.promise("S6")
def test_what_fails_ahead_of_every_field_is_masked_too(
    asked: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> Iterator[None]:
        raise KeyError(SECRET)

    monkeypatch.setattr("schema.prepared.cost", fails)
    (error,) = asked.execute("{ controls { id } }").errors or []
    assert SECRET not in json.dumps(error.formatted)
    assert error.extensions is not None
    assert error.extensions["id"] in caplog.text


def test_a_cursor_is_good_for_its_list_and_its_caller(asked: Api, reader: Reader) -> None:
    def page(field: str, after: str | None, viewer: Viewer, api: Api = asked) -> Any:
        query = f"query ($a: String) {{ {field}(first: 1, after: $a) {{ edges {{ cursor }} }} }}"
        return api.execute(query, {"a": after}, viewer=viewer)

    cursor = page("resources", None, MEMBER).data["resources"]["edges"][0]["cursor"]
    assert page("resources", cursor, MEMBER).errors is None
    other = Viewer(name="other", everywhere="admin")
    elsewhere = Api(CATALOGUE, reader, SHELF)
    forged = cursor[:-4] + ("AAAA" if cursor[-4:] != "AAAA" else "BBBB")
    for refused in (
        page("resources", cursor, other), page("awsWidgets", cursor, MEMBER),
        page("resources", forged, MEMBER), page("resources", "", MEMBER),
        page("resources", cursor, MEMBER, elsewhere), page("resources", "é", MEMBER),
    ):  # fmt: skip
        (error,) = refused.errors
        assert "no cursor of this list" in error.message
    same = Api(CATALOGUE, reader, SHELF, options=asked.options)
    assert page("resources", cursor, MEMBER, same).errors is None
    assert arn("root") not in cursor
