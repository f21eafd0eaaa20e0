"""The lake keeps what was appended, in few files."""

from __future__ import annotations

import datetime
from pathlib import Path

import deltalake
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from graph import lake as lakes
from graph.lake import GROUP, Lake

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


def write(lake: Lake, account: str, uids: list[str]) -> None:
    """Append resources with their configuration."""
    many = len(uids)
    same: dict[str, object] = {
        "at": NOW, "scan": "s", "attempt": 1, "connector": account, "type": "T", "region": "r",
        "change": "added", "hash": 1, "properties": b"{}",
    }  # fmt: skip
    columns = {name: [value] * many for name, value in same.items()}
    said = [uid.encode() for uid in uids]
    lake.append("resource_changes", columns | {"uid": uids, "configuration": said})


def test_few_rows_are_found_among_many_before_and_after_files_are_put_together(lake: Lake) -> None:
    accounts = ["a", "b", "c"]
    uids = {a: [f"{a}{number:05}" for number in range(2 * GROUP)] for a in accounts}
    for account in accounts:
        for part in (uids[account][:GROUP], uids[account][GROUP:]):
            write(lake, account, part)
    wanted = ["a00000", "b01999", "c01000", "nothing"]

    def found() -> set[tuple[str, bytes]]:
        rows = lake.few("resource_changes", ("uid", "configuration"), uid=wanted, type=["T"])
        return {(row["uid"], row["configuration"]) for row in rows}

    expected = {(uid, uid.encode()) for uid in wanted[:3]}
    assert found() == expected
    lake.tidy()
    assert found() == expected
    assert not list(lake.few("resource_changes", ("uid",), uid=["a00000"], connector=["b"]))


def test_a_row_is_found_without_opening_what_is_far_from_it(lake: Lake, tmp_path: Path) -> None:
    for number in range(FEW):
        write(lake, "c", [f"{number}{n:05}" for n in range(GROUP)])
    lake.tidy()
    (file,) = deltalake.DeltaTable(str(tmp_path / "resource_changes")).to_pyarrow_dataset().files
    groups = pq.ParquetFile(tmp_path / "resource_changes" / file).metadata
    uid = pa.dataset.field("uid")
    (fragment,) = pa.dataset.dataset(tmp_path / "resource_changes" / file).get_fragments()
    assert groups.num_row_groups == FEW
    assert len(fragment.split_by_row_group(filter=uid.isin(["300500"]))) == 1


def test_few_of_a_table_that_is_not_there_are_none(lake: Lake) -> None:
    assert list(lake.few("resource_changes", ("uid",), uid=["a"])) == []
