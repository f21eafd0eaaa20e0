"""A Cloud Asset Inventory to talk to: the real protocol over TLS, on Google's own messages.

It holds assets as JSON and answers `ListAssets` as the service does: pages whose tokens belong to
their query, one kind of content at a time, a filter by type. It checks that calls are signed, not
what for. Faults are switched on by a test; each call is kept.

gRPC reads the roots of certificates once a process, so there is one authority a process too.
"""

from __future__ import annotations

import atexit
import base64
import concurrent.futures
import dataclasses
import functools
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import grpc  # type: ignore[import-untyped] # it ships no types
import grpc_status.rpc_status  # type: ignore[import-untyped] # it ships no types
import trustme
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from google.cloud.asset_v1 import ContentType, ListAssetsRequest, ListAssetsResponse
from google.protobuf import (  # type: ignore[import-untyped] # it ships no types
    any_pb2,
    duration_pb2,
    json_format,
)
from google.rpc import (  # type: ignore[import-untyped] # it ships no types
    code_pb2,
    error_details_pb2,
    status_pb2,
)

SERVICE = "google.cloud.asset.v1.AssetService"
DEFAULT_PAGE, MOST = 100, 1_000
ALWAYS = 1_000_000
READER = "reader@watch-tools.iam.gserviceaccount.com"
KEPT = {"name", "assetType", "updateTime", "ancestors"}
HOLDS = {ContentType.RESOURCE: "resource", ContentType.IAM_POLICY: "iamPolicy"}

Asset = Mapping[str, Any]


@dataclasses.dataclass
class Fault:
    """What is answered instead, `times` times: to calls for a content, a parent, or a page."""

    code: str
    times: int = ALWAYS
    content: int | None = None  # a ContentType
    parent: str = ""
    page: int | None = None
    reason: str = ""
    wait: float | None = None

    def hits(self, request: ListAssetsRequest, page: int) -> bool:
        """Whether it is about a call; it then counts as answered."""
        about = (
            self.content in {None, request.content_type}
            and request.parent.startswith(self.parent)
            and self.page in {None, page}
            and self.times > 0
        )
        self.times -= about
        return about


