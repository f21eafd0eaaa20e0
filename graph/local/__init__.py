"""Run a Neo4j of our own on this machine, needing nothing but Python.

`jars` fetches exactly what `jars.lock` names, `config` writes a hardened `neo4j.conf`, `process`
starts and ends the Java process, and `server.LocalNeo4j` puts them together: start, stop, status,
wipe. One home holds one server of one database. Left out on purpose: clustering, backups,
upgrades of a store in place (what it holds can be rebuilt from the lake and a scan).
"""

from __future__ import annotations

from graph.local.errors import LocalNeo4jError
from graph.local.server import Endpoint, LocalNeo4j, Status, browser_url
from graph.local.settings import LocalSettings, default_home

__all__ = [
    "Endpoint",
    "LocalNeo4j",
    "LocalNeo4jError",
    "LocalSettings",
    "Status",
    "browser_url",
    "default_home",
]
