"""Keep in the graph what controls read, so that a new process need not plan them all again.

Having Neo4j plan a control takes a while, on a server that has just started most of all. A node of
its own holds each read-set as JSON text, with the hash of the control and the `form`: a digest of
all else that a read-set follows from, which is the declared types, the code that makes read-sets
out of plans, and the version of Neo4j, whose words the plans are. What is of another form is not
found and is replaced, so that nothing old is ever believed.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import neo4j

from controls.control import Control
from controls.picture import digest
from controls.read_set import ReadSet, kept
from ingest.catalogue import Catalogue

CODE = ("clauses", "details", "operators", "plans", "read_set", "remembered", "tokens")

RECALL = """
MATCH (r:ControlReads {form: $form}) WHERE r.id IN $ids
RETURN r.hash AS hash, r.reads AS reads
"""
REMEMBER = """
UNWIND $rows AS row
MERGE (r:ControlReads {id: row.id})
SET r = row
"""


def missing(controls: Mapping[str, Control], catalogue: Catalogue) -> dict[str, Control]:
    """Return those whose read-sets this process does not know yet."""
    known = kept(catalogue)
    return {id_: control for id_, control in controls.items() if control.hash not in known}


def recall(
    driver: neo4j.Driver,
    controls: Mapping[str, Control],
    catalogue: Catalogue,
    *,
    database: str | None = None,
) -> None:
    """Take what the graph remembers of these controls, by any id, for `read_set` to return."""
    rows = driver.execute_query(
        RECALL, form=_form(driver, catalogue), ids=sorted(controls), database_=database
    ).records
    hashes = {control.hash for control in controls.values()}
    for row in rows:
        if row["hash"] in hashes:
            kept(catalogue).setdefault(row["hash"], _heard(json.loads(row["reads"])))


def remember(
    driver: neo4j.Driver,
    controls: Mapping[str, Control],
    catalogue: Catalogue,
    *,
    database: str | None = None,
) -> None:
    """Keep what these controls read, as far as it is known: some can't be planned."""
    known, form = kept(catalogue), _form(driver, catalogue)
    rows = [
        {"id": id_, "form": form, "hash": control.hash, "reads": _said(known[control.hash])}
        for id_, control in sorted(controls.items())
        if control.hash in known
    ]
    if rows:
        driver.execute_query(REMEMBER, rows=rows, database_=database)


def _said(reads: ReadSet) -> str:
    said = {k: sorted(v) if isinstance(v, frozenset) else v for k, v in vars(reads).items()}
    return json.dumps(said)


def _heard(said: Mapping[str, Any]) -> ReadSet:
    sets = {name: _set(value) for name, value in said.items() if isinstance(value, list)}
    return ReadSet(**{**said, **sets, "undeclared": tuple(said["undeclared"])})


def _set(value: Iterable[Any]) -> frozenset[Any]:
    return frozenset(tuple(v) if isinstance(v, list) else v for v in value)


def _form(driver: neo4j.Driver, catalogue: Catalogue) -> str:
    names = [sorted(n) for n in (catalogue.pairs, catalogue.triples, catalogue.edge_properties)]
    return digest([driver.get_server_info().agent, _code(), names])


@functools.cache
def _code() -> str:
    here = Path(__file__).parent
    texts = [(here / f"{name}.py").read_bytes() for name in CODE]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()
