"""The settings of logs, metrics and traces, from the environment."""

from __future__ import annotations

import dataclasses
import logging
import os
from collections.abc import Mapping
from typing import Literal, Self, TypeAlias

Form: TypeAlias = Literal["auto", "json", "text"]

LEVELS = ("debug", "info", "warning", "error")
BIGGEST_PORT = 65535

SETTINGS = {
    "CIRROGRAPH_LOG": (
        "Form of the log, on standard error: `json`, one object a line, or `text`. Default: `text` "
        "on a terminal, else `json`."
    ),
    "CIRROGRAPH_LOG_LEVEL": "`debug`, `info`, `warning` or `error`. Default: `info`.",
    "CIRROGRAPH_METRICS": (
        "`on`: the API shows `/metrics` to whoever may use it; `off`: it does not. Default: `on`."
    ),
    "CIRROGRAPH_METRICS_PORT": (
        "Port on which `serve` and `worker` show `/metrics`, `/healthz` and `/readyz`, and nothing "
        "else, to anybody; 0 takes a free one. Default: none."
    ),
    "CIRROGRAPH_METRICS_HOST": "Address that this port listens on. Default: `127.0.0.1`.",
    "OTEL_EXPORTER_OTLP_ENDPOINT": (
        "Where traces go, such as `http://collector:4318`, with the extra `telemetry`; the other "
        "`OTEL_` variables mean what OpenTelemetry says. Default: nowhere."
    ),
}


class BadObserveSetting(ValueError):
    """A value makes no sense; the message names the setting, the value and the way out."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ObserveSettings:
    """How a process lets itself be looked at."""

    log: Form = "auto"
    log_level: int = logging.INFO
    shows_metrics: bool = True
    metrics_port: int | None = None
    metrics_host: str = "127.0.0.1"

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Self:
        """Read the environment. Raises BadObserveSetting."""
        port = env.get("CIRROGRAPH_METRICS_PORT", "").strip()
        if port and (not port.isdecimal() or int(port) > BIGGEST_PORT):
            raise BadObserveSetting(
                f"CIRROGRAPH_METRICS_PORT={port!r}: a number from 0 to {BIGGEST_PORT} is needed"
            )
        level = _one_of(env, "CIRROGRAPH_LOG_LEVEL", LEVELS, "info")
        return cls(
            log=_one_of(env, "CIRROGRAPH_LOG", ("auto", "json", "text"), "auto"),  # type: ignore[arg-type] # it is one of them
            log_level=getattr(logging, level.upper()),
            shows_metrics=_one_of(env, "CIRROGRAPH_METRICS", ("on", "off"), "on") == "on",
            metrics_port=int(port) if port else None,
            metrics_host=env.get("CIRROGRAPH_METRICS_HOST") or "127.0.0.1",
        )


def _one_of(env: Mapping[str, str], name: str, known: tuple[str, ...], default: str) -> str:
    said = env.get(name, "").strip().lower() or default
    if said not in known:
        raise BadObserveSetting(f"{name}={said!r}: it is one of {', '.join(known)}")
    return said
