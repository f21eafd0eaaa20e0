"""Let a process be looked at from its start to its end: its log, its traces, its metrics' port."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator

from starlette.applications import Starlette

from server.deployment import Deployment
from server.observe import logs, metrics, tracing
from server.observe.http import Health
from server.observe.settings import ObserveSettings


@contextlib.contextmanager
def observed(deployment: Deployment) -> Iterator[str | None]:
    """Log, count and trace while the block runs; give the address of the metrics' own port.

    Raises PortTaken.
    """
    settings = deployment.settings.observe
    logs.start(settings)
    metrics.start()
    provider = tracing.start()
    try:
        with _port(deployment, settings) as address:
            yield address
    finally:
        if provider is not None:
            tracing.use(None)
            provider.shutdown()


@contextlib.contextmanager
def _port(deployment: Deployment, settings: ObserveSettings) -> Iterator[str | None]:
    if settings.metrics_port is None:
        yield None
        return
    from server.api import running  # noqa: PLC0415 - slow to import, and where it is asked for only

    health = dataclasses.replace(health_of(deployment), shows_metrics=True)
    app = Starlette(routes=[*health.public(), *health.private()])
    with running(app, host=settings.metrics_host, port=settings.metrics_port) as address:
        yield address


def health_of(deployment: Deployment) -> Health:
    """Return what answers for a deployment's health."""
    return Health(
        driver=deployment.driver,
        database=deployment.database,
        work_url=deployment.settings.work_url,
        shows_metrics=deployment.settings.observe.shows_metrics,
    )
