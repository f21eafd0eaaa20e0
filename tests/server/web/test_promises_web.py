"""S14: what the page loads, what it obeys, and that names and tags are text and nothing else."""

from __future__ import annotations

import http.client
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.server.web.conftest import MANAGED, Visit
from tests.server.web.estate import HOSTILE, MANDATE, TAGS, VERSIONING, Shop, uid

INJECTED = (  # `.chart` is the page's own
    "document.querySelectorAll('main img, main script, main svg:not(.chart), main b > b').length"
)


def addresses(shop: Shop) -> list[str]:
    return [
        "/", f"/reports/{MANDATE}/shop", "/findings", "/inventory", "/connectors", "/scans",
        "/scans/s1", f"/resources/{quote(uid(HOSTILE), safe='')}",
        f"/findings/{shop.finding(VERSIONING, HOSTILE)}", "/graphiql", *MANAGED,
    ]  # fmt: skip


@pytest.mark.promise("S14")
def test_markup_in_names_and_tags_is_inert(visit: Visit, shop: Shop) -> None:
    page = visit.open(f"/resources/{quote(uid(HOSTILE), safe='')}")
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    for key, value in TAGS.items():
        row = page.get_by_role("row").filter(has_text=key)
        expect(row.get_by_role("cell", name=value, exact=True)).to_be_visible()
    expect(page.get_by_text("<b>none</b>")).to_be_visible()
    page = visit.open(f"/findings/{shop.finding(VERSIONING, HOSTILE)}")
    page.get_by_role("tab", name="CLI").click()
    expect(page.get_by_role("link", name=HOSTILE).first).to_be_visible()
    assert page.evaluate(INJECTED) == 0


@pytest.mark.promise("S14")
def test_markup_in_an_address_is_inert(visit: Visit) -> None:
    for path in (
        f"/inventory?q={quote(HOSTILE)}&tag={quote(HOSTILE)}",
        f"/findings?control={quote(HOSTILE)}",
        f"/findings/{quote(HOSTILE, safe='')}",
        f"/resources/{quote(HOSTILE, safe='')}",
        "/resources/%E0%A4%A",
    ):
        page = visit.open(path)
        assert page.evaluate(INJECTED) == 0


@pytest.mark.promise("S14")
def test_all_of_it_comes_from_the_server_itself_and_is_text(visit: Visit, shop: Shop) -> None:
    visit.page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', "
        "e => window.refused.push(e.violatedDirective + ' ' + e.blockedURI))"
    )
    for path in addresses(shop):
        page = visit.open(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.refused") == [], path
        assert path == "/graphiql" or page.evaluate(INJECTED) == 0, path
    assert any("/assets/" in url for url in visit.asked)
    visit.check()


@pytest.mark.promise("S14")
def test_the_policy_allows_nothing_inline(served: str) -> None:
    for path in ("/", "/inventory", f"/reports/{MANDATE}/shop", "/graphiql"):
        connection = http.client.HTTPConnection(served.removeprefix("http://"), timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        policy = dict(
            part.strip().partition(" ")[::2]
            for part in (answer.headers["content-security-policy"]).split(";")
        )
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        styles = "'self' 'unsafe-inline'" if path == "/graphiql" else "'self'"
        assert policy["style-src"] == styles
        assert answer.headers["cache-control"] == "no-store"
        assert "//" not in text.replace("<!doctype", "")
        assert "<style" not in text
        assert "<script>" not in text


@pytest.mark.promise("S14")
def test_an_inline_script_would_not_run(visit: Visit) -> None:
    page = visit.open("/")
    page.evaluate(
        "const s = document.createElement('div'); "
        "try { s.innerHTML = '<img src=x onerror=\"window.ran = 1\">'; } catch { window.kept = 1 }"
    )
    assert page.evaluate("[window.ran, window.kept]") == [None, 1]
    visit.complaints.clear()  # the browser's word on what it has refused
