"""Roles, policies and locks: on a resource, a group, the subscription, and the whole tenant."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, Estate
from server.demo.azure.estate.directory import ADMIN, FIRST, GUEST, OPERATORS, SECOND
from server.demo.azure.rows import resource_id

HERE = f"/subscriptions/{SUBSCRIPTION}"
AUTHORIZATION = "providers/Microsoft.Authorization"
OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
ACCESS = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"
VAULT = resource_id("Microsoft.KeyVault/vaults", "shop-keys")
BENCHMARK = "1f3afdf9-d0c9-4c3d-847f-89da613e70a8"


def add(estate: Estate) -> None:
    """Add what Resource Manager says of the subscription's roles, policies and locks."""
    here = f"{HERE}/{AUTHORIZATION}".lower()
    estate.arm[f"{here}/roledefinitions"] = roles()
    estate.arm[f"{here}/roleassignments"] = [
        assigned(OWNER, GUEST, "User", HERE, number=1),
        assigned(READER, OPERATORS, "Group", f"{HERE}/resourceGroups/SHOP", number=2),
        assigned(READER, FIRST, "ServicePrincipal", VAULT, number=3, condition="true"),
        assigned(ACCESS, ADMIN, "User", "/", number=4),
        assigned("custom-owner", SECOND, "ServicePrincipal", HERE, number=5),
    ]
    estate.arm[f"{here}/policyassignments"] = policies()
    estate.arm[f"{here}/locks"] = [
        {
            "id": f"{on}/{AUTHORIZATION}/locks/keep", "name": "keep",
            "type": "Microsoft.Authorization/locks", "properties": said,
        }
        for on, said in (
            (VAULT, {"level": "CanNotDelete", "notes": "Keys of the shop."}),
            (f"{HERE}/resourceGroups/Leftovers", {"level": "ReadOnly"}),
        )
    ]  # fmt: skip


def roles() -> list[dict[str, Any]]:
    """Return three of Azure's own roles and two of the subscription's users."""
    return [
        role("/", OWNER, "Owner", ["*"]),
        role("/", READER, "Reader", ["*/read"]),
        role("/", ACCESS, "User Access Administrator", ["*/read", "Microsoft.Authorization/*"]),
        role(HERE, "custom-owner", "Shop Owner", ["*"], custom=True),
        role(HERE, "lock-keeper", "Lock Keeper", ["Microsoft.Authorization/locks/*"], custom=True),
    ]


def role(
    scope: str, id_: str, name: str, actions: list[str], *, custom: bool = False
) -> dict[str, Any]:
    """Return a role as Resource Manager lists it."""
    return {
        "id": f"{scope.rstrip('/')}/{AUTHORIZATION}/roleDefinitions/{id_}", "name": id_,
        "type": "Microsoft.Authorization/roleDefinitions",
        "properties": {
            "roleName": name, "type": "CustomRole" if custom else "BuiltInRole",
            "assignableScopes": [scope], "createdOn": "2025-03-01T10:00:00.0000000Z",
            "permissions": [
                {"actions": actions, "notActions": [], "dataActions": [], "notDataActions": []}
            ],
        },
    }  # fmt: skip


def assigned(
    role_: str, principal: str, kind: str, scope: str, *, number: int, condition: str | None = None
) -> dict[str, Any]:
    """Return an assignment as Resource Manager lists it, with the role's id as it has it there."""
    name = f"22222222-aaaa-4bbb-8ccc-{number:012}"
    return {
        "id": f"{scope.rstrip('/')}/{AUTHORIZATION}/roleAssignments/{name}", "name": name,
        "type": "Microsoft.Authorization/roleAssignments",
        "properties": {
            "roleDefinitionId": f"{HERE}/{AUTHORIZATION}/roleDefinitions/{role_}",
            "principalId": principal.upper(), "principalType": kind, "scope": scope,
            "condition": condition, "createdOn": "2025-03-01T10:00:00.0000000Z",
        },
    }  # fmt: skip


def policies() -> list[dict[str, Any]]:
    """Return an assignment that is enforced, from above, and one that is not."""
    above = "/providers/Microsoft.Management/managementGroups/shops"
    return [
        {
            "id": f"{above}/{AUTHORIZATION}/policyAssignments/SecurityCenterBuiltIn",
            "name": "SecurityCenterBuiltIn", "type": "Microsoft.Authorization/policyAssignments",
            "location": "westeurope",
            "identity": {"type": "SystemAssigned", "principalId": FIRST},
            "properties": {
                "displayName": "ASC Default", "scope": above, "enforcementMode": "Default",
                "policyDefinitionId": f"/{AUTHORIZATION}/policySetDefinitions/{BENCHMARK}",
                "notScopes": [f"{HERE}/resourceGroups/Leftovers"],
                "parameters": {"diskEncryptionMonitoringEffect": {"value": "AuditIfNotExists"}},
            },
        },
        {
            "id": f"{HERE}/{AUTHORIZATION}/policyAssignments/benchmark", "name": "benchmark",
            "type": "Microsoft.Authorization/policyAssignments",
            "properties": {
                "scope": HERE, "enforcementMode": "DoNotEnforce", "notScopes": None,
                "policyDefinitionId": f"/{AUTHORIZATION}/policySetDefinitions/{BENCHMARK}",
                "parameters": {
                    "systemUpdatesMonitoringEffect": {"value": "Disabled"},
                    "vmssEndpointProtectionMonitoringEffect": {"value": "AuditIfNotExists"},
                },
            },
        },
    ]  # fmt: skip
