"""Read the metadata of Compute Engine: keys and values, of which some are switches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.gcp.managed import entries, flag

ON = frozenset({"true", "y", "yes", "1"})
OFF = frozenset({"false", "n", "no", "0"})


def read_metadata(said: Any) -> dict[str, Any] | None:
    """Return metadata by key, None where Google does not say any (it does where none is set)."""
    if not isinstance(said, Mapping):
        return None
    return {str(item.get("key")): item.get("value") for item in entries(said, "items", "item")}


def switch(metadata: Mapping[str, Any] | None, key: str) -> bool | None:
    """Return what a switch is set to, None where it is not set or to nothing that is known."""
    said = (metadata or {}).get(key)
    if isinstance(said, int) and not isinstance(said, bool):
        said = str(said)
    if not isinstance(said, str):
        return flag(said)
    word = said.strip().lower()
    return True if word in ON else False if word in OFF else None
