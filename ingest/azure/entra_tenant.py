"""The tenant of Entra ID: what its users, guests and applications may do by default.

A tenant is one object, and its facts stand in several policies; each is a call. A setting that was
never changed is not there: its documented default is then what holds, and it is said in the field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.directory import GraphChild, asked
from ingest.azure.endpoints import ARM
from ingest.azure.managed import flag, time
from ingest.azure.scopes import tenant_uid
from ingest.fanout import made
from ingest.internet.external_identity import identity_ref, tenant_issuer
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.internet.external_identity import ExternalIdentity

FIELDS = "id,displayName,createdDateTime,onPremisesSyncEnabled"
POLICIES = "Policy.Read.All"
DOMAINS = "Domain.Read.All"
SETTINGS = "GroupSettings.Read.All"
TRANSFERS = "Microsoft.Subscription/policies/read"
# What settings are made from: their ids are the same in every tenant.
PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"  # noqa: S105 - an id
GROUPS = "62375ab9-6b52-47ed-826b-58e47e0e304b"

CHILDREN = (
    GraphChild(name="authorization", call="graph:/policies/authorizationPolicy",
               path="/policies/authorizationPolicy", reads=POLICIES),
    GraphChild(name="defaults", call="graph:/policies/identitySecurityDefaultsEnforcementPolicy",
               path="/policies/identitySecurityDefaultsEnforcementPolicy", reads=POLICIES),
    GraphChild(name="locations", call="graph:/identity/conditionalAccess/namedLocations",
               path="/identity/conditionalAccess/namedLocations", reads=POLICIES, listed=True),
    GraphChild(name="domains", call="graph:/domains", path="/domains", reads=DOMAINS, listed=True),
    GraphChild(name="settings", call="graph:/groupSettings", path="/groupSettings",
               reads=SETTINGS, listed=True),
    GraphChild(name="transfers", call="arm:Microsoft.Subscription/policies", service=ARM,
               path="/providers/Microsoft.Subscription/policies/default?api-version=2021-10-01",
               reads=TRANSFERS),
)  # fmt: skip


class EntraTenant(
    Resource,
    service="graph",
    lists="Organization.Read.All",
    is_shared=True,
    redact=["settings.value.*.values.*.value"],  # words that no password may be
):
    """A tenant of Entra ID."""

    id: str = key("`/tenants/` and its id.")
    tenant: str = prop("Its id alone.")
    known_as: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "The issuer that it is to those who trust its tokens."
    )
    is_synchronized: bool | None = prop("Its users come from a directory of its company's own.")
    domains: list[str] = prop("Domains that it has shown to be its own.", reads=DOMAINS)
    has_security_defaults: bool | None = prop(
        "Microsoft's basic rules for signing in hold.", reads=POLICIES
    )
    trusted_locations: list[str] = prop(
        "Locations of addresses that are marked as trusted.", reads=POLICIES
    )
    invites_from: str | None = prop(
        "Who may invite guests: `none`, `adminsAndGuestInviters`, ..., `everyone`.", reads=POLICIES
    )
    guest_role: str | None = prop("Id of the role that guests have.", reads=POLICIES)
    users_create_applications: bool | None = prop("Any user registers them.", reads=POLICIES)
    users_create_security_groups: bool | None = prop("Any user makes them.", reads=POLICIES)
    users_create_tenants: bool | None = prop("Any user makes them.", reads=POLICIES)
    users_read_users: bool | None = prop("Any user reads about the others.", reads=POLICIES)
    consent_policies: list[str] = prop(
        "By which policies users may let an application in themselves.", reads=POLICIES
    )
    users_create_groups: bool | None = prop(
        "Any user makes Microsoft 365 groups; so by default.", reads=SETTINGS
    )
    lockout_threshold: int | None = prop(
        "Wrong passwords after which an account is locked; 10 by default.", reads=SETTINGS
    )
    lockout_seconds: int | None = prop(
        "Seconds for which it is locked at first; 60 by default.", reads=SETTINGS
    )
    bans_own_passwords: bool | None = prop(
        "Passwords of a list of its own are refused; not by default.", reads=SETTINGS
    )
    keeps_subscriptions: bool | None = prop(
        "No subscription may be taken out of it; null where it never said.", reads=TRANSFERS
    )
    refuses_subscriptions: bool | None = prop(
        "No subscription may be brought into it; null where it never said.", reads=TRANSFERS
    )


def fetch(azure: Azure) -> Records[EntraTenant]:
    """Yield the tenant itself."""
    tenants = azure.directory(f"/organization?$select={FIELDS}")
    return made(read, azure, asked(azure, tenants, CHILDREN))


def read(azure: Azure, item: Item) -> EntraTenant:  # noqa: ARG001 - every `read` takes both
    """Make the record of the tenant."""
    policy, settings = item.part("authorization"), item.part("settings")
    transfers = item.part("transfers")
    user = "defaultUserRolePermissions"
    return EntraTenant(
        id=tenant_uid(item["id"]),
        name=item.get("displayName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw=item.raw,
        tenant=item["id"],
        known_as=identity_ref(tenant_issuer(item["id"])),
        is_synchronized=item.get("onPremisesSyncEnabled"),
        domains=item.part("domains").read(_verified),
        has_security_defaults=item.part("defaults").get("isEnabled"),
        trusted_locations=item.part("locations").read(_trusted),
        invites_from=policy.get("allowInvitesFrom"),
        guest_role=policy.get("guestUserRoleId"),
        users_create_applications=policy.get(f"{user}.allowedToCreateApps"),
        users_create_security_groups=policy.get(f"{user}.allowedToCreateSecurityGroups"),
        users_create_tenants=policy.get(f"{user}.allowedToCreateTenants"),
        users_read_users=policy.get(f"{user}.allowedToReadOtherUsers"),
        consent_policies=policy.get(f"{user}.permissionGrantPoliciesAssigned", []),
        users_create_groups=settings.read(
            lambda s: flag(_setting(s, GROUPS, "EnableGroupCreation", "true"))
        ),
        lockout_threshold=settings.read(
            lambda s: int(_setting(s, PASSWORD_RULES, "LockoutThreshold", "10"))
        ),
        lockout_seconds=settings.read(
            lambda s: int(_setting(s, PASSWORD_RULES, "LockoutDurationInSeconds", "60"))
        ),
        bans_own_passwords=settings.read(
            lambda s: flag(_setting(s, PASSWORD_RULES, "EnableBannedPasswordCheck", "false"))
        ),
        keeps_subscriptions=transfers.get("properties.blockSubscriptionsLeavingTenant"),
        refuses_subscriptions=transfers.get("properties.blockSubscriptionsIntoTenant"),
    )


def _verified(answer: Json) -> list[str]:
    return [entry["id"] for entry in answer.get("value") or () if entry.get("isVerified")]


def _trusted(answer: Json) -> list[str]:
    return [entry["displayName"] for entry in answer.get("value") or () if entry.get("isTrusted")]


def _setting(answer: Json, template: str, name: str, default: str) -> str:
    """Return the value of a setting, which is a text; its default where it was never changed."""
    found: Any = next(
        (
            value.get("value")
            for entry in answer.get("value") or ()
            if str(entry.get("templateId")).lower() == template
            for value in dig(entry, "values") or ()
            if value.get("name") == name
        ),
        None,
    )
    return str(found) if found not in {None, ""} else default
