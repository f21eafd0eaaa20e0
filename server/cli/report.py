"""`cirrograph report`: a mandate for a connector, as a numbered run."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.text import Text

from graph.local.progress import bar
from server.changes.changer import at_command_line
from server.changes.reports import run_report
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

INDENT = "  "
FAILED = 1
BAR, BAR_LENGTH = "\N{LOWER HALF BLOCK}", 20
SHORT = 12  # digits of a hash that are enough to tell runs apart


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
        document = run_report(at_command_line(deployment), mandate, connector)
    if as_json:
        show.json(document)
    else:
        print_report(document)
    if fail_on is not None and _fails(document, fail_on):
        raise typer.Exit(FAILED)


def print_report(document: dict[str, Any]) -> None:
    """Print a run: the requirements with their verdicts, the score, what it rests on."""
    mandate = document["mandate"]
    show.table(
        f"{mandate['title']} - {document['connector_name']}, run {document['number']}",
        ("", "verdict", "requirement", "failed", "passed"),
        _rows(document["requirements"], document["results"], 0),
    )
    print_score(document)


def print_summary(document: dict[str, Any]) -> None:
    """Print a run shortly: a line for each of the mandate's sections, and the score."""
    sections = [(s, collections.Counter(_verdicts(s))) for s in document["requirements"]]
    shown = [name for name in show.COLORS if any(counts[name] for _, counts in sections)]
    show.table(
        f"{document['mandate']['title']} - {document['connector_name']}, run {document['number']}",
        ("", "section", *(name.lower().replace("_", " ") for name in shown), ""),
        (
            (s["number"], s["title"], *(counts[n] or "" for n in shown), _bar(counts, shown))
            for s, counts in sections
        ),
    )
    print_score(document)


def _bar(counts: Mapping[str, int], shown: Sequence[str]) -> Text:
    """Return the verdicts' shares as one coloured bar: each that there is has a piece at least."""
    share = BAR_LENGTH / sum(counts.values())
    lengths = {name: max(1, round(counts[name] * share)) for name in shown if counts[name]}
    longest = max(lengths, key=lambda name: lengths[name])
    lengths[longest] += BAR_LENGTH - sum(lengths.values())  # what rounding gave or took
    return Text().join(Text(BAR * n, style=show.COLORS[name]) for name, n in lengths.items())


def _verdicts(requirement: dict[str, Any]) -> Iterator[str]:
    """Walk over the verdicts of those requirements below one that have no parts."""
    parts = requirement.get("requirements", [])
    for part in parts:
        yield from _verdicts(part)
    if not parts:
        yield requirement["verdict"]


def print_score(document: dict[str, Any]) -> None:
    """Print the score, never without what it leaves out."""
    counts, score = document["counts"], document["score"]
    said = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in counts.items() if n)
    shown = "no score yet" if score is None else f"score {score:.0%}"
    show.out.print(f"\n[bold]{shown}[/] ({said})")
    hash_ = document["hash"][:SHORT]
    show.out.print(f"[dim]evaluation {document['evaluation']} of {document['at']}, hash {hash_}[/]")


def _rows(
    requirements: list[dict[str, Any]], results: dict[str, Any], depth: int
) -> Iterator[tuple[Any, ...]]:
    for requirement in requirements:
        counts = [results[c]["counts"] or {} for c in requirement.get("controls", {})]
        yield (
            INDENT * depth + requirement["number"],
            requirement["verdict"],
            INDENT * depth + requirement["title"],
            sum(c.get("failed", 0) for c in counts) or "",
            sum(c.get("passed", 0) for c in counts) or "",
        )
        yield from _rows(requirement.get("requirements", []), results, depth + 1)


def _fails(document: dict[str, Any], severity: str) -> bool:
    worst = show.SEVERITIES[: show.SEVERITIES.index(severity) + 1]
    return any(
        result["verdict"] == "FAIL" and result["severity"] in worst
        for result in document["results"].values()
    )
