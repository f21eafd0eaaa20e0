"""Action groups: whom alerts are sent to.

Addresses of web hooks, runbooks, functions and logic apps open what they name: they are secrets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

RECEIVERS = "Receivers"


class AzureActionGroup(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/actiongroups",
    lists="Microsoft.Insights/actionGroups/read",
    redact=[
        "properties.webhookReceivers.*.serviceUri",
        "properties.automationRunbookReceivers.*.serviceUri",
        "properties.azureFunctionReceivers.*.httpTriggerUrl",
        "properties.logicAppReceivers.*.callbackUrl",
    ],
):
    """An action group: whom alerts are sent to."""

    short_name: str | None = prop("Name that messages are signed with.")
    is_enabled: bool | None = prop("What is sent to it is passed on.")
    receivers: list[str] = prop(
        "Kinds of receivers that it passes on to: `email`, `webhook`; not those that declined."
    )


def fetch(azure: Azure) -> Records[AzureActionGroup]:
    """Yield the subscription's action groups."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureActionGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one action group."""
    said: Json = item.get("properties") or {}
    return AzureActionGroup(
        **common(item),
        short_name=said.get("groupShortName"),
        is_enabled=flag(said.get("enabled")),
        receivers=sorted(
            name.removesuffix(RECEIVERS)
            for name, entries in said.items()
            if name.endswith(RECEIVERS) and any(_receives(entry) for entry in entries or ())
        ),
    )


def _receives(receiver: Json) -> bool:
    """Tell whether a receiver still gets messages: who declines them has the status `Disabled`."""
    return flag(receiver.get("status")) is not False
