"""Conditional access policies: what a sign-in has to bring, by who signs in to what from where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ingest.azure.managed import time
from ingest.azure.scopes import tenant_uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_tenant import EntraTenant

ABOUT_WHAT = frozenset({"users", "applications", "clientApplications"})


class EntraConditionalAccessPolicy(
    Resource, service="graph", lists="Policy.Read.All", is_shared=True
):
    """A conditional access policy of Entra ID."""

    id: str = key("Uid of the tenant, `/conditionalaccesspolicies/` and its id.")
    tenant: str = prop("Id of its tenant.")
    state: str | None = prop("`enabled`, `disabled`, `enabledForReportingButNotEnforced`.")
    users: list[str] = prop("Users it is about, by object id; `All`, `GuestsOrExternalUsers`.")
    excluded_users: list[str] = prop("Users that it leaves out.")
    groups: list[str] = prop("Groups it is about, by object id.")
    excluded_groups: list[str] = prop("Groups that it leaves out.")
    roles: list[str] = prop("Roles of the directory it is about, by the id of their template.")
    excluded_roles: list[str] = prop("Roles of the directory that it leaves out.")
    applications: list[str] = prop("Applications it is about; `All`, `MicrosoftAdminPortals`.")
    excluded_applications: list[str] = prop("Applications that it leaves out.")
    user_actions: list[str] = prop("Actions it is about: `urn:user:registerdevice`.")
    sign_in_risks: list[str] = prop("Risks of a sign-in that it is about: `high`, `medium`.")
    user_risks: list[str] = prop("Risks of a user that it is about.")
    client_types: list[str] = prop("Kinds of clients it is about: `all`, `browser`, `other`.")
    locations: list[str] = prop("Locations it is about, by id; `All`, `AllTrusted`.")
    excluded_locations: list[str] = prop("Locations that it leaves out.")
    transfer_methods: list[str] = prop("Ways to hand a sign-in over: `deviceCodeFlow`.")
    controls: list[str] = prop("What it asks for: `mfa`, `compliantDevice`; or `block`.")
    control_operator: str | None = prop("Whether all of it is asked for (`AND`) or any (`OR`).")
    holds_always: bool = prop("It holds whatever the risk, place, device, client or way it is.")
    requires_mfa: bool = prop("Nobody it is about gets in without a second factor.")
    blocks: bool = prop("Nobody it is about gets in.")
    in_tenant: Ref[EntraTenant] = edge("IN_TENANT", "Tenant that it is a policy of.")


def fetch(azure: Azure) -> Records[EntraConditionalAccessPolicy]:
    """Yield the tenant's policies."""
    return azure.records(read, azure.directory("/identity/conditionalAccess/policies"))


def read(azure: Azure, item: Item) -> EntraConditionalAccessPolicy:
    """Make the record of one policy."""
    conditions: Json = item.get("conditions") or {}
    grant: Json = item.get("grantControls") or {}
    methods = dig(conditions, "authenticationFlows.transferMethods") or ""
    return EntraConditionalAccessPolicy(
        id=f"{tenant_uid(azure.tenant)}/conditionalaccesspolicies/{item['id'].lower()}",
        name=item.get("displayName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw=item.raw,
        tenant=azure.tenant,
        state=item.get("state"),
        users=_list(conditions, "users.includeUsers"),
        excluded_users=_list(conditions, "users.excludeUsers"),
        groups=_list(conditions, "users.includeGroups"),
        excluded_groups=_list(conditions, "users.excludeGroups"),
        roles=_list(conditions, "users.includeRoles"),
        excluded_roles=_list(conditions, "users.excludeRoles"),
        applications=_list(conditions, "applications.includeApplications"),
        excluded_applications=_list(conditions, "applications.excludeApplications"),
        user_actions=_list(conditions, "applications.includeUserActions"),
        sign_in_risks=_list(conditions, "signInRiskLevels"),
        user_risks=_list(conditions, "userRiskLevels"),
        client_types=_list(conditions, "clientAppTypes"),
        locations=_list(conditions, "locations.includeLocations"),
        excluded_locations=_list(conditions, "locations.excludeLocations"),
        transfer_methods=[one.strip() for one in methods.split(",") if one.strip()],
        controls=_list(grant, "builtInControls"),
        control_operator=grant.get("operator"),
        holds_always=not any(_limits(name, said) for name, said in conditions.items()),
        requires_mfa=_requires_mfa(grant),
        blocks="block" in _list(grant, "builtInControls"),
        in_tenant=Ref(tenant_uid(azure.tenant)),
    )


def _list(said: Json, path: str) -> list[str]:
    found: Any = dig(said, path)
    return [one for one in found or () if isinstance(one, str)]


def _limits(name: str, condition: Any) -> bool:
    """Tell whether a condition leaves out some sign-ins of whom and what the policy is about."""
    if name in ABOUT_WHAT or not condition:
        return False
    if isinstance(condition, Mapping):  # include... and exclude...: only all, less none, is all
        said = [value for key, value in condition.items() if value and not key.startswith("@")]
        return any(not _is_all(value) for value in said)
    return not _is_all(condition)


def _is_all(said: Any) -> bool:
    return isinstance(said, list) and [str(one).lower() for one in said] == ["all"]


def _requires_mfa(grant: Json) -> bool:
    """Tell whether a second factor is asked for whatever else would do."""
    strength = grant.get("authenticationStrength")
    asked = [one == "mfa" for one in _list(grant, "builtInControls")]
    if strength:
        asked.append(strength.get("requirementsSatisfied") == "mfa")
    others = _list(grant, "customAuthenticationFactors") + _list(grant, "termsOfUse")
    asked += [False] * len(others)
    return any(asked) if grant.get("operator") == "AND" else bool(asked) and all(asked)
