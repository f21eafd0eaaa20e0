"""The kinds of jobs, and what can go wrong with workers; the engine itself is slow to load."""

from __future__ import annotations

import neo4j.exceptions

# What the driver raises while the database is away: work waits, and nobody is to blame.
AWAY = (
    neo4j.exceptions.DriverError,
    neo4j.exceptions.TransientError,
    neo4j.exceptions.DatabaseUnavailable,
)
SCAN, COLLECT, PUBLISH = "scan", "collect", "publish"


class WorkStoreFailed(Exception):
    """Jobs can't be kept where the setting says; the message names it and the way out."""


class WorkerReplaced(Exception):
    """This worker was given up for dead and its jobs were handed on."""
