"""Entra ID: a tenant with people, groups, applications, roles and policies, good and bad."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import TENANT, Estate

FIRST = "11111111-aaaa-4bbb-8ccc-000000000001"  # managed identity shop-web
SECOND = "11111111-aaaa-4bbb-8ccc-000000000002"  # own identity of the machine shop-web-1
PIPELINE = "11111111-aaaa-4bbb-8ccc-000000000003"
ADMIN = "33333333-aaaa-4bbb-8ccc-000000000001"
CLERK = "33333333-aaaa-4bbb-8ccc-000000000002"
GUEST = "33333333-aaaa-4bbb-8ccc-000000000003"
OPERATORS = "44444444-aaaa-4bbb-8ccc-000000000001"
MAILING = "44444444-aaaa-4bbb-8ccc-000000000002"
GLOBAL_ADMINISTRATOR = "55555555-aaaa-4bbb-8ccc-000000000001"
READERS = "55555555-aaaa-4bbb-8ccc-000000000002"
MANAGEMENT_API = "797f4846-ba00-4fd7-ba43-dac1f8f63013"
DAY = "2025-03-01T10:00:00Z"


def add(estate: Estate) -> None:
    """Add what Microsoft Graph says of the tenant, and what only Resource Manager does."""
    estate.directory |= {
        "/organization": [{"id": TENANT, "displayName": "Shop", "createdDateTime": DAY}],
        "/users": [
            user(ADMIN, "Platform administrator", "platform-admin@shop.example"),
            user(CLERK, "Order desk", "order-desk@shop.example", onPremisesSyncEnabled=True),
            user(
                GUEST, "Outside auditor", "audit_accounts.example#EXT#@shop.example",
                userType="Guest",
            ),
        ],
        "/reports/authenticationMethods/userRegistrationDetails": [
            {"id": ADMIN, "isMfaRegistered": True, "methodsRegistered": ["fido2"]},
            {"id": CLERK, "isMfaRegistered": False, "methodsRegistered": []},
        ],
        "/groups": [
            {
                "id": OPERATORS, "displayName": "Operators", "securityEnabled": True,
                "groupTypes": [], "isAssignableToRole": True, "createdDateTime": DAY,
            },
            {
                "id": MAILING, "displayName": "Everyone", "securityEnabled": False,
                "groupTypes": ["Unified", "DynamicMembership"], "visibility": "Public",
                "createdDateTime": DAY,
            },
        ],
        f"/groups/{OPERATORS}/members": [
            member("user", CLERK), member("servicePrincipal", PIPELINE),
            member("device", "66666666-aaaa-4bbb-8ccc-000000000001"),
        ],
        "/servicePrincipals": [
            principal(FIRST, "shop-web", "ManagedIdentity"),
            principal(SECOND, "shop-web-1", "ManagedIdentity"),
            principal(PIPELINE, "pipeline", "Application"),
        ],
        "/directoryRoles": [
            {
                "id": GLOBAL_ADMINISTRATOR, "displayName": "Global Administrator",
                "roleTemplateId": "62e90394-69f5-4237-9190-012177745e10",
            },
            {
                "id": READERS, "displayName": "Directory Readers",
                "roleTemplateId": "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
            },
        ],
        f"/directoryRoles/{GLOBAL_ADMINISTRATOR}/members": [
            member("user", ADMIN), member("user", CLERK), member("group", OPERATORS),
        ],
        f"/directoryRoles/{READERS}/members": [],
        "/applications": applications(),
        "/identity/conditionalAccess/policies": access_policies(),
    }  # fmt: skip
    add_policies(estate)


def add_policies(estate: Estate) -> None:
    """Add the tenant's policies: some as they should be, most as a new tenant has them."""
    estate.directory |= {
        "/policies/authorizationPolicy": {
            "allowInvitesFrom": "everyone",
            "guestUserRoleId": "10dae51f-b6af-4016-8d66-8c2a99b929b3",
            "defaultUserRolePermissions": {
                "allowedToCreateApps": True, "allowedToCreateSecurityGroups": True,
                "allowedToCreateTenants": True, "allowedToReadOtherUsers": True,
                "permissionGrantPoliciesAssigned": [
                    "ManagePermissionGrantsForSelf.microsoft-user-default-legacy"
                ],
            },
        },
        "/policies/identitySecurityDefaultsEnforcementPolicy": {"isEnabled": False},
        "/identity/conditionalAccess/namedLocations": [
            {"id": "1", "displayName": "Head office", "isTrusted": True},
            {"id": "2", "displayName": "Anywhere", "countriesAndRegions": ["NL"]},
        ],
        "/domains": [
            {"id": "shop.example", "isVerified": True, "isDefault": True},
            {"id": "new.example", "isVerified": False, "isDefault": False},
        ],
        "/groupSettings": [
            {
                "templateId": "5cf42378-d67d-4f36-ba46-e8b86229381d",
                "values": [
                    {"name": "LockoutThreshold", "value": "20"},
                    {"name": "BannedPasswordList", "value": "shop\tharbour"},
                ],
            }
        ],
    }  # fmt: skip
    estate.arm["/providers/microsoft.subscription/policies/default"] = {
        "id": "/providers/Microsoft.Subscription/policies/default",
        "properties": {
            "blockSubscriptionsLeavingTenant": True, "blockSubscriptionsIntoTenant": False,
        },
    }  # fmt: skip


