"""Subscriptions: how far a connector's scan is, until it ends; what findings open and close."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Annotated, Any

import strawberry

from graph.ledger import Ledger, NoSuchConnector
from graph.scan import NoSuchScan
from graph.scans import Scans
from schema.enums import Severity
from schema.errors import Refused
from schema.news import NewFindings
from schema.viewer import LOCAL, Viewer

POLL_SECONDS = 0.5


class NotScanned(Refused):
    """There is no such connector, or it has not been scanned yet."""


def _told(description: str) -> Any:
    return strawberry.field(description=description)


@strawberry.type(description="How far a scan is, by its units.")
class ScanProgress:
    """How far a scan is."""

    scan: str = _told("Id of the scan.")
    state: str = _told("`queued`, `reading`, `evaluating`, `complete`, `incomplete` or `failed`.")
    units: int = _told("How many units there are; 0 until it is planned.")
    staged: int = _told("Units that are read and not yet published.")
    settled: int = _told("Units that are published.")
    complete: float = _told("The share of its units that are published, 0 to 1.")
    calls: int = _told("Calls to the cloud so far.")
    resources: int = _told("Resources in the units that are published.")
    unread: int = _told("Units that could not be read.")
    seconds: float = _told("Since it was asked for.")


@strawberry.type(description="What can be followed.")
class Subscription:
    """What can be followed."""

    @strawberry.subscription(  # type: ignore[untyped-decorator]  # the library's own
        name="scanProgress",
        description="How far a connector's newest scan is, each time that changes, until it ends.",
    )
    async def scan_progress(
        self,
        info: strawberry.Info[Any, Any],
        connector: Annotated[str, strawberry.argument(description="Its name or id.")],
    ) -> AsyncGenerator[ScanProgress, None]:
        """Follow a scan."""
        async for progress in info.context["progress"](connector):
            yield progress

    @strawberry.subscription(  # type: ignore[untyped-decorator]  # the library's own
        name="newFindings",
        description="What findings open, turn and close, one message for each evaluation. The "
        "first comes at once and is empty: what happens from then on is told.",
    )
    async def new_findings(
        self,
        info: strawberry.Info[Any, Any],
        connector: Annotated[
            str | None, strawberry.argument(description="Its name or id; all without it.")
        ] = None,
        severity: Annotated[
            Severity | None, strawberry.argument(description="Only of this severity.")
        ] = None,
    ) -> AsyncGenerator[NewFindings, None]:
        """Follow what evaluations change."""
        async for message in info.context["news"](connector, severity):
            yield message


async def follow(
    scans: Scans, ledger: Ledger, named: str, viewer: Viewer = LOCAL
) -> AsyncIterator[ScanProgress]:
    """Yield how far the newest scan of a connector is. Raises NotScanned.

    One that the viewer does not see is not there.
    """
    try:
        connector = await asyncio.to_thread(ledger.connector, named, viewer.connectors)
    except NoSuchConnector as error:
        raise NotScanned(str(error)) from None
    last: ScanProgress | None = None
    while True:
        scan = await asyncio.to_thread(scans.last, connector)
        if scan is None:
            raise NotScanned(f"{connector.name} has not been scanned yet")
        try:
            far = await asyncio.to_thread(scans.progress, scan.id)
        except NoSuchScan:
            return
        said = ScanProgress(
            scan=scan.id, state=far.state, units=far.units, staged=far.staged,
            settled=far.settled, complete=far.complete, calls=far.calls, resources=far.resources,
            unread=far.unread, seconds=round(far.seconds, 3),
        )  # fmt: skip
        if last is None or _moved(said, last):
            yield said
            last = said
        if scan.finished:
            return
        await asyncio.sleep(POLL_SECONDS)


def _moved(now: ScanProgress, before: ScanProgress) -> bool:
    """Tell whether anything but the time is another."""
    return dataclasses.replace(now, seconds=0.0) != dataclasses.replace(before, seconds=0.0)
