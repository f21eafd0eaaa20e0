"""Compose Cypher from fixed text and declared names, and from nothing else.

A query's text is a constant of the source. Where a label or a relationship type has to stand in it
(Cypher takes no parameter there), the text has a `$$NAME` place that `named` fills with an
identifier, refused unless it looks like one. Everything else is a parameter of the query.
"""

from __future__ import annotations

import functools
import re
from typing import LiteralString

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,99}\Z")
PLACE = re.compile(r"\$\$([A-Z]+)")


@functools.lru_cache(maxsize=4096)
def named(text: LiteralString, **names: str) -> str:
    """Return `text` with each `$$PLACE` replaced by the identifier given for it (`place=...`).

    Several labels may be given as `A|B`. Raises ValueError for what is no identifier.
    """
    for name in names.values():
        for part in name.split("|"):
            if not IDENTIFIER.match(part):
                raise ValueError(f"{part!r} is no label, relationship type or property name")
    return PLACE.sub(lambda place: names[place[1].lower()], text)
