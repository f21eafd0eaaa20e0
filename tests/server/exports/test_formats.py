"""Every format of a run: valid by its own schema, complete, and true to the document."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from collections.abc import Iterable
from typing import Any

import pytest

from controls.verdict import Counts, Verdict
from schema.reported import EXPORTS
from server.exports.formats import FORMATS
from server.exports.inert import cell, line, visible
from server.exports.row import Export
from tests.server.exports.checked import READ, events, log, page, table
from tests.server.exports.made import (
    CONTROLS,
    MANDATES,
    REFUSED,
    basis,
    export,
    failing,
    joined,
    mine,
    unread,
    waived,
    waiver,
    written,
)

FIRST, SECOND = "aws/s3/bucket_requires_tls", "aws/ec2/instance_imdsv2"
THIRD = "aws/kms/key_rotation"
FINDINGS = (
    failing(FIRST, "press-kit"), failing(FIRST, "orders"), waived(SECOND, "bastion"), unread(THIRD),
)  # fmt: skip
BASIS = basis(FINDINGS, [waiver(SECOND)])


WIDE = "\uff1d1"  # an equals sign as wide as a Chinese character


@pytest.fixture(scope="module")
def made() -> Export:
    return export(BASIS)


def data(name: str, made: Export) -> bytes:
    return joined(FORMATS[name].write, made)


def by_id(found: Iterable[Any], key: Any) -> dict[str, Any]:
    return {key(one): one for one in found}


def test_the_formats_are_those_that_the_schema_tells_of() -> None:
    assert tuple(FORMATS) == EXPORTS


@pytest.mark.parametrize("name", READ)
def test_each_finding_is_there_once(name: str, made: Export) -> None:
    found = READ[name](data(name, made))
    assert sorted(found) == sorted(f.id for f in FINDINGS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_run_gives_the_same_bytes(name: str, made: Export) -> None:
    assert data(name, made) == data(name, export(BASIS))


def test_json_is_the_document_that_the_hash_is_of(made: Export) -> None:
    document = data("json", made)
    assert document == written(BASIS).document
    assert made.run is not None
    assert hashlib.sha256(document).hexdigest() == made.run.hash


def test_csv_tells_of_run_requirements_controls_and_waivers(made: Export) -> None:
    records = table(data("csv", made))
    kinds = [r["record"] for r in records]
    leaves = MANDATES["cis-aws-6.0"].leaves()
    assert kinds[0] == "run"
    assert records[0]["hash"] == made.run.hash  # type: ignore[union-attr] # it is a run
    assert kinds.count("control") == len(mine())
    assert kinds.count("requirement") > len(leaves)
    assert {leaf.number for leaf in leaves} <= {r["number"] for r in records}
    (control,) = (r for r in records if r["record"] == "control" and r["control"] == FIRST)
    assert (control["verdict"], control["failed"], control["passed"]) == ("FAIL", "2", "4")
    assert control["hash"] == CONTROLS[FIRST].hash
    (accepted,) = (r for r in records if r["record"] == "waiver")
    assert (accepted["waiver"], accepted["waiver_owner"]) == ("press-kit", "web")
    finding = by_id(records, lambda r: r["id"])[FINDINGS[0].id]
    assert json.loads(finding["evidence"])["actual"] is False
    assert "press-kit" in finding["cli"]
    assert finding["requirements"] == "cis-aws-6.0 3.1.1"


def test_csv_is_rfc_4180(made: Export) -> None:
    text = data("csv", made).decode()
    assert text.endswith("\r\n")
    assert text.startswith("record,number,verdict,")


def test_ocsf_says_what_a_finding_is(made: Export) -> None:
    found = by_id(events(data("ocsf", made)), lambda e: e["finding_info"]["uid"])
    failed, accepted, open_ = (found[FINDINGS[i].id] for i in (0, 2, 3))
    assert (failed["class_uid"], failed["category_uid"], failed["type_uid"]) == (2003, 2, 200301)
    assert (failed["metadata"]["version"], failed["time"]) == ("1.5.0", 1772368200000)
    assert failed["metadata"]["product"]["name"] == "Cirrograph"
    assert failed["compliance"]["control"] == FIRST
    assert failed["compliance"]["standards"] == [MANDATES["cis-aws-6.0"].title]
    assert (failed["compliance"]["status_id"], failed["status_id"]) == (3, 1)
    assert (accepted["compliance"]["status_id"], accepted["status_id"]) == (3, 3)
    assert accepted["unmapped"]["waiver"]["owner"] == "web"
    assert (open_["compliance"]["status_id"], open_["status_id"]) == (0, 1)
    assert open_["status_detail"] == REFUSED
    assert "remediation" not in open_
    assert failed["cloud"] == {
        "provider": "AWS", "region": "eu-west-1", "cloud_partition": "aws",
        "account": {"uid": "111122223333", "type_id": 10, "type": "AWS Account"},
    }  # fmt: skip
    assert failed["evidences"][0]["data"]["path"] == ["press-kit", "open", "0.0.0.0/0"]
    assert failed["unmapped"]["run"]["sha256"] == made.run.hash  # type: ignore[union-attr] # a run
    assert "aws" in failed["remediation"]["desc"]


@pytest.mark.parametrize(
    ("severity", "id_"),
    [("critical", 5), ("high", 4), ("medium", 3), ("low", 2), ("info", 1)],
)
def test_ocsf_has_numbers_for_severities(severity: str, id_: int) -> None:
    made = export(basis([failing(FIRST, "x", severity=severity)]))
    (event,) = events(data("ocsf", made))
    assert event["severity_id"] == id_


def test_sarif_says_what_a_finding_is(made: Export) -> None:
    run = log(data("sarif", made))
    key = by_id(run["results"], lambda r: r["partialFingerprints"]["cirrograph/v1"])
    failed, accepted, open_ = (key[FINDINGS[i].id] for i in (0, 2, 3))
    assert (failed["kind"], failed["level"]) == ("fail", "warning")
    assert "suppressions" not in failed
    assert (accepted["kind"], accepted["suppressions"][0]["justification"]) == (
        "fail", "It is public on purpose",
    )  # fmt: skip
    assert (open_["kind"], open_["level"]) == ("open", "none")
    (location,) = failed["locations"][0]["logicalLocations"]
    assert location["fullyQualifiedName"] == FINDINGS[0].uid
    rules = by_id(run["tool"]["driver"]["rules"], lambda r: r["id"])
    assert set(rules) == set(mine())
    assert rules[FIRST]["properties"]["verdict"] == "FAIL"
    (taxonomy,) = run["taxonomies"]
    related = rules[FIRST]["relationships"][0]["target"]
    assert taxonomy["taxa"][related["index"]]["id"] == related["id"] == "3.1.1"
    assert run["properties"]["sha256"] == made.run.hash  # type: ignore[union-attr] # it is a run
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert REFUSED in notice["message"]["text"]


def test_html_is_one_file_that_nothing_acts_in(made: Export) -> None:
    shown = page(data("html", made))
    (policy,) = (a["content"] for t, a in shown.tags if a.get("http-equiv"))
    style = next(text for text in shown.texts if ":root" in text)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    ids = {attributes["id"] for _, attributes in shown.tags if "id" in attributes}
    links = {str(attributes["href"])[1:] for tag, attributes in shown.tags if tag == "a"}
    assert len(links) == 6 + 3  # sections, and the controls that have findings
    assert links <= ids


def test_html_tells_all_that_an_auditor_asks(made: Export) -> None:
    text = " ".join(" ".join(page(data("html", made)).texts).split())
    assert made.run is not None
    for said in (
        MANDATES["cis-aws-6.0"].title, "production", "2026-03-01 12:30:00 UTC", made.run.hash,
        "e1c0ffee00000001", "not evaluated", "to be judged by a person", REFUSED,
        "It is public on purpose", "until 2027-01-31", "press-kit", "sha256sum run.json",
        f"cirrograph export verify-file run.json --hash {made.run.hash}",
        *(leaf.number for leaf in MANDATES["cis-aws-6.0"].leaves()),
        *(CONTROLS[c].hash for c in mine()),
    ):  # fmt: skip
        assert said in text, said


def test_a_score_is_never_more_than_it_is() -> None:
    findings = [failing(FIRST, "x")]
    text = data("html", export(basis(findings))).decode()
    judged = len([leaf for leaf in MANDATES["cis-aws-6.0"].leaves() if leaf.controls])
    assert f"{judged - 1} of the {judged} requirements that could be judged have passed" in text
    assert f">{(judged - 1) * 100 // judged}<small>" in text


def test_a_run_without_findings_says_so() -> None:
    made = export(basis([]))
    assert "There are none." in data("html", made).decode()
    assert log(data("sarif", made))["results"] == []
    assert data("ocsf", made) == b""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("  =1", "'  =1"), ("\n=1", "'\n=1"),
        ("'x", "''x"), ("a=1", "a=1"), ("", ""), (None, ""), (0, "0"), (-1, "'-1"),
        (WIDE, f"'{WIDE}"), ([1], "[1]"), ({"a": "="}, '{"a":"="}'),
    ],
)  # fmt: skip
def test_cells(value: Any, expected: str) -> None:
    assert cell(value) == expected


def test_json_ends_no_script_and_turns_no_text() -> None:
    marks = "</script>&\u2028\u202e\u2066\ufeff\u061c"
    value = {"a": marks, "b": "\ud800", "c": 2**70, "d": float("nan")}
    said = line(value)
    for mark in (b"<", b">", b"&", "\u2028".encode(), "\u202e".encode(), "\ufeff".encode()):
        assert mark not in said
    assert json.loads(said) == value | {"b": "\ufffd", "d": None}
    assert json.loads(line({"a": "<\u202e"})) == {"a": "<\u202e"}


def test_hidden_marks_are_shown() -> None:
    assert visible("a\u202eb\0c\u200bd\ud800") == "a[U+202E]b[U+0000]c[U+200B]d\ufffd"
    assert visible("two\r\nlines\t") == "two\nlines\t"


def test_html_says_why_where_no_finding_does() -> None:
    what = basis([])
    broken = dataclasses.replace(
        what.verdicts[FIRST], verdict=Verdict.NOT_EVALUATED, counts=Counts(not_evaluated=2),
        reason="it did not end within 60 s",
    )  # fmt: skip
    what = dataclasses.replace(what, verdicts={**what.verdicts, FIRST: broken})
    text = data("html", export(what)).decode()
    assert f"{FIRST} not evaluated: it did not end within 60 s" in text
