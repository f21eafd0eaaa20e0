"""What a deployment keeps about access, wired."""

from __future__ import annotations

import dataclasses
import functools
from typing import Self

from server.access.audit import Audit
from server.access.roles import Connectors, Roles
from server.access.settings import AccessSettings
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

    @classmethod
    def of(cls, settings: AccessSettings, store: Store, connectors: Connectors) -> Self:
        """Return the access of a deployment. Raises BadRoles."""
        return cls(settings=settings, store=store, roles=Roles(settings.roles, connectors))
