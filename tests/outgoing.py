"""Addresses that nobody who asks may have called, and what tells whether one was.

`Watched` listens on loopback, and hears of every connection that Python code of this process begins
(by an audit hook of the interpreter). gRPC connects by code of its own: of it only calls to the
listener are known.
"""

from __future__ import annotations

import contextlib
import dataclasses
import socket
import sys
import threading
from collections.abc import Iterator
from typing import Any

_watching: list[Watched] = []
_hooked: list[Any] = []


@dataclasses.dataclass(kw_only=True)
class Watched:
    """What was called while it was watched: at the listener, and wherever else."""

    port: int
    answered: int = 0
    begun: set[tuple[str, int]] = dataclasses.field(default_factory=set)

    @property
    def addresses(self) -> list[str]:
        """Addresses of the listener in the forms that get past a careless check, and others."""
        at = self.port
        return [
            f"http://127.0.0.1:{at}/", f"http://localhost:{at}/", f"http://[::1]:{at}/",
            f"http://[::ffff:127.0.0.1]:{at}/", f"http://2130706433:{at}/", f"http://127.1:{at}/",
            f"http://0x7f000001:{at}/", f"http://aws.amazon.com@127.0.0.1:{at}/",
            f"//127.0.0.1:{at}/", f"127.0.0.1:{at}", f"127.0.0.1:{at}/x?", f"@127.0.0.1:{at}/",
            f"x@127.0.0.1:{at}/#", f"../../127.0.0.1:{at}/", f"x.127.0.0.1.nip.io:{at}",
            "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://10.0.0.1/",
            "http://192.168.0.1/", "http://[::ffff:10.0.0.1]/", "file:///etc/passwd",
            "gopher://127.0.0.1/",
        ]  # fmt: skip

    def but(self, *allowed: int) -> set[tuple[str, int]]:
        """Return the connections that were begun to other ports than these."""
        return {(host, port) for host, port in self.begun if port not in allowed}


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and _watching and isinstance(arguments[1], tuple):
        for watched in _watching:
            watched.begun.add(arguments[1][:2])


@contextlib.contextmanager
def watched() -> Iterator[Watched]:
    """Listen, and watch, while the block runs."""
    listening = socket.create_server(("127.0.0.1", 0))
    found = Watched(port=listening.getsockname()[1])
    sockets = [listening]
    with contextlib.suppress(OSError):  # where there is no IPv6, nobody can be reached by it
        sockets.append(socket.create_server(("::1", found.port), family=socket.AF_INET6))
    threads = [threading.Thread(target=_answer, args=(one, found), daemon=True) for one in sockets]
    for thread in threads:
        thread.start()
    if not any(hook is _hear for hook in _hooked):
        sys.addaudithook(_hear)  # it can't be taken off again, and does nothing unless watched
        _hooked.append(_hear)
    _watching.append(found)
    try:
        yield found
    finally:
        _watching.remove(found)
        for one in sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # which ends its thread
            one.close()


def _answer(listening: socket.socket, found: Watched) -> None:
    while True:
        try:
            caller, _ = listening.accept()
        except OSError:
            return
        found.answered += 1
        caller.close()
