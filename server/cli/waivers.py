"""`cirrograph waive` and `cirrograph waivers`: accept a failure for a while."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from controls.evaluate import now
from controls.waivers import Waiver, store_files, stored
from graph.local.progress import bar
from server.changes.changer import at_command_line
from server.changes.waivers import NewWaiver, remove_waiver, waive
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

app = typer.Typer(
    name="waivers", help="Failures that are accepted for a while.", no_args_is_help=True
)


def add_to(root: typer.Typer) -> None:
    """Add the command that makes one."""
    root.command("waive")(waive_failure)


def waive_failure(
    control: Annotated[str, typer.Argument(help="Id of the control that fails.")],
    reason: Annotated[str, typer.Option(help="Why it is accepted.")],
    owner: Annotated[str, typer.Option(help="Who answers for it.")],
    expires: Annotated[str, typer.Option(help="When it ends by itself, such as 2027-01-31 (UTC).")],
    uid: Annotated[
        str | None, typer.Option(help="Of the resource; all that fail without it.")
    ] = None,
    connector: Annotated[
        str | None, typer.Option(help="Name of a connector; all of them without it.")
    ] = None,
    condition: Annotated[
        list[str] | None,
        typer.Option(
            help="PROPERTY=VALUE, in JSON or as plain text; it holds only where the resource has "
            "this value. May be repeated."
        ),
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Accept a failure for a while. What it covers is WAIVED from the next evaluation on.

    With `--connector` the connector is evaluated at once, unless it is large or being scanned.
    """
    asked = NewWaiver(
        control=control, reason=reason, owner=owner, expires=expires, uid=uid,
        connector=connector, condition=conditions(condition or []),
    )  # fmt: skip
    with Deployment.open(progress=bar) as deployment:
        waiver, evaluation = waive(at_command_line(deployment), asked)
    if as_json:
        show.json({**waiver.model_dump(mode="json"), "evaluation": evaluation})
    else:
        until = f"{waiver.expires_at:%Y-%m-%d %H:%M} UTC"
        show.out.print(f"waived as [bold]{waiver.id}[/] until {until}; {_told(evaluation)}")


@app.command("list")
def list_waivers(as_json: show.AsJson = False) -> None:
    """List the waivers of the graph and of files, those that have ended among them."""
    with Deployment.open(progress=bar) as deployment:
        store_files(deployment.driver, deployment.settings.own, database=deployment.database)
        found = stored(deployment.driver, database=deployment.database)
        at = now(deployment.driver, deployment.database)
        names = {c.id: c.name for c in deployment.ledger.connectors()}
    said = [{**w.model_dump(mode="json"), "running": w.expires_at > at} for w in found]
    if as_json:
        show.json(said)
        return
    show.table(
        "Waivers", ("id", "control", "resource", "connector", "owner", "until", "if", "from"),
        [_row(w, names) for w in found],
    )  # fmt: skip


@app.command("remove")
def remove(
    waiver: Annotated[str, typer.Argument(help="Id of a waiver.")], as_json: show.AsJson = False
) -> None:
    """Accept a failure no longer; a waiver of a file is taken out of the file."""
    with Deployment.open(progress=bar) as deployment:
        evaluation = remove_waiver(at_command_line(deployment), waiver)
    if as_json:
        show.json({"removed": waiver, "evaluation": evaluation})
    else:
        show.out.print(f"removed {show.escape(waiver)}; {_told(evaluation)}")


def conditions(given: list[str]) -> dict[str, Any]:
    """Return what `PROPERTY=VALUE` texts say: JSON where it is some, else plain text."""
    found: dict[str, Any] = {}
    for text in given:
        name, is_there, value = text.partition("=")
        if not is_there or not name:
            raise UserError(f"{text!r}: PROPERTY=VALUE is needed, such as versioning=Suspended")
        try:
            found[name] = json.loads(value)
        except json.JSONDecodeError:
            found[name] = value
    return found


def _row(waiver: Waiver, connectors: dict[str, str]) -> tuple[Any, ...]:
    condition = ", ".join(f"{k}={json.dumps(v)}" for k, v in waiver.condition.items())
    return (
        waiver.id, waiver.control, waiver.uid or "all",
        connectors.get(waiver.connector or "", waiver.connector) or "all", waiver.owner,
        waiver.expires_at.isoformat(), condition or None, waiver.source,
    )  # fmt: skip


def _told(evaluation: str | None) -> str:
    if evaluation:
        return f"evaluation {evaluation} shows it"
    return "the next evaluation shows it: [bold]cirrograph evaluate[/]"
