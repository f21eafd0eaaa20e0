"""Put an export together: find what is asked for, as far as who asks may see it.

What a viewer may not see is answered like what is not there, in the same words.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

import neo4j

from controls.control import Control
from controls.errors import ControlError
from controls.mandates import Mandate
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from schema.viewer import LOCAL, Viewer
from server.deployment import Deployment
from server.exports import findings, run
from server.exports.findings import Wanted
from server.exports.formats import OF_FINDINGS, Format
from server.exports.row import SEVERITIES, Export, Meets, Run, standard
from server.reporting import mandates_of

STATUSES = ("FAIL", "NOT_EVALUATED", "WAIVED")
UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
RUN = """
MATCH (run:ReportRun {report: $report})
WHERE $number IS NULL OR run.number = $number
RETURN run.number AS number, run.hash AS hash ORDER BY run.number DESC LIMIT 1
"""


class NothingToExport(ControlError):
    """There is no such run, connector or control, or it is not for this viewer."""


class BadExport(ControlError):
    """A format or filter makes no sense; the message says which there are."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Exporter:
    """Makes exports of one deployment."""

    driver: neo4j.Driver
    database: str | None
    lake: Lake
    controls: Mapping[str, Control]
    mandates: Mapping[str, Mandate]

    @classmethod
    def of(cls, deployment: Deployment) -> Self:
        """Return that of a deployment."""
        return cls(
            driver=deployment.driver, database=deployment.database, lake=deployment.lake,
            controls=deployment.controls, mandates=mandates_of(deployment),
        )  # fmt: skip

    def report(
        self, mandate: str, connector: str, number: int | None = None, viewer: Viewer = LOCAL
    ) -> Export:
        """Return a run of a report, the latest by default. Raises NothingToExport, RunChanged."""
        taken = self.run(mandate, connector, number, viewer)
        about = taken.said["mandate"]
        meets = meets_of(about["id"], standard(about), taken.said["requirements"])
        return Export(
            rows=lambda: run.rows(taken, self.controls, self.driver, self.database),
            at=datetime.datetime.fromisoformat(taken.said["at"]),
            controls=self.controls, meets=meets, run=taken,
        )  # fmt: skip

    def run(
        self, mandate: str, connector: str, number: int | None = None, viewer: Viewer = LOCAL
    ) -> Run:
        """Return a run with its document. Raises NothingToExport, RunChanged."""
        which = "run" if number is None else f"run {number}"
        nothing = NothingToExport(
            f"there is no {which} of {mandate} on {connector}: "
            f"`cirrograph report {mandate} {connector}` makes one"
        )
        found = self._connector(connector, viewer)
        if found is None:
            raise nothing
        rows = self._read(RUN, report=f"{mandate}|{found.id}", number=number)
        if not rows:
            raise nothing
        report, (row,) = f"{mandate}|{found.id}", rows
        return Run(
            mandate=mandate, connector=found.id, connector_name=found.name,
            number=row["number"], hash=row["hash"],
            held=run.take(self.lake, report, row["number"], row["hash"]),
        )  # fmt: skip

    def findings(
        self,
        viewer: Viewer = LOCAL,
        *,
        connector: str | None = None,
        control: str | None = None,
        severity: str | None = None,
        status: str | None = None,
    ) -> Export:
        """Return the current findings. Raises NothingToExport, BadExport."""
        _one_of("severity", severity, SEVERITIES)
        _one_of("status", status, STATUSES)
        if control is not None and control not in self.controls:
            raise NothingToExport(f"no control is called {control!r}")
        seen = viewer.connectors
        if connector is not None:
            found = self._connector(connector, viewer)
            if found is None:
                raise NothingToExport(f"no connector is called {connector!r}")
            seen = frozenset({found.id})
        now = datetime.datetime.now(datetime.UTC)
        about = findings.around(
            self.driver, self.database, self._ledger.connectors(), self.controls
        )
        wanted = Wanted(connectors=seen, control=control, severity=severity, status=status)
        return Export(
            rows=lambda: findings.rows(self.driver, self.database, wanted, about),
            at=now, controls=self.controls, meets=self._all_meets,
        )  # fmt: skip

    @cached_property
    def _all_meets(self) -> Mapping[str, Sequence[Meets]]:
        found: dict[str, list[Meets]] = {}
        for mandate in self.mandates.values():
            name = standard({"title": mandate.title, "version": mandate.version})
            for leaf in mandate.leaves():
                for control in leaf.controls:
                    found.setdefault(control, []).append(
                        Meets(mandate=mandate.id, standard=name, number=leaf.number)
                    )
        return found

    @property
    def _ledger(self) -> Ledger:
        return Ledger(self.driver, self.database)

    def _connector(self, named: str, viewer: Viewer) -> Connector | None:
        """Return a connector by name, id or scope, if the viewer sees it."""
        for one in self._ledger.connectors():
            if named in {one.name, one.id, one.scope} and viewer.may("viewer", one.id):
                return one
        return None

    def _read(self, text: str, **given: Any) -> list[neo4j.Record]:
        return self.driver.execute_query(
            text,
            given,
            database_=self.database,
            routing_=neo4j.RoutingControl.READ,
        ).records


def file_name(format_: Format, taken: Run | None) -> str:
    """Return a name of plain letters that tells what is in the file."""
    if taken is None:
        return f"findings.{format_.lines}"
    parts = taken.mandate, taken.connector_name, f"run-{taken.number}"
    return f"{'_'.join(UNSAFE.sub('-', p).strip('-.') or 'x' for p in parts)}.{format_.ending}"


def for_findings(format_: Format) -> Format:
    """Return the format. Raises BadExport where it is for runs only."""
    if format_.lines is None:
        raise BadExport(f"{format_.name} is for reports; of findings: {', '.join(OF_FINDINGS)}")
    return format_


def meets_of(
    mandate: str, name: str, requirements: Sequence[Mapping[str, Any]]
) -> dict[str, list[Meets]]:
    """Return what each control helps to meet, of the requirements of a run."""
    found: dict[str, list[Meets]] = {}
    todo = list(requirements)
    while todo:
        one = todo.pop(0)
        todo = [*one.get("requirements", ()), *todo]
        for control in one.get("controls", ()):
            found.setdefault(control, []).append(
                Meets(mandate=mandate, standard=name, number=one["number"])
            )
    return found


def _one_of(option: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise BadExport(f"{option} {value!r}: one of {', '.join(known)}")
