"""A unit of a scan, and how its reading ended; both go through the ledger as JSON."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import orjson

from ingest.stage import Staged

COMPLETE, UNREAD = "complete", "unread"
NOT_OFFERED, NOT_ENABLED, EXCLUDED = "not_offered", "not_enabled", "excluded"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unit:
    """The smallest thing that is collected: a type of a connector in a region."""

    connector: str
    type: str
    region: str

    @property
    def id(self) -> str:
        """Its key in the ledger."""
        return f"{self.connector}|{self.type}|{self.region}"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Refusal:
    """A call that was refused: which fields of how many resources it would have filled."""

    call: str
    permission: str
    error: str
    fields: tuple[str, ...] = ()
    resources: int = 0


@dataclasses.dataclass(frozen=True, kw_only=True)
class Collected:
    """How a unit ended. `staged` is there when it is complete."""

    unit: Unit
    state: str
    staged: Staged | None = None
    quarantine: Staged | None = None
    refusals: tuple[Refusal, ...] = ()
    call: str | None = None
    error: str | None = None
    detail: str | None = None
    seconds: float = 0.0

    @property
    def quarantined(self) -> int:
        """How many records did not fit."""
        return self.quarantine.count if self.quarantine else 0

    @property
    def is_there(self) -> bool:
        """Whether its files, if it has any, can be read here."""
        return all(f is None or f.path.exists() for f in (self.staged, self.quarantine))

    def to_json(self) -> str:
        """Return all but the unit as JSON; its files by name, as they lie in the scan's folder."""
        said = {
            "state": self.state, "staged": _file(self.staged), "seconds": self.seconds,
            "quarantine": _file(self.quarantine), "call": self.call, "error": self.error,
            "detail": self.detail, "refusals": [dataclasses.asdict(r) for r in self.refusals],
        }  # fmt: skip
        return orjson.dumps({name: value for name, value in said.items() if value}).decode()

    @classmethod
    def from_json(cls, unit: Unit, text: str) -> Collected:
        """Return what `to_json` wrote; its files are named, not placed (`placed`)."""
        said = orjson.loads(text)
        staged, quarantine = (_named(said.pop(name, None)) for name in ("staged", "quarantine"))
        refusals = tuple(
            Refusal(**(r | {"fields": tuple(r["fields"])})) for r in said.pop("refusals", ())
        )
        return cls(unit=unit, refusals=refusals, staged=staged, quarantine=quarantine, **said)

    def placed(self, folder: Path) -> Collected:
        """Return the same with its files in `folder`, where this machine finds the stage."""
        files = {
            name: dataclasses.replace(file, path=folder / file.path.name)
            for name in ("staged", "quarantine")
            if (file := getattr(self, name)) is not None
        }
        return dataclasses.replace(self, **files)


def _file(staged: Staged | None) -> dict[str, Any] | None:
    return None if staged is None else {"name": staged.path.name, "count": staged.count}


def _named(said: dict[str, Any] | None) -> Staged | None:
    return None if said is None else Staged(path=Path(said["name"]), count=said["count"])
