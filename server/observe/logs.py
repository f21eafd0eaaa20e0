"""Write the log: one JSON object a line, or text on a terminal; what was begun for whom on each.

Everything goes through `logging`, ours and the libraries'; structlog gives it form. A request's or
job's ids are bound to the context (`about`), so that every line written meanwhile carries them,
an error's id (`schema.api`) beside the request's.

No secret belongs into a log, and what looks like one is taken out of it all the same: values under
telling names, and tokens, keys and passwords in addresses, wherever in a line they stand. Variables
of queries are never logged, nor what a query's address carries after `?`.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

from server.observe.settings import ObserveSettings

OURS = "cirrograph"
# Loggers that say too much of what is not ours to tell, or the same again.
QUIET = {
    "neo4j": logging.ERROR, "neo4j.notifications": logging.CRITICAL, "botocore": logging.WARNING,
    "boto3": logging.WARNING, "azure": logging.WARNING, "google": logging.WARNING,
    "urllib3": logging.ERROR, "httpx": logging.WARNING, "httpcore": logging.WARNING,
    "uvicorn.access": logging.CRITICAL, "uvicorn": logging.WARNING, "dbos": logging.CRITICAL,
    "asyncio": logging.WARNING, "opentelemetry": logging.ERROR, "strawberry": logging.CRITICAL,
}  # fmt: skip
GONE = "[redacted]"
TELLING = re.compile(
    r"token|secret|password|passwd|authorization|cookie|credential|variables|api_?key|external_?id",
    re.IGNORECASE,
)
SECRET = re.compile(
    r"(?P<scheme>\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}"
    r"|(?P<user>://[^/\s:@]*:)[^@\s/]+(?=@)"
    r"|\bcg[a-z]_[\w-]{8,}"  # tokens of our own
    r"|\b(?:AKIA|ASIA)[A-Z0-9]{12,}"
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"  # JSON web tokens
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"
    r"|(?P<named>\b(?:password|passwd|secret|token|api_?key|client_secret|access_key)"
    r"['\"]?\s*[=:]\s*['\"]?)[^\s'\",;&)}]{4,}",
    re.IGNORECASE | re.DOTALL,
)

about = structlog.contextvars.bound_contextvars


def start(settings: ObserveSettings, *, stream: TextIO | None = None) -> logging.Handler:
    """Have the process log as the settings say, and return the handler that does."""
    out = stream or sys.stderr
    as_json = settings.log == "json" or (settings.log == "auto" and not out.isatty())
    shared = processors()
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_last(as_json=as_json),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(settings.log_level)
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)
    return handler


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """Return one of our loggers, such as `api`; where no log was started it is `logging`'s own."""
    made: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        logging.getLogger(f"{OURS}.{name}"),
        processors=[
            structlog.stdlib.filter_by_level,
            *processors(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        context_class=dict,
    )
    return made


def bound(**ids: str) -> AbstractContextManager[None]:
    """Put ids on every line that the block writes."""
    return about(**ids)


def processors() -> list[Processor]:
    """Return what every line goes through, whoever wrote it."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        redacted,
    ]


def redacted(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Take out what looks like a secret."""
    return {
        key: value if key.startswith("_") else _redact(key, value) for key, value in event.items()
    }


def _redact(key: str, value: Any) -> Any:
    if TELLING.search(key):
        return GONE
    if isinstance(value, dict):
        return {str(k): _redact(str(k), v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_redact("", item) for item in value]
    return SECRET.sub(_gone, value) if isinstance(value, str) else value


def _gone(found: re.Match[str]) -> str:
    kept = found["scheme"] or found["user"] or found["named"] or ""
    return f"{kept}{GONE}"


def _last(*, as_json: bool) -> Iterable[Processor]:
    if as_json:
        return [
            structlog.processors.EventRenamer("message"),
            structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False, default=str),
        ]
    return [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=_plain)]


def _plain(stream: TextIO, info: Any) -> None:
    structlog.dev.plain_traceback(stream, info)
