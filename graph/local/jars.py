"""The server's jars: a committed lock, and a folder that holds exactly what it names.

`jars.lock` has one line a jar: coordinate, bytes, SHA-256. It is written by resolving `ROOTS` with
jgo (`python -m graph.local.jars --write-lock`, about two minutes); at run time nothing is resolved:
missing jars are fetched side by side, checked while they stream and moved into place whole. A
stamp file keeps size and modification time of what was checked, so that a later start hashes
nothing. Left out: jars that no lock names any more are not deleted, other versions may share the
folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import requests
from jgo.maven import MavenContext
from rich.console import Console

from graph.local import lock
from graph.local.errors import BrokenJar, DiskNearlyFull, JarsUnreachable
from graph.local.progress import Bar, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.local.progress import Advance

NEO4J_VERSION = "5.26.30"
ROOTS = (
    f"org.neo4j:neo4j:{NEO4J_VERSION}",
    f"org.neo4j.app:neo4j-server:{NEO4J_VERSION}",
    "org.neo4j.client:neo4j-browser:5.24.0",
)
LOCK = Path(__file__).with_name("jars.lock")
STAMP = "checked.json"
CHUNK = 256 * 1024
AT_ONCE = 8
TRIES = 2
TIMEOUT = (10, 60)  # seconds to connect, and between two bytes
LOCK_SECONDS = 900


@dataclass(frozen=True, kw_only=True)
class Jar:
    """One locked jar: `group:artifact:version[:classifier]`, its bytes and SHA-256 in hex."""

    coordinate: str
    size: int
    sha256: str

    @property
    def filename(self) -> str:
        """Name of the file, as Maven has it."""
        return "-".join(self.coordinate.split(":")[1:]) + ".jar"

    @property
    def path(self) -> str:
        """Path below a Maven repository."""
        group, artifact, version = self.coordinate.split(":")[:3]
        return f"{group.replace('.', '/')}/{artifact}/{version}/{self.filename}"


def locked(path: Path = LOCK) -> tuple[Jar, ...]:
    """Return the jars of a lock file, in its order: that of the class path."""
    lines = (line.split() for line in path.read_text().splitlines() if line[:1] not in {"", "#"})
    return tuple(Jar(coordinate=c, size=int(size), sha256=sha) for c, size, sha in lines)


def missing(folder: Path, jars: Iterable[Jar]) -> list[Jar]:
    """Return the jars which `folder` lacks; hashes only files that changed since last checked."""
    stamp = _read_stamp(folder)
    return [jar for jar in jars if not _is_good(folder / jar.filename, jar, stamp)]


def ensure(
    folder: Path,
    jars: tuple[Jar, ...],
    *,
    url: str | None = None,
    min_free: int = 0,
    progress: Bar = silent,
) -> list[Path]:
    """Make `folder` hold every one of `jars`, and return their paths.

    Fetches what is missing from the Maven repository `url` (default: the public one). `min_free`
    is in bytes, on top of what is fetched. Raises `DiskNearlyFull`, `JarsUnreachable`, `BrokenJar`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with lock.held(folder / ".lock", seconds=LOCK_SECONDS):
        wanted = missing(folder, jars)
        if wanted:
            _check_disk(folder, sum(jar.size for jar in wanted), min_free)
            _fetch_all(folder, wanted, url or _public_repository(), progress)
        _write_stamp(folder, jars)
    return [folder / jar.filename for jar in jars]


def _check_disk(folder: Path, needed: int, min_free: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + min_free:
        raise DiskNearlyFull(
            f"{folder} has {free:,} bytes free; Neo4j's jars need {needed:,} and {min_free:,} are "
            "to stay free. Free some space, or name another folder with CIRROGRAPH_JARS."
        )


def _public_repository() -> str:
    return next(iter(MavenContext().remote_repos.values()))


def _fetch_all(folder: Path, jars: list[Jar], url: str, progress: Bar) -> None:
    with progress("Neo4j", sum(jar.size for jar in jars)) as advance:
        pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="jars")
        try:
            list(pool.map(lambda jar: _fetch(folder, jar, url, advance), jars))
        finally:
            pool.shutdown(cancel_futures=True)


