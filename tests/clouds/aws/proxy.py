"""A real HTTP proxy before a moto server: it counts what is called, and breaks it when told to.

Keep-alive on both sides, one thread and one upstream connection for each client connection. The
names of calls come from `operations`, the form of errors from `faults`. It knows nothing of TLS:
all is on loopback.
"""

from __future__ import annotations

import http.client
import random
import socket
import threading
import time
from collections import Counter
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from tests.clouds.aws.faults import (
    BROKEN,
    DENIED,
    EXPIRED,
    THROTTLED,
    UNKNOWN,
    Answer,
    Fault,
    bare,
)
from tests.clouds.aws.operations import Call, call_of, operations_of

if TYPE_CHECKING:
    from collections.abc import Callable

_PASSED_ON_NOT = ("connection", "transfer-encoding", "content-length", "date", "server")


class Proxy:
    """Start it as a context manager; clients are given `endpoint_url`.

    `calls` counts by `service:Operation` (refused ones too), `log` has every call in order. The
    rules added last win. Every rule takes names of operations (`s3:GetBucketEncryption`) or
    patterns (`ec2:Describe*`), and `region`, `access_key`, `times`, `probability`, `delay`.
    """

    def __init__(self, upstream: str, *, seed: int = 7) -> None:
        self.calls: Counter[str] = Counter()
        self.log: list[Call] = []
        self._upstream = upstream
        self._faults: list[Fault] = []
        self._chance = random.Random(seed)  # noqa: S311 - which calls fail, no secret
        self._lock = threading.Lock()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def deny(self, *names: str, **when: Any) -> None:
        """Refuse operations, with the code each service refuses with."""
        self._add(Fault(names=names, answer=DENIED.answer, **when))

    def deny_permission(self, *permissions: str, **when: Any) -> None:
        """Refuse what IAM permissions guard: `s3:GetEncryptionConfiguration`, for one."""
        self.deny(*(name for p in permissions for name in operations_of(p)), **when)

    def expire(self, *names: str, **when: Any) -> None:
        """Answer that the session's token is expired."""
        self._add(Fault(names=names, answer=EXPIRED.answer, **when))

    def throttle(self, *names: str, **when: Any) -> None:
        """Answer that the rate is exceeded; `probability=0.3` for three calls of ten."""
        self._add(Fault(names=names, answer=THROTTLED.answer, **when))

    def fail(self, *names: str, **when: Any) -> None:
        """Answer with the service's internal error, status 500."""
        self._add(Fault(names=names, answer=BROKEN.answer, **when))

    def forget(self, *names: str, status: int | None = None, **when: Any) -> None:
        """Answer as one who never heard of the API; with `status`, by a bare page."""
        page = "<!doctype html><title>not implemented</title>"
        answer = UNKNOWN.answer if status is None else bare(status, page)
        self._add(Fault(names=names, answer=answer, **when))

    def delay(self, *names: str, seconds: float, **when: Any) -> None:
        """Answer rightly, but later."""
        self._add(Fault(names=names, delay=seconds, **when))

    def cut(self, *names: str, **when: Any) -> None:
        """Close the connection without an answer."""
        self._add(Fault(names=names, cut=True, **when))

    def rewrite(self, *names: str, body: Callable[[bytes], bytes], **when: Any) -> None:
        """Pass the true answer's body through a function."""
        self._add(Fault(names=names, rewrite=body, **when))

    def clear(self) -> None:
        """Forget all rules and counts."""
        with self._lock:
            self._faults.clear()
            self.calls.clear()
            self.log.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.cut_all()
        self._server.server_close()
        self._thread.join()

    def _add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.insert(0, fault)

    def _record(self, call: Call) -> Fault | None:
        with self._lock:
            self.calls[call.name] += 1
            self.log.append(call)
            for place, fault in enumerate(self._faults):
                if fault.hits(call) and self._chance.random() < fault.probability:
                    self._spend(place, fault)
                    return fault
        return None

    def _spend(self, place: int, fault: Fault) -> None:
        if fault.times == 1:
            del self._faults[place]
        elif fault.times is not None:
            self._faults[place] = replace(fault, times=fault.times - 1)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, proxy: Proxy) -> None:
        self.proxy = proxy
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a client that hangs up is part of the tests."""

    def cut_all(self) -> None:
        """Wake the threads that wait on idle kept-alive connections, so that they end."""
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed by its own thread a moment ago


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body in one packet: no delayed acknowledgement between them
    disable_nagle_algorithm = True
    server: _Server
    _upstream: http.client.HTTPConnection | None = None

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Keep quiet."""

    def finish(self) -> None:
        if self._upstream is not None:
            self._upstream.close()
        super().finish()

    def _handle(self) -> None:
        body = self._body()
        call = call_of(self.command, self.path, dict(self.headers.items()), body)
        fault = self.server.proxy._record(call)
        if fault is not None and fault.delay:
            time.sleep(fault.delay)
        if fault is not None and fault.cut:
            self.close_connection = True
            return
        if fault is not None and fault.answer is not None:
            self._send(fault.answer(call))
            return
        answer = self._ask(body)
        if fault is not None and fault.rewrite is not None:
            answer = replace(answer, body=fault.rewrite(answer.body))
        self._send(answer)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = _handle  # noqa: N815 - its names

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline().split(b";")[0], 16)
        chunk = self.rfile.read(size)
        self.rfile.readline()
        return chunk

    def _ask(self, body: bytes) -> Answer:
        if self._upstream is None:
            host = urlsplit(self.server.proxy._upstream).netloc
            self._upstream = http.client.HTTPConnection(host, timeout=60)
        headers = {
            key: value
            for key, value in self.headers.items()
            if key.lower() not in (*_PASSED_ON_NOT, "expect") or key.lower() == "date"
        }
        headers["Content-Length"] = str(len(body))
        try:
            self._upstream.request(self.command, self.path, body=body, headers=headers)
            found = self._upstream.getresponse()
        except (http.client.HTTPException, OSError):
            self._upstream.close()
            self._upstream = None
            raise
        kept = {k: v for k, v in found.getheaders() if k.lower() not in _PASSED_ON_NOT}
        if self.command == "HEAD":
            kept["Content-Length"] = found.getheader("Content-Length", "0")
        return Answer(status=found.status, headers=kept, body=found.read())

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for key, value in answer.headers.items():
            self.send_header(key, value)
        if "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()
