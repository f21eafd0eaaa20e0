"""`cirrograph query`: read the graph with Cypher, through the gate that controls go through."""

from __future__ import annotations

import math
import sys
from typing import Annotated

import neo4j
import neo4j.exceptions
import neo4j.graph
import typer

from controls.gate import require_read_only
from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

SECONDS = 60.0
ROWS = 100_000
MOST_BYTES = 256 * 1024 * 1024


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("query")(query)


def query(
    cypher: Annotated[str, typer.Argument(help="A reading query; `-` reads it from the input.")],
    seconds: Annotated[float, typer.Option(help="Deadline.")] = SECONDS,
    as_json: show.AsJson = False,
) -> None:
    """Run one reading query: what writes, loads or administers is refused."""
    if not 0 < seconds < math.inf:  # Neo4j would take 0 for no deadline at all
        raise UserError(f"--seconds {seconds:g}: a number above 0 is needed")
    text = sys.stdin.read() if cypher == "-" else cypher
    with Deployment.open(progress=bar) as deployment:
        require_read_only(deployment.driver, text, database=deployment.database)
        columns, rows = _run(deployment, text, seconds)
    if as_json:
        show.json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        cells = [[show.compact(value) for value in row] for row in rows]
        show.table(f"{len(rows)} rows", columns, cells)


def _run(deployment: Deployment, text: str, seconds: float) -> tuple[list[str], list[list[object]]]:
    timed = neo4j.Query(text, timeout=seconds)
    with deployment.driver.session(
        database=deployment.database, default_access_mode=neo4j.READ_ACCESS
    ) as session:
        try:
            found = session.run(timed)
            columns = list(found.keys())
            return columns, _taken(found)
        except neo4j.exceptions.Neo4jError as error:
            raise UserError(_why(error, seconds)) from None


def _taken(found: neo4j.Result) -> list[list[object]]:
    """Return the rows, as many and as large as may be held. Raises UserError."""
    rows: list[list[object]] = []
    size = 0
    for row in found:
        rows.append(list(row.values()))
        size += sum(_size(value) for value in row.values())
        if len(rows) > ROWS:
            raise UserError(f"the query returns more than {ROWS} rows: add a LIMIT")
        if size > MOST_BYTES:
            raise UserError(
                f"the answer is larger than {MOST_BYTES >> 20} MiB: return less, or add a LIMIT"
            )
    return rows


def _size(value: object) -> int:
    """Return about how many bytes a value takes."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, dict):
        return sum(_size(inner) for inner in value.values())
    if isinstance(value, list):
        return 8 + sum(_size(inner) for inner in value)
    if isinstance(value, neo4j.graph.Entity):
        return sum(_size(inner) for inner in value.values())
    return 8


def _why(error: neo4j.exceptions.Neo4jError, seconds: float) -> str:
    code = error.code or ""
    if "Timeout" in code or "TimedOut" in code or "Terminated" in code:
        return f"the query did not end within {seconds:g} s: narrow it, or give it more --seconds"
    if "OutOfMemory" in code:
        return "the query needs more memory than a transaction may use: narrow it"
    return f"Neo4j refuses the query: {error.message}"
