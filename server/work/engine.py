"""The engine that runs jobs: dbos, on SQLite by default, on PostgreSQL for several machines.

A job is a name and ids: what it has to do, and what of it is done, is in the ledger. The engine
gives queues with limits, hands each job to one worker, and keeps what was asked for across crashes.
Its ids are made of the work (`scan:kind:service:number`), so that two who ask for the same get one.

There is one engine a process, since dbos is one. Left out: its schedules, which lose the ticks of
an outage, and its steps, since the ledger says what is done.
"""

from __future__ import annotations

import collections
import datetime
import logging
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy
import sqlalchemy.exc
from dbos import DBOS, SetEnqueueOptions, SetWorkflowID
from dbos._error import DBOSException
from dbos._migration import get_migration_versions, get_sqlite_migration_versions
from dbos._serialization import DBOSPortableJSONSerializer

from server.settings import Settings
from server.work.kinds import COLLECT, PUBLISH, SCAN, WorkStoreFailed

ACTIVE = ["PENDING", "ENQUEUED", "DELAYED"]
VERSION = "1"  # of what jobs carry: any worker of this version may run them
POLL_SECONDS = {"sqlite": 0.1, "postgresql": 0.25}
KEEP_SECONDS = 7 * 86_400  # finished jobs are forgotten after a week
LISTEN_SECONDS = 0.2  # the engine's listener sleeps for so long, also when it is to end

Run = Callable[[str, str, str | None], None]
Job: TypeAlias = tuple[str, str | None]  # its kind and, of a COLLECT, the service

_running: list[Run] = []  # what this process's jobs call; empty while no engine runs


@DBOS.workflow(name="job")
def _job(kind: str, scan: str, service: str | None) -> None:
    _running[0](kind, scan, service)


class Engine:
    """Runs jobs as one executor, from `start` to `stop`."""

    def __init__(self, settings: Settings, executor: str, run: Run) -> None:
        self._settings = settings
        self._url = settings.work_url
        self._executor = executor
        self._run = run
        self._active = 0
        self._lock = threading.Lock()
        self._limits: dict[str, dict[str, Any]] = {
            SCAN: {"worker_concurrency": settings.scans},
            COLLECT: {
                "worker_concurrency": settings.services * settings.scans,
                "partition_concurrency": settings.services,
            },
            PUBLISH: {"worker_concurrency": settings.scans, "partition_concurrency": 1},
        }

    def start(self) -> None:
        """Open the store and begin to run jobs. Raises WorkStoreFailed."""
        scheme = check_store(self._url)
        logging.getLogger("dbos").setLevel(logging.CRITICAL)
        if scheme == "sqlite":
            self._settings.home.mkdir(parents=True, exist_ok=True)
        _running[:] = [self._counted]
        try:
            _check_version(self._url)
            DBOS(
                config={
                    "name": "cirrograph",
                    "system_database_url": self._url,
                    "executor_id": self._executor,
                    "application_version": VERSION,
                    "serializer": DBOSPortableJSONSerializer(),  # ids need no pickle
                    "notification_listener_polling_interval_sec": LISTEN_SECONDS,
                    "log_level": "CRITICAL",
                    "console_log_level": "CRITICAL",
                }
            )
            DBOS.launch()
            for name, limits in self._limits.items():
                DBOS.register_queue(
                    name, polling_interval_sec=POLL_SECONDS[scheme], on_conflict="always_update",
                    **limits,
                )  # fmt: skip
        except WorkStoreFailed:
            self.stop()
            raise
        except (sqlalchemy.exc.SQLAlchemyError, DBOSException, OSError) as error:
            self.stop()
            raise _store_failed(self._url, error) from None

    def stop(self, *, wait: float = 0) -> bool:
        """End; jobs that run get `wait` seconds to notice. Tells whether all of them ended."""
        until = time.monotonic() + wait
        while self._active and time.monotonic() < until:
            time.sleep(0.02)
        DBOS.destroy()
        _running.clear()
        return not self._active

    def ensure(self, scan: str, connector: str, jobs: Iterable[Job]) -> None:
        """Have each of a scan's jobs run unless one like it waits or runs."""
        there = DBOS.list_workflows(
            workflow_id_prefix=f"{scan}:", load_input=False, load_output=False
        )
        tried: dict[str, list[str]] = collections.defaultdict(list)
        for known in there:
            tried[known.workflow_id.rpartition(":")[0]].append(known.status)
        for kind, service in jobs:
            name = f"{scan}:{kind}:{service or ''}"
            if any(status in ACTIVE for status in tried[name]):
                continue
            partition = None if kind == SCAN else connector
            with (
                SetWorkflowID(f"{name}:{len(tried[name]) + 1}"),
                SetEnqueueOptions(queue_partition_key=partition),
            ):
                DBOS.enqueue_workflow(kind, _job, kind, scan, service)

    def hand_on(self, executor: str) -> int:
        """Give the unfinished jobs of a dead executor back to their queues; return how many."""
        jobs = DBOS.list_workflows(
            executor_id=executor, status="PENDING", load_input=False, load_output=False
        )
        for job in jobs:
            DBOS.resume_workflow(job.workflow_id, queue_name=job.queue_name)
        return len(jobs)

    def forget_old(self) -> None:
        """Delete the records of jobs that ended long ago."""
        before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=KEEP_SECONDS)
        old = DBOS.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
            end_time=before.isoformat(), limit=1_000, load_input=False, load_output=False,
        )  # fmt: skip
        if old:
            DBOS.delete_workflows([job.workflow_id for job in old])

    def _counted(self, kind: str, scan: str, service: str | None) -> None:
        with self._lock:
            self._active += 1
        try:
            self._run(kind, scan, service)
        finally:
            with self._lock:
                self._active -= 1


def check_store(url: str) -> str:
    """Return the kind of store an address names. Raises WorkStoreFailed."""
    try:
        scheme = sqlalchemy.make_url(url).get_backend_name()
    except sqlalchemy.exc.ArgumentError:
        scheme = ""
    if scheme not in POLL_SECONDS:
        raise WorkStoreFailed(
            "CIRROGRAPH_WORK_URL is no address of a store of jobs: write "
            "postgresql://user:password@host:5432/database, or unset it for a file of this machine"
        )
    return scheme


def _check_version(url: str) -> None:
    """Raise WorkStoreFailed when a newer engine has been at the store, before it is touched."""
    at = sqlalchemy.make_url(url)
    is_file = at.get_backend_name() == "sqlite"
    if is_file and not Path(at.database or "").exists():
        return
    store = sqlalchemy.create_engine(at if is_file else at.set(drivername="postgresql+psycopg"))
    try:
        there, known = (
            get_sqlite_migration_versions(store)
            if is_file
            else get_migration_versions(store, "dbos", use_listen_notify=True)
        )
    finally:
        store.dispose()
    if there > known:
        raise WorkStoreFailed(
            f"the jobs in {at.render_as_string(hide_password=True)} were kept by a newer version "
            f"(form {there}, and this one knows forms up to {known}): upgrade Cirrograph, or set "
            "CIRROGRAPH_WORK_URL to another store"
        )


def _store_failed(url: str, error: Exception) -> WorkStoreFailed:
    shown = sqlalchemy.make_url(url).render_as_string(hide_password=True)
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return WorkStoreFailed(
        f"jobs can't be kept in {shown} ({said[0] if said else type(error).__name__}): check that "
        "it runs and that CIRROGRAPH_WORK_URL is right, or unset it for a file of this machine"
    )
