"""What can be set up wrongly around workers is told by name, and nothing is lost by it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
import sqlalchemy

from graph.connect import Settings
from graph.ledger import Ledger
from graph.schedules import Schedules
from graph.workers import Workers
from server.demo.moto_server import MotoServer
from server.deployment import Deployment
from server.work.worker import Worker
from tests.clouds.aws.proxy import Proxy
from tests.server.running import ACCOUNT, REGION, Shell, client, shell

FEW = {"CIRROGRAPH_HEARTBEAT_SECONDS": "0.3", "CIRROGRAPH_DEAD_SECONDS": "2"}
ADD = ("connectors", "add", "aws", "--name", "shop", "--regions", REGION)


@pytest.fixture(scope="module")
def proxy(moto: MotoServer) -> Iterator[Proxy]:
    with Proxy(moto.endpoint_url) as made:
        yield made


@pytest.fixture
def user(proxy: Proxy, graph: neo4j.Driver, neo4j_server: Settings, tmp_path: Path) -> Shell:
    assert not graph.execute_query("MATCH (n) RETURN n").records
    proxy.clear()
    made = shell(tmp_path / "home", neo4j_server, proxy.endpoint_url, **FEW)
    made.json(*ADD)
    return made


def test_a_store_of_jobs_that_does_not_answer_is_named_without_its_password(user: Shell) -> None:
    message = user.refused("worker", CIRROGRAPH_WORK_URL="postgresql://me:sesame@127.0.0.1:9/jobs")
    assert "CIRROGRAPH_WORK_URL" in message
    assert "127.0.0.1:9/jobs" in message
    assert "sesame" not in message


@pytest.mark.parametrize("url", ["jobs", "mysql://host/jobs", "http://127.0.0.1"])
def test_an_address_that_is_no_store_is_told(user: Shell, url: str) -> None:
    message = user.refused("scan", CIRROGRAPH_WORK_URL=url)
    assert "postgresql://user:password@host:5432/database" in message


def test_a_store_of_a_newer_version_is_left_alone(user: Shell, tmp_path: Path) -> None:
    env, path = user.env, tmp_path / "home" / "work.sqlite"
    with user.surrounded(), Deployment.open() as deployment, Worker(deployment):
        assert env["CIRROGRAPH_HOME"] in str(path)
    engine = sqlalchemy.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE dbos_migrations SET version = 9999"))
    message = user.refused("scan")
    assert "newer" in message
    assert "CIRROGRAPH_WORK_URL" in message
    with engine.begin() as connection:
        rows = connection.execute(sqlalchemy.text("SELECT version FROM dbos_migrations"))
        assert [row.version for row in rows] == [9999]
    engine.dispose()


def test_two_workers_with_one_id_are_told(user: Shell, graph: neo4j.Driver) -> None:
    Workers(graph, dead=60).register("w", "elsewhere:/home")
    message = user.refused("worker", CIRROGRAPH_WORKER_ID="w", CIRROGRAPH_DEAD_SECONDS="60")
    assert "'w' is at work already, on elsewhere" in message
    assert "CIRROGRAPH_WORKER_ID" in message


def test_a_line_that_is_no_cron_line_is_told(user: Shell, graph: neo4j.Driver) -> None:
    message = user.refused("schedules", "add", "scan", "shop", "every day")
    assert "'every day' is no cron line" in message
    assert "0 3 * * *" in message
    assert "cis-aws-6.0" in user.refused("schedules", "add", "report", "no", "shop", "0 3 * * *")
    assert Schedules(graph).all() == []


def test_schedules_are_added_listed_and_removed(user: Shell) -> None:
    one = user.json("schedules", "add", "scan", "shop", "0 3 * * *")
    two = user.json("schedules", "add", "report", "cis-aws-6.0", "shop", "0 4 * * 1")
    found = {s["id"]: s for s in user.json("schedules", "list")}
    assert {s["kind"] for s in found.values()} == {"scan", "report"}
    assert found[two["id"]]["mandate"] == "cis-aws-6.0"
    assert one["id"] in user.run("schedules", "list").out
    user.json("schedules", "remove", one["id"])
    assert one["id"] not in user.run("schedules", "list").out
    assert two["id"] in user.refused("schedules", "remove", one["id"])


def test_an_account_is_read_once_an_interval(user: Shell, graph: neo4j.Driver) -> None:
    first = user.json("scan")
    message = user.refused("scan", CIRROGRAPH_SCAN_INTERVAL="3600")
    assert "may be read again at 20" in message
    assert "cirrograph evaluate" in message
    assert Ledger(graph).connector("shop").last_scan == first["scan"]
    again = user.json("evaluate", "shop", CIRROGRAPH_SCAN_INTERVAL="3600")
    assert again["ran"] == again["controls"] == first["evaluation"]["controls"]
    assert user.json("scan", CIRROGRAPH_SCAN_INTERVAL="0")["written"]["nodes"] == 0


@pytest.mark.promise("R4")
def test_keys_that_expire_in_the_middle_leave_the_rest_unread(user: Shell, proxy: Proxy) -> None:
    whole = user.json("scan")
    proxy.expire("ec2:*")
    broken = user.json("scan")
    assert {u["error"] for u in broken["unread"]} >= {"RequestExpired"}
    assert broken["written"]["removed"] == 0
    listed = user.json("connectors", "list")
    assert listed[0]["state"] == "degraded"
    assert "RequestExpired" in listed[0]["last_error"]
    proxy.clear()
    assert user.json("scan")["unread"] == whole["unread"]


def test_a_role_that_is_gone_takes_the_connector_offline_and_nothing_else(
    user: Shell, proxy: Proxy, graph: neo4j.Driver
) -> None:
    held = user.json("scan")["resources"]
    proxy.deny("sts:*")
    message = user.refused("scan")
    assert "AccessDenied" in message
    assert user.json("connectors", "list")[0]["state"] == "offline"
    rows = graph.execute_query("MATCH (r:Resource)-[:SEEN_BY]->() RETURN count(r) AS n").records
    assert rows[0]["n"] == held
    proxy.clear()
    assert user.json("scan")["written"]["nodes"] == 0


def test_an_organisations_accounts_become_connectors(
    user: Shell, proxy: Proxy, moto: MotoServer
) -> None:
    organizations = client(proxy.endpoint_url, "organizations")
    organizations.create_organization(FeatureSet="ALL")
    made = organizations.create_account(AccountName="Play Ground", Email="p@example.com")
    id_ = made["CreateAccountStatus"]["AccountId"]
    said = user.json("connectors", "discover", "aws", "--role-name", "Reader")
    assert {(s["account"], s["outcome"]) for s in said} == {
        (ACCOUNT, "there already"), (id_, "added")
    }  # fmt: skip
    added = next(c for c in user.json("connectors", "list") if c["scope"] == id_)
    assert added["name"] == "play-ground"
    assert added["reference"]["role_arn"] == f"arn:aws:iam::{id_}:role/Reader"
    records = user.json("audit", "list")
    assert [(r["action"], r["arguments"].get("connector"), r["outcome"]) for r in records][-4:] == [
        ("discoverConnectors", None, "asked"), ("addConnector", f"aws:aws:{id_}", "asked"),
        ("addConnector", f"aws:aws:{id_}", "done"), ("discoverConnectors", None, "done"),
    ]  # fmt: skip
    again = user.json("connectors", "discover", "aws", "--role-name", "Reader")
    assert {s["outcome"] for s in again} == {"there already"}
    moto.reset()


def test_a_worker_is_ended_by_a_signal_in_order(user: Shell, graph: neo4j.Driver) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "NEO4J_"))} | user.env
    process = subprocess.Popen(
        [sys.executable, "-c", "from server.cli import main; main()", "worker"],
        env=env, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    silence = threading.Timer(60, process.kill)
    silence.start()
    said = process.stderr.readline()
    silence.cancel()
    assert "is at work" in said
    assert len(Workers(graph, dead=60).alive()) == 1
    scanned = user.json("scan")  # by that worker: this command has none of its own
    assert scanned["resources"] > 0
    assert not (user.home / "workers" / "2").exists()
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 130
    process.stderr.close()
    assert Workers(graph, dead=60).alive() == []
