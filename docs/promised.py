"""What Cirrograph promises, in one line each, and the tests that show it.

The words are written here; the tests are found by their marker `promise("R5")`. A promise without a
test says so: it is a plan, and nobody should rely on it yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docs.tables import cell, code, page, table

ROOT = Path(__file__).parent.parent
MARKED = re.compile(
    r'^@pytest\.mark\.promise\("(\w+)"\)$(?:\n(?!def ).*)*\ndef (\w+)', re.MULTILINE
)

RELIABILITY = {
    "R1": "A worker that is killed at any moment leaves no half scan that looks like a whole one, "
    "and what was complete is not read again.",
    "R2": "A Neo4j that is killed or restarted in the middle of a write costs nothing and doubles "
    "nothing.",
    "R3": "Throttling slows a scan, never fails it, and never slows another account.",
    "R4": "Credentials that expire during a scan are refreshed once; after that, what is left is "
    "unread.",
    "R5": "A refused call makes its controls NOT_EVALUATED by the call's name; what was known "
    "stays and is marked, and nothing passes by it.",
    "R6": "A malformed record is kept aside and shown; the rest goes on.",
    "R7": "The same account cannot be added twice; what two connectors see is one node.",
    "R8": "Two scans of one connector never mix, and a late write of an old one does nothing.",
    "R9": "The same input gives the same graph, in any order and however often.",
    "R10": "No decision compares the clocks of two machines.",
    "R11": "Odd values cost one record at most, never a batch.",
    "R12": "A run of a report never changes, whatever is scanned later.",
    "R13": "An evaluation never sees half of what is being published.",
    "R14": "A control that is slow, broken or hungry costs itself and nothing else.",
    "R15": "A schedule loses no tick and doubles none.",
    "R16": "Notifications arrive at least once, signed; a finding has one ticket.",
    "R17": "Everything but secrets can be rebuilt from the lake.",
    "R18": "Disk and memory stay bounded.",
}
SECURITY = {
    "S1": "A control cannot write, load, administer, or read the server's settings.",
    "S2": "A control cannot run or grow without end.",
    "S3": "No name, tag or argument becomes Cypher.",
    "S4": "A request that would cost too much is refused before it runs.",
    "S5": "Strangers learn nothing of the schema in production.",
    "S6": "Errors tell nothing of the inside; each has an id that the log knows.",
    "S7": "Sign-in tokens are checked in every respect.",
    "S8": "API tokens are long, shown once, kept as hashes, and can be taken back at once.",
    "S9": "Who may not see a connector sees nothing of it, not even a count.",
    "S10": "Nobody who asks can have the server call an address of their choosing.",
    "S11": "Secrets in configurations are never kept, not even in quarantine.",
    "S12": "Changes are in an audit log that shows tampering.",
    "S13": "A web site cannot ask in its visitor's name.",
    "S14": "The page works offline, and a resource's name cannot run in it.",
    "S15": "Sizes are limited before anything is parsed.",
    "S16": "Exports carry no formulas.",
    "S17": "The permissions it asks for only read.",
    "S18": "Dependencies are few and locked with hashes.",
}


def page_of_promises() -> str:
    """Return the page."""
    shown = tests()
    return page(
        "Promises",
        "What it promises, and the tests that show each. They run against a real Neo4j and through "
        "real SDK clients. Where no test is named there is none yet: take such a line as a plan.",
        "## Reliability",
        table(("id", "promise", "shown by"), _rows(RELIABILITY, shown)),
        "## Security",
        table(("id", "promise", "shown by"), _rows(SECURITY, shown)),
    )


def tests() -> dict[str, list[tuple[str, str]]]:
    """Return, for each promise, the tests that carry its marker: (path, name), sorted."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for id_, name in MARKED.findall(path.read_text(encoding="utf-8")):
            found.setdefault(id_, []).append((path.relative_to(ROOT).as_posix(), name))
    return found


def _rows(
    promises: dict[str, str], shown: dict[str, list[tuple[str, str]]]
) -> Iterator[tuple[str, str, str]]:
    for id_, words in promises.items():
        by = ", ".join(f"[{said(name)}](../{path})" for path, name in shown.get(id_, []))
        yield code(id_), words, by or "no test yet"


def said(name: str) -> str:
    """Return a test's name as words."""
    return cell(name.removeprefix("test_").replace("_", " "))
