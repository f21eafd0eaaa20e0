"""Cursors: the key of a row, opaque to clients. A page goes on after a key, so nothing is skipped.

They are not signed: a cursor tells no more than the uid or id beside it, and a forged one only
starts a page elsewhere in what the caller may read anyway.
"""

from __future__ import annotations

import base64
import binascii

from schema.errors import BadCursor, BadPage

MOST = 1000
MARK = "c1:"


def cursor(key: str) -> str:
    """Return the cursor of a row's key."""
    return base64.urlsafe_b64encode(f"{MARK}{key}".encode()).decode()


def key(after: str | None) -> str:
    """Return the key that a cursor holds, empty for none. Raises BadCursor."""
    if after is None:
        return ""
    try:
        text = base64.b64decode(after.encode("ascii"), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError):
        text = ""
    if not text.startswith(MARK):
        raise BadCursor(
            f"{after[:80]!r} is no cursor: give `endCursor` or a `cursor` of the page before"
        )
    return text.removeprefix(MARK)


def page_size(first: int | None) -> int:
    """Return how many rows a page or list has at most. Raises BadPage."""
    size = 50 if first is None else first
    if not 1 <= size <= MOST:
        raise BadPage(
            f"first: {size} is not between 1 and {MOST}: ask for pages, and go on with `after`"
        )
    return size
