"""Accept a failure for a while, and take that back."""

from __future__ import annotations

import dataclasses
import secrets
from typing import Any

import controls.waivers
from controls.control import Control
from controls.evaluate import now
from controls.load import by_any_id
from controls.waivers import RECORDED, Waiver
from graph.ledger import Connector
from schema.naming import camel
from server.changes import given
from server.changes.changer import Changer
from server.changes.errors import Missing, Unfit
from server.changes.scans import evaluate_at_once
from server.deployment import Deployment

SEEN = """
MATCH (r:Resource {uid: $uid})-[:SEEN_BY]->(u:Unit)
WHERE ($connector IS NULL OR u.connector = $connector) AND NOT r:Unseen
RETURN r.incarnation AS incarnation, labels(r) AS labels LIMIT 1
"""
OWN = ("uid", "name", "account", "region")  # that every resource has


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewWaiver:
    """What is to be accepted, as it was asked for; `connector` is a name or id."""

    control: str
    reason: str
    owner: str
    expires: str
    uid: str | None = None
    connector: str | None = None
    condition: Any = None


def waive(changer: Changer, asked: NewWaiver) -> tuple[Waiver, str | None]:
    """Return the waiver, and the evaluation that shows it already, if one was cheap.

    Raises NoSuchConnector, Forbidden, Missing, Unfit.
    """
    connector = _where(changer, asked.connector, "waiving a failure")
    deployment = changer.deployment
    control = control_of(deployment, asked.control)
    expires = given.later(asked.expires, "expires", now(deployment.driver, deployment.database))
    waiver = Waiver(
        id=secrets.token_hex(6),
        control=control.id,
        reason=given.words(asked.reason, "reason"),
        owner=given.name(asked.owner, "owner"),
        expires_at=expires,
        uid=asked.uid,
        connector=connector.id if connector else None,
        incarnation=_incarnation(deployment, control, asked.uid, connector),
        condition=_condition(deployment, control, asked.condition),
    )
    with changer.record("waive", **waiver.model_dump(mode="json", exclude={"source"})):
        controls.waivers.store(deployment.driver, [waiver], database=deployment.database)
    return waiver, evaluate_at_once(deployment, connector)


def remove_waiver(changer: Changer, id_: str) -> str | None:
    """Remove a waiver; return the evaluation that shows it already. Raises Missing, Forbidden."""
    deployment = changer.deployment
    there = controls.waivers.stored(deployment.driver, database=deployment.database)
    found = next((w for w in there if w.id == id_ and changer.sees(w.connector)), None)
    if found is None:
        raise Missing(f"no waiver has the id {id_[:80]!r}: see `waivers`")
    doing = "removing a waiver"
    connector = None
    if found.connector in {c.id for c in deployment.ledger.connectors()}:
        connector = _where(changer, found.connector, doing)
    else:
        changer.require("operator", doing)
    if found.source != RECORDED:
        raise Unfit("id", f"the waiver {id_} stands in a waivers.yaml: take it out there")
    with changer.record("removeWaiver", id=id_):
        controls.waivers.remove(deployment.driver, id_, database=deployment.database)
    return evaluate_at_once(deployment, connector)


def control_of(deployment: Deployment, id_: str) -> Control:
    """Return a control by its id, or one that it had before. Raises Missing."""
    found = by_any_id(deployment.controls, id_)
    if found is None:
        raise Missing(f"no control is called {id_[:80]!r}: see `controls`")
    return found


def _where(changer: Changer, named: str | None, doing: str) -> Connector | None:
    if named is None:
        changer.require("operator", doing)
        return None
    return changer.connector(named, "operator", doing)


def _incarnation(
    deployment: Deployment, control: Control, uid: str | None, connector: Connector | None
) -> str | None:
    """Return which making of a resource is looked at, so that its successor inherits nothing."""
    if uid is None:
        return None
    rows = deployment.driver.execute_query(
        SEEN, uid=uid, connector=connector.id if connector else None,
        database_=deployment.database,
    ).records  # fmt: skip
    if not rows:
        where = connector.name if connector else "no connector"
        raise Unfit("uid", f"{where} sees {'no' if connector else 'a'} resource {uid[:200]!r}")
    if control.resource not in rows[0]["labels"]:
        raise Unfit("uid", f"{uid[:200]!r} is no {control.resource}, which {control.id} checks")
    found: str | None = rows[0]["incarnation"]
    return found


def _condition(deployment: Deployment, control: Control, said: Any) -> dict[str, Any]:
    """Return a condition by the graph's names of properties; GraphQL's are taken, too."""
    condition = given.values(said, "condition")
    declared = [p.name for p in deployment.catalogue[control.resource].properties]
    known = {name: name for name in (*OWN, *declared)}
    known |= {camel(name): name for name in known}
    for name, value in condition.items():
        if name not in known:
            raise Unfit(
                "condition",
                f"condition: {control.resource} has no property {name[:80]!r}: it has "
                f"{', '.join(sorted(set(known.values())))}",
            )
        if isinstance(value, list):
            raise Unfit("condition", f"condition: {name} is compared to one value, not to a list")
    return {known[name]: value for name, value in condition.items()}
