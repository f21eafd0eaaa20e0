"""S3: whatever an argument says is a parameter; the text of a statement never holds it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.api import Api
from schema.reader import Reader
from tests.schema.estate import SHELF, judged
from tests.widgets import CATALOGUE

QUERY = """query ($t: String!) {
  resource(uid: $t) { uid findings(first: 50, connector: $t) { id } }
  awsWidgets(first: 50, where: {name: $t, account: $t, region: $t, cloud: $t,
    tags: [{key: $t, value: $t}], labels: $t,
    colorIs: {in: [$t], contains: $t, startsWith: $t, endsWith: $t},
    any: [{tags: {key: $t}}, {not: {color: $t}}]})
    { totalCount nodes { uid } }
  units(first: 50, connector: $t, state: $t) { nodes { id } }
  scans(connector: $t) { id }
  connector(name: $t) { id units(first: 50, state: $t) { id } }
  findings(first: 50, connector: $t, control: $t, uid: $t) { totalCount nodes { id } }
  verdicts(first: 50, connector: $t, control: $t, verdict: $t) { nodes { id } }
  report(mandate: $t, connector: $t) { id }
  control(id: $t) { id } policy(id: $t) { id } mandate(id: $t) { id }
}"""
ATTACKS = ("' OR 1=1 //", '"}) DETACH DELETE (n) //', "$p0", "$$N", "`", "\\u0027", "$VALUE")
ODD = st.one_of(st.sampled_from(ATTACKS), st.text(st.characters(codec="utf-8"), min_size=1))


class Watched(Reader):
    """Keeps the text of every statement."""

    texts: frozenset[str] = frozenset()

    def run(self, text: str, given: Mapping[str, Any]) -> list[neo4j.Record]:
        self.texts |= {text}
        return super().run(text, given)


@pytest.fixture(scope="module")
def reader(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Watched:
    with driver.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    judged(driver, tmp_path_factory.mktemp("estate"))
    return Watched(driver)


@functools.cache
def watched(reader: Watched) -> Api:
    return Api(CATALOGUE, reader, SHELF)


@given(text=ODD)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_statement_has_the_same_text_whatever_is_asked_for(reader: Watched, text: str) -> None:
    api = watched(reader)
    result = api.execute(QUERY, {"t": text})
    assert result.errors is None, result.errors
    known = len(reader.texts)
    api.execute(QUERY, {"t": "plain"})
    assert len(reader.texts) == known
    assert result.data is not None
    assert result.data["awsWidgets"]["totalCount"] == 0
