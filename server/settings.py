"""Every setting, from the environment, with its meaning and default: one list, also the reference.

A setting that is not listed in `SETTINGS` does not exist; the docs page is made from it.
"""

from __future__ import annotations

import dataclasses
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import graph.connect
import graph.local.settings
import ingest.azure.endpoints
import ingest.gcp.endpoints
import server.access.settings
import server.observe.settings
from graph.local.settings import default_home
from server.access.settings import AccessSettings
from server.observe.settings import ObserveSettings

OWN_SETTINGS = {
    "CIRROGRAPH_OWN": (
        "Folders of your own controls, policies, mandates, overrides, waivers and types, separated "
        "as in PATH. Default: `own` in the home."
    ),
    "CIRROGRAPH_STAGE": "Folder of staged files. Default: `stage` in the home.",
    "CIRROGRAPH_LAKE": "Folder or URL of the lake. Default: `lake` in the home.",
    "CIRROGRAPH_UNITS": "Units of a scan that are read side by side. Default: 8.",
    "CIRROGRAPH_CALLS": "Calls to one account that may be in flight. Default: 32.",
    "CIRROGRAPH_RATE": (
        "Calls a second to one service of one account; S3 gets four times as many, Azure Resource "
        "Manager half as many. Cloud inventories go by their own quotas. Default: 50."
    ),
    "CIRROGRAPH_INVENTORY_QUOTA": (
        "How many times the usual quota of Azure Resource Graph and Cloud Asset Inventory the "
        "cloud has granted. Default: 1."
    ),
    "CIRROGRAPH_CONTROL_SECONDS": "Deadline of one control, seconds. Default: 60.",
    "CIRROGRAPH_THROTTLE_SECONDS": (
        "How long a throttled call is tried again before it counts as refused, seconds. "
        "Default: 600."
    ),
    "CIRROGRAPH_SCAN_INTERVAL": (
        "Seconds from one reading of an account to the next; 0 for no limit. Default: 3600."
    ),
    "CIRROGRAPH_PARTIAL_SECONDS": (
        "Seconds from one evaluation of a scan that is still under way to the next. Default: 30."
    ),
    "CIRROGRAPH_OUTAGE_SECONDS": (
        "How long an outage of the database is waited for before a job goes back to the queue, "
        "seconds. Default: 120."
    ),
    "CIRROGRAPH_TRANSACTION_SECONDS": (
        "How long one transaction may be open, whatever became of its worker, seconds. Default: 60."
    ),
    "CIRROGRAPH_WORK_URL": (
        "Where jobs are kept: `postgresql://user:password@host/database` for workers on several "
        "machines. Default: the file `work.sqlite` in the home."
    ),
    "CIRROGRAPH_WORKER_ID": (
        "Id of a worker, the same at each of its starts and no other's. Default: the host's name "
        "and the first number that is free."
    ),
    "CIRROGRAPH_SCANS": "Scans that a worker has under way at once. Default: 4.",
    "CIRROGRAPH_SERVICES": "Services of one account that are read side by side. Default: 8.",
    "CIRROGRAPH_HEARTBEAT_SECONDS": "Seconds from one sign of life to the next. Default: 5.",
    "CIRROGRAPH_DEAD_SECONDS": (
        "Seconds of silence after which a worker counts as dead, and its jobs are handed on. "
        "Default: 30."
    ),
    "CIRROGRAPH_QUERY_COST": "Rows that one GraphQL request may read. Default: 500000.",
    "CIRROGRAPH_PERSISTED": (
        "Folder of GraphQL documents (`*.graphql`); when set, the API runs these and no others. "
        "Default: it runs every document."
    ),
    "CIRROGRAPH_API_PORT": "Port of the API on loopback. Default: 8080.",
}

SETTINGS: Mapping[str, str] = {
    **graph.local.settings.SETTINGS,
    **graph.connect.SETTINGS,
    **ingest.azure.endpoints.SETTINGS,
    **ingest.gcp.endpoints.SETTINGS,
    **OWN_SETTINGS,
    **server.access.settings.SETTINGS,
    **server.observe.settings.SETTINGS,
}


