"""What the tests of the page may ask for: a real Chromium, and the app over a small estate."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator

import neo4j
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import hatch_build
from server.api import running
from tests.neo4j_fixture import wipe
from tests.server.web.estate import Shop, furnished

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SLOW = 30_000  # ms: a machine that runs the whole suite beside it
MANAGED = ("/waivers", "/outcomes", "/overrides", "/schedules", "/tokens")
WIDE = {"width": 1280, "height": 900}


@dataclasses.dataclass(kw_only=True)
class Visit:
    """A page in a browser that is watched: what it asked for, what it complained of."""

    page: Page
    at: str
    asked: list[str] = dataclasses.field(default_factory=list)
    complaints: list[str] = dataclasses.field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.on(
            "console",
            lambda said: (
                self.complaints.append(said.text) if said.type in {"error", "warning"} else None
            ),
        )

    def open(self, path: str) -> Page:
        """Open an address, and wait until what it asks for is there."""
        self.page.goto(self.at + path)
        self.page.locator("h1, .graphiql-container").first.wait_for()
        expect(self.page.locator(".waiting")).to_have_count(0)
        return self.page

    def check(self) -> None:
        """Assert that nothing left the server's own address and that nothing was complained of."""
        assert not [url for url in self.asked if not url.startswith((f"{self.at}/", "data:"))]
        assert self.complaints == []


@pytest.fixture(scope="module")  # its event loop is in the way of other files' own
def browser() -> Iterator[Browser]:
    """Give a Chromium; the page has to be built from the sources as they are."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        pytest.skip("no Chromium is installed")
    stamp = hatch_build.DIST / hatch_build.STAMP
    if not stamp.exists() or stamp.read_text() != hatch_build.sources_hash():
        pytest.fail("the page is not built from its sources: python hatch_build.py")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield made
        made.close()


@pytest.fixture(scope="module")
def shop(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Give the estate, once for all tests of a file."""
    wipe(driver)
    made = furnished(driver, tmp_path_factory.mktemp("home"))
    yield made
    made.deployment.access.store.close()
    wipe(driver)


@pytest.fixture(scope="module")
def served(shop: Shop) -> Iterator[str]:
    """Give the address at which it is shown."""
    with running(shop.app, port=0) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that remembers nothing."""
    made = browser.new_context(viewport=WIDE)  # type: ignore[arg-type] # a dict of its own type
    made.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, served: str) -> Iterator[Visit]:
    """Give a page; whatever test it was in, it has to have behaved."""
    made = Visit(page=context.new_page(), at=served)
    yield made
    made.check()
