"""Azure virtual machines, with the power state that Resource Graph knows of them.

Left out: what runs inside, beside its extensions; custom data and passwords, which Azure never
tells. The disks of a machine point at it, as a disk says what it is attached to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.machine_security import image, security, takes_password
from ingest.azure.managed import AzureManaged, acts_as, common, flag, identity_refs, ref, refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.network_interface import AzureNetworkInterface
    from ingest.azure.scale_set import AzureScaleSet


class AzureVirtualMachine(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachines",
    lists="Microsoft.Compute/virtualMachines/read",
    redact=("properties.osProfile.customData", "properties.osProfile.adminPassword"),
):
    """A virtual machine."""

    vm_id: str | None = prop("Its id in its own firmware, another one when it is made again.")
    os: str | None = prop("`Linux` or `Windows`.")
    os_name: str | None = prop("Distribution, where its agent tells: `ubuntu`.")
    image: str | None = prop(
        "Image it was made of: `publisher:offer:sku:version`, or the id of one's own image."
    )
    size: str | None = prop("Its size: `Standard_D2s_v5`.")
    power_state: str | None = prop("`running`, `stopped`, `deallocated`, ...")
    priority: str | None = prop("`Regular`, or `Spot`: Azure may take it away.")
    zones: list[str] = prop("Availability zones it is in.")
    security_type: str | None = prop("`TrustedLaunch`, `ConfidentialVM`; null for neither.")
    secure_boot: bool | None = prop("It boots only what is signed.")
    vtpm: bool | None = prop("It has a virtual TPM, in which its boot is measured.")
    encryption_at_host: bool = prop("Temporary disks and caches are encrypted on its host too.")
    allows_password: bool | None = prop(
        "People may sign in over SSH with a password; null for Windows, and where it is not said."
    )
    patch_mode: str | None = prop(
        "Who installs updates: `AutomaticByPlatform`, `AutomaticByOS`, `ImageDefault`, `Manual`."
    )
    automatic_updates: bool | None = prop("Windows installs updates by itself; null for Linux.")
    allows_extensions: bool | None = prop("Extensions may be installed on it.")
    boot_diagnostics: bool | None = prop("What it says while it boots is kept.")
    unmanaged_disks: list[str] = prop("Names of disks that are blobs of a storage account.")
    interfaces: list[Ref[AzureNetworkInterface]] = edge("HAS_INTERFACE", "Its interfaces.")
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )
    scale_set: Ref[AzureScaleSet] | None = edge("PART_OF", "Scale set that it belongs to.")


def fetch(azure: Azure) -> Records[AzureVirtualMachine]:
    """Yield the subscription's virtual machines."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualMachine:  # noqa: ARG001 - every `read` takes both
    """Make the record of one virtual machine."""
    said: Json = item.get("properties") or {}
    system: Json = said.get("osProfile") or {}
    state = dig(said, "extended.instanceView.powerState.code")
    return AzureVirtualMachine(
        **common(item),
        **security(said.get("securityProfile")),
        vm_id=said.get("vmId"),
        os=dig(said, "storageProfile.osDisk.osType"),
        os_name=dig(said, "extended.instanceView.osName"),
        image=image(dig(said, "storageProfile.imageReference")),
        size=dig(said, "hardwareProfile.vmSize"),
        power_state=state.rsplit("/", 1)[-1] if isinstance(state, str) else None,
        priority=said.get("priority"),
        zones=item.get("zones") or [],
        allows_password=takes_password(system),
        patch_mode=dig(system, "windowsConfiguration.patchSettings.patchMode")
        or dig(system, "linuxConfiguration.patchSettings.patchMode"),
        automatic_updates=flag(dig(system, "windowsConfiguration.enableAutomaticUpdates")),
        allows_extensions=flag(system.get("allowExtensionOperations")),
        boot_diagnostics=flag(dig(said, "diagnosticsProfile.bootDiagnostics.enabled")),
        unmanaged_disks=_unmanaged(said.get("storageProfile") or {}),
        interfaces=refs(dig(said, "networkProfile.networkInterfaces")),
        identities=identity_refs(item),
        service_principal=acts_as(item),
        scale_set=ref(dig(said, "virtualMachineScaleSet.id")),
    )


def _unmanaged(storage: Json) -> list[str]:
    """Return the names of the disks that stand as blobs in an account that one looks after."""
    disks = [storage.get("osDisk") or {}, *(storage.get("dataDisks") or ())]
    return [str(disk.get("name") or "") for disk in disks if dig(disk, "vhd.uri")]
