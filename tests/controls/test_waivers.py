"""Waivers of files: what a file lists stands in the graph, and goes when the file drops it."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.waivers import BadWaiver, Waiver, store, store_files, stored

TEXT = """
- id: w1
  control: aws/s3/bucket_versioning
  uid: arn:aws:s3:::scratch
  reason: Emptied every night.
  owner: data team
  expires_at: 2030-01-01T00:00:00Z
"""


def ids(driver: neo4j.Driver) -> list[str]:
    return [waiver.id for waiver in stored(driver)]


def test_a_file_is_mirrored_and_recorded_ones_stay(graph: neo4j.Driver, tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(TEXT)
    store_files(graph, [tmp_path])
    recorded = Waiver(**{**stored(graph)[0].model_dump(), "id": "w2", "source": "recorded"})
    store(graph, [recorded])
    assert ids(graph) == ["w1", "w2"]
    path.write_text("[]")
    store_files(graph, [tmp_path])
    assert ids(graph) == ["w2"]


def test_a_bad_file_is_named_and_changes_nothing(graph: neo4j.Driver, tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(TEXT)
    store_files(graph, [tmp_path])
    path.write_text(TEXT.replace("owner: data team\n", ""))
    with pytest.raises(BadWaiver, match=r"waivers\.yaml"):
        store_files(graph, [tmp_path])
    assert ids(graph) == ["w1"]
