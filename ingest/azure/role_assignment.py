"""Role assignments: who may do what, and where.

Read from Resource Manager: Resource Graph leaves out, unless it is asked otherwise than its SDK can
ask, what is assigned above the subscription, and that is what weighs most. An assignment above is
seen from every subscription below, so whoever sees it writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, object_uid, time, uid
from ingest.azure.role_definition import role_uid
from ingest.azure.scopes import owner_of, placed, scope_uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_group import EntraGroup
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.entra_user import EntraUser
    from ingest.azure.role_definition import AzureRoleDefinition

KIND = "microsoft.authorization/roleassignments"
LISTS = "Microsoft.Authorization/roleAssignments/read"
VERSION = "2022-04-01"


class AzureRoleAssignment(AzureManaged, service="arm", lists=LISTS, is_shared=True):
    """A role that a principal has on a scope."""

    scope: str = prop("What it is on, as an id in lower case; `/`: the whole tenant.")
    principal_type: str | None = prop("`User`, `Group`, `ServicePrincipal`, `ForeignGroup`, ...")
    condition: str | None = prop("What has to be so besides.")
    description: str | None = prop("What whoever assigned it wrote.")
    role: Ref[AzureRoleDefinition] = edge("GRANTS", "Role that is had.")
    on: Ref[Resource] = edge("ON", "What it is had on: subscription, group, resource, tenant.")
    principal: Ref[EntraUser | EntraGroup | EntraServicePrincipal] = edge("TO", "Who has it.")


def fetch(azure: Azure) -> Records[AzureRoleAssignment]:
    """Yield what is assigned in the subscription, and above it."""
    entries = azure.listed(LISTS, "/providers/Microsoft.Authorization/roleAssignments", VERSION)
    return azure.records(read, placed(entries))


def read(azure: Azure, item: Item) -> AzureRoleAssignment:
    """Make the record of one assignment."""
    said: Json = item["properties"]
    scope = said.get("scope") or owner_of(item["id"], KIND)
    shown = common(item)
    shown["created_at"] = time(said.get("createdOn"))
    return AzureRoleAssignment(
        **shown,
        scope=uid(scope) or scope,
        principal_type=said.get("principalType"),
        condition=said.get("condition") or None,
        description=said.get("description") or None,
        role=Ref(role_uid(said["roleDefinitionId"])),
        on=Ref(scope_uid(scope, azure.tenant)),
        principal=Ref(object_uid(said["principalId"])),
    )
