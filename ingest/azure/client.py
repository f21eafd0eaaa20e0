"""Read one subscription: its inventory's tables, and what only Azure Resource Manager has.

`Subscription` holds what a scan of it shares: credential, pipelines, token buckets, the pool for
calls about single resources, and the inventory, gone through once for a scan. `Azure` is the view
of it that one `fetch` gets. What is taken from the answer of a `Child` is Unread where that call
was refused, and nothing else is.

Retries: the pipeline's own for what fails in passing; what is throttled is asked again until
`throttle_seconds` are over, and holds the whole service back for as long as it says.
"""

from __future__ import annotations

import concurrent.futures
import dataclasses
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import azure.core.exceptions
from azure.core import PipelineClient
from azure.core.credentials import TokenCredential
from azure.core.pipeline.policies import (
    BearerTokenCredentialPolicy,
    HeadersPolicy,
    RedirectPolicy,
    RetryPolicy,
    UserAgentPolicy,
)
from azure.core.rest import HttpRequest
from azure.identity import DefaultAzureCredential

from ingest import watch
from ingest.azure.child import Child
from ingest.azure.endpoints import ARM, GRAPH, Endpoints
from ingest.azure.refused import headers_of, refusal
from ingest.azure.resourcegraph import ResourceGraph
from ingest.calls import Calls
from ingest.cloud import Hardness
from ingest.fanout import ODD, Asked, answered, made
from ingest.inventory import Inventory
from ingest.items import Answer, Item, dig
from ingest.model import Json, Malformed, Resource, Unread
from ingest.pace import Pace
from ingest.refusal import Refused

Made = TypeVar("Made", bound=Resource)

RATES = {ARM: 25.0, GRAPH: 10.0}  # calls a second; Azure Resource Manager refills its bucket so
BURSTS = {ARM: 250.0, GRAPH: 50.0}
RETRIES = 3
THROTTLED = 429
LONGEST_HOLD = 60.0
SEEN, SEEN_VERSION = "arm:Microsoft.Resources/subscriptions", "2022-12-01"


