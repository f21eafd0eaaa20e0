"""The folders and small files of one managed server, all below `CIRROGRAPH_HOME/neo4j`.

    password     the server's, 0600, made before its first start, never passed on a command line
    version      the Neo4j that wrote `data`, written once the first start succeeded
    state.json   ports and process of the last start; only a hint, the process is looked at
    conf data import logs plugins    Neo4j's own; `import` and `plugins` stay empty
    jars         unless `CIRROGRAPH_JARS` names a shared folder

The first password is handed over in Neo4j's `auth.ini`, as `neo4j-admin dbms set-initial-password`
does, so that the well-known default never works, not for a moment.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.local.errors import OtherVersionsData, PasswordLost
from graph.local.jars import NEO4J_VERSION

USERNAME = "neo4j"
WIPE = "`cirrograph neo4j wipe --yes` removes it; a scan and the lake fill a new one"
HASH_ROUNDS = 1024
PASSWORD_BYTES = 24


@dataclass(frozen=True, kw_only=True)
class State:
    """What the last start left behind: its ports, and its process id (0 before it ran)."""

    bolt_port: int
    http_port: int
    pid: int = 0
    created: float = 0


@dataclass(frozen=True)
class Home:
    """The folder of one managed server; `root` is `CIRROGRAPH_HOME/neo4j`, absolute."""

    root: Path

    @classmethod
    def below(cls, home: Path) -> Home:
        """Return the server's folder below a `CIRROGRAPH_HOME`."""
        return cls(home.expanduser().resolve() / "neo4j")

    @property
    def lock(self) -> Path:
        """Lock file of starts, stops and wipes."""
        return self.root / ".lock"

    @property
    def conf(self) -> Path:
        """Folder of `neo4j.conf`."""
        return self.root / "conf"

    @property
    def console(self) -> Path:
        """Log of the last start: the server's standard output and error."""
        return self.root / "logs" / "console.log"

    def make(self) -> None:
        """Make the folders, for the owner's eyes only."""
        self.root.mkdir(parents=True, exist_ok=True)
        self.root.chmod(0o700)
        for name in ("conf", "data/dbms", "import", "logs", "plugins"):
            (self.root / name).mkdir(parents=True, exist_ok=True)

    def has_store(self) -> bool:
        """Tell whether a first start has succeeded here."""
        return (self.root / "version").is_file()

    def password(self) -> str:
        """Return the password; raise `PasswordLost` when its file is gone or empty."""
        path = self.root / "password"
        try:
            found = path.read_text().strip()
        except OSError:
            found = ""
        if not found:
            raise PasswordLost(f"{path} is gone, and the store cannot be opened: {WIPE}.")
        return found

    def prepare_password(self) -> str:
        """Return the password, made first if there is no store yet."""
        if self.has_store():
            return self.password()
        path = self.root / "password"
        if not path.exists():
            write_private(path, secrets.token_urlsafe(PASSWORD_BYTES))
        password = self.password()
        write_private(self._auth_ini(), initial_user(password))
        return password

    def mark_started(self) -> None:
        """Remember which Neo4j wrote the store, once it answered."""
        self._auth_ini().unlink(missing_ok=True)
        (self.root / "version").write_text(f"{NEO4J_VERSION}\n")

    def check_version(self) -> None:
        """Raise `OtherVersionsData` for a store of another line, or of a newer patch."""
        if not self.has_store():
            return
        theirs = (self.root / "version").read_text().strip()
        line, patch = _split(theirs)
        our_line, our_patch = _split(NEO4J_VERSION)
        if line == our_line and patch <= our_patch:
            return
        age = "newer" if (line, patch) > (our_line, our_patch) else "older"
        raise OtherVersionsData(
            f"{self.root / 'data'} was written by Neo4j {theirs or 'of no version'}, {age} than "
            f"{NEO4J_VERSION}. Use the Cirrograph that wrote it, or start anew: {WIPE}."
        )

    def state(self) -> State | None:
        """Return what the last start left, or None when there is nothing sensible."""
        try:
            return State(**json.loads((self.root / "state.json").read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def remember(self, state: State) -> None:
        """Keep the state for other processes."""
        part = self.root / "state.json.part"
        part.write_text(json.dumps(vars(state)))
        part.replace(self.root / "state.json")

    def wipe(self) -> None:
        """Remove everything but jars and the lock file."""
        for name in ("conf", "data", "import", "logs", "plugins"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for name in ("password", "version", "state.json"):
            (self.root / name).unlink(missing_ok=True)

    def _auth_ini(self) -> Path:
        return self.root / "data" / "dbms" / "auth.ini"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, at no moment anyone else."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text + "\n")


def initial_user(password: str) -> str:
    """Return the line of `auth.ini` that makes the first user: salted, hashed, no change due."""
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(HASH_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{HASH_ROUNDS}:"


def _split(version: str) -> tuple[list[int], int]:
    """Split `5.26.30` into its line [5, 26] and its patch 30; what is no version is oldest."""
    numbers = [int(part) for part in version.split(".") if part.isdecimal()]
    return numbers[:2], numbers[2] if len(numbers) > 2 else 0  # noqa: PLR2004 - the third part
