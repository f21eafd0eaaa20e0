from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.azure.reader import AzureReader, open_reader
from ingest.catalogue import discover
from ingest.cloud import Hardness, Place
from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud, Estate, Faults


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureCloud]:
    with AzureCloud(tmp_path_factory.mktemp("azure")).served() as cloud:
        yield cloud


@pytest.fixture
def azure(served: AzureCloud, monkeypatch: pytest.MonkeyPatch) -> AzureCloud:
    """Give an empty Azure without faults, and the environment that leads to it."""
    served.estate, served.faults = Estate(), Faults()
    served.queries, served.reads = 0, []
    for name, value in served.environment.items():
        monkeypatch.setenv(name, value)
    return served


def place(subscription: str = SUBSCRIPTION, **reference: str) -> Place:
    return Place(
        cloud="azure", partition="azure", scope=subscription, name="shop", reference=reference,
        options={}, modelled=discover().native("azure"),
    )  # fmt: skip


@pytest.fixture
def reader(azure: AzureCloud) -> Iterator[AzureReader]:
    assert azure.url
    opened = open_reader(place(), Hardness(rate=5_000, quota=1_000, throttle_seconds=20))
    yield opened
    opened.close()
