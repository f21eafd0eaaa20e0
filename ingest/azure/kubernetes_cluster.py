"""AKS clusters: who reaches the control plane, who it believes, and what its nodes are.

Left out: what runs inside, which Kubernetes knows and Azure does not. Node pools are facts of
their cluster: they are always listed with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, acts_as, common, flag, identity_refs, ref, refs
from ingest.azure.vaults import vault_ref
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, dig
from ingest.model import Document, Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.disk_encryption_set import AzureDiskEncryptionSet
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.log_analytics_workspace import AzureLogAnalyticsWorkspace
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.subnet import AzureSubnet
    from ingest.internet.external_identity import ExternalIdentity

DEFENDER = "securityProfile.defender"


class AzureKubernetesCluster(
    AzureManaged,
    service="Resources",
    native="microsoft.containerservice/managedclusters",
    lists="Microsoft.ContainerService/managedClusters/read",
    redact=("properties.servicePrincipalProfile.secret",),
):
    """An AKS cluster: the control plane of a Kubernetes, and its node pools."""

    sku: str | None = prop("`Base` or `Automatic`.")
    tier: str | None = prop("`Free`, `Standard`, `Premium`.")
    power_state: str | None = prop("`Running` or `Stopped`.")
    version: str | None = prop("Version of Kubernetes that it runs: `1.34.2`.")
    support_plan: str | None = prop("`KubernetesOfficial` or `AKSLongTermSupport`.")
    upgrade_channel: str | None = prop(
        "Upgrades that come by themselves: `none`, `patch`, `stable`, `rapid`, `node-image`."
    )
    node_upgrade_channel: str | None = prop(
        "Updates of the nodes' system: `None`, `Unmanaged`, `SecurityPatch`, `NodeImage`."
    )
    rbac: bool | None = prop("Kubernetes asks who may do what, by its roles.")
    entra: bool = prop("People sign in with Entra ID.")
    azure_rbac: bool | None = prop("Role assignments of Azure hold inside the cluster.")
    admin_groups: list[str] = prop("Object ids of the groups whose members may do everything.")
    local_accounts: bool | None = prop(
        "Certificates that belong to nobody may sign in; null where it is not said."
    )
    is_private: bool | None = prop("Its API has an address in its network only.")
    authorized_ranges: list[str] = prop("Blocks of addresses that its API is open to.")
    run_command: bool | None = prop("Commands are run in it through Azure, past the network.")
    host: str | None = prop("Host name of its API on the internet.")
    network_plugin: str | None = prop("`azure`, `kubenet`, `none`.")
    network_policy: str | None = prop("What filters between pods: `azure`, `calico`, `cilium`.")
    outbound: str | None = prop("How it reaches out: `loadBalancer`, `userDefinedRouting`, ...")
    addons: list[str] = prop("Names of the add-ons that are on, in lower case.")
    collects_logs: bool = prop("Logs of its containers go to a workspace.")
    collects_metrics: bool = prop("Its metrics go to Azure Monitor.")
    enforces_policy: bool = prop("Azure Policy looks at what is to run.")
    defender: bool | None = prop("Defender watches what runs.")
    workload_identity: bool | None = prop("Pods act as identities of Entra ID.")
    image_cleaner: bool | None = prop("Old images are taken off the nodes.")
    encrypts_secrets: bool | None = prop("Secrets of Kubernetes are encrypted with one's own key.")
    node_resource_group: str | None = prop("Resource group of its nodes, in lower case.")
    pools: Document = prop("Node pools by name, as Azure lists them.")
    public_pools: list[str] = prop("Names of node pools whose nodes have public addresses.")
    unencrypted_pools: list[str] = prop(
        "Names of node pools without encryption of temporary disks and caches at their hosts."
    )
    zoneless_pools: list[str] = prop("Names of node pools that are in no availability zone.")
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnets of its nodes, pods and API.")
    identities: list[Ref[AzureManagedIdentity]] = edge(
        "HAS_IDENTITY", "Identities of its control plane and of its nodes."
    )
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its control plane's own identity."
    )
    workspaces: list[Ref[AzureLogAnalyticsWorkspace]] = edge(
        "LOGS_TO", "Workspaces that logs of its containers and findings of Defender go to."
    )
    known_as: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "The issuer that it is to those who trust its tokens."
    )
    keys: list[Ref[AzureDiskEncryptionSet | AzureKeyVault]] = edge(
        "ENCRYPTED_BY", "Disk encryption set of its nodes' disks, and vault of its secrets' key."
    )


def fetch(azure: Azure) -> Records[AzureKubernetesCluster]:
    """Yield the subscription's clusters."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureKubernetesCluster:
    """Make the record of one cluster."""
    said: Json = item.get("properties") or {}
    api: Json = said.get("apiServerAccessProfile") or {}
    network: Json = said.get("networkProfile") or {}
    entra: Json = said.get("aadProfile") or {}
    addons = _addons(said.get("addonProfiles"))
    pools: list[Json] = said.get("agentPoolProfiles") or []
    return AzureKubernetesCluster(
        **common(item),
        sku=item.get("sku.name"),
        tier=item.get("sku.tier"),
        power_state=dig(said, "powerState.code"),
        version=said.get("currentKubernetesVersion") or said.get("kubernetesVersion"),
        support_plan=said.get("supportPlan"),
        upgrade_channel=dig(said, "autoUpgradeProfile.upgradeChannel"),
        node_upgrade_channel=dig(said, "autoUpgradeProfile.nodeOSUpgradeChannel"),
        rbac=flag(said.get("enableRBAC")),
        entra=bool(entra),
        azure_rbac=flag(entra.get("enableAzureRBAC")),
        admin_groups=entra.get("adminGroupObjectIDs") or [],
        local_accounts=_not(flag(said.get("disableLocalAccounts"))),
        is_private=flag(api.get("enablePrivateCluster")),
        authorized_ranges=api.get("authorizedIPRanges") or [],
        run_command=_not(flag(api.get("disableRunCommand"))),
        host=said.get("fqdn"),
        network_plugin=network.get("networkPlugin"),
        network_policy=network.get("networkPolicy"),
        outbound=network.get("outboundType"),
        addons=sorted(addons),
        collects_logs="omsagent" in addons,
        collects_metrics=flag(dig(said, "azureMonitorProfile.metrics.enabled")) is True,
        enforces_policy="azurepolicy" in addons,
        defender=flag(dig(said, f"{DEFENDER}.securityMonitoring.enabled")),
        workload_identity=flag(dig(said, "securityProfile.workloadIdentity.enabled")),
        image_cleaner=flag(dig(said, "securityProfile.imageCleaner.enabled")),
        encrypts_secrets=flag(dig(said, "securityProfile.azureKeyVaultKms.enabled")),
        node_resource_group=(said.get("nodeResourceGroup") or "").lower() or None,
        pools=Document({pool["name"]: dict(pool) for pool in pools}),
        public_pools=[p["name"] for p in pools if flag(p.get("enableNodePublicIP"))],
        unencrypted_pools=[p["name"] for p in pools if not flag(p.get("enableEncryptionAtHost"))],
        zoneless_pools=[p["name"] for p in pools if not p.get("availabilityZones")],
        subnets=_subnets(pools, api),
        identities=_identities(item),
        service_principal=acts_as(item),
        workspaces=_workspaces(said, addons),
        known_as=identity_ref(dig(said, "oidcIssuerProfile.issuerURL")),
        keys=_keys(azure, said),
    )


