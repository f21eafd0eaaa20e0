"""Workers in processes of their own, quick to start, so that a test can kill them by the dozen.

The nursery is a process that has imported everything and forks a worker for each line it gets on
standard input. A worker is the product's own: deployment, engine, rounds; only the number of its
controls may be cut down, for tests that look at other things.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import psutil

import graph.connect
import server.work.engine
from controls.load import load
from graph.connect import connect
from graph.lake import Lake
from ingest.catalogue import discover
from server.deployment import Deployment
from server.settings import Settings
from server.work.worker import Worker

FEW = ("aws/s3/bucket_public_access", "aws/iam/user_console_mfa")

TYPES, CONTROLS = discover(), load(())  # read once, before the forks


@dataclasses.dataclass(frozen=True, kw_only=True)
class Child:
    """A worker's process."""

    pid: int
    log: Path

    def at_work(self, seconds: float = 180) -> None:
        """Wait until it says that it is at work."""
        until = time.monotonic() + seconds
        while "at work" not in self.log.read_text():
            assert time.monotonic() < until, self.log.read_text()
            time.sleep(0.01)

    def kill(self) -> None:
        """End it at once, as a crash would."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._gone()

    def pause(self) -> None:
        """Stop it where it is, as a machine that is put to sleep."""
        os.kill(self.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on after a pause."""
        os.kill(self.pid, signal.SIGCONT)

    def end(self) -> None:
        """End it in order."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        self._gone()

    @property
    def is_alive(self) -> bool:
        return psutil.pid_exists(self.pid)

    def _gone(self) -> None:
        until = time.monotonic() + 30
        while self.is_alive:
            assert time.monotonic() < until, self.log.read_text()
            time.sleep(0.01)


class Nursery:
    """Starts workers; use it as a context, which kills those that are left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._children: list[Child] = []

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.server.work.nursery"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def worker(self, env: dict[str, str], controls: Sequence[str] = FEW) -> Child:
        """Fork a worker with these environment variables and controls."""
        log = self._folder / f"worker-{len(self._children)}.log"
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        line = json.dumps({"env": env, "controls": list(controls), "log": str(log)})
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        log.touch()
        child = Child(pid=int(self._process.stdout.readline()), log=log)
        self._children.append(child)
        return child


def main() -> None:
    assert server.work.engine.__name__ in sys.modules  # imported once, before the forks
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead need no burial
    for line in sys.stdin:
        asked = json.loads(line)
        pid = os.fork()
        if pid == 0:
            sys.stdin.close()
            _live(asked)
        print(pid, flush=True)  # noqa: T201 - the answer


def _live(asked: dict[str, Any]) -> None:
    code = 1
    with Path(asked["log"]).open("w", buffering=1) as log, contextlib.redirect_stdout(log):
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        for name in [n for n in os.environ if n.startswith(("AWS_", "NEO4J_", "CIRROGRAPH_"))]:
            del os.environ[name]
        os.environ.update(asked["env"])
        try:
            with contextlib.suppress(KeyboardInterrupt):
                _work(asked["controls"])
            code = 0
        except BaseException:  # noqa: BLE001 - it goes into the log
            traceback.print_exc()
    os._exit(code)


def _work(controls: Sequence[str]) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    for noisy in ("neo4j", "botocore", "boto3", "urllib3"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    settings = Settings.from_env()
    at = graph.connect.Settings.from_env()
    with connect(at, retry_seconds=settings.outage_seconds) as driver:
        deployment = Deployment(
            settings=settings, catalogue=TYPES, driver=driver, database=at.database, broken=(),
            controls={id_: CONTROLS[id_] for id_ in controls}, lake=Lake(settings.lake),
        )  # fmt: skip
        with Worker(deployment) as worker:
            print("at work", flush=True)  # noqa: T201 - into its log
            worker.wait()


@contextlib.contextmanager
def in_background(work: Any) -> Iterator[list[BaseException]]:
    """Run `work(stop)` in a thread while the block runs; what it raises is raised at the end."""
    stop = threading.Event()
    faults: list[BaseException] = []

    def run() -> None:
        try:
            work(stop)
        except BaseException as fault:  # noqa: BLE001 - handed to the test
            faults.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield faults
    finally:
        stop.set()
        thread.join()
    if faults:
        raise faults[0]


if __name__ == "__main__":
    main()
