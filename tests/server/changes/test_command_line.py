"""The command line changes the same things by the same code, with the same log and refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.connect import Settings
from tests.server.changes.estate import (
    MANDATE,
    MANUAL,
    ONE,
    RETENTION,
    TWO,
    VERSIONING,
    Estate,
    uid,
)
from tests.server.running import Shell, shell

NOBODY = "http://127.0.0.1:1"  # no cloud is asked here
WAIVE = ("waive", VERSIONING, "--reason", "Emptied.", "--owner", "web", "--expires", "2099-01-31")


@pytest.fixture
def user(estate: Estate, neo4j_server: Settings) -> Shell:
    """Give somebody whose home and database are those of the estate."""
    return shell(estate.folder, neo4j_server, NOBODY)


def test_what_is_decided_at_the_command_line_stands_for_the_api(
    user: Shell, estate: Estate
) -> None:
    made = user.json(
        *WAIVE, "--uid", uid(ONE), "--connector", "one", "--condition", "requires_tls=false"
    )
    assert made["evaluation"] is None  # it was never evaluated, so there is nothing to turn
    assert (made["condition"], made["incarnation"]) == ({"requires_tls": False}, "1")
    (listed,) = user.json("waivers", "list")
    assert (listed["id"], listed["running"], listed["source"]) == (made["id"], True, "recorded")
    (shown,) = estate.ask("{ waivers { id expires condition connector { name } } }")["waivers"]
    assert shown == {
        "id": made["id"], "expires": "2099-01-31T00:00:00Z", "condition": {"requires_tls": False},
        "connector": {"name": "one"},
    }  # fmt: skip

    user.json("overrides", "set", RETENTION, "--threshold", "min_days=30", "--reason", "Ours.")
    (override,) = user.json("overrides", "list")
    assert (override["control"], override["thresholds"], override["ignored"]) == (
        RETENTION, {"min_days": 30}, None,
    )  # fmt: skip
    estate.live.renew(now=True)
    (told,) = estate.ask("{ overrides { controlId thresholds } }")["overrides"]
    assert told == {"controlId": RETENTION, "thresholds": {"min_days": 30}}

    found = ("--verdict", "PASS", "--evidence", "Minutes", "--owner", "web", "--until")
    recorded = user.json("outcomes", "record", MANDATE, MANUAL, "one", *found, "2099-01-31")
    (outcome,) = user.json("outcomes", "list")
    assert recorded["id"] == outcome["id"]
    assert (outcome["connector"], outcome["verdict"], outcome["running"]) == ("one", "PASS", True)
    assert estate.ask("{ outcomes { id } }")["outcomes"] == [recorded]

    scheduled = user.json("schedules", "add", "scan", "one", "0 3 * * *")
    assert estate.ask("{ schedules { id kind } }")["schedules"] == [
        {"id": scheduled["id"], "kind": "SCAN"}
    ]

    user.json("waivers", "remove", made["id"])
    user.json("overrides", "remove", RETENTION)
    user.json("schedules", "remove", scheduled["id"])
    for name in ("waivers", "overrides", "schedules"):
        assert user.json(name, "list") == []
    done = [(r.action, r.via) for r in estate.records() if r.outcome == "done"]
    assert done == [
        (action, "cli")
        for action in (
            "waive", "overrideControl", "recordOutcome", "addSchedule", "removeWaiver",
            "removeOverride", "removeSchedule",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("waive", "no/such", *WAIVE[2:]), "no control is called 'no/such'"),
        ((*WAIVE[:-1], "2020-01-31"), "is over"),
        ((*WAIVE, "--connector", "three"), "there are: one, two"),
        ((*WAIVE, "--condition", "versioning"), "PROPERTY=VALUE is needed"),
        (("waivers", "remove", "none"), "no waiver has the id 'none'"),
        (("overrides", "set", RETENTION, "--reason", "x", "--severity", "bad"), "severity"),
        (("overrides", "set", RETENTION, "--reason", "x"), "nothing is changed"),
        (("overrides", "remove", RETENTION), "nothing is changed about a control"),
        (("outcomes", "record", MANDATE, "2", "one", "--verdict", "PASS", "--evidence", "e",
          "--owner", "o", "--until", "2099-01-31"), "no requirement"),
        (("outcomes", "record", MANDATE, MANUAL, "one", "--verdict", "GOOD", "--evidence", "e",
          "--owner", "o", "--until", "2099-01-31"), "one of PASS, FAIL, NOT_APPLICABLE"),
        (("schedules", "add", "report", "none", "one", "0 3 * * *"), "no mandate is called"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(user: Shell, words: tuple[str, ...], says: str) -> None:
    assert says in user.refused(*words).replace("\n", " ")


def test_waivers_of_files_are_listed_and_stay_in_their_file(
    user: Shell, estate: Estate, tmp_path: Path
) -> None:
    said = [{"id": "w1", "control": VERSIONING, "reason": "Ours.", "owner": "web",
             "expires_at": "2099-01-31T00:00:00Z", "condition": {"name": "bucket"}}]  # fmt: skip
    (tmp_path / "waivers.yaml").write_text(json.dumps(said))
    (tmp_path / "overrides.yaml").write_text(json.dumps({RETENTION: {"disable": True}}))
    own = {"CIRROGRAPH_OWN": str(tmp_path)}
    (listed,) = user.json("waivers", "list", **own)
    assert (listed["condition"], listed["source"]) == (
        {"name": "bucket"}, str(tmp_path / "waivers.yaml"),
    )  # fmt: skip
    assert "take it out there" in user.refused("waivers", "remove", "w1", **own)
    (override,) = user.json("overrides", "list", **own)
    assert (override["disable"], override["by"]) == (True, None)
    refused = user.refused(
        "overrides", "set", RETENTION, "--reason", "x", "--severity", "high", **own
    )
    assert "the file holds" in refused.replace("\n", " ")
    assert estate.records() == []


def test_what_is_read_and_asked_again_at_the_command_line_is_recorded(
    user: Shell, estate: Estate
) -> None:
    user.run("scan", "one")  # nothing answers there: it is asked for, and fails
    user.json("evaluate")
    user.json("report", MANDATE, "one")
    user.refused("report", "none", "one")
    done = sorted(
        (r.action, r.arguments["connector"], (r.result or "").split(" ")[0], r.via)
        for r in estate.records()
        if r.outcome == "done"
    )
    assert done == [
        ("evaluateConnector", ONE, "evaluation", "cli"),
        ("evaluateConnector", TWO, "evaluation", "cli"),
        ("refreshConnector", ONE, "scan", "cli"),
        ("runReport", ONE, "run", "cli"),
    ]


@pytest.mark.promise("S12")
@pytest.mark.parametrize("words", [("scan", "one"), ("evaluate",), ("report", MANDATE, "one")])
def test_what_can_not_be_recorded_the_command_line_does_not_do(
    user: Shell, estate: Estate, words: tuple[str, ...]
) -> None:
    estate.evaluate()
    before = estate.picture()
    work = estate.folder / "work.sqlite"
    aside = work.rename(estate.folder / "aside.sqlite")
    estate.deployment.access.store.close()
    work.mkdir()  # no database can be made where a folder is
    said = user.refused(*words)
    work.rmdir()
    aside.rename(work)
    estate.deployment.access.store.close()
    assert "audit log can't be written, so nothing was changed" in said.replace("\n", " ")
    assert estate.picture() == before