def _not(said: bool | None) -> bool | None:  # noqa: FBT001 - the switch itself is what is turned
    return None if said is None else not said


def _addons(profiles: Json | None) -> dict[str, Json]:
    """Return the settings of the add-ons that are on, names in lower case: they come in any."""
    return {
        name.lower(): {k.lower(): v for k, v in (profile.get("config") or {}).items()}
        for name, profile in (profiles or {}).items()
        if profile and flag(profile.get("enabled"))
    }


def _subnets(pools: list[Json], api: Json) -> list[Ref[AzureSubnet]]:
    named = [pool.get(name) for pool in pools for name in ("vnetSubnetID", "podSubnetID")]
    return _each(*named, api.get("subnetId"))


def _identities(item: Item) -> list[Ref[AzureManagedIdentity]]:
    """Return its own identities, and those that its nodes and add-ons were given."""
    given: Json = item.get("properties.identityProfile") or {}
    return _each(
        *(identity.uid for identity in identity_refs(item)),
        *(dig(profile, "resourceId") for profile in given.values()),
    )


def _workspaces(said: Json, addons: dict[str, Json]) -> list[Ref[AzureLogAnalyticsWorkspace]]:
    return _each(
        addons.get("omsagent", {}).get("loganalyticsworkspaceresourceid"),
        dig(said, f"{DEFENDER}.logAnalyticsWorkspaceResourceId"),
    )


def _keys(azure: Azure, said: Json) -> list[Ref[Any]]:
    key = dig(said, "securityProfile.azureKeyVaultKms.keyId")
    found = (ref(said.get("diskEncryptionSetID")), vault_ref(azure, key))
    return [one for one in found if one is not None]


def _each(*ids: Any) -> list[Ref[Any]]:
    return refs([{"id": id_} for id_ in ids])
