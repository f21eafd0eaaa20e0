"""A PostgreSQL of the tests' own: Debian's binaries where they are, else a container.

`CIRROGRAPH_TEST_POSTGRES_URL` names one that is there already. Where there is none of these, the
tests that need it are skipped with that as their reason. The server refuses to run as root, so
there it runs as the user that Debian's package made.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.neo4j_fixture import docker_answers

BINARIES = Path("/usr/lib/postgresql")
IMAGE = "postgres:17"
MISSING = (
    "no PostgreSQL: install Debian's postgresql, start Docker, or name one by "
    "CIRROGRAPH_TEST_POSTGRES_URL"
)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Give the address of an empty database."""
    given = os.environ.get("CIRROGRAPH_TEST_POSTGRES_URL")
    if given:
        yield given
    elif found := sorted(BINARIES.glob("*/bin/initdb")):
        with _debians(found[-1].parent) as url:
            yield url
    elif docker_answers():
        with _in_docker() as url:
            yield url
    else:
        pytest.skip(MISSING)


@contextlib.contextmanager
def _debians(binaries: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="cirrograph-postgres-"))
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run(binaries / "initdb", "-D", data, "-A", "trust", "-U", "cirrograph", "--no-sync")
        port = _free_port()
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        control = (binaries / "pg_ctl", "-D", data, "-l", folder / "log")
        _run(*control, "-w", "-o", options, "start")
        try:
            yield f"postgresql://cirrograph@127.0.0.1:{port}/postgres"
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _in_docker() -> Iterator[str]:
    from testcontainers.postgres import PostgresContainer  # noqa: PLC0415 - only with Docker

    with PostgresContainer(IMAGE, driver=None) as container:
        yield container.get_connection_url()


def _run(*command: str | Path) -> None:
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    subprocess.run(  # noqa: S603 - its own programs
        [str(part) for part in command], check=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        user=user.pw_uid if user else None, group=user.pw_gid if user else None,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
