"""Reference pages of what judges: controls, policies, mandates."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from controls.control import FRONT_MATTER, Control
from controls.mandates import Mandate, Requirement, load_mandates
from controls.policies import Policy, load_policies
from docs.declared import path_of, shipped
from docs.tables import anchor, cell, code, codes, fence, link, page, table

INDEX = "controls.md"
PARTS = (("console", ""), ("cli", "sh"), ("terraform", "hcl"))
NAMES = {"console": "Console", "cli": "Command line", "terraform": "Terraform"}


@functools.cache
def policies() -> Mapping[str, Policy]:
    """Return the shipped policies by id."""
    return load_policies(shipped())


@functools.cache
def mandates() -> Mapping[str, Mandate]:
    """Return the shipped mandates by id."""
    return load_mandates(shipped(), policies())


def page_of(control: str) -> str:
    """Return the path of a control's page."""
    return f"controls/{control}.md"


def pages() -> dict[str, str]:
    """Return the pages by path."""
    made = {INDEX: _index(), "policies.md": _policies(), "mandates.md": _mandates()}
    return made | {page_of(c.id): _control(c) for c in shipped().values()}


def _index() -> str:
    rows = [
        (link(c.id, page_of(c.id), INDEX), c.severity, link(c.resource, path_of(c.resource), INDEX),
         c.title)
        for c in shipped().values()
    ]  # fmt: skip
    return page(
        "Controls",
        f"{len(rows)} controls. Each is one `.cypher` file below `controls/` with its cases beside "
        "it; how to write one is told in [Writing a control](../writing-a-control.md).",
        table(("control", "severity", "checks", "true when it passes"), rows),
    )


def _control(c: Control) -> str:
    at = page_of(c.id)
    said = [
        ("id", code(c.id)),
        ("severity", c.severity),
        ("checks", link(c.resource, path_of(c.resource), at)),
        ("policy", link(c.policy, f"policies.md#{anchor(c.policy)}", at)),
        ("mandates", _served(c, at)),
        ("same check elsewhere", "; ".join(f"{t}: {codes(ids)}" for t, ids in c.also.items())),
        ("file", link(code(f"controls/{c.id}.cypher"), f"../../controls/{c.id}.cypher", at)),
    ]
    match = FRONT_MATTER.match(c.text)
    query = c.text[match.end() :] if match else c.text
    return page(
        cell(c.title),
        table(("", ""), [row for row in said if row[1]]),
        "## Why",
        c.why,
        *_narrowing(c),
        *_thresholds(c),
        "## How to put it right",
        "`{name}` and the like stand for the resource's own; a finding has them filled in.",
        *_fix(c),
        "## Query",
        "It returns the resources that fail. The whole file can be pasted into Neo4j Browser.",
        fence(query, "cypher"),
    )


def _served(c: Control, at: str) -> str:
    return ", ".join(
        link(f"{mandate} {' '.join(numbers)}", f"mandates.md#{anchor(mandate)}", at)
        for mandate, numbers in sorted(c.mandates.items())
    )


def _narrowing(c: Control) -> Iterator[str]:
    if c.applies:
        yield "## Applies to"
        yield fence(c.applies, "cypher")


def _thresholds(c: Control) -> Iterator[str]:
    if c.thresholds:
        yield "## Thresholds"
        yield "They can be changed in an `overrides.yaml` of your own."
        yield table(
            ("name", "value"), [(code(n), code(repr(v))) for n, v in c.thresholds.items()]
        )  # fmt: skip


def _fix(c: Control) -> Iterator[str]:
    for part, language in PARTS:
        text = getattr(c.fix, part)
        yield f"### {NAMES[part]}"
        yield fence(text, language) if language else text.strip()


def _policies() -> str:
    blocks = []
    for policy in policies().values():
        rows = [
            (link(c, page_of(c), "policies.md"), shipped()[c].severity, shipped()[c].title)
            for c in policy.controls
        ]
        blocks += [f"## {policy.id}", f"{policy.title}. {policy.why.strip()}"]
        blocks += [table(("control", "severity", "true when it passes"), rows)]
    return page("Policies", "A policy is a named set of controls.", *blocks)


def _mandates() -> str:
    blocks = [block for mandate in mandates().values() for block in _mandate(mandate)]
    return page(
        "Mandates",
        "A mandate is a framework of requirements. *Manual* means that a person has to look and "
        "that no control judges it. *Not covered* means that nothing here checks it: such a "
        "requirement is never counted as passed.",
        *blocks,
    )


def _mandate(mandate: Mandate) -> Iterator[str]:
    leaves = mandate.leaves()
    covered = sum(1 for leaf in leaves if leaf.controls)
    manual = sum(1 for leaf in leaves if leaf.is_manual and not leaf.controls)
    counted = f"covered by controls {covered}, manual {manual}"
    missing = len(leaves) - covered - manual
    yield f"## {mandate.id}"
    yield f"{mandate.title}. {mandate.source.rstrip('.')}."
    yield f"{len(leaves)} requirements: {counted}, not covered {missing}."
    rows = [row for r in mandate.requirements for row in _rows(r)]
    yield table(("number", "requirement", "level", "met by"), rows)


def _rows(r: Requirement) -> Iterator[tuple[str, str, str, str]]:
    if r.requirements:
        yield f"**{r.number}**", f"**{r.title}**", "", ""
        for below in r.requirements:
            yield from _rows(below)
        return
    met = ", ".join(link(c, page_of(c), "mandates.md") for c in r.controls)
    yield r.number, r.title, ", ".join(r.levels), met or _unmet(r)


def _unmet(r: Requirement) -> str:
    return "*manual*" if r.is_manual else "*not covered*"
