"""Turn a record into a row: plain values that fit a graph, checked against the declaration.

A row is what is staged, hashed, compared and written: properties, edges, tags, and what was
unread. Values that a batch could choke on (integers beyond 64 bits, NaN, lone surrogates, keys too
long for an index) are caught here, one record at a time, so that a bad one costs only itself.

What is staged is canonical: the same record gives the same bytes, whatever the order in which its
edges or tags came, and the hash is taken over those bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import orjson

from ingest.catalogue import Declaration, Property
from ingest.identity import SHARED_OWNERS, Scope, place
from ingest.model import Document, Ref, Resource, Unread

INT_MIN, INT_MAX = -(2**63), 2**63 - 1
KEY_BYTES = 4_000  # Neo4j refuses a whole batch for one indexed value of more than about 8 kB
SURELY_SHORT = KEY_BYTES // 4  # characters: UTF-8 takes four bytes at most
CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS


class Misfit(ValueError):
    """A record does not fit its declaration; the message names field and type, never the value."""


class Row(NamedTuple):
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
    return _RowMaker(declaration, scope).make


class _RowMaker:
    """Makes rows of one type: once for each record of every scan, so it is written for speed."""

    def __init__(self, declaration: Declaration, scope: Scope) -> None:
        self._declaration = declaration
        self._scope = scope
        self._label = declaration.label
        self._is_shared = declaration.is_shared
        # A value of exactly this class needs no further look; None stands for "ask the check".
        self._checks = [
            (p.name, p.kind if p.kind in {str, bool} and not (p.many or p.indexed) else None,
             _check(declaration.label, p))
            for p in declaration.properties
        ]  # fmt: skip
        self._placed = {p.name for p in declaration.properties} & {"account", "region"}
        self._seed = declaration.digest.encode()

    def make(self, record: Resource) -> Row:
        """Return the row of a record."""
        fields = record.__dict__
        unread: list[tuple[str, Unread]] = []
        props = self._properties(fields, unread)
        uid = props[self._declaration.key]
        _check_key(self._label, "uid", uid)
        self._add_base(fields, props, uid)
        links: dict[str, Any] = {"e": _edges(self._label, fields, self._declaration, unread)}
        links["t"] = self._tags(fields, unread)
        if unread:
            self._mark(props, unread)
        # Made in one order for every record of a type, so there is nothing to sort.
        said, linked = _dump(self._label, props, 0), _dump(self._label, links, 0)
        code = hashlib.blake2b(said + linked, digest_size=8, key=self._seed).digest()
        owner = props.get("account", "")
        return Row(
            uid,
            int.from_bytes(code, "big", signed=True),
            "shared" if self._is_shared or owner in SHARED_OWNERS else owner,
            said,
            linked,
            tuple(unread),
        )

    def _properties(
        self, fields: dict[str, Any], unread: list[tuple[str, Unread]]
    ) -> dict[str, Any]:
        props: dict[str, Any] = {}
        for name, kind, check in self._checks:
            value = fields[name]
            if type(value) is kind:
                props[name] = value
            elif type(value) is Unread:
                unread.append((name, value))
            elif (value := check(value)) is not None:
                props[name] = value
        return props

    def _add_base(self, fields: dict[str, Any], props: dict[str, Any], uid: str) -> None:
        """Add what every resource has."""
        name, created = fields["name"], fields["created_at"]
        _check_key(self._label, "name", name)
        account, region = place(uid)
        scope = self._scope
        props["uid"], props["name"] = uid, name
        props["cloud"], props["partition"] = scope.cloud, scope.partition
        # What is shared does not count to whoever happened to read it last.
        owner = account or (scope.above if self._is_shared else scope.account)
        if owner and ("account" not in self._placed or "account" not in props):
            props["account"] = owner
        if "region" not in self._placed or "region" not in props:
            props["region"] = region or scope.region
        if created is not None and "created_at" not in props and type(created) is not Unread:
            props["created_at"] = _time(self._label, "created_at", created)
        incarnation = fields[self._declaration.incarnation]
        if isinstance(incarnation, datetime.datetime):  # its text is made with the rest
            props["incarnation"] = _time(self._label, "incarnation", incarnation)
        elif isinstance(incarnation, str):
            props["incarnation"] = incarnation

    def _tags(self, fields: dict[str, Any], unread: list[tuple[str, Unread]]) -> dict[str, str]:
        name = self._declaration.tags
        if name is None:
            return {}
        if type(fields[name]) is Unread:
            unread.append((name, fields[name]))
            return {}
        return _tags(self._label, fields[name])

    def _mark(self, props: dict[str, Any], unread: list[tuple[str, Unread]]) -> None:
        """Say on the node what could not be read, and why."""
        named = self._declaration.unread_name
        reasons = {(named(name), why.reason) for name, why in unread}
        props["unread"] = sorted({name for name, _ in reasons})
        props["unread_why"] = sorted(f"{name}: {reason}" for name, reason in reasons)


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
    return special.get(kind, indexed_text if indexed and kind is str else plain)


def _time(label: str, name: str, value: Any) -> datetime.datetime:
    """Return a time in UTC, so that one moment has one text."""
    if not isinstance(value, datetime.datetime) or value.tzinfo is None:
        raise Misfit(f"{label}.{name}: an aware datetime is declared, {type(value).__name__} came")
    return value if value.tzinfo is datetime.UTC else value.astimezone(datetime.UTC)


def _check_key(label: str, name: str, value: Any) -> None:
    if type(value) is not str or not value:
        raise Misfit(f"{label}.{name}: a text is needed, {type(value).__name__} came")
    if len(value) > SURELY_SHORT and len(value.encode(errors="replace")) > KEY_BYTES:
        raise Misfit(f"{label}.{name}: longer than {KEY_BYTES} bytes")


def _edges(
    label: str,
    fields: dict[str, Any],
    declaration: Declaration,
    unread: list[tuple[str, Unread]],
) -> list[Any]:
    """Return the edges by type and direction; unread edge fields are added to `unread`."""
    found: dict[tuple[str, bool], dict[str, Any]] = {}
    for declared in declaration.relationships:
        value = fields[declared.name]
        if value is None:
            continue
        if type(value) is Unread:
            unread.append((declared.name, value))
            continue
        for ref in value if declared.many else (value,):
            if type(ref) is not Ref:
                raise Misfit(
                    f"{label}.{declared.name}: a Ref is declared, {type(ref).__name__} came"
                )
            uid = ref.uid
            if type(uid) is not str or not uid or len(uid) > SURELY_SHORT:
                _check_key(label, declared.name, uid)
            ends = found.setdefault((declared.type, declared.incoming), {})
            ends[uid] = dict(sorted(ref.props.items())) if ref.props else None
    return [
        [type_, incoming, sorted(ends.items(), key=_first) if len(ends) > 1 else [*ends.items()]]
        for (type_, incoming), ends in found.items()
    ]


def _first(item: tuple[str, Any]) -> str:
    return item[0]


def _tags(label: str, value: Any) -> dict[str, str]:
    for key, text in value.items():
        if type(key) is not str or type(text) is not str:
            raise Misfit(f"{label}: a tag is a text for a text, {type(text).__name__} came")
        _check_key(label, "tags", f"{key}={text}")
    return dict(sorted(value.items()))


def _dump(label: str, value: Any, option: int = CANONICAL) -> bytes:
    try:
        return orjson.dumps(value, option=option)
    except (TypeError, ValueError) as error:  # lone surrogates, integers beyond 64 bits
        raise Misfit(f"{label}: not JSON: {error}") from None
