"""A server with sign-in, as the tests of access meet it: over real HTTP, with its own database."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import neo4j

from graph.ledger import Ledger
from schema.viewer import Role
from server.access.access import Access
from server.access.gate import Guard
from server.access.roles import Grant
from server.access.settings import AccessSettings, OidcSettings
from server.access.store import Store
from server.api import create_app, running
from tests.schema.estate import SHELF
from tests.server.access.provider import CLIENT, SECRET, TestProvider
from tests.widgets import CATALOGUE

ROLES = """
groups:
  shops: ["shop-*", "aws:aws:111111111111"]
people:
  security: {everywhere: admin}
  shopkeepers: {connectors: {"group:shops": operator}}
  "email:eve@example.org": {everywhere: viewer}
"""
OURS = {"X-Cirrograph": "1"}
QUERY = {"query": "{ mandates { id } }"}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scene:
    """A server and what stands behind it."""

    url: str
    access: Access
    guard: Guard

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def client(self, token: str | None = None) -> httpx.Client:
        """Return a client; closed by whoever asks for it."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=30, trust_env=False)

    def token(self, everywhere: Role | None = "admin", name: str = "t", **on: Role) -> str:
        return self.token_on(on, everywhere if not on else None, name)

    def token_on(self, on: dict[str, Role], everywhere: Role | None = None, name: str = "t") -> str:
        end = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)
        return self.access.tokens.create(name, Grant(everywhere=everywhere, on=on), end)[1]


@contextlib.contextmanager
def serving(
    driver: neo4j.Driver, folder: Path, *, provider: TestProvider | None = None,
    work_url: str | None = None, must_sign_in: bool = True, head_seconds: float = 20,
    **settings: Any,
) -> Iterator[Scene]:  # fmt: skip
    """Give a server that answers for as long as the block runs."""
    roles = folder / "roles.yaml"
    roles.write_text(ROLES, encoding="utf-8")
    oidc = None
    if provider is not None:
        secret = None if provider.public_client else SECRET
        oidc = OidcSettings(issuer=provider.issuer, client_id=CLIENT, client_secret=secret)
    store = Store(work_url or f"sqlite:///{folder / 'work.sqlite'}")
    access = Access.of(
        AccessSettings(**{"roles": roles, "oidc": oidc, **settings}), store,
        Ledger(driver).connectors,
    )  # fmt: skip
    guard = Guard(access=access, must_sign_in=must_sign_in)
    app = create_app(driver, CATALOGUE, SHELF, guard=guard)
    try:
        with running(app, port=0, head_seconds=head_seconds) as url:
            yield Scene(url=url, access=access, guard=guard)
    finally:
        store.close()


def to_callback(browser: httpx.Client, to: str = "/") -> str:
    """Begin a login and agree at the provider; return where the browser is sent then."""
    begun = browser.get("/login", params={"to": to})
    assert begun.status_code == 302, begun.text
    agreed = httpx.get(begun.headers["location"], trust_env=False)
    assert agreed.status_code == 307
    return str(agreed.headers["location"])


def login(browser: httpx.Client, to: str = "/") -> httpx.Response:
    """Sign a browser in, and return how that ended."""
    return browser.get(to_callback(browser, to))
