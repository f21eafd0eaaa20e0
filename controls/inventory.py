"""List the resources that a mandate's controls are about, each with how many passed and failed.

One statement for a page: which control applies to which resource is asked in it (`applies`
included), and findings say the rest; what applies and has no finding has passed. A control that
could not be asked says nothing of any resource, and is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import neo4j

from controls.ask import Asker, Limits
from controls.control import Control, applicable
from controls.gate import require_harmless
from controls.verdict import Counts

ASKED = """
MATCH (v:Verdict {connector: $connector})
WHERE v.control IN $controls AND NOT v.failed_to_run
RETURN v.control AS control
"""
PLAIN = """MATCH (:Connector {id: $connector})<-[:UNIT_OF]-(u:Unit)<-[:SEEN_BY]-(resource:Resource)
UNWIND $plain[u.type] AS control
RETURN resource, control"""
TOLD = """
WITH DISTINCT resource AS n, control
WHERE NOT n:Unseen AND ($after IS NULL OR n.uid > $after)
MATCH (n)-[:SEEN_BY]->(u:Unit {connector: $connector})
WHERE u.type = $types[control]
WITH n, u.type AS type, collect(DISTINCT control) AS controls
ORDER BY n.uid LIMIT $most
OPTIONAL MATCH (n)<-[:OF]-(f:Finding {connector: $connector})
WHERE f.control IN controls
WITH n, type, size(controls) AS asked, collect(f.status) AS told
RETURN n.uid AS uid, n.name AS name, type, n.region AS region, asked,
  size([s IN told WHERE s = 'FAIL']) AS failed,
  size([s IN told WHERE s = 'NOT_EVALUATED']) AS not_evaluated,
  size([s IN told WHERE s = 'WAIVED']) AS waived
ORDER BY uid"""


@dataclass(frozen=True, kw_only=True)
class JudgedResource:
    """A resource with how many controls of a mandate passed, failed and so on."""

    uid: str
    name: str | None
    type: str
    region: str | None
    controls: Counts


def judged_resources(
    driver: neo4j.Driver,
    controls: Iterable[Control],
    connector: str,
    *,
    at: datetime.datetime,
    after: str | None = None,
    most: int = 100,
    limits: Limits | None = None,
    database: str | None = None,
) -> tuple[JudgedResource, ...]:
    """Return a page of the resources that these controls were evaluated on, by uid.

    `connector` is its id; `at` the time of the evaluation; `after` the last uid of the page before.
    Raises ControlFailed, and NotReadOnly for a control that does more than read.
    """
    asker = Asker(driver, connector, limits or Limits(), database)
    chosen = {c.id: c for c in controls if not c.disabled}
    asked = [row["control"] for row in asker.rows(ASKED, controls=sorted(chosen))]
    if not asked:
        return ()
    for control in asked:  # its file may be another than the one that was evaluated
        require_harmless(driver, chosen[control], database=database)
    query, given = _statement([chosen[c] for c in asked], at)
    return tuple(_resource(row) for row in asker.rows(query, after=after, most=most, **given))


def _statement(controls: Sequence[Control], at: datetime.datetime) -> tuple[str, dict[str, Any]]:
    plain: dict[str, list[str]] = {}
    given: dict[str, Any] = {}
    parts = [PLAIN]
    for number, control in enumerate(controls):
        question = applicable(control, at)
        if question is None:
            plain.setdefault(control.resource, []).append(control.id)
            continue
        text, parameters = question
        name = f"control{number}"
        parts.append("CALL () {\n" + text + "\n}\nRETURN resource, $" + name + " AS control")
        given |= {**parameters, name: control.id}
    given |= {"plain": plain, "types": {c.id: c.resource for c in controls}}
    return "CALL () {\n" + "\nUNION ALL\n".join(parts) + "\n}" + TOLD, given


def _resource(row: dict[str, Any]) -> JudgedResource:
    told = {k: row[k] for k in ("failed", "not_evaluated", "waived")}
    return JudgedResource(
        uid=row["uid"], name=row["name"], type=row["type"], region=row["region"],
        controls=Counts(passed=max(0, row["asked"] - sum(told.values())), **told),
    )  # fmt: skip
