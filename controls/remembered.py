"""Keep in the graph what controls read, so that a new process need not plan them all again.

Having Neo4j plan a control takes a while, on a server that has just started most of all. What the
shipped ones read comes with them (`controls.shipped`); for the user's own, a node of its own holds
each read-set as JSON text, with the hash of the control and the `form`: a digest of
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
from controls.shipped import shipped
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
    """Take what is known of these controls, by any id, for `read_set` to return.

    What was shipped goes first; the graph is asked for the rest.
    """
    known, form = kept(catalogue), form_of(driver, catalogue)
    sets = shipped(form)
    for control in controls.values():
        if control.hash in sets:
            known.setdefault(control.hash, _heard(sets[control.hash]))
    left = {id_: control.hash for id_, control in controls.items() if control.hash not in known}
    if not left:
        return
    rows = driver.execute_query(RECALL, form=form, ids=sorted(left), database_=database).records
    hashes = set(left.values())
    for row in rows:
        if row["hash"] in hashes:
            known.setdefault(row["hash"], _heard(json.loads(row["reads"])))


def remember(
    driver: neo4j.Driver,
    controls: Mapping[str, Control],
    catalogue: Catalogue,
    *,
    database: str | None = None,
) -> None:
    """Keep what these controls read, as far as it is known: some can't be planned."""
    known, form = kept(catalogue), form_of(driver, catalogue)
    rows = [
        {
            "id": id_,
            "form": form,
            "hash": control.hash,
            "reads": json.dumps(said(known[control.hash])),
        }
        for id_, control in sorted(controls.items())
        if control.hash in known
    ]
    if rows:
        driver.execute_query(REMEMBER, rows=rows, database_=database)


def said(reads: ReadSet) -> dict[str, Any]:
    """Return a read-set as what JSON can hold."""
    return {k: sorted(v) if isinstance(v, frozenset) else v for k, v in vars(reads).items()}


def _heard(read: Mapping[str, Any]) -> ReadSet:
    sets = {name: _set(value) for name, value in read.items() if isinstance(value, list)}
    return ReadSet(**{**read, **sets, "undeclared": tuple(read["undeclared"])})


def _set(value: Iterable[Any]) -> frozenset[Any]:
    return frozenset(tuple(v) if isinstance(v, list) else v for v in value)


def form_of(driver: neo4j.Driver, catalogue: Catalogue) -> str:
    """Return a digest of all that a read-set follows from beside its control."""
    names = [sorted(n) for n in (catalogue.pairs, catalogue.triples, catalogue.edge_properties)]
    return digest([driver.get_server_info().agent, _code(), names])


@functools.cache
def _code() -> str:
    here = Path(__file__).parent
    texts = [(here / f"{name}.py").read_bytes() for name in CODE]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()
