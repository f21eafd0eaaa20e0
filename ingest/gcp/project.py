"""Google Cloud projects, with what Compute Engine keeps for all instances of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.gcp.asset_types import PROJECT
from ingest.gcp.governed import GcpAudited, audited
from ingest.gcp.managed import data, labels, made_at, ref, service_account_ref, text
from ingest.gcp.metadata import read_metadata, switch
from ingest.items import Answer, Item, dig
from ingest.model import Json, Records, Ref, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.folder import GcpFolder
    from ingest.gcp.organization import GcpOrganization
    from ingest.gcp.service_account import GcpServiceAccount

COMPUTE = "compute.googleapis.com/Project"


class GcpProject(
    GcpAudited,
    service="cloudasset",
    native=(PROJECT, COMPUTE),
    lists="cloudasset.assets.listResource",
    redact=("compute.commonInstanceMetadata.items.*.value",),
):
    """A Google Cloud project: what a connector reads."""

    full_name: str = key("Full resource name of the project, by its number.")
    project_id: str | None = prop("The project's id.", indexed=True)
    number: str = prop("The project's number.")
    state: str | None = prop("`ACTIVE`, `DELETE_REQUESTED`, ...")
    tags: dict[str, str] = tags("Labels, by key.")
    parent: Ref[GcpFolder | GcpOrganization] | None = edge(
        "CHILD_OF", "Folder or organization right above it."
    )
    uses_compute: bool = prop("Compute Engine is set up in it.")
    os_login: bool | None = prop(
        "Instances are signed in to with Google accounts, unless one says otherwise; null where "
        "the project does not say."
    )
    os_login_2fa: bool | None = prop(
        "That sign-in takes a second factor, unless an instance says otherwise; null where the "
        "project does not say."
    )
    serial_ports: bool | None = prop(
        "Instances take connections to their serial ports, unless one says otherwise; null where "
        "the project does not say."
    )
    has_ssh_keys: bool | None = prop(
        "It has SSH keys for all its instances; null without Compute Engine."
    )
    default_service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_DEFAULT_ACCOUNT", "Service account of instances that name no other."
    )


def fetch(gcp: Gcp) -> Records[GcpProject]:
    """Yield the project itself."""
    compute = next((dig(row, "data") for row in gcp.rows(COMPUTE) if dig(row, "data")), None)

    def read_project(gcp: Gcp, item: Item) -> GcpProject:
        both = {**item.answers, "compute": Answer(body=compute or {})}
        return read(gcp, Item(body=item.body, answers=both))

    return gcp.records(read_project, gcp.rows(PROJECT), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpProject:
    """Make the record of the project."""
    said = data(item)
    compute = item.part("compute").body
    metadata = read_metadata(compute.get("commonInstanceMetadata"))
    number = _number(said) or gcp.number
    return GcpProject(
        **audited(gcp, item),
        full_name=gcp.project_uid(number),
        name=text(said.get("displayName")) or _name(said) or number,
        created_at=made_at(item),
        raw=item.raw,
        project_id=text(said.get("projectId")),
        number=number,
        state=text(said.get("lifecycleState")) or text(said.get("state")),
        tags=labels(said.get("labels")),
        parent=parent(gcp, item),
        uses_compute=bool(compute),
        os_login=switch(metadata, "enable-oslogin"),
        os_login_2fa=switch(metadata, "enable-oslogin-2fa"),
        serial_ports=switch(metadata, "serial-port-enable"),
        has_ssh_keys=None if metadata is None else bool({"ssh-keys", "sshKeys"} & metadata.keys()),
        default_service_account=service_account_ref(gcp, compute.get("defaultServiceAccount")),
    )


def parent(gcp: Gcp, item: Item) -> Ref[Any] | None:
    """Return what points at what is right above a project or folder, None where nothing is.

    Its resource says it (`organizations/1`, or type and id apart), and its ancestors do.
    """
    said: Any = item.get("parent") or item.get("data.parent")
    if isinstance(said, dict) and said.get("type") and said.get("id"):
        said = f"{said['type']}s/{said['id']}"
    above: Any = item.get("ancestors") or []
    return ref(gcp, said) or (ref(gcp, above[1]) if len(above) > 1 else None)


def _number(said: Json) -> str | None:
    number = said.get("projectNumber")
    if number is None:  # the interface's third version has it as its name alone
        number = str(said.get("name", "")).removeprefix("projects/")
    return str(number) if str(number).isdecimal() else None


def _name(said: Json) -> str | None:
    name = text(said.get("name"))
    return None if name is None or name.startswith("projects/") else name
