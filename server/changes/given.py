"""Read what a user gives: words, moments, values. What does not fit is told by the field's name."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from server.changes.errors import Unfit

LONGEST, LONGEST_NAME = 4_000, 200  # characters
MOST_VALUES = 1_000
ROLE = re.compile(r"(?:[\w+=,.@-]+/)*[\w+=,.@-]+", re.ASCII)  # as IAM has it, with its path
ROLE_ARN = re.compile(rf"arn:aws[a-z-]*:iam::[0-9]{{12}}:role/{ROLE.pattern}", re.ASCII)
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)
CLOUD_ID = re.compile(r"[\w.:()-]+", re.ASCII)
REGION = re.compile(r"[a-z0-9-]+", re.ASCII)
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
    return _formed(text, field, ROLE, "no name of a role: give it without an ARN")


def role_arn(text: str | None, field: str) -> str | None:
    """Return the ARN of an AWS role. Raises Unfit."""
    return text and _formed(text, field, ROLE_ARN, "no ARN of a role")


def email(text: str | None, field: str) -> str | None:
    """Return the e-mail of an account. Raises Unfit."""
    return text and _formed(text, field, EMAIL, "no e-mail of an account")


def cloud_id(text: str | None, field: str) -> str | None:
    """Return an id of a cloud: of a tenant, a subscription, a project and the like. Raises Unfit.

    It becomes part of an address that is called, and must stay a part of it.
    """
    return text and _formed(text, field, CLOUD_ID, "no id: letters, digits, and . : _ ( ) - only")


def regions(names: Sequence[str] | None) -> tuple[str, ...]:
    """Return names of regions, which become part of the names of hosts. Raises Unfit."""
    return tuple(_formed(name, "regions", REGION, "no name of a region") for name in names or ())


def _formed(text: str, field: str, form: re.Pattern[str], why: str) -> str:
    plain = name(text, field)
    if not form.fullmatch(plain):
        raise Unfit(field, f"{field}: {plain[:80]!r} is {why}")
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
