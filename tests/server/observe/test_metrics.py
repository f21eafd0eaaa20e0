"""What `/metrics` shows of a real app and a real scan, and what it never shows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
import sqlalchemy.exc
from prometheus_client.parser import text_string_to_metric_families

from graph.connect import Settings as Neo4jSettings
from ingest import watch
from server.api import create_app, listen, running
from server.deployment import Deployment
from server.observe import gauges, metrics
from server.observe.http import Health, ping_work_store
from server.observe.operations import kind_of
from server.observe.serving import health_of, observed
from server.observe.settings import BadObserveSetting, ObserveSettings
from tests.clouds.aws.fixtures import AwsCloud
from tests.schema.estate import SHELF, judged
from tests.server.running import Shell, furnish, shell
from tests.server.test_api import Client
from tests.widgets import CATALOGUE

Series = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def series(text: str) -> Series:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(found: Series, name: str, **labels: str) -> float:
    return found.get((name, tuple(sorted(labels.items()))), 0.0)


@pytest.fixture
def client(driver: neo4j.Driver) -> Iterator[Client]:
    with running(create_app(driver, CATALOGUE, SHELF), port=0) as url:
        yield Client(url.removeprefix("http://"))


def shown(client: Client) -> Series:
    answer = client.ask("GET", "/metrics")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain")
    return series(answer.body.decode())


def test_requests_and_statements_are_counted(
    client: Client, graph: neo4j.Driver, tmp_path: Path
) -> None:
    judged(graph, tmp_path)
    before = shown(client)
    client.graphql(query="{ findings(first: 1) { totalCount } }")
    client.graphql(query="query A { nothing }")
    client.ask("GET", "/healthz")
    client.ask("GET", "/whatever/arn:aws:s3:::secret-bucket")
    after = shown(client)

    def more(name: str, **labels: str) -> float:
        return value(after, name, **labels) - value(before, name, **labels)

    posts = {"route": "/graphql", "method": "POST"}
    assert more("cirrograph_http_requests_total", **posts, status="2xx") == 2
    assert more("cirrograph_http_requests_total", route="other", method="GET", status="4xx") == 1
    assert more("cirrograph_http_request_seconds_count", route="/graphql") == 2
    assert more("cirrograph_graphql_operations_total", kind="query", outcome="ok") == 1
    assert more("cirrograph_graphql_operations_total", kind="query", outcome="error") == 1
    assert more("cirrograph_cypher_statements_total", kind="graphql", outcome="ok") == 1
    assert more("cirrograph_cypher_seconds_count", kind="graphql") == 1
    assert value(after, "cirrograph_http_requests_under_way") == 1  # this one
    assert value(after, "cirrograph_database_up") == 1
    assert any(name == "cirrograph_build_info" for name, _ in after)


def test_labels_are_few_and_name_nothing(driver: neo4j.Driver, client: Client) -> None:
    for path in ("/a/arn:aws:iam::123456789012:user/ann", "/b?token=hunter2", "/%00", "/metrics/x"):
        client.ask("GET", path)
    client.ask("BREW", "/graphql")
    text = client.ask("GET", "/metrics").body.decode()
    for secret in ("123456789012", "hunter2", "ann", "BREW"):
        assert not re.search(rf'="[^"]*{secret}', text)
    routes = {v for name, labels in series(text) for k, v in labels if k == "route"}
    app = create_app(driver, CATALOGUE, SHELF)
    assert routes <= {f"/{getattr(r, 'path', '/').split('/')[1]}" for r in app.routes} | {"other"}


def test_services_beyond_the_most_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "MOST_SERVICES", 2)
    monkeypatch.setattr(metrics, "_services", set())
    metrics.start()
    for name in ("one:Get", "two:Get", "three:Get", "four:Get", "one:List"):
        watch.call(name)
    found = series(metrics.exposition().decode())
    assert value(found, "cirrograph_cloud_calls_total", service="one") == 2
    assert value(found, "cirrograph_cloud_calls_total", service=metrics.OTHER) == 2
    assert value(found, "cirrograph_cloud_calls_total", service="three") == 0


@pytest.fixture
def user(
    aws_cloud: AwsCloud, graph: neo4j.Driver, neo4j_server: Neo4jSettings, tmp_path: Path
) -> Shell:
    assert graph is not None  # emptied
    furnish(aws_cloud.moto_url)
    return shell(tmp_path / "home", neo4j_server, aws_cloud.endpoint_url)


def test_a_scan_is_seen_from_its_calls_to_its_findings(user: Shell, aws_cloud: AwsCloud) -> None:
    metrics.start()
    before = series(metrics.exposition().decode())
    aws_cloud.proxy.throttle("sns:ListTopics", times=2)
    user.json("connectors", "add", "aws", "--name", "shop", "--regions", "us-east-1")
    user.json("scan")
    with user.surrounded(), Deployment.open() as deployment:
        text = metrics.exposition(gauges.Gauges(deployment.driver, deployment.database)).decode()
    after = series(text)

    def more(name: str, **labels: str) -> float:
        return value(after, name, **labels) - value(before, name, **labels)

    assert more("cirrograph_cloud_calls_total", service="s3") > 3
    assert more("cirrograph_cloud_throttles_total", service="sns") >= 1
    assert more("cirrograph_jobs_total", kind="publish", outcome="ok") >= 1
    assert more("cirrograph_publish_seconds_count") >= 1
    assert more("cirrograph_units_published_total") > 40
    assert more("cirrograph_findings_written_total", change="opened") > 5
    assert more("cirrograph_evaluate_seconds_count") >= 1
    assert more("cirrograph_cypher_statements_total", kind="control", outcome="ok") > 100
    assert more("cirrograph_cypher_statements_total", kind="write", outcome="ok") > 3
    assert value(after, "cirrograph_connectors", cloud="aws", state="online") == 1
    assert value(after, "cirrograph_units", cloud="aws", state="complete") > 40
    assert sum(v for (name, _), v in after.items() if name == "cirrograph_scans") == 1
    assert value(after, "cirrograph_scans_under_way") == 0
    assert value(after, "cirrograph_publishing") == 0
    assert value(after, "cirrograph_stuck_transactions") == 0
    assert sum(v for (name, _), v in after.items() if name == "cirrograph_findings") > 5
    assert "123456789012" not in text  # the account
    assert "shop" not in text


def test_what_the_database_knows_is_asked_once_in_a_while(graph: neo4j.Driver) -> None:
    asked = gauges.Gauges(graph)
    first = {m.name: m.samples for m in asked.collect()}
    graph.execute_query("CREATE (:Connector {id: 'a', cloud: 'aws', state: 'online'})")
    assert {m.name: m.samples for m in asked.collect()} == first
    (one,) = [m for m in gauges.Gauges(graph).collect() if m.name == "cirrograph_connectors"]
    assert [s.value for s in one.samples] == [1]


def test_a_database_that_is_away_is_said_and_no_fault() -> None:
    with listen(port=0) as closed:
        uri = f"bolt://127.0.0.1:{closed.getsockname()[1]}"
    with neo4j.GraphDatabase.driver(uri, connection_timeout=1) as away:
        text = metrics.exposition(gauges.Gauges(away)).decode()
        assert value(series(text), "cirrograph_database_up") == 0
        with running(create_app(away, CATALOGUE, SHELF), port=0) as url:
            client = Client(url.removeprefix("http://"))
            assert client.ask("GET", "/metrics").status == 200
            assert client.ask("GET", "/readyz").status == 503


def test_it_may_be_switched_off(driver: neo4j.Driver) -> None:
    health = Health(driver=driver, shows_metrics=False)
    with running(create_app(driver, CATALOGUE, SHELF, health=health), port=0) as url:
        client = Client(url.removeprefix("http://"))
        assert client.ask("GET", "/metrics").status == 404
        assert client.ask("GET", "/readyz").status == 200


def test_a_worker_shows_its_own_on_a_port(user: Shell) -> None:
    with (
        user.surrounded(CIRROGRAPH_METRICS_PORT="0", CIRROGRAPH_METRICS="off"),
        Deployment.open() as deployment,
        observed(deployment) as address,
    ):
        assert address is not None
        assert address.startswith("http://127.0.0.1:")
        client = Client(address.removeprefix("http://"))
        assert value(shown(client), "cirrograph_database_up") == 1
        assert client.ask("GET", "/readyz").json() == {"status": "ok"}
        assert client.ask("GET", "/graphql").status == 404
    with user.surrounded(), Deployment.open() as deployment, observed(deployment) as address:
        assert address is None


def test_readiness_looks_at_the_work_store_too(user: Shell, tmp_path: Path) -> None:
    with listen(port=0) as closed:
        port = closed.getsockname()[1]
    away = f"postgresql://me:hunter2@127.0.0.1:{port}/jobs"
    with user.surrounded(CIRROGRAPH_WORK_URL=away), Deployment.open() as deployment:
        app = create_app(
            deployment.driver, CATALOGUE, SHELF, database=deployment.database,
            health=health_of(deployment),
        )  # fmt: skip
        with running(app, port=0) as url:
            answer = Client(url.removeprefix("http://")).ask("GET", "/readyz")
    assert answer.status == 503
    assert answer.json() == {"status": "the work store does not answer"}
    file = tmp_path / "work.sqlite"
    ping_work_store(f"sqlite:///{file}")
    assert not file.exists()
    sqlite3.connect(file).close()
    ping_work_store(f"sqlite:///{file}")
    file.write_bytes(b"this is no database, and long enough to look like one" * 40)
    with pytest.raises((sqlalchemy.exc.SQLAlchemyError, sqlite3.Error)):
        ping_work_store(f"sqlite:///{file}")


def test_a_work_store_in_postgresql_answers(postgres_url: str) -> None:
    ping_work_store(postgres_url)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("{ a }", "query"), ("query A { a }", "query"), ("mutation { a }", "mutation"),
        ("# query\n  mutation M { a }", "mutation"), ("subscription { a }", "subscription"),
        ("fragment F on A { a } mutation { ...F }", "mutation"), ("", "query"), ("}{", "query"),
    ],
)  # fmt: skip
def test_the_kind_of_an_operation(query: str, kind: str) -> None:
    assert kind_of(query) == kind


@pytest.mark.parametrize(
    ("name", "said"),
    [("CIRROGRAPH_METRICS_PORT", "http"), ("CIRROGRAPH_METRICS_PORT", "70000"),
     ("CIRROGRAPH_LOG", "xml"), ("CIRROGRAPH_LOG_LEVEL", "loud"), ("CIRROGRAPH_METRICS", "maybe")],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_named(name: str, said: str) -> None:
    with pytest.raises(BadObserveSetting, match=name):
        ObserveSettings.from_env({name: said})
