"""The routes of the web page, without a browser: what is served, for how long, and what if not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from server.api import running
from server.pages import FOR_EVER, page_routes

PAGES = ("/", "/reports/cis-aws-6.0/demo", "/findings/abc", "/inventory?type=AwsS3Bucket&q=web",
         "/resources/arn%3Aaws%3As3%3A%3A%3Ab%2Fc", "/connectors", "/scans/s1")  # fmt: skip


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx.Client]:
    """Give a client of a server whose page is built into the test's folder."""
    with (
        running(Starlette(routes=page_routes(tmp_path)), port=0) as address,
        httpx.Client(base_url=address, follow_redirects=True) as made,
    ):
        yield made


@pytest.fixture
def built(client: httpx.Client, tmp_path: Path) -> httpx.Client:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("the page")
    (tmp_path / "graphiql.html").write_text("the other")
    (tmp_path / "assets" / "index-abc.js").write_text("run()")
    return client


@pytest.mark.parametrize("path", PAGES)
def test_every_deep_link_is_the_page(built: httpx.Client, path: str) -> None:
    answer = built.get(path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert "'unsafe" not in answer.headers["content-security-policy"]


def test_graphiql_alone_may_write_its_styles(built: httpx.Client) -> None:
    answer = built.get("/graphql")
    assert (answer.url.path, answer.text) == ("/graphiql", "the other")
    policy = answer.headers["content-security-policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "script-src 'self';" in policy


def test_what_is_named_by_its_content_is_kept_for_ever(built: httpx.Client) -> None:
    answer = built.get("/assets/index-abc.js")
    assert (answer.text, answer.headers["cache-control"]) == ("run()", FOR_EVER)
    missing = built.get("/assets/index-old.js")
    assert (missing.status_code, missing.headers.get("cache-control")) == (404, None)
    assert built.get("/assets/..%2Findex.html").status_code == 404
    assert built.get("/nothing").status_code == 404


def test_a_page_that_is_not_built_says_how(client: httpx.Client) -> None:
    for path in ("/", "/graphiql"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "python hatch_build.py" in answer.text
