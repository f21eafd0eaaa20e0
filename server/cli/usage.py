"""`cirrograph usage`: the connectors that were active in a month."""

from __future__ import annotations

import collections
from typing import Annotated

import typer

from graph.local.progress import bar
from graph.usage import Month, NoMonth, active, readings, this_month
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("usage")(usage)


def usage(
    month: Annotated[
        str | None, typer.Option(help="Such as 2026-03, in UTC; the current one by default.")
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Tell which connectors were active in a month: read by at least one scan that ended in it.

    Connectors that were removed since count for the months in which they were active.
    """
    try:
        wanted = Month.parse(month) if month else None
    except NoMonth as error:
        raise UserError(str(error)) from None
    with Deployment.open(progress=bar) as deployment:
        current = this_month(deployment.driver, deployment.database)
        wanted = wanted or current
        found = active(
            readings(deployment.lake, deployment.driver, wanted, deployment.database), wanted
        )
        there = {c.id: c.name for c in deployment.ledger.connectors()}
    if as_json:
        show.json(
            {
                "month": str(wanted), "since": wanted.since, "until": wanted.until,
                "is_over": wanted < current, "connectors": len(found),
                "clouds": dict(collections.Counter(a.cloud for a in found)),
                "active": [
                    {
                        "id": a.connector, "name": there.get(a.connector, a.name),
                        "cloud": a.cloud, "scans": a.scans, "first": a.first, "last": a.last,
                        "is_removed": a.connector not in there,
                    }
                    for a in found
                ],
            }
        )  # fmt: skip
        return
    show.table(
        f"{len(found)} connectors active in {wanted} (UTC)",
        ("connector", "id", "scans", "first", "last"),
        [
            (
                there.get(a.connector, f"{a.name} (removed)"), a.connector, a.scans,
                f"{a.first:%Y-%m-%d %H:%M}", f"{a.last:%Y-%m-%d %H:%M}",
            )
            for a in found
        ],
    )  # fmt: skip
