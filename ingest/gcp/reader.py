"""Read a Google Cloud project: what the rest of the product knows of it goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from google.auth.credentials import Credentials

from ingest.cloud import Hardness, Place, Planned
from ingest.declaration import Declaration
from ingest.gcp.client import Gcp, Project
from ingest.gcp.credentials import Reference, open_credentials, principal
from ingest.gcp.endpoints import Endpoints
from ingest.gcp.projects import Found, Member, below, find
from ingest.identity import Scope
from ingest.units import Unit

GLOBAL = "global"


class GcpReader:
    """A project that is open; each type is one unit, whatever regions its resources live in.

    scope: the project as its connector names it, by id or by number.
    """

    def __init__(self, owner: Project, scope: str, modelled: frozenset[str]) -> None:
        self.owner = owner
        self._scope = scope
        self._modelled = modelled

    def plan(self, connector: str, declarations: Iterable[Declaration]) -> Planned:
        """Return one unit for each type."""
        return [
            (d, Unit(connector=connector, type=d.label, region=GLOBAL)) for d in declarations
        ], []

    def listing(
        self, declaration: Declaration, unit: Unit, scan: str
    ) -> tuple[Callable[[], Iterator[Any]], Scope]:
        """Return what lists a unit's records for a scan, and the scope they are listed in."""
        gcp = Gcp(
            owner=self.owner, service=declaration.service, scan=scan, native=declaration.native,
            modelled=self._modelled,
        )  # fmt: skip
        scope = Scope(
            cloud="gcp", partition=self.owner.partition, account=self._scope, region=unit.region
        )
        return (lambda: declaration.fetch(gcp)), scope

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self.owner.take_calls()

    def close(self) -> None:
        """Let go of the connection and the files."""
        self.owner.close()


def open_reader(place: Place, hardness: Hardness) -> GcpReader:
    """Open a project. Raises CredentialsRefused, also where it can't be seen."""
    reference = Reference.of(place.reference)
    credentials, found = _found(place, reference)
    owner = Project(
        credentials, Endpoints.from_env(), names=found.names, ancestors=found.ancestors,
        quota_project=reference.quota_project, hardness=hardness,
    )  # fmt: skip
    return GcpReader(owner, place.scope, place.modelled)


def project_id(reference: Reference, project: str) -> str:
    """Return the id of a project that is named by id or number. Raises CredentialsRefused.

    A connector goes by the id, so that nobody connects a project twice by its two names.
    """
    found = find(
        open_credentials(reference), Endpoints.from_env(), project,
        quota_project=reference.quota_project,
    )  # fmt: skip
    return found.names.project


def whose(place: Place) -> str:
    """Return who reads, and the project's name as they see it. Raises CredentialsRefused."""
    credentials, found = _found(place, Reference.of(place.reference))
    who = principal(credentials) or "a reader"
    return f"{who} of {found.name} ({found.names.project}, number {found.names.number})"


def _found(place: Place, reference: Reference) -> tuple[Credentials, Found]:
    credentials = open_credentials(reference)
    found = find(
        credentials, Endpoints.from_env(), place.scope, quota_project=reference.quota_project
    )
    return credentials, found


def visible(reference: Reference, organization: str) -> list[Member]:
    """Return the projects of an organization, by its number. Raises CredentialsRefused."""
    credentials = open_credentials(reference)
    return list(
        below(
            credentials, Endpoints.from_env(), organization, quota_project=reference.quota_project
        )
    )
