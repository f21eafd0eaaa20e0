"""`cirrograph schedules`: scans and reports at their times."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any

import typer

from graph.local.progress import bar
from graph.schedules import REPORT, SCAN, Schedule, check_cron
from server.changes.changer import at_command_line
from server.changes.schedules import add_schedule, remove_schedule
from server.cli import show
from server.deployment import Deployment

app = typer.Typer(name="schedules", help="Scans and reports at their times.", no_args_is_help=True)
add = typer.Typer(name="add", help="Add a schedule.", no_args_is_help=True)
app.add_typer(add)

ConnectorName = Annotated[str, typer.Argument(help="Name of a connector.")]
Cron = Annotated[
    str, typer.Argument(help="Cron line in UTC, such as '0 3 * * *' for every day at three.")
]


@add.command("scan")
def add_scan(connector: ConnectorName, cron: Cron, as_json: show.AsJson = False) -> None:
    """Scan a connector at these times; a worker has to be at work then, or catches up."""
    check_cron(cron)
    with Deployment.open(progress=bar) as deployment:
        added = add_schedule(at_command_line(deployment), SCAN, connector, cron)
    _added(added, as_json=as_json)


@add.command("report")
def add_report(
    mandate: Annotated[str, typer.Argument(help="Id of a mandate, such as cis-aws-6.0.")],
    connector: ConnectorName,
    cron: Cron,
    as_json: show.AsJson = False,
) -> None:
    """Run a mandate's report on a connector at these times."""
    check_cron(cron)
    with Deployment.open(progress=bar) as deployment:
        added = add_schedule(at_command_line(deployment), REPORT, connector, cron, mandate)
    _added(added, as_json=as_json)


@app.command("list")
def list_schedules(as_json: show.AsJson = False) -> None:
    """List the schedules with their next time and what came of the last."""
    with Deployment.open(progress=bar) as deployment:
        names = {c.id: c.name for c in deployment.ledger.connectors()}
        said = [
            _shown(s) | {"connector": names.get(s.connector, s.connector)}
            | {"last": next(iter(_ticks(deployment, s)), None)}
            for s in deployment.schedules.all()
        ]  # fmt: skip
    if as_json:
        show.json(said)
        return
    show.table(
        "Schedules", ("id", "what", "connector", "cron (UTC)", "next", "last", "outcome"),
        [
            (
                s["id"], s["mandate"] or s["kind"], s["connector"], s["cron"], s["due_at"],
                (s["last"] or {}).get("at"), (s["last"] or {}).get("outcome"),
            )
            for s in said
        ],
    )  # fmt: skip


@app.command("remove")
def remove(
    schedule: Annotated[str, typer.Argument(help="Id of a schedule.")], as_json: show.AsJson = False
) -> None:
    """Remove a schedule."""
    with Deployment.open(progress=bar) as deployment:
        remove_schedule(at_command_line(deployment), schedule)
    if as_json:
        show.json({"removed": schedule})
    else:
        show.out.print(f"removed {show.escape(schedule)}")


def _ticks(deployment: Deployment, schedule: Schedule) -> list[dict[str, Any]]:
    return [dataclasses.asdict(t) for t in deployment.schedules.ticks(schedule.id, most=1)]


def _added(schedule: Schedule, *, as_json: bool) -> None:
    if as_json:
        show.json(_shown(schedule))
    else:
        show.out.print(f"added schedule [bold]{schedule.id}[/]; next: {schedule.due_at}")


def _shown(schedule: Schedule) -> dict[str, Any]:
    return dataclasses.asdict(schedule)
