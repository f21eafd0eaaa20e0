"""The log: its form, its ids, and that no secret is in it."""

from __future__ import annotations

import contextlib
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.connect import Settings as Neo4jSettings
from schema.reader import Reader
from server.api import create_app, running
from server.deployment import Deployment
from server.observe import logs
from server.observe.serving import observed
from server.observe.settings import ObserveSettings
from tests.clouds.aws.fixtures import AwsCloud
from tests.schema.estate import SHELF
from tests.server.running import furnish, shell
from tests.server.test_api import JSON, Client
from tests.widgets import CATALOGUE

SECRETS = (
    "Authorization: Bearer cgt_0123456789abcdef",
    "neo4j://neo4j:hunter2-canary@host:7687",
    "postgresql://me:hunter2-canary@host/jobs",
    "password='hunter2-canary' and more",
    '{"client_secret": "hunter2-canary"}',
    "key AKIAIOSFODNN7EXAMPLE was used",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    "-----BEGIN RSA PRIVATE KEY-----\nhunter2-canary\n-----END RSA PRIVATE KEY-----",
)
ODD: Any = {"X-Request-Id": 'a"b c'}
CANARIES = ("hunter2", "cgt_0123", "AKIAIOSF", "eyJzdWIi")


@contextlib.contextmanager
def writing(**settings: Any) -> Iterator[io.StringIO]:
    """Log into a text while the block runs, and put everything back."""
    root, ours = logging.getLogger(), logging.getLogger(logs.OURS)
    before = root.handlers[:], root.level, ours.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    out = io.StringIO()
    logs.start(ObserveSettings(**({"log": "json"} | settings)), stream=out)
    try:
        yield out
    finally:
        root.handlers[:], root.level, ours.level = before
        ours.setLevel(before[2])
        root.setLevel(before[1])
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_is_one_object() -> None:
    with writing() as out, logs.bound(request="r-1"):
        logging.getLogger("cirrograph.api").warning("error %s in %s", "abc", "field\nof two lines")
        logs.logger("work").info("scan ended", scan="s-1", seconds=1.5)
        logging.getLogger("cirrograph.api").debug("not said")
    first, second = lines(out)
    assert first["message"] == "error abc in field\nof two lines"
    assert (first["level"], first["logger"]) == ("warning", "cirrograph.api")
    assert first["at"].endswith("Z")
    assert {line["request"] for line in (first, second)} == {"r-1"}
    assert (second["scan"], second["seconds"]) == ("s-1", 1.5)


def test_on_a_terminal_it_is_text() -> None:
    with writing(log="text") as out:
        logs.logger("work").info("scan ended", scan="s-1")
    assert "scan ended" in out.getvalue()
    assert "{" not in out.getvalue()


def test_the_level_is_kept() -> None:
    with writing(log_level=logging.ERROR) as out:
        logs.logger("work").warning("not said")
        logs.logger("work").error("said")
    assert [line["message"] for line in lines(out)] == ["said"]


@pytest.mark.promise("S11")
@pytest.mark.parametrize("secret", SECRETS)
def test_what_looks_like_a_secret_is_taken_out(secret: str) -> None:
    with writing() as out:
        logging.getLogger("cirrograph.api").warning("said %s", secret)
        given = {"token": "hunter2", "headers": {"Cookie": "hunter2"}, "more": [secret]}
        logs.logger("api").info(secret, **given)
        try:
            int(secret)
        except ValueError:
            logging.getLogger("cirrograph.api").exception("error")
    assert len(lines(out)) == 3
    assert [canary for canary in CANARIES if canary in out.getvalue()] == []
    assert out.getvalue().count(logs.GONE) >= 5


class Leaking(Reader):
    """A reader that fails with a secret in its words."""

    def run(self, text: str, given: Any) -> list[neo4j.Record]:  # noqa: ARG002 - its signature
        raise RuntimeError(f"cannot sign in at bolt://neo4j:hunter2-canary@inside:7687: {text}")


@pytest.mark.promise("S6")
def test_an_error_has_an_id_that_the_log_knows_with_its_request(
    driver: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.api.Reader", Leaking)
    with (
        writing() as out,
        running(create_app(driver, CATALOGUE, SHELF), port=0) as url,
    ):
        headers: Any = {**JSON, "X-Request-Id": "from-me-1"}
        body = json.dumps({"query": "{ connectors { id } }", "variables": {"x": "hunter2"}})
        answer = Client(url.removeprefix("http://")).ask(
            "POST", "/graphql?token=hunter2", body.encode(), **headers
        )
    (error,) = answer.json()["errors"]
    assert "hunter2" not in answer.body.decode()
    assert answer.headers["x-request-id"] == "from-me-1"
    (told,) = [line for line in lines(out) if error["extensions"]["id"] in line["message"]]
    assert told["request"] == "from-me-1"
    assert "RuntimeError" in told["exception"]
    assert "hunter2" not in out.getvalue()
    (request,) = [line for line in lines(out) if line["message"] == "request"]
    assert (request["route"], request["status"], request["request"]) == (
        "/graphql", 200, "from-me-1",
    )  # fmt: skip


def test_a_request_without_a_plain_id_gets_one(driver: neo4j.Driver) -> None:
    with running(create_app(driver, CATALOGUE, SHELF), port=0) as url:
        client = Client(url.removeprefix("http://"))
        ids = [client.ask("GET", "/healthz").headers["x-request-id"] for _ in range(2)]
        odd = client.ask("GET", "/healthz", **ODD).headers["x-request-id"]
    assert len({*ids, odd}) == 3
    assert all(len(id_) == 16 for id_ in (*ids, odd))


@pytest.mark.promise("S11")
def test_no_secret_of_a_scan_is_logged(
    aws_cloud: AwsCloud, graph: neo4j.Driver, neo4j_server: Neo4jSettings, tmp_path: Path
) -> None:
    assert graph is not None  # emptied
    furnish(aws_cloud.moto_url)
    user = shell(tmp_path / "home", neo4j_server, aws_cloud.endpoint_url)
    user.json("connectors", "add", "aws", "--name", "shop", "--regions", "us-east-1")
    with writing() as out:
        user.json("scan")
    said = lines(out)
    (ended,) = [line for line in said if line["message"] == "scan ended"]
    assert ended["scan"]
    assert ended["job"] == "publish"
    for secret in ("hunter2-canary", neo4j_server.password, "AKIATEST"):
        assert secret not in out.getvalue()


def test_a_process_that_is_observed_logs_as_its_settings_say(
    graph: neo4j.Driver, neo4j_server: Neo4jSettings, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert graph is not None
    user = shell(tmp_path / "home", neo4j_server, "http://127.0.0.1:1")
    with writing(), user.surrounded(CIRROGRAPH_LOG="json"), Deployment.open() as deployment:
        with observed(deployment):
            logs.logger("work").warning("said", x=1)
        logging.getLogger().handlers.clear()
    assert json.loads(capsys.readouterr().err.splitlines()[-1])["x"] == 1
