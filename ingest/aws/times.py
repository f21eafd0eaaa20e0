"""Read times in the forms in which AWS's services give them, beside the SDK's own."""

from __future__ import annotations

import datetime


def of_text(text: str | None) -> datetime.datetime | None:
    """Return a time that is given as ISO 8601 text."""
    return datetime.datetime.fromisoformat(text) if text else None


def of_seconds(seconds: str | float | None) -> datetime.datetime | None:
    """Return a time that is given in seconds since 1970, as a number or as text."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(float(seconds), datetime.UTC)


def of_milliseconds(milliseconds: int | None) -> datetime.datetime | None:
    """Return a time that is given in milliseconds since 1970."""
    return None if milliseconds is None else of_seconds(milliseconds / 1000)
