"""`cirrograph overrides`: disable, re-rate or parametrise controls."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.local.progress import bar
from server.changes.changer import at_command_line
from server.changes.overrides import NewOverride, override_control, remove_override
from server.cli import show
from server.cli.waivers import conditions
from server.deployment import Deployment

app = typer.Typer(name="overrides", help="What is changed about controls.", no_args_is_help=True)
NEXT = "counts from the next evaluation on: [bold]cirrograph evaluate[/]"

ControlId = Annotated[str, typer.Argument(help="Id of a control.")]


@app.command("set")
def set_override(
    control: ControlId,
    reason: Annotated[str, typer.Option(help="Why.")],
    disable: Annotated[bool, typer.Option("--disable", help="Ask it no more.")] = False,
    severity: Annotated[
        str | None, typer.Option(help=f"How bad a failure is: {', '.join(show.SEVERITIES)}.")
    ] = None,
    threshold: Annotated[
        list[str] | None,
        typer.Option(help="NAME=VALUE of one of its limits, in JSON. May be repeated."),
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Change a control, in place of an earlier override of it. An overrides.yaml goes first."""
    asked = NewOverride(
        control=control, reason=reason, disable=disable, severity=severity,
        thresholds=conditions(threshold or []),
    )  # fmt: skip
    with Deployment.open(progress=bar) as deployment:
        found = override_control(at_command_line(deployment), asked)
    if as_json:
        show.json({"control": found})
    else:
        show.out.print(f"overridden: [bold]{show.escape(found)}[/]; it {NEXT}")


@app.command("remove")
def remove(control: ControlId, as_json: show.AsJson = False) -> None:
    """Have a control asked as it stands; an override of a file is taken out of the file."""
    with Deployment.open(progress=bar) as deployment:
        found = remove_override(at_command_line(deployment), control)
    if as_json:
        show.json({"removed": found})
    else:
        show.out.print(f"removed the override of {show.escape(found)}; that {NEXT}")


@app.command("list")
def list_overrides(as_json: show.AsJson = False) -> None:
    """List what is changed about controls, by files and in the graph, and what does not count."""
    with Deployment.open(progress=bar) as deployment:
        found = [one.to_dict() for one in deployment.overridden().overrides]
    if as_json:
        show.json(found)
        return
    show.table(
        "Overrides", ("control", "disabled", "severity", "thresholds", "reason", "by", "ignored"),
        [
            (
                o["control"], "yes" if o["disable"] else None, o["severity"],
                show.compact(o["thresholds"]) if o["thresholds"] else None, o["reason"],
                o["by"] or "a file", o["ignored"],
            )
            for o in found
        ],
    )  # fmt: skip
