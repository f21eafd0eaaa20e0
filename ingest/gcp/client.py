"""Read one project: its inventory's resources, and the policies on them.

`Project` holds what a scan of it shares: credentials, connection, token bucket, and two passes over
the inventory, one for what the resources are and one for who may do what to them, each made once
for a scan. `Gcp` is the view of it that one `fetch` gets.

The pass over policies has a permission of its own. Where it is refused, the resources are read all
the same: whatever a `read` takes from its part `policy` is Unread then, and nothing else is.

What stands above the project (folders, the organization, and the few things of their own that hold
for what is below them) is no part of its inventory and is listed at the topmost of its ancestors,
which needs the permission there. Left out is what all projects have too, such as log sinks: listing
an organization's would go through those of all its projects.
"""

from __future__ import annotations

import dataclasses
import re
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from google.auth.credentials import Credentials

from ingest.calls import Calls
from ingest.cloud import Hardness
from ingest.fanout import answered, made
from ingest.gcp.asset_types import (
    ACCESS_APPROVAL,
    CONTACT,
    FOLDER,
    LIST_POLICIES,
    ORGANIZATION,
    POLICY_PART,
    PROJECT,
    SERVICE_ACCOUNT,
)
from ingest.gcp.assets import POLICY, RESOURCE, Assets
from ingest.gcp.endpoints import Endpoints
from ingest.gcp.federation import PROVIDER, issuers
from ingest.gcp.names import Names
from ingest.gcp.refused import LIST
from ingest.inventory import Inventory
from ingest.items import Answer, Item, dig
from ingest.model import Json, Malformed, Resource, Unread
from ingest.refusal import Refused

Made = TypeVar("Made", bound=Resource)
Looked = TypeVar("Looked")

ABOVE = "above"
# What an asset above the project is of, by its name: `organizations/1`.
OWNER = re.compile(r"^//[^/]+/((?:folders|organizations)/[^/]+).*$")
CONTENTS = {"resource": RESOURCE, "policy": POLICY}
HELD_ABOVE = {
    RESOURCE: (FOLDER, ORGANIZATION, CONTACT, ACCESS_APPROVAL),
    POLICY: (FOLDER, ORGANIZATION),
}


class Project:
    """One project's connection, pace and inventory, shared by all units of a scan."""

    def __init__(
        self,
        credentials: Credentials,
        endpoints: Endpoints,
        *,
        names: Names,
        ancestors: tuple[str, ...] = (),
        quota_project: str | None = None,
        hardness: Hardness,
    ) -> None:
        self.names = names
        self.ancestors = ancestors
        self.partition = endpoints.partition
        self._calls = Calls()
        self._assets = Assets(
            credentials, endpoints, quota_project=quota_project, rate=hardness.rate,
            quota=hardness.quota, throttle_seconds=hardness.throttle_seconds,
            called=lambda: self._calls.count("ListAssets"),
        )  # fmt: skip
        self._folder = tempfile.TemporaryDirectory(prefix="cirrograph-gcp-")
        self._inventories: dict[tuple[str, str], Inventory] = {}
        self._found: dict[tuple[str, str], Any] = {}
        self._lock, self._finding = threading.Lock(), threading.Lock()

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self._calls.take()

    def close(self) -> None:
        """Let go of the connection and the files."""
        for inventory in self._inventories.values():
            inventory.close()
        self._assets.close()
        self._folder.cleanup()

    def inventory(self, content: str, scan: str, *, above: bool = False) -> Inventory:
        """Return what is listed of the project or above it, gone through once for a scan."""
        name = f"{ABOVE}-{content}" if above else content
        with self._lock:
            found = self._inventories.get((name, scan))
            if found is None:
                folder = Path(self._folder.name) / scan / name
                listing = self._above if above else self._all
                found = Inventory(folder, lambda: listing(CONTENTS[content]), _kind)
                self._inventories = {
                    about: old
                    for about, old in self._inventories.items()
                    if about[1] == scan or old.is_under_way
                }  # an older scan's is read no more
                self._inventories[name, scan] = found
            return found

    def found(self, what: str, scan: str, find: Callable[[], Looked]) -> Looked:
        """Return what is looked up among the rows, made once for a scan."""
        with self._finding:  # not the other lock: the rows come when the inventory has been read
            if (what, scan) not in self._found:
                made = find()
                self._found = {k: v for k, v in self._found.items() if k[1] == scan}
                self._found[what, scan] = made
            found: Looked = self._found[what, scan]
            return found

    def _all(self, content: Any) -> Iterator[Json]:
        """Yield the project's assets, and then look whether it was among them itself.

        A project is always in its own inventory: one that does not have it is not the whole of it.
        """
        was_listed = content != RESOURCE
        for row in self._assets.rows(f"projects/{self.names.project}", content):
            was_listed = was_listed or _kind(row) == PROJECT.lower()
            yield row
        if not was_listed:
            raise Refused(LIST, "IncompleteListing", "the project itself was not listed")

    def _above(self, content: Any) -> Iterator[Json]:
        """Yield the project's own ancestors and what is theirs, of all that the topmost holds."""
        if not self.ancestors:
            return
        for row in self._assets.rows(self.ancestors[-1], content, HELD_ABOVE[content]):
            if OWNER.sub(r"\1", str(row.get("name"))) in self.ancestors:
                yield row


