"""The API over HTTP, as a client meets it."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import neo4j
import pytest

from server.access.limits import MOST_BYTES
from server.api import PortTaken, create_app, listen, running
from tests.schema.estate import SHELF, judged
from tests.widgets import CATALOGUE

ROOT = Path(__file__).parents[2]
JSON = {"Content-Type": "application/json"}


class Answer(NamedTuple):
    status: int
    body: bytes
    headers: Any

    def json(self) -> Any:
        return json.loads(self.body)


class Client(NamedTuple):
    host: str

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            connection.request(method, path, body, {**headers, "Connection": "close"})
            answer = connection.getresponse()
            return Answer(answer.status, answer.read(), answer.headers)
        finally:
            connection.close()

    def graphql(self, **asked: Any) -> Answer:
        return self.ask("POST", "/graphql", json.dumps(asked).encode(), **JSON)


@pytest.fixture(scope="module")
def client(driver: neo4j.Driver) -> Iterator[Client]:
    with running(create_app(driver, CATALOGUE, SHELF), port=0) as url:
        yield Client(url.removeprefix("http://"))


def test_a_query_with_variables(client: Client, graph: neo4j.Driver, tmp_path: Path) -> None:
    judged(graph, tmp_path)
    answer = client.graphql(
        query="query A($n: Int!) { findings(first: $n) { totalCount nodes { id } } } "
        "query B { mandates { id } }",
        variables={"n": 1},
        operationName="A",
    )
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json() == {
        "data": {"findings": {"totalCount": 3, "nodes": [{"id": "a-unit"}]}},
        "extensions": {"cost": {"requested": 1001, "limit": 500_000}},
    }


def test_errors_name_their_place(client: Client) -> None:
    said = client.graphql(query="{ resources(first: 5000) { nodes { uid } } }").json()
    assert said["data"] is None
    (error,) = said["errors"]
    assert error["path"] == ["resources"]
    assert "5000" in error["message"]
    (error,) = client.graphql(query="{ buckets }").json()["errors"]
    assert "Cannot query field" in error["message"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"query": "{ connectors { id } }"}', "text/plain", 415),
        (b"query=%7B%7D", "application/x-www-form-urlencoded", 415),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'[{"query": "{ connectors { id } }"}]', "application/json", 400),
        (b'{"query": 1}', "application/json", 400),
        (b'{"query": "{ a }", "variables": []}', "application/json", 400),
        (b'{"query": "{ a }", "variables": [1]}', "application/json", 400),
        (b'{"query": "{ a }", "operationName": 1}', "application/json", 400),
        (b'{"query": "' + b" " * MOST_BYTES + b'"}', "application/json", 413),
    ],
)
def test_what_is_no_request_is_refused(client: Client, body: bytes, kind: str, status: int) -> None:
    answer = client.ask("POST", "/graphql", body, **{"Content-Type": kind})
    assert answer.status == status
    assert answer.json()["errors"][0]["message"]


def test_only_known_host_names_are_answered(client: Client) -> None:
    assert client.ask("GET", "/healthz", Host="attacker.example").status == 400
    assert client.ask("GET", "/healthz", Host="localhost:8484").status == 200


def test_it_tells_whether_it_is_well(client: Client) -> None:
    for path in ("/healthz", "/readyz"):
        answer = client.ask("GET", path)
        assert (answer.status, answer.json()) == (200, {"status": "ok"})


def test_it_is_not_ready_without_a_database() -> None:
    with listen(port=0) as closed:
        uri = f"bolt://127.0.0.1:{closed.getsockname()[1]}"
    with (
        neo4j.GraphDatabase.driver(uri, connection_timeout=1) as away,
        running(create_app(away, CATALOGUE, SHELF), port=0) as url,
    ):
        client = Client(url.removeprefix("http://"))
        assert client.ask("GET", "/readyz").status == 503
        assert client.ask("GET", "/healthz").status == 200
        (error,) = client.graphql(query="{ connectors { id } }").json()["errors"]
        assert uri not in error["message"]


def test_the_schema_as_text(client: Client) -> None:
    assert b"type AwsWidget implements Resource" in client.ask("GET", "/schema.graphql").body


def test_a_port_in_use_is_said() -> None:
    with listen(port=0) as taken, pytest.raises(PortTaken, match=r"choose another with --port"):
        listen(port=taken.getsockname()[1])


SERVING = """
import sys
from starlette.applications import Starlette
from server.api import serve
print("up", flush=True)
serve(Starlette(), port=int(sys.argv[1]))
print("ended", flush=True)
"""


def test_a_signal_ends_it_quietly() -> None:
    with listen(port=0) as free:
        port = free.getsockname()[1]
    serving = subprocess.Popen(  # noqa: S603 - our own command line
        [sys.executable, "-c", SERVING, str(port)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        client = Client(f"127.0.0.1:{port}")
        while True:
            try:
                assert client.ask("GET", "/nothing").status == 404
                break
            except ConnectionRefusedError:
                assert serving.poll() is None, serving.communicate()
        serving.send_signal(signal.SIGINT)
        said, errors = serving.communicate(timeout=30)
    finally:
        serving.kill()
        serving.wait()
    assert (said, "Traceback" in errors) == ("up\nended\n", False)
