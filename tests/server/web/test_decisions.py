"""What people decide is made, listed and taken back on the page, as far as a role allows."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import secrets
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Locator, Page, expect

from controls.waivers import Waiver, store
from schema.viewer import LOCAL
from server.access.roles import Grant
from server.changes.changer import Changer
from server.changes.waivers import NewWaiver, remove_waiver, waive
from tests.server.web.conftest import MANAGED, Visit
from tests.server.web.estate import (
    HOSTILE,
    MANDATE,
    OPEN,
    RETENTION,
    SHOP,
    VERSIONING,
    Shop,
    uid,
)

REPORT = f"/reports/{MANDATE}/shop"
MANUAL = "164.308(a)(1)(i)"  # a requirement that no control judges
LATER = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=400)).date().isoformat()
NOBODY = "aws:aws:999999999999"
MARKUP = "document.querySelectorAll('main img, main script, main b > b').length"


def sign_in(visit: Visit, shop: Shop, grant: Grant) -> Visit:
    """Make the browser that of somebody with a grant."""
    ends = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    name = f"somebody {secrets.token_hex(4)}"
    _, secret = shop.deployment.access.tokens.create(name, grant, ends)
    signed_in = visit.page.request.post(
        f"{visit.at}/login", data={"token": secret}, headers={"X-Cirrograph": "1"}
    )
    assert signed_in.ok
    return visit


def changer(shop: Shop) -> Changer:
    return Changer(deployment=shop.deployment, viewer=LOCAL)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def row(page: Page, text: str) -> Locator:
    return page.get_by_role("row").filter(has_text=text)


def test_a_waiver_from_the_finding_to_the_list_and_back(visit: Visit, shop: Shop) -> None:
    at = f"/findings/{shop.finding(VERSIONING, 'ledger')}"
    page = visit.open(at)
    page.get_by_role("button", name="Waive").click()
    dialog(page).get_by_label("Why it is accepted").fill(f"Copied each night {HOSTILE}")
    dialog(page).get_by_label("On whose word").fill("<b>ann</b>")
    dialog(page).get_by_label("Until").fill(LATER)
    dialog(page).get_by_role("button", name="Waive").click()
    notice = page.locator(".notice.waived")
    expect(notice).to_contain_text(f"Copied each night {HOSTILE}")
    expect(notice).to_contain_text(f"until {LATER}")
    notice.get_by_role("link", name="Waivers of this control").click()
    expect(page).to_have_url(f"{visit.at}/waivers?control={quote(VERSIONING, safe='')}")
    listed = row(page, "Copied each night")
    for said in ("<b>ann</b>", "in force", f"until {LATER}", "ledger", "shop"):
        expect(listed).to_contain_text(said)
    assert page.evaluate(MARKUP) == 0
    listed.get_by_role("link", name="Findings").click()
    expect(page.locator("output.total")).to_have_text("1 finding")
    expect(page.locator(".row .mark.waived")).to_have_count(1)
    page.go_back()
    row(page, "Copied each night").get_by_role("button", name="Remove").click()
    dialog(page).get_by_role("button", name="Remove").click()
    expect(row(page, "Copied each night")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="is removed")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(visit.open(at).locator(".lead .mark.fail")).to_be_visible()


def test_waivers_tell_what_they_cover_and_whether_they_hold(visit: Visit, shop: Shop) -> None:
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    store(
        shop.deployment.driver,
        [
            Waiver(id="w1", control=VERSIONING, reason="was moved", owner="bob",
                   expires_at=now - 20 * day, uid=uid(HOSTILE), connector=SHOP),
            Waiver(id="w2", control=RETENTION, reason="is closed", owner="eve",
                   expires_at=now + 5 * day, connector=NOBODY),
            Waiver(id="w3", control=RETENTION, reason="everywhere", owner="eve",
                   expires_at=now + 50 * day, condition={"retention_days": 7}, source="w.yaml"),
        ],
    )  # fmt: skip
    page = visit.open("/waivers")
    expect(row(page, "was moved")).to_contain_text("ended")
    expect(row(page, "was moved")).to_contain_text(HOSTILE)
    expect(row(page, "is closed")).to_contain_text(f"every failure on {NOBODY}, which is gone")
    expect(row(page, "is closed").locator(".lifetime.soon")).to_be_visible()
    expect(row(page, "everywhere")).to_contain_text("every failure on all connectors")
    expect(row(page, "everywhere")).to_contain_text("only while retention days is 7")
    expect(row(page, "everywhere")).to_contain_text("in a file")
    expect(row(page, "everywhere").get_by_role("button")).to_have_count(0)
    expect(page.locator("tbody tr").last).to_contain_text("was moved")
    page.get_by_label("State").select_option("Ended")
    expect(page).to_have_url(re.compile(r"\?state=ended$"))
    expect(page.locator("tbody tr")).to_have_count(1)
    page = visit.open(f"/findings/{shop.finding(VERSIONING, HOSTILE)}")
    expect(page.locator(".notice")).to_contain_text("on the word of bob: was moved")


def test_a_waiver_that_somebody_else_has_removed(visit: Visit, shop: Shop) -> None:
    made, _ = waive(
        changer(shop),
        NewWaiver(control=RETENTION, reason="for a week", owner="ann", expires=f"{LATER}T00:00Z"),
    )
    page = visit.open("/waivers")
    remove_waiver(changer(shop), made.id)
    row(page, "for a week").get_by_role("button", name="Remove").click()
    dialog(page).get_by_role("button", name="Remove").click()
    expect(dialog(page).get_by_role("alert")).to_contain_text("no waiver has the id")
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(row(page, "for a week").get_by_role("button", name="Remove")).to_be_focused()


def test_an_outcome_is_recorded_on_the_report_and_listed(visit: Visit) -> None:
    page = visit.open(f"{REPORT}?q={quote(MANUAL)}")
    leaf = page.locator("details.leaf").filter(has_text=MANUAL).first
    leaf.locator("summary").click()
    leaf.get_by_role("button", name=f"Record an outcome of {MANUAL}").click()
    dialog(page).get_by_label("What was found").select_option("Pass")
    dialog(page).get_by_label("What shows it").fill("   ")
    dialog(page).get_by_label("Who answers for it").fill("ann")
    dialog(page).get_by_label("Counts until").fill(LATER)
    dialog(page).get_by_role("button", name="Record").click()
    evidence = dialog(page).get_by_label("What shows it")
    expect(evidence).to_have_attribute("aria-invalid", "true")
    expect(evidence).to_be_focused()
    expect(evidence).to_have_accessible_description(re.compile("evidence says nothing"))
    evidence.fill(f"Minutes of March {HOSTILE}")
    dialog(page).get_by_role("button", name="Record").click()
    expect(leaf.locator(".notice")).to_contain_text("Recorded since this run")
    expect(leaf.locator(".notice")).to_contain_text(f"Minutes of March {HOSTILE}")
    page.get_by_role("button", name="Run again").click()
    expect(leaf.locator("summary .mark.pass")).to_be_visible()
    expect(leaf).to_contain_text("Pass, as ann recorded on")
    page.get_by_role("link", name="Manage").click()
    page.get_by_role("link", name="Outcomes").click()
    listed = row(page, MANUAL)
    for said in ("HIPAA", "shop", "Pass", f"Minutes of March {HOSTILE}", "ann", "in force"):
        expect(listed).to_contain_text(said)
    assert page.evaluate(MARKUP) == 0
    listed.get_by_role("link", name=MANUAL).click()
    expect(page.locator("details.leaf").first).to_contain_text(MANUAL)


def test_a_control_is_overridden_and_asked_as_it_ships_again(visit: Visit) -> None:
    page = visit.open("/overrides")
    page.get_by_role("button", name="Override a control").click()
    dialog(page).get_by_label("Control").fill(RETENTION)
    days = dialog(page).get_by_label("Min days")
    days.fill("a year")
    dialog(page).get_by_label("Why").fill(HOSTILE)
    dialog(page).get_by_role("button", name="Override").click()
    expect(days).to_have_attribute("aria-invalid", "true")
    expect(days).to_be_focused()
    days.fill("30")
    dialog(page).get_by_role("button", name="Override").click()
    listed = row(page, RETENTION)
    for said in ("Min days: 30", HOSTILE, "local"):
        expect(listed).to_contain_text(said)
    page.get_by_role("button", name="Override a control").click()  # once more: nothing is lost
    dialog(page).get_by_label("Control").fill(RETENTION)
    expect(dialog(page)).to_contain_text("It is overridden already")
    expect(dialog(page).get_by_label("Min days")).to_have_value("30")
    dialog(page).get_by_label("Severity").select_option("low")
    dialog(page).get_by_label("Why").fill("it is a small shop")
    dialog(page).get_by_role("button", name="Override").click()
    expect(listed).to_contain_text("low")
    expect(listed).to_contain_text("Min days: 30")
    listed.get_by_role("button", name="Remove").click()
    dialog(page).get_by_role("button", name="Remove").click()
    expect(page.get_by_role("main")).to_contain_text("every control is asked as it ships")


def test_a_control_is_switched_off(visit: Visit) -> None:
    page = visit.open("/overrides")
    page.get_by_role("button", name="Override a control").click()
    dialog(page).get_by_label("Control").fill("aws/no/such_control")
    dialog(page).get_by_label("Why").fill("it does not apply")
    dialog(page).get_by_label("Ask it no more").check()
    dialog(page).get_by_role("button", name="Override").click()
    expect(dialog(page).get_by_role("alert")).to_contain_text("no control is called")
    dialog(page).get_by_label("Control").fill(RETENTION)
    dialog(page).get_by_label("Ask it no more").check()
    dialog(page).get_by_label("Why").fill("it does not apply")
    dialog(page).get_by_role("button", name="Override").click()
    expect(row(page, RETENTION)).to_contain_text("not asked")
    row(page, RETENTION).get_by_role("button", name="Remove").click()
    dialog(page).get_by_role("button", name="Remove").click()
    expect(row(page, RETENTION)).to_have_count(0)


def test_a_schedule_with_a_line_that_is_none_and_one_that_is(visit: Visit) -> None:
    page = visit.open("/schedules")
    page.get_by_role("button", name="Add a schedule").click()
    dialog(page).get_by_label("What").select_option("A report")
    dialog(page).get_by_label("Connector").select_option("shop")
    dialog(page).get_by_label("Mandate").select_option(MANDATE)
    cron = dialog(page).get_by_label("Cron line")
    cron.fill("every day")
    dialog(page).get_by_role("button", name="Add").click()
    expect(cron).to_be_focused()
    expect(cron).to_have_accessible_description(re.compile("'every day' is no cron line"))
    cron.fill("0 6 * * 1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="It is due first at")).to_be_visible()
    listed = row(page, "0 6 * * 1")
    for said in ("Report of", "HIPAA", "shop", "06:00 UTC", "not yet"):
        expect(listed).to_contain_text(said)
    listed.get_by_role("button", name="Remove the schedule").click()
    dialog(page).get_by_role("button", name="Remove").click()
    expect(row(page, "0 6 * * 1")).to_have_count(0)


def test_a_secret_is_shown_once(context: BrowserContext, visit: Visit, shop: Shop) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visit.at)
    page = visit.open("/tokens")
    page.get_by_role("button", name="Make a token").click()
    dialog(page).get_by_label("What it is for").fill("nightly export")
    dialog(page).get_by_label("Role").select_option("operator")
    dialog(page).get_by_label("Connectors").select_option("shop")
    dialog(page).get_by_role("button", name="Make").click()
    secret = dialog(page).get_by_label("Secret", exact=True).inner_text().strip()
    viewer = shop.deployment.access.tokens.viewer(secret)
    assert viewer is not None
    assert viewer.on == {SHOP: "operator"}
    dialog(page).get_by_role("button", name="Copy").click()
    expect(dialog(page).get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == secret
    dialog(page).get_by_role("button", name="Done").click()
    expect(row(page, "nightly export")).to_contain_text("operator on shop")
    assert secret not in page.content()
    page.reload()
    expect(row(page, "nightly export")).to_contain_text("good")
    assert secret not in page.content()


def test_a_name_is_taken_until_its_token_is_revoked(visit: Visit, shop: Shop) -> None:
    ends = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=300)
    tokens = shop.deployment.access.tokens
    _, secret = tokens.create("deploy", Grant(everywhere="viewer"), ends)
    page = visit.open("/tokens")
    page.get_by_role("button", name="Make a token").click()
    dialog(page).get_by_label("What it is for").fill("deploy")
    dialog(page).get_by_role("button", name="Make").click()
    name = dialog(page).get_by_label("What it is for")
    expect(name).to_have_accessible_description(re.compile("a token is called 'deploy' already"))
    name.fill(HOSTILE)
    dialog(page).get_by_role("button", name="Make").click()
    expect(name).to_have_accessible_description(re.compile("a name has letters"))
    page.keyboard.press("Escape")
    row(page, "deploy").get_by_role("button", name="Revoke the token deploy").click()
    dialog(page).get_by_role("button", name="Revoke").click()
    expect(row(page, "deploy")).to_contain_text("revoked")
    expect(row(page, "deploy").get_by_role("button")).to_have_count(0)
    assert tokens.viewer(secret) is None


def test_who_may_only_look_sees_no_buttons(visit: Visit, shop: Shop) -> None:
    reader = sign_in(visit, shop, Grant(everywhere="viewer"))
    for made in ("ledger", HOSTILE):
        waive(
            changer(shop),
            NewWaiver(control=VERSIONING, uid=uid(made), reason="seen", owner="ann",
                      connector="shop", expires=f"{LATER}T00:00Z"),
        )  # fmt: skip
    page = reader.open("/waivers")
    expect(row(page, "seen")).to_have_count(2)
    for path in (*MANAGED, "/", "/connectors", f"/findings/{shop.finding(OPEN, 'web')}"):
        page = reader.open(path)
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()  # it is known who looks
        shown = page.locator("main button:not([role=tab]):not(.graph-tools button):visible")
        names = {name for name in shown.all_inner_texts() if name not in {"Copy", "Expand"}}
        assert names == set(), path
    expect(reader.open("/tokens").get_by_role("main")).to_contain_text("Only an admin sees")
    page = reader.open(f"{REPORT}?q={quote(MANUAL)}")
    page.locator("details.leaf summary").first.click()
    expect(page.locator(".leaf-body")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Record|Run again"))).to_have_count(0)


def test_who_operates_one_connector_sees_the_buttons_of_that_one(visit: Visit, shop: Shop) -> None:
    for where in ("shop", "lab"):
        waive(
            changer(shop),
            NewWaiver(control=RETENTION, reason=f"for {where}", owner="ann", connector=where,
                      expires=f"{LATER}T00:00Z"),
        )  # fmt: skip
    sign_in(visit, shop, Grant(on={"shop": "viewer", "lab": "operator"}))
    page = visit.open("/waivers")
    expect(row(page, "for lab").get_by_role("button", name="Remove")).to_be_visible()
    expect(row(page, "for shop")).to_be_visible()
    expect(row(page, "for shop").get_by_role("button")).to_have_count(0)
    page = visit.open("/schedules")
    page.get_by_role("button", name="Add a schedule").click()
    choices = dialog(page).get_by_label("Connector").get_by_role("option")
    assert choices.all_inner_texts() == ["lab"]
    page = visit.open("/connectors")
    expect(page.get_by_role("button", name="Refresh")).to_have_count(1)
    expect(visit.open("/overrides").get_by_role("button", name="Override")).to_have_count(0)


def test_a_run_and_findings_are_exported(visit: Visit) -> None:
    page = visit.open(REPORT)
    links = page.get_by_role("region", name="Result").get_by_role("list").last.get_by_role("link")
    assert links.all_inner_texts() == ["HTML", "JSON", "CSV", "OCSF", "SARIF"]
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    assert got.value.suggested_filename.startswith(MANDATE)
    text = Path(got.value.path()).read_text(encoding="utf-8-sig")
    assert {line["record"] for line in csv.DictReader(io.StringIO(text))} >= {"run", "requirement"}
    page = visit.open("/findings?status=NOT_EVALUATED&connector=shop&q=x")
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    lines = Path(got.value.path()).read_text(encoding="utf-8").splitlines()
    assert len(lines) == int(page.locator("output.total").inner_text().split()[0])


def test_the_history_of_a_report_is_drawn_and_told(visit: Visit) -> None:
    page = visit.open(REPORT)
    drawn = page.get_by_role("img", name="From run to run")
    expect(drawn).to_be_visible()
    assert re.search(r"pass \d+ to \d+, fail \d+ to \d+", drawn.get_attribute("aria-label") or "")
    columns = page.locator(".history .column")
    expect(columns).to_have_count(page.locator("section[aria-label=Runs] tbody tr").count())
    columns.first.click()
    expect(page).to_have_url(f"{visit.at}{REPORT}?run=1")
    expect(page.get_by_role("combobox", name="Run")).to_have_value("1")
    expect(page.locator(".history text.shown")).to_have_text("#1")


def test_what_the_cloud_said_is_shown_on_demand(visit: Visit, shop: Shop) -> None:
    said = {"Name": "ledger", "Note": f"{HOSTILE}</pre>", "Ümlaut": [1, None]}
    shop.deployment.lake.append(
        "resource_changes",
        {
            "at": [datetime.datetime.now(datetime.UTC)], "scan": ["s1"], "attempt": [1],
            "connector": [SHOP], "type": ["AwsS3Bucket"], "region": ["global"],
            "uid": [uid("ledger")], "change": ["new"], "hash": [1], "properties": [b"{}"],
            "configuration": [json.dumps(said).encode()],
        },
    )  # fmt: skip
    page = visit.open(f"/resources/{quote(uid('ledger'), safe='')}")
    page.get_by_text("Raw configuration", exact=True).click()
    shown = page.get_by_label("Raw configuration", exact=True)
    for part in ('"Name": "ledger"', HOSTILE, "Ümlaut"):
        expect(shown).to_contain_text(part)
    assert page.evaluate(MARKUP) == 0
    page = visit.open(f"/resources/{quote(uid('versions'), safe='')}")
    page.get_by_text("Raw configuration", exact=True).click()
    expect(page.get_by_role("region", name="Configuration")).to_contain_text("It is not kept")


def test_manage_is_a_group_of_five_and_goes_by_keyboard(visit: Visit) -> None:
    page = visit.open("/")
    pages = page.get_by_role("navigation", name="Pages")
    expect(page.get_by_role("navigation", name="Manage")).to_have_count(0)
    pages.get_by_role("link", name="Manage").focus()
    page.keyboard.press("Enter")
    group = page.get_by_role("navigation", name="Manage")
    assert [f"/{name.lower()}" for name in group.get_by_role("link").all_inner_texts()] == [
        *MANAGED
    ]
    for path in MANAGED:
        group.get_by_role("link", name=path[1:].capitalize()).focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(visit.at + path)
        expect(group.locator("[aria-current]")).to_have_text(path[1:].capitalize())
        expect(pages.locator("[aria-current]")).to_have_text("Manage")
    page.emulate_media(media="print")
    expect(group).to_be_hidden()
