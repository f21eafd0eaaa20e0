"""Make hostile text harmless for where it goes, without losing what it says.

Names and tags are made by whoever may name a resource. Cells of a CSV must not become formulas,
text in JSON must not end a script that it is pasted into, and what is shown to people must show
marks that turn or hide text instead of obeying them.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Mapping
from typing import Any

import orjson

SURROGATE = re.compile(r"[\ud800-\udfff]")
# The wide ones of East Asian keyboards too: some spreadsheets take them for the others.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Marks that turn the direction of text, and line ends that only some readers know.
TURNING = re.compile(
    rb"\xd8\x9c|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0\xa6-\xa9]|\xef\xbb\xbf"
)
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)


def text(value: str) -> str:
    """Return a text that can be encoded: half characters become the replacement character."""
    return SURROGATE.sub("\ufffd", value)


def visible(value: str) -> str:
    """Return a text for people: what would hide, turn or break it is named instead."""
    return HIDDEN.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", text(value.replace("\r\n", "\n")))


def cell(value: Any) -> str:
    """Return a cell of a CSV, which no spreadsheet takes for a formula.

    One that begins like a formula, or with an apostrophe, gets an apostrophe before it: whoever
    takes the first apostrophe away has the value again. NUL, which many readers refuse, becomes
    U+FFFD.
    """
    if value is None:
        return ""
    said = text(value) if isinstance(value, str) else plain(value).decode()
    said = said.replace("\0", "\ufffd")
    starts = said.lstrip(" \n")[:1]
    return "'" + said if said[:1] == "'" or (starts and starts in FORMULA) else said


def line(value: Any) -> bytes:
    """Return JSON in one line, which is as harmless in a page or a terminal as in a file."""
    said = plain(value)
    for mark in b"<", b">", b"&":
        said = said.replace(mark, b"\\u%04x" % ord(mark))
    return TURNING.sub(_escaped, said)


def plain(value: Any) -> bytes:
    """Return JSON in one line, for what escapes it again or takes it as it is."""
    try:
        return orjson.dumps(value, default=_listed)
    except TypeError:  # half characters, or integers that are longer than it takes
        return json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":")).encode()


def _escaped(mark: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(mark[0].decode())


def _listed(value: Any) -> Any:
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    raise TypeError


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {text(str(k)): _cleaned(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_cleaned(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return value
