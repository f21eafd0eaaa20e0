"""A Cloud Asset Inventory that exports too, and the Cloud Storage that it exports to.

An export is an operation that ends after it was looked at a few times; what it wrote is then read
over plain HTTP on loopback, by the JSON interface.
"""

from __future__ import annotations

import dataclasses
import http.server
import json
import threading
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

import grpc  # type: ignore[import-untyped] # it ships no types
from google.cloud.asset_v1 import Asset, ExportAssetsRequest, ExportAssetsResponse
from google.longrunning import operations_pb2  # type: ignore[import-untyped] # it ships no types
from google.protobuf import json_format  # type: ignore[import-untyped] # it ships no types
from google.rpc import code_pb2, status_pb2  # type: ignore[import-untyped] # it ships no types

from server.demo.gcp.inventory import SERVICE, AssetInventory, Fault, _abort

BUCKET = "harbour-exports"


@dataclasses.dataclass
class Wrong:
    """What goes wrong.

    export: how a call to export is answered. ended: how an export ends. never: it does not end.
    reading: a status of the object's. cut: how many bytes of it are missing. odd: a line that it
    has beside. kept: it can't be deleted.
    """

    export: str = ""
    ended: str = ""
    never: bool = False
    reading: int = 0
    cut: int = 0
    odd: bytes = b""
    kept: bool = False


class ExportingInventory(AssetInventory):
    """The service with its exports; `objects` are those in the bucket, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong = Wrong()
        self.exports: list[ExportAssetsRequest] = []
        self.objects: dict[str, bytes] = {}
        self.deleted: list[str] = []
        self._looks: dict[str, int] = {}
        self._storage: http.server.ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        super().__enter__()
        handler = type("Handler", (_Storage,), {"inventory": self})
        self._storage = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._storage.serve_forever).start()
        return self

    def __exit__(self, *raised: object) -> None:
        super().__exit__(*raised)
        assert self._storage is not None
        self._storage.shutdown()
        self._storage.server_close()

    def environment(self) -> dict[str, str]:
        assert self._storage is not None
        return {
            **super().environment(), "CIRROGRAPH_GCP_EXPORT_BUCKET": BUCKET,
            "CIRROGRAPH_GCP_STORAGE_URL": f"http://127.0.0.1:{self._storage.server_port}",
        }  # fmt: skip

    def _methods(self) -> dict[str, dict[str, Any]]:
        found = super()._methods()
        operation = operations_pb2.Operation
        found[SERVICE]["ExportAssets"] = grpc.unary_unary_rpc_method_handler(
            self._export, request_deserializer=ExportAssetsRequest.deserialize,
            response_serializer=operation.SerializeToString,
        )  # fmt: skip
        found["google.longrunning.Operations"] = {
            "GetOperation": grpc.unary_unary_rpc_method_handler(
                self._look, request_deserializer=operations_pb2.GetOperationRequest.FromString,
                response_serializer=operation.SerializeToString,
            )
        }  # fmt: skip
        return found

    def _export(self, request: ExportAssetsRequest, context: Any) -> Any:
        if self.wrong.export:
            _abort(context, Fault(self.wrong.export), "no export")
        bucket, _, name = request.output_config.gcs_destination.uri[5:].partition("/")
        assert bucket == BUCKET
        self.exports.append(request)
        lines = [self._line(asset) for asset in self._found(request, context)]
        self.objects[name] = b"".join(lines) + self.wrong.odd
        operation = f"projects/1/operations/ExportAssets/{len(self.exports)}"
        self._looks[operation] = 0
        return operations_pb2.Operation(name=operation)

    def _line(self, asset: Mapping[str, Any]) -> bytes:
        """Return a line as exports have it: members by the names of the protocol."""
        pb = Asset.pb(Asset())
        json_format.ParseDict(asset, pb)
        said = json_format.MessageToDict(pb, preserving_proto_field_name=True)
        return json.dumps(said).encode() + b"\n"

    def _look(self, request: Any, context: Any) -> Any:  # noqa: ARG002 - as it is called
        self._looks[request.name] += 1
        found = operations_pb2.Operation(name=request.name)
        if self.wrong.never or self._looks[request.name] == 1:
            return found
        found.done = True
        if self.wrong.ended:
            code = code_pb2.Code.Value(self.wrong.ended)
            found.error.CopyFrom(status_pb2.Status(code=code, message="the bucket is not there"))
        else:
            found.response.Pack(ExportAssetsResponse.pb(ExportAssetsResponse()))
        return found


class _Storage(http.server.BaseHTTPRequestHandler):
    inventory: ExportingInventory
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        wrong, body = self.inventory.wrong, self._object()
        if wrong.reading or body is None:
            self._answer(wrong.reading or 404, b"{}")
        elif "media" in parse_qs(urlsplit(self.path).query).get("alt", ()):
            self._answer(200, body[: len(body) - wrong.cut])
        else:
            self._answer(200, json.dumps({"size": str(len(body))}).encode())

    def do_DELETE(self) -> None:
        if self.inventory.wrong.kept or self._object() is None:
            self._answer(403, b"{}")
            return
        del self.inventory.objects[self._name()]
        self.inventory.deleted.append(self._name())
        self._answer(204, b"")

    def _object(self) -> bytes | None:
        if not self.headers.get("authorization", "").startswith("Bearer "):
            return None
        return self.inventory.objects.get(self._name())

    def _name(self) -> str:
        before = f"/storage/v1/b/{BUCKET}/o/"
        path = urlsplit(self.path).path
        return unquote(path.removeprefix(before)) if path.startswith(before) else ""

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's own output clean."""
