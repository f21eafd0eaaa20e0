"""Find the resources whose verdict would rest on something that was not read.

A *mark* says why a resource's verdict can't be told, and whether a FAIL still holds beside it. It
stands on a whole unit (everything that the unit holds) or on single resources:

* a unit of the control's own type that is not complete: what it holds is old;
* a unit of another type that the control reads, in the same region or a global one (any region for
  what is global itself), that is not read: what would be joined may be missing; of a type of
  another cloud, any connector's unit;
* an unread field of the resource, or of a node that the control joins to it, or a node joined to it
  that an unread unit holds;
* what the control reads but joins by no relationship: any unread there marks everything.

A FAIL holds where absence is not what the control looked for, and what it rests on is not old:
an unread unit keeps its last nodes, and an unread relationship its last edges.

Normally nothing is unread, and no query is run here at all.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from controls.ask import Asker, Candidate
from controls.paths import DEAD_ENDS, Path, paths, pattern
from controls.picture import COMPLETE, EXCLUDED, Picture, Unit
from controls.read_set import ReadSet
from graph.cypher import named
from ingest.catalogue import RESOURCE_LABEL, Catalogue

GLOBAL = "global"
BASE = frozenset({RESOURCE_LABEL, *DEAD_ENDS})

START = """
MATCH (u:Unit {connector: $connector, type: $label})<-[:SEEN_BY]-(c:$$LABEL)"""
ABOUT = """
RETURN c.uid AS uid, min(c.name) AS name, min(coalesce(c.incarnation, '')) AS incarnation,
  min(c.region) AS region, min(u.id) AS unit"""
UNREAD_FIELDS = """
WHERE NOT c:Unseen AND any(name IN x.unread WHERE name IN $names)
UNWIND [name IN x.unread WHERE name IN $names] AS name
WITH c, u, name, [why IN x.unread_why WHERE why STARTS WITH name + ':'][0] AS why"""
FIELDS_TAIL = ", collect(DISTINCT [name, why]) AS marks"
OLD = """
WHERE NOT c:Unseen AND NOT u.id IN $marked
  AND EXISTS { (x)-[:SEEN_BY]->(v:Unit) WHERE v.id IN $units }
  AND NOT EXISTS { (x)-[:SEEN_BY]->(:Unit {state: 'complete'}) }
MATCH (x)-[:SEEN_BY]->(v:Unit) WHERE v.id IN $units"""
OLD_TAIL = ", collect(DISTINCT v.id) AS marks"
NOT_THERE = """
WHERE NOT c:Unseen AND NOT u.id IN $marked"""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Why a verdict can't be told; `holds` where a FAIL stands beside it.

    `about` are the fields, relationship types and labels that are unread.
    """

    why: frozenset[str]
    holds: bool
    about: frozenset[str] = frozenset()

    def __or__(self, other: Mark) -> Mark:
        return Mark(
            why=self.why | other.why,
            holds=self.holds and other.holds,
            about=self.about | other.about,
        )

    @property
    def reason(self) -> str:
        """All of it in one line."""
        said = sorted(self.why)
        more = f"; and {len(said) - 3} more" if len(said) > 3 else ""  # noqa: PLR2004 - a line's worth
        return "; ".join(said[:3]) + more


@dataclass(frozen=True, kw_only=True)
class Marks:
    """Marks by unit id and by uid; `unread` are the units that are touched and not read."""

    units: dict[str, Mark] = field(default_factory=dict)
    resources: dict[str, Mark] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)
    unread: tuple[Unit, ...] = ()
    missing: tuple[str, ...] = ()
    excluded: bool = False

    def on(self, candidate: Candidate) -> Mark | None:
        """Return what stands on a resource, its unit's mark included."""
        own, unit = self.resources.get(candidate.uid), self.units.get(candidate.unit)
        return own | unit if own and unit else own or unit

    @property
    def reason(self) -> str | None:
        """Say what could not be read at all."""
        said = [*(u.why for u in self.unread), *self.missing]
        return Mark(why=frozenset(said), holds=False).reason if said else None


