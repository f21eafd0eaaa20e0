"""Turn a record into a row: plain values that fit a graph, checked against the declaration.

A row is what is staged, hashed, compared and written: properties, edges, tags, and what was
unread. Values that a batch could choke on (integers beyond 64 bits, NaN, lone surrogates, keys too
long for an index) are caught here, one record at a time, so that a bad one costs only itself.

What is staged is canonical: the same record gives the same bytes, whatever the order in which its
edges or tags came, and the hash is taken over those bytes.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import math
from collections.abc import Callable
from typing import Any

import orjson

from ingest.catalogue import Declaration, Property, Relationship
from ingest.identity import SHARED_OWNERS, Scope, place
from ingest.model import Document, Ref, Resource, Unread

INT_MIN, INT_MAX = -(2**63), 2**63 - 1
KEY_BYTES = 4_000  # Neo4j refuses a whole batch for one indexed value of more than about 8 kB
CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS


class Misfit(ValueError):
    """A record does not fit its declaration; the message names field and type, never the value."""


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One record, ready to be staged.

    props: canonical JSON of the properties and of what is unread (`unread`, `unread_why`), times
    as ISO 8601 text.
    links: canonical JSON `{"e": [[type, incoming, [[uid, props|null]]]], "t": {tag key: value}}`.
    hash: signed 64 bits over both and the declaration.
    owner: the account whose connector writes the properties, or `shared`.
    """

    uid: str
    hash: int
    owner: str
    props: bytes
    links: bytes
    unread: tuple[tuple[str, Unread], ...]


def row_maker(declaration: Declaration, scope: Scope) -> Callable[[Resource], Row]:
    """Return the function that turns records of one type, listed in one scope, into rows.

    It raises Misfit for a record that does not fit.
    """
    checks = [(p.name, _check(declaration.label, p)) for p in declaration.properties]
    edges = [(r.name, r) for r in declaration.relationships]
    seed = declaration.digest.encode()
    label = declaration.label
    tags = declaration.tags
    declares_region = any(p.name == "region" for p in declaration.properties)
    declares_account = any(p.name == "account" for p in declaration.properties)

    def make(record: Resource) -> Row:
        fields = record.__dict__
        unread: list[tuple[str, Unread]] = []
        props: dict[str, Any] = {}
        for name, check in checks:
            value = fields[name]
            if type(value) is Unread:
                unread.append((name, value))
            elif (value := check(value)) is not None:
                props[name] = value
        uid = props[declaration.key]
        _check_key(label, "uid", uid)
        account, region = place(uid)
        props |= _base(record, declaration, scope, props.get("created_at"))
        if not declares_account or "account" not in props:
            props["account"] = account or scope.account
        if not declares_region or "region" not in props:
            props["region"] = region or scope.region
        found, stale = _edges(label, fields, edges)
        unread += stale
        marks: dict[str, str] = {}
        if tags is not None and type(fields[tags]) is Unread:
            unread.append((tags, fields[tags]))
        elif tags is not None:
            marks = _tags(label, fields[tags])
        if unread:
            reasons = {(declaration.unread_name(name), why.reason) for name, why in unread}
            props["unread"] = sorted({name for name, _ in reasons})
            props["unread_why"] = sorted(f"{name}: {reason}" for name, reason in reasons)
        owner = props["account"]
        said = _dump(label, props)
        links = _dump(label, {"e": found, "t": marks})
        code = hashlib.blake2b(said + links, digest_size=8, key=seed).digest()
        return Row(
            uid=uid,
            hash=int.from_bytes(code, "big", signed=True),
            owner="shared" if owner in SHARED_OWNERS else owner,
            props=said,
            links=links,
            unread=tuple(unread),
        )

    return make


def _base(
    record: Resource, declaration: Declaration, scope: Scope, declared_time: Any
) -> dict[str, Any]:
    label = declaration.label
    fields = record.__dict__
    _check_key(label, "name", fields["name"])
    base = {
        "uid": fields[declaration.key],
        "name": fields["name"],
        "cloud": scope.cloud,
        "partition": scope.partition,
    }
    created = fields["created_at"]
    if declared_time is not None:
        base["created_at"] = declared_time
    elif created is not None and type(created) is not Unread:
        base["created_at"] = _time(label, "created_at", created)
    incarnation = fields[declaration.incarnation]
    if incarnation is not None and type(incarnation) is not Unread:
        base["incarnation"] = (
            incarnation if isinstance(incarnation, str) else base.get("created_at", "")
        )
    return base


