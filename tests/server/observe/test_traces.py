"""Traces of the real app and of real scans, as OpenTelemetry's own SDK collects them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import neo4j
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from graph import trace
from graph.connect import Settings as Neo4jSettings
from server.api import create_app, running
from server.observe import tracing
from tests.clouds.aws.fixtures import AwsCloud
from tests.schema.estate import SHELF, judged
from tests.server.running import furnish, shell
from tests.server.test_api import Client
from tests.widgets import CATALOGUE

CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracing.use(provider)
    yield exporter
    tracing.use(None)
    provider.shutdown()


def named(spans: Sequence[ReadableSpan], name: str) -> list[ReadableSpan]:
    return [span for span in spans if span.name == name]


def one(spans: Sequence[ReadableSpan], name: str) -> ReadableSpan:
    (found,) = named(spans, name)
    return found


def trace_of(span: ReadableSpan) -> int:
    context = span.get_span_context()
    assert context is not None
    return context.trace_id


def parent(span: ReadableSpan) -> int:
    return span.parent.span_id if span.parent else 0


def id_of(span: ReadableSpan) -> int:
    context = span.get_span_context()
    assert context is not None
    return context.span_id


def test_from_a_request_to_its_cypher(
    driver: neo4j.Driver, graph: neo4j.Driver, spans: InMemorySpanExporter, tmp_path: Path
) -> None:
    judged(graph, tmp_path)
    spans.clear()
    with running(create_app(driver, CATALOGUE, SHELF), port=0) as url:
        client = Client(url.removeprefix("http://"))
        body = (
            b'{"query": "query Find($u: String!) { findings(first: 2) { totalCount } '
            b'resource(uid: $u) { name } }", "variables": {"u": "hunter2"}, '
            b'"operationName": "Find"}'
        )
        headers: Any = {"Content-Type": "application/json", "traceparent": CALLER}
        assert client.ask("POST", "/graphql", body, **headers).status == 200
    found = spans.get_finished_spans()
    request = one(found, "POST /graphql")
    operation = one(found, "graphql query")
    fields = [one(found, f"field {name}") for name in ("findings", "resource")]
    statements = named(found, "cypher graphql")
    assert len(statements) == 2
    assert f"{parent(request):016x}" == CALLER.split("-")[2]
    assert parent(operation) == id_of(request)
    assert {parent(field) for field in fields} == {id_of(operation)}
    assert {parent(s) for s in statements} == {id_of(field) for field in fields}
    assert {trace_of(s) for s in found} == {int(CALLER.split("-")[1], 16)}
    assert request.attributes is not None
    assert request.attributes["http.response.status_code"] == 200
    assert operation.attributes is not None
    assert operation.attributes["graphql.operation.name"] == "Find"
    assert all("MATCH" in str((s.attributes or {})["db.query.text"]) for s in statements)
    assert "hunter2" not in repr([s.to_json() for s in found])


def test_an_error_is_told_by_its_kind_and_not_by_its_words(
    graph: neo4j.Driver, spans: InMemorySpanExporter
) -> None:
    with (
        pytest.raises(neo4j.exceptions.ClientError),
        graph.session() as session,
        trace.statement("read", "RETURN 1 / $x"),
    ):
        session.run("RETURN 1 / $x + toInteger('hunter2')", x=0).consume()
    span = one(spans.get_finished_spans(), "cypher read")
    assert span.status.status_code == StatusCode.ERROR
    assert span.status.description == "ClientError"
    assert span.events == ()


@pytest.mark.promise("S11")
def test_a_scan_is_one_trace(
    aws_cloud: AwsCloud, graph: neo4j.Driver, neo4j_server: Neo4jSettings,
    spans: InMemorySpanExporter, tmp_path: Path,
) -> None:  # fmt: skip
    assert graph is not None  # emptied
    furnish(aws_cloud.moto_url)
    user = shell(tmp_path / "home", neo4j_server, aws_cloud.endpoint_url)
    user.json("connectors", "add", "aws", "--name", "shop", "--regions", "us-east-1")
    spans.clear()
    scan = user.json("scan")["scan"]
    found = spans.get_finished_spans()
    whole = trace.scan_context(scan)
    root = one(found, "scan")
    assert root.parent is None
    assert (trace_of(root), id_of(root)) == (whole.trace_id, whole.span_id)
    mine = [s for s in found if trace_of(s) == whole.trace_id]
    jobs = [s for s in mine if s.name.startswith("job ")]
    assert {s.name for s in jobs} == {"job scan", "job collect", "job publish"}
    assert {parent(job) for job in jobs} == {whole.span_id}
    collects = {id_of(s) for s in named(mine, "job collect")}
    # The engine may ask for a job again that has nothing left to do.
    publishes = {id_of(s) for s in named(mine, "job publish")}
    units = named(mine, "unit")
    assert len(units) > 40
    assert {parent(unit) for unit in units} <= collects
    assert {parent(s) for s in named(mine, "publish")} <= publishes
    evaluations = {id_of(s) for s in named(mine, "evaluate")}
    assert {parent(s) for s in named(mine, "evaluate")} <= publishes
    assert evaluations
    writes = {parent(s) for s in named(mine, "cypher write")}
    assert writes <= {id_of(s) for s in mine}
    assert writes
    controls = named(mine, "cypher control")
    assert controls
    assert {parent(s) for s in controls} <= evaluations
    said = repr([s.to_json() for s in found])
    for secret in ("hunter2", neo4j_server.password, "AKIATEST"):
        assert secret not in said


def test_nothing_is_made_and_next_to_nothing_costs_while_nobody_listens() -> None:
    tracing.use(None)
    listening, trace.Listening.told = trace.Listening.told, None
    try:
        assert trace.span("a", b=1) is trace.NOTHING
        assert trace.statement("read", "RETURN 1") is trace.NOTHING
        assert trace.carried(print) is print
        many = 100_000
        began = time.perf_counter()
        for _ in range(many):
            with trace.statement("read", "RETURN 1"):
                pass
        each = (time.perf_counter() - began) / many
    finally:
        trace.Listening.told = listening
    assert each < 20e-6  # a statement takes a millisecond; this is a microsecond or less


def test_nothing_of_the_sdk_is_loaded_unless_it_is_asked_for() -> None:
    code = (
        "import sys, server.serving, server.observe.serving, server.work.worker;"
        "from server.observe import tracing; assert tracing.start({}) is None;"
        "assert not [m for m in sys.modules if m.startswith('opentelemetry.sdk')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code


@pytest.mark.parametrize(
    ("env", "wanted"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://x", "OTEL_SDK_DISABLED": "true"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://x", "OTEL_TRACES_EXPORTER": "none"}, False),
    ],
)
def test_it_is_switched_on_by_opentelemetrys_own_variables(
    env: dict[str, str], *, wanted: bool
) -> None:
    assert tracing.is_wanted(env) is wanted
