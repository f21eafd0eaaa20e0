#!/usr/bin/env python3
"""Everything from a fresh clone with nothing but Python 3.11 or later.

    python3 dev.py demo     bring up the demo
    python3 dev.py test     pass all checks and tests
    python3 dev.py run ...  any command of the environment, such as `run cirrograph --help`

Makes `.venv` beside this file and installs the locked dependencies into it, each checked by its
hash; uv does it in seconds where it is installed, pip otherwise. Uses the standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "demo": "requirements.lock",
    "test": "requirements-dev.lock",
    "run": "requirements-dev.lock",
}
OLDEST = (3, 11)


def main() -> int:
    """Prepare the environment and run what was asked for; return its exit code."""
    if sys.version_info < OLDEST:
        print(
            f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}"
        )
        return 2
    if len(sys.argv) < 2 or sys.argv[1] not in LOCKS:  # noqa: PLR2004 - the command's own name
        print(__doc__)
        return 2
    command, rest = sys.argv[1], sys.argv[2:]
    prepare(ROOT / LOCKS[command])
    if command == "demo":
        return run(str(BIN / "cirrograph"), "demo", *rest)
    if command == "test":
        return run(str(BIN / "just"), "lint", "test", *rest)
    return run(*rest)


def prepare(lock: Path) -> None:
    """Install what a lock names, unless that was done already."""
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in _depends(lock))).hexdigest()
    stamp = VENV / f"{lock.stem}.installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        venv.create(VENV, with_pip=shutil.which("uv") is None)
    print(f"installing what {lock.name} names into {VENV}", flush=True)
    installer = _installer()
    _must(*installer, "--require-hashes", "-r", str(lock))
    _must(*installer, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(wanted)


def _depends(lock: Path) -> list[Path]:
    """Return what an installation is made from: the web page's sources are built by it."""
    web = ROOT / "server" / "web"
    pages = [p for p in (web / "src").rglob("*") if p.is_file()]
    return [lock, ROOT / "pyproject.toml", ROOT / "hatch_build.py", *sorted(web.glob("*.*")),
            *sorted(pages)]  # fmt: skip


def run(*command: str) -> int:
    """Run a command of the environment and return its exit code; Ctrl-C is the command's."""
    env = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    process = subprocess.Popen(command, cwd=ROOT, env=env)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the command got it too, and ends what it started


def _installer() -> list[str]:
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _must(*command: str) -> None:
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
