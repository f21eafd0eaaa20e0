"""Custom roles of a project. An organization's own, which its projects use too, are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, text, texts
from ingest.items import Item
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

HOST = "//iam.googleapis.com/"
# What a stage is where Google does not say one: the first of its interface's list.
FIRST_STAGE = "ALPHA"


class GcpIamRole(
    GcpManaged,
    service="cloudasset",
    native="iam.googleapis.com/Role",
    lists="cloudasset.assets.listResource",
):
    """A custom role: permissions that people have put together."""

    role: str = prop("What grants call it: `projects/p/roles/r`.", indexed=True)
    title: str | None = prop("What people call it.")
    description: str | None = prop("What people say of it.")
    stage: str = prop("`ALPHA`, `BETA`, `GA`, `DEPRECATED`, `DISABLED`, `EAP`.")
    is_deleted: bool = prop("It is deleted, and gives nothing to those who still have it.")
    permissions: list[str] = prop("Its permissions: `storage.objects.get`.")


def fetch(gcp: Gcp) -> Records[GcpIamRole]:
    """Yield the project's custom roles."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpIamRole:
    """Make the record of one role."""
    said = data(item)
    shared = common(gcp, item)
    return GcpIamRole(
        **shared,
        role=shared["full_name"].removeprefix(HOST),
        title=text(said.get("title")),
        description=text(said.get("description")),
        stage=text(said.get("stage")) or FIRST_STAGE,
        is_deleted=flag(said.get("deleted")) is True,
        permissions=sorted(texts(said, "includedPermissions")),
    )
