"""Take secrets out of raw configuration before it is kept anywhere.

A secret-bearing path keeps its key and a keyed HMAC of its value, so that a change shows and the
value does not. Besides the declared paths, keys that by their name hold a secret are redacted
wherever they stand, since a cloud may add such a field on any day.

The HMAC's key is the deployment's own; without it the digests of short secrets could be guessed.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable
from typing import Any

import orjson

SECRET_NAME = re.compile(
    r"(password|passwd|secret(string|value|accesskey)?|private_?key|api_?key|auth_?token"
    r"|session_?token|connection_?string|user_?data|access_?token|master_?user_?password)$",
    re.IGNORECASE,
)


KEPT_OUT = "kept out"
# What has a value by a name of the user's own, and lists of a name and a value each.
ENVIRONMENTS = frozenset({
    "environmentVariables", "buildEnvironmentVariables", "envVariables", "envVars", "substitutions",
})  # fmt: skip
PAIRS = frozenset({"env", "items"})


def redactor(paths: Iterable[str], secret: bytes) -> Callable[[Any], Any]:
    """Return a function that gives back a JSON value without what `paths` name.

    A path is dotted; `*` stands for every key or item. Whatever the path ends at is replaced,
    lists and objects as one value.
    """
    split = [tuple(path.split(".")) for path in paths]

    def redact(value: Any) -> Any:
        return _walk(value, split, secret)

    return redact


def without_values(value: Any, under: str = "") -> Any:
    """Return configuration of a form that is not known, without what may be secret in it.

    For what no declaration says the paths of: by its name, or as a value of an environment.
    `under` is the name that the value stands under.
    """
    if isinstance(value, list):
        return [without_values(item, under) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: KEPT_OUT if _may_be_secret(name, item, under) else without_values(item, name)
        for name, item in value.items()
    }


def _may_be_secret(name: str, item: Any, under: str) -> bool:
    if not isinstance(item, str):
        return False
    pair = under in PAIRS and name == "value"
    return pair or under in ENVIRONMENTS or SECRET_NAME.search(name) is not None


def digest(value: Any, secret: bytes) -> str:
    """Return what is kept instead of a secret: `redacted:` and 16 hexadecimal digits."""
    text = orjson.dumps(value, default=str, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
    return "redacted:" + hmac.new(secret, text, hashlib.sha256).hexdigest()[:16]


def _walk(value: Any, paths: list[tuple[str, ...]], secret: bytes) -> Any:
    if isinstance(value, dict):
        return {name: _item(name, item, paths, secret) for name, item in value.items()}
    if isinstance(value, list):
        if any(path == ("*",) for path in paths):
            return [digest(item, secret) for item in value]
        below = [path[1:] if path[0] == "*" else path for path in paths]
        return [_walk(item, below, secret) for item in value]
    return value


def _item(name: Any, item: Any, paths: list[tuple[str, ...]], secret: bytes) -> Any:
    if paths and _ends(paths, name):
        return digest(item, secret)
    if isinstance(item, str):
        return digest(item, secret) if item and _is_secret(name) else item
    if isinstance(item, dict | list):
        return _walk(item, _below(paths, name) if paths else paths, secret)
    return item


@functools.lru_cache(maxsize=65_536)
def _is_secret(name: object) -> bool:
    return SECRET_NAME.search(str(name)) is not None


def _ends(paths: list[tuple[str, ...]], name: object) -> bool:
    return any(len(path) == 1 and path[0] in {"*", name} for path in paths)


def _below(paths: list[tuple[str, ...]], name: object) -> list[tuple[str, ...]]:
    return [path[1:] for path in paths if len(path) > 1 and path[0] in {"*", name}]
