"""Cursors: the key of a row, signed. A page goes on after a key, so nothing is skipped.

The signature holds the field, the argument and the caller, so that a cursor is good for the list
that it came from and for whoever was given it. The key is hidden under a stream made of the
signature: the number of a change would tell how much goes on in connectors that are not seen.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from schema.errors import BadCursor, BadPage

MOST = 1000
SIGNED = 16  # bytes of a signature that are kept
SINCE, START = "since", "0"  # the argument of changes, and its value for "from the beginning"
MARK = b"c2\0"


class Cursors:
    """Makes and reads the cursors of one field for one caller."""

    def __init__(self, secret: bytes, field: str, caller: str) -> None:
        self._secret = secret
        self._about = b"\0".join([MARK, field.encode(), caller.encode("utf-8", "surrogatepass")])

    def make(self, key: str, way: str = "after") -> str:
        """Return the cursor of a row's key, for the argument `way`."""
        said = key.encode()
        signed = self._signed(said, way)
        return base64.urlsafe_b64encode(signed + self._hidden(said, signed)).decode()

    def key(self, after: str | None, way: str = "after") -> str:
        """Return the key that a cursor holds, empty for none. Raises BadCursor."""
        if after is None or (way == SINCE and after == START):
            return ""
        try:
            held = base64.b64decode(after.encode("ascii"), altchars=b"-_", validate=True)
            signed = held[:SIGNED]
            said = self._hidden(held[SIGNED:], signed)
            if hmac.compare_digest(signed, self._signed(said, way)):
                return said.decode()
        except (binascii.Error, UnicodeError):
            pass
        raise BadCursor(
            f"{after[:80]!r} is no cursor of this list: give `endCursor` or a `cursor` of the "
            "page before"
        )

    def _signed(self, said: bytes, way: str) -> bytes:
        about = b"\0".join([self._about, way.encode(), said])
        return hmac.digest(self._secret, about, "sha256")[:SIGNED]

    def _hidden(self, said: bytes, signed: bytes) -> bytes:
        stream = hashlib.shake_256(self._secret + signed).digest(len(said))
        return bytes(a ^ b for a, b in zip(said, stream, strict=True))


def page_size(first: int | None) -> int:
    """Return how many rows a page or list has at most. Raises BadPage."""
    size = 50 if first is None else first
    if not 1 <= size <= MOST:
        raise BadPage(
            f"first: {size} is not between 1 and {MOST}: ask for pages, and go on with `after`"
        )
    return size
