"""Exports over HTTP, as a client meets them."""

from __future__ import annotations

import hashlib
import http.client
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import neo4j
import pytest
from starlette.datastructures import Headers

from schema.viewer import LOCAL, Viewer
from server.access.gate import Asker, Guard
from server.api import create_app, running
from server.exports.formats import FORMATS, OF_FINDINGS
from server.exports.routes import export_routes
from tests.judged import Estate
from tests.schema.estate import SHELF
from tests.server.exports.checked import READ, page
from tests.server.exports.test_exporter import OTHER, estate, exporter, only, ran
from tests.widgets import CATALOGUE

__all__ = ["estate"]  # the fixture


class Answer(NamedTuple):
    status: int
    body: bytes
    headers: http.client.HTTPMessage


class Signed(Guard):
    """A guard that knows who asks, whatever is sent."""

    viewer: Viewer = LOCAL

    async def asker(self, headers: Headers) -> Asker:  # noqa: ARG002 - its signature
        return Asker(how="local", viewer=self.viewer)


class Site(NamedTuple):
    host: str
    signed: Signed
    folder: Path

    def get(self, path: str, viewer: Viewer = LOCAL, method: str = "GET") -> Answer:
        object.__setattr__(self.signed, "viewer", viewer)
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.request(method, path, headers={"Connection": "close"})
            answer = connection.getresponse()
            return Answer(answer.status, answer.read(), answer.headers)
        finally:
            connection.close()


@pytest.fixture
def site(estate: Estate) -> Iterator[Site]:
    ran(estate)
    signed, routes = Signed(), export_routes(exporter(estate))
    app = create_app(estate.driver, CATALOGUE, SHELF, guard=signed, more=routes)
    with running(app, port=0) as url:
        yield Site(url.removeprefix("http://"), signed, estate.folder)


RUN = "/export/reports/own/aws:aws:111111111111/1"


def test_every_format_is_a_file_to_save(site: Site) -> None:
    for name, format_ in FORMATS.items():
        answer = site.get(f"{RUN}.{name}")
        assert answer.status == 200
        assert answer.headers["content-type"] == format_.kind
        assert answer.headers["content-disposition"] == (
            f'attachment; filename="own_a111111111111_run-1.{format_.ending}"'
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        if name in READ:
            assert READ[name](answer.body)
    answer = site.get("/export/reports/own/a111111111111/latest.json")
    assert hashlib.sha256(answer.body).hexdigest() == answer.headers["x-run-hash"]
    page(site.get(f"{RUN}.html").body)


def test_findings(site: Site) -> None:
    for name in OF_FINDINGS:
        answer = site.get(f"/export/findings.{name}?status=FAIL&connector=other")
        assert answer.status == 200
        assert answer.body.count(b"zz-foreign") == 1
        assert answer.headers["content-disposition"].startswith('attachment; filename="findings.')


WRONG = (
    (f"{RUN}.pdf", 404, "no format is called 'pdf'"),
    (RUN, 404, "no format is called ''"),
    ("/export/reports/own/a111111111111/2.json", 404, "there is no run 2 of own"),
    ("/export/reports/own/a111111111111/-1.json", 404, "a run has a number"),
    ("/export/reports/own/a111111111111/9999999999999.json", 404, "a run has a number"),
    ("/export/reports/own/a111111111111/%D9%A1.json", 404, "a run has a number"),
    ("/export/reports/none/a111111111111/1.json", 404, "there is no run 1 of none"),
    ("/export/reports/own/none/1.json", 404, "there is no run 1 of own on none"),
    ("/export/reports/..%2F..%2Fetc/passwd/1.json", 404, ""),
    ("/export/findings.html", 400, "html is for reports"),
    ("/export/findings.csv?severity=awful", 400, "one of critical"),
    ("/export/findings.csv?state=FAIL", 400, "no filter is called 'state'"),
    ("/export/findings.csv?connector=none", 404, "no connector is called 'none'"),
)


def test_what_is_wrong_is_told(site: Site) -> None:
    for path, status, says in WRONG:
        answer = site.get(path)
        assert answer.status == status, path
        assert says in answer.body.decode(), path
        assert b"Traceback" not in answer.body


def test_only_reading(site: Site) -> None:
    assert site.get(f"{RUN}.json", method="POST").status == 405


def test_a_viewer_sees_nothing_of_what_is_foreign(site: Site) -> None:
    mine, foreign = only("aws:aws:111111111111"), only(OTHER.id)
    assert site.get(f"{RUN}.json", mine).status == 200
    hidden = site.get(f"{RUN}.json", foreign)
    none = site.get("/export/reports/own/aws:aws:none/1.json", foreign)
    assert (hidden.status, none.status) == (404, 404)
    assert hidden.body.replace(b"111111111111", b"none") == none.body
    assert site.get("/export/findings.json", foreign).body.count(b"\n") == 1
    assert b"zz-foreign" not in site.get("/export/findings.json", mine).body
    assert site.get("/export/findings.json?connector=other", mine).status == 404
    assert site.get("/export/findings.json", only()).body == b""


def test_a_run_that_was_changed_is_refused(site: Site, graph: neo4j.Driver) -> None:
    graph.execute_query("MATCH (r:ReportRun) SET r.hash = 'another'")
    answer = site.get(f"{RUN}.json")
    assert answer.status == 409
    assert str(site.folder) not in answer.body.decode()
