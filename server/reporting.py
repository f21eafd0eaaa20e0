"""Put a deployment's controls, policies and mandates together, and run reports on them."""

from __future__ import annotations

from typing import Any

import orjson

from controls.mandates import Mandate, load_mandates
from controls.policies import Policy, load_policies
from controls.report import Reports
from graph.ledger import Connector
from server.deployment import Deployment


def policies_of(deployment: Deployment) -> dict[str, Policy]:
    """Return all policies by id. Raises BadPolicy."""
    return load_policies(deployment.controls, deployment.settings.own)


def mandates_of(deployment: Deployment) -> dict[str, Mandate]:
    """Return all mandates by id. Raises BadPolicy, BadMandate."""
    return load_mandates(deployment.controls, policies_of(deployment), deployment.settings.own)


def run_report(
    deployment: Deployment, mandate: str, connector: Connector, *, tick: str | None = None
) -> dict[str, Any]:
    """Run a report on a connector's last evaluation and return the run's document, with its hash.

    A `tick` of a schedule has one run, however often it is asked for.

    Raises NoSuchReport, NotEvaluated.
    """
    reports = Reports(
        deployment.driver,
        deployment.lake,
        mandates_of(deployment),
        deployment.in_force(),
        database=deployment.database,
    )
    report = reports.get(mandate, connector, add=True)
    run = reports.run(report, tick=tick)
    document: dict[str, Any] = orjson.loads(reports.read_run(report, run.number))
    return document | {"hash": run.hash, "connector_name": connector.name}
