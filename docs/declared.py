"""Reference pages of what is declared: resource types, relationships, permissions."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from controls.control import Control
from controls.load import load
from docs.tables import cell, code, codes, fence, kind, link, page, table
from ingest.catalogue import (
    BASE_PROPERTIES,
    TAG_RELATIONSHIP,
    Catalogue,
    Declaration,
    Relationship,
    discover,
)
from ingest.cloud import access

ROOT = Path(__file__).parent.parent
INDEX = "types.md"
ANYTHING = "any resource"


@functools.cache
def catalogue() -> Catalogue:
    """Return the declarations."""
    return discover()


@functools.cache
def shipped() -> Mapping[str, Control]:
    """Return the shipped controls by id."""
    return load()


def path_of(label: str) -> str:
    """Return the path of a type's page."""
    return f"types/{label}.md"


def pages() -> dict[str, str]:
    """Return the pages by path."""
    made = {INDEX: _index(), "relationships.md": _relationships()}
    made |= {path_of(d.label): _type(d) for d in catalogue()}
    clouds = sorted({d.cloud for d in catalogue() if d.lists})
    return made | {f"permissions-{cloud}.md": _permissions(cloud) for cloud in clouds}


def _index() -> str:
    rows = [
        (link(d.label, path_of(d.label), INDEX), first(d.doc), code(d.service) if d.service else "",
         _listed_for(d), str(len(list(_controls(d.label)))))
        for d in catalogue()
    ]  # fmt: skip
    base = [(code(name), text) for name, (_, text) in BASE_PROPERTIES.items()]
    return page(
        "Resource types",
        f"{len(rows)} types. Each is one file below `ingest/`; how to add one is told in "
        "[Writing a resource type](../writing-a-resource-type.md).",
        table(("type", "what it is", "service", "listed once for a", "controls"), rows),
        "## What every resource has",
        table(("property", "meaning"), base),
        "Every node also has the label `Resource`. What something points at and no scan has read "
        "is a node with the labels `Resource` and `Unseen`, and has a `uid` only.",
    )


def _listed_for(d: Declaration) -> str:
    return "" if d.scheme else "account" if d.is_global else "region"


def _listing(d: Declaration) -> list[tuple[str, str]]:
    """Return how a type comes into the graph."""
    if d.scheme:
        return [("there while", "something that is listed points at it: nothing lists it")]
    return [
        ("service", code(d.service)),
        ("listed with", codes(d.lists)),
        ("listed once for", "an account" if d.is_global else "each region"),
    ]


def _type(d: Declaration) -> str:
    at = path_of(d.label)
    source = d.source.relative_to(ROOT).as_posix()
    said = [
        *_listing(d),
        ("declared in", link(code(source), f"../../{source}", at)),
        ("`uid` is", f"its `{d.key}`: {d.key_doc}"),
        ("`incarnation` is", f"its `{d.incarnation}`"),
    ]
    if d.redact:
        said.append(("never kept", codes(d.redact)))
    if d.formerly:
        said.append(("formerly", codes(d.formerly)))
    return page(
        d.label,
        d.doc.strip(),
        table(("", ""), said),
        "## Properties",
        f"Beside those that [every resource has](../{INDEX}#what-every-resource-has). An empty "
        "last column means that the listing fills it.",
        table(("property", "values", "meaning", "read with"), _properties(d)),
        "## Relationships",
        table(("relationship", "meaning", "read with"), _own(d)) or "It declares none.",
        _pointing(d),
        "## Controls",
        _controlled(d) or "No control checks this type yet.",
    )


def _properties(d: Declaration) -> Iterator[tuple[str, str, str, str]]:
    for p in d.properties:
        yield code(p.name), kind(p), p.doc, code(p.reads) if p.reads else ""


def _own(d: Declaration) -> Iterator[tuple[str, str, str]]:
    at = path_of(d.label)
    for r in d.relationships:
        more = "".join(f" `{name}`: {doc}" for name, doc in sorted(r.props.items()))
        yield _drawn(r, at), r.doc + more, code(r.reads) if r.reads else ""
    if d.tags:
        reads = code(d.tags_reads) if d.tags_reads else ""
        yield f"this -`{TAG_RELATIONSHIP}`-> `Tag`", "Its tags, each with `key` and `value`.", reads


def _drawn(r: Relationship, at: str) -> str:
    ends = " or ".join(link(t, path_of(t), at) for t in r.targets) or ANYTHING
    return f"{ends} -`{r.type}`-> this" if r.incoming else f"this -`{r.type}`-> {ends}"


def _pointing(d: Declaration) -> str:
    """Return the relationships of other types that name this one."""
    at = path_of(d.label)
    rows = []
    for other in catalogue():
        for r in other.relationships:
            if other.label != d.label and d.label in r.targets:
                end = link(other.label, path_of(other.label), at)
                drawn = f"this -`{r.type}`-> {end}" if r.incoming else f"{end} -`{r.type}`-> this"
                rows.append((drawn, r.doc))
    return table(("declared by others", "meaning"), rows)


def _controls(label: str) -> Iterator[tuple[str, str, str]]:
    for control in shipped().values():
        if control.resource == label:
            yield control.id, control.severity, control.title


def _controlled(d: Declaration) -> str:
    at = path_of(d.label)
    return table(
        ("control", "severity", "true when it passes"),
        [(link(c, f"controls/{c}.md", at), s, t) for c, s, t in _controls(d.label)],
    )


def _relationships() -> str:
    at = "relationships.md"
    found: dict[str, list[tuple[str, str, str]]] = {}
    for d in catalogue():
        here = link(d.label, path_of(d.label), at)
        for r in d.relationships:
            ends = " or ".join(link(t, path_of(t), at) for t in r.targets) or ANYTHING
            row = (ends, here, r.doc) if r.incoming else (here, ends, r.doc)
            found.setdefault(r.type, []).append(row)
        if d.tags:
            found.setdefault(TAG_RELATIONSHIP, []).append((here, "`Tag`", "Its tags."))
    blocks = [
        f"## {type_}\n\n{table(('from', 'to', 'meaning'), rows)}"
        for type_, rows in sorted(found.items())
    ]
    return page(
        "Relationships",
        f"{len(found)} relationship types, read from left to right. An end that no scan has read "
        "is an `Unseen` node. Each edge may have `stale`: the call that tells it was refused, and "
        "this is the last that was known.",
        *blocks,
    )


CLOUDS = {"aws": "AWS", "azure": "Azure", "gcp": "Google Cloud"}


def _permissions(cloud: str) -> str:
    actions = list(catalogue().permissions(cloud))
    uses = [
        (code(action), ", ".join(_users(action))) for action in actions
    ]  # fmt: skip
    return page(
        f"Permissions for {CLOUDS[cloud]}",
        f"Reading needs these {len(actions)} permissions and no other. All of them read; none "
        "writes. Each stands in the declaration of the type or field that needs it, so a refused "
        "one costs exactly what is listed beside it.",
        fence(json.dumps(access(cloud, catalogue()), indent=2), "json"),
        "## What each is for",
        table(("permission", "types and fields"), uses),
    )


def _users(action: str) -> Iterator[str]:
    """Yield what needs a permission: types that are listed with it, and fields."""
    for d in catalogue():
        here = link(d.label, path_of(d.label), "permissions.md")
        fields = sorted(name for name, reads in d.reads.items() if reads == action)
        if action in d.lists:
            yield here
        elif fields:
            yield f"{here} ({codes(fields)})"


def first(text: str) -> str:
    """Return the first paragraph, on one line."""
    return cell(text.strip().split("\n\n", maxsplit=1)[0])
