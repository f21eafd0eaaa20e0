"""Container registries: who may pull and push, and from where.

Left out: repositories and images, which only the registry itself lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import (
    AzureManaged,
    acts_as,
    common,
    flag,
    identity_refs,
    refs,
    sku,
    time,
)
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint


class AzureContainerRegistry(
    AzureManaged,
    service="Resources",
    native="microsoft.containerregistry/registries",
    lists="Microsoft.ContainerRegistry/registries/read",
):
    """A container registry."""

    sku: str | None = prop("`Basic`, `Standard`, `Premium`.")
    host: str | None = prop("Its host name: `shop.azurecr.io`.", indexed=True)
    admin_user: bool | None = prop("One password for everything, which belongs to nobody, is on.")
    anonymous_pull: bool | None = prop("Anyone may pull without signing in.")
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    default_action: str | None = prop(
        "What network rules do with whom they do not name; null where it has none."
    )
    ip_rules: list[str] = prop("Addresses that network rules let in.")
    bypass: str | None = prop("Who passes the rules all the same: `AzureServices` or `None`.")
    zone_redundancy: str | None = prop("`Enabled` or `Disabled`.")
    allows_export: bool | None = prop("Images may be moved out into other registries.")
    quarantine: bool | None = prop("A pushed image is held back until it was looked at.")
    content_trust: bool | None = prop("Images may be signed.")
    retention_days: int | None = prop(
        "Days after which manifests without a tag go; null where they stay."
    )
    soft_delete_days: int | None = prop(
        "Days for which deleted images are kept; null where they are not."
    )
    customer_key: bool | None = prop("It is encrypted with one's own key.")
    vault: Ref[AzureKeyVault] | None = edge("ENCRYPTED_BY", "Vault of the key, where it has one.")
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


def fetch(azure: Azure) -> Records[AzureContainerRegistry]:
    """Yield the subscription's registries."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureContainerRegistry:
    """Make the record of one registry."""
    said: Json = item.get("properties") or {}
    policies: Json = said.get("policies") or {}
    rules: Json = said.get("networkRuleSet") or {}
    about = common(item)
    about["created_at"] = time(said.get("creationDate"))
    return AzureContainerRegistry(
        **about,
        sku=sku(item),
        host=said.get("loginServer"),
        admin_user=flag(said.get("adminUserEnabled")),
        anonymous_pull=flag(said.get("anonymousPullEnabled")),
        public_network_access=said.get("publicNetworkAccess"),
        default_action=rules.get("defaultAction"),
        ip_rules=[rule["value"] for rule in rules.get("ipRules") or () if rule.get("value")],
        bypass=said.get("networkRuleBypassOptions"),
        zone_redundancy=said.get("zoneRedundancy"),
        allows_export=flag(dig(policies, "exportPolicy.status")),
        quarantine=flag(dig(policies, "quarantinePolicy.status")),
        content_trust=flag(dig(policies, "trustPolicy.status")),
        retention_days=_days(policies.get("retentionPolicy"), "days"),
        soft_delete_days=_days(policies.get("softDeletePolicy"), "retentionDays"),
        customer_key=flag(dig(said, "encryption.status")),
        vault=vault_ref(azure, dig(said, "encryption.keyVaultProperties.keyIdentifier")),
        identities=identity_refs(item),
        service_principal=acts_as(item),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )


def _days(policy: Json | None, name: str) -> int | None:
    """Return for how many days a policy keeps something, None where it is off."""
    said: Json = policy or {}
    return said.get(name) if flag(said.get("status")) else None