def user(id_: str, name: str, principal_name: str, **more: Any) -> dict[str, Any]:
    """Return a user as Microsoft Graph lists it."""
    return {
        "id": id_, "displayName": name, "userPrincipalName": principal_name, "userType": "Member",
        "accountEnabled": True, "createdDateTime": DAY, "onPremisesSyncEnabled": None, **more,
    }  # fmt: skip


def member(kind: str, id_: str) -> dict[str, Any]:
    """Return a member of a group or holder of a role."""
    return {"@odata.type": f"#microsoft.graph.{kind}", "id": id_}


def principal(id_: str, name: str, kind: str) -> dict[str, Any]:
    """Return a service principal as Microsoft Graph lists it."""
    return {
        "id": id_, "displayName": name, "appId": id_.replace("1111", "7777"),
        "servicePrincipalType": kind, "accountEnabled": True, "appOwnerOrganizationId": TENANT,
        "createdDateTime": DAY,
    }  # fmt: skip


def applications() -> list[dict[str, Any]]:
    """Return an application with a certificate, and one with old secrets."""
    return [
        {
            "id": "88888888-aaaa-4bbb-8ccc-000000000001", "displayName": "pipeline",
            "appId": "77777777-aaaa-4bbb-8ccc-000000000003", "signInAudience": "AzureADMyOrg",
            "createdDateTime": DAY, "passwordCredentials": [],
            "keyCredentials": [{"startDateTime": DAY, "endDateTime": "2027-03-01T10:00:00Z"}],
        },
        {
            "id": "88888888-aaaa-4bbb-8ccc-000000000002", "displayName": "old",
            "appId": "77777777-aaaa-4bbb-8ccc-000000000004",
            "signInAudience": "AzureADMultipleOrgs", "createdDateTime": None,
            "passwordCredentials": [
                {"hint": "a1b", "startDateTime": DAY, "endDateTime": "2035-03-01T10:00:00Z"},
                {"hint": "c2d", "startDateTime": None, "endDateTime": "2025-09-01T10:00:00Z"},
            ],
            "keyCredentials": None,
        },
    ]  # fmt: skip


def access_policies() -> list[dict[str, Any]]:
    """Return a policy that asks everybody for a second factor, and one that only reports."""
    return [
        {
            "id": "99999999-AAAA-4bbb-8ccc-000000000001", "displayName": "Second factor for all",
            "createdDateTime": DAY, "state": "enabled",
            "conditions": {
                "users": {"includeUsers": ["All"], "excludeUsers": [ADMIN]},
                "applications": {"includeApplications": ["All"]}, "clientAppTypes": ["all"],
                "signInRiskLevels": [], "locations": None,
            },
            "grantControls": {"operator": "OR", "builtInControls": ["mfa"]},
        },
        {
            "id": "99999999-aaaa-4bbb-8ccc-000000000002", "displayName": "No device codes",
            "createdDateTime": DAY, "state": "enabledForReportingButNotEnforced",
            "conditions": {
                "users": {"includeUsers": ["All"]},
                "applications": {"includeApplications": [MANAGEMENT_API]},
                "authenticationFlows": {"transferMethods": "deviceCodeFlow,authenticationTransfer"},
            },
            "grantControls": {"operator": "OR", "builtInControls": ["block"]},
        },
    ]  # fmt: skip
