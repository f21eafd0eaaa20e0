"""The lake keeps what was appended, in few files."""

from __future__ import annotations

import datetime
from pathlib import Path

import deltalake
import pytest

from graph import lake as lakes
from graph.lake import Lake

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
FEW = 5


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lake:
    monkeypatch.setattr(lakes, "MANY", FEW)
    return Lake(tmp_path)


def note(lake: Lake, uid: str) -> None:
    """Append one change of a resource's verdict."""
    row: dict[str, object] = {
        "at": NOW, "evaluation": "e", "connector": "c", "control": "k", "finding": "f", "uid": uid,
        "status": "FAIL", "reason": None, "evidence": b"{}",
    }  # fmt: skip
    lake.append("verdict_changes", {name: [value] for name, value in row.items()})


def files(folder: Path) -> int:
    return len(deltalake.DeltaTable(str(folder / "verdict_changes")).file_uris())


def test_many_small_files_become_few_and_every_row_stays(lake: Lake, tmp_path: Path) -> None:
    uids = [f"u{number}" for number in range(FEW)]
    for uid in uids:
        note(lake, uid)
    assert files(tmp_path) == FEW
    lake.tidy()
    assert files(tmp_path) == 1
    note(lake, "later")
    assert sorted(lake.read("verdict_changes")["uid"].to_pylist()) == sorted([*uids, "later"])


def test_few_files_are_left_alone(lake: Lake, tmp_path: Path) -> None:
    note(lake, "one")
    note(lake, "two")
    lake.tidy()
    assert files(tmp_path) == 2


def test_what_a_reader_has_open_stays_for_a_while(lake: Lake, tmp_path: Path) -> None:
    for number in range(FEW):
        note(lake, f"u{number}")
    reader = deltalake.DeltaTable(str(tmp_path / "verdict_changes"))
    lake.tidy()
    assert reader.to_pyarrow_table().num_rows == FEW


def test_a_lake_without_tables_stays_without(lake: Lake, tmp_path: Path) -> None:
    lake.tidy()
    assert list(tmp_path.iterdir()) == []
