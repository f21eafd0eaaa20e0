"""`cirrograph scan`, `evaluate` and `worker`: read connectors, publish, evaluate."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph.ledger import Connector
from graph.local.progress import bar
from graph.scan import Progress as Far
from graph.scans import EVALUATING
from server.changes.changer import at_command_line
from server.changes.scans import evaluate_many, refresh_one
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment
from server.result import ScanResult, evaluated
from server.scan import Refusal, scan
from server.work.engine import check_store
from server.work.worker import Worker

Names = Annotated[
    list[str] | None, typer.Argument(help="Names of connectors; all of them without any.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("scan")(scan_connectors)
    app.command("evaluate")(evaluate_connectors)
    app.command("worker")(worker)


def scan_connectors(
    names: Names = None,
    sweep_large: Annotated[
        bool,
        typer.Option(help="Remove what is gone even where more than half of a large unit is."),
    ] = False,
    as_json: show.AsJson = False,
) -> None:
    """Read connectors into the graph and evaluate their controls.

    A worker that runs elsewhere does it; where there is none, this command does. A scan that is
    under way is followed, not begun again. With `--json`: one object for one connector, an array of
    them for several.
    """
    with Deployment.open(progress=bar) as deployment:
        found = _chosen(deployment, names or [])
        check_store(deployment.settings.work_url)  # where what is asked for is recorded, too
        with watching() as watcher:
            ask = functools.partial(refresh_one, at_command_line(deployment))
            ended = scan(deployment, found, watcher=watcher, sweep_large=sweep_large, ask=ask)
        for problem in deployment.broken:
            show.err.print(f"[yellow]left out:[/] {show.escape(problem)}", soft_wrap=True)
    done = [result for result in ended.values() if isinstance(result, ScanResult)]
    refused = [(name, e) for name, e in ended.items() if not isinstance(e, ScanResult)]
    if as_json and done:
        said = [result.to_dict() for result in done]
        show.json(said[0] if len(found) == 1 else said)
    for result in () if as_json else done:
        print_result(result)
    if refused:
        raise _refusal(refused)


def evaluate_connectors(names: Names = None, as_json: show.AsJson = False) -> None:
    """Ask all controls again about what was read last; no account is called.

    With `--json`: one object for one connector, an array of them for several.
    """
    with Deployment.open(progress=bar) as deployment:
        chosen = _chosen(deployment, names or [])
        done = evaluate_many(at_command_line(deployment), chosen)
        found = {e.connector: evaluated(e) for e in done}
        said = [{"connector": c.name, **found[c.id]} for c in chosen]
    if as_json:
        show.json(said[0] if len(said) == 1 else said)
        return
    for one in said:
        show.out.print(f"[bold]{show.escape(one['connector'])}[/]: {_verdicts(one)}")


def worker() -> None:
    """Run scans that are asked for and schedules that are due, until Ctrl-C.

    Any number of workers may run, on one machine or several: then they share CIRROGRAPH_WORK_URL,
    CIRROGRAPH_STAGE and CIRROGRAPH_LAKE.
    """
    from server.observe.serving import observed  # noqa: PLC0415 - slow to import, and for this command only

    with (
        Deployment.open(progress=bar) as deployment,
        observed(deployment) as metrics,
        Worker(deployment) as at_work,
    ):
        if metrics:
            show.err.print(f"metrics on {metrics}/metrics")
        show.err.print(f"worker {show.escape(at_work.id)} is at work; Ctrl-C ends it")
        at_work.wait()


class Bars:
    """Shows how scans go on, on standard error: a bar for each, with what is published of it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, Any] = {}

    def progressed(self, connector: str, progress: Far) -> None:
        """Show how far a scan is."""
        if connector not in self._tasks:
            self._tasks[connector] = self._progress.add_task("", total=None)
        evaluating = progress.state == EVALUATING
        said = "evaluate controls" if evaluating else f"{progress.complete:.0%} published"
        unread = f", {progress.unread} unread" if progress.unread else ""
        self._progress.update(
            self._tasks[connector], total=progress.units or None,
            completed=progress.staged + progress.settled,
            description=f"scan {connector}: {progress.calls} calls, {said}{unread}",
        )  # fmt: skip


@contextlib.contextmanager
def watching() -> Iterator[Bars]:
    """Show bars while the block runs, where standard error is a terminal."""
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=show.err, transient=True, disable=not show.err.is_terminal,
    ) as progress:  # fmt: skip
        yield Bars(progress)


def print_result(result: ScanResult) -> None:
    """Print what a scan came to."""
    written = result.written
    show.out.print(
        f"[bold]{show.escape(result.connector)}[/]: {result.resources} resources and "
        f"{result.relationships} relationships by {result.calls} calls in {result.seconds:.1f} s; "
        f"written: {written.nodes} nodes, {written.edges} edges, {written.removed} removed"
    )
    show.out.print(f"controls: {_verdicts(result.evaluation)}")
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


def _verdicts(evaluation: Any) -> str:
    verdicts = evaluation.get("verdicts", {})
    return ", ".join(f"{count} {show.colored(name)}" for name, count in verdicts.items()) or "none"


def _refusal(refused: list[tuple[str, Refusal]]) -> Exception:
    """Return the one error, or one that tells them all."""
    if len(refused) == 1:
        return refused[0][1]
    return UserError("; ".join(f"{name}: {error}" for name, error in refused))


def _chosen(deployment: Deployment, names: list[str]) -> tuple[Connector, ...]:
    if names:
        return tuple(deployment.ledger.connector(name) for name in names)
    found = deployment.ledger.connectors()
    if not found:
        raise UserError("there is no connector yet: add one with `cirrograph connectors add aws`")
    return found
