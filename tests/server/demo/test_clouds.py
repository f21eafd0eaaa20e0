"""Each stand-in of the demo says how to read it, and is gone with its block."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.azure.credentials import Reference as AzureReference
from ingest.azure.reader import visible
from ingest.gcp.credentials import Reference as GcpReference
from ingest.gcp.reader import project_id
from server.demo import clouds
from server.demo.clouds import Account


@contextlib.contextmanager
def in_place(account: Account) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in account.environment.items():
            patch.setenv(name, value)
        yield


def listens(host: str, port: str) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((host, int(port)), timeout=5):
        return True
    return False


def test_the_subscription_is_seen_and_azure_is_gone_afterwards(tmp_path: Path) -> None:
    before = threading.active_count()
    with clouds.azure(tmp_path) as account:
        with in_place(account):
            partition, seen = visible(AzureReference())
        assert (partition, [s.id for s in seen]) == ("azure", [account.connector.scope])
        host, port = account.environment["AZURE_AUTHORITY_HOST"].split("/")[-1].split(":")
        assert listens(host, port)
    assert not listens(host, port)
    assert threading.active_count() == before


def test_the_project_is_seen_and_google_cloud_is_gone_afterwards() -> None:
    with clouds.gcp() as account:
        with in_place(account):
            assert project_id(GcpReference(), account.connector.scope) == account.connector.scope
        endpoint = account.environment["CIRROGRAPH_GCP_ASSET_ENDPOINT"].split(":")
        assert listens(*endpoint)
    assert not listens(*endpoint)
    assert not Path(account.environment["GOOGLE_APPLICATION_CREDENTIALS"]).exists()
