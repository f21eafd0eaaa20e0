"""A real browser: it signs in, and no other page can use that. Skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from playwright.sync_api import Page, sync_playwright
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from server.api import running
from tests.server.access import provider as providers
from tests.server.access.scene import Scene, serving

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ASK = """async ([url, headers, mode]) => {
  try {
    const answer = await fetch(url + "/graphql", {
      method: "POST", credentials: "include", mode, headers,
      body: JSON.stringify({query: "{ mandates { id } }"}),
    });
    return answer.status;
  } catch (error) { return String(error); }
}"""
OPEN = """url => new Promise(done => {
  const socket = new WebSocket(url, "graphql-transport-ws");
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
})"""
FORM = (
    """<!doctype html><form method="post" action="{url}/logout"><input name="a" value="b"></form>"""
)
SEND = "() => { document.forms[0].submit(); }"


@pytest.fixture(scope="module")
def scene(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with (
        providers.serving() as provider,
        serving(driver, tmp_path_factory.mktemp("access"), provider=provider) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def evil(scene: Scene) -> Iterator[str]:
    """Give a page of another port of this host, and its address."""

    async def page(_request: Any) -> HTMLResponse:
        return HTMLResponse(FORM.replace("{url}", scene.url))

    with running(Starlette(routes=[Route("/", page)]), port=0) as url:
        yield url


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        pytest.skip("no Chromium: install Debian's chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=[*as_root, "--disable-dev-shm-usage"],
            downloads_path=Path(tmp_path_factory.mktemp("downloads")),
        )  # fmt: skip
        yield browser.new_page()
        browser.close()


def me(page: Page, scene: Scene) -> int:
    answer = page.context.request.get(f"{scene.url}/me")
    return answer.status


@pytest.mark.promise("S7")
@pytest.mark.promise("S13")
def test_a_browser_signs_in_and_no_other_page_uses_it(page: Page, scene: Scene, evil: str) -> None:
    own = {"Content-Type": "application/json", "X-Cirrograph": "1"}
    page.goto(f"{scene.url}/login?to=/graphiql")
    assert page.url == f"{scene.url}/graphiql"
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate(ASK, [scene.url, own, "cors"]) == 200
    assert page.evaluate(OPEN, f"ws://{scene.host}/graphql") == "open"

    page.goto(evil)
    assert "Failed to fetch" in page.evaluate(ASK, [scene.url, own, "cors"])
    simple = {"Content-Type": "text/plain"}  # which is sent without asking, and not answered
    assert "Failed to fetch" in page.evaluate(ASK, [scene.url, simple, "no-cors"])
    assert page.evaluate(OPEN, f"ws://{scene.host}/graphql") == "refused"
    page.evaluate(SEND)
    page.wait_for_url(f"{scene.url}/logout")
    assert "pages of" in page.content()
    assert me(page, scene) == 200, "still signed in"

    page.goto(f"{scene.url}/graphql")
    signed_out = """async () => (await fetch("/logout",
      {method: "POST", headers: {"X-Cirrograph": "1"}})).status"""
    assert page.evaluate(signed_out) == 200
    assert page.evaluate(ASK, [scene.url, own, "cors"]) == 401
    assert me(page, scene) == 401
