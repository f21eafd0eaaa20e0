"""Go through a table of Azure Resource Graph, page by page, whole or not at all.

The SDK retries some of what the service answers and not what matters most (a 429 that names no
time), so the tries are ours: what is throttled waits as long as the quota's headers say, an answer
that is too large is asked for in smaller pages. The requests go through the SDK's client; what it
would make of the answers it makes value by value, in most of the time that a page takes, so they
are read as the JSON they are. A quota that is used up is waited for as long as it
takes by our own count of it; where that does not explain it, because others ask as the same
principal or the quota is a smaller one, as long as the headers say. A pass that lost rows, or got
them from an answer that is cut, is refused: nothing may be taken for gone because it was not
listed.
"""

from __future__ import annotations

import collections
import hashlib
import itertools
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import azure.core.exceptions
import orjson
from azure.core.credentials import TokenCredential
from azure.core.rest import HttpRequest
from azure.mgmt.resourcegraph import ResourceGraphClient
from azure.mgmt.resourcegraph.models import QueryRequest, QueryRequestOptions

from ingest import watch
from ingest.azure.endpoints import Endpoints
from ingest.azure.refused import headers_of, refusal
from ingest.inventory import read_json
from ingest.model import Json
from ingest.pace import Window
from ingest.refusal import Refused

PAGE, LEAST_PAGE = 1_000, 10
QUERIES, SECONDS = 15, 5  # what a principal may ask: so many in so many seconds
AGAIN = 2  # times that a page may come: it may lead to itself once
TRIED_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0
COLUMNS = (
    "id, name, type, tenantId, kind, location, resourceGroup, subscriptionId, sku, identity, tags, "
    "managedBy, zones, properties"
)
# Without an id there is no way from page to page; without an order pages repeat and skip.
QUERY = "{table} | project " + COLUMNS + " | order by id asc"
WHERE, VERSION = "/providers/Microsoft.ResourceGraph/resources", "2021-03-01"
BLOCK = 2**20  # bytes of an answer that are taken at a time
CLOCK = re.compile(r"^(\d+):(\d+):(\d+)")


