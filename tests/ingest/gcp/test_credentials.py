"""Whose credentials read a project, and what is said where they don't work."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from google.auth import impersonated_credentials

from ingest.cloud import Hardness, Place, cloud
from ingest.gcp.credentials import Reference, open_credentials, principal
from ingest.gcp.endpoints import PUBLIC, Endpoints
from ingest.gcp.reader import GcpReader, open_reader, whose
from ingest.refusal import CredentialsRefused
from server.demo.gcp.assets import NUMBER, PROJECT
from server.demo.gcp.inventory import READER, AssetInventory, Fault, credentials_file
from tests.ingest.gcp.reading import read

Opened = Callable[..., GcpReader]


@pytest.mark.parametrize("scope", [PROJECT, NUMBER])
def test_it_is_said_who_reads_what(scope: str, place: Place, inventory: AssetInventory) -> None:
    said = whose(dataclasses.replace(place, scope=scope))
    assert said == f"{READER} of Harbour production ({PROJECT}, number {NUMBER})"
    (call,) = inventory.calls
    assert (call.parent, call.page_size) == (f"projects/{scope}", 1)


def test_the_cloud_is_found_by_its_name(place: Place, inventory: AssetInventory) -> None:
    reader = cloud("gcp").open_reader(place, Hardness())
    assert isinstance(reader, GcpReader)
    assert inventory.calls
    reader.close()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault("PERMISSION_DENIED"), "PERMISSION_DENIED; give the identity the role Cloud Asset"),
        (Fault("PERMISSION_DENIED", reason="SERVICE_DISABLED"), "gcloud services enable"),
        (Fault("UNAUTHENTICATED"), "UNAUTHENTICATED; the credentials gave no token"),
        (Fault("INVALID_ARGUMENT"), "INVALID_ARGUMENT; check the project's id"),
    ],
)
def test_a_project_that_cannot_be_seen_is_refused_with_the_way_out(
    fault: Fault, told: str, place: Place, inventory: AssetInventory
) -> None:
    inventory.faults = [fault]
    with pytest.raises(CredentialsRefused, match=f"the project {PROJECT} can't be read.*{told}"):
        open_reader(place, Hardness())


def test_a_project_that_is_not_there_is_refused(place: Place, inventory: AssetInventory) -> None:
    with pytest.raises(CredentialsRefused, match="the project nowhere can't be read"):
        open_reader(dataclasses.replace(place, scope="nowhere"), Hardness())
    inventory.assets = [a for a in inventory.assets if not a["name"].endswith(f"/{NUMBER}")]
    with pytest.raises(CredentialsRefused, match=f"the inventory holds no project {PROJECT}"):
        open_reader(place, Hardness())


def test_an_answer_about_another_project_is_refused(
    place: Place, inventory: AssetInventory
) -> None:
    inventory.numbers["mirror"] = NUMBER
    with pytest.raises(CredentialsRefused, match=f"answered with the project {PROJECT}"):
        open_reader(dataclasses.replace(place, scope="mirror"), Hardness())


def test_a_file_of_ones_own_is_named_by_the_reference(
    opened: Opened, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.json"
    file.write_text(credentials_file())
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS")
    mine = dataclasses.replace(place, reference={"credentials_file": str(file)})
    assert read(opened(mine), "GcpDisk").rows


@pytest.mark.parametrize("text", [None, "", "{", '{"type": "service_account"}', '{"type": "x"}'])
def test_a_file_that_holds_no_credentials_is_refused(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(CredentialsRefused, match=r"no usable Google credentials.*gcloud auth"):
        open_credentials(Reference(credentials_file=str(file)))


def test_credentials_that_give_no_token_are_told_from_a_network_that_fails(
    place: Place, tmp_path: Path, inventory: AssetInventory
) -> None:
    file = tmp_path / "login.json"
    file.write_text(json.dumps({
        "type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r",
        "token_uri": "https://localhost:1/token",
    }))  # fmt: skip
    login = dataclasses.replace(place, reference={"credentials_file": str(file)})
    with pytest.raises(CredentialsRefused, match="UNAUTHENTICATED; the credentials gave no token"):
        open_reader(login, Hardness())
    assert inventory.calls == []


def test_a_service_account_may_be_acted_as(inventory: AssetInventory) -> None:
    assert inventory.endpoint
    acting = open_credentials(Reference(impersonate="auditor@watch-tools.iam.gserviceaccount.com"))
    assert isinstance(acting, impersonated_credentials.Credentials)
    assert principal(acting) == "auditor@watch-tools.iam.gserviceaccount.com"


def test_a_reference_keeps_what_is_set() -> None:
    reference = Reference(impersonate="a@p.iam.gserviceaccount.com", quota_project="tools")
    kept = reference.to_dict()
    assert kept == {"impersonate": "a@p.iam.gserviceaccount.com", "quota_project": "tools"}
    assert Reference.of(kept) == reference


@pytest.mark.parametrize(
    ("said", "host"),
    [
        ({}, PUBLIC),
        ({"CIRROGRAPH_GCP_ASSET_ENDPOINT": "https://assets.example/"}, "assets.example"),
    ],
)
def test_the_endpoint_is_a_setting(said: dict[str, str], host: str) -> None:
    assert Endpoints.from_env(said).asset == host
