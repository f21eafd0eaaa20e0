"""What a filter of a resource type finds."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.api import Api
from tests.schema.estate import MADE, api, full, judged
from tests.widgets import widget

QUERY = (
    "query ($where: AwsWidgetFilter) { awsWidgets(first: 50, where: $where) "
    "{ totalCount nodes { name } } }"
)
ALL = ["bare", "root", "small", "w0"]


@pytest.fixture(scope="module")
def asked(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Api:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    estate = judged(driver, tmp_path_factory.mktemp("estate"), many=0)
    estate.scan(
        [
            full("w0"), widget("root", color="red"), widget("bare"),
            widget("small", size_gib=3, weight=0.5, is_round=False, color='re"d', labels=["b"],
                   made_at=MADE.replace(year=2020), tags={"env": "dev"}),
        ]
    )  # fmt: skip
    return api(driver)


def found(asked: Api, where: Any) -> list[str]:
    result = asked.execute(QUERY, {"where": where})
    assert result.errors is None, result.errors
    assert asked.execute(QUERY, {"where": where}, stock=True).data == result.data
    data: Any = result.data
    assert data["awsWidgets"]["totalCount"] == len(data["awsWidgets"]["nodes"])
    return [node["name"] for node in data["awsWidgets"]["nodes"]]


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ({}, ALL),
        ({"color": "red"}, ["root"]),
        ({"color": None}, ALL),
        ({"color": 're"d'}, ["small"]),
        ({"isRound": True}, ["w0"]),
        ({"isRound": False}, ["small"]),
        ({"sizeGib": 3}, ["small"]),
        ({"sizeGib": 2**40}, ["w0"]),
        ({"weight": 0.5}, ["small"]),
        ({"madeAt": "2026-01-02T03:04:05Z"}, ["w0"]),
        ({"madeAt": "2026-01-02T04:04:05+01:00"}, ["w0"]),
        ({"labels": "a"}, ["w0"]),
        ({"colorIs": {"in": ["red", "blue"]}}, ["root", "w0"]),
        ({"colorIs": {"in": []}}, []),
        ({"colorIs": {"not": "red"}}, ["bare", "small", "w0"]),
        ({"colorIs": {"startsWith": "re"}}, ["root", "small"]),
        ({"colorIs": {"endsWith": "d", "contains": '"'}}, ["small"]),
        ({"nameIs": {"contains": "OO"}}, ["root"]),
        ({"nameIs": {"contains": "oo"}}, ["root"]),
        ({"nameIs": {"contains": "W0"}, "tags": {"key": "env"}}, ["w0"]),
        ({"nameIs": {"contains": "w0"}, "tags": {"key": "env", "value": "prod"}}, ["w0"]),
        ({"any": [{"nameIs": {"contains": "MALL"}, "tags": {"key": "env"}}]}, ["small"]),
        ({"nameIs": {"startsWith": "RO"}}, []),
        ({"name": "ROOT"}, []),
        ({"sizeGibIs": {"atLeast": 3}}, ["small", "w0"]),
        ({"sizeGibIs": {"atLeast": 3, "atMost": 9}}, ["small"]),
        ({"weightIs": {"atLeast": 1}}, ["w0"]),
        ({"madeAtIs": {"after": "2025-01-01T00:00:00"}}, ["w0"]),
        ({"madeAtIs": {"before": "2025-01-01T00:00:00Z"}}, ["small"]),
        ({"isNull": ["color"]}, ["bare"]),
        ({"isNull": ["sizeGib", "color"]}, ["bare"]),
        ({"tags": {"key": "env", "value": "prod"}}, ["w0"]),
        ({"tags": [{"key": "env"}, {"key": "owner"}]}, ["w0"]),
        ({"any": [{"tags": {"key": "env", "value": "dev"}}, {"color": "red"}]}, ["root", "small"]),
        ({"any": []}, []),
        ({"not": {"color": "red"}}, ["bare", "small", "w0"]),
        ({"not": {"tags": {"key": "env"}}}, ["bare", "root"]),
        ({"not": {}}, []),
        ({"not": {"not": {"color": "red", "name": "root"}}}, ["root"]),
    ],
)
def test_what_is_asked_for_is_found(asked: Api, where: Any, names: list[str]) -> None:
    assert found(asked, where) == names


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"isNull": ["colour"]}, "did you mean color"),
        ({"madeAt": "yesterday"}, "'yesterday' is no moment"),
        ({"sizeGib": 2**64}, "more than 64 bits"),
        ({"sizeGib": True}, "no whole number"),
        ({"madeAt": "0001-01-01T00:00:00+23:00"}, "no moment"),
        ({"not": {"not": {"not": {"not": {"not": {"color": "x"}}}}}}, "are the most"),
        ({"any": [{"color": "x"}] * 101}, "are the most"),
    ],
)
def test_what_makes_no_sense_is_said(asked: Api, where: Any, said: str) -> None:
    before = asked.statements
    (error,) = asked.execute(QUERY, {"where": where}).errors or []
    assert said in error.message
    assert asked.statements == before


def test_one_tag_needs_no_list(asked: Api) -> None:
    query = (
        '{ awsWidgets(first: 9, where: {isRound: true, tags: {key: "env", value: "prod"}}) '
        "{ totalCount } }"
    )
    assert asked.execute(query).data == {"awsWidgets": {"totalCount": 1}}


TEXT = st.one_of(st.sampled_from(["red", "b", "'", "` OR 1=1", "$p0", "$VALUE"]), st.text())
LEAF = st.one_of(
    st.fixed_dictionaries({"color": TEXT}),
    st.fixed_dictionaries({"colorIs": st.fixed_dictionaries({"contains": TEXT, "not": TEXT})}),
    st.fixed_dictionaries({"colorIs": st.fixed_dictionaries({"in": st.lists(TEXT, max_size=3)})}),
    st.fixed_dictionaries({"sizeGib": st.integers(-(2**63), 2**63 - 1)}),
    st.fixed_dictionaries({"isRound": st.booleans()}),
    st.fixed_dictionaries({"isNull": st.just(["color"])}),
)
COLORS = {"w0": "blue", "root": "red", "bare": None, "small": 're"d'}
SIZES = {"w0": 2**40, "small": 3}
ROUND = {"w0": True, "small": False}


def compares(color: str | None, wanted: Any) -> bool:
    return (
        ("contains" not in wanted or (color is not None and wanted["contains"] in color))
        and ("not" not in wanted or color != wanted["not"])
        and ("in" not in wanted or color in wanted["in"])
    )


MEANING: dict[str, Callable[[str, Any], bool]] = {
    "color": lambda name, wanted: COLORS[name] == wanted,
    "colorIs": lambda name, wanted: compares(COLORS[name], wanted),
    "sizeGib": lambda name, wanted: SIZES.get(name) == wanted,
    "isRound": lambda name, wanted: ROUND.get(name) is wanted,
    "isNull": lambda name, _: COLORS[name] is None,
    "any": lambda name, wanted: any(holds(name, one) for one in wanted),
    "not": lambda name, wanted: not holds(name, wanted),
}


def holds(name: str, where: Any) -> bool:
    """Tell what a filter says of a widget, in plain Python."""
    return all(MEANING[field](name, wanted) for field, wanted in where.items())


@given(
    where=st.recursive(
        LEAF,
        lambda inner: st.one_of(
            st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"not": inner}),
        ),
        max_leaves=4,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_filter_says_what_python_says(asked: Api, where: Any) -> None:
    result = asked.execute(QUERY, {"where": where})
    if result.errors:
        assert "are the most" in result.errors[0].message, json.dumps(where)
        return
    data: Any = result.data
    names = [node["name"] for node in data["awsWidgets"]["nodes"]]
    assert names == [name for name in ALL if holds(name, where)]
