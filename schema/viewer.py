"""Who asks: which connectors they see, and what they may do to each.

Made by whatever lets people and programs in (`server.access`), used inside every query
(`schema.compile`) and ahead of every change. A viewer without a role on a connector sees nothing of
it: no resource, no finding, no count. Controls, policies and mandates are everybody's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["viewer", "operator", "admin"]
ROLES: tuple[Role, ...] = ("viewer", "operator", "admin")  # each may what those before it may


@dataclasses.dataclass(frozen=True, kw_only=True)
class Viewer:
    """Somebody who asks; `everywhere` is a role on all connectors, `on` those on single ones."""

    name: str
    everywhere: Role | None = None
    on: Mapping[str, Role] = dataclasses.field(default_factory=dict)

    @property
    def connectors(self) -> frozenset[str] | None:
        """The ids of the connectors that are seen; None for all, those to come included."""
        return None if self.everywhere else frozenset(self.on)

    @property
    def is_stranger(self) -> bool:
        """No role is held on anything."""
        return self.everywhere is None and not self.on

    def may(self, role: Role, connector: str | None = None) -> bool:
        """Tell whether a role is held on a connector; without one, on all of them."""
        held = [self.everywhere, self.on.get(connector) if connector else None]
        return any(one is not None and ROLES.index(one) >= ROLES.index(role) for one in held)


LOCAL = Viewer(name="local", everywhere="admin")  # the one user of a server on loopback
