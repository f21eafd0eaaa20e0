"""Read tags in the forms in which AWS's services give them."""

from __future__ import annotations

from typing import Any


def tags_of(listed: Any) -> dict[str, str]:
    """Return tags by key from a list of `{Key, Value}` (or `{TagKey, TagValue}`)."""
    return {
        tag.get("Key", tag.get("TagKey", "")): tag.get("Value", tag.get("TagValue", "")) or ""
        for tag in listed or []
    }
