"""Extensions of virtual machines: agents and scripts that Azure installs and runs as root.

Azure never tells their protected settings. The others may hold what should have been protected, so
nothing of them is kept but whether a command stands in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, flag, parent, uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.virtual_machine import AzureVirtualMachine

COMMANDS = ("commandtoexecute", "script")  # settings of custom scripts and of run commands


class AzureVirtualMachineExtension(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachines/extensions",
    lists="Microsoft.Compute/virtualMachines/extensions/read",
    redact=("properties.settings", "properties.protectedSettings"),
):
    """An extension of a virtual machine."""

    publisher: str | None = prop("Who made it: `Microsoft.Azure.Monitor`.")
    type: str | None = prop("What it is: `AzureMonitorLinuxAgent`, `CustomScript`, ...")
    version: str | None = prop("Its version, as it was asked for: `1.0`.")
    automatic_minor_upgrade: bool | None = prop("A newer minor version is taken when it is put on.")
    automatic_upgrade: bool | None = prop("Azure puts newer versions on by itself.")
    provisioning_state: str | None = prop("`Succeeded`, `Failed`, `Updating`, ...")
    shows_command: bool = prop("The command it runs stands where every reader sees it.")
    machine: Ref[AzureVirtualMachine] = edge("PART_OF", "Machine it is installed on.")


def fetch(azure: Azure) -> Records[AzureVirtualMachineExtension]:
    """Yield the extensions of the subscription's machines."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualMachineExtension:  # noqa: ARG001 - every `read` takes both
    """Make the record of one extension."""
    said: Json = item.get("properties") or {}
    return AzureVirtualMachineExtension(
        **common(item),
        publisher=said.get("publisher"),
        type=said.get("type"),
        version=said.get("typeHandlerVersion"),
        automatic_minor_upgrade=flag(said.get("autoUpgradeMinorVersion")),
        automatic_upgrade=flag(said.get("enableAutomaticUpgrade")),
        provisioning_state=said.get("provisioningState"),
        shows_command=_shows_command(said.get("settings")),
        machine=Ref(uid(parent(item["id"]))),
    )


def _shows_command(settings: Any) -> bool:
    return isinstance(settings, dict) and any(
        value and name.lower() in COMMANDS for name, value in settings.items()
    )
