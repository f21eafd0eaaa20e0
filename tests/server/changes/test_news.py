"""`newFindings`, and how changes come: over HTTP, by server-sent events and by WebSocket."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.sync.client import connect

import schema.news
from schema.viewer import LOCAL
from server.api import create_app, running
from tests.server.changes.cases import override, waiver
from tests.server.changes.estate import (
    FOLLOW,
    ONE,
    RETENTION,
    TWO,
    VERSIONING,
    Estate,
    asking,
    catalogue,
    followed,
    uid,
)

PROTOCOL: Any = "graphql-transport-ws"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def host(estate: Estate) -> Iterator[str]:
    app = create_app(
        estate.driver, catalogue(), estate.shelf, database="neo4j", changes=estate.answers
    )
    with running(app, port=0) as url:
        yield url.removeprefix("http://")


def post(host: str, body: dict[str, Any], **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("POST", "/graphql", json.dumps(body), {**JSON, **headers})
    answer = connection.getresponse()
    said = answer.status, answer.read().decode()
    connection.close()
    return said


def test_a_change_over_http(estate: Estate, host: str) -> None:
    estate.evaluate()
    query = asking("waive", {"input": {}})
    _, text = post(host, {"query": query, "variables": {"input": waiver()}})
    assert json.loads(text)["data"]["waive"]["__typename"] == "Waived"
    assert estate.statuses()[VERSIONING] == "WAIVED"
    _, text = post(host, {"query": "{ waivers { uid } }"})
    assert json.loads(text)["data"]["waivers"] == [{"uid": uid(ONE)}]


def test_a_change_comes_by_post_alone(estate: Estate, host: str) -> None:
    estate.evaluate()
    asked = {"query": asking("waive", {"input": {}}), "variables": {"input": waiver()}}
    _, text = post(host, asked, Accept="text/event-stream")
    assert "only subscriptions are followed" in text
    with connect(f"ws://{host}/graphql", subprotocols=[PROTOCOL]) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        socket.recv(10)
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))
        assert "changes are made by POST" in str(socket.recv(30))
    assert estate.ask("{ waivers { id } }")["waivers"] == []
    assert estate.records() == []


def test_findings_are_followed_over_a_websocket(estate: Estate, host: str) -> None:
    with connect(f"ws://{host}/graphql", subprotocols=[PROTOCOL]) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        socket.recv(10)
        asked = {"query": FOLLOW, "variables": {"c": "one"}}
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))

        def told() -> Any:
            return json.loads(socket.recv(60))["payload"]["data"]["newFindings"]

        assert told()["connector"] is None
        estate.evaluate()
        said = told()
        assert (said["connector"], said["changed"], said["closed"]) == ("one", [], [])
        assert {f["controlId"]: f["status"] for f in said["opened"]} == {
            VERSIONING: "FAIL", RETENTION: "FAIL",
        }  # fmt: skip
        estate.change("waive", input=waiver())
        (turned,) = told()["changed"]
        assert (turned["status"], turned["reason"]) == (
            "WAIVED", "Emptied every night. (data team)",
        )  # fmt: skip
        estate.change("overrideControl", input=override())
        estate.evaluate()
        (gone,) = told()["closed"]
        assert (gone["controlId"], gone["uid"], gone["status"], gone["severity"]) == (
            RETENTION, uid(ONE, "log"), "fixed", "low",
        )  # fmt: skip


def test_findings_are_followed_by_server_sent_events(estate: Estate, host: str) -> None:
    connection = http.client.HTTPConnection(host, timeout=60)
    body = json.dumps({"query": FOLLOW, "variables": {"s": "medium"}})
    connection.request("POST", "/graphql", body, {**JSON, "Accept": "text/event-stream"})
    answer = connection.getresponse()

    def told() -> Any:
        while not (line := answer.readline().decode()).startswith("data: "):
            pass
        return json.loads(line.removeprefix("data: "))["data"]["newFindings"]

    assert told()["opened"] == []
    estate.evaluate(TWO)
    said = told()
    assert (said["connector"], [f["controlId"] for f in said["opened"]]) == ("two", [VERSIONING])
    connection.close()


def test_a_message_has_an_end(estate: Estate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema.news, "MOST", 1)

    async def follow() -> Any:
        news = followed(estate, LOCAL)
        await anext(news)
        await asyncio.to_thread(estate.evaluate)
        return await anext(news)

    said = asyncio.run(follow())
    assert (len(said["opened"]), said["more"]) == (1, 1)


def test_what_happened_meanwhile_is_told_once_a_slow_client_asks(estate: Estate) -> None:
    async def follow() -> Any:
        news = followed(estate, LOCAL, c="one")
        await anext(news)  # and then nothing is asked for while two evaluations go by
        await asyncio.to_thread(estate.evaluate)
        await asyncio.to_thread(estate.change, "waive", input=waiver())
        return await anext(news)

    said = asyncio.run(follow())
    told = {f["controlId"]: f["status"] for f in said["opened"]}
    assert told == {VERSIONING: "WAIVED", RETENTION: "FAIL"}
    assert said["changed"] == []
