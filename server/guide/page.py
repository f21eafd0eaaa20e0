"""The guide that Neo4j Browser plays: slides with queries that run at a click.

It is the HTML that Browser 5 understands: slides, and `pre.runnable` for a query. Browser fetches
it from hosts that it trusts, which are `localhost` and its maker's own unless the server says
otherwise; so the guide's address is one on `localhost`. The queries are the files beside this one:
their first line is their title.
"""

from __future__ import annotations

import dataclasses
import functools
import html
from collections.abc import Mapping
from pathlib import Path

QUERIES = Path(__file__).parent / "queries"

SLIDES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Findings": (
        "What controls found wrong: <code>OF</code> a resource, <code>BY</code> a control.",
        ("critical-findings", "neighbours-of-a-finding", "findings-by-control"),
    ),
    "Exposure": (
        "What the internet reaches, and what it gets to from there.",
        ("internet-to-role", "internet-to-azure-machine", "internet-to-gcp-instance"),
    ),
    "Access": (
        "Who may do what, and who is trusted from outside.",
        ("who-is-admin", "trust-on-strangers", "azure-owners", "gcp-owners"),
    ),
    "Keys and data": ("What is encrypted by what.", ("what-a-key-opens",)),
    "What is not known": (
        "What could not be read is never counted as passed: here is what, and why.",
        ("not-evaluated", "unread-units"),
    ),
    "What there is": ("How many of each type, and who saw it.", ("inventory", "connectors")),
}
INTRO = """
<p class="lead">Every cloud resource is a node, every relationship an edge, every failure a
<code>Finding</code>.</p>
<p>Each of the next pages has queries: click one to have it in the editor, and run it.</p>
<p>Names and colours come from a style. Click, and have it:</p>
<pre class="pre-scrollable code runnable">:style {base}/cirrograph.grass</pre>
"""
OUTRO = """
<p>Every file of <code>controls/</code> is Cypher: paste one whole, and it returns what fails.</p>
<p>Browser can write, as its user can. Look, and leave changes to scans.</p>
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Query:
    """A saved query: its file's name, its title and its Cypher."""

    name: str
    title: str
    text: str


@functools.cache
def queries() -> Mapping[str, Query]:
    """Return the saved queries by name."""
    return {path.stem: _query(path) for path in sorted(QUERIES.glob("*.cypher"))}


def _query(path: Path) -> Query:
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    return Query(name=path.stem, title=first.removeprefix("//").strip(), text=rest.strip())


def guide(base: str) -> str:
    """Return the guide; `base` is the address that it and its files are served under."""
    shown = html.escape(base, quote=True)
    slides = [
        _slide("Cirrograph", INTRO.format(base=shown)),
        *(_slide(title, _queries(*about)) for title, about in SLIDES.items()),
        _slide("Further", OUTRO),
    ]
    return (
        '<article class="guide"><carousel class="deck container-fluid">'
        + "".join(slides)
        + "</carousel></article>\n"
    )


def _queries(lead: str, names: tuple[str, ...]) -> str:
    found = [queries()[name] for name in names]
    shown = [
        f"<h4>{html.escape(q.title)}</h4>"
        f'<pre class="pre-scrollable code runnable">{html.escape(q.text)}</pre>'
        for q in found
    ]
    return f'<p class="lead">{lead}</p>' + "".join(shown)


def _slide(title: str, body: str) -> str:
    return f'<slide class="row-fluid"><h3>{html.escape(title)}</h3>{body}</slide>'
