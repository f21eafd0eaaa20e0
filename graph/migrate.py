"""Bring a database to this version's form: ordered migrations, then what the declarations ask for.

Each migration is a numbered list of statements that may be run again, so a run that was cut short
is resumed by running it again. The number that was reached stands on the marker node, which also
tells our databases from others.

Community edition has no existence constraints: what must be there is checked when it is written.
"""

from __future__ import annotations

import dataclasses
import hashlib

import neo4j

from graph.cypher import named
from ingest.catalogue import Catalogue

MARKER = "CirrographSchema"


class NewerDatabase(Exception):
    """The database was written by a newer Cirrograph; the message says which versions meet."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Migration:
    """A step from one form of the database to the next."""

    number: int
    why: str
    statements: tuple[str, ...]
    batches: tuple[str, ...] = ()  # each is run until it changes nothing


def _unique(name: str, label: str, prop: str) -> str:
    return named(
        "CREATE CONSTRAINT $$NAME IF NOT EXISTS FOR (n:$$LABEL) REQUIRE n.$$PROP IS UNIQUE",
        name=name, label=label, prop=prop,
    )  # fmt: skip


def _index(name: str, label: str, prop: str) -> str:
    return named(
        "CREATE INDEX $$NAME IF NOT EXISTS FOR (n:$$LABEL) ON (n.$$PROP)",
        name=name, label=label, prop=prop,
    )  # fmt: skip


MIGRATIONS = (
    Migration(
        number=1,
        why="One key for every kind of node that is looked up",
        statements=(
            _unique("resource_uid", "Resource", "uid"),
            _unique("tag_id", "Tag", "id"),
            "CREATE INDEX tag_key_value IF NOT EXISTS FOR (n:Tag) ON (n.key, n.value)",
            _index("resource_name", "Resource", "name"),
            _unique("connector_id", "Connector", "id"),
            _unique("connector_name", "Connector", "name"),
            _unique("scan_id", "Scan", "id"),
            _unique("unit_id", "Unit", "id"),
            _index("unit_connector", "Unit", "connector"),
            _unique("control_id", "Control", "id"),
            _unique("finding_id", "Finding", "id"),
            _index("finding_connector", "Finding", "connector"),
            _unique("verdict_id", "Verdict", "id"),
            _index("verdict_connector", "Verdict", "connector"),
            _unique("evaluation_id", "Evaluation", "id"),
            _unique("waiver_id", "Waiver", "id"),
            _unique("report_id", "Report", "id"),
            _unique("report_run_id", "ReportRun", "id"),
        ),
    ),
    Migration(
        number=2,
        why="Workers and schedules are looked up by id",
        statements=(
            _unique("worker_id", "Worker", "id"),
            _unique("schedule_id", "Schedule", "id"),
            _unique("tick_id", "Tick", "id"),
            _index("tick_state", "Tick", "state"),
            _index("tick_schedule", "Tick", "schedule"),
            _unique("report_run_tick", "ReportRun", "tick"),
        ),
    ),
    Migration(
        number=3,
        why="What is unread is found without a look at everything, and read-sets outlive a process",
        statements=(
            _index("resource_unread", "Resource", "unread"),
            _unique("control_reads_id", "ControlReads", "id"),
        ),
    ),
    Migration(
        number=4,
        why="What other connectors could not read is found without a look at all of their units",
        statements=(_index("unit_state", "Unit", "state"),),
    ),
    Migration(
        number=5,
        why="Resources are found by a part of their name, and findings by when they changed",
        statements=(
            # Filled a moment after the write, so that a first load does not wait for it.
            """CREATE FULLTEXT INDEX resource_text IF NOT EXISTS FOR (n:Resource)
            ON EACH [n.name, n.uid]
            OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}""",
            _unique("finding_counter", "FindingCounter", "id"),
            _index("finding_change", "FindingChange", "change"),
            "CREATE INDEX finding_of IF NOT EXISTS FOR (n:Finding) ON (n.connector, n.control)",
            _index("finding_closed_at", "FindingChange", "closed_at"),
            "MERGE (counter:FindingCounter {id: 1}) ON CREATE SET counter.n = 0",
            """MATCH (counter:FindingCounter {id: 1}) WHERE counter.bound IS NULL
            SET counter.bound = '0000000000000000~'""",
        ),
        batches=(
            """MATCH (f:Finding) WHERE f.change IS NULL WITH f LIMIT 10000
            SET f:FindingChange, f.changed_at = f.since, f.change = '0000000000000000|' + f.id""",
        ),
    ),
    Migration(
        number=6,
        why="What people decided is looked up by its key: overrides and outcomes",
        statements=(
            _unique("override_control", "Override", "control"),
            _unique("manual_outcome_id", "ManualOutcome", "id"),
        ),
    ),
    Migration(
        number=7,
        why="Findings are read in the order of how bad and how old they are, without a sort",
        statements=(
            """CREATE INDEX finding_worst IF NOT EXISTS FOR (n:Finding)
            ON (n.severity, n.since, n.id)""",
            """CREATE INDEX finding_worst_of IF NOT EXISTS FOR (n:Finding)
            ON (n.connector, n.severity, n.since, n.id)""",
        ),
    ),
)


def migrate(driver: neo4j.Driver, catalogue: Catalogue, *, database: str | None = None) -> int:
    """Run what is missing and return the version reached.

    Raises NewerDatabase when the database is ahead of this code.
    """
    at, indexed = _reached(driver, database)
    newest = MIGRATIONS[-1].number
    if at > newest:
        raise NewerDatabase(
            f"this database has form {at}, and this Cirrograph knows forms up to {newest}: "
            "upgrade Cirrograph, or use another database"
        )
    wanted = derived(catalogue)
    digest = hashlib.sha256("\n".join(wanted).encode()).hexdigest()
    if at == newest and indexed == digest:
        return newest
    for migration in MIGRATIONS[at:]:
        for statement in migration.statements:
            driver.execute_query(statement, database_=database)
        for statement in migration.batches:
            while _changes(driver, statement, database):
                pass
        _note(driver, database, version=migration.number)
    for statement in wanted:
        driver.execute_query(statement, database_=database)
    driver.execute_query("CALL db.awaitIndexes(300)", database_=database)
    _note(driver, database, indexes=digest)
    return newest


def _changes(driver: neo4j.Driver, statement: str, database: str | None) -> bool:
    summary = driver.execute_query(statement, database_=database).summary
    return bool(summary.counters.contains_updates)


def derived(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the statements that the declarations ask for: an index for each indexed property."""
    return tuple(
        _index(f"{d.label}_{p.name}".lower(), d.label, p.name)
        for d in catalogue
        for p in d.properties
        if p.indexed
    )


def _reached(driver: neo4j.Driver, database: str | None) -> tuple[int, str | None]:
    """Return the form of a database, and the digest of the indexes that were asked for last."""
    found = driver.execute_query(
        named("MATCH (m:$$MARKER {id: 1}) RETURN m.version AS v, m.indexes AS i", marker=MARKER),
        database_=database,
    ).records
    return (int(found[0]["v"] or 0), found[0]["i"]) if found else (0, None)


def _note(driver: neo4j.Driver, database: str | None, **reached: int | str) -> None:
    driver.execute_query(
        named("MERGE (m:$$MARKER {id: 1}) SET m += $reached", marker=MARKER),
        reached=reached,
        database_=database,
    )
