"""Assignments of Azure Policy: which rules hold where, and whether they are enforced.

Read from Resource Manager, which lists what holds in the subscription wherever it is assigned; an
assignment above is seen from every subscription below, so whoever sees it writes it. What the rules
find of resources is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, acts_as, common, identity_refs, uid
from ingest.azure.scopes import owner_of, placed, scope_uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.managed_identity import AzureManagedIdentity

KIND = "microsoft.authorization/policyassignments"
LISTS = "Microsoft.Authorization/policyAssignments/read"
VERSION = "2022-06-01"


class AzurePolicyAssignment(AzureManaged, service="arm", lists=LISTS, is_shared=True):
    """A policy, or a set of policies, that is assigned to a scope."""

    assignment: str = prop("Its name; `name` is what people are shown.")
    scope: str = prop("What it is assigned to, as an id in lower case.")
    excluded_scopes: list[str] = prop("What below that it leaves out, in lower case.")
    definition: str = prop("Id of the policy or set of policies, in lower case.", indexed=True)
    enforcement_mode: str = prop("`Default`, or `DoNotEnforce`: it only watches.")
    disabled_parameters: list[str] = prop("Parameters that switch one of its policies off.")
    on: Ref[Resource] = edge("ON", "What it is assigned to: group, subscription, resource.")
    principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal that it puts things right as."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")


def fetch(azure: Azure) -> Records[AzurePolicyAssignment]:
    """Yield what holds in the subscription."""
    entries = azure.listed(LISTS, "/providers/Microsoft.Authorization/policyAssignments", VERSION)
    return azure.records(read, placed(entries))


def read(azure: Azure, item: Item) -> AzurePolicyAssignment:
    """Make the record of one assignment."""
    said: Json = item["properties"]
    scope = said.get("scope") or owner_of(item["id"], KIND)
    parameters: Json = said.get("parameters") or {}
    shown = common(item)
    shown["name"] = said.get("displayName") or item["name"]
    return AzurePolicyAssignment(
        **shown,
        assignment=item["name"],
        scope=uid(scope) or scope,
        excluded_scopes=[uid(one) for one in said.get("notScopes") or ()],
        definition=uid(said["policyDefinitionId"]),
        enforcement_mode=said.get("enforcementMode") or "Default",  # its documented default
        disabled_parameters=sorted(name for name, one in parameters.items() if _disables(one)),
        on=Ref(scope_uid(scope, azure.tenant)),
        principal=acts_as(item),
        identities=identity_refs(item),
    )


def _disables(parameter: Json) -> bool:
    return str(parameter.get("value")).lower() == "disabled"