def marks(
    label: str, reads: ReadSet, picture: Picture, catalogue: Catalogue, asker: Asker
) -> Marks:
    """Return every mark for a control on `label` with this read-set. Raises ControlFailed."""
    return _Marking(label, reads, picture, catalogue, asker).run()


class _Marking:
    """Collects the marks of one control."""

    def __init__(
        self, label: str, reads: ReadSet, picture: Picture, catalogue: Catalogue, asker: Asker
    ) -> None:
        self._label, self._reads, self._picture, self._asker = label, reads, picture, asker
        self._catalogue = catalogue
        self._own = picture.of(label)
        self._others = sorted(_labels(reads) - {label} - BASE)
        self._paths: dict[str, list[Path]] = collections.defaultdict(list)
        self._units: dict[str, Mark] = {}
        self._resources: dict[str, Mark] = {}
        self._candidates: dict[str, Candidate] = {}
        self._touched: dict[str, Unit] = {u.id: u for u in self._own}
        self._missing: list[str] = []

    def run(self) -> Marks:
        for path in paths(self._label, self._reads.relationships):
            self._paths[path[-1].end].append(path)
        if not self._own:
            self._missing.append(f"{self._label} has never been read")
        for unit in self._own:
            if unit.state != COMPLETE:
                self._mark_unit(unit, unit.why, {self._label}, holds=False)
        for label in self._others:
            self._beside(label)
        for label in (self._label, *self._others):
            self._old(label)
        self._fields()
        touched = self._touched.values()
        return Marks(
            units=self._units,
            resources=self._resources,
            candidates=self._candidates,
            unread=tuple(u for u in touched if u.is_unread),
            missing=tuple(dict.fromkeys(self._missing)),
            excluded=any(u.state == EXCLUDED for u in touched),
        )

    def _beside(self, label: str) -> None:
        """Mark the units whose resources would meet those of an unread unit of another type."""
        if label not in self._catalogue:
            return
        if self._catalogue[label].cloud != self._picture.cloud:
            self._in_another_cloud(label)
            return
        there = self._picture.of(label)
        reached = label in self._paths
        for own in self._own:
            met = [u for u in there if not reached or _meet(own, u)]
            for unit in met:
                self._touched[unit.id] = unit
                if unit.is_unread:
                    # What is left in a unit that could not be listed is old.
                    is_old = bool(unit.held) and unit.state != COMPLETE
                    holds = self._holds() and not is_old
                    self._mark_unit(own, unit.why, {label}, holds=holds)
            if not met:
                why = f"{label} has never been read in {own.region}"
                self._missing.append(why)
                self._mark_unit(own, why, {label}, holds=self._holds())

    def _in_another_cloud(self, label: str) -> None:
        """Mark everything by what some connector of another cloud could not read of a type."""
        for unit in self._picture.foreign:
            if unit.type == label and unit.is_unread:
                self._touched[unit.id] = unit
                for own in self._own:
                    self._mark_unit(own, unit.why, {label}, holds=self._holds())

    def _old(self, label: str) -> None:
        """Mark what is joined to a node that an unread unit holds, or to one that is not known."""
        marked = [id_ for id_, mark in self._units.items() if not mark.holds]  # worse it can't be
        old = {u.id: u for u in self._picture.elsewhere(label)}
        for path in self._paths.get(label, ()) if old else ():
            query = self._start(path) + OLD + ABOUT + OLD_TAIL
            for row in self._asker.rows(query, label=self._label, units=sorted(old), marked=marked):
                why = [old[unit].why for unit in row.pop("marks")]
                self._mark(row, why, {label}, holds=False)
        unread = [u for u in self._picture.of(label) if u.is_unread]
        for path in self._paths.get(label, ()) if unread else ():
            query = self._start(path, last="Unseen") + NOT_THERE + ABOUT
            for row in self._asker.rows(query, label=self._label, marked=marked):
                self._mark(row, (u.why for u in unread), {label}, holds=self._holds())

    def _fields(self) -> None:
        """Mark by unread fields and relationship types that the control reads."""
        found: dict[str, set[str]] = collections.defaultdict(set)
        for unread in self._picture.fields:
            if unread.name in self._names(unread.label):
                found[unread.label].add(unread.name)
        for label, names in sorted(found.items()):
            if label == self._label:
                self._ask_fields(self._named(START) + "\nWITH c, u, c AS x", names)
            for path in self._reaching(label):
                self._ask_fields(self._start(path, last=label), names)
            if not self._reaching(label) and label != self._label:
                self._everything(label, names)
            self._towards(label, names)

    def _ask_fields(self, start: str, names: set[str]) -> None:
        query = start + UNREAD_FIELDS + ABOUT + FIELDS_TAIL
        for row in self._asker.rows(query, label=self._label, names=sorted(names)):
            said = row.pop("marks")
            holds = all(self._holds(name) for name, _ in said)
            why = [why or f"{name}: not read" for name, why in said]
            self._mark(row, why, {name for name, _ in said}, holds=holds)

    def _everything(self, label: str, names: set[str]) -> None:
        """Mark all resources by what no relationship ties to any of them."""
        holds = all(self._holds(name) for name in names)
        for own in self._own:
            why = f"{label}: {', '.join(sorted(names))} not read"
            self._mark_unit(own, why, names, holds=holds)

    def _towards(self, label: str, names: set[str]) -> None:
        """Mark by a relationship that is unread on the far side: whom it leads to is not known."""
        last = {path[-1].type for path in self._reaching(label)}
        for unread in self._picture.fields:
            if unread.label == label and unread.name in names & last:
                why = f"{unread.name} of {label} in {unread.region} is not read"
                for own in self._own:
                    if GLOBAL in {own.region, unread.region} or own.region == unread.region:
                        self._mark_unit(own, why, {unread.name}, holds=self._holds())

    def _names(self, label: str) -> set[str]:
        """Return what the control reads at a label: properties, and relationship types."""
        either = {label, RESOURCE_LABEL}
        names = {name for at, name in self._reads.properties if at in either}
        for source, type_, target in self._reads.relationships:
            if either & {source, target}:
                names.add(type_)
        return names

    def _reaching(self, label: str) -> list[Path]:
        return [*self._paths.get(label, ()), *self._paths.get(RESOURCE_LABEL, ())]

    def _holds(self, name: str | None = None) -> bool:
        """Tell whether a FAIL stands though something is unread: a field's name, or a unit."""
        if name is None:
            return not self._reads.absence
        if name in {type_ for _, type_, _ in self._reads.relationships}:
            return False  # the last edges stand, marked stale: a row may rest on them
        exact = self._reads.absent_properties
        if exact is None:
            return not self._reads.absence
        return name not in {prop for _, prop in exact}

    def _named(self, text: str) -> str:
        return named(text, label=self._label)

    def _start(self, path: Path, last: str | None = None) -> str:
        return self._named(START) + pattern(path, last=last)

    def _mark_unit(self, unit: Unit, why: str, about: set[str], *, holds: bool) -> None:
        mark = Mark(why=frozenset([why]), holds=holds, about=frozenset(about))
        there = self._units.get(unit.id)
        self._units[unit.id] = there | mark if there else mark

    def _mark(
        self, row: Mapping[str, str], why: Iterable[str], about: set[str], *, holds: bool
    ) -> None:
        candidate = Candidate(**row)
        mark = Mark(why=frozenset(why), holds=holds, about=frozenset(about))
        there = self._resources.get(candidate.uid)
        self._resources[candidate.uid] = there | mark if there else mark
        self._candidates[candidate.uid] = candidate


def _labels(reads: ReadSet) -> set[str]:
    return {*reads.labels, *_ends(reads), *(label for label, _ in reads.properties)}


def _ends(reads: ReadSet) -> Iterator[str]:
    for source, _, target in reads.relationships:
        yield source
        yield target


def _meet(own: Unit, other: Unit) -> bool:
    return GLOBAL in {own.region, other.region} or own.region == other.region
