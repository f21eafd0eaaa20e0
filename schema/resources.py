"""The GraphQL types of resources, from their declarations: an interface, and one type each.

Every relationship field has the interface `Resource` as its type, also where the declaration names
one target type. An end that is not inventoried is an `UnseenResource`, known by its `uid` alone; a
field of a concrete type would have to hide it or be null, and null means that the cloud says there
is none. A client asks for more with a fragment: `kmsKey { uid ... on AwsKmsKey { isRotated } }`.

Every property may be null: one that could not be read is absent, and `unread` names it. Whole
numbers are `Long`, since a cloud's may be beyond GraphQL's 32 bits.
"""

from __future__ import annotations

import datetime
import difflib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ingest.catalogue import BASE_PROPERTIES, Catalogue, Declaration, Property, Relationship
from ingest.model import Document
from schema.errors import UnknownType
from schema.naming import camel
from schema.shape import FIRST, Argument, Aside, Column, Field, Inline, Link, Shape
from schema.shelf import Shelf

RESOURCE, UNSEEN = "Resource", "UnseenResource"
SCALARS: Mapping[type, str] = {
    str: "String", bool: "Boolean", int: "Long", float: "Float",
    datetime.datetime: "DateTime", Document: "JSON",
}  # fmt: skip
BASE_TYPES = {"created_at": "DateTime", "first_seen": "DateTime", "unread": "[String!]",
              "unread_why": "[String!]", "uid": "String!"}  # fmt: skip


def _plain(value: Mapping[str, Any]) -> Any:
    """Return an edge's properties as JSON."""
    return {
        key: item.iso_format() if hasattr(item, "iso_format") else item
        for key, item in value.items()
        if key != "stale"
    }


UNREAD_DOC = "Names of fields and relationship types that could not be read; null where none."
TAG = Shape(
    name="Tag",
    doc="A tag of a resource.",
    fields=(
        Column(name="key", type="String!", doc="Its key.", names={"p": "key"}),
        Column(name="value", type="String!", doc="Its value.", names={"p": "value"}),
    ),
)
RELATIONSHIP = Shape(
    name="Relationship",
    doc="A relationship of a resource, seen from that resource's side.",
    fields=(
        Column(name="type", type="String!", doc="Its type, such as `ENCRYPTED_BY`.",
               text="type($$E)"),
        Column(name="direction", type="Direction!", doc="From this resource, or to it.",
               text="CASE WHEN startNode($$E) = $$A THEN 'OUT' ELSE 'IN' END"),
        Column(name="stale", type="Boolean!", doc="It could not be read again, and may be gone.",
               text="coalesce($$E.stale, false)"),
        Column(name="properties", type="JSON!", doc="Its own properties: ports, conditions.",
               text="properties($$E)", finish=_plain),
        Column(name="distance", type="Int!", doc="Steps from the resource to the other end, by the "
               "shortest path.", text="$DISTANCE"),
        Column(name="path", type="[String!]!", doc="The uids on the way, of both ends included.",
               text="$PATH"),
        Inline(name="other", target=RESOURCE, doc="The resource at its other, farther end."),
    ),
)  # fmt: skip


def shapes(catalogue: Catalogue, shelf: Shelf) -> tuple[Shape, ...]:
    """Return the shapes of all resources, tied to what the shelf holds."""
    common = (*_base(), *_common(catalogue), _raw(shelf))
    known = {field.name for field in common}
    return (
        TAG,
        RELATIONSHIP,
        Shape(name=RESOURCE, fields=common, is_interface=True,
              doc="A thing that a cloud lists, or that a listed one points at."),
        Shape(name=UNSEEN, fields=common, interface=RESOURCE,
              doc="What others point at and no connector lists: only its `uid` is known."),
        *(_shape(declaration, common, known) for declaration in catalogue),
    )  # fmt: skip


def type_of(catalogue: Catalogue) -> Callable[[Sequence[str]], str]:
    """Return the function that tells the GraphQL type of a node's labels."""
    known = frozenset(catalogue.labels)

    def name(labels: Sequence[str]) -> str:
        for label in labels:
            if label in known:
                return label
        return UNSEEN

    return name


def _shape(declaration: Declaration, common: Sequence[Field], known: set[str]) -> Shape:
    own: list[Field] = [
        _column(prop) for prop in declaration.properties if camel(prop.name) not in known
    ]
    own += [_link(declaration, edge) for edge in declaration.relationships]
    return Shape(
        name=declaration.label, doc=declaration.doc, interface=RESOURCE, fields=(*common, *own)
    )


def _base() -> list[Field]:
    return [
        _scalar(
            name,
            BASE_TYPES.get(name, "String"),
            UNREAD_DOC if name == "unread" else doc,
            is_owners=name == "unread_why",
        )
        for name, (_, doc) in BASE_PROPERTIES.items()
    ]