class Subscription:
    """One subscription's pipelines, pace and inventory, shared by all units of a scan."""

    def __init__(
        self,
        credential: DefaultAzureCredential,
        endpoints: Endpoints,
        *,
        subscription: str,
        tenant: str,
        hardness: Hardness,
    ) -> None:
        self._credential = credential
        self.subscription = subscription
        self.tenant = tenant
        self.partition = endpoints.partition
        self.in_flight = hardness.in_flight
        self._throttle_seconds = hardness.throttle_seconds
        self._pipelines = {
            ARM: pipeline(credential, endpoints.arm, endpoints.arm_scope),
            GRAPH: pipeline(credential, endpoints.graph, endpoints.graph_scope),
        }
        self._urls = {ARM: endpoints.arm, GRAPH: endpoints.graph}
        times = hardness.rate / Hardness().rate
        self._paces = {name: Pace(RATES[name] * times, BURSTS[name] * times) for name in RATES}
        self._pool = concurrent.futures.ThreadPoolExecutor(
            hardness.in_flight, thread_name_prefix="azure"
        )
        self._calls = Calls()
        self._tables = ResourceGraph(
            credential, endpoints, subscription, throttle_seconds=hardness.throttle_seconds,
            quota=hardness.quota, called=lambda: self._calls.count("resourcegraph"),
        )  # fmt: skip
        self._folder = tempfile.TemporaryDirectory(prefix="cirrograph-azure-")
        self._inventories: dict[tuple[str, str], Inventory] = {}
        self._ids: dict[tuple[str, str, str], dict[str, str]] = {}
        self._lock, self._finding = threading.Lock(), threading.Lock()

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self._calls.take()

    def close(self) -> None:
        """Wait for the calls in flight, and let go of threads, connections and files."""
        for table in self._inventories.values():
            table.close()
        self._pool.shutdown(cancel_futures=True)
        for client in self._pipelines.values():
            client.close()
        self._tables.close()
        self._credential.close()
        self._folder.cleanup()

    def table(self, name: str, scan: str) -> Inventory:
        """Return a table of Resource Graph, gone through once for a scan."""
        with self._lock:
            found = self._inventories.get((name, scan))
            if found is None:
                folder = Path(self._folder.name) / scan / name
                found = Inventory(folder, lambda: self._rows(name), _kind)
                self._inventories = {
                    about: old
                    for about, old in self._inventories.items()
                    if about[1] == scan or old.is_under_way
                }  # an older scan's is read no more
                self._inventories[name, scan] = found
            return found

    def _rows(self, table: str) -> Iterator[Any]:
        """Yield a table's rows, and then look whether the subscription was to be seen at all.

        Of one that may no longer be read Resource Graph says nothing, as if it held nothing.
        """
        yield from self._tables.rows(table)
        self.get(SEEN, f"/subscriptions/{self.subscription}?api-version={SEEN_VERSION}")

    def ids(self, scan: str, type_: str, path: str) -> Mapping[str, str]:
        """Return ids of `Resources` of a type by what stands at a path, made once for a scan."""
        rows = self.table("Resources", scan).of(type_)
        with self._finding:  # not the other lock: the rows come when the table has been read
            found = self._ids.get((scan, type_, path))
            if found is None:
                found = {
                    said.lower().rstrip("/"): row["id"].lower()
                    for row in rows
                    if isinstance(row, dict) and isinstance(said := dig(row, path), str)
                }
                self._ids = {k: v for k, v in self._ids.items() if k[0] == scan}
                self._ids[scan, type_, path] = found
            return found

    def submit(self, work: Callable[[], Answer]) -> Asked:
        """Run one call about a resource in the pool."""
        return self._pool.submit(work)

    def get(self, call: str, path: str, *, service: str = ARM) -> Json:
        """Make one GET; `path` begins with a slash, or is a whole address. Raises Refused."""
        url = path if path.startswith("https://") else self._urls[service] + path
        until = time.monotonic() + self._throttle_seconds
        pause = 1.0
        while True:
            self._paces[service].wait(service)
            self._calls.count(call)
            try:
                return self._got(call, url, service)
            except azure.core.exceptions.HttpResponseError as error:
                if error.status_code != THROTTLED or time.monotonic() + pause > until:
                    raise refusal(call, error) from None
                told = headers_of(error).get("Retry-After", "")
                wait = min(float(told), LONGEST_HOLD) if told.isdigit() else pause
            except azure.core.exceptions.AzureError as error:
                raise refusal(call, error) from None
            watch.hold(service)
            self._paces[service].hold(service, wait)
            pause = min(2 * pause, LONGEST_HOLD)

    def _got(self, call: str, url: str, service: str) -> Json:
        response = self._pipelines[service].send_request(HttpRequest("GET", url))
        response.raise_for_status()
        try:
            body = response.json()
        except ValueError as error:
            raise Refused(call, "MalformedAnswer", type(error).__name__) from None
        if not isinstance(body, dict):
            raise Refused(call, "MalformedAnswer", type(body).__name__)
        return body

    def pages(self, call: str, path: str, *, service: str = ARM) -> Iterator[Json]:
        """Yield the entries of every page of a listing. Raises Refused."""
        following: str | None = path
        while following:
            body = self.get(call, following, service=service)
            entries = body.get("value")
            if not isinstance(entries, list):
                raise Refused(call, "MalformedAnswer", "a page without entries")
            yield from entries
            following = body.get("nextLink") or body.get("@odata.nextLink")
            # A page that leads elsewhere would be sent our token.
            if following and not following.startswith(self._urls[service] + "/"):
                raise Refused(call, "MalformedAnswer", "a next page at another address")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Azure:
    """What a `fetch` calls: one subscription, one scan, one table (the declaration's service)."""

    owner: Subscription
    service: str
    scan: str
    native: tuple[str, ...] = ()
    modelled: frozenset[str] = frozenset()

    @property
    def subscription(self) -> str:
        """The subscription's id."""
        return self.owner.subscription

    @property
    def tenant(self) -> str:
        """The tenant's id."""
        return self.owner.tenant

    def rows(self, *types: str, table: str | None = None) -> Iterator[Any]:
        """Yield the rows of some types out of a table, by default those of the declaration.

        Raises Refused.
        """
        return self.owner.table(table or self.service, self.scan).of(*(types or self.native))

    def rest(self) -> Iterator[Any]:
        """Yield the rows of all types that no declaration reads. Raises Refused."""
        return self.owner.table(self.service, self.scan).rest(self.modelled)

    def ids(self, type_: str, path: str) -> Mapping[str, str]:
        """Return the ids of a type's resources by what stands at a path of them, in lower case.

        For references that do not say an id: a vault by its address, an identity by its principal.
        Made once for a scan. Raises Refused.
        """
        return self.owner.ids(self.scan, type_, path)

    def listed(self, reads: str, path: str, version: str) -> Iterator[Json]:
        """Yield the entries of a listing below the subscription, `path` as in its address."""
        call = f"arm:{reads.removesuffix('/read')}"
        where = f"/subscriptions/{self.subscription}{path}?api-version={version}"
        return self.owner.pages(call, where)

    def directory(self, path: str) -> Iterator[Json]:
        """Yield the entries of a listing of Microsoft Graph (`/users`). Raises Refused."""
        return self.owner.pages(
            f"graph:{path.split('?', maxsplit=1)[0]}", f"/v1.0{path}", service=GRAPH
        )

    def directory_object(self, path: str) -> Json:
        """Return one object of Microsoft Graph. Raises Refused."""
        return self.owner.get(
            f"graph:{path.split('?', maxsplit=1)[0]}", f"/v1.0{path}", service=GRAPH
        )

    def records(
        self,
        read: Callable[[Azure, Item], Made],
        rows: Iterable[Json],
        children: Collection[Child] = (),
    ) -> Iterator[Made | Malformed]:
        """Yield `read(self, item)` for each row, with the answers of `children` about it.

        Calls about several resources run side by side; results come in the rows' order. A row that
        `read` can't make a record of is yielded as Malformed, and the rest go on.
        """
        return made(read, self, self._answered(rows, children))

    def each(self, rows: Iterable[Json], child: Child) -> Iterator[tuple[Json, Json]]:
        """Yield (row, entry) for everything that a listing below each row has.

        Raises Refused as soon as one of the listings is refused: what is found would not be whole.
        """
        for item in self._answered(rows, (child,)):
            answer = item.part(child.name)
            if answer.refused is not None:
                raise Refused(answer.refused.call, answer.refused.error)
            for entry in answer.body.get("value", ()):
                yield item.body, entry

    def _answered(self, rows: Iterable[Json], children: Collection[Child]) -> Iterator[Item]:
        ahead = max(1, 2 * self.owner.in_flight // max(1, len(children)))
        return answered(
            rows, lambda body: {c.name: self._ask(body, c) for c in children}, ahead=ahead
        )

    def _ask(self, body: Json, child: Child) -> Asked | Answer:
        try:
            if child.when is not None and not child.when(body):
                return Answer(body={})
            behind = child.path(body) if callable(child.path) else child.path
            path = f"{body['id']}{behind}?api-version={child.version}"
        except ODD as error:  # a row of another form: what can't be asked about is unread
            unread = Unread(call=child.call, permission=child.reads, error=type(error).__name__)
            return Answer(body={}, refused=unread)
        return self.owner.submit(lambda: self._answer(child, path))

    def _answer(self, child: Child, path: str) -> Answer:
        try:
            if child.listed:
                return Answer(body={"value": list(self.owner.pages(child.call, path))})
            return Answer(body=self.owner.get(child.call, path))
        except Refused as refused:
            if refused.error in child.none:
                return Answer(body={})
            unread = Unread(call=refused.call, permission=child.reads, error=refused.error)
            return Answer(body={}, refused=unread)


def pipeline(credential: TokenCredential, url: str, scope: str) -> Any:
    """Return the SDK's pipeline to one service: signed, retried, without its own redirects."""
    return PipelineClient(
        url,
        policies=[
            HeadersPolicy(),
            UserAgentPolicy("cirrograph"),
            RedirectPolicy.no_redirects(),
            RetryPolicy(
                retry_total=RETRIES, retry_status=RETRIES,
                retry_on_status_codes=[500, 502, 503, 504],
            ),
            BearerTokenCredentialPolicy(credential, scope),
        ],
    )  # fmt: skip


def _kind(row: Any) -> str:
    type_ = row.get("type") if isinstance(row, dict) else None
    return type_.lower() if isinstance(type_, str) else ""
