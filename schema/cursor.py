"""Cursors: the key of a row, signed. A page goes on after a key, so nothing is skipped.

The signature holds the field and the caller, so that a cursor is good for the list that it came
from and for whoever was given it. It keeps nothing secret: the key is the uid or id beside it.
"""

from __future__ import annotations

import base64
import binascii
import hmac

from schema.errors import BadCursor, BadPage

MOST = 1000
SIGNED = 12  # bytes of a signature that are kept
MARK = b"c2\0"


class Cursors:
    """Makes and reads the cursors of one field for one caller."""

    def __init__(self, secret: bytes, field: str, caller: str) -> None:
        self._secret = secret
        self._about = b"\0".join([MARK, field.encode(), caller.encode("utf-8", "surrogatepass")])

    def make(self, key: str) -> str:
        """Return the cursor of a row's key."""
        said = key.encode()
        return base64.urlsafe_b64encode(self._signed(said) + said).decode()

    def key(self, after: str | None) -> str:
        """Return the key that a cursor holds, empty for none. Raises BadCursor."""
        if after is None:
            return ""
        try:
            held = base64.b64decode(after.encode("ascii"), altchars=b"-_", validate=True)
            signed, said = held[:SIGNED], held[SIGNED:]
            if hmac.compare_digest(signed, self._signed(said)):
                return said.decode()
        except (binascii.Error, UnicodeError):
            pass
        raise BadCursor(
            f"{after[:80]!r} is no cursor of this list: give `endCursor` or a `cursor` of the "
            "page before"
        )

    def _signed(self, said: bytes) -> bytes:
        return hmac.digest(self._secret, self._about + b"\0" + said, "sha256")[:SIGNED]


def page_size(first: int | None) -> int:
    """Return how many rows a page or list has at most. Raises BadPage."""
    size = 50 if first is None else first
    if not 1 <= size <= MOST:
        raise BadPage(
            f"first: {size} is not between 1 and {MOST}: ask for pages, and go on with `after`"
        )
    return size
