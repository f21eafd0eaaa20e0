"""`cirrograph usage`: the connectors that were active in a month."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from graph.local.progress import bar
from graph.usage import Month, NoMonth
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment
from server.usage import Usage, usage_of


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("usage")(tell_usage)


def tell_usage(
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
        found = usage_of(deployment, wanted)
    if as_json:
        show.json(_said(found))
        return
    show.table(
        f"{len(found.active)} connectors active in {found.month} (UTC)",
        ("connector", "id", "scans", "first", "last"),
        [
            (
                f"{one.name} (removed)" if one.is_removed else one.name, one.active.connector,
                one.active.scans, f"{one.active.first:%Y-%m-%d %H:%M}",
                f"{one.active.last:%Y-%m-%d %H:%M}",
            )
            for one in found.active
        ],
    )  # fmt: skip


def _said(usage: Usage) -> dict[str, Any]:
    return {
        "month": str(usage.month), "since": usage.month.since, "until": usage.month.until,
        "is_over": usage.is_over, "connectors": len(usage.active), "clouds": usage.clouds,
        "active": [
            {
                "id": one.active.connector, "name": one.name, "cloud": one.active.cloud,
                "scans": one.active.scans, "first": one.active.first, "last": one.active.last,
                "is_removed": one.is_removed,
            }
            for one in usage.active
        ],
    }  # fmt: skip
