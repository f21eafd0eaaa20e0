"""Storage and key vaults where what Azure says has another form, or is not said."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.responses import JSONResponse

from ingest.azure.reader import AzureReader
from ingest.catalogue import discover
from ingest.model import Malformed, Ref, Resource, Unread
from ingest.refusal import Refused
from ingest.units import Unit
from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud
from server.demo.azure.rows import child, children, resource_id, row

CATALOGUE = discover()
STORE, VAULT = "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"
LOCKS = f"/subscriptions/{SUBSCRIPTION}/providers/microsoft.authorization/locks"
UNSUPPORTED = {"error": {"code": "FeatureNotSupportedForAccount", "message": "Not for this."}}


def records(reader: AzureReader, label: str) -> dict[str, Any]:
    """Return the records of a type by name."""
    unit = Unit(connector="azure:azure:x", type=label, region="global")
    found: dict[str, Any] = {}
    for record in reader.listing(CATALOGUE[label], unit, "s")[0]():
        assert isinstance(record, Resource), (isinstance(record, Malformed), record)
        found[record.name] = record
    return found


def store(azure: AzureCloud, name: str = "files", **properties: Any) -> dict[str, Any]:
    found = row(STORE, name, properties=properties)
    azure.estate.tables.setdefault("Resources", []).append(found)
    return found


def vault(azure: AzureCloud, name: str, **properties: Any) -> dict[str, Any]:
    found = row(VAULT, name, properties=properties)
    azure.estate.tables.setdefault("Resources", []).append(found)
    return found


def pairs(refs: list[Ref[Any]]) -> dict[str, Any]:
    return {found.uid: found.props for found in refs}


def test_a_service_that_an_account_can_not_have_is_none_and_one_not_found_is_unread(
    azure: AzureCloud, reader: AzureReader
) -> None:
    of = store(azure)
    azure.estate.arm[f"{of['id']}/blobServices/default".lower()] = JSONResponse(UNSUPPORTED, 409)
    found = records(reader, "AzureStorageAccount")["files"]
    assert found.has_blob_service is False
    assert found.blob_soft_delete_days is None
    assert isinstance(found.has_file_service, Unread)
    assert found.smb_versions.error == "ResourceNotFound"


def test_an_account_without_blobs_has_no_containers(azure: AzureCloud, reader: AzureReader) -> None:
    of = store(azure)
    listing = f"{of['id']}/blobServices/default/containers".lower()
    azure.estate.arm[listing] = JSONResponse(UNSUPPORTED, 409)
    assert records(reader, "AzureStorageContainer") == {}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        ({"versions": None}, None),
        ({"versions": ""}, None),
        ({"versions": "SMB3.0; SMB3.1.1;"}, ["SMB3.0", "SMB3.1.1"]),
    ],
)
def test_versions_of_smb_are_one_text(
    azure: AzureCloud, reader: AzureReader, said: dict[str, Any], expected: list[str] | None
) -> None:
    properties = {"protocolSettings": {"smb": said}}
    child(azure.estate, store(azure), "/fileServices/default", properties=properties)
    found = records(reader, "AzureStorageAccount")["files"]
    assert (found.has_file_service, found.smb_versions) == (True, expected)


def test_locks_hold_what_is_below_them_and_nothing_else(
    azure: AzureCloud, reader: AzureReader
) -> None:
    for name in ("files", "files2"):
        store(azure, name)
    other = row(STORE, "elsewhere", group="shop2")
    azure.estate.tables["Resources"].append(other)
    below = resource_id(f"{STORE}/blobServices/containers", "files/default/receipts")
    group = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/SHOP"
    scopes = [(resource_id(STORE, "files"), "ReadOnly"), (below, "NotSpecified")]
    azure.estate.arm[LOCKS] = [
        {
            "id": f"{scope}/providers/Microsoft.Authorization/locks/keep",
            "properties": {"level": level},
        }
        for scope, level in [*scopes, (group, "CanNotDelete")]
    ]
    found = records(reader, "AzureStorageAccount")
    assert {name: of.locks for name, of in found.items()} == {
        "files": ["CanNotDelete", "ReadOnly"], "files2": ["CanNotDelete"], "elsewhere": [],
    }  # fmt: skip


def test_keys_of_which_one_has_no_time_are_as_old_as_their_account(
    azure: AzureCloud, reader: AzureReader
) -> None:
    day = "2026-10-0{}T10:00:00.0000000Z".format
    store(azure, "both", keyCreationTime={"key1": day(2), "key2": day(1)})
    store(azure, "one", keyCreationTime={"key1": None, "key2": day(1)})
    store(azure, "none", keyCreationTime=None)
    found = records(reader, "AzureStorageAccount")
    assert found["both"].keys_created_at.isoformat() == "2026-10-01T10:00:00+00:00"
    assert (found["one"].keys_created_at, found["none"].keys_created_at) == (None, None)


def test_a_vault_of_another_subscription_is_known_by_its_address(
    azure: AzureCloud, reader: AzureReader
) -> None:
    address = "https://Theirs.vault.azure.net"
    encryption = {"keyvaultproperties": {"keyvaulturi": address, "keyname": "Data"}}
    store(azure, encryption=encryption)
    found = records(reader, "AzureStorageAccount")["files"]
    assert found.encryption_vault.uid == "https://theirs.vault.azure.net"
    assert found.encryption_key.uid == "https://theirs.vault.azure.net/keys/data"


def test_a_vault_that_says_little_says_nothing_false(
    azure: AzureCloud, reader: AzureReader
) -> None:
    silent = vault(
        azure, "silent", networkAcls=None, accessPolicies=None, privateEndpointConnections=None
    )
    children(azure.estate, silent, "/providers/microsoft.insights/diagnosticSettings")
    found = records(reader, "AzureKeyVault")["silent"]
    told = (found.uses_rbac, found.keeps_deleted, found.is_purge_protected, found.default_action)
    assert told == (None, None, None, None)
    assert (found.log_categories, found.logs, found.grantees) == ([], [], [])


def test_words_are_spelled_as_documented_and_policies_of_one_are_put_together(
    azure: AzureCloud, reader: AzureReader
) -> None:
    mine = {"objectId": "AB-1", "permissions": {"keys": ["Get"], "secrets": None}}
    more = {"objectId": "ab-1", "permissions": {"keys": ["get", "PURGE"]}}
    vault(
        azure, "odd", publicNetworkAccess="disabled", networkAcls={"defaultAction": "deny"},
        accessPolicies=[mine, more],
    )  # fmt: skip
    found = records(reader, "AzureKeyVault")["odd"]
    assert (found.public_network_access, found.default_action) == ("Disabled", "Deny")
    assert pairs(found.grantees) == {
        "/directoryobjects/ab-1": {
            "keys": ["get", "purge"], "secrets": [], "certificates": [], "storage": [],
        }
    }  # fmt: skip


def test_one_refused_listing_leaves_no_key_read(azure: AzureCloud, reader: AzureReader) -> None:
    for name in ("a", "b"):
        children(azure.estate, vault(azure, name), "/keys", {"name": f"key-{name}"})
    assert set(records(reader, "AzureKeyVaultKey")) == {"key-a", "key-b"}
    azure.faults.denied = {"vaults/b/keys"}
    with pytest.raises(Refused) as refusal:
        records(reader, "AzureKeyVaultKey")
    assert refusal.value.call == "arm:Microsoft.KeyVault/vaults/keys"


def test_how_a_key_that_is_gone_by_now_was_rotated_is_unread(
    azure: AzureCloud, reader: AzureReader
) -> None:
    entry = {"name": "gone", "properties": {"attributes": {"enabled": True, "exp": 1_830_297_600}}}
    children(azure.estate, vault(azure, "a"), "/keys", entry)
    found = records(reader, "AzureKeyVaultKey")["gone"]
    assert found.expires_at.isoformat() == "2028-01-01T00:00:00+00:00"
    assert isinstance(found.is_rotated, Unread)
    assert isinstance(found.key_type, Unread)
