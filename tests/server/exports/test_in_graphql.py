"""A run tells in GraphQL where its files are."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from schema.api import Api
from schema.reported import EXPORTS
from tests.schema.test_reports import asked

__all__ = ["asked"]  # the fixture
QUERY = """{ report(mandate: "house", connector: "a111111111111") {
  run(number: 2) { number exports { format url } } } }"""


def test_a_run_names_its_files(asked: Api) -> None:
    result = asked.execute(QUERY)
    assert result.errors is None, result.errors
    data: Any = result.data
    exports = data["report"]["run"]["exports"]
    assert [one["format"] for one in exports] == list(EXPORTS)
    assert {unquote(one["url"]).rpartition(".")[0] for one in exports} == {
        "/export/reports/house/aws:aws:111111111111/2"
    }
    assert asked.execute(QUERY, stock=True).data == result.data
