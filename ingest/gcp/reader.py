"""Read a Google Cloud project: what the rest of the product knows of it goes through here."""

from __future__ import annotations

from google.auth.credentials import Credentials

from ingest.cloud import Hardness, Place
from ingest.gcp.client import Gcp, Project
from ingest.gcp.credentials import Reference, open_credentials, principal
from ingest.gcp.endpoints import Endpoints
from ingest.gcp.projects import Found, Member, below, find
from ingest.identity import Scope
from ingest.inventoried import GLOBAL, InventoryReader


class GcpReader(InventoryReader[Project]):
    """A project that is open."""


def open_reader(place: Place, hardness: Hardness) -> GcpReader:
    """Open a project. Raises CredentialsRefused, also where it can't be seen."""
    reference = Reference.of(place.reference)
    credentials, found = _found(place, reference)
    owner = Project(
        credentials, Endpoints.from_env(), names=found.names, ancestors=found.ancestors,
        quota_project=reference.quota_project, hardness=hardness,
    )  # fmt: skip
    # As its connector names the project, by id or by number.
    scope = Scope(cloud="gcp", partition=owner.partition, account=place.scope, region=GLOBAL)
    return GcpReader(owner, Gcp, scope, place.modelled)


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


def visible(reference: Reference, parent: str) -> list[Member]:
    """Return the projects below `organizations/{number}` or `folders/{number}`.

    Raises CredentialsRefused.
    """
    credentials = open_credentials(reference)
    return list(
        below(credentials, Endpoints.from_env(), parent, quota_project=reference.quota_project)
    )
