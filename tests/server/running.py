"""Run the command line in this process, against a stand-in for AWS and the suite's Neo4j.

`Shell` is one user's surroundings: a home, a database, keys. What a command prints is kept apart
by stream, as a pipe would get it, and all of it is remembered for those who look for secrets in it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import signal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from graph.connect import Settings
from server.cli import main

ACCOUNT = "123456789012"
REGION = "us-east-1"
QUIET = Path(os.devnull)  # no configuration of whoever runs the tests
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
         "Action": "sts:AssumeRole"}
    ],
}  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class Ran:
    """How a command ended: its code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code in {0, 1}, self.err
        return json.loads(self.out)


@dataclasses.dataclass(kw_only=True)
class Shell:
    """A user who types commands."""

    home: Path
    env: dict[str, str]
    printed: list[str] = dataclasses.field(default_factory=list)

    def run(self, *arguments: str | Path, stdin: str = "", **env: str) -> Ran:
        """Run a command to its end."""
        out, err = _stream(), _stream()
        with self.surrounded(**env) as patch, _signals_kept():
            patch.setattr(sys, "argv", ["cirrograph", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.StringIO(stdin))
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = _code()
        said = Ran(code=code, out=_text(out), err=_text(err))
        self.printed += [said.out, said.err]
        return said

    @contextlib.contextmanager
    def surrounded(self, **env: str) -> Iterator[pytest.MonkeyPatch]:
        """Put the user's environment in place of this process's own while the block runs."""
        with pytest.MonkeyPatch.context() as patch:
            for name in [n for n in os.environ if n.startswith(("AWS_", "NEO4J_", "CIRROGRAPH_"))]:
                patch.delenv(name)
            for name, value in (self.env | env).items():
                patch.setenv(name, value)
            yield patch

    def json(self, *arguments: str | Path, **env: str) -> Any:
        """Run a command that must succeed, with `--json`, and return what it printed."""
        ran = self.run(*arguments, "--json", **env)
        assert ran.code == 0, f"{ran.code}: {ran.out} {ran.err}"
        return ran.json

    def refused(self, *arguments: str | Path, **env: str) -> str:
        """Run a command that must end with code 2, without a traceback; return the message."""
        ran = self.run(*arguments, **env)
        assert ran.code == 2, f"code {ran.code}: {ran.out}{ran.err}"
        assert "Traceback" not in ran.err
        assert not ran.out
        return ran.err


def shell(home: Path, at: Settings, endpoint_url: str, **more: str) -> Shell:
    """Return a user with a home of his own."""
    home.mkdir(parents=True, exist_ok=True)
    return Shell(home=home, env=surroundings(home, at, endpoint_url) | more)


def surroundings(home: Path, at: Settings, endpoint_url: str) -> dict[str, str]:
    """Return the environment variables that such a user has."""
    return {
        "CIRROGRAPH_HOME": str(home),
        "NEO4J_URI": at.uri,
        "NEO4J_USERNAME": at.username,
        "NEO4J_PASSWORD": at.password,
        "AWS_ENDPOINT_URL": endpoint_url,
        "AWS_ACCESS_KEY_ID": "AKIATEST",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": str(QUIET),
        "AWS_SHARED_CREDENTIALS_FILE": str(QUIET),
        "CIRROGRAPH_SCAN_INTERVAL": "0",
        "COLUMNS": "200",
    }


def furnish(endpoint_url: str, *, secret: str = "hunter2-canary") -> None:  # noqa: S107 - a canary
    """Put one of most things into the region: small, and with a fault here and there."""
    _furnish_global(endpoint_url)
    key = client(endpoint_url, "kms").create_key()["KeyMetadata"]["Arn"]
    client(endpoint_url, "sns").create_topic(Name="alarms", Attributes={"KmsMasterKeyId": key})
    ec2 = client(endpoint_url, "ec2")
    image = ec2.register_image(Name="base")["ImageId"]
    ec2.run_instances(
        ImageId=image, MinCount=1, MaxCount=1, UserData=f"#!/bin/sh\nexport TOKEN={secret}\n"
    )
    ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=8)
    ec2.allocate_address()
    client(endpoint_url, "lambda").create_function(
        FunctionName="work", Runtime="python3.13", Handler="main.handler",
        Role=f"arn:aws:iam::{ACCOUNT}:role/worker", Code={"ZipFile": _code_of_a_function()},
        Environment={"Variables": {"DB_PASSWORD": secret}},
    )  # fmt: skip


def client(endpoint_url: str, service: str, **more: Any) -> Any:
    """Return a client with keys that the stand-in takes."""
    return boto3.client(
        service, region_name=REGION, endpoint_url=endpoint_url,
        **{"aws_access_key_id": "AKIATEST", "aws_secret_access_key": "test", **more},
    )  # fmt: skip


def _furnish_global(endpoint_url: str) -> None:
    s3 = client(endpoint_url, "s3")
    for name in ("ledger", "public-site"):
        s3.create_bucket(Bucket=name)
    s3.put_bucket_acl(Bucket="public-site", ACL="public-read")
    iam = client(endpoint_url, "iam")
    iam.create_user(UserName="ann")
    iam.create_login_profile(UserName="ann", Password="not-kept-1!")  # noqa: S106 - the stand-in's
    iam.create_group(GroupName="staff")
    iam.add_user_to_group(GroupName="staff", UserName="ann")
    iam.create_role(RoleName="worker", AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(
        RoleName="worker", PolicyName="all",
        PolicyDocument=json.dumps(
            {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        ),
    )  # fmt: skip


def _code_of_a_function() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("main.py", "def handler(event, context): return event\n")
    return packed.getvalue()


def _code() -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextlib.contextmanager
def _signals_kept() -> Iterator[None]:
    """Give back what `main` sets, which is right for a process of its own only."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
