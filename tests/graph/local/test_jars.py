from __future__ import annotations

import functools
import hashlib
import http.server
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.local.errors import BrokenJar, DiskNearlyFull, JarsUnreachable
from graph.local.jars import Jar, ensure, locked, missing
from graph.local.process import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = b"a jar"
JAR = Jar(
    coordinate="org.example:thing:1.0:native",
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        pass


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = tmp_path / "repository"
    jar = root / JAR.path
    jar.parent.mkdir(parents=True)
    jar.write_bytes(CONTENT)
    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield jar, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_lock_names_each_jar_once_with_its_hash() -> None:
    jars = locked()
    assert len({jar.filename for jar in jars}) == len(jars) > 200
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)


def test_a_jar_lies_where_maven_has_it() -> None:
    assert JAR.path == "org/example/thing/1.0/thing-1.0-native.jar"


def test_what_is_missing_is_fetched(tmp_path: Path, repository: tuple[Path, str]) -> None:
    paths = ensure(tmp_path / "jars", (JAR,), url=repository[1])
    assert [path.read_bytes() for path in paths] == [CONTENT]


def test_what_is_there_needs_no_network(tmp_path: Path, repository: tuple[Path, str]) -> None:
    ensure(tmp_path / "jars", (JAR,), url=repository[1])
    paths = ensure(tmp_path / "jars", (JAR,), url=f"http://127.0.0.1:{free_port()}")
    assert [path.read_bytes() for path in paths] == [CONTENT]


def test_a_jar_that_rotted_is_fetched_again(tmp_path: Path, repository: tuple[Path, str]) -> None:
    (path,) = ensure(tmp_path / "jars", (JAR,), url=repository[1])
    path.write_bytes(b"b jar")
    assert missing(tmp_path / "jars", [JAR]) == [JAR]
    ensure(tmp_path / "jars", (JAR,), url=repository[1])
    assert path.read_bytes() == CONTENT


def test_a_jar_with_another_hash_is_refused(tmp_path: Path, repository: tuple[Path, str]) -> None:
    repository[0].write_bytes(b"b jar")
    with pytest.raises(BrokenJar, match=f"{JAR.coordinate}.*CIRROGRAPH_JARS_URL"):
        ensure(tmp_path / "jars", (JAR,), url=repository[1])
    assert not list((tmp_path / "jars").glob("thing*"))


def test_a_repository_that_lacks_a_jar(tmp_path: Path, repository: tuple[Path, str]) -> None:
    other = replace(JAR, coordinate="org.example:other:1.0")
    with pytest.raises(JarsUnreachable, match=f"{other.coordinate}.*404"):
        ensure(tmp_path / "jars", (other,), url=repository[1])


def test_a_repository_that_does_not_answer(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(JarsUnreachable, match=url):
        ensure(tmp_path / "jars", (JAR,), url=url)


def test_the_disk_is_looked_at_before_the_download(tmp_path: Path) -> None:
    with pytest.raises(DiskNearlyFull, match="CIRROGRAPH_JARS"):
        ensure(tmp_path / "jars", (JAR,), min_free=10**18)
