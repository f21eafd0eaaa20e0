"""A worker: runs jobs, gives signs of life, and sees to it that what the ledger wants is done.

Beside the engine's threads it has one of its own, which goes round every second: it asks the ledger
for scans that are not finished and has each of their missing jobs run; every few seconds it beats,
and hands on the jobs of workers that were not heard of; and it lets schedules tick.

A database that is away costs rounds, never the worker: the ledger is asked again until it answers.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from graph import transactions
from graph.ledger import NoSuchConnector
from graph.scan import NoSuchScan, Scan
from graph.scans import QUEUED
from graph.workers import WorkerIdTaken
from graph.write import Overtaken
from ingest import memory
from ingest.refusal import CredentialsRefused
from server.deployment import Deployment
from server.observe import jobs as seen
from server.settings import Settings
from server.work import scanning
from server.work.accounts import Accounts
from server.work.kinds import AWAY, COLLECT, PUBLISH, SCAN, WorkerReplaced
from server.work.ticking import do_ticks

ROUND_SECONDS = 0.5
TIDY_SECONDS = 900.0
FAULTS = 5  # after so many faults of its jobs a scan has failed
TAKES = 50  # after so many takeovers too: something ends its workers again and again
END_SECONDS = 10.0
SCAN_ID = re.compile(r"[0-9a-f]{16}")
OLD_SECONDS = 7 * 86_400  # what is left of a scan that nobody knows is nobody's after a week

_log = logging.getLogger("cirrograph.work")


class Worker:
    """One worker of a deployment; use it as a context."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment = deployment
        self._settings = deployment.settings
        self._accounts = Accounts(deployment.settings, deployment.catalogue)
        self._stop = threading.Event()
        self._nudged = threading.Event()
        self._ended = threading.Event()
        self._work = scanning.Work(deployment=deployment, accounts=self._accounts, stop=self._stop)
        self._held = contextlib.ExitStack()
        self.replaced = False

    def __enter__(self) -> Self:
        """Begin. Raises WorkStoreFailed, WorkerIdTaken."""
        from server.work.engine import Engine  # noqa: PLC0415 - slow to import, and for workers only

        transactions.limit(self._settings.transaction_seconds)
        memory.save()
        try:
            self.id, self._token = self._register()
            self._engine = Engine(self._settings, self.id, self._run)
            self._engine.start()
        except BaseException:  # whatever it is, nothing is left behind
            if hasattr(self, "_token"):
                self._forget()
            self._held.close()
            raise
        self._thread = threading.Thread(target=self._rounds, name="rounds", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End: running jobs stop at the next point from which they can go on."""
        self._stop.set()
        self._nudged.set()
        self._thread.join(END_SECONDS)
        if self._engine.stop(wait=END_SECONDS):
            self._forget()
        # Else its jobs still count as running, and are handed on once it is found dead.
        self._accounts.close()
        self._held.close()

    def _forget(self) -> None:
        with contextlib.suppress(*AWAY):  # the database may be what is gone
            self._deployment.workers.forget(self.id, self._token)

    def _register(self) -> tuple[str, str]:
        """Begin under the id that is set, or the first of this host that nobody has."""
        where = f"{socket.gethostname()}:{self._settings.home.resolve()}"
        for id_ in _ids(self._settings):
            own = contextlib.ExitStack()
            try:
                own.enter_context(_locked_id(self._settings, id_))
                token = self._deployment.workers.register(id_, where)
            except WorkerIdTaken:
                own.close()
                if self._settings.worker_id:
                    raise
            else:
                self._held.enter_context(own)
                return id_, token
        raise AssertionError("numbers do not end")

    def nudge(self) -> None:
        """Look at the ledger now."""
        self._nudged.set()

    def wait(self) -> None:
        """Wait until the worker ends. Raises WorkerReplaced."""
        while not self._ended.wait(0.5):
            pass
        self.check()

    def check(self) -> None:
        """Raise WorkerReplaced when this worker no longer counts."""
        if self.replaced:
            raise WorkerReplaced(
                f"worker {self.id} was silent for more than {self._settings.dead_seconds:g} s "
                "(a paused machine?), and its jobs were handed on: start it again"
            )

    # Rounds

    def _rounds(self) -> None:
        beaten = tidied = float("-inf")
        while not self._stop.is_set():
            try:
                if time.monotonic() - beaten >= self._settings.heartbeat_seconds:
                    self._beat()
                    beaten = time.monotonic()
                if time.monotonic() - tidied >= TIDY_SECONDS:
                    tidied = time.monotonic()
                    self._tidy()
                self._reconcile()
                do_ticks(self._deployment, self.id)
            except AWAY as error:
                _log.warning("the database is away: %s", error)
            except Exception:  # noqa: BLE001 - a fault of one round must not end the worker
                _log.exception("a round failed")
            self._nudged.wait(ROUND_SECONDS)
            self._nudged.clear()
        self._ended.set()

    def _beat(self) -> None:
        workers = self._deployment.workers
        if not workers.beat(self.id, self._token):
            self.replaced = True
            self._stop.set()
            return
        for id_, claim in workers.claim_dead(self.id):
            handed = self._engine.hand_on(id_)
            self._deployment.schedules.give_back(id_)
            workers.forget(id_, claim)
            _log.warning("worker %s is dead: %d of its jobs are handed on", id_, handed)

    def _tidy(self) -> None:
        """Forget old jobs, tidy up the lake and the stage, copy the log of changes to the lake."""
        self._engine.forget_old()
        self._deployment.lake.tidy()
        stage = self._settings.stage
        for folder in stage.iterdir() if stage.is_dir() else ():
            # The folder is the user's choice: what does not look like ours is not touched.
            if SCAN_ID.fullmatch(folder.name) and self._is_over(folder):
                shutil.rmtree(folder, ignore_errors=True)
        self._deployment.access.audit.copy_to(self._deployment.lake)

    def _is_over(self, folder: Path) -> bool:
        """Tell whether a scan's files are of no use; another deployment may stage here too."""
        try:
            return self._deployment.scans.scan(folder.name).finished
        except NoSuchScan:
            return time.time() - folder.stat().st_mtime > OLD_SECONDS

    def _reconcile(self) -> None:
        """Have every missing job of every unfinished scan run."""
        for scan in self._deployment.scans.unfinished():
            self._ensure(scan)

    def _ensure(self, scan: Scan) -> None:
        if scan.take > TAKES:
            self._give_up(scan.id, f"taken over {TAKES} times: something ends its workers")
            return
        if scan.state == QUEUED:
            self._engine.ensure(scan.id, scan.connector, [(SCAN, None)])
            return
        waiting = self._deployment.scans.progress(scan.id).waiting
        self._engine.ensure(
            scan.id, scan.connector, [(PUBLISH, None), *((COLLECT, s) for s in waiting)]
        )

    # Jobs

    def _run(self, kind: str, scan: str, service: str | None) -> None:
        """Run one job; what it raises, the engine notes, and the next round asks for it again."""
        with seen.job(kind, scan, service):
            self._do(kind, scan, service)

    def _do(self, kind: str, scan: str, service: str | None) -> None:
        try:
            if kind == SCAN:
                scanning.plan_scan(self._work, scan)
                self.nudge()  # the next round asks for its other jobs
            elif kind == COLLECT:
                scanning.collect_service(self._work, scan, str(service))
            else:
                scanning.publish_scan(self._work, scan)
        except (NoSuchScan, Overtaken) as past:
            _log.info("job %s of scan %s has nothing to do: %s", kind, scan, past)
        except CredentialsRefused as refused:
            self._give_up(scan, str(refused), offline=True)
        except (scanning.Stopping, *AWAY):
            raise
        except Exception as fault:  # counted, so that a scan that can't be done ends
            _log.exception("job %s of scan %s failed", kind, scan)
            self._count(scan, fault)
            raise

    def _count(self, scan: str, fault: Exception) -> None:
        said = f"{type(fault).__name__}: {fault}"[:500]
        if self._deployment.scans.fault(scan, said) >= FAULTS:
            self._give_up(scan, f"failed {FAULTS} times, the last time by {said}")

    def _give_up(self, scan_id: str, error: str, *, offline: bool = False) -> None:
        scans = self._deployment.scans
        scan = scans.scan(scan_id)
        with contextlib.suppress(NoSuchConnector):
            connector = self._deployment.ledger.connector(scan.connector)
            scans.fail(connector, scan_id, error, offline=offline)


def _ids(settings: Settings) -> Iterable[str]:
    """Return the ids to try, the same ones in the same order at each start."""
    if settings.worker_id:
        return [settings.worker_id]
    host = _plain(socket.gethostname()) or "host"
    return (f"{host}-{number}" for number in itertools.count(1))


@contextlib.contextmanager
def _locked_id(settings: Settings, id_: str) -> Iterator[None]:
    """Hold an id while the block runs, by a lock that ends with the process.

    So after a crash the next one has the same id at once. Raises WorkerIdTaken.
    """
    folder = settings.home / "workers"
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / _plain(id_), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if not _locked(handle):
            raise WorkerIdTaken(
                f"a worker {id_!r} is at work already, in this home: end that one, or give this "
                "one another CIRROGRAPH_WORKER_ID"
            )
        yield
    finally:
        os.close(handle)


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "-", name)


def _locked(handle: int) -> bool:
    """Lock a file for as long as this process lives; False when another has it."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only on Windows

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
