"""Run reports, and record what people found of requirements that no control can judge."""

from __future__ import annotations

import dataclasses
from typing import Any

from controls.evaluate import now
from controls.mandates import Mandate
from controls.outcomes import Outcome
from controls.outcomes import record_outcome as keep
from controls.verdict import OUTCOMES, Verdict
from graph.ledger import Connector
from server import reporting
from server.changes import given
from server.changes.changer import Changer
from server.changes.errors import Missing, Unfit


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewOutcome:
    """What was found of a requirement, as it was asked for; `connector` is a name or id."""

    mandate: str
    requirement: str
    connector: str
    verdict: str
    evidence: str
    owner: str
    until: str


def run_report(changer: Changer, mandate: str, named: str) -> dict[str, Any]:
    """Run a report, made now if there is none; return the run's document, with its hash.

    Raises NoSuchConnector, Forbidden, Missing, NothingWhole.
    """
    connector = changer.connector(named, "operator", "running a report")
    mandate_of(changer, mandate, connector)
    if connector.evaluation is None:  # said before a report is made that nothing can be run on
        raise Missing(f"{connector.name} ({connector.id}) is not evaluated yet: scan it first")
    with changer.record("runReport", mandate=mandate, connector=connector.id) as entry:
        document = reporting.run_report(changer.deployment, mandate, connector)
        entry.result = f"run {document['number']} {document['hash']}"
    return document


def record_outcome(changer: Changer, asked: NewOutcome) -> Outcome:
    """Record an outcome in place of an earlier one. It counts from the report's next run on.

    Raises NoSuchConnector, Forbidden, Missing, Unfit.
    """
    connector = changer.connector(asked.connector, "operator", "recording an outcome")
    deployment = changer.deployment
    mandate = mandate_of(changer, asked.mandate, connector)
    at = now(deployment.driver, deployment.database)
    if asked.verdict not in OUTCOMES:
        raise Unfit("verdict", f"verdict: {asked.verdict[:80]!r}: one of {', '.join(OUTCOMES)}")
    outcome = Outcome(
        mandate=mandate.id, requirement=asked.requirement, connector=connector.id,
        outcome=Verdict(asked.verdict), note=given.words(asked.evidence, "evidence"),
        by=given.name(asked.owner, "owner"), at=at,
        expires_at=given.later(asked.until, "until", at),
    )  # fmt: skip
    if outcome.requirement not in {leaf.number for leaf in mandate.leaves()}:
        raise Missing(
            f"{mandate.id} has no requirement {asked.requirement[:80]!r} without others below it"
        )
    with changer.record(
        "recordOutcome", mandate=mandate.id, requirement=outcome.requirement,
        connector=connector.id, verdict=str(outcome.outcome), evidence=outcome.note,
        owner=outcome.by, until=asked.until,
    ):  # fmt: skip
        keep(deployment.driver, mandate, outcome, database=deployment.database)
    return outcome


def mandate_of(changer: Changer, id_: str, connector: Connector) -> Mandate:
    """Return a mandate that is about a connector's cloud. Raises Missing."""
    known = reporting.mandates_of(changer.deployment)
    if id_ not in known:
        raise Missing(f"no mandate is called {id_[:80]!r}: there are {', '.join(sorted(known))}")
    if connector.cloud not in known[id_].clouds:
        about = ", ".join(known[id_].clouds)
        raise Missing(
            f"{id_} is about {about}, and {connector.name} is a connector of {connector.cloud}"
        )
    return known[id_]
