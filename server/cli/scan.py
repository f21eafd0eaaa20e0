"""`cirrograph scan`: read connectors, publish, evaluate."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph.ledger import AlreadyScanning, Connector
from graph.local.progress import bar
from ingest.collect import COMPLETE, Collected
from ingest.refusal import CredentialsRefused
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment
from server.scan import ScanResult, scan


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("scan")(scan_connectors)
    app.command("worker")(worker)


def scan_connectors(
    names: Annotated[
        list[str] | None, typer.Argument(help="Names of connectors; all of them without any.")
    ] = None,
    sweep_large: Annotated[
        bool,
        typer.Option(help="Remove what is gone even where more than half of a large unit is."),
    ] = False,
    as_json: show.AsJson = False,
) -> None:
    """Read connectors into the graph and evaluate their controls.

    With `--json`: one object for one connector, an array of them for several.
    """
    with Deployment.open(progress=bar) as deployment:
        found = _chosen(deployment, names or [])
        results = []
        for connector in found:
            with watching(connector.name) as watcher:
                results.append(
                    scan(deployment, connector, watcher=watcher, sweep_large=sweep_large)
                )
            if not as_json:
                print_result(results[-1])
        for problem in deployment.broken:
            show.err.print(f"[yellow]left out:[/] {show.escape(problem)}", soft_wrap=True)
    if as_json:
        said = [result.to_dict() for result in results]
        show.json(said[0] if len(said) == 1 else said)


def worker(
    every: Annotated[float, typer.Option(help="Seconds from one round to the next.")] = 3600,
) -> None:
    """Scan all connectors again and again until Ctrl-C; one that fails does not stop the others."""
    with Deployment.open(progress=bar) as deployment:
        while True:
            began = time.monotonic()
            for connector in deployment.ledger.connectors():
                try:
                    print_result(scan(deployment, connector))
                except (CredentialsRefused, AlreadyScanning) as refused:
                    show.err.print(
                        f"[red]{show.escape(connector.name)}:[/] {show.escape(str(refused))}"
                    )
            time.sleep(max(0.0, every - (time.monotonic() - began)))


class Bars:
    """Shows how a scan goes on, on standard error."""

    def __init__(self, name: str, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task(f"scan {name}", total=None)

    def planned(self, units: int) -> None:
        """Show how many units there are to read."""
        self._progress.update(self._task, total=units)

    def ended(self, collected: Collected) -> None:
        """Show a unit as read; one that was not is named."""
        self._progress.advance(self._task)
        if collected.state != COMPLETE:
            self._progress.console.print(
                f"[yellow]{collected.state}[/] {collected.unit.type} in {collected.unit.region}: "
                f"{collected.call}: {collected.error}"
            )

    def evaluating(self) -> None:
        """Show that controls run."""
        self._progress.update(self._task, description="evaluate controls")


@contextlib.contextmanager
def watching(name: str) -> Iterator[Bars]:
    """Show bars while the block runs, where standard error is a terminal."""
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=show.err, transient=True, disable=not show.err.is_terminal,
    ) as progress:  # fmt: skip
        yield Bars(name, progress)


def print_result(result: ScanResult) -> None:
    """Print what a scan came to."""
    written = result.written
    show.out.print(
        f"[bold]{show.escape(result.connector)}[/]: {result.resources} resources and "
        f"{result.relationships} relationships by {result.calls} calls in {result.seconds:.1f} s; "
        f"written: {written.nodes} nodes, {written.edges} edges, {written.removed} removed"
    )
    verdicts = result.evaluation.get("verdicts", {})
    said = ", ".join(f"{count} {show.colored(name)}" for name, count in verdicts.items())
    show.out.print(f"controls: {said or 'none'}")
    if result.unread:
        show.table(
            "Unread", ("type", "region", "call", "error", "fields"),
            [(u.type, u.region, u.call, u.error, ", ".join(u.fields)) for u in result.unread],
        )  # fmt: skip
    for unit, gone in result.held_sweeps.items():
        show.out.print(
            f"[yellow]held:[/] {gone} resources of {unit} seem gone and stay: others there came "
            "malformed, or they are more than half; then `cirrograph scan --sweep-large` removes "
            "them"
        )
    if result.quarantined:
        show.out.print(f"{result.quarantined} malformed records are in the lake's quarantine")


def _chosen(deployment: Deployment, names: list[str]) -> tuple[Connector, ...]:
    if names:
        return tuple(deployment.ledger.connector(name) for name in names)
    found = deployment.ledger.connectors()
    if not found:
        raise UserError("there is no connector yet: add one with `cirrograph connectors add aws`")
    return found
