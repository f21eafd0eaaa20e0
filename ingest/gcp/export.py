"""Read an inventory by way of an export: the way for more assets than pages are good for.

Cloud Asset Inventory writes it into a bucket of the user's, as one object, a line of JSON for each
asset; it is read back and deleted. This is the one thing that is ever written to a cloud, and only
where the user has named a bucket for it (`CIRROGRAPH_GCP_EXPORT_BUCKET`).

An export is whole or it is none: one that failed, an object that is shorter than it should be and a
line that is no asset refuse the pass. What can't be deleted again is no reason to lose what was
read: it is logged, and a rule of the bucket's may see to it.
"""

from __future__ import annotations

import concurrent.futures
import logging
import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import google.api_core.exceptions
import google.auth.exceptions
import requests
from google.api_core.retry import Retry
from google.auth.credentials import Credentials
from google.auth.transport.requests import AuthorizedSession
from google.cloud.asset_v1 import (
    Asset,
    AssetServiceClient,
    ExportAssetsRequest,
    GcsDestination,
    OutputConfig,
)
from google.protobuf import json_format  # type: ignore[import-untyped] # it ships no types

from ingest.gcp.endpoints import Endpoints
from ingest.gcp.refused import refusal
from ingest.model import Json
from ingest.refusal import Refused

EXPORT, READ = "cloudasset:ExportAssets", "storage:objects.get"
CALL_SECONDS = 60.0
FIRST_LOOK, LONGEST_LOOK = 1.0, 20.0  # seconds between two looks at an export
OK, NOTHING_MORE, NOT_THERE = 200, 204, 404

_log = logging.getLogger("cirrograph.gcp")


class Exports:
    """Exports of what one connector's credentials see, through one bucket."""

    def __init__(
        self,
        client: AssetServiceClient,
        credentials: Credentials,
        endpoints: Endpoints,
        *,
        called: Callable[[], None],
    ) -> None:
        self._client = client
        self._session = AuthorizedSession(_signing_for_itself(credentials))  # type: ignore[no-untyped-call] # google-auth says no types here
        self._bucket = endpoints.export_bucket
        self._url = f"{endpoints.storage}/storage/v1/b/{quote(self._bucket, safe='')}/o"
        self._called = called
        self._seconds = float(endpoints.export_seconds)

    def rows(self, parent: str, content: Any, types: Sequence[str] = ()) -> Iterator[Any]:
        """Yield the assets of a project, folder or organization. Raises Refused."""
        name = f"cirrograph/{secrets.token_hex(16)}.json"
        try:
            self._export(parent, content, types, name)
            yield from self._read(name)
        finally:
            self._delete(name)

    def close(self) -> None:
        """End its connections."""
        self._session.close()  # type: ignore[no-untyped-call] # google-auth says no types here

    def _export(self, parent: str, content: Any, types: Sequence[str], name: str) -> None:
        request = ExportAssetsRequest(
            parent=parent, content_type=content, asset_types=types,
            output_config=OutputConfig(
                gcs_destination=GcsDestination(uri=f"gs://{self._bucket}/{name}")
            ),
        )  # fmt: skip
        looks = Retry(
            predicate=lambda _: True, initial=FIRST_LOOK, maximum=LONGEST_LOOK, multiplier=1.5,
            timeout=self._seconds,
        )  # fmt: skip
        self._called()
        try:
            running = self._client.export_assets(request, timeout=CALL_SECONDS)
            running.result(timeout=self._seconds, polling=looks)  # type: ignore[no-untyped-call] # it says no types
        except (
            google.api_core.exceptions.GoogleAPICallError,
            google.auth.exceptions.GoogleAuthError,
        ) as failure:
            raise refusal(failure, EXPORT) from None
        except (concurrent.futures.TimeoutError, google.api_core.exceptions.RetryError):
            raise Refused(EXPORT, "DEADLINE_EXCEEDED", "the export did not end") from None

    def _read(self, name: str) -> Iterator[Any]:
        with self._got(name) as about:
            wanted, came = int(self._json(about).get("size") or 0), 0
        with self._got(name, alt="media") as answer:
            try:
                for line in _lines(answer):
                    came += len(line)
                    if not line.endswith(b"\n") and came != wanted:
                        break  # cut within a line
                    if line.strip():
                        yield _asset(line)
            except requests.RequestException as error:
                raise Refused(READ, "IncompleteListing", type(error).__name__) from None
        if came != wanted:
            raise Refused(READ, "IncompleteListing", f"{came} of {wanted} bytes came")

    def _got(self, name: str, **query: str) -> requests.Response:
        self._called()
        try:
            answer: requests.Response = self._session.get(
                self._object(name), params=query, stream=True, timeout=CALL_SECONDS
            )
        except google.auth.exceptions.GoogleAuthError as failure:
            raise refusal(failure, READ) from None
        except requests.RequestException as error:
            raise Refused(READ, "UNAVAILABLE", type(error).__name__) from None
        if answer.status_code != OK:
            answer.close()
            raise Refused(READ, f"HTTP{answer.status_code}", answer.reason or "")
        return answer

    def _json(self, answer: requests.Response) -> Json:
        try:
            said = answer.json()
        except ValueError as error:
            raise Refused(READ, "MalformedAnswer", type(error).__name__) from None
        return said if isinstance(said, dict) else {}

    def _delete(self, name: str) -> None:
        try:
            answer = self._session.delete(self._object(name), timeout=CALL_SECONDS)
        except (google.auth.exceptions.GoogleAuthError, requests.RequestException) as error:
            why = type(error).__name__
        else:
            if answer.status_code in {OK, NOTHING_MORE, NOT_THERE}:
                return
            why = f"HTTP{answer.status_code}"
        _log.warning("gs://%s/%s was not deleted: %s", self._bucket, name, why)

    def _object(self, name: str) -> str:
        return f"{self._url}/{quote(name, safe='')}"


def _signing_for_itself(credentials: Credentials) -> Credentials:
    """Return credentials that sign tokens themselves where they can, as the SDK's own do."""
    sign = getattr(credentials, "with_always_use_jwt_access", None)
    found: Credentials = sign(True) if sign is not None else credentials  # noqa: FBT003 - the SDK's
    return found


def _lines(answer: requests.Response) -> Iterator[bytes]:
    """Yield lines with their ends, so that bytes can be counted."""
    rest = b""
    for chunk in answer.iter_content(1 << 16):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line + b"\n" for line in whole)
    if rest:
        yield rest


def _asset(line: bytes) -> Any:
    """Return an exported asset; names of its members are those of the protocol or of JSON."""
    asset = Asset()
    try:
        json_format.Parse(line, type(asset).pb(asset), ignore_unknown_fields=True)
    except json_format.ParseError as error:
        raise Refused(READ, "MalformedAnswer", type(error).__name__) from None
    return asset
