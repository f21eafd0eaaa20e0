"""The command line refuses what it can't do by name, with the way out, and loses nothing.

What needs a scanned account is in `test_scan`.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
import typer.main
from typer.core import TyperGroup

from graph.connect import Settings
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from graph.scans import Scans
from ingest.catalogue import discover
from server.cli.app import app
from server.demo.moto_server import MotoServer
from tests.clouds.aws.proxy import Proxy
from tests.neo4j_fixture import wipe
from tests.server.running import ACCOUNT, REGION, Shell, shell

ADD = ("connectors", "add", "aws")
CONFIG = "[profile work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = test\n"
CONTROL = """/*---
title: Buckets are called well
resource: AwsS3Bucket
severity: low
policy: company-tagging
why: So that we find them.
fix:
  console: Make another.
  cli: aws s3 mb s3://other
  terraform: bucket = "other"
---*/
"""
GOOD = "MATCH (b:AwsS3Bucket) WHERE b.name = 'bad' RETURN b AS resource\n"
CASES = """// fail: it is called bad
CREATE (:AwsS3Bucket {name: 'bad'});
// pass: it is called good
CREATE (:AwsS3Bucket {name: 'good'});
"""


@pytest.fixture(scope="module")
def surroundings(
    moto: MotoServer, neo4j_server: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Shell, Proxy]]:
    with Proxy(moto.endpoint_url) as proxy:
        home = tmp_path_factory.mktemp("home")
        yield shell(home, neo4j_server, proxy.endpoint_url), proxy


@pytest.fixture
def proxy(surroundings: tuple[Shell, Proxy]) -> Iterator[Proxy]:
    surroundings[1].clear()
    yield surroundings[1]
    surroundings[1].clear()


@pytest.fixture
def user(surroundings: tuple[Shell, Proxy], driver: neo4j.Driver) -> Shell:
    """Give a user without connectors, whose database is in form."""
    driver.execute_query("MATCH (n) WHERE NOT n:CirrographSchema DETACH DELETE n")
    return surroundings[0]


def connectors(driver: neo4j.Driver) -> list[str]:
    return [c.name for c in Ledger(driver).connectors()]


# ---- connectors


def test_a_connector_is_called_by_its_account_unless_it_is_named(user: Shell) -> None:
    said = user.json(*ADD)
    assert (said["name"], said["scope"]) == (f"aws-{ACCOUNT}", ACCOUNT)
    assert said["id"] == f"aws:aws:{ACCOUNT}"
    assert said["state"] == "pending"
    assert user.json("connectors", "list") == [said]
    assert user.json("connectors", "check", ACCOUNT)["connector"] == said["name"]


def test_the_same_account_can_not_be_added_twice(user: Shell, driver: neo4j.Driver) -> None:
    user.json(*ADD, "--name", "shop")
    assert f"aws {ACCOUNT} is connected already, as 'shop'" in user.refused(*ADD, "--name", "two")
    assert connectors(driver) == ["shop"]


def test_a_name_is_given_once(user: Shell, driver: neo4j.Driver) -> None:
    user.json(*ADD, "--name", "shop")
    role = ("--role-arn", "arn:aws:iam::222222222222:role/reader", "--external-id", "e-42")
    assert "another connector is called 'shop'" in user.refused(*ADD, "--name", "shop", *role)
    said = user.json(*ADD, "--name", "other", *role)
    assert said["scope"] == "222222222222"
    assert said["reference"] == {"role_arn": role[1], "external_id": "e-42"}
    assert connectors(driver) == ["other", "shop"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--account", "999999999999"), f"account {ACCOUNT}, not 999999999999"),
        (("--regions", f"{REGION},eu-nowhere-1"), "aws has no region 'eu-nowhere-1'; it has: "),
        (("--profile", "wrok"), "no AWS profile is called 'wrok'; there are: work"),
        (("--external-id", "e-42"), "--external-id goes with --role-arn"),
    ],
)
def test_a_wrong_option_is_named(
    user: Shell, driver: neo4j.Driver, tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    (tmp_path / "config").write_text(CONFIG)
    env = {"AWS_CONFIG_FILE": str(tmp_path / "config")}
    assert says in user.refused(*ADD, *options, **env)
    assert connectors(driver) == []


def test_wrong_credentials_are_refused_in_the_clouds_words(
    user: Shell, proxy: Proxy, driver: neo4j.Driver
) -> None:
    proxy.expire("sts:*")
    message = user.refused(*ADD)
    assert "ExpiredToken" in message
    assert "sign in again" in message
    proxy.clear()
    proxy.deny("sts:*")
    assert "AccessDenied" in user.refused(*ADD, "--json")
    assert connectors(driver) == []


def test_an_endpoint_that_does_not_answer_is_named(user: Shell, driver: neo4j.Driver) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # taken, and nobody listens
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        message = user.refused(*ADD, AWS_ENDPOINT_URL=address)
        assert f"nothing answers at {address}" in message
        assert address in user.refused(*ADD, "--endpoint-url", address)
    assert connectors(driver) == []


def test_nothing_is_removed_without_a_yes(user: Shell, driver: neo4j.Driver) -> None:
    user.json(*ADD, "--name", "shop")
    assert user.run("connectors", "remove", "shop").code == 1
    assert user.run("connectors", "remove", "shop", stdin="n\n").code == 1
    assert connectors(driver) == ["shop"]
    assert user.run("connectors", "remove", "shop", stdin="y\n").code == 0
    assert connectors(driver) == []


def test_a_connector_that_was_never_scanned_has_no_report(user: Shell) -> None:
    user.json(*ADD, "--name", "shop")
    message = user.refused("report", "cis-aws-6.0", "shop")
    assert ACCOUNT in message
    assert "scan it first" in message


def test_a_scan_under_way_is_not_crossed(user: Shell, driver: neo4j.Driver) -> None:
    user.json(*ADD, "--name", "shop")
    scan = Scans(driver).start(Ledger(driver).connector("shop"))
    assert scan in user.refused("scan", "shop")
    assert scan in user.refused("connectors", "remove", "shop", "--yes")
    assert connectors(driver) == ["shop"]


# ---- the database


def test_a_database_that_holds_something_else_is_left_alone(
    user: Shell, driver: neo4j.Driver
) -> None:
    wipe(driver)
    driver.execute_query("CREATE (:Customer {name: 'not ours'})")
    for command in (ADD, ("scan",), ("findings",), ("query", "RETURN 1")):
        message = user.refused(*command)
        assert "holds nodes that Cirrograph did not write" in message
        assert "NEO4J_URI" in message
    rows = driver.execute_query("MATCH (n) RETURN labels(n) AS labels").records
    assert [row["labels"] for row in rows] == [["Customer"]]
    wipe(driver)
    migrate(driver, discover())


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"NEO4J_URI": "bolt://127.0.0.1:9"}, "No Neo4j answers at bolt://127.0.0.1:9"),
        ({"NEO4J_URI": "http://127.0.0.1"}, "NEO4J_URI='http://127.0.0.1'"),
        ({"NEO4J_PASSWORD": "wrong"}, "NEO4J_PASSWORD"),
        ({"NEO4J_DATABASE": "nowhere"}, "'nowhere'"),
        ({"CIRROGRAPH_UNITS": "many"}, "CIRROGRAPH_UNITS='many'"),
        ({"CIRROGRAPH_OWN": "/no/such/folder"}, "CIRROGRAPH_OWN: /no/such/folder"),
    ],
)
def test_a_setting_that_does_not_work_is_named(user: Shell, env: dict[str, str], says: str) -> None:
    message = user.refused("connectors", "list", **env)
    assert says in message
    assert "test" not in env.get("NEO4J_PASSWORD", "") or "wrong" not in message


def test_the_managed_server_is_not_wiped_without_a_yes(user: Shell) -> None:
    assert "say --yes" in user.refused("neo4j", "wipe", "--json")
    assert user.run("neo4j", "wipe", stdin="n\n").code == 1


# ---- query


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Thing) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.x = 1 RETURN n",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL db.labels() YIELD label RETURN label",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "SHOW USERS",
        "SHOW SETTINGS",
        "DROP CONSTRAINT resource_uid",
        "CREATE INDEX x FOR (n:Thing) ON (n.y)",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS RETURN count(*)",
        "USE system SHOW DATABASES",
        "MATCH (n RETURN n",
        "RETURN 1/0",
        "",
    ],
)
def test_only_what_reads_and_is_well_formed_runs(user: Shell, text: str) -> None:
    assert "error:" in user.refused("query", text, "--json")


def test_a_refused_query_has_done_nothing(user: Shell, driver: neo4j.Driver) -> None:
    user.json(*ADD, "--name", "shop")
    user.refused("query", "MATCH (n) DETACH DELETE n")
    assert connectors(driver) == ["shop"]


ENDLESS = (
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b "
    "WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
)


def test_a_query_that_never_ends_is_stopped(user: Shell) -> None:
    message = user.refused("query", ENDLESS, "--seconds", "1")
    assert "did not end within 1 s" in message
    assert "--seconds" in message


def test_a_query_that_eats_all_memory_is_stopped(user: Shell) -> None:
    bomb = "UNWIND range(1, 100000000) AS a RETURN collect(a) AS all"
    assert "error:" in user.refused("query", bomb)
    assert user.json("query", "RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_deadline_is_a_time(user: Shell, seconds: str) -> None:
    assert "--seconds" in user.refused("query", "RETURN 1", "--seconds", seconds)


def test_values_of_neo4j_become_plain_json(user: Shell) -> None:
    text = (
        "RETURN date('2026-03-01') AS day, duration('P1D') AS length, [1, null] AS list, "
        "{a: true} AS map, point({x: 1, y: 2}) AS point"
    )
    (row,) = user.json("query", text)
    assert row["day"] == "2026-03-01"
    assert (row["list"], row["map"]) == ([1, None], {"a": True})
    assert row["length"] == "P1D"
    assert row["point"] == [1.0, 2.0]


# ---- controls


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "controls" / "aws").mkdir(parents=True)
    return tmp_path


def write(own: Path, text: str, cases: str | None = CASES, name: str = "mine") -> Path:
    path = own / "controls" / "aws" / f"{name}.cypher"
    path.write_text(CONTROL + text)
    if cases is not None:
        path.with_suffix(".test.cypher").write_text(cases)
    return path


def checked(user: Shell, own: Path, path: Path) -> tuple[int, str]:
    ran = user.run("controls", "check", path, "--json", CIRROGRAPH_OWN=str(own))
    return ran.code, "\n".join(ran.json["problems"])


def test_the_controls_are_listed_and_shown(user: Shell) -> None:
    every = user.json("controls", "list")
    assert len(every) >= 40
    for control in every:
        assert set(control) >= {"id", "title", "severity", "resource", "policy", "why", "fix"}
    shown = user.json("controls", "show", "aws/iam/root_mfa")
    assert shown["severity"] == "critical"
    assert "MATCH" in shown["text"]
    assert "MATCH" in user.run("controls", "show", "aws/iam/root_mfa").out
    assert "'aws/nope'" in user.refused("controls", "show", "aws/nope")


def test_an_own_control_is_one_of_them(user: Shell, own: Path) -> None:
    path = write(own, GOOD)
    listed = {c["id"]: c for c in user.json("controls", "list", CIRROGRAPH_OWN=str(own))}
    assert listed["aws/mine"]["own"] is True
    assert checked(user, own, path) == (0, "")


@pytest.mark.parametrize(
    ("text", "cases", "says"),
    [
        ("MATCH (b:AwsS3Bucket) SET b.x = 1 RETURN b AS resource", CASES, "write"),
        ("MATCH (b:AwsS3Bucket) RETURN b AS bucket", CASES, "bucket"),
        ("MATCH (b:AwsBuckets) RETURN b AS resource", CASES, "AwsBuckets"),
        ("MATCH (b:AwsS3Bucket) WHERE b.nmae = 'x' RETURN b AS resource", CASES, "nmae"),
        (GOOD, None, "mine.test.cypher"),
        ("MATCH (b:AwsS3Bucket RETURN b AS resource", CASES, "mine.cypher:12:22"),
        (GOOD, CASES.replace("'bad'", "'fine'"), "fail"),
    ],
)  # fmt: skip
def test_a_broken_control_is_named_with_what_is_wrong(
    user: Shell, own: Path, text: str, cases: str | None, says: str
) -> None:
    code, problems = checked(user, own, write(own, text, cases))
    assert code == 1
    assert "mine" in problems
    assert says in problems


def test_a_control_that_can_not_be_loaded_costs_itself_only(user: Shell, own: Path) -> None:
    write(own, GOOD)
    (own / "controls" / "aws" / "broken.cypher").write_text("/*---\ntitle: Only\n---*/\nRETURN 1\n")
    ran = user.run("controls", "list", "--json", CIRROGRAPH_OWN=str(own))
    assert ran.code == 0
    ids = {c["id"] for c in ran.json}
    assert "aws/mine" in ids
    assert "aws/broken" not in ids
    assert "broken.cypher" in ran.err


def test_a_mandate_that_names_no_control_is_named(user: Shell, own: Path) -> None:
    (own / "mandates").mkdir()
    (own / "mandates" / "ours.yaml").write_text(
        'id: ours\ntitle: Ours\nversion: "1"\nclouds: [aws]\nsource: us\nrequirements:\n'
        "  - {number: A, title: First, controls: [aws/s3/nowhere]}\n"
    )
    user.json(*ADD, "--name", "shop")
    message = user.refused("report", "ours", "shop", CIRROGRAPH_OWN=str(own))
    assert "ours" in message
    assert "aws/s3/nowhere" in message


def test_a_new_control_is_two_files_that_are_never_overwritten(user: Shell, own: Path) -> None:
    path = own / "controls" / "aws" / "fresh.cypher"
    new = ("controls", "new", path, "--resource", "AwsS3Bucket")
    said = user.json(*new)
    assert Path(said["control"]) == path
    assert Path(said["cases"]).is_file()
    before = path.read_text()
    assert f"{path} is there already" in user.refused(*new)
    assert path.read_text() == before
    wrong = own / "controls" / "aws" / "fresh.txt"
    assert "<name>.cypher" in user.refused("controls", "new", wrong, "--resource", "AwsS3Bucket")
    other = own / "controls" / "aws" / "other.cypher"
    assert "'AwsThing'" in user.refused("controls", "new", other, "--resource", "AwsThing")
    assert not other.exists()


# ---- help

SILENT = {"worker", "serve", "schema", "demo"}  # processes, and a command whose output is a file


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_and_option_says_what_it_does(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert command.help
    assert all(getattr(p, "help", None) for p in command.params), path
    takes = {option for p in command.params for option in p.opts}
    assert ("--json" in takes) is (path[0] not in SILENT)


def test_help_shows_the_json_option(user: Shell) -> None:
    ran = user.run("findings", "--help")
    assert ran.code == 0
    assert "--json" in ran.out


def test_the_schema_is_that_of_the_declarations(user: Shell, tmp_path: Path) -> None:
    ran = user.run("schema")
    assert "type AwsS3Bucket" in ran.out
    user.run("schema", "--write", tmp_path / "schema.graphql")
    assert (tmp_path / "schema.graphql").read_text() == ran.out


def test_what_the_ledger_keeps_is_a_reference_only(user: Shell, driver: neo4j.Driver) -> None:
    """A connector that is added by other means shows just the same."""
    connector = Connector(
        name="shop", cloud="aws", partition="aws", scope=ACCOUNT, reference={"profile": "work"},
        options={},
    )  # fmt: skip
    Ledger(driver).add(connector)
    (said,) = user.json("connectors", "list")
    assert said["reference"] == {"profile": "work"}
    assert "AKIATEST" not in json.dumps(said)
