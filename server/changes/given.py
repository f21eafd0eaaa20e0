"""Read what a user gives: words, moments, values. What does not fit is told by the field's name."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from typing import Any

from server.changes.errors import Unfit

LONGEST, LONGEST_NAME = 4_000, 200  # characters
MOST_VALUES = 1_000
ROLE = re.compile(r"(?:[\w+=,.@-]+/)*[\w+=,.@-]+", re.ASCII)  # as IAM has it, with its path
LARGEST = 2**63


def words(text: str, field: str, *, most: int = LONGEST) -> str:
    """Return a text without what stands around it. Raises Unfit where nothing is left, or much."""
    plain = text.strip()
    if not plain:
        raise Unfit(field, f"{field} says nothing: write it in words")
    if len(plain) > most:
        raise Unfit(field, f"{field} has {len(plain):,} characters, and may have {most:,}")
    if any(ord(letter) < ord(" ") and letter not in "\n\t" for letter in plain):
        raise Unfit(field, f"{field} has control characters: take them out")
    return plain


def role_name(text: str, field: str) -> str:
    """Return the name of an AWS role, which may have a path. Raises Unfit."""
    plain = name(text, field)
    if not ROLE.fullmatch(plain):
        raise Unfit(field, f"{field}: {plain[:80]!r} is no name of a role: give it without an ARN")
    return plain


def name(text: str, field: str) -> str:
    """Return a short text."""
    return words(text, field, most=LONGEST_NAME)


def moment(text: str, field: str) -> datetime.datetime:
    """Return a moment of ISO 8601; without a zone it is UTC. Raises Unfit."""
    try:
        said = datetime.datetime.fromisoformat(text.strip())
        at = said.replace(tzinfo=said.tzinfo or datetime.UTC)
        return at.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise Unfit(
            field, f"{field}: {text[:80]!r} is no moment: write it as 2027-01-31T00:00:00Z"
        ) from None


def later(text: str, field: str, than: datetime.datetime) -> datetime.datetime:
    """Return a moment after another. Raises Unfit."""
    at = moment(text, field)
    if at <= than:
        raise Unfit(field, f"{field}: {text.strip()} is over: it is {than:%Y-%m-%dT%H:%M:%SZ} now")
    return at


def values(said: Any, field: str) -> dict[str, Any]:
    """Return an object of names and plain values, or lists of them. Raises Unfit."""
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise Unfit(field, f"{field}: an object of name and value is needed, not {said!r:.80}")
    for key, value in said.items():
        for one in value if isinstance(value, list) else [value]:
            _check(one, f"{field}: {key[:80]}", field)
    if len(said) > MOST_VALUES or any(
        isinstance(v, list) and len(v) > MOST_VALUES for v in said.values()
    ):
        raise Unfit(field, f"{field}: more than {MOST_VALUES:,} values")
    return dict(said)


def _check(value: Any, about: str, field: str) -> None:
    if isinstance(value, str) and len(value) > LONGEST:
        raise Unfit(field, f"{about} has more than {LONGEST:,} characters")
    if not isinstance(value, bool | int | float | str | None):
        raise Unfit(field, f"{about}: {value!r:.80} is no plain value")
    if isinstance(value, int) and not -LARGEST <= value < LARGEST:
        raise Unfit(field, f"{about}: {value} has more than 64 bits")
    if isinstance(value, float) and not math.isfinite(value):
        raise Unfit(field, f"{about}: {value} is no number")
