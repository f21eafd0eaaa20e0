"""What the jobs of a scan do: plan it, read one service of it, publish and evaluate it.

Each may be ended at any point and run again, by this worker or another: what the ledger says is
done is not done again. Nothing here knows of the engine that runs jobs.
"""

from __future__ import annotations

import dataclasses
import functools
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from controls.ask import Limits
from controls.company import evaluate_company
from controls.evaluate import Evaluation, evaluate
from controls.waivers import store_files
from graph import trace, usage
from graph.ledger import Connector, NoSuchConnector
from graph.publish import Publisher
from graph.scan import NoSuchScan, Scan
from graph.scans import COMPLETE, FAILED, INCOMPLETE, QUEUED
from ingest.cloud import Reader
from ingest.collect import Collected, Unit, collect
from server.deployment import Deployment
from server.observe import jobs as seen
from server.observe import metrics
from server.result import evaluated, result_of
from server.runner import InProcess, Job
from server.work.accounts import Accounts

POLL_SECONDS = 0.1
FLUSH_SECONDS = 0.1  # read units are noted together for so long


class Stopping(Exception):
    """The worker ends; what the job has not done is done by the next."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Work:
    """What a job works with; `stop` is set when the worker shall end."""

    deployment: Deployment
    accounts: Accounts
    stop: threading.Event

    def check(self) -> None:
        """Raise Stopping when the worker shall end."""
        if self.stop.is_set():
            raise Stopping("the worker ends")

    def stage(self, scan: str) -> Path:
        """Return where a scan's read units lie until they are published."""
        return self.deployment.settings.stage / scan

    def connector(self, scan: Scan) -> Connector:
        """Return a scan's connector. Raises NoSuchScan when it was removed meanwhile."""
        try:
            return self.deployment.ledger.connector(scan.connector)
        except NoSuchConnector:
            raise NoSuchScan(f"the connector of scan {scan.id} is gone") from None


def plan_scan(work: Work, scan_id: str) -> None:
    """Write a scan's units into the ledger, unless they are. Raises CredentialsRefused."""
    deployment = work.deployment
    take = deployment.scans.take(scan_id)
    scan = deployment.scans.scan(scan_id)
    if scan.state != QUEUED:
        return
    connector = work.connector(scan)
    declarations = deployment.catalogue.of_cloud(connector.cloud)
    with work.accounts.of(connector) as account:
        ask, ended = account.plan(connector.id, declarations)
        deployment.scans.plan(
            connector, scan_id, [unit for _, unit in ask], ended=ended, take=take,
            services={d.label: d.service for d in declarations},
        )  # fmt: skip
        deployment.scans.called(scan_id, account.take_calls())


def collect_service(work: Work, scan_id: str, service: str) -> None:
    """Read what is not read yet of one service, and note each unit as it ends."""
    deployment = work.deployment
    scan = deployment.scans.scan(scan_id)
    if scan.finished:
        return
    connector = work.connector(scan)
    units = deployment.scans.waiting(connector.id, scan_id, service)
    if not units:
        return
    secret = deployment.settings.redaction_key()
    with work.accounts.of(connector) as account:
        jobs = [_job(work, account, unit, scan_id, secret) for unit in units]
        noted = _Noting(work, scan_id, account.take_calls)
        for finished in InProcess(deployment.settings.units, work.stop).run(jobs):
            noted.add(finished)
        noted.flush()
        work.check()


def _job(work: Work, account: Reader, unit: Unit, scan_id: str, secret: bytes) -> Job:
    declaration = work.deployment.catalogue[unit.type]
    records, scope = account.listing(declaration, unit, scan_id)
    read = functools.partial(
        collect, declaration, records, unit=unit, scope=scope, folder=work.stage(scan_id),
        secret=secret,
    )  # fmt: skip

    def job() -> Collected:
        with trace.span("unit", cirrograph_type=unit.type, cirrograph_region=unit.region):
            return read()

    return trace.carried(job)


class _Noting:
    """Notes read units in the ledger, those of a moment in one statement."""

    def __init__(self, work: Work, scan_id: str, calls: Callable[[], int]) -> None:
        self._scans = work.deployment.scans
        self._scan = scan_id
        self._calls = calls
        self._ended: list[Collected] = []
        self._noted = time.monotonic()

    def add(self, ended: Iterable[Collected]) -> None:
        self._ended += ended
        if time.monotonic() - self._noted >= FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        if self._ended:
            self._scans.stage(self._scan, self._ended)
            self._scans.called(self._scan, self._calls())
            self._ended = []
        self._noted = time.monotonic()


