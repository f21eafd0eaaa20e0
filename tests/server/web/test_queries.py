"""What the page asks, without a browser: each document fits the schema and its limits."""

from __future__ import annotations

import functools
from pathlib import Path

import graphql
import pytest

import hatch_build
from ingest.catalogue import discover
from schema.api import Api
from schema.cost import cost, too_large
from schema.options import MOST_COST
from schema.shelf import Shelf

QUERIES = sorted((hatch_build.WEB / "src" / "queries").glob("*.graphql"))


@functools.cache
def schema() -> graphql.GraphQLSchema:
    shelf = Shelf(controls={}, policies={}, mandates={})
    return graphql.build_schema(Api(discover(), None, shelf).sdl)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_it_fits_the_schema_and_its_limits(path: Path) -> None:
    document = graphql.parse(path.read_text(encoding="utf-8"))
    assert graphql.validate(schema(), document) == []
    assert too_large(document) == []
    operation = graphql.get_operation_ast(document)
    assert operation is not None
    assert operation.name is not None  # logs and traces name it
    assert cost(schema(), document, None, {}) <= MOST_COST


def test_each_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (hatch_build.WEB / "src").rglob("*.ts*")
    )
    assert [path.name for path in QUERIES if f"queries/{path.name}?raw" not in sources] == []