class SettingNotUnderstood(ValueError):
    """A value makes no sense; the message names the setting, the value and the way out."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of one process."""

    home: Path
    own: tuple[Path, ...]
    stage: Path
    lake: str
    units: int
    calls: int
    rate: float
    inventory_quota: float
    control_seconds: float
    throttle_seconds: float
    scan_interval: float
    partial_seconds: float
    outage_seconds: float
    transaction_seconds: float
    work_url: str
    worker_id: str | None
    scans: int
    services: int
    heartbeat_seconds: float
    dead_seconds: float
    query_cost: int
    persisted: Path | None
    api_port: int
    access: AccessSettings
    observe: ObserveSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Settings:
        """Read the environment. Raises SettingNotUnderstood."""
        home = default_home(env).expanduser()
        own = [Path(p) for p in env.get("CIRROGRAPH_OWN", "").split(os.pathsep) if p]
        for folder in own:
            if not folder.is_dir():
                raise SettingNotUnderstood(f"CIRROGRAPH_OWN: {folder} is no folder")
        if not own and (home / "own").is_dir():
            own = [home / "own"]
        return cls(
            home=home,
            own=tuple(own),
            stage=Path(env.get("CIRROGRAPH_STAGE") or home / "stage"),
            lake=env.get("CIRROGRAPH_LAKE") or str(home / "lake"),
            units=int(_number(env, "CIRROGRAPH_UNITS", 8)),
            calls=int(_number(env, "CIRROGRAPH_CALLS", 32)),
            rate=_number(env, "CIRROGRAPH_RATE", 50),
            inventory_quota=_number(env, "CIRROGRAPH_INVENTORY_QUOTA", 1),
            control_seconds=_number(env, "CIRROGRAPH_CONTROL_SECONDS", 60),
            throttle_seconds=_number(env, "CIRROGRAPH_THROTTLE_SECONDS", 600),
            scan_interval=_number(env, "CIRROGRAPH_SCAN_INTERVAL", 3600, least=0),
            partial_seconds=_number(env, "CIRROGRAPH_PARTIAL_SECONDS", 30),
            outage_seconds=_number(env, "CIRROGRAPH_OUTAGE_SECONDS", 120),
            transaction_seconds=_number(env, "CIRROGRAPH_TRANSACTION_SECONDS", 60),
            work_url=env.get("CIRROGRAPH_WORK_URL") or f"sqlite:///{home / 'work.sqlite'}",
            worker_id=env.get("CIRROGRAPH_WORKER_ID") or None,
            scans=int(_number(env, "CIRROGRAPH_SCANS", 4)),
            services=int(_number(env, "CIRROGRAPH_SERVICES", 8)),
            heartbeat_seconds=_number(env, "CIRROGRAPH_HEARTBEAT_SECONDS", 5),
            dead_seconds=_number(env, "CIRROGRAPH_DEAD_SECONDS", 30),
            query_cost=int(_number(env, "CIRROGRAPH_QUERY_COST", 500_000)),
            persisted=_folder(env, "CIRROGRAPH_PERSISTED"),
            api_port=int(_number(env, "CIRROGRAPH_API_PORT", 8080)),
            access=AccessSettings.from_env(env),
            observe=ObserveSettings.from_env(env),
        )

    def redaction_key(self) -> bytes:
        """Return the key of redacted values' digests, made at first use and readable by us only."""
        return self._key("redaction.key")

    def cursor_key(self) -> bytes:
        """Return the key that signs cursors, made at first use and readable by us only."""
        return self._key("cursor.key")

    def _key(self, name: str) -> bytes:
        path = self.home / name
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            made = path.with_suffix(f".{os.getpid()}")
            made.touch(mode=0o600)
            made.write_bytes(secrets.token_bytes(32))
            try:
                path.hardlink_to(made)  # the first of two processes wins, and both read its key
            except FileExistsError:
                pass
            finally:
                made.unlink()
        return path.read_bytes()


def _folder(env: Mapping[str, str], name: str) -> Path | None:
    text = env.get(name)
    if not text:
        return None
    if not Path(text).is_dir():
        raise SettingNotUnderstood(f"{name}: {text} is no folder")
    return Path(text)


def _number(
    env: Mapping[str, str], name: str, default: float, *, least: float | None = None
) -> float:
    text = env.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = -1
    if value < 0 or (least is None and value == 0):
        above = "a number above 0" if least is None else f"a number of {least:g} or more"
        raise SettingNotUnderstood(f"{name}={text!r}: {above} is needed")
    return value
