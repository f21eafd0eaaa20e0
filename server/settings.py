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
from graph.local.settings import default_home

OWN_SETTINGS = {
    "CIRROGRAPH_OWN": (
        "Folders of your own controls, policies, mandates, overrides, waivers and types, separated "
        "as in PATH. Default: `own` in the home."
    ),
    "CIRROGRAPH_STAGE": "Folder of staged files. Default: `stage` in the home.",
    "CIRROGRAPH_LAKE": "Folder or URL of the lake. Default: `lake` in the home.",
    "CIRROGRAPH_UNITS": "Units of a scan that are read side by side. Default: 8.",
    "CIRROGRAPH_CALLS": "Calls to one account that may be in flight. Default: 32.",
    "CIRROGRAPH_RATE": "Calls a second to one service of one account. Default: 50.",
    "CIRROGRAPH_CONTROL_SECONDS": "Deadline of one control, seconds. Default: 60.",
    "CIRROGRAPH_API_PORT": "Port of the API on loopback. Default: 8080.",
}

SETTINGS: Mapping[str, str] = {
    **graph.local.settings.SETTINGS,
    **graph.connect.SETTINGS,
    **OWN_SETTINGS,
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
    control_seconds: float
    api_port: int

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
            control_seconds=_number(env, "CIRROGRAPH_CONTROL_SECONDS", 60),
            api_port=int(_number(env, "CIRROGRAPH_API_PORT", 8080)),
        )

    def redaction_key(self) -> bytes:
        """Return the key of redacted values' digests, made at first use and readable by us only."""
        path = self.home / "redaction.key"
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


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    text = env.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = 0
    if value <= 0:
        raise SettingNotUnderstood(f"{name}={text!r}: a number above 0 is needed")
    return value
