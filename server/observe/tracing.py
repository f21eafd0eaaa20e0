"""Send traces where OpenTelemetry's own variables say, with the extra `telemetry`.

Without such a variable nothing is loaded, and the spans that stand in the code (`graph.trace`) cost
a look at a variable. A scan is one trace, whichever workers do it: its ids follow from the scan's,
and its own span is written when it ends.
"""

from __future__ import annotations

import importlib.metadata
import logging
import os
import threading
from collections.abc import Mapping
from typing import Any

from opentelemetry import trace
from opentelemetry.trace import SpanContext, Status, StatusCode

from graph.trace import Listening, scan_context

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
MISSING = (
    "traces are asked for (OTEL_EXPORTER_OTLP_ENDPOINT), and the packages that send them are not "
    "there: install Cirrograph with the extra `telemetry`"
)

_log = logging.getLogger("cirrograph.observe")
_provider: list[Any] = []
_one_at_a_time = threading.Lock()


def is_wanted(env: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the variables ask for traces."""
    if env.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return False
    if env.get("OTEL_TRACES_EXPORTER", "").lower() == "none":
        return False
    return any(env.get(name) for name in ENDPOINTS)


def start(env: Mapping[str, str] = os.environ) -> Any:
    """Begin to send traces where they are wanted; return what to shut down in the end, or None."""
    if not is_wanted(env):
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - an extra, and slow
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - the same
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - the same
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - the same
    except ImportError:
        _log.warning(MISSING)
        return None
    about = {"service.name": env.get("OTEL_SERVICE_NAME") or "cirrograph"}
    resource = Resource.create({**about, "service.version": _version()})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    use(provider)
    return provider


def use(provider: Any) -> None:
    """Have spans made by a provider; by None, there are none."""
    _provider[:] = [provider] if provider else []
    Listening.tracer = provider and provider.get_tracer("cirrograph", _version())


def write_scan(
    scan: str, *, began: float, ended: float, failed: str | None, attributes: Mapping[str, Any]
) -> None:
    """Write the span of a whole scan, once it has ended; times are seconds since 1970."""
    if not _provider:
        return
    with _one_at_a_time:
        tracer = _provider[0].get_tracer("cirrograph.scan", _version())
        tracer.id_generator = _Ids(scan_context(scan))  # the SDK has no other way to say so
        opened = tracer.start_span(
            "scan", context=trace.set_span_in_context(trace.INVALID_SPAN),
            start_time=int(began * 1e9), attributes={"cirrograph.scan": scan, **attributes},
        )  # fmt: skip
    if failed:
        opened.set_status(Status(StatusCode.ERROR, failed))
    opened.end(end_time=int(ended * 1e9))


class _Ids:
    """Gives one span the ids that others have named as their parent's already."""

    def __init__(self, wanted: SpanContext) -> None:
        self._wanted = wanted

    def generate_trace_id(self) -> int:
        return self._wanted.trace_id

    def generate_span_id(self) -> int:
        return self._wanted.span_id

    def is_trace_id_random(self) -> bool:
        return False


def _version() -> str:
    return importlib.metadata.version("cirrograph")
