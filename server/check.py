"""Check a connector: do its credentials work, what was refused, and which controls are lost by it.

What was refused is what the last scan met, from the ledger; the controls lost are those whose
read-set touches it, by the same function that lint and evaluation use.
"""

from __future__ import annotations

import collections
import json
from typing import Any

from controls.read_set import read_set
from graph.ledger import Connector
from ingest.cloud import cloud
from ingest.collect import UNREAD
from ingest.refusal import CredentialsRefused
from server.deployment import Deployment
from server.work.accounts import place_of


def check(deployment: Deployment, connector: Connector) -> dict[str, Any]:
    """Return `{connector, state, credentials, refused: [{call, error, type, regions, ...}]}`."""
    state = connector.state
    try:
        credentials = (
            f"ok, as {cloud(connector.cloud).whose(place_of(connector, deployment.catalogue))}"
        )
    except CredentialsRefused as refused:
        credentials, state = str(refused), "offline"
        deployment.ledger.offline(connector, str(refused))
    return {
        "connector": connector.name,
        "state": state,
        "credentials": credentials,
        "refused": _refused(deployment, connector),
    }


def _refused(deployment: Deployment, connector: Connector) -> list[dict[str, Any]]:
    """Return what the ledger says was refused, one entry for a call, error and type."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for unit in deployment.scans.units(connector):
        for refusal in _refusals(unit):
            about = (refusal["call"], refusal["error"], unit["type"])
            entry = found.setdefault(about, {"regions": [], "fields": set(), "permission": None})
            entry["regions"].append(unit["region"])
            entry["fields"] |= set(refusal["fields"])
            entry["permission"] = refusal.get("permission")
    lost = _lost(
        deployment, {(type_, frozenset(e["fields"])) for (_, _, type_), e in found.items()}
    )
    return [
        {
            "call": call, "error": error, "type": type_, "permission": e["permission"],
            "regions": sorted(e["regions"]), "fields": sorted(e["fields"]),
            "controls": lost[type_, frozenset(e["fields"])],
        }
        for (call, error, type_), e in sorted(found.items())
    ]  # fmt: skip


def _refusals(unit: dict[str, Any]) -> list[dict[str, Any]]:
    if unit["state"] == UNREAD:
        return [{"call": unit["call"], "error": unit["error"], "fields": []}]
    return list(json.loads(unit["refusals"])) if unit.get("refusals") else []


def _lost(
    deployment: Deployment, what: set[tuple[str, frozenset[str]]]
) -> dict[tuple[str, frozenset[str]], list[str]]:
    """Return, for each type and its fields (none: the whole type), the controls that read it."""
    lost: dict[tuple[str, frozenset[str]], list[str]] = collections.defaultdict(list)
    if not what:
        return lost
    for control in deployment.controls.values():
        reads = read_set(deployment.driver, control, deployment.catalogue)
        for type_, fields in what:
            declaration = deployment.catalogue[type_]
            names = {declaration.unread_name(field) for field in fields}
            touched = {p for label, p in reads.properties if label == type_} | {
                t for a, t, b in reads.relationships if type_ in {a, b}
            }
            whole = not fields and (type_ in reads.labels or type_ == control.resource)
            if whole or names & touched:
                lost[type_, fields].append(control.id)
    return lost
