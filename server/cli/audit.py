"""`cirrograph audit`: the log of changes, and whether it is whole."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from graph.local.progress import bar
from server.cli import show
from server.deployment import Deployment

app = typer.Typer(name="audit", help="The log of changes.", no_args_is_help=True)

BROKEN = 1


@app.command("list")
def list_records(
    newest: Annotated[int, typer.Option(help="How many of the last records.", min=1)] = 100,
    who: Annotated[str | None, typer.Option(help="Only those of somebody's name.")] = None,
    as_json: show.AsJson = False,
) -> None:
    """List what was changed, by whom, with what outcome; the oldest first."""
    with Deployment.open(progress=bar) as deployment:
        there = deployment.access.audit.records(newest=newest)
        said = [record for record in there if who is None or record.who == who]
    if as_json:
        show.json([dataclasses.asdict(record) for record in said])
        return
    show.table(
        "Changes", ("number", "at", "who", "via", "action", "arguments", "outcome", "result"),
        [
            (
                r.number, r.at, r.who, r.via, r.action, show.compact(dict(r.arguments)),
                r.outcome if r.of is None else f"{r.outcome} ({r.of})", r.result,
            )
            for r in said
        ],
    )  # fmt: skip


@app.command("verify")
def verify(
    holds: Annotated[
        str | None,
        typer.Option(help="Hash of a record, noted earlier and elsewhere, that must be there."),
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Check the chain of records, and its copy in the lake; exit with 1 at a broken link."""
    with Deployment.open(progress=bar) as deployment:
        found = deployment.access.audit.verify(holds=holds, lake=deployment.lake)
    if as_json:
        show.json(dataclasses.asdict(found))
    elif found.broken is None:
        show.out.print(f"{found.records} records hold; the last has the hash {found.head}")
    else:
        show.out.print(f"[red]broken:[/] record {found.broken} {found.why}")
    if found.broken is not None:
        raise typer.Exit(BROKEN)
