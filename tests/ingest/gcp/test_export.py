"""An inventory of too many assets for pages comes by an export: the same, whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from google.cloud.asset_v1 import ContentType

from ingest.catalogue import discover
from ingest.cloud import Hardness, Place
from ingest.gcp.endpoints import Endpoints, UnusableExport
from ingest.gcp.reader import GcpReader, open_reader
from ingest.refusal import CredentialsRefused, Refused
from server.demo.gcp.assets import NUMBERS, PROJECT
from server.demo.gcp.estate import estate
from tests.ingest.gcp.exporting import BUCKET, ExportingInventory, Wrong
from tests.ingest.gcp.reading import LABELS, read


@pytest.fixture(scope="module")
def _exporting() -> Iterator[ExportingInventory]:
    with ExportingInventory() as service, pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment().items():
            patch.setenv(name, value)
        yield service


@pytest.fixture
def inventory(
    _exporting: ExportingInventory, monkeypatch: pytest.MonkeyPatch
) -> ExportingInventory:
    """Give the service with the estate, of which an export begins behind the first page."""
    _exporting.fill(estate(), NUMBERS)
    _exporting.wrong, _exporting.most = Wrong(), 8
    _exporting.exports, _exporting.deleted = [], []
    _exporting.objects.clear()
    monkeypatch.setenv("CIRROGRAPH_GCP_EXPORT_ABOVE", "8")
    return _exporting


def opened() -> GcpReader:
    place = Place(
        cloud="gcp", partition="gcp", scope=PROJECT, name="harbour", reference={}, options={},
        modelled=discover().native("gcp"),
    )  # fmt: skip
    return open_reader(place, Hardness(rate=5_000, quota=1_000))


def test_an_export_gives_what_pages_give(
    inventory: ExportingInventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting = opened()
    by_export = {label: read(exporting, label).rows for label in LABELS}
    exporting.close()
    project = f"projects/{PROJECT}"
    exported = [e.content_type for e in inventory.exports if e.parent == project]
    assert sorted(exported) == [ContentType.RESOURCE, ContentType.IAM_POLICY]
    pages = [call.parent for call in inventory.calls if call.page_size > 1]
    assert pages.count(project) == 2, "a page of each told that there are too many"
    assert inventory.objects == {}
    exports = len(inventory.exports)
    assert len(set(inventory.deleted)) == exports
    monkeypatch.setenv("CIRROGRAPH_GCP_EXPORT_ABOVE", "0")
    paging = opened()
    assert {label: read(paging, label).rows for label in LABELS} == by_export
    paging.close()
    assert len(inventory.exports) == exports


def test_a_short_inventory_is_not_exported(
    inventory: ExportingInventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CIRROGRAPH_GCP_EXPORT_ABOVE", "100000")
    reader = opened()
    assert read(reader, "GcpDisk").rows
    reader.close()
    assert inventory.exports == []


@pytest.mark.parametrize(
    ("wrong", "call", "error"),
    [
        (Wrong(export="PERMISSION_DENIED"), "cloudasset:ExportAssets", "PERMISSION_DENIED"),
        (Wrong(ended="NOT_FOUND"), "cloudasset:ExportAssets", "NOT_FOUND"),
        (Wrong(reading=403), "storage:objects.get", "HTTP403"),
        (Wrong(cut=40), "storage:objects.get", "IncompleteListing"),
        (Wrong(odd=b"<html>\n"), "storage:objects.get", "MalformedAnswer"),
    ],
)
def test_an_export_that_is_not_whole_is_none(
    inventory: ExportingInventory, wrong: Wrong, call: str, error: str
) -> None:
    inventory.wrong = wrong
    reader = opened()
    for label in ("GcpDisk", "GcpResource"):
        with pytest.raises(Refused) as refusal:
            read(reader, label)
        assert (refusal.value.call, refusal.value.error) == (call, error)
    reader.close()
    assert inventory.objects == {}, "and nothing of it is left"


def test_an_export_that_does_not_end_is_refused_in_time(
    inventory: ExportingInventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    inventory.wrong.never = True
    monkeypatch.setenv("CIRROGRAPH_GCP_EXPORT_SECONDS", "2")
    reader = opened()
    with pytest.raises(Refused, match="ExportAssets: DEADLINE_EXCEEDED"):
        read(reader, "GcpDisk")
    reader.close()


def test_what_can_not_be_deleted_is_read_all_the_same_and_told(
    inventory: ExportingInventory, caplog: pytest.LogCaptureFixture
) -> None:
    inventory.wrong.kept = True
    reader = opened()
    with caplog.at_level(logging.WARNING):
        assert read(reader, "GcpDisk").rows
    reader.close()
    assert f"gs://{BUCKET}/cirrograph/" in caplog.text
    assert "HTTP403" in caplog.text


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"CIRROGRAPH_GCP_EXPORT_ABOVE": "5"}, "needs a bucket"),
        ({"CIRROGRAPH_GCP_EXPORT_ABOVE": "many"}, "a whole number"),
        ({"CIRROGRAPH_GCP_EXPORT_SECONDS": "0"}, "a whole number"),
        ({"CIRROGRAPH_GCP_STORAGE_URL": "http://storage.example"}, "begins with https"),
    ],
)
def test_settings_that_do_not_fit_are_told(env: dict[str, str], said: str) -> None:
    with pytest.raises(UnusableExport, match=said):
        Endpoints.from_env(env)
    assert issubclass(UnusableExport, CredentialsRefused), "as the connector's state it is told"
