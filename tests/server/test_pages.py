"""The routes of the web page, without a browser: what is served, for how long, and what if not."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.pages import FOR_EVER, page_routes

PAGES = ("/", "/reports/cis-aws-6.0/demo", "/findings/abc", "/inventory?type=AwsS3Bucket&q=web",
         "/resources/arn%3Aaws%3As3%3A%3A%3Ab%2Fc", "/connectors", "/scans/s1")  # fmt: skip


@pytest.fixture
def built(tmp_path: Path) -> TestClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("the page")
    (tmp_path / "graphiql.html").write_text("the other")
    (tmp_path / "assets" / "index-abc.js").write_text("run()")
    return TestClient(Starlette(routes=page_routes(tmp_path)))


@pytest.mark.parametrize("path", PAGES)
def test_every_deep_link_is_the_page(built: TestClient, path: str) -> None:
    answer = built.get(path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert "'unsafe" not in answer.headers["content-security-policy"]


def test_graphiql_alone_may_write_its_styles(built: TestClient) -> None:
    answer = built.get("/graphql")
    assert (answer.url.path, answer.text) == ("/graphiql", "the other")
    policy = answer.headers["content-security-policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "script-src 'self';" in policy


def test_what_is_named_by_its_content_is_kept_for_ever(built: TestClient) -> None:
    answer = built.get("/assets/index-abc.js")
    assert (answer.text, answer.headers["cache-control"]) == ("run()", FOR_EVER)
    missing = built.get("/assets/index-old.js")
    assert (missing.status_code, missing.headers.get("cache-control")) == (404, None)
    assert built.get("/assets/../index.html").status_code == 404
    assert built.get("/nothing").status_code == 404


def test_a_page_that_is_not_built_says_how(tmp_path: Path) -> None:
    client = TestClient(Starlette(routes=page_routes(tmp_path)))
    for path in ("/", "/graphiql"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "python hatch_build.py" in answer.text
