"""What GraphQL shows and no Cypher reads: controls, policies, mandates, and what the lake keeps.

The first three are held in memory, joined to rows by id. A run's document never changes, so it is
read from the lake once and kept. What a cloud said of a resource is read when it is asked for.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import orjson

from controls.control import Control
from controls.mandates import Mandate, Requirement
from controls.overrides import Listed
from controls.policies import Policy
from graph.lake import Lake
from graph.usage import Month

Document: TypeAlias = Mapping[str, Any]
Read: TypeAlias = Callable[[str, Sequence[str], datetime.datetime], Iterable[Document]]
Key: TypeAlias = tuple[str, str]  # a resource's uid and type
Configurations: TypeAlias = Callable[
    [Collection[Key], frozenset[str] | None], Mapping[Key, Any]
]  # of these resources, as these connectors (None: all of them) read them
SAID = ("at", "type", "uid", "configuration")
CHANGE = ("at", "control", "finding", "uid", "status", "reason")
KEPT = 64  # documents in memory


@dataclasses.dataclass(frozen=True, kw_only=True)
class Placed:
    """A requirement with the mandate that it stands in."""

    mandate: Mandate
    requirement: Requirement

    @property
    def below(self) -> list[Placed]:
        """The requirements below it."""
        return [Placed(mandate=self.mandate, requirement=r) for r in self.requirement.requirements]


def placed(mandate: Mandate) -> list[Placed]:
    """Return the requirements of a mandate's first level."""
    return [Placed(mandate=mandate, requirement=r) for r in mandate.requirements]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shelf:
    """Everything that is held, by id; `document` reads a run's by report, number and hash.

    `renew` is called ahead of each request: it takes in what was changed about controls, which
    `overrides` lists. `tokens` lists what lets programs in; `changes` reads what evaluations have
    changed about findings; `usage` counts who was active in a month; `configurations` reads what
    clouds said of resources.
    """

    controls: Mapping[str, Control] = dataclasses.field(default_factory=dict)
    policies: Mapping[str, Policy] = dataclasses.field(default_factory=dict)
    mandates: Mapping[str, Mandate] = dataclasses.field(default_factory=dict)
    document: Callable[[str, int, str], Document | None] = lambda *_: None
    renew: Callable[[], None] = lambda: None
    overrides: Callable[[], Sequence[Listed]] = tuple
    tokens: Callable[[], Sequence[Any]] = tuple
    changes: Read = lambda *_: ()
    usage: Callable[[Month], Any] = lambda _: None
    configurations: Configurations = lambda *_: {}

    @functools.cached_property
    def _served(self) -> Mapping[str, list[Placed]]:
        """For each control the requirements that it helps to meet."""
        found: dict[str, list[Placed]] = {}
        for mandate in self.mandates.values():
            for one in _all(placed(mandate)):
                for control in one.requirement.controls:
                    found.setdefault(control, []).append(one)
        return found

    def requirements_of(self, control: str) -> list[Placed]:
        """Return the requirements that a control helps to meet."""
        return self._served.get(control, [])

    @functools.cached_property
    def mandate_controls(self) -> Mapping[str, list[str]]:
        """The ids of all controls of each mandate."""
        return {mandate.id: list(mandate.controls) for mandate in self.mandates.values()}


def documents(lake: Lake) -> Callable[[str, int, str], Document | None]:
    """Return what reads a run's document: None where the lake has none of that hash."""

    @functools.lru_cache(maxsize=KEPT)
    def document(report: str, number: int, digest: str) -> Document | None:
        rows = lake.read("report_runs", report=report, number=number)
        for text in rows.column("document").to_pylist():
            if hashlib.sha256(text).hexdigest() == digest:
                said: dict[str, Any] = orjson.loads(text)
                _join(said["requirements"], said["results"])
                return said
        return None

    return document


def finding_changes(lake: Lake) -> Read:
    """Return what reads the changes of findings that some evaluations of a connector made."""

    def read(
        connector: str, evaluations: Sequence[str], after: datetime.datetime
    ) -> Iterator[Document]:
        found = lake.rows(
            "verdict_changes", CHANGE, after=after, connector=[connector], evaluation=evaluations
        )
        return (row for row in found if row["finding"] is not None)

    return read


def configurations(lake: Lake) -> Configurations:
    """Return what reads the raw configuration of resources, as each was when it last changed.

    Secrets were taken out before it was written. All resources are looked for in one pass.
    """

    def read(keys: Collection[Key], connectors: frozenset[str] | None) -> Mapping[Key, Any]:
        among = {"uid": sorted({uid for uid, _ in keys}), "type": sorted({t for _, t in keys})}
        if connectors is not None:
            among["connector"] = sorted(connectors)
        newest: dict[Key, tuple[datetime.datetime, bytes]] = {}
        for row in lake.few("resource_changes", SAID, **among):
            key, at, said = (row["uid"], row["type"]), row["at"], row["configuration"]
            # One that is removed says nothing; it may be there for another connector, or again.
            if said is not None and (key not in newest or at >= newest[key][0]):
                newest[key] = at, said
        return {key: orjson.loads(said) for key, (_, said) in newest.items() if key in keys}

    return read


def _join(requirements: Iterable[dict[str, Any]], results: Mapping[str, Any]) -> None:
    """Put the result of each control below the requirements that it judges."""
    for requirement in requirements:
        requirement["results"] = [
            {**results[control], "control": control}
            for control in requirement.get("controls", ())
            if control in results
        ]
        _join(requirement.get("requirements", ()), results)


def _all(requirements: Iterable[Placed]) -> Iterator[Placed]:
    for requirement in requirements:
        yield requirement
        yield from _all(requirement.below)
