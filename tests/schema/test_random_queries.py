"""Random queries, by both executors: what is handed on whole is what value by value gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import neo4j
import pytest
from graphql import GraphQLInterfaceType, get_named_type, is_composite_type
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.api import Api
from tests.schema.estate import api, arn, judged

Draw = Callable[[st.SearchStrategy[Any]], Any]
ROOTS = (
    "awsWidgets(first: 3)", f'resource(uid: "{arn("w0000")}")', "resources(first: 2)",
    "findings(first: 3)", "connectors(first: 1)", "units(first: 2)", "verdicts(first: 2)",
    "controls", "mandates", 'search(first: 2, text: "w")', 'findings(first: 2, since: "0")',
)  # fmt: skip
CALLS = {"relationships": ("", "(first: 2)", "(depth: 2)"), "tags": ("", "(first: 1)")}


@pytest.fixture(scope="module")
def asked(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Api:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    judged(driver, tmp_path_factory.mktemp("estate"))
    return api(driver)


def selected(schema: Any, type_: Any, draw: Draw, depth: int) -> str:
    """Draw some fields of a type, with aliases, arguments and fragments."""
    kind = get_named_type(type_)
    plain = [n for n, f in kind.fields.items() if not is_composite_type(get_named_type(f.type))]
    lists = [n for n in kind.fields if n not in plain]
    names = draw(st.lists(st.sampled_from(["__typename", *plain]), min_size=1, max_size=4))
    names += draw(st.lists(st.sampled_from(lists), max_size=2)) if lists and depth else []
    parts: list[str] = []
    for at, name in enumerate(names):
        alias = draw(st.sampled_from(["", f"a{depth}_{at}: "])) if len(parts) < 3 else ""
        if name in plain or name == "__typename":
            parts.append(f"{alias}{name}")
            continue
        call = draw(st.sampled_from(CALLS.get(name, ("",))))
        below = selected(schema, kind.fields[name].type, draw, depth - 1)
        parts.append(f"b{depth}_{at}: {name}{call} {below}")
    if isinstance(kind, GraphQLInterfaceType) and depth and draw(st.booleans()):
        inner = schema.type_map["AwsWidget"]
        parts.append(f"... on AwsWidget {selected(schema, inner, draw, depth - 1)}")
    return "{ " + " ".join(parts) + " }"


@given(data=st.data(), root=st.sampled_from(ROOTS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_both_executors_give_the_same_answer(asked: Api, data: st.DataObject, root: str) -> None:
    schema = asked.schema._schema
    assert schema.query_type is not None
    field = schema.query_type.fields[root.partition("(")[0]]
    query = f"{{ {root} {selected(schema, field.type, data.draw, 4)} }}"
    ours, stock = asked.execute(query), asked.execute(query, stock=True)
    known = asked.execute(query)  # not by the stock executor at all
    assert (known.data, known.extensions) == (ours.data, ours.extensions)
    assert [e.formatted for e in known.errors or ()] == [e.formatted for e in ours.errors or ()]
    assert [e.message for e in ours.errors or ()] == [e.message for e in stock.errors or ()]
    assert ours.data == stock.data
