"""Ask for scans and follow them to their end; workers do them (`server.work`)."""

from __future__ import annotations

import contextlib
import functools
import itertools
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

from graph.ledger import Connector
from graph.scan import AlreadyScanning, NoSuchScan, Progress, TooSoon
from server.deployment import Deployment
from server.result import ScanResult
from server.work.worker import Worker

POLL_SECONDS = 0.2
HELP_TURNS = 25  # every so many polls it is seen to that a worker is there


class ScanFailed(Exception):
    """A scan could not be done; the message says why, and what was published stays."""


Refusal: TypeAlias = ScanFailed | TooSoon | AlreadyScanning


class Watcher(Protocol):
    """Is told how a scan goes on."""

    def progressed(self, connector: str, progress: Progress) -> None:
        """Note how far a scan is."""


class Ask(Protocol):
    """Asks for the scan of a connector."""

    def __call__(self, connector: Connector, *, sweep_large: bool) -> tuple[str, bool]:
        """Return its id and whether it is new. Raises TooSoon, AlreadyScanning."""


class Silent:
    """Watches without a word."""

    def progressed(self, connector: str, progress: Progress) -> None:
        """Say nothing."""


def request(
    deployment: Deployment, connector: Connector, *, sweep_large: bool = False
) -> tuple[str, bool]:
    """Ask for a scan; return its id and whether it is new. Raises TooSoon, AlreadyScanning."""
    return deployment.scans.request(
        connector, interval=deployment.settings.scan_interval, sweep_large=sweep_large
    )


def scan(
    deployment: Deployment,
    connectors: Sequence[Connector],
    *,
    watcher: Watcher | None = None,
    sweep_large: bool = False,
    ask: Ask | None = None,
) -> dict[str, ScanResult | Refusal]:
    """Scan connectors side by side; return by name what came of each.

    `ask` asks for each scan, such as with a record of who did (`server.changes.scans`). A worker of
    this process does it where none is at work, also when the one that was dies. Raises
    WorkStoreFailed, and what `ask` raises.
    """
    ask = ask or functools.partial(request, deployment)
    ended: dict[str, ScanResult | Refusal] = {}
    wanted: dict[str, str] = {}
    for connector in connectors:
        try:
            wanted[connector.name], _ = ask(connector, sweep_large=sweep_large)
        except (TooSoon, AlreadyScanning) as refused:
            ended[connector.name] = refused
    with helped(deployment, wanted.values()) as help_out:
        ended |= follow(deployment, wanted, watcher or Silent(), help_out)
    return {connector.name: ended[connector.name] for connector in connectors}


@contextlib.contextmanager
def helped(deployment: Deployment, scans: Collection[str]) -> Iterator[Callable[[], None]]:
    """Give what has a worker of this process begin as soon as no other is at work."""
    with contextlib.ExitStack() as own:
        at_work: list[Worker] = []

        def help_out() -> None:
            if at_work:
                at_work[0].check()
            elif scans and not deployment.workers.alive():
                at_work.append(own.enter_context(Worker(deployment)))

        help_out()
        yield help_out


def follow(
    deployment: Deployment,
    scans: Mapping[str, str],
    watcher: Watcher,
    help_out: Callable[[], None] = lambda: None,
) -> dict[str, ScanResult | ScanFailed]:
    """Wait until scans, by their connectors' names, are finished; return what came of each."""
    ended: dict[str, ScanResult | ScanFailed] = {}
    for turn in itertools.count(1):
        for name, scan_id in scans.items():
            if name not in ended and (outcome := _outcome(deployment, name, scan_id, watcher)):
                ended[name] = outcome
        if len(ended) == len(scans):
            return ended
        if turn % HELP_TURNS == 0:
            help_out()
        time.sleep(POLL_SECONDS)
    raise AssertionError("it waits for ever")


def _outcome(
    deployment: Deployment, name: str, scan_id: str, watcher: Watcher
) -> ScanResult | ScanFailed | None:
    """Tell the watcher how far a scan is; return what came of it, None while it goes on."""
    try:
        scan = deployment.scans.scan(scan_id)
        watcher.progressed(name, deployment.scans.progress(scan_id))
    except NoSuchScan:
        return ScanFailed(f"scan {scan_id} is gone: its connector was removed")
    if not scan.finished:
        return None
    if scan.summary is None:
        return ScanFailed(scan.error or f"scan {scan_id} ended without a result")
    return ScanResult.of(scan.summary)
