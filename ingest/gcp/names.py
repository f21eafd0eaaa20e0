"""Bring every way in which Google Cloud names a resource to one: its full resource name.

A resource is named by its asset (`//compute.googleapis.com/projects/p/global/networks/n`), by a
link (`https://www.googleapis.com/compute/v1/projects/p/global/networks/n`), by a path
(`projects/p/global/networks/n`), by a destination (`storage.googleapis.com/b`) or, within its own
project, by its name alone. And a project goes by its id in one place and by its number in the
next. Names differ by their case, unlike hosts.

A project's uid is by its number; all other names have its id where both are known, which is so for
the project that is read. A service account belongs to whatever project, and its e-mail is the only
thing that others say of it: its uid is `//iam.googleapis.com/projects/-/serviceAccounts/<e-mail>`,
a form that Google's own interfaces take too.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

PROJECTS = "//cloudresourcemanager.googleapis.com/projects/"
RESOURCE_MANAGER = "cloudresourcemanager"
SERVICE_ACCOUNTS = "//iam.googleapis.com/projects/-/serviceAccounts/"
# Where a resource's path begins, whatever version of an interface stands before it.
ROOTS = frozenset({"projects", "folders", "organizations", "billingAccounts"})
SHARED_HOST = "www"  # www.googleapis.com: the service is the first part of the path
# Services whose assets have another host than their links.
HOSTS = {"sqladmin": "cloudsql", "sql": "cloudsql"}
# What a path without a host holds, and the service that has it.
TELLING = {"keyRings": "cloudkms", "serviceAccounts": "iam", "roles": "iam", "buckets": "storage"}
WITHIN = frozenset({"global", "regions", "zones", "locations"})
HOSTED = re.compile(r"^[a-z0-9-]+\.googleapis\.com/", re.IGNORECASE)
ACCOUNT = re.compile(r"^//iam\.googleapis\.com/projects/[^/]+/serviceAccounts/([^/@]+@[^/]+)$")
MEMBER = re.compile(r"^serviceAccount:(.+)$")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Names:
    """The project whose resources refer to each other: its id and its number."""

    project: str
    number: str

    def uid(self, said: Any, *, service: str = "compute", within: str = "") -> str | None:
        """Return the uid that a reference means, None where it means none.

        `service` has what a path without a host names; `within` is the collection of what is
        named without a path (`global/networks`).
        """
        if not isinstance(said, str) or not said.strip("/ "):
            return None
        said = said.strip()
        name = _full(said) or self._bare(said.strip("/"), service, within)
        return None if name is None else self._one(name)

    def project_uid(self, said: str) -> str:
        """Return the uid of a project by its id or number; that of a foreign one by what is said.

        What is said may be a path or a name (`projects/p`, as ancestors have it).
        """
        last = said.rstrip("/").rsplit("/", 1)[-1]
        return PROJECTS + (self.number if last == self.project else last)

    def _bare(self, said: str, service: str, within: str) -> str | None:
        parts = said.split("/")
        if parts[0] in WITHIN:
            return f"//{service}.googleapis.com/projects/{self.project}/{said}"
        if parts[0] not in ROOTS:
            if len(parts) > 1 or not within:
                return None
            return f"//{service}.googleapis.com/projects/{self.project}/{within}/{said}"
        if len(parts) == 2:  # noqa: PLR2004 - a collection and a name
            return f"//{RESOURCE_MANAGER}.googleapis.com/{said}"
        host = next((TELLING[part] for part in parts if part in TELLING), service)
        if host == "storage":  # `projects/_/buckets/b`
            return f"//storage.googleapis.com/{said.partition('/buckets/')[2]}"
        return f"//{host}.googleapis.com/{said}"

    def _one(self, name: str) -> str:
        """Return the one name of what has several."""
        if account := ACCOUNT.match(name):
            return SERVICE_ACCOUNTS + account[1]
        if name.startswith(PROJECTS) and "/" not in name.removeprefix(PROJECTS):
            return self.project_uid(name)
        host, mark, path = name.partition("/projects/")
        number, slash, rest = path.partition("/")
        if mark and number == self.number and "/" not in host.removeprefix("//"):
            return f"{host}/projects/{self.project}{slash}{rest}"
        return name


def service_account_uid(said: Any) -> str | None:
    """Return the uid of a service account by its e-mail, a policy's member or its name.

    None where nothing of it tells the e-mail: a name may hold the account's number instead. A
    member that was deleted is none: an account made later may have its e-mail.
    """
    if not isinstance(said, str):
        return None
    if member := MEMBER.match(said):
        said = member[1]
    email = said.rstrip("/").rsplit("/", 1)[-1]
    return SERVICE_ACCOUNTS + email if "@" in email and ":" not in email else None


def last(said: Any) -> str | None:
    """Return the last part of a reference: the machine type of a link to it."""
    if not isinstance(said, str) or not said:
        return None
    return said.rstrip("/").rsplit("/", 1)[-1]


def _full(said: str) -> str | None:
    """Return the full name of a name, a link or a destination; None where it is none of these."""
    if said.startswith("gs://"):
        return "//storage.googleapis.com/" + said.removeprefix("gs://").split("/", 1)[0]
    if said.startswith("//"):
        host, _, path = said[2:].partition("/")
        return f"//{host.lower()}/{path.rstrip('/')}" if path else None
    if said.startswith(("https://", "http://")):
        return _linked(said.partition("://")[2])
    if HOSTED.match(said):
        return _linked(said)
    return None


def _linked(address: str) -> str | None:
    """Return the full name of what an address without its scheme links to."""
    host, *parts = address.rstrip("/").split("/")
    service = host.lower().partition(".")[0]
    if not host.lower().endswith(".googleapis.com") or not parts:
        return None
    if service == SHARED_HOST:
        service = parts.pop(0)
    root = next((i for i, part in enumerate(parts) if part in ROOTS), None)
    if service == "storage":  # `storage/v1/b/bucket`, `storage.googleapis.com/bucket`
        bucket = parts[parts.index("b") + 1 :] if "b" in parts[:-1] else parts
        return f"//storage.googleapis.com/{bucket[0]}" if bucket else None
    if root is None:
        return None
    return f"//{HOSTS.get(service, service)}.googleapis.com/{'/'.join(parts[root:])}"
