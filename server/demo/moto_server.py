"""A moto server, moto's stand-in for AWS, as a process of its own on loopback.

The child is ours: found by its process id, ended by it, and ended with us. It says it is ready
only when *it* listens on the port (a stranger on the same port would answer just as well) and
answers. What is not here: what the stand-in holds (`estate`), and any knowledge of its faults.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil

if TYPE_CHECKING:
    from types import TracebackType

HOST = "127.0.0.1"
_SETTINGS = {
    "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",  # else AdministratorAccess does not exist
    "MOTO_EC2_LOAD_DEFAULT_AMIS": "false",  # else 1,300 snapshots of strangers in each region
}
_CHILD = Path(__file__).with_name("moto_process.py")
_POLL_SECONDS = 0.05
_STOP_SECONDS = 5.0
_PORT_ATTEMPTS = 3


class MotoMissingError(RuntimeError):
    """The demo was asked for, and moto is not installed."""


class MotoNotStartedError(RuntimeError):
    """The moto process ended, or did not answer in time; the message holds the end of its log."""


class _PortTakenError(Exception):
    """Somebody took the port between our choice and the child's bind."""


class MotoServer:
    """One moto process; start it with `start()` or as a context manager.

    `log` is the file its output goes to (one in the temporary folder by default, removed when the
    server stops, kept when it did not start); `deadline` is in seconds. Raises `MotoMissingError`,
    and when started `MotoNotStartedError`.
    """

    def __init__(self, *, log: Path | None = None, deadline: float = 60.0) -> None:
        if importlib.util.find_spec("moto") is None:
            raise MotoMissingError(
                "the demo needs moto, which is not installed: pip install 'cirrograph[demo]'"
            )
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0
        self._keeps_log = log is not None
        self.log = log or _temporary_log()

    @property
    def endpoint_url(self) -> str:
        """The URL to give boto3 as `endpoint_url`, without a slash at its end."""
        return f"http://{HOST}:{self._port}"

    @property
    def pid(self) -> int | None:
        """The process id, or None when it is not running."""
        return None if self._process is None else self._process.pid

    def start(self) -> Self:
        """Start the process and return when it answers; a second call changes nothing."""
        if self._process is not None:
            return self
        for _ in range(_PORT_ATTEMPTS):
            try:
                return self._try_start()
            except _PortTakenError:
                continue
        raise MotoNotStartedError(f"moto found every port taken, {_PORT_ATTEMPTS} times: {HOST}")

    def stop(self) -> None:
        """End the process by its id, forcibly after five seconds; never raises when it is gone."""
        self._end()
        if not self._keeps_log:
            self.log.unlink(missing_ok=True)

    def reset(self) -> None:
        """Empty every account and region of the server."""
        request = urllib.request.Request(f"{self.endpoint_url}/moto-api/reset", method="POST")  # noqa: S310 - our own loopback URL
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
            answer.read()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _try_start(self) -> Self:
        self._port = _free_port()
        with self.log.open("wb") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                [sys.executable, "-P", str(_CHILD), HOST, str(self._port)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=_environment(self._port),
                start_new_session=True,  # Ctrl-C reaches us first, and we end it in order
            )
        atexit.register(self.stop)
        try:
            self._wait(self._process, time.monotonic() + self._deadline)
        except BaseException:  # whatever ends it, the process is not left running
            self._end()  # and keep the log, which the error names
            raise
        return self

    def _end(self) -> None:
        process, self._process = self._process, None
        atexit.unregister(self.stop)
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _wait(self, process: subprocess.Popen[bytes], until: float) -> None:
        while time.monotonic() < until:
            if process.poll() is not None:
                self._explain_death(process.returncode)
            if _listens(process.pid, self._port) and self._answers():
                return
            time.sleep(_POLL_SECONDS)
        raise MotoNotStartedError(
            f"moto did not answer on {self.endpoint_url} within {self._deadline:g} s; "
            f"its log is {self.log}"
        )

    def _explain_death(self, code: int) -> None:
        text = self.log.read_text(errors="replace")
        if "in use" in text:
            raise _PortTakenError
        raise MotoNotStartedError(
            f"moto ended with code {code} before it answered; "
            f"its log is {self.log} and ends with: {text[-400:].strip()}"
        )

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(  # noqa: S310 - our own loopback URL
                f"{self.endpoint_url}/moto-api/data.json", timeout=2
            ) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's own number
        except (urllib.error.URLError, OSError):
            return False


def _environment(port: int) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MOTO_", "AWS_"))}
    return {**kept, **_SETTINGS, "MOTO_PORT": str(port)}


def _temporary_log() -> Path:
    handle, name = tempfile.mkstemp(prefix="cirrograph-moto-", suffix=".log")
    os.close(handle)
    return Path(name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _listens(pid: int, port: int) -> bool:
    try:
        found = psutil.Process(pid).net_connections(kind="tcp4")
    except psutil.Error:
        return False
    return any(c.status == psutil.CONN_LISTEN and c.laddr[1] == port for c in found)
