"""Migrations: from nothing to this version's form, again, and never backwards."""

from __future__ import annotations

import neo4j
import pytest

from graph.migrate import MIGRATIONS, NewerDatabase, derived, migrate
from tests.widgets import CATALOGUE

NEWEST = MIGRATIONS[-1].number


def indexes(driver: neo4j.Driver) -> set[str]:
    return {row["name"] for row in driver.execute_query("SHOW INDEXES YIELD name").records}


def test_a_new_database_gets_keys_and_the_indexes_of_the_declarations(graph: neo4j.Driver) -> None:
    assert migrate(graph, CATALOGUE) == NEWEST
    assert {"resource_uid", "tag_key_value", "awswidget_id"} <= indexes(graph)


def test_a_second_time_nothing_is_done(graph: neo4j.Driver) -> None:
    migrate(graph, CATALOGUE)
    before = indexes(graph)
    assert migrate(graph, CATALOGUE) == NEWEST
    assert indexes(graph) == before


def test_one_that_was_cut_short_goes_on(graph: neo4j.Driver) -> None:
    migrate(graph, CATALOGUE)
    graph.execute_query("DROP CONSTRAINT scan_id")
    graph.execute_query("MATCH (m:CirrographSchema) SET m.version = 0")
    assert migrate(graph, CATALOGUE) == NEWEST
    assert "scan_id" in indexes(graph)


def test_a_newer_database_is_refused(graph: neo4j.Driver) -> None:
    migrate(graph, CATALOGUE)
    graph.execute_query("MATCH (m:CirrographSchema) SET m.version = 99")
    with pytest.raises(NewerDatabase, match=r"form 99.*up to"):
        migrate(graph, CATALOGUE)


def test_migrations_are_numbered_in_order() -> None:
    assert [m.number for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_only_indexed_properties_get_an_index() -> None:
    assert derived(CATALOGUE) == (
        "CREATE INDEX awswidget_id IF NOT EXISTS FOR (n:AwsWidget) ON (n.id)",
    )
