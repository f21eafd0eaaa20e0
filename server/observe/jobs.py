"""What stands around every job of a worker: ids in the log, a span in its scan's trace, a count."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from graph.scan import Scan
from graph.trace import span, within_scan
from server.observe import logs, metrics, tracing


@contextlib.contextmanager
def job(kind: str, scan: str, service: str | None) -> Iterator[None]:
    """Tell of a job while it runs, and of how it ended."""
    ids = {"scan": scan, "job": kind} | ({"service": service} if service else {})
    began, outcome = time.perf_counter(), "ok"
    with (
        logs.bound(**ids),
        within_scan(scan),
        span(f"job {kind}", cirrograph_scan=scan, cirrograph_service=service),
    ):
        try:
            yield
        except BaseException:  # whatever ends it, the job has ended so; it goes on its way
            outcome = "error"
            raise
        finally:
            metrics.JOBS.labels(kind, outcome).inc()
            metrics.JOB_SECONDS.labels(kind).observe(time.perf_counter() - began)


def scan_ended(scan: Scan, seconds: float, error: str | None) -> None:
    """Tell of a scan that has ended."""
    ended = time.time()
    logs.logger("work").info(
        "scan ended", scan=scan.id, seconds=round(seconds, 3), calls=scan.calls,
        incomplete=error is not None,
    )  # fmt: skip
    tracing.write_scan(
        scan.id, began=ended - seconds, ended=ended, failed="incomplete" if error else None,
        attributes={"cirrograph.calls": scan.calls},
    )  # fmt: skip