def _common(catalogue: Catalogue) -> tuple[Field, ...]:
    return (
        Link(name="tags", target="Tag", many=True, match="($$A)-[$$E:TAGGED]->($$N:Tag)",
             order="$$N.key, $$N.value", doc="Its tags, by key.", arguments=(FIRST,)),
        Link(name="relationships", target="Relationship", many=True,
             match="($$A)-[$$E]-($$N:Resource)", order="type($$E), $$N.uid",
             doc="Its relationships, by type.", check=_known(catalogue),
             narrow={"type": "type($$E) = $VALUE",
                     "direction": "startNode($$E) = CASE $VALUE WHEN 'OUT' THEN $$A ELSE $$N END"},
             arguments=(Argument(name="type", type="String", doc="Only of this type."),
                        Argument(name="direction", type="Direction", doc="Only this way."),
                        Argument(name="depth", type="Int", default=1,
                                 doc="How many steps away at most: 1 to 3; each by this type and "
                                 "this way."),
                        FIRST)),
        Link(name="findings", target="Finding", many=True, order="$$N.id",
             match="($$A)<-[$$E:OF]-($$N:Finding)", doc="What controls found on it.",
             narrow={"status": "$$N.status = $VALUE", "connector": "$$N.connector = $VALUE"},
             arguments=(Argument(name="status", type="Status", doc="Only of this status."),
                        Argument(name="connector", type="String", doc="Of this connector's id."),
                        FIRST)),
    )  # fmt: skip


def _raw(shelf: Shelf) -> Aside:
    """Make the field of what the cloud said; the type is part of the key, for those who look."""
    return Aside(
        name="rawConfiguration", type="JSON", read=shelf.configurations,
        doc="What the cloud said of it when it last changed, secrets taken out; null where that is "
        "not kept, or by a connector that is not seen. Costly: meant for a page of one resource.",
        text="CASE WHEN NOT $$N:Unseen THEN "
        "[$$N.uid, head([label IN labels($$N) WHERE label <> 'Resource'])] END",
    )  # fmt: skip


def _known(catalogue: Catalogue) -> Callable[[Mapping[str, Any]], None]:
    """Return the check of the `type` argument of `relationships`."""

    def check(given: Mapping[str, Any]) -> None:
        type_ = given.get("type")
        if type_ is not None and type_ not in catalogue.relationship_types:
            near = difflib.get_close_matches(type_, catalogue.relationship_types, 3, 0.5)
            raise UnknownType(
                f"no relationship is called {type_[:80]!r}"
                + (f": did you mean {', '.join(near)}?" if near else "")
            )

    return check


def _column(prop: Property) -> Column:
    type_ = SCALARS[prop.kind]
    return _scalar(prop.name, f"[{type_}!]" if prop.many else type_, prop.doc)


def _scalar(name: str, type_: str, doc: str, *, is_owners: bool = False) -> Column:
    names = {"p": name}
    if type_ == "DateTime":
        return Column(name=camel(name), type=type_, doc=doc, names=names, text="toString($$N.$$P)")
    if type_ == "[DateTime!]":
        return Column(name=camel(name), type=type_, doc=doc, names=names,
                      text="[x IN $$N.$$P | toString(x)]")  # fmt: skip
    if type_ == "[JSON!]":
        return Column(name=camel(name), type=type_, doc=doc, names=names,
                      finish=lambda texts: [json.loads(text) for text in texts])  # fmt: skip
    return Column(name=camel(name), type=type_, doc=doc, names=names, is_owners=is_owners,
                  finish=json.loads if type_ == "JSON" else None)  # fmt: skip


def _link(declaration: Declaration, edge: Relationship) -> Link:
    """Make the field of a relationship; what no type names is told from what a sibling names."""
    others = {
        target
        for sibling in declaration.relationships
        if (sibling.type, sibling.incoming) == (edge.type, edge.incoming) and sibling is not edge
        for target in sibling.targets
    }
    names = {"type": edge.type}
    if edge.targets:
        names["targets"] = "|".join((*edge.targets, "Unseen"))
    elif others:
        names["others"] = "|".join(sorted(others))
    return Link(
        name=camel(edge.name), target=RESOURCE, doc=edge.doc, many=edge.many, names=names,
        match=_pattern(edge), where="NOT $$N:$$OTHERS" if "others" in names else "",
        order="$$N.uid" if edge.many else "$$N:Unseen, $$N.uid",
        arguments=(FIRST,) if edge.many else (),
    )  # fmt: skip


def _pattern(edge: Relationship) -> Any:
    if edge.targets:
        if edge.incoming:
            return "($$A)<-[$$E:$$TYPE]-($$N:$$TARGETS)"
        return "($$A)-[$$E:$$TYPE]->($$N:$$TARGETS)"
    if edge.incoming:
        return "($$A)<-[$$E:$$TYPE]-($$N:Resource)"
    return "($$A)-[$$E:$$TYPE]->($$N:Resource)"
