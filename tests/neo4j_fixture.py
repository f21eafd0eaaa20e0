"""The suite's Neo4j: `CIRROGRAPH_TEST_NEO4J_URI`, else Docker, else a managed server.

One server for each test process. The production settings `NEO4J_*` are never read. A server that
is given has to be empty or carry the suite's own marker (a constraint: no node, so that an empty
database stays empty), since every test wipes it.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docker  # type: ignore[import-untyped] # ships no types
import pytest
from docker.errors import DockerException  # type: ignore[import-untyped] # ships no types

from graph.connect import Settings, connect
from graph.local import LocalNeo4j, LocalSettings, default_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    import neo4j

DOCKER_SOCKET = Path("/var/run/docker.sock")
IMAGE = "neo4j:5.26.30-community"
WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS"
ANY = "MATCH (n) RETURN n LIMIT 1"
MARKED = "SHOW CONSTRAINTS YIELD name WHERE name = 'cirrograph_tests'"
MARK = """
CREATE CONSTRAINT cirrograph_tests IF NOT EXISTS
FOR (marker:CirrographTests) REQUIRE marker.id IS UNIQUE
"""


def managed_settings() -> LocalSettings:
    """Return settings for a small server on free ports, with the machine's shared jars."""
    jars = os.environ.get("CIRROGRAPH_JARS")
    shared = LocalSettings.from_env({"CIRROGRAPH_JARS": jars} if jars else {}).jars
    return LocalSettings(
        jars=shared or default_home() / "neo4j" / "jars",
        jars_url=os.environ.get("CIRROGRAPH_JARS_URL"),
        bolt_port=0,
        http_port=0,
        heap_mib=512,
        page_cache_mib=64,
    )


def claim(driver: neo4j.Driver) -> None:
    """Make the database the suite's; refuse one that holds what is not."""
    if driver.execute_query(ANY).records and not driver.execute_query(MARKED).records:
        pytest.exit("CIRROGRAPH_TEST_NEO4J_URI holds nodes that are not the suite's.", 2)
    driver.execute_query(MARK)


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Settings]:
    """Give a server for as long as the block runs, and end it whatever happens inside."""
    given = os.environ.get("CIRROGRAPH_TEST_NEO4J_URI")
    if given:
        yield Settings(
            uri=given,
            username=os.environ.get("CIRROGRAPH_TEST_NEO4J_USERNAME") or "neo4j",
            password=os.environ.get("CIRROGRAPH_TEST_NEO4J_PASSWORD", ""),
        )
    elif docker_answers():
        with _in_docker() as settings:
            yield settings
    else:
        with _managed(folder) as settings:
            yield settings


def docker_answers() -> bool:
    """Tell within seconds whether a Docker daemon is there."""
    if not os.environ.get("DOCKER_HOST") and not _docker_socket_is_open():
        return False
    try:
        with contextlib.closing(docker.from_env(timeout=3)) as client:
            return bool(client.ping())
    except (DockerException, OSError):
        return False


def _docker_socket_is_open() -> bool:
    """Tell it without Docker's client, which leaves a socket open where no daemon is."""
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(3)
        return probe.connect_ex(str(DOCKER_SOCKET)) == 0


@contextlib.contextmanager
def _in_docker() -> Iterator[Settings]:
    from testcontainers.neo4j import Neo4jContainer  # noqa: PLC0415 - slow, and only with Docker

    with Neo4jContainer(IMAGE, password="for-tests-only") as container:  # noqa: S106 - a throw-away
        yield Settings(
            uri=container.get_connection_url(),
            password="for-tests-only",  # noqa: S106 - a throw-away
        )


@contextlib.contextmanager
def _managed(folder: Path) -> Iterator[Settings]:
    server = LocalNeo4j(folder, managed_settings())
    try:
        at = server.start()
        yield Settings(uri=at.uri, password=at.password)
    finally:
        server.stop()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Address and password of this test process's own server."""
    with serving(tmp_path_factory.mktemp("neo4j")) as settings:
        yield settings


@pytest.fixture(scope="session")
def driver(neo4j_server: Settings) -> Iterator[neo4j.Driver]:
    """Give a driver on the suite's server; what is in it is left as it is."""
    with connect(neo4j_server) as made:
        claim(made)
        yield made


@pytest.fixture
def graph(driver: neo4j.Driver) -> neo4j.Driver:
    """Give the driver, with the database emptied; constraints and indexes stay."""
    wipe(driver)
    return driver


def wipe(driver: neo4j.Driver) -> None:
    """Delete every node."""
    with driver.session() as session:
        session.run(WIPE).consume()
