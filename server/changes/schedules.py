"""Have scans and reports done at given times, and take that back."""

from __future__ import annotations

from graph.schedules import REPORT, SCAN, BadCron, NoSuchSchedule, Schedule, check_cron
from server.changes.changer import Changer
from server.changes.errors import Missing, Unfit
from server.changes.reports import mandate_of


def add_schedule(
    changer: Changer, kind: str, named: str, cron: str, mandate: str | None = None
) -> Schedule:
    """Add a schedule of a scan, or of a mandate's report.

    Raises NoSuchConnector, Forbidden, Missing, Unfit.
    """
    connector = changer.connector(named, "operator", "adding a schedule")
    if kind == REPORT and mandate is None:
        raise Unfit("mandate", "a report is of a mandate: name it")
    if kind == SCAN and mandate is not None:
        raise Unfit("mandate", "a scan is of no mandate: leave it out, or schedule a report")
    if mandate is not None:
        mandate_of(changer, mandate, connector)
    try:
        check_cron(cron)
    except BadCron as error:
        raise Unfit("cron", str(error)[:500]) from None
    with changer.record(
        "addSchedule", kind=kind, connector=connector.id, cron=cron, mandate=mandate
    ) as entry:
        schedule = changer.deployment.schedules.add(kind, connector.id, cron, mandate)
        entry.result = f"schedule {schedule.id}"
    return schedule


def remove_schedule(changer: Changer, id_: str) -> None:
    """Remove a schedule. Raises Missing, Forbidden."""
    schedules = changer.deployment.schedules
    there = [s for s in schedules.all() if changer.sees(s.connector)]
    found = next((s for s in there if s.id == id_), None)
    listed = ", ".join(s.id for s in there) or "none yet"
    unknown = Missing(f"no schedule has the id {id_[:80]!r}; there are: {listed}")
    if found is None:
        raise unknown
    changer.connector(found.connector, "operator", "removing a schedule")
    with changer.record("removeSchedule", id=id_):
        try:
            schedules.remove(id_)
        except NoSuchSchedule:  # somebody else was faster
            raise unknown from None
