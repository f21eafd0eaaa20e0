"""An Azure of one's own: sign-in, Resource Graph, Resource Manager and Microsoft Graph, over TLS.

What it holds are plain rows and answers (`Estate`); what goes wrong is switched on (`Faults`).
Pages, tokens, quota headers and errors have the form that the services' references give. It knows
one query, the one that reads a table whole: any other is refused, as the service would.
"""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import trustme
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TENANT = "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01"
SUBSCRIPTION = "3d1f0f6a-55b0-4b5e-9c57-0a4b1c2d3e4f"
CLIENT, SECRET = "5b1d6d7e-8f90-4a1b-8c2d-3e4f5a6b7c8d", "made up"
QUERY = re.compile(r"^(\w+) \| project ([\w, ]+) \| order by id asc$")
TABLES = (
    "Resources", "ResourceContainers", "AuthorizationResources", "SecurityResources",
    "AppServiceResources", "PolicyResources",
)  # fmt: skip
# Application roles of Microsoft Graph, by the beginning of the path that they open.
DIRECTORY = {
    "/users": "User.Read.All",
    "/groupsettings": "GroupSettings.Read.All",  # before the groups, whose name it begins with
    "/groups": "GroupMember.Read.All",
    "/applications": "Application.Read.All",
    "/serviceprincipals": "Application.Read.All",
    "/policies": "Policy.Read.All",
    "/identity/conditionalaccess": "Policy.Read.All",
    "/reports": "AuditLog.Read.All",
    "/directoryroles": "RoleManagement.Read.Directory",
    "/rolemanagement": "RoleManagement.Read.Directory",
    "/organization": "Organization.Read.All",
    "/domains": "Domain.Read.All",
}
NONE = JSONResponse({"error": {"code": "ResourceNotFound", "message": "There is none."}}, 404)
DENIED = {"error": {"code": "AuthorizationFailed", "message": "The client may not read this."}}


@dataclasses.dataclass
class Estate:
    """What the stand-in holds.

    tables: rows by table. arm: answers by path in lower case, without the query; a list is given
    out as a listing in pages, a response as it is. directory: the same for Microsoft Graph, by its
    path after `/v1.0`.
    """

    tables: dict[str, list[Any]] = dataclasses.field(default_factory=dict)
    arm: dict[str, Any] = dataclasses.field(default_factory=dict)
    directory: dict[str, Any] = dataclasses.field(default_factory=dict)
    subscriptions: list[dict[str, Any]] = dataclasses.field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.subscriptions:
            self.subscriptions = [subscription(SUBSCRIPTION)]


def subscription(id_: str, *, name: str = "shop", state: str = "Enabled") -> dict[str, Any]:
    """Return what Resource Manager says of a subscription."""
    return {
        "id": f"/subscriptions/{id_}", "subscriptionId": id_, "displayName": name, "state": state,
        "tenantId": TENANT,
    }  # fmt: skip


@dataclasses.dataclass
class Faults:
    """What goes wrong.

    throttled: how many queries are refused first; told: by which headers. denied: tables, and
    beginnings of paths in lower case (`/v1.0/users`, `/subscriptions/.../locks`), or parts of them.
    truncated: the answer says that rows are missing. repeated: the second page comes twice.
    too_large: pages of more rows than this are over 16 MiB.
    lost: rows of each table that are never given out, and counted. denied_permissions: actions
    that the identity lacks: what is read by them is refused. quota: that of a principal holds.
    answers: what is answered instead, once each, to calls whose path in lower case has such a part;
    a query's has its table behind it (`/resources policyresources`).
    """

    throttled: int = 0
    told: dict[str, str] = dataclasses.field(default_factory=dict)
    denied: set[str] = dataclasses.field(default_factory=set)
    truncated: bool = False
    repeated: bool = False
    too_large: int | None = None
    lost: int = 0
    denied_permissions: set[str] = dataclasses.field(default_factory=set)
    quota: bool = False
    answers: list[tuple[str, Response]] = dataclasses.field(default_factory=list)

    def answer(self, path: str) -> Response | None:
        """Take what is answered instead to a call, None where it is answered as it should be."""
        for number, (part, response) in enumerate(self.answers):
            if part in path.lower():
                del self.answers[number]
                return response
        return None


class Clock:
    """The quota of a principal: so many queries in so many seconds."""

    def __init__(self, queries: int = 15, seconds: float = 5.0) -> None:
        self.queries, self.seconds = queries, seconds
        self._asked: list[float] = []
        self._lock = threading.Lock()

    def take(self) -> int:
        """Return how many queries are left, -1 where this one is too many."""
        with self._lock:
            now = time.monotonic()
            self._asked = [at for at in self._asked if now - at < self.seconds]
            if len(self._asked) >= self.queries:
                return -1
            self._asked.append(now)
            return self.queries - len(self._asked)


