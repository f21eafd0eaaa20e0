"""Show results: a table for people, JSON for programs, bars while something takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import neo4j.graph
import neo4j.time
import orjson
import typer
from rich.console import Console, ConsoleDimensions
from rich.markup import escape
from rich.table import Table
from rich.text import Text

__all__ = ["AsJson", "colored", "compact", "err", "escape", "json", "out", "plain", "table"]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]

WIDE = 240  # columns of a table that goes to a file or a pipe: nothing is broken for `grep`


class Output(Console):
    """Standard output; its width follows where it goes now, not where it went at import.

    An exported COLUMNS is the width of somebody's window, so it does not count for a pipe.
    """

    @property  # type: ignore[misc]  # nobody sets it here
    def size(self) -> ConsoleDimensions:
        """The window's size; a file or a pipe is WIDE."""
        return super().size if self.is_terminal else ConsoleDimensions(WIDE, 25)


out = Output(highlight=False)
err = Console(stderr=True, highlight=False)

SEVERITIES = ("critical", "high", "medium", "low", "info")
TIMES = (neo4j.time.DateTime, neo4j.time.Date, neo4j.time.Time, neo4j.time.Duration)
COLORS = {
    "FAIL": "red", "PASS": "green", "NOT_EVALUATED": "yellow", "WAIVED": "cyan",
    "NOT_APPLICABLE": "dim", "NOT_COVERED": "dim", "MANUAL": "blue", "critical": "bold red",
    "high": "red", "medium": "yellow", "low": "cyan", "online": "green", "degraded": "yellow",
    "offline": "red",
}  # fmt: skip


def json(value: Any) -> None:
    """Print a value as JSON on standard output."""
    text = orjson.dumps(value, default=plain, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)
    sys.stdout.buffer.write(text + b"\n")
    sys.stdout.buffer.flush()


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as a table; a cell that is a verdict, severity or state gets its colour."""
    if title:  # by itself: within the table it would be broken where the table ends
        out.print(f"[italic]{escape(title)}[/]")
    drawn = Table(header_style="bold", box=None, pad_edge=False)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(_cell(value) for value in row))
    out.print(drawn)


def colored(value: str) -> str:
    """Return markup of a verdict, severity or state in its colour."""
    color = COLORS.get(value)
    return f"[{color}]{escape(value)}[/]" if color else escape(value)


def plain(value: Any) -> Any:
    """Return a JSON value for what Neo4j or the project gives: nodes are their properties."""
    if isinstance(value, neo4j.graph.Node):
        return {"labels": sorted(value.labels), **dict(value)}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, **dict(value)}
    if isinstance(value, neo4j.graph.Path):
        return {"nodes": list(value.nodes), "relationships": list(value.relationships)}
    if isinstance(value, TIMES):  # a duration is also a tuple
        return value.iso_format()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return str(value)


def _cell(value: Any) -> str | Text:
    if value is None:
        return "[dim]-[/]"
    if isinstance(value, Text):
        return value
    return colored(value) if isinstance(value, str) else escape(str(value))


def compact(value: Any) -> str:
    """Return a value of a row as text for a table."""
    if isinstance(value, str):
        return value
    return orjson.dumps(value, default=plain, option=orjson.OPT_NON_STR_KEYS).decode()
