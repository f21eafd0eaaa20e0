"""Accept a failure for a while: who did, why, and until when.

A waiver names a control and, unless it is for all of them, a resource, a connector and the
incarnation that was looked at: what is made again under the same uid inherits nothing. It turns
FAIL into WAIVED and nothing else, and ends by itself. It may carry a condition, values that the
resource's own properties have to have: looked at in every evaluation, so a waiver ends early where
what it was granted for is no longer so. Waivers stand in the graph; those of `waivers.yaml` in
one's own folders are written there by `store`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import neo4j
import pydantic
import yaml

from controls.control import read_yaml
from controls.errors import ControlError
from controls.picture import digest

ALL = "MATCH (w:Waiver) RETURN properties(w) AS waiver ORDER BY w.id"
STORE = """
UNWIND $rows AS row
MERGE (w:Waiver {id: row.id})
SET w = row
"""
DROP = """
MATCH (w:Waiver) WHERE w.source = $source AND NOT w.id IN $kept
DELETE w
"""
FORGET = "MATCH (w:Waiver) WHERE NOT w.source IN $sources DELETE w"
REMOVE = "MATCH (w:Waiver {id: $id}) DELETE w RETURN count(*) AS removed"

RECORDED = "recorded"  # the source of those that came from no file

Value: TypeAlias = (
    pydantic.StrictBool | pydantic.StrictInt | pydantic.StrictFloat | pydantic.StrictStr | None
)
Words = Annotated[str, pydantic.StringConstraints(strip_whitespace=True, min_length=1)]


class BadWaiver(ControlError):
    """A waiver's file does not say what it must; the message names the file and the place."""


class Waiver(pydantic.BaseModel):
    """One acceptance. `uid`, `connector` and `incarnation` are null where it is for all."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")

    id: Words
    control: Words
    reason: Words
    owner: Words
    expires_at: pydantic.AwareDatetime
    uid: str | None = None
    connector: str | None = None
    incarnation: str | None = None
    condition: dict[str, Value] = {}
    source: str = RECORDED

    def covers(self, *, control: str, connector: str, uid: str, incarnation: str) -> bool:
        """Tell whether it is about this failure (whether it still runs is another question)."""
        return (
            self.control == control
            and self.connector in {None, connector}
            and self.uid in {None, uid}
            and self.incarnation in {None, incarnation}
        )

    def holds(self, properties: Mapping[str, Any], unread: Iterable[str]) -> bool:
        """Tell whether a resource is as the condition wants it; what is unread may not be."""
        hidden = frozenset(unread)
        return all(
            name not in hidden and _same(properties.get(name), value)
            for name, value in self.condition.items()
        )

    def row(self) -> dict[str, Any]:
        """Return its properties as a node has them: there are no maps in a graph."""
        return {**self.model_dump(), "condition": json.dumps(self.condition, sort_keys=True)}


def load(folders: Iterable[Path]) -> tuple[Waiver, ...]:
    """Read `waivers.yaml` of each folder. Raises BadWaiver."""
    found: dict[str, Waiver] = {}
    for path in (folder / "waivers.yaml" for folder in folders):
        for waiver in _read(path) if path.is_file() else ():
            if waiver.id in found:
                raise BadWaiver(f"{path}: two waivers have the id {waiver.id!r}")
            found[waiver.id] = waiver
    return tuple(found.values())


def _read(path: Path) -> list[Waiver]:
    try:
        said = read_yaml(path.read_text(encoding="utf-8"))
        listed = pydantic.TypeAdapter(list[Waiver]).validate_python(said or [])
    except (yaml.YAMLError, pydantic.ValidationError) as error:
        raise BadWaiver(f"{path}: {error}") from None
    return [w.model_copy(update={"source": str(path)}) for w in listed]


def store(driver: neo4j.Driver, waivers: Sequence[Waiver], *, database: str | None = None) -> None:
    """Write waivers into the graph; a file's that it no longer lists are removed with it."""
    rows = [w.row() for w in waivers]
    driver.execute_query(STORE, rows=rows, database_=database)
    for source in {w.source for w in waivers} - {RECORDED}:
        kept = [w.id for w in waivers if w.source == source]
        driver.execute_query(DROP, source=source, kept=kept, database_=database)


def store_files(
    driver: neo4j.Driver, folders: Iterable[Path], *, database: str | None = None
) -> None:
    """Make the graph's waivers that come from files exactly those of the folders' files.

    Raises BadWaiver, with nothing changed.
    """
    waivers = load(folders)
    store(driver, waivers, database=database)
    sources = sorted({w.source for w in waivers} | {RECORDED})
    driver.execute_query(FORGET, sources=sources, database_=database)


def remove(driver: neo4j.Driver, waiver: str, *, database: str | None = None) -> bool:
    """Remove a waiver by id and tell whether it was there."""
    (row,) = driver.execute_query(REMOVE, id=waiver, database_=database).records
    return bool(row["removed"])


def stored(driver: neo4j.Driver, *, database: str | None = None) -> tuple[Waiver, ...]:
    """Return all waivers of the graph, by id."""
    rows = driver.execute_query(ALL, database_=database).records
    return tuple(Waiver(**_native(row["waiver"])) for row in rows)


def running(
    waivers: Iterable[Waiver], *, connector: str, at: datetime.datetime
) -> tuple[Waiver, ...]:
    """Return those that are about a connector and have not expired at a time, by id."""
    kept = [w for w in waivers if w.connector in {None, connector} and w.expires_at > at]
    return tuple(sorted(kept, key=lambda w: w.id))


def waivers_hash(waivers: Iterable[Waiver]) -> str:
    """Identify a set of waivers."""
    return digest([w.model_dump(mode="json") for w in waivers])


def _native(said: dict[str, Any]) -> dict[str, Any]:
    condition = json.loads(said.get("condition") or "{}")
    return said | {"expires_at": said["expires_at"].to_native(), "condition": condition}


def _same(there: Any, wanted: Value) -> bool:
    """Compare as JSON does: `true` is not 1."""
    if isinstance(there, bool) or isinstance(wanted, bool):
        return there is wanted
    return bool(there == wanted)
