"""The counters and histograms of one process, in a registry of its own.

Every label is one of a known few: a route, a kind, a state, a service. No name, account, uid or id
of anything becomes one: series stay few, whatever is scanned, and tell nothing of it. What the
database knows is asked when somebody looks (`server.observe.gauges`), and is not counted here.

One registry a process, as there is one log: what runs in it twice (two apps in a test) adds up.
"""

from __future__ import annotations

import importlib.metadata
import platform
import threading

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from graph.trace import Kind, Listening
from ingest import watch

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
FAST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
SLOW = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900)
MOST_SERVICES = 200  # there are some eighty; whatever comes beyond is one series
OTHER = "other"

REGISTRY = CollectorRegistry(auto_describe=True)
ProcessCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)

BUILD = Gauge(
    "cirrograph_build_info", "What runs: always 1.", ("version", "python"), registry=REGISTRY
)
REQUESTS = Counter(
    "cirrograph_http_requests", "Requests by route, method and class of the answer's status.",
    ("route", "method", "status"), registry=REGISTRY,
)  # fmt: skip
REQUEST_SECONDS = Histogram(
    "cirrograph_http_request_seconds", "How long requests took until their answer began.",
    ("route",), buckets=FAST, registry=REGISTRY,
)  # fmt: skip
UNDER_WAY = Gauge(
    "cirrograph_http_requests_under_way", "Requests that are being answered.", registry=REGISTRY
)
OPERATIONS = Counter(
    "cirrograph_graphql_operations", "GraphQL operations by kind and how they ended: ok, error.",
    ("kind", "outcome"), registry=REGISTRY,
)  # fmt: skip
OPERATION_SECONDS = Histogram(
    "cirrograph_graphql_operation_seconds", "How long GraphQL queries and mutations took.",
    ("kind",), buckets=FAST, registry=REGISTRY,
)  # fmt: skip
STATEMENTS = Counter(
    "cirrograph_cypher_statements", "Cypher statements by what they were for, and how they ended.",
    ("kind", "outcome"), registry=REGISTRY,
)  # fmt: skip
STATEMENT_SECONDS = Histogram(
    "cirrograph_cypher_seconds", "How long Cypher statements took.",
    ("kind",), buckets=FAST, registry=REGISTRY,
)  # fmt: skip
CALLS = Counter(
    "cirrograph_cloud_calls", "Calls to clouds that this process made, by service.",
    ("service",), registry=REGISTRY,
)  # fmt: skip
THROTTLES = Counter(
    "cirrograph_cloud_throttles", "How often a service asked to be called less, by service.",
    ("service",), registry=REGISTRY,
)  # fmt: skip
JOBS = Counter(
    "cirrograph_jobs", "Jobs that this worker ended, by kind and how.",
    ("kind", "outcome"), registry=REGISTRY,
)  # fmt: skip
JOB_SECONDS = Histogram(
    "cirrograph_job_seconds", "How long jobs took.", ("kind",), buckets=SLOW, registry=REGISTRY
)
PUBLISH_SECONDS = Histogram(
    "cirrograph_publish_seconds", "How long units that were read together took to publish.",
    buckets=SLOW, registry=REGISTRY,
)  # fmt: skip
UNITS_PUBLISHED = Counter(
    "cirrograph_units_published", "Units that this worker published.", registry=REGISTRY
)
EVALUATE_SECONDS = Histogram(
    "cirrograph_evaluate_seconds", "How long evaluations took.", buckets=SLOW, registry=REGISTRY
)
FINDINGS_WRITTEN = Counter(
    "cirrograph_findings_written", "Findings that evaluations opened, changed or closed.",
    ("change",), registry=REGISTRY,
)  # fmt: skip
CONTROLS_FAILED = Counter(
    "cirrograph_controls_failed_to_run", "Controls that evaluations could not ask to the end.",
    registry=REGISTRY,
)  # fmt: skip

_services: set[str] = set()
_started = threading.Event()


def start() -> None:
    """Begin to count; once a process."""
    if _started.is_set():
        return
    _started.set()
    BUILD.labels(importlib.metadata.version("cirrograph"), platform.python_version()).set(1)
    watch.called.append(lambda service: CALLS.labels(_known(service)).inc())
    watch.held.append(lambda service: THROTTLES.labels(_known(service)).inc())
    Listening.told = _statement_done


def exposition(more: Collector | None = None) -> bytes:
    """Return all series as text, with those of a collector that is asked now."""
    text = generate_latest(REGISTRY)
    if more is None:
        return text
    asked = CollectorRegistry()
    asked.register(more)
    return text + generate_latest(asked)


def _statement_done(kind: Kind, seconds: float, failed: str | None) -> None:
    STATEMENTS.labels(kind, "error" if failed else "ok").inc()
    STATEMENT_SECONDS.labels(kind).observe(seconds)


def _known(service: str) -> str:
    """Return a service's name, or the one of all beyond the most that are told apart."""
    if service not in _services:
        if len(_services) >= MOST_SERVICES:
            return OTHER
        _services.add(service)
    return service
