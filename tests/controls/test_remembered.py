"""What the graph remembers of what controls read: found again, and never when it is old."""

from __future__ import annotations

import neo4j
import pytest

from controls import read_set, remembered
from controls.lint import declare_tokens
from controls.read_set import kept
from ingest.catalogue import Catalogue
from tests.judged import CATALOGUE as TYPES
from tests.judged import OPEN, control


@pytest.fixture
def fresh(graph: neo4j.Driver) -> Catalogue:
    """Return a catalogue that this process has planned nothing for."""
    declare_tokens(graph, TYPES)
    return Catalogue(TYPES)


def test_a_new_process_takes_what_is_remembered(graph: neo4j.Driver, fresh: Catalogue) -> None:
    mine = {c.id: c for c in [control(OPEN)]}
    planned = [read_set.read_set(graph, c, fresh) for c in mine.values()]
    remembered.remember(graph, mine, fresh)
    another = Catalogue(TYPES)
    assert remembered.missing(mine, another) == mine
    remembered.recall(graph, mine, another)
    assert list(kept(another).values()) == planned


def test_what_is_of_another_form_is_planned_again(
    graph: neo4j.Driver, fresh: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = {c.id: c for c in [control(OPEN)]}
    for c in mine.values():
        read_set.read_set(graph, c, fresh)
    remembered.remember(graph, mine, fresh)
    monkeypatch.setattr(remembered, "_code", lambda: "newer")
    another = Catalogue(TYPES)
    remembered.recall(graph, mine, another)
    assert not kept(another)


def test_another_text_under_the_same_id_is_planned_again(
    graph: neo4j.Driver, fresh: Catalogue
) -> None:
    before = control(OPEN)
    read_set.read_set(graph, before, fresh)
    remembered.remember(graph, {before.id: before}, fresh)
    after = control(OPEN + "\n// reworded")
    another = Catalogue(TYPES)
    remembered.recall(graph, {after.id: after}, another)
    assert not kept(another)
