"""Exports over HTTP: streamed, to be saved and not shown, for who may see them.

    GET /export/reports/{mandate}/{connector}/{number or latest}.{format}
    GET /export/findings.{format}?connector=&control=&severity=&status=

The first piece is written before the answer begins, so that what is wrong has a status of its own;
where it fails later, the connection breaks, and no half file looks like a whole one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from itertools import chain

import anyio.to_thread
import neo4j.exceptions
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from controls.report import RunChanged
from server.access.gate import viewer_of
from server.exports.exporter import BadExport, Exporter, NothingToExport, file_name, for_findings
from server.exports.formats import FORMATS, Format
from server.exports.row import Export

LATEST = "latest"
FILTERS = ("connector", "control", "severity", "status")
MOST_DIGITS = 9  # of a run's number: more is no number of a run


def export_routes(exporter: Exporter) -> list[BaseRoute]:
    """Return the routes."""
    answers = _Answers(exporter=exporter)
    return [
        Route("/export/reports/{mandate}/{connector}/{file}", answers.report, methods=["GET"]),
        Route("/export/findings.{format}", answers.findings, methods=["GET"]),
    ]


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Answers:
    exporter: Exporter

    async def report(self, request: Request) -> Response:
        asked = request.path_params
        number, _, name = asked["file"].partition(".")
        return await _answer(
            name, lambda _: self.exporter.report(
                asked["mandate"], asked["connector"], _number(number), viewer_of(request)
            ),
        )  # fmt: skip

    async def findings(self, request: Request) -> Response:
        def export(format_: Format) -> Export:
            for_findings(format_)
            unknown = sorted(set(request.query_params) - set(FILTERS))
            if unknown:
                raise BadExport(f"no filter is called {unknown[0]!r}: {', '.join(FILTERS)}")
            filters = {name: request.query_params.get(name) or None for name in FILTERS}
            return self.exporter.findings(viewer_of(request), **filters)

        return await _answer(request.path_params["format"], export)


def _number(said: str) -> int | None:
    if said == LATEST:
        return None
    if not (said.isascii() and said.isdigit()) or len(said) > MOST_DIGITS:
        raise NothingToExport(f"a run has a number, or is called {LATEST}")
    return int(said)


async def _answer(name: str, export: Callable[[Format], Export]) -> Response:
    format_ = FORMATS.get(name)
    if format_ is None:
        return _error(404, f"no format is called {name!r}: there are {', '.join(FORMATS)}")
    try:
        return await anyio.to_thread.run_sync(_streaming, format_, export)
    except NothingToExport as error:
        return _error(404, str(error))
    except BadExport as error:
        return _error(400, str(error))
    except RunChanged as error:
        return _error(409, str(error))
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
        return _error(503, "the database does not answer: try again")


def _streaming(format_: Format, making: Callable[[Format], Export]) -> Response:
    export = making(format_)
    pieces: Iterator[bytes] = format_.write(export)
    first = next(pieces, b"")
    kind = format_.kind if export.run else format_.kind_of_lines
    headers = {"Content-Disposition": f'attachment; filename="{file_name(format_, export.run)}"'}
    if export.run:
        headers["X-Run-Hash"] = export.run.hash
    return StreamingResponse(chain([first], pieces), headers=headers | {"Content-Type": kind})


def _error(status: int, message: str) -> Response:
    return JSONResponse({"error": message}, status_code=status)
