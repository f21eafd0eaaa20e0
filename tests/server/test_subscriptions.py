"""Following a scan: over server-sent events and over WebSocket, by pages of our own hosts only."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from graph.scans import Scans
from server.api import create_app, running
from tests.schema.estate import SHELF
from tests.widgets import CATALOGUE, Estate, widget

FOLLOW = "subscription($c: String!) { scanProgress(connector: $c) { scan state units complete } }"
PROTOCOL: Any = "graphql-transport-ws"
ACCOUNT = "111111111111"


@pytest.fixture(scope="module")
def host(driver: neo4j.Driver) -> Iterator[str]:
    with running(create_app(driver, CATALOGUE, SHELF), port=0) as url:
        yield url.removeprefix("http://")


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    estate = Estate(graph, tmp_path)
    estate.connector(ACCOUNT)
    return estate


def a_slow_scan(estate: Estate) -> threading.Thread:
    """Begin a scan that goes on in steps, and return what does it."""
    connector = estate.connector(ACCOUNT)
    scan, _ = estate.scans.request(connector)

    def go_on() -> None:
        ended = estate.collect(lambda: [widget("a")])
        time.sleep(1)
        estate.scans.plan(connector, scan, [ended.unit])
        time.sleep(1)
        estate.scans.finish(connector, scan, summary={}, error=None)

    thread = threading.Thread(target=go_on)
    thread.start()
    return thread


def events(host: str, **variables: str) -> list[tuple[str, Any]]:
    connection = http.client.HTTPConnection(host, timeout=30)
    body = json.dumps({"query": FOLLOW, "variables": variables})
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    connection.request("POST", "/graphql", body, headers)
    answer = connection.getresponse()
    assert answer.getheader("content-type", "").startswith("text/event-stream")
    said = [part.split("\n") for part in answer.read().decode().strip().split("\n\n")]
    connection.close()
    return [
        (name.removeprefix("event: "), json.loads(data.removeprefix("data:") or "null"))
        for name, data in said
    ]


def test_a_scan_is_followed_by_server_sent_events(host: str, estate: Estate) -> None:
    thread = a_slow_scan(estate)
    said = events(host, c=f"a{ACCOUNT}")
    thread.join()
    assert [name for name, _ in said] == ["next"] * (len(said) - 1) + ["complete"]
    states = [data["data"]["scanProgress"]["state"] for _, data in said[:-1]]
    assert states == ["queued", "reading", "complete"]


def test_what_can_not_be_followed_is_told(host: str, estate: Estate) -> None:
    ((name, data), last) = events(host, c="nobody")
    assert name == "next"
    assert "no connector is called 'nobody'" in data["errors"][0]["message"]
    assert last[0] == "complete"
    assert "has not been scanned yet" in str(events(host, c=f"a{ACCOUNT}"))
    assert Scans(estate.driver).unfinished() == []


def test_a_scan_is_followed_over_a_websocket(host: str, estate: Estate) -> None:
    thread = a_slow_scan(estate)
    with connect(f"ws://{host}/graphql", subprotocols=[PROTOCOL]) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(socket.recv(10))["type"] == "connection_ack"
        asked = {"query": FOLLOW, "variables": {"c": f"a{ACCOUNT}"}}
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))
        said = [json.loads(socket.recv(30))]
        while said[-1]["type"] == "next":
            said.append(json.loads(socket.recv(30)))
    thread.join()
    assert said[-1] == {"id": "1", "type": "complete"}
    states = [m["payload"]["data"]["scanProgress"]["state"] for m in said[:-1]]
    assert states == ["queued", "reading", "complete"]


@pytest.mark.promise("S13")
def test_a_page_of_another_host_gets_no_socket(host: str) -> None:
    with pytest.raises(InvalidStatus):
        connect(
            f"ws://{host}/graphql", subprotocols=[PROTOCOL], origin=Origin("https://evil.example")
        )
    with connect(f"ws://{host}/graphql", subprotocols=[PROTOCOL], origin=Origin(f"http://{host}")):
        pass


@pytest.mark.promise("S13")
def test_the_older_protocol_is_not_spoken(host: str) -> None:
    older: Any = "graphql-ws"
    with connect(f"ws://{host}/graphql", subprotocols=[older]) as socket:
        assert socket.subprotocol is None
        with pytest.raises(Exception, match="4406"):
            socket.recv(10)
