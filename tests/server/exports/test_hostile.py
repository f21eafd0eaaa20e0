"""Names and tags as an attacker would choose them, in every format: inert, valid, still there."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from controls.control import Fix
from server.exports.exporter import file_name
from server.exports.formats import FORMATS
from server.exports.inert import text, visible
from server.exports.row import Accepted, Export, Row
from tests.server.exports.checked import READ, events, lines, log, page, table
from tests.server.exports.made import AT, CONNECTOR, basis, export, failing, joined

CONTROL = "aws/s3/bucket_requires_tls"
CHROMIUM = Path("/usr/bin/chromium")
NAMES = (
    "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1+1)*cmd", "\t=1", "\r\n=1", "'=1", "\uff1d1+1",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><b>", "]]>",
    "{{ 7 * 7 }}{% raw %}", "${jndi:ldap://x}", "javascript:alert(1)", '"\'`', "a\nb\r\nc", "a\0b",
    "\ud800", "\udfff\ud800", "txt.\u202egnp.exe", "\u2066\u2069\u200f", "\ufeffx", "\u2028",
    "\x1b]8;;https://x\x07", "\x85\x9f", "é漢🙂", "--><!--", "&lt;&#0;",
)  # fmt: skip
LONG = ("x" * 40_000, "<" * 40_000, "=" * 40_000)
CHOSEN = st.sampled_from(NAMES)
WORDS = st.one_of(
    CHOSEN,
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.tuples(CHOSEN, st.text(max_size=5)).map("".join),
)
VALUES = st.recursive(
    st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
STATUSES = st.sampled_from(["FAIL", "NOT_EVALUATED", "WAIVED"])


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    return [_row(draw, str(number)) for number in range(draw(st.integers(0, 3)))]


def _row(draw: st.DrawFn, id_: str) -> Row:
    word, status = draw(WORDS), draw(STATUSES)
    accepted = Accepted(id=word, reason=word, owner=word, expires_at="2027-01-01T00:00:00Z")
    return Row(
        id=id_, status=status, severity=draw(st.sampled_from(["critical", "info"])),
        control=CONTROL, title=word, uid=draw(WORDS), type=word, name=draw(WORDS),
        region=draw(WORDS), account=word, partition=word, cloud="aws", connector=CONNECTOR,
        connector_name=word, seen=AT, since=draw(st.sampled_from([None, AT])),
        on_unit=draw(st.booleans()), reason=draw(WORDS), evidence=draw(VALUES),
        waiver=accepted if status == "WAIVED" else None,
        fix=Fix.model_construct(console=word, cli=word, terraform=word),
    )  # fmt: skip


EMPTY = export(basis([failing(CONTROL, "x")]))


def of(found: Sequence[Row], *, as_run: bool) -> Export:
    """Return an export of these rows, of a run or of what stands now."""
    run = EMPTY.run if as_run else None
    return dataclasses.replace(EMPTY, rows=lambda: iter(found), run=run)


HOSTILE = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@HOSTILE
@given(rows(), st.booleans())
def test_csv_gives_each_row_back(found: list[Row], as_run: bool) -> None:  # noqa: FBT001 - drawn
    data = joined(FORMATS["csv"].write, of(found, as_run=as_run))
    records = [r for r in table(data) if r.get("record", "finding") == "finding"]
    assert [(r["id"], r["name"], r["uid"]) for r in records] == [
        (r.id, _cell(r.name), _cell(r.uid)) for r in found
    ]
    for record, row in zip(records, found, strict=True):
        assert record["console"] == _cell(row.title)


def _cell(value: str | None) -> str:
    return text(value or "").replace("\0", "\ufffd")


@HOSTILE
@given(rows())
def test_json_gives_each_row_back(found: list[Row]) -> None:
    data = joined(FORMATS["json"].write, of(found, as_run=False))
    said = [json.loads(one) for one in lines(data)]
    assert [(s["id"], s["resource"]["name"], s["reason"]) for s in said] == [
        (r.id, text(r.name or ""), text(r.reason or "")) for r in found
    ]
    assert b"<" not in data


@HOSTILE
@given(rows(), st.booleans())
def test_ocsf_gives_each_row_back(found: list[Row], as_run: bool) -> None:  # noqa: FBT001 - drawn
    data = joined(FORMATS["ocsf"].write, of(found, as_run=as_run))
    assert [(e["finding_info"]["uid"], e["resources"][0]["uid"]) for e in events(data)] == [
        (r.id, text(r.uid)) for r in found
    ]


@HOSTILE
@given(rows(), st.booleans())
def test_sarif_gives_each_row_back(found: list[Row], as_run: bool) -> None:  # noqa: FBT001 - drawn
    results = log(joined(FORMATS["sarif"].write, of(found, as_run=as_run)))["results"]
    places = [r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for r in results]
    assert places == [text(r.uid) for r in found]
    assert [r["properties"]["status"] for r in results] == [r.status for r in found]


@HOSTILE
@given(rows())
def test_html_shows_each_row_and_does_nothing(found: list[Row]) -> None:
    shown = page(joined(FORMATS["html"].write, of(found, as_run=True)))
    assert sum(a.get("class", "").startswith("finding ") for _, a in shown.tags) == len(found)  # type: ignore[union-attr] # ours have one
    text_ = "".join(shown.texts).replace("\r\n", "\n")
    for row in found:
        if not row.on_unit:
            assert visible(row.uid) in text_


@pytest.mark.parametrize("name", [*NAMES, *LONG], ids=range(len(NAMES) + len(LONG)))
def test_a_name_through_a_real_document(name: str) -> None:
    """From a finding through the document, which is strict UTF-8, to every format."""
    said = text(name)
    made = export(basis([failing(CONTROL, said, evidence=json.dumps({said: [said]}))]), name)
    for kind, read in READ.items():
        assert len(read(joined(FORMATS[kind].write, made))) == 1
    page(joined(FORMATS["html"].write, made))
    for format_ in FORMATS.values():
        named = file_name(format_, made.run)
        assert named.isascii()
        assert not set(named) & set('/\\"\r\n%;')
        assert ".." not in named


@pytest.mark.skipif(not CHROMIUM.is_file(), reason="no Chromium here")
def test_a_browser_finds_nothing_to_run(tmp_path: Path) -> None:
    names = [text(name) for name in NAMES]
    findings = [failing(CONTROL, n, evidence=json.dumps({"found": n})) for n in names]
    path = tmp_path / "run.html"
    path.write_bytes(joined(FORMATS["html"].write, export(basis(findings), NAMES[8])))
    said: list[str] = []
    with sync_playwright() as driven:
        browser = driven.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown: Any = browser.new_page(viewport={"width": 390, "height": 844})
        shown.on("dialog", lambda dialog: said.append(dialog.message))
        shown.on("console", lambda message: said.append(message.text))
        shown.on("request", lambda request: said.append(request.url))
        shown.goto(path.as_uri())
        wide = shown.evaluate("document.documentElement.scrollWidth")
        style = shown.evaluate("getComputedStyle(document.querySelector('.bar')).height")
        count = shown.locator(".finding").count()
        browser.close()
    assert said == [path.as_uri()]
    assert (wide, style, count) == (390, "14px", len(NAMES))
