"""What a `fetch` of AWS calls: one account, bound to a service and a region.

Listings go page by page, and calls about what they list run side by side, a bounded number ahead.
How a single call is made, paced and refused is told by `ingest.aws.calling`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import botocore.exceptions

from ingest.fanout import ODD, Asked, answered, made
from ingest.items import Answer, Item, Part
from ingest.model import Json, Malformed, Resource, Unread
from ingest.refusal import Refused

if TYPE_CHECKING:
    from ingest.aws.calling import Account

Made = TypeVar("Made", bound=Resource)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Aws:
    """What a `fetch` calls: one account, one service, one region (the partition's for global)."""

    owner: Account
    service: str
    region: str

    @property
    def account(self) -> str:
        """The account's twelve digits."""
        return self.owner.account

    def arn(
        self, service: str, resource: str, *, region: str | None = None, account: str | None = None
    ) -> str:
        """Compose an ARN in the documented form, with the connector's partition.

        Region and account are those of the listing unless given; pass `""` where the form has none.
        """
        where = self.region if region is None else region
        whose = self.owner.account if account is None else account
        return f"arn:{self.owner.partition}:{service}:{where}:{whose}:{resource}"

    def call(
        self,
        operation: str,
        *,
        service: str | None = None,
        none: tuple[str, ...] = (),
        **arguments: Any,
    ) -> Json:
        """Make one call. Raises Refused.

        `none` lists the error codes by which the cloud says "there is none": the answer is empty.
        """
        try:
            return self.owner.invoke(service or self.service, self.region, operation, arguments)
        except Refused as refusal:
            if refusal.error not in none:
                raise
            return {}

    def offers(self, service: str, region: str) -> bool:
        """Tell whether a region has a service at all, by what the SDK knows."""
        return region in self.owner.session.get_available_regions(
            service, partition_name=self.owner.partition
        )

    def pages(
        self, operation: str, path: str, *, service: str | None = None, **arguments: Any
    ) -> Iterator[Json]:
        """Yield the entries under `path` of every page of a listing. Raises Refused."""
        name = service or self.service
        client = self.owner.client(name, self.region)
        if not client.can_paginate(operation):
            yield from _entries(self.call(operation, service=service, **arguments), path)
            return
        paginator = client.get_paginator(operation)
        # The SDK pages; each page goes through our own call, so that it is paced and counted.
        paginator._method = lambda **given: dict(  # noqa: SLF001 - the paginator takes no other caller
            self.owner.invoke(name, self.region, operation, given)
        )
        try:
            for page in paginator.paginate(**arguments):
                yield from _entries(page, path)
        except botocore.exceptions.PaginationError as error:
            raise Refused(f"{name}:{operation}", "PaginationError", str(error)) from None

    def records(
        self,
        read: Callable[[Aws, Item], Made],
        entries: Iterable[Json],
        parts: Iterable[Part] = (),
        *,
        region: Callable[[Json], str] | None = None,
    ) -> Iterator[Made | Malformed]:
        """Yield `read(self, item)` for each entry, with the answers of `parts` about it.

        Calls about several entries run side by side; results come in the entries' order. An entry
        that `read` can't make a record of is yielded as Malformed, and the rest go on. `region`
        tells where the calls about an entry go, where that is not the listing's own.
        """
        return made(read, self, self._answered(entries, tuple(parts), region))

    def each(self, entries: Iterable[Json], part: Part) -> Iterator[tuple[Json, Json]]:
        """Yield (entry, found) for everything that a listing about each entry finds.

        `part` names the listing and, as `pages`, where its entries stand. Raises Refused as soon
        as one of the listings is refused: what is found would not be whole.
        """
        for item in self._answered(entries, (part,), None):
            answer = item.part(part.name)
            if answer.refused is not None:
                raise Refused(answer.refused.call, answer.refused.error)
            for found in answer.body.get(part.pages or part.name, []):
                yield item.body, found

    def _answered(
        self,
        entries: Iterable[Json],
        parts: tuple[Part, ...],
        region: Callable[[Json], str] | None,
    ) -> Iterator[Item]:
        shared: dict[str, Asked] = {}
        ahead = max(1, 2 * self.owner.in_flight // max(1, len(parts)))
        return answered(
            entries,
            lambda body: {p.name: self._ask(body, p, region, shared) for p in parts},
            ahead=ahead,
        )

    def _ask(
        self,
        body: Json,
        part: Part,
        region: Callable[[Json], str] | None,
        shared: dict[str, Asked],
    ) -> Asked | Answer:
        try:
            if part.when is not None and not part.when(body):
                return Answer(body={})
            arguments = part.arguments(body)
            found_in = part.region or region
            where = found_in(body) if found_in else self.region
        except ODD as error:  # an entry of another form: what can't be asked about is unread
            name = f"{part.service or self.service}:{part.operation}"
            unread = Unread(call=name, permission=part.reads, error=type(error).__name__)
            return Answer(body={}, refused=unread)
        ask = _asking(self.owner, self, part, arguments, where)
        if not part.shared:
            return self.owner.submit(ask)
        question = f"{part.name} {where} {arguments!r}"
        if question not in shared:
            shared[question] = self.owner.submit(ask)
        return shared[question]


def _asking(
    owner: Account, aws: Aws, part: Part, arguments: Json, region: str
) -> Callable[[], Answer]:
    def ask() -> Answer:
        try:
            service = part.service or aws.service
            if part.pages is not None:
                there = dataclasses.replace(aws, service=service, region=region)
                listed = list(there.pages(part.operation, part.pages, **arguments))
                return Answer(body={part.pages: listed})
            return Answer(body=owner.invoke(service, region, part.operation, arguments))
        except Refused as refusal:
            if refusal.error in part.none:
                return Answer(body={})
            unread = Unread(call=refusal.call, permission=part.reads, error=refusal.error)
            return Answer(body={}, refused=unread)

    return ask


def _entries(page: Json, path: str) -> Iterator[Json]:
    found: Any = page
    for name in path.split("."):
        found = found.get(name) or []
    yield from found