@dataclasses.dataclass(frozen=True, kw_only=True)
class Gcp:
    """What a `fetch` calls: one project, one scan, the native types of one declaration."""

    owner: Project
    service: str
    scan: str
    native: tuple[str, ...] = ()
    modelled: frozenset[str] = frozenset()

    @property
    def project(self) -> str:
        """The project's id."""
        return self.owner.names.project

    @property
    def number(self) -> str:
        """The project's number."""
        return self.owner.names.number

    def uid(self, said: Any, *, service: str = "compute", within: str = "") -> str | None:
        """Return the uid that a reference means, None where it means none: see `Names.uid`."""
        return self.owner.names.uid(said, service=service, within=within)

    def project_uid(self, said: str) -> str:
        """Return the uid of a project by its id or its number."""
        return self.owner.names.project_uid(said)

    def rows(self, *types: str) -> Iterator[Any]:
        """Yield the assets of some types, by default those of the declaration. Raises Refused."""
        return self._resources().of(*(types or self.native))

    def rest(self) -> Iterator[Any]:
        """Yield the assets of all types that no declaration reads. Raises Refused."""
        return self._resources().rest(self.modelled)

    def above(self) -> Iterator[Any]:
        """Yield the declaration's assets among the project's ancestors. Raises Refused."""
        return self.owner.inventory("resource", self.scan, above=True).of(*self.native)

    def emails(self) -> Mapping[str, str]:
        """Return the e-mails of the project's service accounts by number. Raises Refused."""
        return self.owner.found("emails", self.scan, self._emails)

    def issuers(self) -> Mapping[str, Sequence[str]]:
        """Return the issuers whose subjects are those of a pool, by the pool. Raises Refused."""
        return self.owner.found("issuers", self.scan, lambda: issuers(self, self.rows(PROVIDER)))

    def policies(self, *types: str, above: bool = False) -> Mapping[str, Json]:
        """Return the policies on the assets of some types, by uid. Raises Refused."""
        listed = self.owner.inventory("policy", self.scan, above=above)
        return {
            uid: row["policy"]
            for row in listed.of(*(types or self.native))
            if isinstance(row.get("policy"), dict) and (uid := self.uid(row.get("name")))
        }

    def records(
        self,
        read: Callable[[Gcp, Item], Made],
        rows: Iterable[Json],
        *,
        with_policy: bool = False,
        above: bool = False,
    ) -> Iterator[Made | Malformed]:
        """Yield `read(self, item)` for each row, with its policy as part `policy` if it is asked.

        A row that `read` can't make a record of is yielded as Malformed, and the rest go on.
        `above` tells that the policies are those of the project's ancestors.
        """
        ask = self._asking(above=above) if with_policy else (lambda _: {})
        return made(read, self, answered(rows, ask, ahead=0))

    def _asking(self, *, above: bool) -> Callable[[Json], Mapping[str, Answer]]:
        """Return what answers a row's part `policy`: where none is listed, none is set."""
        try:
            found = self.policies(above=above)
        except Refused as refused:
            unread = Unread(call=refused.call, permission=LIST_POLICIES, error=refused.error)
            return lambda _: {POLICY_PART: Answer(body={}, refused=unread)}
        return lambda body: {
            POLICY_PART: Answer(body=found.get(self.uid(dig(body, "name")) or "", {}))
        }

    def _emails(self) -> dict[str, str]:
        return {
            str(id_): str(email)
            for row in self.rows(SERVICE_ACCOUNT)
            if (id_ := dig(row, "data.uniqueId")) and (email := dig(row, "data.email"))
        }

    def _resources(self) -> Inventory:
        return self.owner.inventory("resource", self.scan)


def _kind(row: Any) -> str:
    type_ = row.get("assetType") if isinstance(row, dict) else None
    return type_.lower() if isinstance(type_, str) else ""