def _fetch(folder: Path, jar: Jar, url: str, advance: Advance) -> None:
    reason = ""
    for _ in range(TRIES):
        counted = 0

        def count(size: int) -> None:
            nonlocal counted
            counted += size
            advance(size)

        try:
            found = _download(folder / jar.filename, jar, f"{url}/{jar.path}", count)
        except (requests.RequestException, OSError) as error:
            reason = f"{type(error).__name__}: {error}"
        else:
            if found == jar.sha256:
                return
            reason = ""
        advance(-counted)
    raise _failure(jar, url, reason)


def _failure(jar: Jar, url: str, reason: str) -> Exception:
    if reason:
        return JarsUnreachable(
            f"{jar.coordinate} could not be fetched from {url} ({reason}). Check the network or "
            "proxy, or name a Maven repository you can reach with CIRROGRAPH_JARS_URL."
        )
    return BrokenJar(
        f"{jar.coordinate} came from {url} with another SHA-256 than the locked one, twice: it is "
        "not used. Try again later, or name another Maven repository with CIRROGRAPH_JARS_URL."
    )


def _download(target: Path, jar: Jar, url: str, count: Callable[[int], None]) -> str:
    """Stream `url` beside `target`, move it there if its hash fits, and return the hash."""
    digest = hashlib.sha256()
    part = target.with_suffix(".part")
    # requests knows its own variable for certificates; Python's and OpenSSL's is set more often.
    trusted = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE") or True
    with (
        requests.get(url, stream=True, timeout=TIMEOUT, verify=trusted) as response,
        part.open("wb") as file,
    ):
        response.raise_for_status()
        for chunk in response.iter_content(CHUNK):
            file.write(chunk)
            digest.update(chunk)
            count(len(chunk))
    if digest.hexdigest() == jar.sha256:
        part.replace(target)
    else:
        part.unlink()
    return digest.hexdigest()


def _is_good(path: Path, jar: Jar, stamp: dict[str, list[object]]) -> bool:
    if not path.is_file() or path.stat().st_size != jar.size:
        return False
    return stamp.get(jar.filename) == _marks(path, jar) or _sha256(path) == jar.sha256


def _marks(path: Path, jar: Jar) -> list[object]:
    return [jar.sha256, path.stat().st_size, path.stat().st_mtime_ns]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_stamp(folder: Path) -> dict[str, list[object]]:
    try:
        stamp = json.loads((folder / STAMP).read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(folder: Path, jars: tuple[Jar, ...]) -> None:
    stamp = {jar.filename: _marks(folder / jar.filename, jar) for jar in jars}
    part = folder / f"{STAMP}.part"
    part.write_text(json.dumps(stamp))
    part.replace(folder / STAMP)


def resolve(cache: Path) -> list[Jar]:
    """Resolve `ROOTS` with everything they need, through the local repository `cache`."""
    context = MavenContext(repo_cache=cache)
    roots = [context.create_dependency(root) for root in ROOTS]
    _, nodes = context.resolver.get_dependency_list(roots)
    found = {}
    for dependency in [*roots, *(node.dep for node in nodes)]:
        artifact = dependency.artifact
        parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
        path = artifact.resolve()
        coordinate = ":".join(part for part in parts if part)
        found[coordinate] = Jar(
            coordinate=coordinate, size=path.stat().st_size, sha256=_sha256(path)
        )
    return [found[coordinate] for coordinate in sorted(found)]


def write_lock(path: Path = LOCK) -> int:
    """Resolve and write the lock file; return the number of jars."""
    with tempfile.TemporaryDirectory() as cache:
        jars = resolve(Path(cache))
    head = "# Neo4j's jars: coordinate, bytes, SHA-256. Written by `python -m graph.local.jars`.\n"
    path.write_text(head + "".join(f"{j.coordinate} {j.size} {j.sha256}\n" for j in jars))
    return len(jars)


def main() -> None:
    """Write the lock anew: `python -m graph.local.jars --write-lock`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--write-lock", action="store_true", required=True)
    parser.parse_args()
    Console().print(f"{write_lock()} jars locked in {LOCK.name}")


if __name__ == "__main__":
    main()
