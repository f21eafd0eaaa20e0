"""Limits that hold before anything is parsed: of heads, bodies, slow clients, and how much at once.

Heads are bounded by the HTTP parser and counted here (431), bodies by what they say and by what
comes (413), both by the time that a client takes to send them (408). What one viewer has under way
is counted in this process (429). uvicorn bounds the messages of sockets, connections in all and
those that stand idle (`server.api`).

Left out: who sends how much in an hour; a proxy in front does that better, for all processes.
"""

from __future__ import annotations

import collections
import contextlib
import sys
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import h11
import orjson
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

MOST_BYTES = 256 * 1024  # of a body
MOST_HEADERS = 100
MOST_HEAD_BYTES = 32 * 1024
MOST_CONNECTIONS = 1_000
LINGER_SECONDS = 2.0  # that the rest of a refused body is still read, and thrown away
SEND_SECONDS = 60.0  # how long a client may take to read what it is sent


class TooMany(Exception):
    """A viewer has more under way than is allowed at once."""


class _Refused(Exception):
    """A request breaks a limit; `status` is HTTP's."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class _NotRead(Exception):
    """A client does not read what it is sent."""


class Slots:
    """Counts what each viewer has under way."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: collections.Counter[tuple[str, str]] = collections.Counter()

    def request(self, name: str, most: int) -> contextlib.AbstractContextManager[None]:
        """Hold a slot for a request while the block runs. Raises TooMany."""
        return self._slot(("requests", name), most)

    def subscription(self, name: str, most: int) -> contextlib.AbstractContextManager[None]:
        """Hold a slot for a subscription while the block runs. Raises TooMany."""
        return self._slot(("subscriptions", name), most)

    @contextlib.contextmanager
    def _slot(self, of: tuple[str, str], most: int) -> Iterator[None]:
        with self._lock:
            if self._taken[of] >= most:
                raise TooMany(f"{most} {of[0]} are under way already: wait for one to end")
            self._taken[of] += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken[of] -= 1
                if not self._taken[of]:
                    del self._taken[of]


class Limits:
    """Answers requests that break a limit, before anything else looks at them."""

    def __init__(self, app: ASGIApp, *, body_seconds: float) -> None:
        self.app = app
        self._body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        body = _Body(receive, self._body_seconds)
        answer = _Answer(send)
        try:
            _check_head(scope)
            takes = body.receive if scope["type"] == "http" else receive
            await self.app(scope, takes, answer.send)
        except _Refused as broken:
            if answer.has_begun:
                return  # too late to say anything: the connection is closed
            await _refuse(scope, receive, send, broken)
        except _NotRead:
            return  # the connection is closed


class _Body:
    """Takes in a body, no more and no longer than allowed."""

    def __init__(self, receive: Receive, seconds: float) -> None:
        self._receive = receive
        self._seconds = seconds
        self._until: float | None = None
        self._bytes = 0
        self._is_whole = False

    async def receive(self) -> Message:
        if self._is_whole:  # what comes now is that the client went away
            return await self._receive()
        if self._until is None:
            self._until = anyio.current_time() + self._seconds
        with anyio.move_on_at(self._until):
            message = await self._receive()
            self._bytes += len(message.get("body", b""))
            self._is_whole = not message.get("more_body", False)
            if self._bytes > MOST_BYTES:
                raise _Refused(413, f"the body is larger than {MOST_BYTES} bytes")
            return message
        raise _Refused(408, f"the body did not come within {self._seconds:g} seconds")


class _Answer:
    """Sends an answer to a client that reads it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def send(self, message: Message) -> None:
        self.has_begun = True
        with anyio.move_on_after(SEND_SECONDS) as sending:
            await self._send(message)
        if sending.cancelled_caught:
            raise _NotRead


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which also gives up on a head that does not come, and says 431."""

    head_seconds = 20.0
    _waiting: Any = None

    def connection_made(self, transport: Any) -> None:
        """Wait for the first head."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take in what comes, and wait on while it is no whole head."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE and self.conn.our_state is h11.IDLE:
            self._wait()
        else:
            self._wait_no_longer()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Hand the connection on."""
        self._wait_no_longer()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._wait_no_longer()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Go on, unless the client still sends what was refused: that is read for a while only."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY and not self.transport.is_closing():
            self.loop.call_later(LINGER_SECONDS, self._end_if_in, self.cycle)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; the parser tells when it is only too much of it."""
        wrong = sys.exc_info()[1]
        status = getattr(wrong, "error_status_hint", 400)
        self._say(431 if status == 431 else 400, msg)  # noqa: PLR2004 - HTTP's own number

    def _end_if_in(self, answered: RequestResponseCycle) -> None:
        if self.cycle is answered and self.conn.their_state is h11.SEND_BODY:
            self.transport.close()

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.head_seconds, self._give_up)

    def _wait_no_longer(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self._say(408, "no whole request came")

    def _say(self, status: int, text: str) -> None:
        if self.conn.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.close()
            return
        headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
        for event in (
            h11.Response(status_code=status, headers=headers),
            h11.Data(data=text.encode()),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


def patient(head_seconds: float) -> type[PatientProtocol]:
    """Return a protocol that waits so long for a head."""
    return type("PatientProtocol", (PatientProtocol,), {"head_seconds": head_seconds})


def _check_head(scope: Scope) -> None:
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    size = sum(len(name) + len(value) for name, value in headers)
    if len(headers) > MOST_HEADERS or size > MOST_HEAD_BYTES:
        raise _Refused(431, f"at most {MOST_HEADERS} headers of {MOST_HEAD_BYTES} bytes in all")
    for name, value in headers:
        if name == b"content-length" and (not value.isdigit() or int(value) > MOST_BYTES):
            raise _Refused(413, f"the body is larger than {MOST_BYTES} bytes")


async def _refuse(scope: Scope, receive: Receive, send: Send, broken: _Refused) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4431, "reason": str(broken)})
        return
    body = orjson.dumps({"errors": [{"message": str(broken)}]})
    headers = {"Connection": "close"}
    answer = Response(body, broken.status, headers, media_type="application/json")
    await answer(scope, receive, send)
