"""A cloud that answers every call after one time: it records a stand-in and then replays it.

Run as a process of its own, so that it takes nothing of the measured one:
`python -m bench.replay PORT UPSTREAM SECONDS`. A call is known again by method, path, body, target
and region; one that is not known yet is passed on, and its answer kept.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

REGION = re.compile(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/")
NOT_KEPT = {"connection", "transfer-encoding", "content-length", "date", "server"}
METHODS = ["GET", "PUT", "POST", "DELETE", "HEAD", "PATCH"]

Kept = tuple[int, dict[str, str], bytes]


class Replay:
    """Answers from memory after `seconds`; `calls` counts what was asked."""

    def __init__(self, upstream: str, seconds: float) -> None:
        self._upstream = urlsplit(upstream)
        self._seconds = seconds
        self._kept: dict[tuple[str, ...], Kept] = {}

    async def answer(self, request: Request) -> Response:
        """Answer one call."""
        body = await request.body()
        signed = REGION.search(request.headers.get("authorization", ""))
        key = (
            request.method, str(request.url.path), request.url.query, body.hex(),
            request.headers.get("x-amz-target", ""), *(signed.groups() if signed else ()),
        )  # fmt: skip
        if key in self._kept:
            await asyncio.sleep(self._seconds)
        else:
            self._kept[key] = await asyncio.to_thread(self._ask, request, body)
        status, headers, said = self._kept[key]
        return Response(said, status_code=status, headers=headers)

    def _ask(self, request: Request, body: bytes) -> Kept:
        connection = http.client.HTTPConnection(str(self._upstream.netloc), timeout=60)
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        connection.request(request.method, path, body=body, headers=dict(request.headers))
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        kept = {k: v for k, v in answer.getheaders() if k.lower() not in NOT_KEPT}
        return answer.status, kept, said


@contextlib.contextmanager
def replaying(upstream: str, seconds: float) -> Iterator[str]:
    """Give the address of such a cloud before another."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "bench.replay", str(port), upstream, str(seconds)]
    )
    try:
        until = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    port, upstream, seconds = sys.argv[1:]
    app = Starlette(
        routes=[Route("/{path:path}", Replay(upstream, float(seconds)).answer, methods=METHODS)]
    )
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main()
