"""The GraphQL types of usage: the connectors that were active in a month, for admins.

It is counted when it is asked for, off the lake and the ledger (`graph.usage`).
"""

from __future__ import annotations

import datetime
import operator
from collections.abc import Mapping
from typing import Any

from graph.usage import Month, NoMonth
from schema.errors import BadFilter
from schema.roots import Held, Root
from schema.shape import Argument, Kept, Shape
from schema.shelf import Shelf
from schema.viewer import Viewer


def _own(name: str, type_: str, doc: str, attribute: str) -> Kept:
    return Kept(name=name, type=type_, doc=doc, find=operator.attrgetter(attribute))


def _time(name: str, doc: str, attribute: str) -> Kept:
    found = operator.attrgetter(attribute)

    def iso(held: Any) -> str:
        at: datetime.datetime = found(held)
        return at.astimezone(datetime.UTC).isoformat()

    return Kept(name=name, type="DateTime!", doc=doc, find=iso)


SHAPES = (
    Shape(
        name="ActiveConnector",
        doc="A connector that at least one scan read in a month.",
        fields=(
            _own("id", "String!", "Its id.", "active.connector"),
            _own("name", "String!", "Its name, or the last one of a removed one.", "name"),
            _own("cloud", "String!", "`aws`, `azure` or `gcp`.", "active.cloud"),
            _own("scans", "Int!", "Scans that ended in the month.", "active.scans"),
            _time("first", "When the first of them ended.", "active.first"),
            _time("last", "When the last of them ended.", "active.last"),
            _own("isRemoved", "Boolean!", "It has been removed since.", "is_removed"),
        ),
    ),
    Shape(
        name="Usage",
        doc="The connectors that were active in a month, in UTC.",
        fields=(
            Kept(name="month", type="String!", doc="Such as `2026-03`.",
                 find=lambda usage: str(usage.month)),
            _time("since", "Its first moment.", "month.since"),
            _time("until", "The first moment after it.", "month.until"),
            _own("isOver", "Boolean!", "It is over: nothing is added any more.", "is_over"),
            Kept(name="connectors", type="Int!", doc="How many were active.",
                 find=lambda usage: len(usage.active)),
            _own("clouds", "JSON!", "How many of each cloud.", "clouds"),
            Kept(name="active", type="[ActiveConnector!]!", doc="They, by id.",
                 find=lambda usage: list(usage.active)),
        ),
    ),
)  # fmt: skip


def roots(shelf: Shelf) -> tuple[Root, ...]:
    """Return the root field."""

    def usage(viewer: Viewer, given: Mapping[str, Any]) -> Any:
        if not viewer.may("admin"):
            return None
        try:
            return shelf.usage(Month.parse(given["month"]))
        except NoMonth as error:
            raise BadFilter(f"month: {error}") from None

    return (
        Held(name="usage", type="Usage", find=usage, by_viewer=True,
             doc="The connectors that were active in a month; null for who is no admin.",
             arguments=(Argument(name="month", type="String!", doc="Such as `2026-03`, in UTC."),)),
    )  # fmt: skip
