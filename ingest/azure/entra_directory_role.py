"""Roles of Entra ID that somebody has: who may administer the directory.

Only roles that were used once are listed, and only who has them now: who may take one for a while
is told by Privileged Identity Management, which is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.directory import GraphChild, asked
from ingest.azure.entra_group import principals
from ingest.azure.managed import object_uid
from ingest.azure.scopes import tenant_uid
from ingest.fanout import made
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_group import EntraGroup
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.entra_tenant import EntraTenant
    from ingest.azure.entra_user import EntraUser

LISTS = "RoleManagement.Read.Directory"
MEMBERS = GraphChild(
    name="members",
    call="graph:/directoryRoles/members",
    path=lambda role: f"/directoryRoles/{role['id']}/members?$select=id",
    reads=LISTS,
    listed=True,
)


class EntraDirectoryRole(Resource, service="graph", lists=LISTS, is_shared=True):
    """A role of Entra ID."""

    id: str = key("`/directoryobjects/` and its object id.")
    tenant: str = prop("Id of its tenant.")
    template: str | None = prop("Id that the role has in every tenant.", indexed=True)
    in_tenant: Ref[EntraTenant] = edge("IN_TENANT", "Tenant that it is a role of.")
    holders: list[Ref[EntraUser | EntraGroup | EntraServicePrincipal]] = edge(
        "HAS_ROLE", "Who has it.", direction="in"
    )


def fetch(azure: Azure) -> Records[EntraDirectoryRole]:
    """Yield the tenant's roles."""
    roles = azure.directory("/directoryRoles?$select=id,displayName,roleTemplateId")
    return made(read, azure, asked(azure, roles, (MEMBERS,)))


def read(azure: Azure, item: Item) -> EntraDirectoryRole:
    """Make the record of one role."""
    template = item.get("roleTemplateId")
    return EntraDirectoryRole(
        id=object_uid(item["id"]),
        name=item.get("displayName") or item["id"],
        created_at=None,
        raw={k: v for k, v in item.raw.items() if k != MEMBERS.name},  # they are edges
        tenant=azure.tenant,
        template=template.lower() if template else None,
        in_tenant=Ref(tenant_uid(azure.tenant)),
        holders=item.part(MEMBERS.name).read(principals),
    )
