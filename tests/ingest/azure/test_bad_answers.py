"""What Azure may answer instead: a pass goes on, or is none, and is never half of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import JSONResponse, Response

from ingest.azure.reader import AzureReader, open_reader
from ingest.cloud import Hardness
from ingest.units import COMPLETE, UNREAD
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.rows import row
from tests.ingest.azure.conftest import place
from tests.ingest.azure.test_reading import collected, disks, stores, uids

QUERY = "/microsoft.resourcegraph/"
HTML = "<html>an error page</html>"


def page(rows: Any, **more: Any) -> Response:
    return JSONResponse({"totalRecords": 4, "resultTruncated": "false", "data": rows, **more})


def failed(status: int, **headers: str) -> Response:
    return JSONResponse({"error": {"code": f"S{status}", "message": "Later."}}, status, headers)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_query_that_fails_in_passing_is_asked_again_whether_or_not_it_says_when(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, status: int
) -> None:
    azure.estate.tables["Resources"] = disks(3)
    azure.faults.answers = [(QUERY, failed(status))]
    assert len(uids(collected(reader, "AzureDisk", tmp_path))) == 3
    assert azure.queries == 2


def test_an_error_page_of_something_in_between_is_asked_again_too(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = disks(3)
    azure.faults.answers = [(QUERY, Response(HTML, 502, media_type="text/html"))]
    assert len(uids(collected(reader, "AzureDisk", tmp_path))) == 3


def test_what_goes_on_failing_is_refused_in_time(azure: AzureCloud, tmp_path: Path) -> None:
    azure.faults.answers = [(QUERY, failed(502)) for _ in range(9)]
    reader = open_reader(place(), Hardness(quota=1_000, throttle_seconds=2))
    done = collected(reader, "AzureDisk", tmp_path)
    reader.close()
    assert (done.state, done.error, azure.queries) == (UNREAD, "S502", 2)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 501])
def test_what_does_not_pass_is_not_asked_again(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, status: int
) -> None:
    azure.faults.answers = [(QUERY, failed(status))]
    done = collected(reader, "AzureDisk", tmp_path)
    assert (done.state, done.error, azure.queries) == (UNREAD, f"S{status}", 1)


@pytest.mark.parametrize(
    "answer",
    [
        Response(HTML, media_type="text/html"),
        Response('{"totalRecords": 2, "data": [{"id": "/a"}, {"i', media_type="application/json"),
        Response("", media_type="application/json"),
        JSONResponse([{"id": "/a"}]),
        JSONResponse({"totalRecords": 1, "count": 1}),
        page(None),
        page({"columns": [], "rows": []}),
    ],
)
def test_an_answer_of_another_form_is_no_listing(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, answer: Response
) -> None:
    azure.faults.answers = [(QUERY, answer)]
    done = collected(reader, "AzureDisk", tmp_path)
    assert (done.state, done.error, done.staged) == (UNREAD, "MalformedAnswer", None)


@pytest.mark.parametrize(
    "pages",
    [
        [page(disks(2), **{"$skipToken": "a"}), page([], **{"$skipToken": "b"})],
        [page(disks(4)[at : at + 2], **{"$skipToken": "a"}) for at in (0, 2, 0)],
        [page(disks(2), **{"$skipToken": "a"}), page(disks(2))],  # and two that never came
        [*[page(disks(2), **{"$skipToken": at}) for at in "ab"], page(disks(3)[2:])],
        [page(disks(2), **{"$skipToken": "a"}), page(disks(3)[1:])],
        [page(disks(2), **{"$skipToken": "a"}), page(disks(3)[2:])],
        [page(disks(4), resultTruncated="true")],
        [page(disks(3))],
    ],
    ids=[
        "empty",
        "circle",
        "repeated for lost",
        "repeated, one lost",
        "overlapping, one lost",
        "lost",
        "truncated",
        "fewer",
    ],
)
def test_pages_that_do_not_make_a_whole_are_none(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, pages: list[Response]
) -> None:
    azure.faults.answers = [(QUERY, one) for one in pages]
    done = collected(reader, "AzureDisk", tmp_path)
    assert (done.state, done.error, done.staged) == (UNREAD, "IncompleteListing", None)
    assert done.call == "resourcegraph:Resources"


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        ([page(disks(4)[:2], **{"$skipToken": "a"}), page(disks(4)[1:])], 4),
        ([page([*disks(3), disks(3)[2]])], 3),
        ([page(disks(3), **{"$skipToken": "a"}), page([{**disks(3)[2], "name": "other"}])], 3),
        ([page([*disks(2), None, {"id": None}])], 2),
        # One goes while it is read, and the number of all with it.
        ([page(disks(2), **{"$skipToken": "a"}), page(disks(3)[2:], totalRecords=3)], 3),
    ],
    ids=["overlapping", "twice on a page", "two of one id that pages part", "null", "fewer by now"],
)
def test_rows_that_come_twice_or_are_none_harm_nothing(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, pages: list[Response], count: int
) -> None:
    azure.faults.answers = [(QUERY, one) for one in pages]
    done = collected(reader, "AzureDisk", tmp_path)
    assert len(set(uids(done))) == count


def test_a_page_that_fails_half_way_refuses_what_was_read_before_it(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = disks(2_100)
    first = page(disks(1_000), totalRecords=2_100, **{"$skipToken": "a"})
    azure.faults.answers = [(QUERY, first), (QUERY, failed(403))]
    done = collected(reader, "AzureDisk", tmp_path)
    assert (done.state, done.error, done.staged) == (UNREAD, "S403", None)
    assert collected(reader, "AzureDisk", tmp_path, scan="s2").state == COMPLETE


def test_text_that_is_no_unicode_costs_only_its_own_row(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    odd = row("Microsoft.Maps/accounts", "odd", properties={"said": "\ud800", "size": 2**70})
    body = json.dumps({"totalRecords": 4, "data": [*disks(3), odd]})
    azure.faults.answers = [(QUERY, Response(body, media_type="application/json"))]
    assert len(uids(collected(reader, "AzureDisk", tmp_path))) == 3
    assert collected(reader, "AzureResource", tmp_path).quarantined == 1


@pytest.mark.parametrize(
    "answer",
    [failed(429, **{"Retry-After": "1"}), failed(429), failed(500), failed(502), failed(503)],
)
def test_a_call_about_one_resource_is_made_again_where_it_fails_in_passing(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, answer: Response
) -> None:
    azure.estate.tables["Resources"] = stores(1)
    before = collected(reader, "AzureStorageAccount", tmp_path)
    azure.faults.answers = [("/blobservices/default", answer)]
    done = collected(reader, "AzureStorageAccount", tmp_path, scan="s2")
    assert azure.faults.answers == [], "it was given"
    assert done.refusals == before.refusals


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Response(HTML, media_type="text/html"), "MalformedAnswer"),
        (JSONResponse([]), "MalformedAnswer"),
        (JSONResponse({"values": []}), "MalformedAnswer"),
        (JSONResponse({"value": [], "nextLink": "https://elsewhere.example/a"}), "MalformedAnswer"),
        (failed(403), "S403"),
    ],
    ids=["html", "list", "no entries", "leads elsewhere", "denied"],
)
def test_a_listing_of_another_form_is_unread_and_not_empty(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, answer: Response, error: str
) -> None:
    azure.faults.answers = [("/v1.0/groups", answer)]
    done = collected(reader, "EntraGroup", tmp_path)
    assert (done.state, done.error, done.staged) == (UNREAD, error, None)
