"""What a deployment keeps about access, wired."""

from __future__ import annotations

import dataclasses
import functools
from typing import Self
from urllib.parse import urlsplit

from server.access.audit import Audit
from server.access.errors import BadAccessSetting, BadRoles, NobodyCanSignIn
from server.access.oidc import Provider
from server.access.roles import Connectors, Roles
from server.access.sessions import Sessions
from server.access.settings import AccessSettings, is_loopback
from server.access.store import Store
from server.access.tokens import Tokens


@dataclasses.dataclass(frozen=True, kw_only=True)
class Access:
    """The parts; the database is opened when the first of them needs it."""

    settings: AccessSettings
    store: Store
    roles: Roles

    @functools.cached_property
    def tokens(self) -> Tokens:
        """The tokens of programs."""
        return Tokens(self.store, self.roles)

    @functools.cached_property
    def audit(self) -> Audit:
        """The log of changes."""
        return Audit(self.store)

    @functools.cached_property
    def sessions(self) -> Sessions:
        """The sessions of people in a browser."""
        return Sessions(self.store, self.roles, self.tokens, self.settings)

    @functools.cached_property
    def provider(self) -> Provider | None:
        """Where people sign in; None where that is not set up."""
        return Provider(self.settings.oidc) if self.settings.oidc else None

    def check_start(self, host: str) -> None:
        """Check that a server on a host can let in whom it should, and nobody else.

        Raises NobodyCanSignIn, BadAccessSetting, BadRoles, AccessStoreFailed.
        """
        if self.settings.oidc is not None:
            self._check_provider(host)
        elif self.settings.must_sign_in(host) and not any(t.is_good for t in self.tokens.list()):
            raise NobodyCanSignIn(
                f"on {host} everybody has to sign in, and nobody can: make a token with "
                "`cirrograph tokens create NAME --role admin`, or set CIRROGRAPH_OIDC_ISSUER"
            )

    def _check_provider(self, host: str) -> None:
        if not self.roles.file.people:
            raise BadRoles(
                "people can sign in, and none of them has a role: give roles to `people` in the "
                "file that CIRROGRAPH_ROLES names"
            )
        at = urlsplit(self.settings.api_url or f"http://{host}")
        if at.scheme == "http" and not is_loopback(at.hostname or ""):
            raise BadAccessSetting(
                "people sign in with cookies, which need https: set CIRROGRAPH_API_URL to the "
                "https address under which they reach the server"
            )

    @classmethod
    def of(cls, settings: AccessSettings, store: Store, connectors: Connectors) -> Self:
        """Return the access of a deployment. Raises BadRoles."""
        return cls(settings=settings, store=store, roles=Roles(settings.roles, connectors))
