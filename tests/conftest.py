"""What every test may ask for."""

from __future__ import annotations

from tests.neo4j_fixture import driver, graph, neo4j_server
from tests.postgres_fixture import postgres_url

pytest_plugins = ["tests.clouds.aws.fixtures"]

__all__ = ["driver", "graph", "neo4j_server", "postgres_url"]
