from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.connect import (
    DatabaseRefused,
    ForeignDatabase,
    ServerTooOld,
    Settings,
    Unreachable,
    WrongPassword,
    check_version,
    connect,
    require_ours,
)
from graph.local.process import free_port

if TYPE_CHECKING:
    import neo4j

SECRET = "geheim12"  # noqa: S105 - a wrong one


def test_settings_come_from_the_environment_and_hide_the_password() -> None:
    env = {"NEO4J_URI": "bolt://h:1", "NEO4J_PASSWORD": SECRET}
    settings = Settings.from_env(env)
    assert settings == Settings(uri="bolt://h:1", password=SECRET)
    assert SECRET not in repr(settings)


def test_a_driver_that_is_handed_out_answers(neo4j_server: Settings) -> None:
    with connect(neo4j_server) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_nothing_at_the_address() -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(Unreachable, match=uri) as caught:
        connect(Settings(uri=uri, password=SECRET))
    assert SECRET not in str(caught.value)


def test_an_address_that_is_none() -> None:
    with pytest.raises(Unreachable, match="http://h"):
        connect(Settings(uri="http://h", password=SECRET))


def test_a_wrong_password(neo4j_server: Settings) -> None:
    with pytest.raises(WrongPassword, match="NEO4J_PASSWORD") as caught:
        connect(Settings(uri=neo4j_server.uri, password=SECRET))
    assert SECRET not in str(caught.value)


def test_a_database_that_is_not_there(neo4j_server: Settings) -> None:
    settings = Settings(uri=neo4j_server.uri, password=neo4j_server.password, database="other")
    with pytest.raises(DatabaseRefused, match="other"):
        connect(settings)


def test_servers_before_5_26_are_refused_and_no_others() -> None:
    def is_refused(agent: str) -> bool:
        try:
            check_version(agent, "bolt://h")
        except ServerTooOld as refused:
            return agent in str(refused)
        return False

    agents = ["Neo4j/4.4.30", "Neo4j/5.25.1", "Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.10.1"]
    assert [a for a in agents if is_refused(a)] == ["Neo4j/4.4.30", "Neo4j/5.25.1"]


def test_a_foreign_database_is_refused_until_it_carries_the_marker(graph: neo4j.Driver) -> None:
    graph.execute_query("CREATE (:Invoice)")
    with pytest.raises(ForeignDatabase):
        require_ours(graph)
    graph.execute_query("CREATE (:CirrographSchema {id: 1})")
    require_ours(graph)
