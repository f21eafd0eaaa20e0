"""A subscription is read whole or said not to be."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import orjson
import pytest

from ingest.azure.reader import AzureReader, open_reader, whose
from ingest.catalogue import discover
from ingest.cloud import Hardness
from ingest.collect import collect
from ingest.refusal import CredentialsRefused
from ingest.units import COMPLETE, UNREAD, Collected, Unit
from server.demo.azure.cloud import SUBSCRIPTION, TENANT, AzureCloud, subscription
from server.demo.azure.estate import whole
from server.demo.azure.rows import resource_id, row
from tests.ingest.azure.conftest import place

CATALOGUE = discover()
STORE = "Microsoft.Storage/storageAccounts"
DISK = "Microsoft.Compute/disks"  # which nothing is asked about one by one


def collected(reader: AzureReader, label: str, folder: Path, scan: str = "s1") -> Collected:
    unit = Unit(connector="azure:azure:x", type=label, region="global")
    listing, scope = reader.listing(CATALOGUE[label], unit, scan)
    return collect(CATALOGUE[label], listing, unit=unit, scope=scope, folder=folder, secret=b"test")


def uids(done: Collected) -> list[str]:
    assert done.staged is not None, (done.call, done.error, done.detail)
    return [uid for batch in done.staged.batches(("uid",)) for uid in batch["uid"]]


def disks(count: int) -> list[Any]:
    return [row(DISK, f"disk{i:05}") for i in range(count)]


def stores(count: int) -> list[Any]:
    return [row(STORE, f"store{i:05}") for i in range(count)]


def test_every_row_arrives_once_in_one_pass(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = [*disks(2_500), row("Microsoft.Maps/accounts", "maps")]
    found = uids(collected(reader, "AzureDisk", tmp_path))
    assert sorted(found) == sorted(resource_id(DISK, f"disk{i:05}").lower() for i in range(2_500))
    (rest,) = uids(collected(reader, "AzureResource", tmp_path))
    assert rest.endswith("/providers/microsoft.maps/accounts/maps")
    assert azure.queries == 3  # pages of a thousand, whatever types read from them
    assert uids(collected(reader, "AzureResource", tmp_path, scan="s2")) == [rest]
    assert azure.queries == 6  # the next scan reads again


def test_a_refused_table_is_refused_for_each_type_and_no_other(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.faults.denied = {"Resources"}
    for label in ("AzureDisk", "AzureResource"):
        done = collected(reader, label, tmp_path)
        assert (done.state, done.call) == (UNREAD, "resourcegraph:Resources")
        assert done.error == "AuthorizationFailed"
    assert azure.queries == 1
    assert collected(reader, "AzureResourceGroup", tmp_path).state == COMPLETE


@pytest.mark.parametrize(
    ("fault", "value", "error"),
    [
        ("truncated", True, "IncompleteListing"),
        ("lost", 1, "IncompleteListing"),
        ("too_large", 5, "ResponsePayloadTooLarge"),
    ],
)
def test_a_pass_that_is_not_whole_is_none(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, fault: str, value: Any, error: str
) -> None:
    azure.estate.tables["Resources"] = disks(1_200)
    setattr(azure.faults, fault, value)
    done = collected(reader, "AzureDisk", tmp_path)
    assert (done.state, done.error, done.staged) == (UNREAD, error, None)


def test_too_large_pages_are_asked_for_in_smaller_ones(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = disks(900)
    azure.faults.too_large = 300
    assert len(uids(collected(reader, "AzureDisk", tmp_path))) == 900


@pytest.mark.parametrize(
    "told",
    [
        {"Retry-After": "1"},
        {"x-ms-user-quota-resets-after": "00:00:01"},
        {"Retry-After": "Fri, 01 Jan 2038 00:00:00 GMT"},  # by a clock that is not ours
    ],
)
def test_what_is_throttled_waits_as_it_is_told(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, told: dict[str, str]
) -> None:
    azure.estate.tables["Resources"] = disks(3)
    azure.faults.throttled, azure.faults.told = 2, told
    assert len(uids(collected(reader, "AzureDisk", tmp_path))) == 3
    assert azure.queries == 3


def test_a_quota_is_used_whole_and_never_overdrawn(azure: AzureCloud, tmp_path: Path) -> None:
    azure.estate.tables["Resources"] = [
        row("Microsoft.Maps/accounts", f"m{i:05}") for i in range(17_500)
    ]
    azure.faults.quota = True
    reader = open_reader(place(), Hardness())
    began = time.monotonic()
    assert len(uids(collected(reader, "AzureResource", tmp_path))) == 17_500
    seconds = time.monotonic() - began
    reader.close()
    assert azure.queries == 18, "none was refused"
    assert seconds >= 5, "fifteen, and three more when the first of them no longer count"


def test_a_quota_that_others_use_too_is_waited_for_as_it_is_told(
    azure: AzureCloud, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = [
        row("Microsoft.Maps/accounts", f"m{i:05}") for i in range(1_500)
    ]
    azure.faults.quota = True
    azure.overdraw(14)
    reader = open_reader(place(), Hardness())
    began = time.monotonic()
    assert len(uids(collected(reader, "AzureResource", tmp_path))) == 1_500
    reader.close()
    assert azure.queries == 2, "the first was the last that was left, and the second waited"
    assert time.monotonic() - began >= 5


def test_a_repeated_page_and_odd_rows_harm_nothing(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    odd = [None, {"id": "", "type": None}, row(DISK, "shouting") | {"type": DISK.upper()}]
    upper = row(DISK, "loud")
    upper["id"] = upper["id"].upper()
    azure.estate.tables["Resources"] = [*disks(1_100), *odd, upper]
    azure.faults.repeated = True
    done = collected(reader, "AzureDisk", tmp_path)
    found = set(uids(done))
    assert resource_id(DISK, "loud").lower() in found
    assert resource_id(DISK, "shouting").lower() in found
    assert len(found) == 1_102
    assert collected(reader, "AzureResource", tmp_path).quarantined == 2


def test_a_subscription_that_falls_silent_is_unread_and_not_empty(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = stores(3)
    assert len(uids(collected(reader, "AzureStorageAccount", tmp_path))) == 3
    azure.estate.subscriptions.clear()  # its role was taken away; its rows are silently left out
    for label in ("AzureStorageAccount", "AzureResource"):
        done = collected(reader, label, tmp_path, scan="s2")
        assert (done.state, done.staged) == (UNREAD, None)
        assert (done.call, done.error) == (
            "arm:Microsoft.Resources/subscriptions", "ResourceNotFound",
        )  # fmt: skip


def test_properties_that_come_as_text_or_not_at_all_and_names_that_are_empty(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    folded = row(STORE, "folded", properties='{"supportsHttpsTrafficOnly": true}')
    broken = row(STORE, "broken", properties='{"supportsHttps')
    azure.estate.tables["Resources"] = [
        folded, broken, row(STORE, "bare", properties=None), folded | {"tags": {"a": "b"}},
        row(STORE, "nameless") | {"name": ""},
    ]  # fmt: skip
    done = collected(reader, "AzureStorageAccount", tmp_path)
    assert done.staged is not None
    said = {
        orjson.loads(text)["name"]: orjson.loads(text)
        for batch in done.staged.batches(("props",))
        for text in batch["props"]
    }
    assert said.keys() == {"folded", "bare", "nameless"}
    assert said["folded"]["https_only"] is True
    assert "https_only" not in said["bare"], "what is not said is not known"
    assert done.quarantined == 1, "text that is no JSON"


def test_a_refused_child_leaves_its_fields_unread_and_the_rest_read(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    azure.estate.tables["Resources"] = stores(2)
    azure.faults.denied = {"store00000/blobservices"}
    done = collected(reader, "AzureStorageAccount", tmp_path)
    (refusal,) = [r for r in done.refusals if r.error == "AuthorizationFailed"]
    assert refusal.call == "arm:Microsoft.Storage/storageAccounts/blobServices"
    assert refusal.permission == "Microsoft.Storage/storageAccounts/blobServices/read"
    assert refusal.resources == 1
    assert "versioning" in refusal.fields


def test_what_is_not_modelled_is_kept_without_what_may_be_secret(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    said = {"adminPassword": "hunter2", "env": [{"name": "KEY", "value": "hunter3"}], "size": 4}
    azure.estate.tables["Resources"] = [row("Microsoft.Maps/accounts", "m", properties=said)]
    done = collected(reader, "AzureResource", tmp_path)
    assert done.staged
    (batch,) = done.staged.batches(("props", "raw"))
    assert b"size" in batch["props"][0]
    assert b"hunter" not in batch["props"][0] + batch["raw"][0]


def test_credentials_that_do_not_work_say_so(
    azure: AzureCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert TENANT in whose(place())
    monkeypatch.setenv("AZURE_CLIENT_SECRET", "another")
    with pytest.raises(CredentialsRefused, match="no usable Azure credentials"):
        open_reader(place(), Hardness())
    assert azure.queries == 0


def test_a_subscription_that_is_not_to_be_seen_is_refused_and_not_empty(azure: AzureCloud) -> None:
    other = "00000000-1111-2222-3333-444444444444"
    with pytest.raises(CredentialsRefused, match=f"{other} can't be read: ResourceNotFound"):
        open_reader(place(other), Hardness())
    azure.estate.subscriptions = [subscription(SUBSCRIPTION)]
    with pytest.raises(CredentialsRefused, match=f"of tenant {TENANT}, not elsewhere"):
        open_reader(place(tenant="elsewhere"), Hardness())


def accounts(done: Collected) -> dict[str, str]:
    assert done.staged is not None, (done.call, done.error)
    return {
        uid: orjson.loads(props)["account"]
        for batch in done.staged.batches(("uid", "props"))
        for uid, props in zip(batch["uid"], batch["props"], strict=True)
    }


def test_what_is_shared_counts_to_its_tenant_whichever_subscription_read_it(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    other = "11111111-2222-3333-4444-555555555555"
    azure.estate = whole()
    azure.estate.subscriptions.append(subscription(other))
    second = open_reader(place(other), Hardness(rate=5_000, quota=1_000))
    first = accounts(collected(reader, "EntraUser", tmp_path))
    assert accounts(collected(second, "EntraUser", tmp_path)) == first
    second.close()
    assert set(first.values()) == {TENANT}
    roles = accounts(collected(reader, "AzureRoleAssignment", tmp_path))
    assert roles == {
        uid: uid.split("/")[2] if uid.startswith("/subscriptions/") else TENANT for uid in roles
    }
    assert SUBSCRIPTION in roles.values(), "some are of the subscription itself"
