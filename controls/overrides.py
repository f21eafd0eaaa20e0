"""Overrides that were made while it runs: kept in the graph, put upon the controls of the files.

An `overrides.yaml` of one's own folders (`controls.load`) is read when a process starts; what is
made through the API or the command line stands in the graph, and every evaluation reads it there,
in whichever process. Where a file says something about a control, the file holds: it was reviewed,
and nobody can loosen it from elsewhere. What no longer fits (its control is gone, or a threshold
was renamed) is told and left out, never guessed.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

import neo4j
import pydantic

from controls.control import Control
from controls.errors import BadOverride
from controls.load import Override, by_any_id, overridden

ALL = "MATCH (o:Override) RETURN properties(o) AS override ORDER BY o.control"
STORE = """
MERGE (o:Override {control: $row.control})
SET o = $row, o.at = datetime()
"""
REMOVE = "MATCH (o:Override {control: $control}) DELETE o RETURN count(*) AS removed"
STORED = "the override"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Stored:
    """An override of the graph: of which control, by whom and since when."""

    control: str
    override: Override
    by: str
    at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Listed:
    """An override as people are told of it, of a file (without `by` and `at`) or of the graph.

    says: what it changes. ignored: why it does not count, None where it does.
    """

    control: str
    says: Mapping[str, Any]
    by: str | None = None
    at: datetime.datetime | None = None
    ignored: str | None = None

    @property
    def is_recorded(self) -> bool:
        """It stands in the graph, and not in a file."""
        return self.by is not None

    def to_dict(self) -> dict[str, Any]:
        """Return the documented JSON."""
        said = {"disable": False, "severity": None, "thresholds": {}, "reason": None, **self.says}
        return {
            "control": self.control, **said, "by": self.by,
            "at": self.at.isoformat() if self.at else None, "ignored": self.ignored,
        }  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class InForce:
    """Controls with all overrides upon them, and the overrides of files and graph, by control."""

    controls: Mapping[str, Control]
    overrides: tuple[Listed, ...]


def store(driver: neo4j.Driver, stored: Stored, *, database: str | None = None) -> None:
    """Keep an override in place of an earlier one of its control."""
    row = {
        "control": stored.control, "disable": stored.override.disable,
        "severity": stored.override.severity, "reason": stored.override.reason,
        "thresholds": json.dumps(stored.override.thresholds, sort_keys=True), "by": stored.by,
    }  # fmt: skip
    driver.execute_query(STORE, row=row, database_=database)


def remove(driver: neo4j.Driver, control: str, *, database: str | None = None) -> bool:
    """Remove the override of a control and tell whether there was one."""
    (row,) = driver.execute_query(REMOVE, control=control, database_=database).records
    return bool(row["removed"])


def stored(driver: neo4j.Driver, *, database: str | None = None) -> tuple[Stored, ...]:
    """Return all overrides of the graph, by control."""
    rows = driver.execute_query(ALL, database_=database).records
    return tuple(_stored(row["override"]) for row in rows)


def in_force(controls: Mapping[str, Control], overrides: Iterable[Stored]) -> InForce:
    """Put overrides upon controls as their files have them; a file's own override stays."""
    found = dict(controls)
    listed = [
        Listed(control=c.id, says=c.override)
        for c in controls.values()
        if c.overridden_in is not None
    ]
    for one in overrides:
        ignored = _put(found, one)
        says = one.override.model_dump(exclude_defaults=True)
        listed.append(Listed(control=one.control, says=says, by=one.by, at=one.at, ignored=ignored))
    return InForce(controls=found, overrides=tuple(sorted(listed, key=lambda o: o.control)))


def override_of(**said: Any) -> Override:
    """Return what somebody says of a control. Raises BadOverride, naming the key."""
    try:
        return Override(**said)
    except pydantic.ValidationError as error:
        told = error.errors()[0]
        key = ".".join(map(str, told["loc"][:2]))
        raise BadOverride(f"{STORED}: `{key}`: {told['msg']}") from None


def _put(controls: dict[str, Control], one: Stored) -> str | None:
    """Put an override of the graph upon its control; return why that can't be."""
    control = by_any_id(controls, one.control)
    if control is None:
        return "no control is called so any more"
    if control.overridden_in is not None:
        return f"{control.overridden_in.name} says something about it, and the file holds"
    try:
        controls[control.id] = overridden(control, one.override, STORED)
    except BadOverride as error:
        return str(error)
    return None


def _stored(said: Mapping[str, Any]) -> Stored:
    override = Override(
        disable=said["disable"], severity=said.get("severity"), reason=said.get("reason"),
        thresholds=json.loads(said["thresholds"]),
    )  # fmt: skip
    return Stored(
        control=said["control"], override=override, by=said["by"], at=said["at"].to_native()
    )
