"""The image and the compose file name what exists, and shut what can be shut.

No Docker is needed, and none of it is started: what is written is held against the command line,
the settings, the managed server's own hardening and the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from graph.local.config import HARDENED
from graph.local.jars import NEO4J_VERSION
from server.cli.app import app
from server.settings import SETTINGS

ROOT = Path(__file__).parent.parent.parent
COMPOSE: Mapping[str, Any] = yaml.safe_load(
    (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
)
SERVICES: Mapping[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
VARIABLE = re.compile(r"\$\{(\w+)(?::([?-])([^}]*))?\}")
OURS = ("api", "worker")
KEYS = {  # of a service, those that we use; a misspelt one would be ignored or refused
    "image", "build", "command", "environment", "ports", "volumes", "depends_on", "healthcheck",
    "restart", "read_only", "cap_drop", "cap_add", "security_opt", "logging", "init", "tmpfs",
    "stop_grace_period", "pids_limit", "mem_limit", "shm_size",
}  # fmt: skip


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    else:
        yield str(value)


def instructions() -> list[tuple[str, str]]:
    joined = DOCKERFILE.replace("\\\n", " ")
    lines = (line for line in joined.splitlines() if line.strip() and not line.startswith("#"))
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines]


def test_what_stands_in_it() -> None:
    assert set(SERVICES) == {"neo4j", "postgres", "api", "worker"}
    assert {key for service in SERVICES.values() for key in service} <= KEYS
    assert set(COMPOSE["volumes"]) == {
        volume.partition(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", ())
        if not volume.startswith("$")
    }


@pytest.mark.parametrize("name", [*OURS, "Dockerfile"])
def test_its_commands_exist(name: str) -> None:
    if name == "Dockerfile":
        words = yaml.safe_load(dict(instructions())["CMD"])
    else:
        words = list(SERVICES[name]["command"])
    command: Any = typer.main.get_command(app)
    command = command.commands[words.pop(0)]
    known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
    assert {word for word in words if word.startswith("-")} <= known


@pytest.mark.parametrize("name", OURS)
def test_its_settings_exist(name: str) -> None:
    assert set(SERVICES[name]["environment"]) <= set(SETTINGS)
    set_there = re.findall(r"\b(CIRROGRAPH_\w+)=", DOCKERFILE)
    assert set(set_there) <= set(SETTINGS)
    assert "CIRROGRAPH_HOME" in set_there


def test_neo4j_is_hardened_as_the_managed_one_is() -> None:
    environment = SERVICES["neo4j"]["environment"]
    given = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in environment.items()
        if name != "NEO4J_AUTH"
    }
    about_people = {
        "dbms.security.allow_csv_import_from_file_urls", "internal.dbms.cypher_ip_blocklist",
        "dbms.security.procedures.unrestricted", "server.http_enabled_modules",
        "dbms.usage_report.enabled", "client.allow_telemetry", "db.logs.query.enabled",
        "db.transaction.timeout", "db.tx_log.rotation.retention_policy",
    }  # fmt: skip
    assert {name: given.get(name) for name in about_people} == {
        name: HARDENED[name] for name in about_people
    }
    assert SERVICES["neo4j"]["image"] == f"neo4j:{NEO4J_VERSION}-community"


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_shut_in(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] or name == "neo4j"
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["restart"] == "unless-stopped"
    assert service["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}
    assert "privileged" not in service
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))
    assert not any("docker.sock" in volume for volume in service.get("volumes", ()))


@pytest.mark.parametrize("name", OURS)
def test_ours_begin_when_the_databases_are_healthy(name: str) -> None:
    assert SERVICES[name]["depends_on"] == {
        "neo4j": {"condition": "service_healthy"}, "postgres": {"condition": "service_healthy"},
    }  # fmt: skip
    assert SERVICES[name]["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"
    assert "@postgres:5432/" in SERVICES[name]["environment"]["CIRROGRAPH_WORK_URL"]
    port = SERVICES[name]["environment"]["CIRROGRAPH_METRICS_PORT"]
    assert f":{port}/readyz" in " ".join(SERVICES[name]["healthcheck"]["test"])


def test_no_secret_stands_in_it() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    needed = {name for name, kind, _ in VARIABLE.findall(text) if kind == "?"}
    assert needed == {"NEO4J_PASSWORD", "POSTGRES_PASSWORD"}
    for service in SERVICES.values():
        for key, value in service["environment"].items():
            if re.search("PASSWORD|AUTH|SECRET|WORK_URL", key):
                assert "${" in str(value)
    assert "ARG " not in DOCKERFILE
    assert not re.search(r"PASSWORD|SECRET|TOKEN", DOCKERFILE)


def test_the_health_check_of_ours_is_python() -> None:
    (code,) = [s for s in strings(SERVICES["api"]["healthcheck"]["test"]) if "urlopen" in s]
    compile(code, "healthcheck", "exec")


def test_the_image_is_made_from_the_lock_and_runs_as_nobody_in_particular() -> None:
    said = instructions()
    runs = [text for word, text in said if word == "RUN"]
    assert any("--require-hashes -r requirements.lock" in text for text in runs)
    assert any("--no-deps --no-build-isolation ." in text for text in runs)
    users = [text for word, text in said if word == "USER"]
    assert users == ["10001"]
    order = [word for word, _ in said]
    assert order.index("USER") < order.index("ENTRYPOINT")
    assert dict(said)["ENTRYPOINT"] == '["cirrograph"]'
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for name in ("ingest", "graph", "controls", "schema", "server"):
        assert name not in ignored
        assert (ROOT / name).is_dir()
    assert {".git", ".venv", "tests"} <= set(ignored)
