"""Managed disks: what they are encrypted with, who may copy them out, and what they belong to.

A disk of a machine of a uniform scale set belongs to that machine, which Resource Graph does not
list: it stands as attached to the set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, flag, parent, ref, refs, sku
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.disk_encryption_set import AzureDiskEncryptionSet
    from ingest.azure.disk_snapshot import AzureDiskSnapshot
    from ingest.azure.scale_set import AzureScaleSet
    from ingest.azure.virtual_machine import AzureVirtualMachine


class AzureDisk(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/disks",
    lists="Microsoft.Compute/disks/read",
    redact=("properties.encryptionSettingsCollection",),
):
    """A managed disk."""

    sku: str | None = prop("Its kind: `Premium_LRS`, `StandardSSD_ZRS`, ...")
    size_gib: int | None = prop("Its size, in GiB.")
    os: str | None = prop("`Linux` or `Windows`; null for a disk of data.")
    state: str | None = prop("`Attached`, `Unattached`, `Reserved`, `ActiveSAS`, ...")
    is_attached: bool = prop("It belongs to a machine, running or not.")
    encryption_type: str | None = prop(
        "Whose keys it is encrypted with: `EncryptionAtRestWithPlatformKey`, "
        "`EncryptionAtRestWithCustomerKey`, `EncryptionAtRestWithPlatformAndCustomerKeys`."
    )
    encrypted_in_guest: bool | None = prop("The machine encrypts it, by Azure Disk Encryption.")
    network_access_policy: str | None = prop(
        "From where it may be copied out: `AllowAll`, `AllowPrivate`, `DenyAll`."
    )
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    authentication_mode: str | None = prop(
        "`AzureActiveDirectory`: who copies it out has to sign in beside having the address."
    )
    source: str | None = prop("How it was made: `FromImage`, `Empty`, `Copy`, ...")
    machines: list[Ref[AzureVirtualMachine | AzureScaleSet]] = edge(
        "ATTACHED_TO", "Machines it belongs to: several where it is shared."
    )
    encryption_set: Ref[AzureDiskEncryptionSet] | None = edge(
        "ENCRYPTED_BY", "Disk encryption set that has its key."
    )
    snapshot: Ref[AzureDiskSnapshot] | None = edge("FROM_SNAPSHOT", "Snapshot that it was made of.")


def fetch(azure: Azure) -> Records[AzureDisk]:
    """Yield the subscription's disks."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDisk:  # noqa: ARG001 - every `read` takes both
    """Make the record of one disk."""
    said: Json = item.get("properties") or {}
    machines = _machines(item)
    source = dig(said, "creationData.sourceResourceId") or ""
    return AzureDisk(
        **common(item),
        sku=sku(item),
        size_gib=said.get("diskSizeGB"),
        os=said.get("osType"),
        state=said.get("diskState"),
        is_attached=bool(machines),
        encryption_type=dig(said, "encryption.type"),
        encrypted_in_guest=flag(dig(said, "encryptionSettingsCollection.enabled")),
        network_access_policy=said.get("networkAccessPolicy"),
        public_network_access=said.get("publicNetworkAccess"),
        authentication_mode=said.get("dataAccessAuthMode"),
        source=dig(said, "creationData.createOption"),
        machines=machines,
        encryption_set=ref(dig(said, "encryption.diskEncryptionSetId")),
        snapshot=ref(source if "/snapshots/" in source.lower() else None),
    )


def _machines(item: Item) -> list[Ref[Any]]:
    """Return what it belongs to: a shared disk names its machines in a place of their own."""
    shared = item.get("properties.shareInfo") or ()
    ids = [item.get("managedBy"), *(dig(share, "vmUri") for share in shared)]
    return refs([{"id": _listed(id_)} for id_ in ids if isinstance(id_, str) and id_])


def _listed(machine: str) -> str:
    """Return the id of a machine, or of its scale set where that is what is listed."""
    return parent(machine) if "/virtualmachinescalesets/" in machine.lower() else machine
