"""A scan as the ledger knows it, how far it is, and why one may not be asked for now."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Mapping
from typing import Any, Self

from graph.written import Written

COUNTERS = tuple(field.name for field in dataclasses.fields(Written))


class AlreadyScanning(Exception):
    """Another scan of the connector is under way; `scan` is its id."""

    def __init__(self, message: str, scan: str) -> None:
        super().__init__(message)
        self.scan = scan


class TooSoon(Exception):
    """The connector was read less than an interval ago; `next_at` is when it may be read again."""

    def __init__(self, message: str, next_at: datetime.datetime) -> None:
        super().__init__(message)
        self.next_at = next_at


class NoSuchScan(LookupError):
    """No scan has this id."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scan:
    """A scan as the ledger has it; `summary` is there once all is published."""

    id: str
    connector: str
    state: str
    take: int = 0
    sweep_large: bool = False
    calls: int = 0
    failures: int = 0
    written: Written = dataclasses.field(default_factory=Written)
    error: str | None = None
    summary: Mapping[str, Any] | None = None
    finished: bool = False

    @classmethod
    def of(cls, props: Mapping[str, Any]) -> Self:
        """Return the scan that a node's properties say."""
        return cls(
            id=props["id"], connector=props["connector"], state=props["state"], take=props["take"],
            sweep_large=props["sweep_large"], calls=props["calls"], failures=props["failures"],
            written=Written(**{name: props[name] for name in COUNTERS}),
            error=props.get("error"), finished=props.get("finished_at") is not None,
            summary=json.loads(props["summary"]) if props.get("summary") else None,
        )  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a scan is, by its units; `waiting` counts those that are not read yet by service."""

    state: str
    units: int = 0
    staged: int = 0
    settled: int = 0
    calls: int = 0
    resources: int = 0
    unread: int = 0
    seconds: float = 0.0
    waiting: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def complete(self) -> float:
        """The share of its units that are published, 0 to 1."""
        return self.settled / self.units if self.units else 0.0
