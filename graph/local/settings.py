"""The settings of the managed Neo4j, all of them with a default.

`SETTINGS` is the list that the reference of settings is made from. The heap and page cache follow
the machine's memory, kept small: the server shares the machine with the scanner.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import psutil

from graph.local.errors import SettingNotUnderstood

if TYPE_CHECKING:
    from collections.abc import Mapping

MIB = 1024 * 1024
BIGGEST_PORT = 65535

SETTINGS = {
    "CIRROGRAPH_HOME": "Folder of all local data. Default: the platform's folder for user data.",
    "CIRROGRAPH_JARS": "Folder of the server's jars, shareable. Default: `neo4j/jars` in the home.",
    "CIRROGRAPH_JARS_URL": "Maven repository to fetch the jars from, where the public one is shut.",
    "CIRROGRAPH_NEO4J_BOLT_PORT": "Bolt port on loopback; 0 picks a free one. Default: 7687.",
    "CIRROGRAPH_NEO4J_HTTP_PORT": "HTTP and Browser port on loopback; 0 picks one. Default: 7474.",
    "CIRROGRAPH_NEO4J_HEAP_MIB": "Java heap, MiB. Default: a quarter of the memory, 512 to 4096.",
    "CIRROGRAPH_NEO4J_PAGE_CACHE_MIB": "Page cache, MiB. Default: an eighth, 128 to 4096.",
    "CIRROGRAPH_NEO4J_MIN_FREE_MIB": "Free disk below which it will not start, MiB. Default: 512.",
    "CIRROGRAPH_NEO4J_START_SECONDS": "Deadline of a start, seconds. Default: 180.",
    "CIRROGRAPH_NEO4J_READ_ONLY": (
        "`1`: nobody can write to the server's database; for a copy that people look at. "
        "Default: `0`."
    ),
    "CIRROGRAPH_NEO4J_STOP_SECONDS": "Grace of a stop before it is killed, seconds. Default: 60.",
}


def default_home(env: Mapping[str, str] = os.environ) -> Path:
    """Return `CIRROGRAPH_HOME`, or the platform's folder for user data."""
    named = env.get("CIRROGRAPH_HOME")
    return Path(named) if named else platformdirs.user_data_path("cirrograph", appauthor=False)


@dataclass(frozen=True, kw_only=True)
class LocalSettings:
    """How to run the managed server. Sizes in MiB, times in seconds, port 0 for any free one.

    short_lived: it runs for minutes, as in tests and the demo: Java compiles quickly, not well.
    """

    jars: Path | None = None
    jars_url: str | None = None
    bolt_port: int = 7687
    http_port: int = 7474
    heap_mib: int
    page_cache_mib: int
    min_free_mib: int = 512
    start_seconds: float = 180
    stop_seconds: float = 60
    short_lived: bool = False
    read_only: bool = False

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> LocalSettings:
        """Read the settings; raise `SettingNotUnderstood` for one that is no sensible number."""
        memory = psutil.virtual_memory().total // MIB
        jars = env.get("CIRROGRAPH_JARS")
        return cls(
            jars=Path(jars) if jars else None,
            jars_url=env.get("CIRROGRAPH_JARS_URL") or None,
            bolt_port=_number(env, "BOLT_PORT", 7687, most=BIGGEST_PORT),
            http_port=_number(env, "HTTP_PORT", 7474, most=BIGGEST_PORT),
            heap_mib=_number(env, "HEAP_MIB", _between(512, memory // 4, 4096), least=128),
            page_cache_mib=_number(
                env, "PAGE_CACHE_MIB", _between(128, memory // 8, 4096), least=8
            ),
            min_free_mib=_number(env, "MIN_FREE_MIB", 512),
            start_seconds=_number(env, "START_SECONDS", 180, least=1),
            stop_seconds=_number(env, "STOP_SECONDS", 60),
            read_only=bool(_number(env, "READ_ONLY", 0, most=1)),
        )


def _between(least: int, value: int, most: int) -> int:
    return max(least, min(value, most))


def _number(
    env: Mapping[str, str], name: str, default: int, *, least: int = 0, most: int | None = None
) -> int:
    full = f"CIRROGRAPH_NEO4J_{name}"
    raw = env.get(full, "").strip() or str(default)
    top = "" if most is None else f" and at most {most}"
    if not raw.isdecimal() or int(raw) < least or (most is not None and int(raw) > most):
        raise SettingNotUnderstood(f"{full}={raw!r}: give a whole number, at least {least}{top}.")
    return int(raw)
