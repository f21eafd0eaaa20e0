"""What is true of every shipped control.

The mutants are tried of controls that changed since `mutation.lock` was written; all of them, and
the lock written anew, with `CIRROGRAPH_MUTATE=all`.
"""

from __future__ import annotations

import os

import neo4j
import pytest

from controls import remembered
from controls.cases import run_cases
from controls.control import Control, planned_apart
from controls.lint import lint
from controls.load import load
from controls.mutate import fingerprint, read_lock, record, survivors
from ingest.catalogue import discover

CONTROLS = load()
LOCKED = read_lock()
ALL = os.environ.get("CIRROGRAPH_MUTATE") == "all"

each = pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS.keys())


@pytest.fixture(scope="module", autouse=True)
def _known(driver: neo4j.Driver) -> None:
    """Take what each reads as it is shipped; `test_shipped.py` plans them and compares."""
    remembered.recall(driver, planned_apart(CONTROLS.values()), discover())


@each
def test_it_lints_clean(driver: neo4j.Driver, control: Control) -> None:
    assert [str(problem) for problem in lint(driver, control, discover())] == []


@each
def test_its_cases_come_out(driver: neo4j.Driver, control: Control) -> None:
    found = run_cases(driver, control, discover())
    assert [f"{o.case.line}: {o.case.title}: {o.why}" for o in found if not o.ok] == []


@each
def test_it_stands_where_its_resource_is(control: Control) -> None:
    declaration = discover()[control.resource]
    assert control.id.split("/")[0] == declaration.cloud
    assert "<" not in control.title + control.why


@each
def test_its_cases_kill_its_mutants(driver: neo4j.Driver, control: Control) -> None:
    if not ALL and LOCKED.get(control.id) == fingerprint(control):
        return  # they did when it was locked, and neither it nor its cases changed since
    found = survivors(driver, control)
    assert [f"{control.path}:{m.line}: {m.description}" for m in found.survivors] == []
    if ALL:
        record(control)


def test_the_lock_names_only_controls() -> None:
    assert set(LOCKED) <= set(CONTROLS)


def test_there_are_controls() -> None:
    assert CONTROLS
