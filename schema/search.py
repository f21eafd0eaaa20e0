"""Search over the inventory: resources by any part of their name or uid, the nearest first.

The full-text index narrows, Cypher decides: Lucene is asked for letters and digits only, so that
nothing a user writes is one of its operators, and what it finds has to hold each word as it was
written. Words in any order, in any case; all have to be there. The rows are ordered by how the name
meets the text (is it, begins with it, holds it, or only the uid does), then by uid, which is what a
cursor keeps.

The index is filled a moment after a scan writes, so that a load does not wait for it. Left out:
tags and properties (`where` of each type's own page finds these), and scripts whose words are
written without spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ingest.catalogue import Catalogue
from schema.compile import Compiler, Place
from schema.errors import BadFilter
from schema.filters import type_condition
from schema.page import Found, Page
from schema.shape import AFTER, ROWS, Argument

WORDS = 8
LONGEST = 200  # characters of a text
PIECE = re.compile(r"[^\W_]+")
NEAR = (
    "CASE WHEN toLower($$N.name) = $TEXT THEN '0' WHEN toLower($$N.name) STARTS WITH $TEXT "
    "THEN '1' WHEN toLower($$N.name) CONTAINS $TEXT THEN '2' ELSE '3' END + $$N.uid"
)
WORD = "(toLower($$N.name) CONTAINS $VALUE OR toLower($$N.uid) CONTAINS $VALUE)"


def lucene(text: str) -> str:
    """Return the query that finds what holds all letters and digits of a text; may be empty."""
    return " AND ".join(f"*{piece}*" for piece in PIECE.findall(text.lower()))


def words(text: str) -> list[str]:
    """Return the words of a text in lower case. Raises BadFilter where there is nothing to find."""
    found = text.lower().split()
    if len(text) > LONGEST or len(found) > WORDS:
        raise BadFilter(f"text: search for {WORDS} words and {LONGEST} characters at most")
    if not lucene(text):
        raise BadFilter(f"text: {text[:80]!r} has neither letters nor digits to search for")
    return found


def search(catalogue: Catalogue) -> Page:
    """Return the root field `search`."""

    def filters(compiler: Compiler, given: Mapping[str, Any]) -> Found:
        place = Place(number=1)
        holds = [
            place.fill(WORD, {}).replace("$VALUE", compiler.parameter(word))
            for word in words(given["text"])
        ]
        return [], [type_condition(catalogue, given.get("type")), *holds]

    return Page(
        name="search", target="Resource", key=NEAR, filters=filters,
        doc="Resources whose name or uid holds all words of a text, the nearest first.",
        begin="CALL",
        match="db.index.fulltext.queryNodes('resource_text', $LUCENE) YIELD node WITH node AS $$N",
        values={
            "LUCENE": lambda given: lucene(given["text"]),
            "TEXT": lambda given: " ".join(words(given["text"])),
        },
        arguments=(
            Argument(name="text", type="String!", doc="Words, or parts of words."),
            Argument(name="type", type="String", doc="Only of this type: `AwsS3Bucket`."),
            ROWS, AFTER,
        ),
    )  # fmt: skip
