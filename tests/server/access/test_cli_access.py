"""Tokens and the audit log on the command line, and a server that wants sign-in."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from graph.connect import Settings
from server.access.store import AUDIT, Store
from tests.server.running import Shell, shell


@pytest.fixture
def user(driver: neo4j.Driver, neo4j_server: Settings, tmp_path: Path) -> Shell:
    driver.execute_query("MATCH (n) WHERE NOT n:CirrographSchema DETACH DELETE n")
    return shell(tmp_path / "home", neo4j_server, "http://127.0.0.1:9")  # no cloud is asked


@pytest.mark.promise("S8")
@pytest.mark.promise("S12")
def test_a_token_s_life_and_what_is_logged_of_it(user: Shell) -> None:
    made = user.json("tokens", "create", "ci", "--on", "shop-*=viewer", "--on", "cloud:gcp=admin")
    assert made["secret"].startswith("cgt_")
    (listed,) = user.json("tokens", "list")
    assert (listed["id"], listed["state"]) == (made["id"], "good")
    assert listed["on"] == {"shop-*": "viewer", "cloud:gcp": "admin"}
    shown = user.run("tokens", "list")
    assert "shop-*=viewer" in shown.out
    assert user.json("tokens", "revoke", made["id"])["revoked"] == made["id"]
    assert user.json("tokens", "list")[0]["state"] == "revoked"
    assert "was revoked already" in user.refused("tokens", "revoke", made["id"])

    log = user.json("audit", "list")
    assert [(r["action"], r["outcome"]) for r in log] == [
        ("createToken", "asked"), ("createToken", "done"),
        ("revokeToken", "asked"), ("revokeToken", "done"),
        ("revokeToken", "asked"), ("revokeToken", "refused"),
    ]  # fmt: skip
    assert made["secret"] not in str(log)
    assert "revokeToken" in user.run("audit", "list", "--newest", "2").out
    assert user.json("audit", "verify")["records"] == 6


def test_the_secret_alone_goes_to_standard_output(user: Shell) -> None:
    ran = user.run("tokens", "create", "ci", "--role", "viewer", "--days", "1")
    assert ran.code == 0
    assert ran.out.startswith("cgt_")
    assert len(ran.out.split()) == 1


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["ci"], "a grant gives a role"),
        (["ci", "--role", "root"], "viewer, operator, admin"),
        (["ci", "--on", "shop"], "PATTERN=ROLE"),
        (["ci", "--on", "group:x=viewer"], "no group of connectors"),
        (["ci", "--role", "admin", "--days", "400"], "at most 366 days"),
        (["ci", "--role", "admin", "--days", "0"], "the end lies ahead"),
        (["a\nb", "--role", "admin"], "a name has letters"),
    ],
)
def test_what_is_no_token_is_not_made(arguments: list[str], why: str, user: Shell) -> None:
    assert why in user.refused("tokens", "create", *arguments)
    assert user.json("tokens", "list") == []


@pytest.mark.promise("S12")
def test_a_broken_link_is_told(user: Shell) -> None:
    user.json("tokens", "create", "ci", "--role", "viewer")
    head = user.json("audit", "verify")["head"]
    assert user.run("audit", "verify", "--holds", head).code == 0
    assert user.run("audit", "verify", "--holds", "0" * 64).code == 1
    store = Store(f"sqlite:///{user.home / 'work.sqlite'}")
    with store.writing() as connection:
        connection.execute(AUDIT.update().where(AUDIT.c.number == 2).values(record="{}"))
    store.close()
    ran = user.run("audit", "verify")
    assert (ran.code, ran.out.strip()) == (
        1, "broken: record 2 was changed: it does not give its hash",
    )  # fmt: skip


def test_a_server_for_others_does_not_start_when_nobody_can_sign_in(user: Shell) -> None:
    said = user.run("serve", "--no-worker", "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - refused
    assert said.code == 2
    assert "cirrograph tokens create" in said.err


def test_a_file_of_roles_that_is_wrong_is_named(user: Shell) -> None:
    (user.home / "roles.yaml").write_text("people: 1", encoding="utf-8")
    assert "roles.yaml: people" in user.refused("tokens", "list")