def publish_scan(work: Work, scan_id: str) -> None:
    """Publish units as they are read, evaluate, and finish the scan."""
    deployment = work.deployment
    scans = deployment.scans
    take = scans.take(scan_id)
    scan = scans.scan(scan_id)
    connector = work.connector(scan)
    publisher = Publisher(
        deployment.driver, deployment.lake, deployment.catalogue, connector, scan=scan_id,
        take=take, database=deployment.database, sweep_large=scan.sweep_large,
    )  # fmt: skip
    _publish_all(work, connector, scan_id, publisher)
    publisher.finish()
    result = result_of(deployment, connector, scan_id)
    scans.published(connector, scan_id, take, result.first_error)
    said = evaluate_touched(deployment, connector)
    shutil.rmtree(work.stage(scan_id), ignore_errors=True)
    result = dataclasses.replace(result, seconds=scans.progress(scan_id).seconds,
                                 evaluation=evaluated(said))  # fmt: skip
    state = COMPLETE if result.first_error is None else INCOMPLETE
    usage.note(deployment.lake, deployment.driver, connector, scans.scan(scan_id), state,
               deployment.database)  # fmt: skip
    scans.finish(connector, scan_id, summary=result.to_dict(), error=result.first_error, take=take)
    seen.scan_ended(scans.scan(scan_id), result.seconds, result.first_error)


def _publish_all(work: Work, connector: Connector, scan_id: str, publisher: Publisher) -> None:
    """Publish what is read until nothing is left to read; evaluate now and then meanwhile."""
    deployment = work.deployment
    folder = work.stage(scan_id)
    evaluated_at = time.monotonic()
    while True:
        work.check()
        ready = deployment.scans.to_publish(connector.id, scan_id)
        if ready:
            _publish_some(deployment, scan_id, publisher, folder, ready)
        else:
            progress = deployment.scans.progress(scan_id)
            if progress.state == FAILED:  # given up by another job: nobody reads the rest any more
                raise NoSuchScan(f"scan {scan_id} has failed")
            if progress.settled == progress.units:
                return
            work.stop.wait(POLL_SECONDS)
        if time.monotonic() - evaluated_at > deployment.settings.partial_seconds:
            evaluate_touched(deployment, connector)
            evaluated_at = time.monotonic()


def _publish_some(
    deployment: Deployment,
    scan_id: str,
    publisher: Publisher,
    folder: Path,
    ready: list[tuple[Collected, int]],
) -> None:
    placed = [collected.placed(folder) for collected, _ in ready]
    lost = [c for c in placed if not c.is_there]
    if lost:  # their files are gone, or were never on this machine: they are read again
        deployment.scans.unstage(scan_id, [c.unit for c in lost])
    there = [c for c in placed if c.is_there]
    with trace.span("publish", cirrograph_units=len(there)), metrics.PUBLISH_SECONDS.time():
        publisher.publish(there, {c.unit.id: attempt for c, attempt in ready})
    metrics.UNITS_PUBLISHED.inc(len(there))
    for collected in placed:
        for file in (collected.staged, collected.quarantine):
            if file is not None:
                file.path.unlink(missing_ok=True)


def evaluate_touched(deployment: Deployment, connector: Connector) -> Evaluation:
    """Ask the controls that what was published since they were asked, the clock or a waiver turns.

    What was published is noted on the connector, and forgotten only once it is evaluated: a worker
    that dies in between leaves it to the next.
    """
    touched = deployment.ledger.touched(connector)
    said = evaluate_connector(deployment, connector, touched=touched)
    if touched and not said.publishing:
        deployment.ledger.forget_touched(connector, touched)
    return said


def evaluate_connector(
    deployment: Deployment, connector: Connector, *, touched: Iterable[str] | None = None
) -> Evaluation:
    """Run the controls that a scan, the clock or a waiver may have turned; all for None."""
    store_files(deployment.driver, deployment.settings.own, database=deployment.database)
    with trace.span("evaluate"), metrics.EVALUATE_SECONDS.time():
        said = evaluate(
            deployment.driver,
            deployment.lake,
            deployment.catalogue,
            deployment.in_force(),
            connector,
            database=deployment.database,
            touched=touched,
            limits=Limits(seconds=deployment.settings.control_seconds),
        )
    for change, many in (("opened", said.opened), ("changed", said.changed),
                         ("closed", said.closed)):  # fmt: skip
        metrics.FINDINGS_WRITTEN.labels(change).inc(many)
    ran = (said.verdicts[control] for control in said.ran)
    metrics.CONTROLS_FAILED.inc(sum(verdict.failed_to_run for verdict in ran))
    return said


def evaluate_all(deployment: Deployment, connectors: Sequence[Connector]) -> Iterator[Evaluation]:
    """Run all controls on what connectors last read, each control once for many of them."""
    store_files(deployment.driver, deployment.settings.own, database=deployment.database)
    yield from evaluate_company(
        deployment.driver,
        deployment.lake,
        deployment.catalogue,
        deployment.in_force(),
        connectors,
        database=deployment.database,
        limits=Limits(seconds=deployment.settings.control_seconds),
    )
