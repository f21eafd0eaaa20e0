"""Search over the inventory."""

from __future__ import annotations

from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.api import Api
from schema.search import lucene
from schema.viewer import Viewer
from tests.schema.estate import CONNECTOR, api
from tests.widgets import Estate, widget

FRESH = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"
QUERY = """query ($text: String!, $first: Int!, $after: String, $type: String) {
  search(text: $text, first: $first, after: $after, type: $type) {
    totalCount pageInfo { endCursor hasNextPage } nodes { name } } }"""
NAMES = ("web", "web-prod", "prod-web-01", "Data_Web", "10.0.0.12", "zürich", "a*b", "other")
SPECIAL = ["*", "?", "AND", "OR NOT", "name:web", "web~", "web^9", "[a TO z]", "/.*/", "\\", '"',
           "(", "}) DETACH DELETE (n) //", "$p0", "+web -prod"]  # fmt: skip


@pytest.fixture(scope="module")
def asked(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Api:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    estate = Estate(driver, tmp_path_factory.mktemp("estate"))
    estate.scan([widget(name) for name in NAMES])
    estate.scan([widget("web-theirs", "222222222222")], "222222222222")
    driver.execute_query(FRESH)
    return api(driver)


def found(asked: Api, text: str, **more: Any) -> list[str]:
    viewer = more.pop("viewer", Viewer(name="ours", on={CONNECTOR: "viewer"}))
    given = {"first": 50, "text": text, **more}
    result = asked.execute(QUERY, given, viewer=viewer)
    assert result.errors is None, result.errors
    assert asked.execute(QUERY, given, viewer=viewer, stock=True).data == result.data
    data: Any = result.data
    return [node["name"] for node in data["search"]["nodes"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("web", ["web", "web-prod", "Data_Web", "prod-web-01"]),
        ("WEB", ["web", "web-prod", "Data_Web", "prod-web-01"]),
        ("eb-pr", ["web-prod"]),
        ("prod web", ["prod-web-01", "web-prod"]),
        ("ata_w", ["Data_Web"]),
        ("0.0.1", ["10.0.0.12"]),
        ("ZÜRI", ["zürich"]),
        ("a*b", ["a*b"]),
        ("w*b", []),
        ("widget/other", ["other"]),
        ("web AND other", []),
        ("nothing", []),
    ],
)
def test_what_is_searched_for_is_found_nearest_first(
    asked: Api, text: str, names: list[str]
) -> None:
    assert found(asked, text) == names


def test_a_search_goes_on_after_a_cursor(asked: Api) -> None:
    seen: list[str] = []
    after = None
    for _ in range(4):
        page: Any = asked.execute(QUERY, {"text": "web", "first": 2, "after": after}).data
        seen += [node["name"] for node in page["search"]["nodes"]]
        assert page["search"]["totalCount"] == 5
        after = page["search"]["pageInfo"]["endCursor"]
        if not page["search"]["pageInfo"]["hasNextPage"]:
            break
    assert seen == ["web", "web-prod", "web-theirs", "Data_Web", "prod-web-01"]


def test_what_others_list_is_not_found(asked: Api) -> None:
    assert found(asked, "theirs") == []
    assert found(asked, "theirs", viewer=Viewer(name="x", everywhere="viewer")) == ["web-theirs"]
    assert found(asked, "web", type="UnseenResource") == []


@pytest.mark.parametrize("text", ["", "  ", "-*-", "x" * 201, "a b c d e f g h i"])
def test_what_cannot_be_searched_for_is_said(asked: Api, text: str) -> None:
    (error,) = asked.execute(QUERY, {"text": text, "first": 1}).errors or []
    assert error.message.startswith("text: ")


@given(text=st.one_of(st.sampled_from(SPECIAL), st.text(st.characters(codec="utf-8"))))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_text_is_only_text(asked: Api, text: str) -> None:
    result = asked.execute(QUERY, {"text": text, "first": 50})
    if result.errors:
        assert result.errors[0].message.startswith("text: ")
        return
    data: Any = result.data
    uid = f"arn:aws:widgets:eu-west-1:{'1' * 12} {'2' * 12}:widget/"
    for node in data["search"]["nodes"]:
        held = uid + node["name"].lower()
        assert all(word in held or word in "22:widget/" + held for word in text.lower().split())


@given(text=st.text())
def test_lucene_is_given_letters_and_digits_only(text: str) -> None:
    for part in lucene(text).split(" AND "):
        assert not part or (part[0] + part[-1] == "**" and part[1:-1].isalnum())
