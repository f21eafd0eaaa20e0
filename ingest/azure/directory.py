"""Ask further about an object of Microsoft Graph: its members, or the tenant's policies.

A `GraphChild` is for Microsoft Graph what a `Child` is for Resource Manager: one more call about an
object, and the permission it needs. What is taken from its answer is Unread where it was refused.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from ingest.azure.endpoints import ARM, GRAPH
from ingest.fanout import ODD, Asked, answered
from ingest.items import Answer, Item
from ingest.model import Json, Unread
from ingest.refusal import Refused

if TYPE_CHECKING:
    from ingest.azure.client import Azure

VERSION = "/v1.0"


@dataclasses.dataclass(frozen=True, kw_only=True)
class GraphChild:
    """One further call about an object.

    call: its name for people. path: behind the version, or a function of the object.
    reads: the permission, which fields that it fills declare too.
    listed: the answer is a listing in pages; its body then holds all of it as `value`.
    when: whether the call makes sense for an object; otherwise its answer is empty.
    service: Resource Manager for what the tenant has only there.
    """

    name: str
    call: str
    path: str | Callable[[Json], str]
    reads: str
    listed: bool = False
    when: Callable[[Json], bool] | None = None
    service: str = GRAPH

    def address(self, body: Json) -> str:
        """Return the path that is asked for about an object."""
        path = self.path(body) if callable(self.path) else self.path
        return path if self.service == ARM else VERSION + path


def asked(
    azure: Azure, entries: Iterable[Json], children: Collection[GraphChild]
) -> Iterator[Item]:
    """Yield each object with the answers to the calls about it, in the objects' order."""
    pool = azure.owner

    def ask(body: Json) -> dict[str, Asked | Answer]:
        return {c.name: pool.submit(functools.partial(_answer, azure, c, body)) for c in children}

    return answered(entries, ask, ahead=max(1, 2 * pool.in_flight // max(1, len(children))))


def _answer(azure: Azure, child: GraphChild, body: Json) -> Answer:
    try:
        if child.when is not None and not child.when(body):
            return Answer(body={})
        address = child.address(body)
    except ODD as error:  # an object of another form: what can't be asked about is unread
        return _unread(child, child.call, type(error).__name__)
    try:
        if child.listed:
            found = list(azure.owner.pages(child.call, address, service=child.service))
            return Answer(body={"value": found})
        return Answer(body=azure.owner.get(child.call, address, service=child.service))
    except Refused as refused:
        return _unread(child, refused.call, refused.error)


def _unread(child: GraphChild, call: str, error: str) -> Answer:
    return Answer(body={}, refused=Unread(call=call, permission=child.reads, error=error))
