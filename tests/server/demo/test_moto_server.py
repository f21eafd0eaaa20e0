"""The stand-in is a process of its own: it answers, can be emptied, ends, and explains itself."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import boto3
import psutil
import pytest

from server.demo.moto_server import MotoMissingError, MotoNotStartedError, MotoServer

if TYPE_CHECKING:
    from pathlib import Path


def _client(server: MotoServer, service: str) -> Any:
    return boto3.client(
        service,
        region_name="us-east-1",
        endpoint_url=server.endpoint_url,
        aws_access_key_id="a",
        aws_secret_access_key="b",  # noqa: S106 - any will do
    )


def test_it_answers_knows_the_managed_policies_and_can_be_emptied(moto: MotoServer) -> None:
    moto.reset()
    iam = _client(moto, "iam")
    iam.create_user(UserName="somebody")
    arn = "arn:aws:iam::aws:policy/AdministratorAccess"
    assert iam.get_policy(PolicyArn=arn)["Policy"]["Arn"] == arn
    assert _client(moto, "ec2").describe_snapshots()["Snapshots"] == []
    moto.reset()
    assert iam.list_users()["Users"] == []


def test_it_ends_with_its_context_and_leaves_nothing(tmp_path: Path) -> None:
    with MotoServer(log=tmp_path / "moto.log") as server:
        process = psutil.Process(server.pid)
        assert process.is_running()
    assert not process.is_running()
    assert server.pid is None
    assert "Running on" in (tmp_path / "moto.log").read_text()


def test_it_ends_with_its_parent_even_when_nobody_stops_it() -> None:
    code = (
        "from server.demo.moto_server import MotoServer\n"
        "print(MotoServer().start().pid, flush=True)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=60
    )
    assert not psutil.pid_exists(int(done.stdout))


def test_starting_twice_is_starting_once(moto: MotoServer) -> None:
    before = moto.pid
    assert moto.start().pid == before


def test_a_process_that_dies_is_explained_with_its_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "flask.py").write_text("raise SystemExit('no flask today')")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    with pytest.raises(MotoNotStartedError, match="no flask today") as caught:
        MotoServer(log=tmp_path / "moto.log").start()
    assert str(tmp_path / "moto.log") in str(caught.value)


def test_one_that_does_not_answer_is_given_up_and_ended(tmp_path: Path) -> None:
    before = {child.pid for child in psutil.Process().children()}
    server = MotoServer(log=tmp_path / "moto.log", deadline=0.0)
    with pytest.raises(MotoNotStartedError, match="within 0 s"):
        server.start()
    assert server.pid is None
    assert {child.pid for child in psutil.Process().children()} == before


def test_without_moto_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MotoMissingError, match=r"cirrograph\[demo\]"):
        MotoServer()
