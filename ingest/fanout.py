"""Ask about the items of a listing side by side, and make records of them in their order.

What a cloud's client brings is how a question is put: here they are only kept in flight, a bounded
number ahead of the record that is made, so that memory stays flat however long a listing is.
"""

from __future__ import annotations

import collections
import concurrent.futures
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from ingest.items import Answer, Item
from ingest.model import Json, Malformed, Resource

Made = TypeVar("Made", bound=Resource)
View = TypeVar("View")
Asked: TypeAlias = concurrent.futures.Future[Answer]

ODD = (LookupError, TypeError, ValueError, AttributeError)  # what a record of another form causes


def answered(
    entries: Iterable[Json],
    ask: Callable[[Json], Mapping[str, Asked | Answer]],
    *,
    ahead: int,
) -> Iterator[Item]:
    """Yield each entry with the answers to what `ask` puts about it, in the entries' order."""
    waiting: collections.deque[tuple[Json, Mapping[str, Asked | Answer]]] = collections.deque()
    for body in entries:
        waiting.append((body, ask(body)))
        if len(waiting) > ahead:
            yield _gathered(*waiting.popleft())
    while waiting:
        yield _gathered(*waiting.popleft())


def made(
    read: Callable[[View, Item], Made], view: View, items: Iterable[Item]
) -> Iterator[Made | Malformed]:
    """Yield `read(view, item)`; an item that no record can be made of is yielded as Malformed."""
    for item in items:
        try:
            yield read(view, item)
        except ODD as error:
            # The message may hold a value of the record; its type and field name can't.
            where = f" {error.args[0]!r}" if isinstance(error, KeyError) else ""
            raw: Any = item.raw
            yield Malformed(raw=raw, error=f"{type(error).__name__}{where}")


def _gathered(body: Json, asked: Mapping[str, Asked | Answer]) -> Item:
    answers = {
        name: answer if isinstance(answer, Answer) else answer.result()
        for name, answer in asked.items()
    }
    return Item(body=body, answers=answers)
