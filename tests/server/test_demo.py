"""The demo shows three clouds, and ends what it started when it is told to.

Most controls are switched off in it: that all of them can be asked is for other tests to show.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import psutil
import yaml

import controls.load
from tests.neo4j_fixture import managed_settings

SECONDS = 600  # a guard against a hang, no promise
DEMO = [sys.executable, "-c", "from server.cli import main; main()", "demo", "--port", "0"]


def start(home: Path) -> subprocess.Popen[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "NEO4J_"))}
    env |= {
        "CIRROGRAPH_JARS": str(managed_settings().jars), "TMPDIR": str(home), "COLUMNS": "200",
        "CIRROGRAPH_OWN": str(without_most_controls(home / "own")),
    }  # fmt: skip
    return subprocess.Popen(  # noqa: S603 - our own command line
        DEMO, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def without_most_controls(own: Path) -> Path:
    own.mkdir()
    off = {"disable": True, "reason": "Not needed to see the demo end."}
    listed = sorted(controls.load.load(()))
    overrides = {id_: off for number, id_ in enumerate(listed) if number % 20}
    (own / "overrides.yaml").write_text(yaml.safe_dump(overrides), encoding="utf-8")
    return own


def started_by(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def test_the_demo_ends_with_all_it_started(tmp_path: Path) -> None:
    demo = start(tmp_path)
    said: list[str] = []
    children: dict[int, Any] = {}
    try:
        assert demo.stdout is not None
        for line in demo.stdout:
            said.append(line)
            if demo.poll() is None:
                children |= {child.pid: child for child in started_by(demo.pid)}
            if "Ctrl-C ends everything" in line:
                _must_answer("".join(said))
                demo.send_signal(signal.SIGINT)
        code = demo.wait(SECONDS)
    finally:
        _end(demo, list(children.values()))
    text = "".join(said)
    assert code == 130, text
    read = dict(re.findall(r"demo-(\w+): (\d+) resources and [1-9]\d* relationships", text))
    assert sorted(read) == ["aws", "azure", "gcp"]
    assert min(map(int, read.values())) > 100
    assert text.count("score ") == 3
    for framework in ("Amazon Web Services", "Microsoft Azure", "Google Cloud"):
        assert framework in text
    assert len(children) >= 2  # Neo4j and the stand-in
    assert not _left(children)
    assert not list(tmp_path.glob("cirrograph-*"))


def _must_answer(text: str) -> None:
    (address,) = set(re.findall(r"http://127\.0\.0\.1:\d+/graphql", text))
    asked = urllib.request.Request(  # noqa: S310 - our own loopback URL
        address, data=b'{"query": "{ __typename }"}', headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - as above
        assert b"Query" in answer.read()


def _left(children: dict[int, Any]) -> list[Any]:
    until = time.monotonic() + 30
    alive = list(children.values())
    while alive and time.monotonic() < until:
        _, alive = psutil.wait_procs(alive, timeout=1)
    return alive


def _end(demo: subprocess.Popen[str], children: list[psutil.Process]) -> None:
    """End what a failed test leaves, by the ids of the processes it started."""
    if demo.poll() is None:
        demo.kill()
        demo.wait()
    if demo.stdout is not None:
        demo.stdout.close()
    for child in children:
        if child.is_running():
            child.kill()
