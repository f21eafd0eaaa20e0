"""Neo4j Browser's guide, style and saved queries, as Browser gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.local.server import Endpoint, browser_url
from ingest.catalogue import discover
from server.api import create_app, running
from server.guide.page import SLIDES, guide, queries
from server.guide.routes import GUIDE
from server.guide.style import OURS, REST, colour, style
from tests.schema.estate import SHELF
from tests.server.test_api import Client

ROOT = Path(__file__).parent.parent.parent
MADE = re.compile(r"\b(?:CREATE|MERGE) \(\w+:([A-Z]\w+)")
CHROMIUM = Path("/usr/bin/chromium")
AT = Endpoint(
    uri="bolt://127.0.0.1:7687", http_url="http://127.0.0.1:7474", username="neo4j",
    password="not-in-a-link",  # noqa: S106 - of nothing
    database="neo4j", pid=1,
)  # fmt: skip


@pytest.fixture
def client(driver: neo4j.Driver) -> Iterator[Client]:
    with running(create_app(driver, discover(), SHELF), port=0) as url:
        yield Client(url.removeprefix("http://"))


class Tags(HTMLParser):
    """Notes what a page opens and never closes."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def test_the_guide_is_whole_and_shows_every_query() -> None:
    text = guide("http://localhost:8080/browser-guide")
    tags = Tags()
    tags.feed(text)
    assert tags.opened == []
    assert tags.seen <= {"article", "carousel", "slide", "h3", "h4", "p", "pre", "code"}
    shown = [name for _, names in SLIDES.values() for name in names]
    assert sorted(shown) == sorted(queries())
    assert all(query.title and query.text for query in queries().values())


@pytest.mark.parametrize(
    "name", ["cirrograph.html", "cirrograph.grass", "queries/inventory.cypher"]
)
def test_browser_may_read_it_from_its_own_origin(client: Client, name: str) -> None:
    path = f"/browser-guide/{name}"
    headers: Any = {
        "Origin": "http://127.0.0.1:7474", "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "cache-control,pragma,sentry-trace",
    }  # fmt: skip
    asked = client.ask("OPTIONS", path, **headers)
    assert asked.status == 204
    assert asked.headers["access-control-allow-headers"] == "*"
    answer = client.ask("GET", path, Origin="http://127.0.0.1:7474")
    assert answer.status == 200
    for one in (asked, answer):
        assert one.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in one.headers


def test_nothing_else_may_be_read_from_elsewhere(client: Client) -> None:
    for path in ("/schema.graphql", "/healthz", "/metrics", "/graphql"):
        answer = client.ask("GET", path, Origin="http://127.0.0.1:7474")
        assert "access-control-allow-origin" not in answer.headers
    assert client.ask("GET", "/browser-guide/queries/none.cypher").status == 404
    assert client.ask("GET", "/browser-guide/queries/..%2f..%2fpage.py").status in {404, 405}


def test_its_addresses_are_those_it_is_asked_under(client: Client) -> None:
    port = client.host.rpartition(":")[2]
    text = client.ask("GET", GUIDE, Host=f"localhost:{port}").body.decode()
    assert f":style http://localhost:{port}/browser-guide/cirrograph.grass" in text


@pytest.mark.parametrize("label", [d.label for d in discover()])
def test_every_type_has_a_caption_and_a_family(label: str) -> None:
    rule = re.search(rf"node\.{label} \{{(.*?)\}}\n", style(), re.DOTALL)
    assert rule
    assert "caption: '{name}'" in rule[1]
    unmodelled = {"AzureResource", "GcpResource"}
    assert (colour(discover()[label]) == REST) == (label in unmodelled)


def test_every_label_of_ours_has_a_caption() -> None:
    made = {
        label
        for folder in ("graph", "controls")
        for path in (ROOT / folder).rglob("*.py")
        for label in MADE.findall(path.read_text(encoding="utf-8"))
    }
    assert len(made) > 12
    assert made - set(OURS) == set()


@pytest.mark.parametrize("name", queries())
def test_every_saved_query_can_be_planned(driver: neo4j.Driver, name: str) -> None:
    driver.execute_query(f"EXPLAIN {queries()[name].text}")


def test_a_link_opens_with_a_guide_or_a_query_and_never_a_password() -> None:
    plain = browser_url(AT)
    assert (
        plain
        == "http://127.0.0.1:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7687&db=neo4j"
    )
    played = browser_url(AT, guide="http://localhost:8080/browser-guide/cirrograph.html")
    assert played.startswith(plain)
    assert played.endswith(
        "&cmd=play&arg=http%3A%2F%2Flocalhost%3A8080%2Fbrowser-guide%2Fcirrograph.html"
    )
    edited = browser_url(AT, query="MATCH (n) RETURN n")
    assert edited.endswith("&cmd=edit&arg=MATCH+%28n%29+RETURN+n")
    assert "not-in-a-link" not in plain + played + edited
