"""Go through Cloud Asset Inventory, page by page, whole or not at all.

The SDK does not ask again where the quota is used up, which is what matters most, so the tries are
ours: `throttle_seconds` at most for a page, holding back all who ask as long as the service says.
A pass that fails at whatever page is refused: nothing may be taken for gone because it was not
listed. What comes twice is yielded once, so that a listing that turns out to be too long for pages
goes on as an export (`ingest.gcp.export`).

A row is plain JSON: `name`, `assetType`, `updateTime`, `ancestors`, what the asset's resource says
(`data`, `location`, `parent`, ...) and its `policy`. Numbers come as floats whatever they are, so
whole ones are made integers again.
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import google.api_core.exceptions
import google.auth.exceptions
from google.api_core.client_options import ClientOptions
from google.auth.credentials import Credentials
from google.cloud.asset_v1 import (
    AssetServiceClient,
    ContentType,
    ListAssetsRequest,
    ListAssetsResponse,
)
from google.protobuf.json_format import (  # type: ignore[import-untyped] # it ships no types
    MessageToDict,
    SerializeToJsonError,
)

from ingest import watch
from ingest.gcp.endpoints import Endpoints
from ingest.gcp.export import Exports
from ingest.gcp.refused import LIST, is_passing, refusal, told
from ingest.model import Json
from ingest.pace import Bucket
from ingest.refusal import Refused

PAGE = 1_000
# A project may ask 100 times a minute; what is let through at once counts too.
RATE, BURST = 90 / 60, 10
CALL_SECONDS = 60.0
LONGEST_WAIT = 60.0
WHOLE = 2.0**63
RESOURCE, POLICY = ContentType.RESOURCE, ContentType.IAM_POLICY


class Assets:
    """Cloud Asset Inventory, as one connector's credentials see it."""

    def __init__(
        self,
        credentials: Credentials,
        endpoints: Endpoints,
        *,
        quota_project: str | None = None,
        rate: float = RATE,
        quota: float = 1.0,
        throttle_seconds: float,
        called: Callable[[], None] = lambda: None,
    ) -> None:
        self._client = AssetServiceClient(
            credentials=credentials,
            client_options=ClientOptions(
                api_endpoint=endpoints.asset, quota_project_id=quota_project
            ),
        )
        self._throttle_seconds = throttle_seconds
        self._called = called
        self._export_above = endpoints.export_above
        self._exports = (
            Exports(self._client, credentials, endpoints, called=called)
            if endpoints.export_above
            else None
        )
        self._bucket = Bucket(min(RATE * quota, rate), BURST * quota)

    def rows(self, parent: str, content: Any, types: Sequence[str] = ()) -> Iterator[Json]:
        """Yield the assets of a project, folder or organization. Raises Refused, at any page."""
        came: set[bytes] = set()
        for asset in self._assets(parent, content, types, came):
            about = f"{asset.asset_type} {asset.name}".encode()
            if (told_by := hashlib.blake2b(about, digest_size=16).digest()) not in came:
                came.add(told_by)
                yield row(asset)

    def _assets(
        self, parent: str, content: Any, types: Sequence[str], came: Collection[bytes]
    ) -> Iterator[Any]:
        """Yield what is listed, be it page by page or, where too much came, by an export."""
        tokens = {""}
        request = ListAssetsRequest(
            parent=parent, content_type=content, asset_types=types, page_size=PAGE
        )
        while True:
            page = self._page(request)
            yield from page.assets
            if not page.next_page_token:
                return
            if self._exports is not None and len(came) >= self._export_above:
                yield from self._exports.rows(parent, content, types)
                return
            if page.next_page_token in tokens:
                raise Refused(LIST, "IncompleteListing", "a page leads back to an earlier one")
            tokens.add(page.next_page_token)
            request.page_token = page.next_page_token

    def first(self, parent: str, type_: str) -> Json | None:
        """Return the first asset of a type, None where there is none. Raises Refused."""
        page = self._page(
            ListAssetsRequest(
                parent=parent, content_type=RESOURCE, asset_types=[type_], page_size=1
            )
        )
        return next((row(asset) for asset in page.assets), None)

    def close(self) -> None:
        """End its connections."""
        if self._exports is not None:
            self._exports.close()
        self._client.transport.close()  # type: ignore[no-untyped-call] # it says no types

    def _page(self, request: ListAssetsRequest) -> ListAssetsResponse:
        until = time.monotonic() + self._throttle_seconds
        pause = 1.0
        while True:
            time.sleep(self._bucket.take())
            self._called()
            try:
                # The page alone: the SDK's own way to the next one knows no limit and no pace.
                return next(
                    self._client.list_assets(request, retry=None, timeout=CALL_SECONDS).pages
                )
            except (
                google.api_core.exceptions.GoogleAPICallError,
                google.auth.exceptions.GoogleAuthError,
            ) as failure:
                wait = min(max(told(failure), pause), LONGEST_WAIT)
                if not is_passing(failure) or time.monotonic() + wait > until:
                    raise refusal(failure) from None
            watch.hold("cloudasset")
            self._bucket.hold(wait)
            pause = min(2 * pause, LONGEST_WAIT)


def row(asset: Any) -> Json:
    """Return an asset as plain JSON."""
    try:
        said = MessageToDict(type(asset).pb(asset))
    except (
        SerializeToJsonError
    ) as error:  # numbers that JSON does not have: the rest of it is worth nothing
        return {"name": asset.name, "assetType": asset.asset_type, "odd": type(error).__name__}
    resource = said.pop("resource", {})
    policy = said.pop("iamPolicy", None)
    found = {**resource, **said} | ({} if policy is None else {"policy": policy})
    plain: Json = _whole(found)
    return plain


def _whole(value: Any) -> Any:
    """Make integers of the floats that are whole numbers, wherever they stand."""
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() and _fits(value) else value
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return value


def _fits(value: float) -> bool:
    return -WHOLE <= value < WHOLE
