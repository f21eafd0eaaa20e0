"""The fixtures that give tests a Google Cloud project to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ingest.catalogue import discover
from ingest.cloud import Hardness, Place
from ingest.gcp.reader import GcpReader, open_reader
from server.demo.gcp.assets import NUMBERS, PROJECT
from server.demo.gcp.estate import estate
from server.demo.gcp.inventory import AssetInventory

CATALOGUE = discover()


@pytest.fixture(scope="session")
def _inventory() -> Iterator[AssetInventory]:
    """Give the one service; gRPC reads its roots once a process."""
    with AssetInventory() as service, pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment().items():
            patch.setenv(name, value)
        yield service


@pytest.fixture
def inventory(_inventory: AssetInventory) -> AssetInventory:
    """Give the service, filled with the estate and without faults."""
    _inventory.fill(estate(), NUMBERS)
    return _inventory


@pytest.fixture
def place() -> Place:
    return Place(
        cloud="gcp", partition="gcp", scope=PROJECT, name="harbour", reference={}, options={},
        modelled=CATALOGUE.native("gcp"),
    )  # fmt: skip


@pytest.fixture
def opened(
    inventory: AssetInventory,  # noqa: ARG001 - it must be there to be talked to
    place: Place,
) -> Iterator[Callable[..., GcpReader]]:
    """Give what opens the project, and close it behind the test."""
    readers: list[GcpReader] = []

    def open_(place: Place = place, **hardness: float) -> GcpReader:
        hard = {"rate": 5_000.0, "quota": 1_000.0} | hardness  # a test's quota is its own
        readers.append(open_reader(place, Hardness(**hard)))  # type: ignore[arg-type] # whole ones are no argument here
        return readers[-1]

    yield open_
    for reader in readers:
        reader.close()
