"""Serve the guide, the saved queries and the style to Neo4j Browser.

Browser's page comes from another origin (the database's), so these few files may be read by any
page (`Access-Control-Allow-Origin: *`): they hold our own text and nothing of the graph.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ingest.catalogue import Declaration
from server.guide.page import guide, queries
from server.guide.style import style

BASE = "/browser-guide"
GUIDE = f"{BASE}/cirrograph.html"
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
ASKED_BEFORE = {
    "Access-Control-Allow-Methods": "GET",
    "Access-Control-Allow-Headers": "*",  # it sends some of its own: of caches, of tracing
    "Access-Control-Max-Age": "600",
}
SAVED = {"Content-Disposition": "attachment"}


async def asked_before(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
    """Answer a browser that asks first, since Browser wants its guides past the cache."""
    return Response(status_code=204, headers=OPEN | ASKED_BEFORE)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Guide:
    """Answers for one catalogue of types."""

    catalogue: Iterable[Declaration]

    def routes(self) -> list[Route]:
        """Return the routes; none of them needs a sign-in."""
        return [
            Route(GUIDE, self.page, methods=["GET"]),
            Route(f"{BASE}/cirrograph.grass", self.style, methods=["GET"]),
            Route(f"{BASE}/queries/{{name}}.cypher", self.query, methods=["GET"]),
            Route(f"{BASE}/{{path:path}}", asked_before, methods=["OPTIONS"]),
        ]

    async def page(self, request: Request) -> Response:
        """Return the guide."""
        base = f"{request.url.scheme}://{request.url.netloc}{BASE}"
        return Response(guide(base), media_type="text/html", headers=OPEN)

    async def style(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        """Return the style file."""
        return PlainTextResponse(style(self.catalogue), headers=OPEN | SAVED)

    async def query(self, request: Request) -> Response:
        """Return a saved query."""
        found = queries().get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("there is no such query", status_code=404)
        return PlainTextResponse(f"// {found.title}\n{found.text}\n", headers=OPEN | SAVED)
