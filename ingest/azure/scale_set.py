"""Scale sets of virtual machines: what each machine of the set is made of.

Left out: the machines of a set in uniform mode, which Resource Graph does not list; those of a
flexible one are virtual machines as any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.machine_security import image, security, takes_password
from ingest.azure.managed import (
    AzureManaged,
    acts_as,
    common,
    flag,
    identity_refs,
    parent,
    refs,
    sku,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.application_gateway import AzureApplicationGateway
    from ingest.azure.client import Azure
    from ingest.azure.disk_encryption_set import AzureDiskEncryptionSet
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.load_balancer import AzureLoadBalancer
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.network_security_group import AzureNetworkSecurityGroup
    from ingest.azure.subnet import AzureSubnet

MACHINE = "properties.virtualMachineProfile"
POOLS = ("loadBalancerBackendAddressPools", "applicationGatewayBackendAddressPools")


class AzureScaleSet(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachinescalesets",
    lists="Microsoft.Compute/virtualMachineScaleSets/read",
    redact=(
        f"{MACHINE}.osProfile.customData",
        f"{MACHINE}.osProfile.adminPassword",
        f"{MACHINE}.extensionProfile.extensions.*.properties.settings",
        f"{MACHINE}.extensionProfile.extensions.*.properties.protectedSettings",
    ),
):
    """A scale set of virtual machines."""

    size: str | None = prop("Size of its machines: `Standard_D2s_v5`.")
    capacity: int | None = prop("How many machines it is to have.")
    orchestration: str | None = prop("`Uniform` or `Flexible`.")
    image: str | None = prop(
        "Image of its machines: `publisher:offer:sku:version`, or the id of one's own image."
    )
    zones: list[str] = prop("Availability zones that its machines are spread over.")
    upgrade_mode: str | None = prop("How machines get a changed model: `Manual`, `Rolling`, ...")
    automatic_os_upgrade: bool | None = prop("A new version of the image is rolled out by itself.")
    security_type: str | None = prop("`TrustedLaunch`, `ConfidentialVM`; null for neither.")
    secure_boot: bool | None = prop("Its machines boot only what is signed.")
    vtpm: bool | None = prop("Its machines have a virtual TPM, in which their boot is measured.")
    encryption_at_host: bool = prop("Temporary disks and caches are encrypted on the hosts too.")
    allows_password: bool | None = prop(
        "People may sign in over SSH with a password; null for Windows, and where it is not said."
    )
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnets its machines are in.")
    security_groups: list[Ref[AzureNetworkSecurityGroup]] = edge(
        "PROTECTED_BY", "Security groups of its machines' interfaces."
    )
    load_balancers: list[Ref[AzureLoadBalancer | AzureApplicationGateway]] = edge(
        "ROUTES_TO", "What its machines stand behind.", direction="in"
    )
    encryption_sets: list[Ref[AzureDiskEncryptionSet]] = edge(
        "ENCRYPTED_BY", "Disk encryption sets of its machines' disks."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )


def fetch(azure: Azure) -> Records[AzureScaleSet]:
    """Yield the subscription's scale sets."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureScaleSet:  # noqa: ARG001 - every `read` takes both
    """Make the record of one scale set."""
    said: Json = item.get("properties") or {}
    machine: Json = said.get("virtualMachineProfile") or {}
    storage: Json = machine.get("storageProfile") or {}
    disks = [storage.get("osDisk"), *(storage.get("dataDisks") or ())]
    interfaces = dig(machine, "networkProfile.networkInterfaceConfigurations") or ()
    addresses = list(_addresses(interfaces))
    return AzureScaleSet(
        **common(item),
        **security(machine.get("securityProfile")),
        size=sku(item),
        capacity=item.get("sku.capacity"),
        orchestration=said.get("orchestrationMode"),
        image=image(storage.get("imageReference")),
        zones=item.get("zones") or [],
        upgrade_mode=dig(said, "upgradePolicy.mode"),
        automatic_os_upgrade=flag(
            dig(said, "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade")
        ),
        allows_password=takes_password(machine.get("osProfile")),
        subnets=refs(addresses, "subnet.id"),
        security_groups=refs(interfaces, "properties.networkSecurityGroup.id"),
        load_balancers=_balancers(addresses),
        encryption_sets=refs(disks, "managedDisk.diskEncryptionSet.id"),
        identities=identity_refs(item),
        service_principal=acts_as(item),
    )


def _addresses(interfaces: Any) -> Iterator[Json]:
    for interface in interfaces:
        for address in dig(interface, "properties.ipConfigurations") or ():
            yield address.get("properties") or {}


def _balancers(addresses: list[Json]) -> list[Ref[Any]]:
    """Return what the pools that its machines are in belong to."""
    pools = (pool for address in addresses for name in POOLS for pool in address.get(name) or ())
    return refs([{"id": parent(pool["id"])} for pool in pools])
