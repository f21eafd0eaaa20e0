"""`findings(since:)`: what opened, changed and closed, for integrations that pull again and again.

The order is that of the changes (`graph.feed`). A page is read up to the number that was counted
last when the statement began: everything up to there is committed and in its place, so a puller who
goes on after the last cursor misses nothing. What changes twice between two pulls is told once, as
it is then.
"""

from __future__ import annotations

from typing import Any

from graph.feed import KEPT_DAYS
from schema.cursor import SINCE
from schema.errors import StaleCursor
from schema.page import Page


def _known(row: Any, last: str) -> None:
    """Refuse a cursor behind which something was forgotten. Raises StaleCursor."""
    if last and row["forgotten"] is not None and last < row["forgotten"]:
        raise StaleCursor(
            f"since: closings older than {KEPT_DAYS} days are forgotten, and this cursor is from "
            'before: begin again with since: "0", and take what is not among it for closed'
        )


def feed(page: Page) -> Page:
    """Return the page of changes that `findings(since:)` gives, narrowed as `page` is."""
    return Page(
        name=page.name, target=page.target, doc=page.doc, arguments=page.arguments,
        match="($$N:FindingChange)", key="$$N.change", narrow=page.narrow, go_on=SINCE,
        before="OPTIONAL MATCH (feed:FindingCounter {id: 1})",
        where="$$N.change <= feed.bound", tells="feed.forgotten AS forgotten", check=_known,
    )  # fmt: skip
