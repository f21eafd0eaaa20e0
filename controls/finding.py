"""A finding: a verdict on a resource that is not PASS, or one on a unit that could not be read."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from controls.picture import digest
from controls.verdict import Status

NOT_SAID = {"id", "hash", "since", "change", "changed_at"}  # of a finding: what writing adds


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A verdict on one resource, or on a unit (then `uid` is the unit's id and `on_unit` true).

    `evidence` is JSON text. `waiver` is the id of the one that turned it into WAIVED.
    """

    control: str
    connector: str
    uid: str
    incarnation: str
    status: Status
    severity: str
    name: str | None
    type: str
    region: str | None
    reason: str | None = None
    evidence: str | None = None
    waiver: str | None = None
    on_unit: bool = False

    @functools.cached_property
    def id(self) -> str:
        """What stays the same as long as it is about the same thing."""
        return digest([self.control, self.uid, self.incarnation, self.connector])[:16]

    def row(self) -> dict[str, Any]:
        """Return its properties, `since` apart."""
        said = self._said()
        return {"id": self.id, **said, "hash": digest(said)}

    @property
    def hash(self) -> str:
        """What changes with anything that it says."""
        return digest(self._said())

    def _said(self) -> dict[str, Any]:
        # `asdict` would copy each value, and there are very many; the id is kept among them
        said = {k: v for k, v in vars(self).items() if v is not None and k != "id"}
        said["status"] = str(self.status)
        return said

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Finding:
        """Return the finding that a node's properties say."""
        kept = {k: v for k, v in said.items() if k not in NOT_SAID}
        return cls(**(kept | {"status": Status(said["status"])}))