class AzureCloud:
    """The stand-in, served on loopback; `environment` is what a client needs to find it."""

    def __init__(self, folder: Path) -> None:
        self.estate = Estate()
        self.faults = Faults()
        self.queries = 0
        self.reads: list[str] = []
        self._quota = Clock()
        self._repeated: set[str] = set()
        self._folder = folder
        authority = trustme.CA()
        self._certificate = authority.issue_cert("127.0.0.1", "localhost")
        self._bundle = folder / "azure-ca.pem"
        authority.cert_pem.write_to_path(str(self._bundle))
        self.url = ""

    @property
    def environment(self) -> dict[str, str]:
        """The SDK's and the product's own settings that lead here."""
        return {
            "AZURE_AUTHORITY_HOST": self.url, "AZURE_TENANT_ID": TENANT,
            "AZURE_CLIENT_ID": CLIENT, "AZURE_CLIENT_SECRET": SECRET,
            "CIRROGRAPH_AZURE_ARM_URL": self.url, "CIRROGRAPH_AZURE_GRAPH_URL": self.url,
            "REQUESTS_CA_BUNDLE": str(self._bundle), "SSL_CERT_FILE": str(self._bundle),
        }  # fmt: skip

    @contextlib.contextmanager
    def served(self) -> Iterator[AzureCloud]:
        """Serve it while the block runs."""
        key, chain = self._folder / "azure-key.pem", self._folder / "azure-chain.pem"
        self._certificate.private_key_pem.write_to_path(str(key))
        for number, pem in enumerate(self._certificate.cert_chain_pems):
            pem.write_to_path(str(chain), append=number > 0)
        with socket.create_server(("127.0.0.1", 0)) as listening:
            config = uvicorn.Config(
                self._app(), ssl_keyfile=key, ssl_certfile=chain, log_level="error", lifespan="off"
            )
            server = uvicorn.Server(config)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            self.url = f"https://127.0.0.1:{listening.getsockname()[1]}"
            try:
                while not server.started:
                    time.sleep(0.01)
                yield self
            finally:
                loop = server.servers[0].get_loop()
                loop.call_soon_threadsafe(_hang_up, server)
                server.should_exit = True
                thread.join()

    def overdraw(self, queries: int) -> None:
        """Use so much of a quota that is whole, as if others asked as the same principal."""
        self._quota = Clock()
        for _ in range(queries):
            self._quota.take()

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/{tenant}/v2.0/.well-known/openid-configuration", self._openid),
                Route("/{tenant}/oauth2/v2.0/token", self._token, methods=["POST"]),
                Route(
                    "/providers/Microsoft.ResourceGraph/resources", self._query, methods=["POST"]
                ),
                Route("/{path:path}", self._read),
            ]
        )

    async def _openid(self, request: Request) -> Response:
        base = f"{self.url}/{request.path_params['tenant']}"
        return JSONResponse(
            {
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token", "issuer": f"{base}/v2.0",
            }
        )  # fmt: skip

    async def _token(self, request: Request) -> Response:
        form = parse_qs((await request.body()).decode())
        if form.get("client_secret") != [SECRET]:
            said = {"error": "invalid_client", "error_description": "AADSTS7000215: wrong secret."}
            return JSONResponse(said, 401)
        return JSONResponse({"access_token": "token", "expires_in": 3600, "token_type": "Bearer"})

    async def _query(self, request: Request) -> Response:
        if request.headers.get("authorization") != "Bearer token":
            return JSONResponse({"error": {"code": "AuthenticationFailed"}}, 401)
        self.queries += 1
        asked = await request.json()
        match = QUERY.match(asked["query"])
        if match is None or match[1] not in TABLES:
            return _bad("InvalidQuery", "Query is invalid.")
        if (instead := self.faults.answer(f"{request.url.path} {match[1]}")) is not None:
            return instead
        table, options = match[1], asked.get("options") or {}
        headers = {"x-ms-user-quota-remaining": "14", "x-ms-user-quota-resets-after": "00:00:05"}
        if self.faults.throttled > 0 or (self.faults.quota and (left := self._quota.take()) < 0):
            self.faults.throttled = max(0, self.faults.throttled - 1)
            said = {"error": {"code": "RateLimiting", "message": "Too many queries."}}
            told = self.faults.told or {"x-ms-user-quota-resets-after": "00:00:01"}
            return JSONResponse(said, 429, told)
        if self.faults.quota:
            headers["x-ms-user-quota-remaining"] = str(left)
        if table in self.faults.denied:
            return JSONResponse(DENIED, 403)
        return self._page(table, match[2], asked, options, headers)

    def _page(
        self, table: str, columns: str, asked: Any, options: Any, headers: dict[str, str]
    ) -> Response:
        seen = {one["subscriptionId"].lower() for one in self.estate.subscriptions}
        wanted = {s.lower() for s in asked.get("subscriptions") or ()} & seen
        rows = [r for r in self.estate.tables.get(table, ()) if _is_in(r, wanted)]
        rows.sort(key=lambda r: r["id"] if isinstance(r, dict) else "")
        total = len(rows)
        rows = rows[: total - self.faults.lost]
        start = 0
        if token := options.get("$skipToken"):
            said = json.loads(base64.b64decode(token))
            if said["query"] != asked["query"] or said["subscriptions"] != sorted(wanted):
                return _bad("InvalidSkipToken", "The token belongs to another query.")
            start = said["start"]
        top = min(1000, options.get("$top") or 100)
        if self.faults.too_large is not None and top > self.faults.too_large:
            return _bad("BadRequest", "Too large.", "ResponsePayloadTooLarge")
        names = [name.strip() for name in columns.split(",")]
        page = [
            {n: r.get(n) for n in names} if isinstance(r, dict) else r
            for r in rows[start : start + top]
        ]
        following = start + top
        if self.faults.repeated and start and table not in self._repeated:
            self._repeated.add(table)
            following = start
        body: dict[str, Any] = {
            "totalRecords": total, "count": len(page), "data": page, "facets": [],
            "resultTruncated": "true" if self.faults.truncated else "false",
        }  # fmt: skip
        if following < len(rows):
            about = {"query": asked["query"], "subscriptions": sorted(wanted), "start": following}
            body["$skipToken"] = base64.b64encode(json.dumps(about).encode()).decode()
        return JSONResponse(body, headers=headers)

    async def _read(self, request: Request) -> Response:
        path = request.url.path.lower().rstrip("/")
        self.reads.append(path)
        if request.headers.get("authorization") != "Bearer token":
            return JSONResponse({"error": {"code": "AuthenticationFailed"}}, 401)
        lacking = {p.lower() for p in self.faults.denied_permissions}
        if action_of(path).lower() in lacking or any(p in path for p in self.faults.denied):
            return JSONResponse(DENIED, 403)
        if (instead := self.faults.answer(path)) is not None:
            return instead
        if path.startswith("/v1.0/"):
            found = self.estate.directory.get(request.url.path.removeprefix("/v1.0"))
            return self._given(request, found, "@odata.nextLink")
        if "api-version" not in request.query_params:
            return _bad("MissingApiVersionParameter", "The api-version is missing.")
        known: dict[str, Any] = {one["id"].lower(): one for one in self.estate.subscriptions}
        known |= {"/subscriptions": self.estate.subscriptions, **self.estate.arm}
        return self._given(request, known.get(path), "nextLink")

    def _given(self, request: Request, found: Any, following: str) -> Response:
        """Answer with an object, or with a listing two entries a page."""
        if found is None:
            return NONE
        if isinstance(found, Response):
            return found
        if not isinstance(found, list):
            return JSONResponse(found)
        start = int(request.query_params.get("start", "0"))
        body: dict[str, Any] = {"value": found[start : start + 2]}
        if start + 2 < len(found):
            address = request.url.include_query_params(start=start + 2)
            body[following] = f"{self.url}{address.path}?{address.query}"
        return JSONResponse(body)


def action_of(path: str) -> str:
    """Return the action that a path is read by: its provider and types, without the names."""
    if path.startswith("/v1.0/"):
        below = path.removeprefix("/v1.0")
        return next((role for start, role in DIRECTORY.items() if below.startswith(start)), "")
    tail = path.rsplit("/providers/", 1)[-1]
    provider, *parts = tail.split("/")
    types = parts[0::2]
    return "/".join([provider, *types, "read"])


def _hang_up(server: uvicorn.Server) -> None:
    """End what clients keep open: a polite end of TLS waits half a minute for theirs."""
    for connection in list(server.server_state.connections):
        transport: Any = getattr(connection, "transport", None)
        if transport is not None:
            transport.abort()


def _is_in(row: Any, subscriptions: set[str]) -> bool:
    if not isinstance(row, dict) or not row.get("subscriptionId"):
        return True  # what belongs to the tenant is seen from each subscription
    return row["subscriptionId"].lower() in subscriptions


def _bad(code: str, message: str, detail: str | None = None) -> Response:
    error: dict[str, Any] = {"code": code, "message": message}
    if detail:
        error["details"] = [{"code": detail, "message": message}]
    return JSONResponse({"error": error}, 400)
