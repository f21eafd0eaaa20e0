"""What the shipped controls read is shipped with them, as this Neo4j plans it.

`CIRROGRAPH_READ_SETS=write` plans all of them and writes the file anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import neo4j
import pytest

from controls import remembered, shipped
from controls.control import planned_apart
from controls.lint import declare_tokens
from controls.load import load
from controls.read_set import read_set
from ingest.catalogue import Catalogue, discover

WRITE = os.environ.get("CIRROGRAPH_READ_SETS") == "write"


def test_each_is_what_neo4j_plans(driver: neo4j.Driver) -> None:
    catalogue = Catalogue(discover())  # of which this process has planned nothing
    declare_tokens(driver, catalogue)
    form = remembered.form_of(driver, catalogue)
    text = shipped.text(
        form,
        {
            id_: (control.hash, remembered.said(read_set(driver, control, catalogue)))
            for id_, control in planned_apart(load().values()).items()
        },
    )
    if WRITE:
        shipped.PATH.write_text(text, encoding="utf-8")
    said, found = json.loads(shipped.PATH.read_text(encoding="utf-8")), json.loads(text)
    differ = [
        id_
        for id_ in {**said["controls"], **found["controls"]}
        if said["controls"].get(id_) != found["controls"].get(id_)
    ]
    assert differ == [], "run `just read-sets`"
    assert said["form"] == found["form"], "run `just read-sets`"
    assert shipped.PATH.read_text(encoding="utf-8") == text


def test_a_new_process_plans_no_shipped_control(driver: neo4j.Driver) -> None:
    catalogue = Catalogue(discover())
    every = planned_apart(load().values())
    remembered.recall(driver, every, catalogue)
    assert remembered.missing(every, catalogue) == {}


def test_what_is_shipped_for_another_form_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "read_sets.json"
    path.write_text(shipped.text("old", {"aws/a": ("hash", {"absence": False})}))
    assert shipped.shipped("old", path) == {"hash": {"absence": False}}
    assert shipped.shipped("new", path) == {}
    assert shipped.shipped("old", tmp_path / "none.json") == {}


@pytest.mark.parametrize("ids", [["b", "a"], ["a", "b"]])
def test_the_file_is_the_same_in_any_order(ids: list[str]) -> None:
    sets = {id_: (f"hash of {id_}", {"absence": True}) for id_ in ids}
    assert shipped.text("form", sets).splitlines()[1].startswith('"a"')
    assert set(json.loads(shipped.text("form", sets))["controls"]) == {"a", "b"}
