"""Do what schedules say, once for each of their ticks."""

from __future__ import annotations

import logging

from controls.errors import ControlError
from graph.ledger import Connector
from graph.scan import AlreadyScanning, TooSoon
from graph.schedules import SCAN, Schedule, Tick
from server.deployment import Deployment
from server.reporting import run_report
from server.work.kinds import AWAY

_log = logging.getLogger("cirrograph.work")


def do_ticks(deployment: Deployment, worker: str) -> int:
    """Write the ticks that are due and do all that nobody does; return how many were done.

    A tick that can't be done (the account was read too recently, nothing to report on) has that as
    its outcome: it happened, and is not tried again.
    """
    schedules = deployment.schedules
    schedules.give_back(
        worker
    )  # what this worker had taken when a round or its last life broke off
    schedules.tick()
    done = 0
    while taken := schedules.take(worker):
        tick, schedule = taken
        schedules.done(tick, _do(deployment, tick, schedule))
        done += 1
    return done


def _do(deployment: Deployment, tick: Tick, schedule: Schedule) -> str:
    connector = _connector(deployment, schedule)
    if connector is None:
        return "its connector is gone"
    try:
        if schedule.kind == SCAN:
            scan, is_new = deployment.scans.request(
                connector, interval=deployment.settings.scan_interval
            )
            return f"scan {scan}" if is_new else f"scan {scan} was under way"
        document = run_report(deployment, str(schedule.mandate), connector, tick=tick.id)
    except (TooSoon, AlreadyScanning, ControlError) as refused:
        return str(refused)
    except AWAY:
        raise  # taken again once the database answers
    except Exception as fault:  # noqa: BLE001 - a tick that can't be done must not stand before all others
        _log.exception("tick %s failed", tick.id)
        return f"failed: {type(fault).__name__}: {fault}"[:500]
    return f"run {document['number']}"


def _connector(deployment: Deployment, schedule: Schedule) -> Connector | None:
    there = {c.id: c for c in deployment.ledger.connectors()}
    return there.get(schedule.connector)
