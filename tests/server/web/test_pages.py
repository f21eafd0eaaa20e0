"""Each page shows its data, in a real Chromium, against the real app."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from graph.scans import Scans
from ingest.collect import Unit
from tests.server.web.conftest import MANAGED, Visit
from tests.server.web.estate import MANDATE, OPEN, REFUSED, SHOP, VERSIONING, Shop, uid

REPORT = f"/reports/{MANDATE}/shop"
ADDRESSES = (
    "/", REPORT, "/findings", "/inventory", f"/resources/{quote(uid('web'), safe='')}",
    "/connectors", f"/connectors/{quote(SHOP, safe='')}", "/scans", "/scans/s1",
    *MANAGED,
)  # fmt: skip
NAMELESS = (
    "[...document.querySelectorAll('input, select, textarea, button, a')].filter(e =>"
    " !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).map(e => e.outerHTML)"
)


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_mandates_and_how_they_stand(visit: Visit) -> None:
    page = visit.open("/")
    assert heading(page) == "Mandates"
    card = page.get_by_role("region", name="HIPAA Security Rule")
    expect(card.get_by_role("img")).to_have_count(1)
    told = card.get_by_role("img").get_attribute("aria-label") or ""
    assert "not evaluated" in told
    expect(card).to_contain_text("not evaluated")
    expect(card).to_contain_text("degraded")
    waiting = page.get_by_role("region", name="Not reported yet")
    expect(waiting).to_contain_text("PCI DSS")


def test_a_report_from_requirement_to_resource(visit: Visit) -> None:
    page = visit.open(REPORT)
    assert "HIPAA" in heading(page)
    result = page.get_by_role("region", name="Result")
    expect(result).to_contain_text("Left out:")
    expect(result).to_contain_text("SHA-256")
    page.get_by_label("Text").fill("versioning")
    leaf = page.locator("details.leaf").first
    leaf.locator("summary").click()
    expect(leaf).to_contain_text(VERSIONING)
    leaf.get_by_role("button", name="Show resources").first.click()
    expect(leaf.get_by_role("link", name="ledger")).to_be_visible()
    expect(leaf.locator(".mark.not_evaluated").first).to_be_visible()
    leaf.get_by_role("link", name="ledger").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("S3 buckets")


def test_filters_hide_requirements_and_stand_in_the_address(visit: Visit) -> None:
    page = visit.open(f"{REPORT}?verdict=MANUAL")
    total = page.locator("output.total")
    before = total.inner_text()
    assert page.locator("details.leaf .mark.manual").count() > 0
    assert page.locator("details.leaf .mark.fail").count() == 0
    page.get_by_label("Verdict").select_option("FAIL")
    expect(page).to_have_url(f"{visit.at}{REPORT}?verdict=FAIL")
    expect(total).not_to_have_text(before)


def test_an_earlier_run_is_shown_as_it_was(visit: Visit) -> None:
    page = visit.open(f"{REPORT}?run=1&q=versioning")
    expect(page.get_by_role("combobox", name="Run")).to_have_value("1")
    leaf = page.locator("details.leaf").first
    leaf.locator("summary").click()
    leaf.get_by_role("button", name="Show resources").first.click()
    expect(leaf.get_by_role("link", name="ledger")).to_be_visible()


def test_a_report_is_run_again(visit: Visit) -> None:
    page = visit.open(f"/reports/{MANDATE}/shop")
    page.get_by_role("button", name="Run again").click()
    expect(page.get_by_role("combobox", name="Run")).to_have_value("3")


def test_a_finding_with_its_path(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/findings/{shop.finding(OPEN, 'web')}")
    expect(page.locator(".mark.fail").first).to_be_visible()
    steps = page.locator("ol.path li")
    expect(steps).to_have_count(4)
    expect(steps.nth(0)).to_contain_text("ssh")
    expect(steps.nth(2)).to_contain_text("ATTACHED_TO →")
    expect(page.locator(".graph-box canvas").first).to_be_attached()
    page.get_by_role("tab", name="Console").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tabpanel")).to_contain_text("aws ec2")
    page.get_by_text("Cypher to paste").click()
    expect(page.get_by_label("Cypher", exact=True)).to_contain_text("MATCH")


def test_expected_against_actual(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/findings/{shop.finding(VERSIONING, 'ledger')}")
    expect(page.locator(".expected")).to_contain_text("Enabled")
    expect(page.locator(".actual")).to_contain_text("never enabled")


def test_what_was_not_evaluated_never_looks_like_a_pass(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/findings/{shop.finding(VERSIONING, 'dark')}")
    mark = page.locator(".lead .mark")
    expect(mark).to_have_text("?Not evaluated")
    page.get_by_text("This could not be evaluated").wait_for()
    expect(page.locator(".notice.unknown")).to_contain_text("s3:GetBucketVersioning: AccessDenied")
    assert page.locator(".mark.pass").count() == 0


def test_a_finding_is_waived(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/findings/{shop.finding(VERSIONING, 'ledger')}")
    page.get_by_role("button", name="Waive …").click()
    dialog = page.get_by_role("dialog", name="Waive this finding")
    dialog.get_by_label("Why it is accepted").fill("Emptied every night.")
    dialog.get_by_label("On whose word").fill("data team")
    dialog.get_by_role("button", name="Waive").click()
    expect(page.locator(".lead .mark")).to_have_text("‖Waived")
    expect(page.locator(".notice.waived")).to_contain_text("Emptied every night.")


def test_findings_by_status(visit: Visit) -> None:
    page = visit.open("/findings?status=NOT_EVALUATED")
    expect(page.locator(".rows .mark.not_evaluated").first).to_be_visible()
    assert page.locator(".rows .mark.fail").count() == 0
    page.get_by_label("Status").select_option("FAIL")
    expect(page.locator(".rows .mark.fail").first).to_be_visible()


def test_inventory_by_type_tag_and_text(visit: Visit) -> None:
    page = visit.open("/inventory")
    expect(page.locator("output.total")).to_have_text("9 resources")
    page.get_by_label("Type").select_option("AwsS3Bucket")
    expect(page.locator("output.total")).to_have_text("4 resources")
    page.get_by_label("Tag").fill("env=prod")
    page.keyboard.press("Enter")
    expect(page.locator("output.total")).to_have_text("1 resource")
    page.get_by_role("button", name="Without tag env=prod").click()
    expect(page.locator("output.total")).to_have_text("4 resources")
    page.get_by_label("Search").fill("ledg")
    expect(page.locator("output.total")).to_have_text("1 resource")
    expect(page.get_by_role("link", name="ledger")).to_be_visible()


def test_a_resource_and_its_surroundings_by_keyboard(visit: Visit) -> None:
    page = visit.open(f"/resources/{quote(uid('web'), safe='')}")
    assert heading(page) == "web"
    around = page.get_by_role("region", name="Surroundings")
    expect(around).to_contain_text("2 resources, 1 relationship")
    around.get_by_text("The same as a list").focus()
    page.keyboard.press("Enter")
    around.get_by_role("button", name="Bring in what card is tied to").focus()
    page.keyboard.press("Enter")
    expect(around).to_contain_text("3 resources, 2 relationships")


def test_an_unread_property_names_the_call(visit: Visit) -> None:
    page = visit.open(f"/resources/{quote(uid('dark'), safe='')}")
    row = page.locator(".facts .unread")
    expect(row).to_contain_text("Versioning")
    expect(row).to_contain_text("not read: s3:GetBucketVersioning: AccessDenied")


def test_connectors_with_refused_calls_and_what_is_lost(visit: Visit) -> None:
    page = visit.open("/connectors")
    row = page.get_by_role("row").filter(has_text="shop")
    expect(row).to_contain_text("degraded")
    expect(row).to_contain_text("kms:ListKeys was refused")
    page.get_by_role("link", name="shop").click()
    expect(page.get_by_role("region", name="Refused calls")).to_contain_text(REFUSED)
    lost = page.get_by_role("region", name="Controls that are lost by it")
    expect(lost.get_by_role("listitem").first).to_be_visible()


def test_the_ledger_of_a_scan(visit: Visit) -> None:
    page = visit.open("/scans")
    page.get_by_role("link", name="s1").click()
    ledger = page.get_by_role("region", name="Ledger")
    expect(ledger.get_by_role("row").filter(has_text="KMS key")).to_contain_text(REFUSED)
    ledger.get_by_label("State").select_option("complete")
    expect(ledger.get_by_role("row").filter(has_text="S3 bucket")).to_be_visible()


def test_a_scan_is_asked_for_and_followed(visit: Visit, shop: Shop) -> None:
    scans = Scans(shop.deployment.driver)
    connector = shop.deployment.ledger.connector("lab")
    scan, _ = scans.request(connector)
    page = visit.page
    page.goto(f"{visit.at}/scans/{scan}")
    live = page.get_by_role("region", name="Progress")
    expect(live).to_contain_text("queued")
    scans.plan(connector, scan, [Unit(connector=connector.id, type="AwsS3Bucket", region="global")])
    expect(live).to_contain_text("0 of 1 unit published")
    scans.finish(connector, scan, summary={}, error=None)
    expect(page.locator(".lead .scan-state")).to_have_text("complete")
    expect(live).to_have_count(0)


def test_graphiql_asks_our_api(visit: Visit) -> None:
    page = visit.open("/graphql")
    expect(page).to_have_url(f"{visit.at}/graphiql")
    expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("totalCount")
    page.wait_for_load_state("networkidle")  # its editor and the schema are there
    page.get_by_role("button", name="Execute query").click()
    expect(page.locator(".result-window")).to_contain_text("totalCount")


def test_by_keyboard_from_the_start_page_to_a_report(visit: Visit) -> None:
    page = visit.open("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "shop":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.at}{REPORT}")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mandates")


@pytest.mark.parametrize("path", ADDRESSES)
def test_narrow_screens_landmarks_labels_and_titles(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("navigation", name="Pages").count() == 1
    assert page.title() == f"{heading(page)} · Cirrograph"
    assert page.evaluate(NAMELESS) == []
    assert page.locator("th:not([scope])").count() == 0


def test_dark_and_light_are_kept(visit: Visit) -> None:
    page = visit.open("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")  # which the page follows until it is told otherwise
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_paper_has_all_remedies_and_no_buttons(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/findings/{shop.finding(OPEN, 'web')}")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(page.get_by_text('resource "aws_').first).to_be_visible()
    assert page.locator("button:visible").count() == 0


def test_what_does_not_exist_is_said(visit: Visit) -> None:
    for path, said in (
        ("/findings/nothing", "There is no such finding now"),
        ("/resources/nothing", "No resource has this uid"),
        ("/connectors/nothing", "No connector has this name"),
        ("/reports/soc2/shop", "has not been reported on shop yet"),
    ):
        expect(visit.open(path).get_by_role("main")).to_contain_text(said)


def test_a_server_that_is_away_is_said(context: BrowserContext, visit: Visit) -> None:
    page = visit.open("/")
    context.route("**/graphql", lambda route: route.abort())
    page.get_by_role("link", name="Findings").click()
    expect(page.locator(".notice.bad")).to_contain_text("The server cannot be reached.")
    visit.complaints.clear()  # the browser's own word on the request that was broken off
