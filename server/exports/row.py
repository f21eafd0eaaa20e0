"""What every format is given: rows, one for each finding, and what they are about.

A format is a function from an `Export` to an iterator of bytes. It goes through `rows` once and
keeps none of them. What there is about controls and requirements is small and held in memory.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any, TypeAlias

from controls.control import Control, Fix
from server.exports.held import Held

PRODUCT, VENDOR = "Cirrograph", "Cirrograph"
VERSION = version("cirrograph")
# In the order in which a reader wants them.
SEVERITIES = ("critical", "high", "medium", "low", "info")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Accepted:
    """The waiver that a finding is accepted by."""

    id: str
    reason: str
    owner: str
    expires_at: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Meets:
    """A requirement that a control helps to meet."""

    mandate: str
    standard: str
    number: str


def standard(mandate: Mapping[str, Any]) -> str:
    """Return the name of a mandate with its version, which many titles hold already."""
    title, version_ = str(mandate["title"]), str(mandate["version"])
    return title if version_ in title else f"{title} {version_}"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """A finding with all that its readers need to act on it.

    connector: its id; `cloud`, `partition` and `account` are the parts of it, unless the resource
    says otherwise. on_unit: a whole unit could not be read, and `uid` is that unit's id.
    seen: the time of the evaluation that says so. since: when it was found first; None in a run,
    whose document does not tell. fix: how to put it right, filled in; None where nothing fails.
    """

    id: str
    status: str
    severity: str
    control: str
    title: str
    uid: str
    type: str
    name: str | None
    region: str | None
    account: str
    partition: str
    cloud: str
    connector: str
    connector_name: str
    seen: datetime.datetime
    since: datetime.datetime | None = None
    on_unit: bool = False
    reason: str | None = None
    evidence: Any = None
    waiver: Accepted | None = None
    fix: Fix | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Run:
    """A report's run: its document, and what the document does not say."""

    mandate: str
    connector: str
    connector_name: str
    number: int
    hash: str
    held: Held

    @property
    def said(self) -> Mapping[str, Any]:
        """The document without its findings."""
        return self.held.head


@dataclasses.dataclass(frozen=True, kw_only=True)
class Export:
    """What is to be written: rows by way of `rows`, and the run where they are of one."""

    rows: Callable[[], Iterator[Row]]
    at: datetime.datetime
    controls: Mapping[str, Control]
    meets: Mapping[str, Sequence[Meets]]
    run: Run | None = None


Write: TypeAlias = Callable[[Export], Iterator[bytes]]
