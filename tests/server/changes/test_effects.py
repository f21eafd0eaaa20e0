"""What a change does: to verdicts, reports and what is shown, and that it ends by itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from controls.load import Override, overridden
from controls.overrides import Stored, store
from graph.scans import Scans
from tests.server.changes.cases import LISTS, outcome, override, schedule, waiver
from tests.server.changes.estate import (
    MANDATE,
    MANUAL,
    ONE,
    RETENTION,
    SOON,
    TWO,
    VERSIONING,
    Estate,
    uid,
)

SET = "MATCH (n:Resource {uid: $uid}) SET n += $props"
RUN = """
query ($m: String!) { report(mandate: $m, connector: "one") { run { number requirements {
  requirements { number verdict outcome } } } } }
"""


def set_props(estate: Estate, **props: Any) -> None:
    estate.driver.execute_query(SET, uid=uid(ONE), props=props)


def test_a_waiver_counts_at_once_until_it_is_removed(estate: Estate) -> None:
    estate.evaluate()
    made = estate.change("waive", input=waiver())
    assert made["evaluation"] == estate.deployment.ledger.connector("one").evaluation
    assert estate.statuses() == {VERSIONING: "WAIVED", RETENTION: "FAIL"}
    removed = estate.change("removeWaiver", id=made["id"])
    assert removed["evaluation"] != made["evaluation"]
    assert estate.statuses() == {VERSIONING: "FAIL", RETENTION: "FAIL"}


def test_a_waiver_for_all_connectors_waits_for_their_evaluations(estate: Estate) -> None:
    estate.evaluate()
    made = estate.change("waive", input=waiver(connector=None, uid=None))
    assert made["evaluation"] is None
    assert estate.statuses()[VERSIONING] == "FAIL"
    for connector in (ONE, TWO):
        estate.evaluate(connector)
        assert estate.statuses(connector)[VERSIONING] == "WAIVED"


def test_a_waiver_does_not_wait_for_a_scan(estate: Estate) -> None:
    estate.evaluate()
    estate.change("refreshConnector", connector="one")
    assert estate.change("waive", input=waiver())["evaluation"] is None


def test_a_waiver_ends_where_its_condition_does(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver(condition={"requiresTls": False}))
    assert estate.statuses()[VERSIONING] == "WAIVED"
    set_props(estate, requires_tls=True)
    estate.evaluate()
    assert estate.statuses()[VERSIONING] == "FAIL"
    set_props(estate, requires_tls=False)
    estate.evaluate()
    assert estate.statuses()[VERSIONING] == "WAIVED"


def test_a_condition_on_what_is_unread_does_not_hold(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver(condition={"object_ownership": None}))
    assert estate.statuses()[VERSIONING] == "WAIVED"
    set_props(estate, unread=["object_ownership"], unread_why=["object_ownership: refused"])
    estate.evaluate()
    assert estate.statuses()[VERSIONING] == "FAIL"


def test_a_condition_tells_true_from_one(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver(condition={"requires_tls": 0}))
    assert estate.statuses()[VERSIONING] == "FAIL"


def test_what_is_made_again_inherits_no_waiver(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver())
    set_props(estate, incarnation="2")
    estate.evaluate()
    assert estate.statuses()[VERSIONING] == "FAIL"


def test_an_expired_waiver_fails_again_by_itself(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver())
    estate.driver.execute_query("MATCH (w:Waiver) SET w.expires_at = datetime() - duration('PT1S')")
    estate.change("evaluateConnector", connector="one")
    assert estate.statuses()[VERSIONING] == "FAIL"
    (said,) = estate.ask("{ waivers { isRunning } }")["waivers"]
    assert said == {"isRunning": False}


def test_an_override_counts_from_the_next_evaluation_on(estate: Estate) -> None:
    estate.evaluate()
    estate.change("overrideControl", input=override())
    assert estate.statuses()[RETENTION] == "FAIL"
    said = estate.change("evaluateConnector", connector="one")
    assert (said["opened"], said["closed"]) == (0, 1)
    assert RETENTION not in estate.statuses()
    asked = "query ($id: String!) { control(id: $id) { severity isDisabled thresholds } }"
    shown = estate.ask(asked, id=RETENTION)["control"]
    assert shown == {"severity": "low", "isDisabled": False, "thresholds": {"min_days": 30}}
    estate.change("removeOverride", control=RETENTION)
    estate.evaluate()
    assert estate.statuses()[RETENTION] == "FAIL"


def test_an_override_rates_and_disables(estate: Estate) -> None:
    estate.evaluate()
    rated = override(thresholds=None, severity="critical")
    estate.change("overrideControl", input=rated)
    estate.evaluate()
    (found,) = estate.ask("{ findings(severity: critical, first: 5) { nodes { controlId } } }")[
        "findings"
    ]["nodes"]
    assert found == {"controlId": RETENTION}
    estate.change("overrideControl", input=override(thresholds=None, isDisabled=True))
    estate.evaluate()
    assert estate.statuses() == {VERSIONING: "FAIL"}


def test_another_process_sees_an_override(estate: Estate) -> None:
    estate.change("overrideControl", input=override())
    other = dataclasses.replace(estate.deployment)
    assert other.in_force()[RETENTION].thresholds == {"min_days": 30}
    assert other.controls[RETENTION].thresholds == {"min_days": 365}


def test_a_file_goes_before_what_is_stored(estate: Estate) -> None:
    says = Override(severity="high", reason="By our policy.")
    filed = overridden(estate.controls[RETENTION], says, Path("own/overrides.yaml"))
    deployment = dataclasses.replace(
        estate.deployment, controls={**estate.controls, RETENTION: filed}
    )
    mine = Stored(control=RETENTION, override=Override(disable=True, reason="No."), by="ann")
    gone = Stored(control="aws/s3/gone", override=Override(disable=True, reason="No."), by="ann")
    for one in (mine, gone):
        store(estate.driver, one)
    found = deployment.overridden()
    assert found.controls[RETENTION] == filed
    listed = {(o.control, o.is_recorded): o.ignored for o in found.overrides}
    assert listed == {
        (RETENTION, False): None,
        (RETENTION, True): "overrides.yaml says something about it, and the file holds",
        ("aws/s3/gone", True): "no control is called so any more",
    }


def test_an_override_of_a_file_is_not_changed_from_elsewhere(estate: Estate) -> None:
    filed = overridden(estate.controls[RETENTION], Override(disable=True), Path("overrides.yaml"))
    changed = dataclasses.replace(
        estate, controls={**estate.controls, RETENTION: filed}, folder=estate.folder
    )
    for field, given in (
        ("overrideControl", {"input": override()}),
        ("removeOverride", {"control": RETENTION}),
    ):
        said = changed.change(field, **given)
        assert (said["__typename"], said["field"]) == ("BadInput", "control")
        assert "the file holds" in said["message"]
    (listed,) = changed.ask("{ overrides { controlId isDisabled isRecorded } }")["overrides"]
    assert listed == {"controlId": RETENTION, "isDisabled": True, "isRecorded": False}


def requirement(estate: Estate) -> dict[str, Any]:
    estate.change("runReport", mandate=MANDATE, connector="one")
    run = estate.ask(RUN, m=MANDATE)["report"]["run"]
    every = [r for top in run["requirements"] for r in top["requirements"]]
    found: dict[str, Any] = next(r for r in every if r["number"] == MANUAL)
    return found


def test_an_outcome_counts_until_its_date(estate: Estate) -> None:
    estate.evaluate()
    assert requirement(estate)["verdict"] == "MANUAL"
    estate.change("recordOutcome", input=outcome())
    said = requirement(estate)
    assert (said["verdict"], said["outcome"]["note"]) == ("PASS", "Minutes of May")
    estate.driver.execute_query(
        "MATCH (o:ManualOutcome) SET o.expires_at = datetime() - duration('P1D')"
    )
    assert requirement(estate)["verdict"] == "MANUAL"


def test_a_removed_connector_leaves_no_decisions(estate: Estate) -> None:
    estate.evaluate()
    estate.change("waive", input=waiver())
    estate.change("recordOutcome", input=outcome())
    estate.change("addSchedule", input=schedule())
    estate.change("removeConnector", connector="one")
    (left,) = estate.driver.execute_query(
        "MATCH (n:Waiver|ManualOutcome|Schedule|Finding|Evaluation) RETURN count(n) AS left"
    ).records
    assert left["left"] == 0


def test_a_scan_under_way_is_followed_and_one_at_a_time_is_made(estate: Estate) -> None:
    both = "a: refreshConnector(connector: $c) { ...R } b: refreshConnector(connector: $c) { ...R }"
    asked = f"mutation ($c: String!) {{ {both} }} fragment R on ScanRequested {{ scan isNew }}"
    said = estate.ask(asked, c="one")
    assert (said["a"]["isNew"], said["b"]["isNew"]) == (True, False)  # in their order
    assert said["a"]["scan"] == said["b"]["scan"]
    refused = estate.change("removeConnector", connector="one")
    assert (refused["__typename"], refused["scan"]) == ("AlreadyScanning", said["a"]["scan"])


def test_a_connector_that_is_being_removed_is_not_read(estate: Estate) -> None:
    connector = estate.deployment.ledger.connector("one")
    removal = Scans(estate.driver).start(connector, kind="removal")
    refused = estate.change("refreshConnector", connector="one")
    assert (refused["__typename"], refused["scan"]) == ("AlreadyScanning", removal)


def test_what_was_read_just_now_is_not_read_again(estate: Estate) -> None:
    estate.driver.execute_query("MATCH (c:Connector) SET c.read_at = datetime()")
    refused = estate.change("refreshConnector", connector="one")
    assert refused["__typename"] == "TooSoon"
    assert refused["next"] > "2020"
    (_, last) = estate.records()
    assert (last.action, last.outcome) == ("refreshConnector", "refused")


def together(*calls: Callable[[], dict[str, Any]]) -> list[dict[str, Any]]:
    with ThreadPoolExecutor(len(calls)) as pool:
        return [done.result() for done in [pool.submit(call) for call in calls]]


def test_reports_that_are_run_at_once_have_numbers_of_their_own(estate: Estate) -> None:
    estate.evaluate()
    runs = together(
        *(lambda: estate.change("runReport", mandate=MANDATE, connector="one") for _ in range(3))
    )
    assert sorted(run["number"] for run in runs) == [1, 2, 3]
    assert len({run["report"] for run in runs}) == 1


def test_what_was_decided_is_listed(decided: Estate) -> None:
    said = decided.ask(LISTS)
    assert len(said["waivers"]) == 5
    assert {"uid": None, "condition": {"region": "eu"}}.items() <= next(
        w for w in said["waivers"] if w["uid"] is None
    ).items()
    assert {o["connector"]["name"] for o in said["outcomes"]} == {"one", "two"}
    first = said["outcomes"][0]
    assert (first["verdict"], first["evidence"], first["until"][:10]) == (
        "PASS", "Minutes of May", SOON[:10],
    )  # fmt: skip
    assert {s["kind"] for s in said["schedules"]} == {"REPORT"}
    (changed,) = said["overrides"]
    assert (changed["controlId"], changed["thresholds"], changed["by"]) == (
        RETENTION, {"min_days": 30}, "local",
    )  # fmt: skip
    (made,) = said["tokens"]
    assert (made["name"], made["on"]) == ("pull", [{"connectors": ONE, "role": "viewer"}])
    assert said["me"] == {"name": "local", "role": "admin", "on": []}
