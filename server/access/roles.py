"""What people and tokens may do: grants, and the file that gives them to people.

A grant is a role on everything, or roles on some connectors, named by what they match: a group of
the file (`group:production`), a cloud (`cloud:azure`), or a pattern over name and id (`shop-*`,
`aws:aws:111111111111`). It is resolved when somebody asks, against the connectors that there are
then, so a connector that is added later falls under the patterns that match it.

The file is read again when it has changed. One that has become wrong changes nothing: what was in
force stays, and the log says why.
"""

from __future__ import annotations

import dataclasses
import fnmatch
import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pydantic
import yaml

from graph.ledger import Connector
from schema.viewer import ROLES, Role, Viewer
from server.access.errors import BadGrant, BadRoles

LOG = logging.getLogger("cirrograph.access")
GROUP, CLOUD = "group:", "cloud:"
ANYBODY = "*"  # the key of a grant for all who can sign in
STALE_SECONDS = 1.0  # how long connectors and the file are taken as they were

Connectors: TypeAlias = Callable[[], Sequence[Connector]]


class Grant(pydantic.BaseModel):
    """A role on everything, roles on what matches, or both."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", strict=True)

    everywhere: Role | None = None
    on: dict[str, Role] = pydantic.Field(  # `on` alone is a boolean in YAML
        default_factory=dict, validation_alias=pydantic.AliasChoices("connectors", "on")
    )


class RolesFile(pydantic.BaseModel):
    """The file: named groups of connectors, and the grants of people by what they carry."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", strict=True)

    groups: dict[str, list[str]] = pydantic.Field(default_factory=dict)
    people: dict[str, Grant] = pydantic.Field(default_factory=dict)


@dataclasses.dataclass
class _Seen:
    """What was looked up, and when."""

    at: float = 0.0
    file: RolesFile = dataclasses.field(default_factory=RolesFile)
    stamp: tuple[int, int] | None = None
    connectors: Sequence[Connector] | None = None
    connectors_at: float = 0.0


class Roles:
    """Makes viewers of names and grants."""

    def __init__(self, path: Path | None, connectors: Connectors) -> None:
        """Read the file. Raises BadRoles."""
        self._path = path
        self._connectors = connectors
        self._lock = threading.Lock()
        self._seen = _Seen()
        if path is not None:
            self._seen.file, self._seen.stamp = read(path), _stamp(path)

    @property
    def file(self) -> RolesFile:
        """The file as it is in force."""
        with self._lock:
            if self._path is not None and time.monotonic() - self._seen.at > STALE_SECONDS:
                self._seen.at = time.monotonic()
                self._read_again(self._path)
            return self._seen.file

    def of(self, keys: Iterable[str]) -> tuple[Grant, ...]:
        """Return the grants of a person who carries these keys."""
        people = self.file.people
        return tuple(people[key] for key in dict.fromkeys((*keys, ANYBODY)) if key in people)

    def viewer(self, name: str, grants: Sequence[Grant]) -> Viewer | None:
        """Return a viewer with these grants; None where they are none at all.

        Raises what the ledger raises, where connectors have to be known and can't be.
        """
        if not grants:
            return None
        on: dict[str, Role] = {}
        if any(grant.on for grant in grants):
            for connector in self._there():
                held = [self._role(grant, connector) for grant in grants]
                if role := best(held):
                    on[connector.id] = role
        return Viewer(name=name, everywhere=best(g.everywhere for g in grants), on=on)

    def check(self, grant: Grant) -> None:
        """Raise BadGrant for a grant that gives nothing, or names a group that there is not."""
        if grant.everywhere is None and not grant.on:
            raise BadGrant("a grant gives a role everywhere, or on some connectors")
        _check_groups(grant, self.file)

    def _role(self, grant: Grant, connector: Connector) -> Role | None:
        return best(r for target, r in grant.on.items() if self._matches(target, connector))

    def _matches(self, target: str, connector: Connector) -> bool:
        if target.startswith(GROUP):
            members = self._seen.file.groups.get(target.removeprefix(GROUP), [])
            return any(matches(member, connector) for member in members)
        return matches(target, connector)

    def _there(self) -> Sequence[Connector]:
        now = time.monotonic()
        with self._lock:
            seen = self._seen.connectors
            if seen is not None and now - self._seen.connectors_at < STALE_SECONDS:
                return seen
        found = self._connectors()
        with self._lock:
            self._seen.connectors, self._seen.connectors_at = found, now
        return found

    def _read_again(self, path: Path) -> None:
        try:
            stamp = _stamp(path)
            if stamp == self._seen.stamp:
                return
            self._seen.stamp = stamp  # a file that is wrong is told once, not each second
            self._seen.file = read(path)
        except (BadRoles, OSError) as error:
            LOG.error("roles stay as they were: %s", error)  # noqa: TRY400 - the message says it all


def matches(pattern: str, connector: Connector) -> bool:
    """Tell whether a pattern without groups is about a connector."""
    if pattern.startswith(CLOUD):
        return connector.cloud == pattern.removeprefix(CLOUD)
    names = (connector.name, connector.id)
    return pattern in names or any(fnmatch.fnmatchcase(name, pattern) for name in names)


def best(roles: Iterable[Role | None]) -> Role | None:
    """Return the role that may most."""
    return max((role for role in roles if role), key=ROLES.index, default=None)


def grant_of(everywhere: str | None, on: Mapping[str, str]) -> Grant:
    """Return a grant of texts. Raises BadGrant."""
    try:
        return Grant.model_validate({"everywhere": everywhere, "on": dict(on)})
    except pydantic.ValidationError:
        raise BadGrant(f"a role is one of {', '.join(ROLES)}") from None


def read(path: Path) -> RolesFile:
    """Read a file of roles. Raises BadRoles."""
    try:
        said: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        file = RolesFile.model_validate(said or {})
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadRoles(f"{path} can't be read: {error}") from error
    except pydantic.ValidationError as wrong:
        first = wrong.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise BadRoles(f"{path}: {place}: {first['msg']}") from None
    for name, grant in file.people.items():
        try:
            _check_groups(grant, file)
        except BadGrant as error:
            raise BadRoles(f"{path}: people.{name}: {error}") from None
    for name, members in file.groups.items():
        if any(member.startswith(GROUP) for member in members):
            raise BadRoles(f"{path}: groups.{name}: a group holds no groups")
    return file


def _check_groups(grant: Grant, file: RolesFile) -> None:
    for target in grant.on:
        name = target.removeprefix(GROUP)
        if target.startswith(GROUP) and name not in file.groups:
            there = ", ".join(sorted(file.groups)) or "none"
            raise BadGrant(f"no group of connectors is called {name!r}; there are: {there}")


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