def _check(label: str, declared: Property) -> Callable[[Any], Any]:
    """Return the check of one property: it gives back the value to keep, or raises Misfit."""
    name, kind, optional = declared.name, declared.kind, declared.optional
    one = _checker(label, name, kind, indexed=declared.indexed)
    if declared.many:

        def many(value: Any) -> Any:
            if value is None and optional:
                return None
            if not isinstance(value, list | tuple):
                raise Misfit(f"{label}.{name}: a list is declared, {type(value).__name__} came")
            return [one(item) for item in value]

        return many
    if not optional:
        return one

    def maybe(value: Any) -> Any:
        return None if value is None else one(value)

    return maybe


def _checker(  # noqa: C901 - one small function a kind, side by side
    label: str, name: str, kind: type, *, indexed: bool
) -> Callable[[Any], Any]:
    def wrong(value: Any) -> Misfit:
        return Misfit(f"{label}.{name}: {kind.__name__} is declared, {type(value).__name__} came")

    def plain(value: Any) -> Any:
        if type(value) is not kind:
            raise wrong(value)
        return value

    def indexed_text(value: Any) -> Any:
        _check_key(label, name, value)
        return value

    def integer(value: Any) -> Any:
        if type(value) is not int:
            raise wrong(value)
        if not INT_MIN <= value <= INT_MAX:
            raise Misfit(f"{label}.{name}: the integer does not fit 64 bits")
        return value

    def real(value: Any) -> Any:
        if type(value) is not float and type(value) is not int:
            raise wrong(value)
        if not math.isfinite(value):
            raise Misfit(f"{label}.{name}: not a finite number")
        return float(value)

    def document(value: Any) -> Any:
        if not isinstance(value, dict | list):
            raise wrong(value)
        return _dump(label, value).decode()

    def time(value: Any) -> Any:
        return _time(label, name, value)

    special = {int: integer, float: real, Document: document, datetime.datetime: time}
    return special.get(kind, indexed_text if indexed else plain)


def _time(label: str, name: str, value: Any) -> str:
    if not isinstance(value, datetime.datetime) or value.tzinfo is None:
        raise Misfit(f"{label}.{name}: an aware datetime is declared, {type(value).__name__} came")
    return value.astimezone(datetime.UTC).isoformat()


def _check_key(label: str, name: str, value: Any) -> None:
    if type(value) is not str or not value:
        raise Misfit(f"{label}.{name}: a text is needed, {type(value).__name__} came")
    if len(value) * 4 > KEY_BYTES and len(value.encode(errors="replace")) > KEY_BYTES:
        raise Misfit(f"{label}.{name}: longer than {KEY_BYTES} bytes")


def _edges(
    label: str, fields: dict[str, Any], declared: list[tuple[str, Relationship]]
) -> tuple[list[Any], list[tuple[str, Unread]]]:
    """Return the edges by type and direction, and the edge fields that were unread."""
    found: dict[tuple[str, bool], dict[str, Any]] = {}
    unread: list[tuple[str, Unread]] = []
    for name, relationship in declared:
        value = fields[name]
        if type(value) is Unread:
            unread.append((name, value))
            continue
        ends = found.setdefault((relationship.type, relationship.incoming), {})
        for ref in value if relationship.many else () if value is None else (value,):
            if type(ref) is not Ref:
                raise Misfit(f"{label}.{name}: a Ref is declared, {type(ref).__name__} came")
            _check_key(label, name, ref.uid)
            ends[ref.uid] = ref.props or None
    return [
        [type_, incoming, sorted(ends.items(), key=_first)]
        for (type_, incoming), ends in found.items()
        if ends
    ], unread


def _first(item: tuple[str, Any]) -> str:
    return item[0]


def _tags(label: str, value: Any) -> dict[str, str]:
    for key, text in value.items():
        if type(key) is not str or type(text) is not str:
            raise Misfit(f"{label}: a tag is a text for a text, {type(text).__name__} came")
        _check_key(label, "tags", f"{key}={text}")
    return dict(sorted(value.items()))


def _dump(label: str, value: Any) -> bytes:
    try:
        return orjson.dumps(value, option=CANONICAL)
    except (TypeError, ValueError) as error:  # lone surrogates, integers beyond 64 bits
        raise Misfit(f"{label}: not JSON: {error}") from None
