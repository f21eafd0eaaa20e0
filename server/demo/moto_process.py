"""What runs in the child: moto's server, with a clock that can be set back and a little more.

moto makes everything now, and an estate has a past: keys of two years ago, users who left. So
`POST /demo/clock?days=400` lets moto live that many days ago from then on, 0 brings it back. Run by
its path, with host and port; it imports moto only, never us, and loads `beyond_moto` beside it by
its path too. What is left out: ages of services that do not ask moto's own clock, such as the
creation of S3 buckets.

moto also lacks a few listings of things that it can't make: `_EMPTY` has them, with nothing in
them.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import moto.core.utils
from werkzeug.serving import run_simple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PATH = "/demo/clock"
_EMPTY = {  # the path of a listing to its answer
    r"/clusters/[^/]+/addons": b'{"addons": []}',  # of EKS
    r"/v2/apis/[^/]+/authorizers": b'{"items": []}',  # of API Gateway's HTTP APIs
}
_true_now: Callable[[], datetime] = moto.core.utils.utcnow
_back = timedelta()


def _now() -> datetime:
    return _true_now() - _back


def _with_clock(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        global _back  # noqa: PLW0603 - one clock a process, like the one it stands for
        if environ["PATH_INFO"] != _PATH:
            return app(environ, start_response)
        _back = timedelta(days=int(parse_qs(environ["QUERY_STRING"])["days"][0]))
        start_response("204 No Content", [])
        return []

    return answer


def _beside(name: str) -> Any:
    """Return a module that stands in the same folder, which is not on the path."""
    found = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if found is None or found.loader is None:
        raise ImportError(name)
    module = sys.modules[name] = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def _with_listings(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = (re.fullmatch(path, environ["PATH_INFO"]) for path in _EMPTY)
        body = next((_EMPTY[found.re.pattern] for found in asked if found), None)
        if body is None or environ["REQUEST_METHOD"] != "GET":
            return app(environ, start_response)
        start_response("200 OK", [("Content-Type", "application/json")])
        return [body]

    return answer


def main(host: str, port: int) -> None:
    """Serve until ended by a signal."""
    moto.core.utils.utcnow = _now  # before any service imports it by name
    from moto.moto_server.werkzeug_app import (  # noqa: PLC0415 - after the clock
        DomainDispatcherApplication,
        MotoRequestHandler,
        create_backend_app,
    )

    more = _beside("beyond_moto")
    own = DomainDispatcherApplication(create_backend_app)
    app = _with_clock(_with_listings(more.with_more(own)))
    run_simple(host, port, app, threaded=True, request_handler=MotoRequestHandler)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
