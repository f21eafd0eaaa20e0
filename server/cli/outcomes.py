"""`cirrograph outcomes`: what people found of requirements that no control can judge."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from controls.evaluate import now
from controls.outcomes import Outcome, all_recorded
from controls.verdict import OUTCOMES
from graph.local.progress import bar
from server.changes.changer import at_command_line
from server.changes.reports import NewOutcome, record_outcome
from server.cli import show
from server.deployment import Deployment

app = typer.Typer(
    name="outcomes", help="What people found of manual requirements.", no_args_is_help=True
)


@app.command("record")
def record(
    mandate: Annotated[str, typer.Argument(help="Id of a mandate, such as cis-aws-6.0.")],
    requirement: Annotated[str, typer.Argument(help="Number of the requirement.")],
    connector: Annotated[str, typer.Argument(help="Name of a connector.")],
    verdict: Annotated[str, typer.Option(help=f"What was found: {', '.join(OUTCOMES)}.")],
    evidence: Annotated[str, typer.Option(help="What shows it: words, or where to find it.")],
    owner: Annotated[str, typer.Option(help="Who answers for it.")],
    until: Annotated[str, typer.Option(help="Until when it counts, such as 2027-01-31 (UTC).")],
    as_json: show.AsJson = False,
) -> None:
    """Record an outcome in place of an earlier one; it counts from the report's next run on."""
    asked = NewOutcome(
        mandate=mandate, requirement=requirement, connector=connector, verdict=verdict,
        evidence=evidence, owner=owner, until=until,
    )  # fmt: skip
    with Deployment.open(progress=bar) as deployment:
        found = record_outcome(at_command_line(deployment), asked)
    if as_json:
        show.json({"id": found.id})
    else:
        show.out.print(
            f"recorded {show.colored(found.outcome)} for {show.escape(mandate)} "
            f"{show.escape(requirement)}; next: cirrograph report {show.escape(mandate)} "
            f"{show.escape(connector)}"
        )


@app.command("list")
def list_outcomes(as_json: show.AsJson = False) -> None:
    """List the outcomes, those that count no longer among them."""
    with Deployment.open(progress=bar) as deployment:
        at = now(deployment.driver, deployment.database)
        names = {c.id: c.name for c in deployment.ledger.connectors()}
        found = all_recorded(deployment.driver, database=deployment.database)
    said = [
        _shown(o, names) | {"running": o.expires_at is None or o.expires_at > at} for o in found
    ]
    if as_json:
        show.json(said)
        return
    show.table(
        "Outcomes",
        ("mandate", "requirement", "connector", "verdict", "owner", "until", "evidence"),
        [
            (
                s["mandate"], s["requirement"], s["connector"],
                s["verdict"] if s["running"] else f"{s['verdict']} (ended)", s["owner"],
                s["until"], s["evidence"],
            )
            for s in said
        ],
    )  # fmt: skip


def _shown(outcome: Outcome, connectors: dict[str, str]) -> dict[str, Any]:
    return {
        "id": outcome.id, "mandate": outcome.mandate, "requirement": outcome.requirement,
        "connector": connectors.get(outcome.connector, outcome.connector),
        "verdict": str(outcome.outcome), "evidence": outcome.note, "owner": outcome.by,
        "at": outcome.at.isoformat(),
        "until": outcome.expires_at.isoformat() if outcome.expires_at else None,
    }  # fmt: skip
