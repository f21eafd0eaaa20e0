"""Machines and disks in the forms that Resource Graph gives them in."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.azure.machine_security import image, security
from ingest.azure.reader import AzureReader
from ingest.catalogue import discover
from ingest.redact import redactor
from ingest.units import Unit
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.estate import compute
from server.demo.azure.rows import resource_id, row
from tests.ingest.azure.test_all_azure_types import found

CATALOGUE = discover()
MACHINE, DISK, SCALE_SET = compute.MACHINE, compute.DISK, compute.SCALE_SET


def read(
    azure: AzureCloud, reader: AzureReader, label: str, *rows: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the rows of a type, in the order of their uids."""
    azure.estate.tables["Resources"] = list(rows)
    by_uid = found(reader, CATALOGUE[label])
    return [by_uid[uid][0] for uid in sorted(by_uid)]


def ends(said: dict[str, Any], type_: str) -> list[str]:
    return [uid for name, _, found_ in said["e"] if name == type_ for uid, _ in found_]


def test_a_machine_of_which_azure_says_little_is_told_nothing_false_of(
    azure: AzureCloud, reader: AzureReader
) -> None:
    bare = {
        "storageProfile": {"osDisk": {"osType": "Linux"}, "dataDisks": None}, "osProfile": None,
        "networkProfile": None, "securityProfile": None, "diagnosticsProfile": None,
    }  # fmt: skip
    (said,) = read(azure, reader, "AzureVirtualMachine", row(MACHINE, "bare", properties=bare))
    assert {"allows_password", "boot_diagnostics", "power_state", "image"} & said[
        "p"
    ].keys() == set()
    assert said["p"]["unmanaged_disks"] == said["p"]["zones"] == []
    assert said["p"]["secure_boot"] is said["p"]["encryption_at_host"] is False


@pytest.mark.parametrize(
    ("profile", "secure_boot"),
    [
        (None, False),
        ({"encryptionAtHost": True}, False),
        ({"securityType": "TrustedLaunch"}, None),
        ({"securityType": "TrustedLaunch", "uefiSettings": {"secureBootEnabled": True}}, True),
        ({"securityType": "TrustedLaunch", "uefiSettings": {"secureBootEnabled": False}}, False),
    ],
)
def test_secure_boot_is_off_only_where_azure_says_so(
    profile: dict[str, Any] | None, *, secure_boot: bool | None
) -> None:
    assert security(profile)["secure_boot"] is secure_boot


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        (None, None),
        ({}, None),
        ({"publisher": "a", "offer": "b", "sku": "c", "version": "1"}, "a:b:c:1"),
        ({"id": "/Subscriptions/X/images/Mine", "version": "1"}, "/subscriptions/x/images/mine"),
    ],
)
def test_an_image_is_named_as_the_command_line_does(
    reference: dict[str, str] | None, name: str | None
) -> None:
    assert image(reference) == name


def test_a_disk_belongs_to_each_machine_that_shares_it(
    azure: AzureCloud, reader: AzureReader
) -> None:
    one, two = resource_id(MACHINE, "One", group="SHOP"), resource_id(MACHINE, "two")
    shared = row(DISK, "shared", managedBy=one, properties={"shareInfo": [{"vmUri": one.upper()},
                 {"vmUri": two}]})  # fmt: skip
    (said,) = read(azure, reader, "AzureDisk", shared)
    assert ends(said, "ATTACHED_TO") == sorted([one.lower(), two.lower()])


def test_a_disk_of_a_scale_sets_machine_belongs_to_the_set(
    azure: AzureCloud, reader: AzureReader
) -> None:
    machine = resource_id(f"{SCALE_SET}/virtualMachines", "Workers/7")
    (said,) = read(azure, reader, "AzureDisk", row(DISK, "os", managedBy=machine))
    assert ends(said, "ATTACHED_TO") == [resource_id(SCALE_SET, "workers").lower()]
    assert said["p"]["is_attached"] is True


def test_a_set_behind_a_gateway_stands_behind_something(
    azure: AzureCloud, reader: AzureReader
) -> None:
    gateway = resource_id("Microsoft.Network/applicationGateways", "Front")
    address = {"applicationGatewayBackendAddressPools": [{"id": f"{gateway}/pools/all"}]}
    interface = {"properties": {"ipConfigurations": [{"properties": address}]}}
    behind = row(
        SCALE_SET, "behind",
        properties={
            "virtualMachineProfile": {
                "networkProfile": {"networkInterfaceConfigurations": [interface]}
            }
        },
    )  # fmt: skip
    (said,) = read(azure, reader, "AzureScaleSet", behind)
    assert ends(said, "ROUTES_TO") == [gateway.lower()]


def test_the_key_of_a_set_is_in_a_vault_of_which_only_the_address_is_known(
    azure: AzureCloud, reader: AzureReader
) -> None:
    vault = row(
        "Microsoft.KeyVault/vaults", "Shop-Keys",
        properties={"vaultUri": "https://shop-keys.vault.azure.net/"},
    )  # fmt: skip
    here, elsewhere = (
        row(
            compute.ENCRYPTION_SET, name,
            properties={"activeKey": {"keyUrl": f"https://{name}.vault.azure.net/keys/a/1"}},
        )
        for name in ("SHOP-KEYS", "theirs")
    )  # fmt: skip
    mine, theirs = read(azure, reader, "AzureDiskEncryptionSet", vault, here, elsewhere)
    assert ends(mine, "ENCRYPTED_BY") == [vault["id"].lower()]
    assert ends(theirs, "ENCRYPTED_BY") == ["https://theirs.vault.azure.net"]


def test_settings_of_extensions_are_kept_nowhere(azure: AzureCloud, reader: AzureReader) -> None:
    azure.estate.tables["Resources"] = compute.extensions()
    declaration = CATALOGUE["AzureVirtualMachineExtension"]
    unit = Unit(connector="azure:azure:x", type=declaration.label, region="global")
    listing, _ = reader.listing(declaration, unit, "s")
    records = list(listing())
    assert "hunter2" in str([record.raw for record in records])
    redact = redactor(declaration.redact, b"test")
    assert "hunter2" not in str([redact(record.raw) for record in records])
    shows = {record.name: record.shows_command for record in records}
    assert shows == {"AzureMonitorLinuxAgent": False, "OmsAgentForLinux": False, "setup": True}
