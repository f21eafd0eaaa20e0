"""Groups of Entra ID, and who is in those that may be given access.

Members are listed a group at a time, so they are read only of security groups: no other group may
have a role. Members that are neither user, group nor service principal (devices) are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.directory import GraphChild, asked
from ingest.azure.managed import object_uid, time
from ingest.fanout import made
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.entra_user import EntraUser

FIELDS = (
    "id,displayName,securityEnabled,groupTypes,isAssignableToRole,visibility,membershipRule,"
    "createdDateTime"
)
LISTS = "GroupMember.Read.All"
PRINCIPALS = frozenset(
    {"#microsoft.graph.user", "#microsoft.graph.group", "#microsoft.graph.servicePrincipal"}
)
MEMBERS = GraphChild(
    name="members",
    call="graph:/groups/members",
    path=lambda group: f"/groups/{group['id']}/members?$select=id&$top=999",
    reads=LISTS,
    listed=True,
    when=lambda group: group.get("securityEnabled") is True,
)


class EntraGroup(Resource, service="graph", lists=LISTS, is_shared=True):
    """A group of Entra ID."""

    id: str = key("`/directoryobjects/` and its object id.")
    tenant: str = prop("Id of its tenant.")
    is_security_group: bool | None = prop("It may be given access.")
    is_microsoft_365: bool = prop("It is a Microsoft 365 group, with a mailbox and a site.")
    is_dynamic: bool = prop("Who is in it follows from a rule.")
    is_assignable_to_role: bool | None = prop("It may have roles of the directory.")
    visibility: str | None = prop("`Public`: anyone in the tenant joins it; `Private`, ...")
    members: list[Ref[EntraUser | EntraGroup | EntraServicePrincipal]] = edge(
        "MEMBER_OF", "Who is in it, where it is a security group.", direction="in"
    )


def fetch(azure: Azure) -> Records[EntraGroup]:
    """Yield the tenant's groups."""
    groups = azure.directory(f"/groups?$select={FIELDS}&$top=999")
    return made(read, azure, asked(azure, groups, (MEMBERS,)))


def principals(answer: Json) -> list[Ref[Any]]:
    """Return what points at the users, groups and service principals of a listing."""
    return [
        Ref(object_uid(entry["id"]))
        for entry in answer.get("value") or ()
        if entry.get("@odata.type") in PRINCIPALS
    ]


def read(azure: Azure, item: Item) -> EntraGroup:
    """Make the record of one group."""
    types = item.get("groupTypes") or []
    return EntraGroup(
        id=object_uid(item["id"]),
        name=item.get("displayName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw={k: v for k, v in item.raw.items() if k != MEMBERS.name},  # they are edges
        tenant=azure.tenant,
        is_security_group=item.get("securityEnabled"),
        is_microsoft_365="Unified" in types,
        is_dynamic="DynamicMembership" in types,
        is_assignable_to_role=item.get("isAssignableToRole"),
        visibility=item.get("visibility"),
        members=item.part(MEMBERS.name).read(principals),
    )
