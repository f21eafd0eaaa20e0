"""What a `fetch` works with: an item of a listing and the answers of the calls about it.

An `Item` is one entry of a listing. A `Part` says one further call about each item and the
permission it needs; its `Answer` either holds what the cloud said, or stands for the refusal:
whatever is then taken from it is `Unread`, so exactly the fields it fills are marked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ingest.model import Json, Unread

Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True)
class Part:
    """One call about an item.

    operation: the SDK's method name (`get_bucket_acl`).
    reads: the permission it needs; fields it fills declare the same.
    given: argument name -> dotted path into the item, or a function of the item.
    none: error codes by which the cloud says "there is none": the answer is then empty.
    keep: extra fixed arguments.
    service: another service than the declaration's.
    when: whether the call makes sense for an item; otherwise its answer is empty.
    pages: dotted path of a listing that comes in pages; the answer then holds all of it there.
    shared: many items ask the same of it, so each question is put once for a whole listing.
    region: item -> the region to ask in, where that is another than the item's.
    """

    name: str
    operation: str
    reads: str
    given: Mapping[str, str | Callable[[Json], Any]]
    none: tuple[str, ...] = ()
    _: dataclasses.KW_ONLY
    keep: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    service: str | None = None
    when: Callable[[Json], bool] | None = None
    pages: str | None = None
    shared: bool = False
    region: Callable[[Json], str] | None = None

    def arguments(self, item: Json) -> dict[str, Any]:
        """Return the call's arguments for an item."""
        given = {
            name: source(item) if callable(source) else dig(item, source)
            for name, source in self.given.items()
        }
        return {**self.keep, **given}


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a part's call said: `body` (empty where the cloud says there is none), or a refusal."""

    body: Json
    refused: Unread | None = None

    def get(self, path: str, default: Any = None) -> Any:
        """Return what stands at a dotted path, or Unread."""
        return self.refused or dig(self.body, path, default)

    def read(self, convert: Callable[[Json], Value]) -> Value:
        """Return `convert(body)`, or Unread in its place."""
        if self.refused is not None:
            return self.refused  # type: ignore[return-value] # a marker that rows take out again
        return convert(self.body)


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One entry of a listing, with the answers about it by part name."""

    body: Json
    answers: Mapping[str, Answer]

    def __getitem__(self, name: str) -> Any:
        return self.body[name]

    def get(self, path: str, default: Any = None) -> Any:
        """Return what stands at a dotted path of the listing's entry."""
        return dig(self.body, path, default)

    def part(self, name: str) -> Answer:
        """Return the answer of a part."""
        return self.answers[name]

    @property
    def raw(self) -> Json:
        """The configuration as read: the entry, and each answered part under its name."""
        said = {n: a.body for n, a in self.answers.items() if a.refused is None and a.body}
        # A malformed listing may hold anything, whatever the type says.
        body: Any = self.body
        body = body if isinstance(body, Mapping) else {"entry": body}
        return {**body, **said}


def dig(value: Any, path: str, default: Any = None) -> Any:
    """Return what stands at a dotted path in nested mappings, `default` where nothing does."""
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return default
        value = value.get(name)
    return default if value is None else value