class ResourceGraph:
    """The tables of one subscription."""

    def __init__(
        self,
        credential: TokenCredential,
        endpoints: Endpoints,
        subscription: str,
        *,
        throttle_seconds: float,
        quota: float = 1.0,
        called: Callable[[], None],
    ) -> None:
        self._client = ResourceGraphClient(
            credential, base_url=endpoints.arm, credential_scopes=[endpoints.arm_scope],
            retry_total=0, user_agent="cirrograph", connection_data_block_size=BLOCK,
        )  # fmt: skip
        self._subscription = subscription
        self._throttle_seconds = throttle_seconds
        self._called = called
        self._window = Window(max(1, int(QUERIES * quota)), SECONDS)

    def rows(self, table: str) -> Iterator[Any]:
        """Yield every row of a table. Raises Refused, at whatever page."""
        top, token, listed = PAGE, None, _Listed()
        followed = collections.Counter[str]()
        while True:
            try:
                answer = self._page(table, top, token)
            except _TooLarge:
                if top <= LEAST_PAGE:
                    raise Refused(_call(table), "ResponsePayloadTooLarge") from None
                top = max(LEAST_PAGE, top // 2)
                continue
            rows = answer.get("data")
            if not isinstance(rows, list):
                raise Refused(_call(table), "MalformedAnswer", "an answer without rows")
            listed.add(rows, answer.get("totalRecords"))
            yield from map(_unfolded, rows)
            token = answer.get("$skipToken")
            if not token:
                break
            if not rows:
                raise Refused(_call(table), "IncompleteListing", "an empty page in the middle")
            followed[token] += 1
            if followed[token] > AGAIN:
                raise Refused(_call(table), "IncompleteListing", "pages lead in a circle")
        # Whether the service says so by itself or the number tells: rows are missing.
        if str(answer.get("resultTruncated")).lower() == "true" or not listed.is_whole:
            raise Refused(_call(table), "IncompleteListing", f"{listed} rows came")

    def close(self) -> None:
        """End its connections."""
        self._client.close()

    def _page(self, table: str, top: int, token: str | None) -> Json:
        request = QueryRequest(
            subscriptions=[self._subscription],
            query=QUERY.format(table=table),
            options=QueryRequestOptions(top=top, skip_token=token, result_format="objectArray"),
        )
        until = time.monotonic() + self._throttle_seconds
        pause = 1.0
        while True:
            wait, mark = self._window.take()
            time.sleep(wait)
            self._called()
            try:
                return self._asked(request)
            except azure.core.exceptions.HttpResponseError as error:
                if _is_too_large(error):
                    raise _TooLarge from None
                wait = min(max(_told(headers_of(error)), pause), LONGEST_WAIT)
                again = error.status_code in TRIED_AGAIN
                if not again or time.monotonic() + wait > until:
                    raise refusal(_call(table), error) from None
            except azure.core.exceptions.AzureError as error:
                wait = pause
                if time.monotonic() + wait > until:
                    raise refusal(_call(table), error) from None
            except ValueError as error:  # a body that is no JSON
                raise Refused(_call(table), "MalformedAnswer", type(error).__name__) from None
            finally:
                self._window.answered(mark)
            watch.hold("resourcegraph")
            self._window.hold(wait)
            pause = min(2 * pause, LONGEST_WAIT)

    def _asked(self, request: QueryRequest) -> Json:
        asked = HttpRequest(
            "POST", WHERE, params={"api-version": VERSION}, json=request.serialize(),
            headers={"Accept": "application/json"},
        )  # fmt: skip
        sent = self._window.now()
        # Streamed, so that its pipeline does not read it first.
        response = self._client._send_request(asked, stream=True)  # noqa: SLF001 - it is public from 8.1 on
        body = response.read()
        response.raise_for_status()
        headers = response.headers
        if headers.get("x-ms-user-quota-remaining") == "0":
            told = _told(headers)
            if told > SECONDS or not self._window.was_full(sent):
                self._window.hold(told)
        answer = read_json(body)
        if not isinstance(answer, dict):
            raise ValueError("an answer that is no object")  # noqa: TRY004 - as other bodies that are none
        return answer


def _unfolded(row: Any) -> Any:
    """Return a row with its properties as they are: some services hand theirs on as JSON text."""
    if not isinstance(row, dict) or not isinstance(row.get("properties"), str):
        return row
    try:
        said = orjson.loads(row["properties"])
    except ValueError:
        return row
    return {**row, "properties": said}


class _Listed:
    """Counts what came, to compare it with how many rows there are.

    What comes again is not counted again, or it would stand for a row that was left out. Rows of
    one id on one page are several, as the service counts them; where a page's end parts them, only
    what differs from the row before is one more. How many there are may change meanwhile: the least
    that was said is what has to come.
    """

    def __init__(self) -> None:
        self._came = 0
        self._total: int | None = None
        self._ids: set[bytes] = set()
        self._last: tuple[bytes, Any] = b"", None

    def add(self, rows: list[Any], total: Any) -> None:
        """Count a page."""
        ids = [_digest(row) for row in rows]
        id_, row = self._last
        ahead = itertools.takewhile(lambda one: one[0] == id_, zip(ids, rows, strict=True))
        self._came += sum(one not in self._ids for one in ids)
        self._came += sum(1 for one, other in ahead if one and other != row)
        self._ids.update(ids)
        self._ids.discard(b"")
        if rows:
            self._last = ids[-1], rows[-1]
        if isinstance(total, int):
            self._total = total if self._total is None else min(total, self._total)

    @property
    def is_whole(self) -> bool:
        """Whether as many came as there are."""
        return self._total is None or self._came >= self._total

    def __str__(self) -> str:
        return f"{self._came} of {self._total}"


def _digest(row: Any) -> bytes:
    """Return what tells a row's id from others; nothing for a row without."""
    id_ = row.get("id") if isinstance(row, dict) else None
    if not isinstance(id_, str) or not id_:
        return b""
    return hashlib.blake2b(id_.lower().encode(errors="replace"), digest_size=16).digest()


class _TooLarge(Exception):
    """An answer would be over 16 MiB."""


def _call(table: str) -> str:
    return f"resourcegraph:{table}"


def _is_too_large(error: azure.core.exceptions.HttpResponseError) -> bool:
    return "ResponsePayloadTooLarge" in f"{error.error}{error.message}"


def _told(headers: Mapping[str, str]) -> float:
    """Return the seconds that an answer says to wait."""
    told = headers.get("Retry-After", "")
    if told.isdigit():
        return float(told)
    clock = CLOCK.match(headers.get("x-ms-user-quota-resets-after", ""))
    if clock is None:
        return 0.0
    hours, minutes, seconds = (int(part) for part in clock.groups())
    return hours * 3600.0 + minutes * 60.0 + seconds
