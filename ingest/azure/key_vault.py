"""Azure key vaults, with where they write down who used them.

Access policies are edges to whom they let in. They have effect only in a vault that does not use
role assignments, and are kept all the same: they would have it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.child import Child
from ingest.azure.endpoint_connections import CONNECTION, endpoint_refs
from ingest.azure.managed import AzureManaged, common, flag, object_uid, refs, spelled
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.log_analytics_workspace import AzureLogAnalyticsWorkspace
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.storage_account import AzureStorageAccount
    from ingest.azure.subnet import AzureSubnet

SETTINGS = "Microsoft.Insights/diagnosticSettings/read"
CHILDREN = (
    Child("diagnosticSettings", "/providers/Microsoft.Insights/diagnosticSettings",
          "2021-05-01-preview", SETTINGS, listed=True),
)  # fmt: skip
PERMISSIONS = {
    name: f"What it may do with {name}: `get`, `list`, `all`, ..."
    for name in ("keys", "secrets", "certificates", "storage")
}


class AzureKeyVault(
    AzureManaged,
    service="Resources",
    native="microsoft.keyvault/vaults",
    lists="Microsoft.KeyVault/vaults/read",
):
    """An Azure key vault."""

    address: str | None = prop("Its address: `https://name.vault.azure.net/`.")
    sku: str | None = prop("`standard`, or `premium` with keys in hardware.")
    uses_rbac: bool | None = prop(
        "Role assignments decide who may use what is in it; otherwise its access policies do."
    )
    keeps_deleted: bool | None = prop("What is deleted can be recovered for some days.")
    kept_days: int | None = prop("Days for which what is deleted can be recovered.")
    is_purge_protected: bool | None = prop(
        "Nobody can remove for good what is deleted before those days are over."
    )
    public_network_access: str | None = prop("`Enabled`, `Disabled`, `SecuredByPerimeter`.")
    default_action: str | None = prop("What network rules do with whom they do not name.")
    bypass: str | None = prop("Who passes the network rules all the same: `AzureServices`, `None`.")
    ip_rules: list[str] = prop("Addresses that network rules let in.")
    serves_deployment: bool | None = prop("Virtual machines may take certificates out of it.")
    serves_disk_encryption: bool | None = prop("Disk encryption may take keys out of it.")
    serves_templates: bool | None = prop("Whoever deploys a template may read secrets through it.")
    log_categories: list[str] = prop(
        "Categories and groups of them that are written down: `AuditEvent`, `allLogs`, ...",
        reads=SETTINGS,
    )
    logs: list[Ref[AzureLogAnalyticsWorkspace | AzureStorageAccount]] = edge(
        "LOGS_TO", "Workspaces and storage accounts that keep its logs.", reads=SETTINGS
    )
    grantees: list[Ref[Resource]] = edge(
        "GRANTS_ACCESS_TO", "Whom its access policies let in.", props=PERMISSIONS
    )
    subnets: list[Ref[AzureSubnet]] = edge("ALLOWS_SUBNET", "Subnets that network rules let in.")
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it.", props=CONNECTION
    )


def fetch(azure: Azure) -> Records[AzureKeyVault]:
    """Yield the subscription's key vaults."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureKeyVault:  # noqa: ARG001 - every `read` takes both
    """Make the record of one key vault."""
    said: Json = item.get("properties") or {}
    rules: Json = said.get("networkAcls") or {}
    settings = item.part("diagnosticSettings")
    return AzureKeyVault(
        **common(item),
        address=said.get("vaultUri"),
        sku=dig(said, "sku.name"),
        uses_rbac=flag(said.get("enableRbacAuthorization")),
        keeps_deleted=flag(said.get("enableSoftDelete")),
        kept_days=said.get("softDeleteRetentionInDays"),
        is_purge_protected=flag(said.get("enablePurgeProtection")),
        public_network_access=spelled(
            said.get("publicNetworkAccess"), "Enabled", "Disabled", "SecuredByPerimeter"
        ),
        default_action=spelled(rules.get("defaultAction"), "Allow", "Deny"),
        bypass=spelled(rules.get("bypass"), "AzureServices", "None"),
        ip_rules=[rule["value"] for rule in rules.get("ipRules") or () if rule.get("value")],
        serves_deployment=flag(said.get("enabledForDeployment")),
        serves_disk_encryption=flag(said.get("enabledForDiskEncryption")),
        serves_templates=flag(said.get("enabledForTemplateDeployment")),
        log_categories=settings.read(_categories),
        logs=settings.read(_kept_in),
        grantees=_grantees(said.get("accessPolicies")),
        subnets=refs(rules.get("virtualNetworkRules")),
        private_endpoints=endpoint_refs(said.get("privateEndpointConnections")),
    )


def _categories(settings: Json) -> list[str]:
    """Return what any of the settings writes down."""
    logs = [log for one in settings.get("value") or () for log in dig(one, "properties.logs") or ()]
    on = {log.get("category") or log.get("categoryGroup") for log in logs if log.get("enabled")}
    return sorted(category for category in on if category)


def _kept_in(settings: Json) -> list[Ref[Any]]:
    return [
        found
        for name in ("workspaceId", "storageAccountId")
        for found in refs(settings.get("value"), f"properties.{name}")
    ]


def _grantees(policies: Any) -> list[Ref[Any]]:
    """Return what points at whom policies let in, with all that any of them allows."""
    allowed: dict[str, dict[str, set[str]]] = {}
    for policy in policies or ():
        mine = allowed.setdefault(object_uid(policy["objectId"]), {n: set() for n in PERMISSIONS})
        for name in PERMISSIONS:
            mine[name] |= {p.lower() for p in dig(policy, f"permissions.{name}") or ()}
    return [
        Ref(uid, {name: sorted(may) for name, may in said.items()}) for uid, said in allowed.items()
    ]
