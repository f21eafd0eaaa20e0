"""The locks of a subscription: listed once, and asked for each resource that they hold.

A lock holds its scope and everything below it, so those of the resource's group and of the whole
subscription count too. Locks of single children (a container's) do not hold the whole resource.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.managed import uid
from ingest.items import dig
from ingest.model import Unread
from ingest.refusal import Refused

if TYPE_CHECKING:
    from ingest.azure.client import Azure

LOCKS = "Microsoft.Authorization/locks/read"
VERSION = "2016-09-01"
BEHIND = "/providers/microsoft.authorization/locks/"


class Locks:
    """The locks of one subscription, or that they could not be read."""

    def __init__(self, azure: Azure) -> None:
        self._levels: list[tuple[str, str]] = []
        self._unread: Unread | None = None
        path = "/providers/Microsoft.Authorization/locks"
        try:
            for lock in azure.listed(LOCKS, path, VERSION):
                if (level := dig(lock, "properties.level")) and isinstance(lock.get("id"), str):
                    self._levels.append((uid(lock["id"]).rsplit(BEHIND, 1)[0] + "/", level))
        except Refused as refused:
            self._unread = Unread(call=refused.call, permission=LOCKS, error=refused.error)

    def of(self, id_: str) -> Any:
        """Return the levels of the locks that hold a resource, each once, or Unread."""
        if self._unread is not None:
            return self._unread
        held = uid(id_) + "/"
        return sorted({level for scope, level in self._levels if held.startswith(scope)})
