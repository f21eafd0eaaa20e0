"""`cirrograph export` as it is typed."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import neo4j
import pytest

from graph.connect import Settings
from server.api import running
from server.deployment import Deployment
from server.serving import app_of
from tests.judged import Estate
from tests.server.exports.checked import READ, page
from tests.server.exports.test_exporter import estate, ran
from tests.server.running import Shell, shell

__all__ = ["estate"]  # the fixture
MAIN = "from server.cli import main; main()"
NAME = "a111111111111"


@pytest.fixture
def user(estate: Estate, neo4j_server: Settings, tmp_path: Path) -> Shell:
    ran(estate)
    return shell(tmp_path, neo4j_server, "http://127.0.0.1:9")


def test_a_report_in_every_format(user: Shell, tmp_path: Path) -> None:
    for name, read in READ.items():
        path = tmp_path / f"run.{name}"
        ran_ = user.run("export", "report", "own", NAME, "--format", name, "-o", path)
        assert (ran_.code, ran_.out) == (0, "")
        assert read(path.read_bytes())
    html = user.run("export", "report", "own", NAME, "--format", "html")
    assert html.code == 0
    page(html.out.encode())


def test_findings(user: Shell) -> None:
    said = user.run("export", "findings", "--connector", "other", "--status", "FAIL")
    (finding,) = [json.loads(one) for one in said.out.splitlines()]
    assert (finding["id"], finding["resource"]["uid"]) == ("zz-foreign", "arn:secret")
    known = user.json("findings", "--connector", "other")
    assert user.json("export", "findings", "--connector", "other", "--format", "csv") == finding
    assert {k: finding[k] for k in ("id", "status", "control", "severity", "reason")} == {
        k: known[0][k] for k in ("id", "status", "control", "severity", "reason")
    }


def test_a_run_is_verified(user: Shell, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    user.run("export", "report", "own", NAME, "-o", path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    said = user.json("export", "verify", "own", NAME, "--file", path)
    assert (said["holds"], said["hash"], said["number"]) == (True, digest, 1)
    assert said["controls_changed_since"]  # those of the tests are not shipped
    away = "bolt://127.0.0.1:9"
    alone = user.json("export", "verify-file", path, "--hash", digest, NEO4J_URI=away)
    assert (alone["holds"], alone["hash"]) == (True, digest)
    assert "holds" in user.run("export", "verify-file", path).out


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ('"verdict":"FAIL"', '"verdict":"PASS"'),
        ('"name":"a"', '"name":"z"'),
        ('{"at":"2026', '{"at":"2025'),
        ("{", "{ "),
    ],
)
def test_a_changed_file_is_told(user: Shell, tmp_path: Path, was: str, is_now: str) -> None:
    path = tmp_path / "run.json"
    user.run("export", "report", "own", NAME, "-o", path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, is_now))
    for command in (
        ("export", "verify-file", path, "--hash", digest),
        ("export", "verify", "own", NAME, "--file", path),
    ):
        said = user.run(*command)
        assert said.code == 1
        assert "SHA-256" in said.out
        assert "holds" not in said.out


def test_a_tampered_lake_is_refused(user: Shell, graph: neo4j.Driver) -> None:
    graph.execute_query("MATCH (r:ReportRun) SET r.hash = 'another'")
    for command in (("export", "report", "own", NAME), ("export", "verify", "own", NAME)):
        assert "not in the lake as it was written" in user.refused(*command)


def test_what_is_wrong_is_told(user: Shell, tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish"
    rubbish.write_bytes(b"\xff")
    for command, says in (
        (("report", "own", NAME, "--format", "pdf"), "--format 'pdf': one of html, json"),
        (("findings", "--format", "html"), "one of json, csv, ocsf, sarif"),
        (("report", "own", "none"), "there is no run of own on none"),
        (("report", "own", NAME, "--run", "7"), "there is no run 7 of own"),
        (("findings", "--severity", "awful"), "one of critical"),
        (("findings", "--connector", "none"), "no connector is called 'none'"),
        (("verify-file", rubbish), "no document of a run"),
        (("verify-file", tmp_path / "none"), "cannot be read"),
        (("findings", "-o", tmp_path / "no" / "file"), "cannot be written"),
    ):
        assert says in user.refused("export", *command)


def test_a_file_is_there_whole_or_not_at_all(user: Shell, estate: Estate, tmp_path: Path) -> None:
    path = tmp_path / "out" / "run.json"
    path.parent.mkdir()
    path.write_text("before")
    lake = tmp_path / "lake" / "report_runs"
    shutil.rmtree(lake)
    assert user.run("export", "report", "own", NAME, "-o", path).code == 2
    assert path.read_text() == "before"
    estate.run("MATCH (f:Finding {id: 'zz-foreign'}) SET f.evidence = 'no JSON'")
    with pytest.raises(json.JSONDecodeError):
        user.run("export", "findings", "-o", path)
    assert [p.name for p in path.parent.iterdir()] == ["run.json"]
    assert path.read_text() == "before"
    estate.run("MATCH (f:Finding {id: 'zz-foreign'}) REMOVE f.evidence")
    assert user.run("export", "findings", "-o", path).code == 0
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0o044
    assert json.loads(path.read_text().splitlines()[0])


def test_a_reader_may_have_seen_enough(user: Shell) -> None:
    command = '"$@" | head -c 1 > /dev/null'
    done = subprocess.run(  # noqa: S603 - our own command line
        ["/bin/sh", "-c", command, "sh", sys.executable, "-c", MAIN,
         "export", "report", "own", NAME],
        env={"PATH": "/usr/bin:/bin", **user.env}, cwd=Path(__file__).parents[3],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr


def test_a_served_deployment_has_them(user: Shell) -> None:
    with (
        user.surrounded(),
        Deployment.open() as deployment,
        running(app_of(deployment), port=0) as url,
        urllib.request.urlopen(f"{url}/export/reports/own/{NAME}/latest.json") as answer,  # noqa: S310 - ours
    ):
        assert hashlib.sha256(answer.read()).hexdigest() == answer.headers["x-run-hash"]
