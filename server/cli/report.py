"""`cirrograph report`: a mandate for a connector, as a numbered run."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment
from server.reporting import run_report

INDENT = "  "
FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(
    mandate: Annotated[str, typer.Argument(help="Id of a mandate, such as cis-aws-6.0.")],
    connector: Annotated[str, typer.Argument(help="Name of a connector.")],
    fail_on: Annotated[
        str | None,
        typer.Option(help="Exit with code 1 when a control of this severity or worse fails."),
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Run a report on the last evaluation: every requirement with its verdict and findings."""
    if fail_on is not None and fail_on not in show.SEVERITIES:
        raise UserError(f"--fail-on {fail_on!r}: one of {', '.join(show.SEVERITIES)}")
    with Deployment.open(progress=bar) as deployment:
        document = run_report(deployment, mandate, deployment.ledger.connector(connector))
    if as_json:
        show.json(document)
    else:
        print_report(document)
    if fail_on is not None and _fails(document, fail_on):
        raise typer.Exit(FAILED)


def print_report(document: dict[str, Any]) -> None:
    """Print a run: its score, the requirements with their verdicts, what it rests on."""
    show.table(
        f"{document['title']}: run {document['number']} of {document['report']}",
        ("requirement", "verdict", "title", "failed", "passed"),
        list(_rows(document["requirements"], 0)),
    )
    print_score(document)


def print_score(document: dict[str, Any]) -> None:
    """Print the score, never without what it leaves out."""
    counts = document["counts"]
    said = ", ".join(f"{n} {show.colored(v)}" for v, n in counts.items() if n)
    score = document["score"]
    shown = "none yet" if score is None else f"{score:.0%}"
    show.out.print(f"score [bold]{shown}[/] of what was judged: {said}")
    show.out.print(f"[dim]evaluation {document['evaluation']}, hash {document['hash']}[/]")


def _rows(requirements: list[dict[str, Any]], depth: int) -> Any:
    for requirement in requirements:
        controls = requirement.get("controls", [])
        failed = sum(c["failed"] for c in controls)
        passed = sum(c["passed"] for c in controls)
        yield (
            INDENT * depth + requirement["number"],
            requirement["verdict"],
            requirement["title"],
            failed or "",
            passed or "",
        )
        yield from _rows(requirement.get("requirements", []), depth + 1)


def _fails(document: dict[str, Any], severity: str) -> bool:
    worst = show.SEVERITIES[: show.SEVERITIES.index(severity) + 1]
    return any(
        control["verdict"] == "FAIL" and control["severity"] in worst
        for control in _controls(document["requirements"])
    )


def _controls(requirements: list[dict[str, Any]]) -> Any:
    for requirement in requirements:
        yield from requirement.get("controls", [])
        yield from _controls(requirement.get("requirements", []))
