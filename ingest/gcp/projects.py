"""Find the project that credentials may read: one that can't be seen is refused, not empty."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from google.auth.credentials import Credentials

from ingest.gcp.asset_types import PROJECT
from ingest.gcp.assets import RESOURCE, Assets
from ingest.gcp.endpoints import Endpoints
from ingest.gcp.names import Names
from ingest.gcp.refused import NO_TOKEN, SERVICE_DISABLED
from ingest.items import dig
from ingest.model import Json
from ingest.refusal import CredentialsRefused, Refused

ACTIVE = "ACTIVE"
OPENING_SECONDS = 10.0  # for which what fails in passing is asked again
REACH = "check the network, the proxy and CIRROGRAPH_GCP_ASSET_ENDPOINT"
WAYS_OUT = {
    SERVICE_DISABLED: (
        "enable the Cloud Asset API (`gcloud services enable cloudasset.googleapis.com`) in the "
        "project that calls are counted on"
    ),
    NO_TOKEN: "the credentials gave no token: check the key, and whom they may act as",
    "UNAVAILABLE": REACH,
    "DEADLINE_EXCEEDED": REACH,
    "NOT_FOUND": "check the project's id",
    "INVALID_ARGUMENT": "check the project's id",
}
WAY_OUT = "give the identity the role Cloud Asset Viewer on the project or above it"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Found:
    """A project: its names, what people call it, and what stands above it, nearest first."""

    names: Names
    name: str
    ancestors: tuple[str, ...]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Member:
    """A project below an organization or folder; `left_out` says why it is not to be read."""

    project: str
    name: str
    left_out: str | None = None


def find(
    credentials: Credentials,
    endpoints: Endpoints,
    project: str,
    *,
    quota_project: str | None = None,
) -> Found:
    """Return a project by its id or number. Raises CredentialsRefused where it can't be seen."""
    assets = Assets(
        credentials, endpoints, quota_project=quota_project, throttle_seconds=OPENING_SECONDS
    )
    try:
        row = assets.first(f"projects/{project}", PROJECT)
    except Refused as refused:
        way_out = WAYS_OUT.get(refused.error, WAY_OUT)
        raise CredentialsRefused(
            f"the project {project} can't be read: {refused.error}; {way_out}"
        ) from None
    finally:
        assets.close()
    if row is None:
        raise CredentialsRefused(
            f"the inventory holds no project {project}: check its id; of a project that was made "
            "just now it is known in a few minutes"
        )
    return _found(row, project)


def _found(row: Json, project: str) -> Found:
    above = [entry for entry in row.get("ancestors") or () if isinstance(entry, str)]
    own = [str(row.get("name")), *(entry for entry in above if entry.startswith("projects/"))]
    said = [entry.rsplit("/", 1)[-1] for entry in own]
    # Its name and ancestors have the number, where what its resource says does not.
    number = dig(row, "data.projectNumber") or next((n for n in said if n.isdecimal()), "")
    id_ = dig(row, "data.projectId") or next((n for n in said if not n.isdecimal()), project)
    if project not in {str(id_), str(number)}:
        raise CredentialsRefused(
            f"the inventory answered with the project {id_}, not {project}: check its id"
        )
    return Found(
        names=Names(project=str(id_), number=str(number)),
        name=str(dig(row, "data.displayName") or dig(row, "data.name") or id_),
        ancestors=tuple(entry for entry in above if not entry.startswith("projects/")),
    )


def below(
    credentials: Credentials,
    endpoints: Endpoints,
    parent: str,
    *,
    quota_project: str | None = None,
) -> Iterator[Member]:
    """Yield the projects below `organizations/{number}` or `folders/{number}`, at whatever depth.

    Raises CredentialsRefused.
    """
    assets = Assets(
        credentials, endpoints, quota_project=quota_project, throttle_seconds=OPENING_SECONDS
    )
    try:
        for row in assets.rows(parent, RESOURCE, (PROJECT,)):
            said: Json = row.get("data") or {}
            state = str(said.get("lifecycleState") or said.get("state") or ACTIVE)
            yield Member(
                project=str(said["projectId"]),
                name=str(said.get("displayName") or said.get("name") or said["projectId"]),
                left_out=None if state == ACTIVE else state.lower(),
            )
    except Refused as refused:
        way_out = WAYS_OUT.get(refused.error, "give the identity the role there")
        raise CredentialsRefused(
            f"the projects of {parent} can't be listed: {refused.error}; {way_out}"
        ) from None
    finally:
        assets.close()
