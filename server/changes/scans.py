"""Read a connector again, or ask all controls again about what was read."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence

from controls.company import HELD
from controls.evaluate import Evaluation
from graph.ledger import Connector
from server import scan
from server.changes.changer import Changer
from server.deployment import Deployment
from server.work.scanning import evaluate_all, evaluate_connector, evaluate_touched

CHEAP = 20_000  # resources of a connector whose controls are asked within a request
READY = """
MATCH (c:Connector {id: $connector})
RETURN c.scanning IS NULL AND c.evaluation IS NOT NULL AS ready
"""

_log = logging.getLogger("cirrograph.changes")


def refresh(changer: Changer, named: str, *, sweep_large: bool = False) -> tuple[str, bool]:
    """Ask for a scan; return its id and whether it is new. Raises TooSoon, AlreadyScanning."""
    connector = changer.connector(named, "operator", "reading a connector again")
    return refresh_one(changer, connector, sweep_large=sweep_large)


def refresh_one(
    changer: Changer, connector: Connector, *, sweep_large: bool = False
) -> tuple[str, bool]:
    """Ask for the scan of a connector that was found; return the same."""
    changer.require("operator", "reading a connector again", connector)
    with changer.record(
        "refreshConnector", connector=connector.id, sweepLarge=sweep_large
    ) as entry:
        id_, is_new = scan.request(changer.deployment, connector, sweep_large=sweep_large)
        entry.result = f"scan {id_}"
    return id_, is_new


def evaluate(changer: Changer, named: str) -> Evaluation:
    """Ask all controls about what was read last."""
    connector = changer.connector(named, "operator", "evaluating a connector")
    with changer.record("evaluateConnector", connector=connector.id) as entry:
        evaluation = evaluate_connector(changer.deployment, connector)
        entry.result = f"evaluation {evaluation.id}"
    return evaluation


def evaluate_many(changer: Changer, connectors: Sequence[Connector]) -> list[Evaluation]:
    """Ask all controls about what several connectors read last, each control once for many.

    Each record ends with its connector's evaluation, so that what breaks off later is another's.
    """
    with contextlib.ExitStack() as recorded:
        entries = {}
        for connector in connectors:
            changer.require("operator", "evaluating a connector", connector)
            own = recorded.enter_context(contextlib.ExitStack())
            record = changer.record("evaluateConnector", connector=connector.id)
            entries[connector.id] = own, own.enter_context(record)
        found = []
        for evaluation in evaluate_all(changer.deployment, connectors):
            own, entry = entries[evaluation.connector]
            entry.result = f"evaluation {evaluation.id}"
            own.close()
            found.append(evaluation)
    return found


def evaluate_at_once(deployment: Deployment, connector: Connector | None) -> str | None:
    """Ask what a change has turned, and return the evaluation's id; None where that is left.

    Left to the next evaluation: what is about all connectors, a connector that is being scanned
    (its scan evaluates it anyway), and one so large that nobody wants to wait for it.
    """
    if connector is None or not _is_cheap(deployment, connector):
        return None
    try:
        return evaluate_touched(deployment, connector).id
    except Exception:  # noqa: BLE001 - the change is made, whatever comes of this: the next evaluation has it
        _log.exception("%s could not be evaluated after a change", connector.id)
        return None


def _is_cheap(deployment: Deployment, connector: Connector) -> bool:
    given = {"connector": connector.id, "connectors": [connector.id]}
    driver, database = deployment.driver, deployment.database
    ready = driver.execute_query(READY, given, database_=database).records
    held = driver.execute_query(HELD, given, database_=database).records
    return bool(ready and ready[0]["ready"]) and sum(row["held"] for row in held) <= CHEAP
