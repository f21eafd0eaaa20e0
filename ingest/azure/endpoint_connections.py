"""The private endpoints of a resource, as the resource itself tells of them.

That an endpoint exists does not mean that it leads anywhere: its connection has to be approved, so
the state of the connection stands on the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.azure.managed import spelled, uid
from ingest.items import dig
from ingest.model import Ref

CONNECTION = {"status": "`Approved`, `Pending`, `Rejected`, `Disconnected`."}
STATUS = "privateLinkServiceConnectionState.status"


def endpoint_refs(connections: Any) -> list[Ref[Any]]:
    """Return what points at the private endpoints of a resource's connections, each once."""
    found: dict[str, Ref[Any]] = {}
    for connection in connections or ():
        said = connection.get("properties") if isinstance(connection, Mapping) else None
        id_ = dig(said, "privateEndpoint.id")
        if isinstance(id_, str) and id_:
            found[uid(id_)] = Ref(uid(id_), {"status": status(said)})
    return list(found.values())


def status(said: Any) -> str | None:
    """Return the state of a connection."""
    return spelled(dig(said, STATUS), "Approved", "Pending", "Rejected", "Disconnected")
