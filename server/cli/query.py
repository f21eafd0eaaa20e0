"""`cirrograph query`: read the graph with Cypher, through the gate that controls go through."""

from __future__ import annotations

import math
import sys
from typing import Annotated

import neo4j
import neo4j.exceptions
import typer

from controls.gate import require_read_only
from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

SECONDS = 60.0
ROWS = 100_000


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
            rows = [list(row.values()) for row in found.fetch(ROWS + 1)]
        except neo4j.exceptions.Neo4jError as error:
            if "Timeout" in (error.code or "") or "TimedOut" in (error.code or ""):
                raise UserError(
                    f"the query did not end within {seconds:g} s: narrow it, or give it more "
                    "--seconds"
                ) from None
            raise UserError(f"Neo4j refuses the query: {error.message}") from None
    if len(rows) > ROWS:
        raise UserError(f"the query returns more than {ROWS} rows: add a LIMIT")
    return columns, rows
