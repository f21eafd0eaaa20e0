"""Read an export back as the tool would that takes it, and refuse what is not valid.

Each reader returns the ids of the findings that it saw, in order.
"""

from __future__ import annotations

import csv
import functools
import html.parser
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped] # ships no types

SCHEMAS = Path(__file__).parent / "schemas"
STARTS = ("=", "+", "-", "@", "\t", "\r")


@functools.cache
def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def validate(value: Any, name: str) -> None:
    """Raise where a value does not fit a schema, naming the place."""
    errors = validator(name).iter_errors(value)
    assert [f"{list(e.absolute_path)}: {e.message[:300]}" for e in errors] == []


def events(data: bytes) -> list[dict[str, Any]]:
    """Return OCSF events, each valid."""
    found = [json.loads(line) for line in lines(data)]
    for event in found:
        validate(event, "ocsf-1.5.0-compliance_finding.json")
    return found


def log(data: bytes) -> dict[str, Any]:
    """Return the one run of a valid SARIF log."""
    said = json.loads(data)
    validate(said, "sarif-2.1.0-rtm.5.json")
    (run,) = said["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    found: dict[str, Any] = run
    return found


def lines(data: bytes) -> list[str]:
    """Return lines of JSON, which are ended by line feeds and by nothing else."""
    return data.decode().split("\n")[:-1]


def table(data: bytes) -> list[dict[str, str]]:
    """Return the records of a CSV, the escapes of its cells undone; no cell is a formula."""
    found = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    for record in found:
        assert None not in record
        assert None not in record.values()
        for value in record.values():
            assert not value.lstrip(" \n").startswith(STARTS), value[:40]
    return [{k: v.removeprefix("'") for k, v in record.items()} for record in found]


class Page(html.parser.HTMLParser):
    """What a browser would make of a page: its elements, attributes and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(data: bytes) -> Page:
    """Return a page, well-formed and with nothing in it that acts."""
    found = Page()
    found.feed(data.decode())
    found.close()
    assert found.open == []
    assert {tag for tag, _ in found.tags} <= ALLOWED
    for tag, attributes in found.tags:
        assert set(attributes) <= ATTRIBUTES, (tag, attributes)
        assert attributes.get("href", "#").startswith("#")  # type: ignore[union-attr] # given
    return found


ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "section", "article", "header", "footer",
    "div", "p", "span", "b", "h1", "h2", "h3", "bdi", "code", "pre", "small", "br", "a", "ol",
    "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect",
    "circle",
}  # fmt: skip
ATTRIBUTES = {
    "class", "id", "href", "lang", "charset", "http-equiv", "content", "name", "scope", "viewbox",
    "preserveaspectratio", "role", "aria-label", "aria-hidden", "x", "y", "width", "height", "cx",
    "cy", "r",
}  # fmt: skip

READ: Mapping[str, Callable[[bytes], list[str]]] = {
    "csv": lambda data: [r["id"] for r in table(data) if r.get("record", "finding") == "finding"],
    "ocsf": lambda data: [e["finding_info"]["uid"] for e in events(data)],
    "sarif": lambda data: [r["partialFingerprints"]["cirrograph/v1"] for r in log(data)["results"]],
}
