"""A run's verdicts derived again: they hold, and each change of the document is told."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

from controls.outcomes import Outcome
from controls.rederive import changed_since, differences
from controls.verdict import Verdict
from server.exports.held import Held
from tests.server.exports.made import (
    AT,
    CONNECTOR,
    CONTROLS,
    MANDATE,
    MANDATES,
    basis,
    failing,
    unread,
    waived,
    waiver,
    written,
)

FAILS, WAIVED, UNREAD = (
    "aws/s3/bucket_requires_tls",
    "aws/ec2/instance_imdsv2",
    "aws/kms/key_rotation",
)
LEAVES = MANDATES[MANDATE].leaves()
MANUAL = next(one.number for one in LEAVES if one.is_manual and not one.controls)
OUTCOME = Outcome(
    mandate=MANDATE, requirement=MANUAL, connector=CONNECTOR, outcome=Verdict.PASS, note="seen",
    by="web", at=AT, expires_at=AT + datetime.timedelta(days=1),
)  # fmt: skip
DOCUMENT = written(
    basis(
        [failing(FAILS, "a"), failing(FAILS, "b"), waived(WAIVED, "c"), unread(UNREAD)],
        [waiver(WAIVED)],
        [OUTCOME],
    )
).document


def told(document: Any) -> list[str]:
    held = Held([json.dumps(document).encode()])
    return list(differences(held.head, held.found))


def leaf(document: Any, control: str) -> Any:
    todo = list(document["requirements"])
    while todo:
        one = todo.pop()
        if control in one.get("controls", ()) or one["number"] == control:
            return one
        todo += one.get("requirements", [])
    raise LookupError(control)


def test_a_document_follows_from_itself() -> None:
    assert told(json.loads(DOCUMENT)) == []


def set_in(path: str, value: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        at = document
        *before, last = path.split("/")
        for part in before:
            at = at[part.replace("~", "/")]
        at[last] = value

    return change


def drop_a_failure(document: Any) -> None:
    document["results"][FAILS]["findings"].pop()


def end_the_waiver(document: Any) -> None:
    document["results"][WAIVED]["findings"][0]["status"] = "FAIL"


def pass_the_unread(document: Any) -> None:
    document["results"][UNREAD]["verdict"] = "PASS"


def pass_a_requirement(document: Any) -> None:
    leaf(document, FAILS)["verdict"] = "PASS"


def pass_in_a_requirement(document: Any) -> None:
    leaf(document, FAILS)["controls"][FAILS] = "PASS"


def expire_the_outcome(document: Any) -> None:
    leaf(document, MANUAL)["outcome"]["expires_at"] = AT.isoformat()


def another_scan(document: Any) -> None:
    document["snapshot"]["units"][0][1] = "scan-9"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (drop_a_failure, f"{FAILS}: 2 failed, and 1 such findings"),
        (end_the_waiver, f"{WAIVED}: 1 waived, and 0 such findings"),
        (pass_the_unread, f"{UNREAD}: PASS does not follow"),
        (pass_a_requirement, "PASS, and FAIL follows"),
        (pass_in_a_requirement, f"{FAILS} is PASS in it, and another in the results"),
        (expire_the_outcome, f"requirement {MANUAL}: PASS, and MANUAL follows"),
        (another_scan, "the hash of its snapshot"),
        (set_in("controls/files", {}), "the hash of its controls"),
        (set_in("waivers/set", []), "the hash of its waivers"),
        (set_in("score", 1.0), "its score is 1.0"),
        (set_in("verdict", "PASS"), "the mandate: PASS, and FAIL follows"),
        (set_in("counts/passed", 99), "the mandate: the counts"),
        (set_in("form", 2), "it has form 2"),
        (set_in("results", {}), "it is not formed like"),
        (set_in("requirements", [{}]), "it is not formed like"),
        (set_in("counts", None), "it is not formed like"),
    ],
)
def test_each_change_is_told(change: Callable[[Any], None], says: str) -> None:
    document = json.loads(DOCUMENT)
    change(document)
    said = told(document)
    assert any(says in line for line in said), said


def test_a_control_without_counts_is_not_evaluated() -> None:
    document = json.loads(DOCUMENT)
    result = document["results"][UNREAD]
    result["counts"] = None
    assert told(document) == []
    result["verdict"] = "PASS"
    assert any("PASS without counts" in line for line in told(document))


def test_controls_that_have_changed_are_named() -> None:
    document = json.loads(DOCUMENT)
    assert changed_since(document, CONTROLS) == []
    other = {**CONTROLS, FAILS: dataclasses.replace(CONTROLS[FAILS], text="RETURN 1")}
    del other[WAIVED]
    assert changed_since(copy.deepcopy(document), other) == sorted([FAILS, WAIVED])
