"""Put spans around work and tell how long statements took, at no cost while nobody listens.

What is open stands in OpenTelemetry's context, so that a statement becomes part of the request or
job that needed it. A span holds Cypher's text and never its parameters, and of an error its kind
and never its words: both may hold what was read. The API package alone does nothing;
`server.observe` sets `tracer` and `told` where the settings ask for it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar

from opentelemetry import context, trace
from opentelemetry.trace import NonRecordingSpan, SpanContext, Status, StatusCode, TraceFlags

Kind: TypeAlias = Literal["graphql", "control", "ledger", "write", "read", "command"]

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_TEXT = 10_000
NOTHING: AbstractContextManager[None] = contextlib.nullcontext()


class Listening:
    """Who listens in this process: nobody, until somebody says so."""

    tracer: trace.Tracer | None = None
    told: Callable[[Kind, float, str | None], None] | None = None


def span(name: str, **attributes: str | float | None) -> AbstractContextManager[Any]:
    """Put a span around a block; `_` in a name stands for a dot."""
    if Listening.tracer is None:
        return NOTHING
    return _span(name, {k.replace("_", "."): v for k, v in attributes.items() if v is not None})


def statement(kind: Kind, text: str) -> AbstractContextManager[Any]:
    """Put a span around one statement, and tell how long it took."""
    if Listening.tracer is None and Listening.told is None:
        return NOTHING
    return _statement(kind, text)


def carried(work: Callable[P, R]) -> Callable[P, R]:
    """Return `work`, to be part of what is open here when another thread does it."""
    if Listening.tracer is None:
        return work
    here = context.get_current()

    @functools.wraps(work)
    def carrying(*args: P.args, **kwargs: P.kwargs) -> R:
        token = context.attach(here)
        try:
            return work(*args, **kwargs)
        finally:
            context.detach(token)

    return carrying


@contextlib.contextmanager
def within_scan(scan: str) -> Iterator[None]:
    """Make what the block opens part of a scan's trace, whichever worker does it."""
    if Listening.tracer is None:
        yield
        return
    token = context.attach(trace.set_span_in_context(NonRecordingSpan(scan_context(scan))))
    try:
        yield
    finally:
        context.detach(token)


def scan_context(scan: str) -> SpanContext:
    """Return the span of a whole scan: its ids follow from the scan's, so all workers know them."""
    digest = hashlib.sha256(scan.encode()).digest()
    return SpanContext(
        trace_id=int.from_bytes(digest[:16]) or 1,
        span_id=int.from_bytes(digest[16:24]) or 1,
        is_remote=True,
        trace_flags=TraceFlags(TraceFlags.SAMPLED),
    )


@contextlib.contextmanager
def _span(name: str, attributes: Mapping[str, Any]) -> Iterator[trace.Span]:
    tracer = Listening.tracer
    assert tracer is not None  # noqa: S101 - its callers have looked
    with tracer.start_as_current_span(
        name, attributes=dict(attributes), record_exception=False, set_status_on_exception=False
    ) as opened:
        try:
            yield opened
        except BaseException as error:
            opened.set_status(Status(StatusCode.ERROR, type(error).__name__))
            raise


@contextlib.contextmanager
def _statement(kind: Kind, text: str) -> Iterator[None]:
    about = {
        "db.system.name": "neo4j", "db.query.text": text.strip()[:LONGEST_TEXT],
        "cirrograph.statement": kind,
    }  # fmt: skip
    began = time.perf_counter()
    failed: str | None = None
    try:
        with _span(f"cypher {kind}", about) if Listening.tracer else NOTHING:
            yield
    except BaseException as error:
        failed = type(error).__name__
        raise
    finally:
        if Listening.told is not None:
            Listening.told(kind, time.perf_counter() - began, failed)