class AssetInventory:
    """One service; use it as a context. `most` is the size of its largest page."""

    def __init__(self) -> None:
        self.assets: list[dict[str, Any]] = []
        self.numbers: dict[str, str] = {}  # project id -> number, as assets' ancestors have it
        self.faults: list[Fault] = []
        self.calls: list[ListAssetsRequest] = []
        self.most = MOST
        self.repeats_pages = False  # each page has the one before it again
        self.goes_in_circles = False  # the last page leads to the first
        self._server: Any = None
        self._folder = tempfile.TemporaryDirectory(prefix="gcp-standin-")
        self.endpoint = ""

    def __enter__(self) -> Self:
        certificate = authority().issue_cert("localhost")
        self._server = grpc.server(concurrent.futures.ThreadPoolExecutor(4))
        self._server.add_generic_rpc_handlers(
            tuple(
                grpc.method_handlers_generic_handler(service, methods)
                for service, methods in self._methods().items()
            )
        )
        key, chain = certificate.private_key_pem.bytes(), certificate.cert_chain_pems[0].bytes()
        port = self._server.add_secure_port(
            "localhost:0", grpc.ssl_server_credentials([(key, chain)])
        )
        self._server.start()
        self.endpoint = f"localhost:{port}"
        return self

    def _methods(self) -> dict[str, dict[str, Any]]:
        """Return what is served, by service and method."""
        listing = grpc.unary_unary_rpc_method_handler(
            self._list,
            request_deserializer=ListAssetsRequest.deserialize,
            response_serializer=ListAssetsResponse.serialize,
        )
        return {SERVICE: {"ListAssets": listing}}

    def __exit__(self, *_: object) -> None:
        self._server.stop(grace=None).wait()
        self._folder.cleanup()

    def fill(self, assets: Iterable[dict[str, Any]], numbers: Mapping[str, str]) -> None:
        """Hold these assets alone, and answer without faults again."""
        self.assets, self.numbers = [*assets], {**numbers}
        self.faults, self.calls, self.most = [], [], MOST
        self.repeats_pages = self.goes_in_circles = False

    def environment(self) -> dict[str, str]:
        """Return what to set so that unchanged clients talk to it."""
        key = Path(self._folder.name) / "reader.json"
        key.write_text(credentials_file())
        return {
            "GRPC_DEFAULT_SSL_ROOTS_FILE_PATH": str(roots_file()),
            "GOOGLE_APPLICATION_CREDENTIALS": str(key),
            "CIRROGRAPH_GCP_ASSET_ENDPOINT": self.endpoint,
        }

    def _list(self, request: ListAssetsRequest, context: Any) -> ListAssetsResponse:
        self.calls.append(request)
        held = dict(context.invocation_metadata()).get("authorization", "")
        if not held.startswith("Bearer "):
            _abort(context, Fault("UNAUTHENTICATED"), "no token")
        begin = self._begin(request, context)
        page = begin // self._size(request)
        for fault in self.faults:
            if fault.hits(request, page):
                _abort(context, fault, f"a call for {request.parent} was not answered")
        return self._page(request, context, begin)

    def _page(self, request: ListAssetsRequest, context: Any, begin: int) -> ListAssetsResponse:
        found = self._found(request, context)
        end = begin + self._size(request)
        again = self._size(request) if self.repeats_pages else 0
        shown = found[max(0, begin - again) : end]
        following = "" if end >= len(found) else _token(request, end)
        if not following and self.goes_in_circles:
            following = _token(request, self._size(request))
        answer = ListAssetsResponse(next_page_token=following)
        pb = ListAssetsResponse.pb(answer)
        for asset in shown:
            json_format.ParseDict(asset, pb.assets.add())
        return answer

    def _found(self, request: ListAssetsRequest, context: Any) -> list[Asset]:
        """Return the assets at or below a parent, with one content each."""
        kind, _, name = request.parent.partition("/")
        above = f"{kind}/{self.numbers.get(name, name)}"
        there = [asset for asset in self.assets if above in (asset.get("ancestors") or (above,))]
        if above not in {a for asset in self.assets for a in asset.get("ancestors") or ()}:
            _abort(context, Fault("PERMISSION_DENIED"), "denied, or it may not exist")
        holds = HOLDS.get(request.content_type)
        if holds == "iamPolicy":
            there = [asset for asset in there if holds in asset]
        return [
            {name: value for name, value in asset.items() if name in KEPT or name == holds}
            for asset in there
            if not request.asset_types or asset["assetType"] in request.asset_types
        ]

    def _size(self, request: ListAssetsRequest) -> int:
        return min(request.page_size or DEFAULT_PAGE, self.most)

    def _begin(self, request: ListAssetsRequest, context: Any) -> int:
        """Return where a page begins; its token must be of the same query."""
        if not request.page_token:
            return 0
        query, _, begin = base64.b64decode(request.page_token).decode().partition(":")
        if query != _query(request):
            _abort(context, Fault("INVALID_ARGUMENT"), "the token is another query's")
        return int(begin)


@functools.cache
def authority() -> trustme.CA:
    """Return the one authority whose certificates this process trusts."""
    return trustme.CA()


@functools.cache
def roots_file() -> Path:
    """Return the file that gRPC reads once: it stays as long as the process."""
    folder = tempfile.mkdtemp(prefix="cirrograph-gcp-roots-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "roots.pem"
    authority().cert_pem.write_to_path(str(path))
    return path


@functools.cache
def credentials_file() -> str:
    """Return a service account's file with a key of its own: it signs for itself, asking nobody."""
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return json.dumps({
        "type": "service_account", "project_id": "watch-tools", "private_key_id": "made-up",
        "private_key": pem.decode(), "client_email": READER, "client_id": "1",
        "token_uri": "https://localhost:1/token",
    })  # fmt: skip


def _token(request: ListAssetsRequest, begin: int) -> str:
    return base64.b64encode(f"{_query(request)}:{begin}".encode()).decode()


def _query(request: ListAssetsRequest) -> str:
    about = f"{request.parent} {request.content_type} {sorted(request.asset_types)}"
    return hashlib.sha256(about.encode()).hexdigest()


def _abort(context: Any, fault: Fault, message: str) -> None:
    status = status_pb2.Status(code=code_pb2.Code.Value(fault.code), message=message)
    details: list[Any] = []
    if fault.reason:
        details.append(error_details_pb2.ErrorInfo(reason=fault.reason, domain="googleapis.com"))
    if fault.wait is not None:
        nanos = round(fault.wait * 1e9)
        delay = duration_pb2.Duration(seconds=nanos // 10**9, nanos=nanos % 10**9)
        details.append(error_details_pb2.RetryInfo(retry_delay=delay))
    for detail in details:
        packed = any_pb2.Any()
        packed.Pack(detail)
        status.details.append(packed)
    context.abort_with_status(grpc_status.rpc_status.to_status(status))
