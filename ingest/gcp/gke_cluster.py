"""Clusters of Google Kubernetes Engine.

Its interface leaves out what is off, so that a switch that is not there is off; where a whole part
is not there that Google always gives (`masterAuth`, which some inventories keep back), what would
stand in it is null. Nodes' own settings are those of their pools.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from ingest.gcp.compute_account import acting_account
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    flag,
    kms_ref,
    labels,
    ref,
    service_account_ref,
    text,
    texts,
)
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.gcp.subnetwork import GcpSubnetwork
    from ingest.internet.external_identity import ExternalIdentity

DATAPLANE_V2 = "ADVANCED_DATAPATH"
WHERE = re.compile(r"/(?:zones|regions)/")
UNSPECIFIED = re.compile(r"^$|UNSPECIFIED$|^DISABLED$")


class GcpGkeCluster(
    GcpManaged,
    service="cloudasset",
    native="container.googleapis.com/Cluster",
    lists="cloudasset.assets.listResource",
    redact=(
        "data.masterAuth.clientKey",
        "data.nodeConfig.metadata.*",
        "data.nodePools.*.config.metadata.*",
    ),
    incarnation="cluster_id",
):
    """A Kubernetes cluster of Google Kubernetes Engine."""

    cluster_id: str | None = prop("Id that no later cluster of its name has.")
    location: str = prop("Region or zone that it is kept in, as its commands take it.")
    status: str | None = prop("`RUNNING`, `RECONCILING`, `DEGRADED`, ...")
    version: str | None = prop("Version of its control plane: `1.31.1-gke.1`.")
    release_channel: str | None = prop(
        "`RAPID`, `REGULAR`, `STABLE`, ...; null where it is in none."
    )
    is_autopilot: bool = prop("Google keeps its nodes.")
    is_alpha: bool = prop("Features that are not finished are on, and it is deleted after 30 days.")
    has_private_nodes: bool = prop("Its nodes have no addresses of the internet.")
    is_endpoint_public: bool = prop("Its control plane has an address of the internet.")
    limits_endpoint: bool = prop("Only authorized networks reach its control plane.")
    authorized_networks: list[str] = prop("Addresses that may reach its control plane.")
    legacy_abac: bool = prop("Permissions that every account in it has are on (ABAC).")
    basic_auth: bool | None = prop(
        "A name and a password sign in to it; null where Google does not say."
    )
    client_certificate: bool | None = prop(
        "A certificate signs in to it; null where Google does not say."
    )
    network_policies: bool = prop("Policies on the traffic between its pods are enforced.")
    is_vpc_native: bool = prop("Its pods have addresses of the network.")
    intranode_visibility: bool = prop("Traffic within a node is seen by the network too.")
    shielded_nodes: bool = prop("Nodes prove what they are before they join.")
    is_confidential: bool = prop("Its nodes' memory is encrypted.")
    workload_pool: str | None = prop(
        "Where its workloads have identities of their own; null where they act as their nodes."
    )
    secrets_encrypted: bool = prop("Its secrets are encrypted with a key of Cloud KMS, too.")
    binary_authorization: str | None = prop(
        "Whether images must be attested: `PROJECT_SINGLETON_POLICY_ENFORCE`; null where not."
    )
    security_posture: str | None = prop("`BASIC` or `ENTERPRISE`; null where it is off.")
    dashboard: bool | None = prop("The Kubernetes dashboard is on; null where it does not say.")
    logging: str | None = prop("What takes its logs: `none`, `logging.googleapis.com/kubernetes`.")
    logged_components: list[str] = prop("Whose logs are kept: `SYSTEM_COMPONENTS`, `WORKLOADS`.")
    monitoring: str | None = prop("What takes its metrics; `none` where nothing does.")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that its nodes are in.")
    subnetwork: Ref[GcpSubnetwork] | None = edge("IN_SUBNET", "Subnetwork that its nodes are in.")
    secrets_key: Ref[GcpCryptoKey] | None = edge("ENCRYPTED_BY", "Key of its secrets.")
    new_nodes_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account of the nodes that it makes by itself."
    )
    known_as: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "The issuer that it is to those who trust its tokens."
    )


def fetch(gcp: Gcp) -> Records[GcpGkeCluster]:
    """Yield the project's clusters."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpGkeCluster:
    """Make the record of one cluster."""
    said = data(item)
    shared = common(gcp, item)
    shared["tags"] = labels(said.get("resourceLabels"))
    within = f"regions/{shared['region']}/subnetworks"
    network = dig(said, "networkConfig.network") or said.get("network")
    subnetwork = dig(said, "networkConfig.subnetwork") or said.get("subnetwork")
    key = text(dig(said, "databaseEncryption.keyName"))
    return GcpGkeCluster(
        **shared,
        **_reached(said),
        **_signed_in_to(said),
        **_guarded(said),
        **_watched(said),
        cluster_id=text(said.get("id")),
        location=shared["zone"] or shared["region"],
        status=text(said.get("status")),
        version=text(said.get("currentMasterVersion")),
        release_channel=_chosen(dig(said, "releaseChannel.channel")),
        is_autopilot=_is_on(said, "autopilot.enabled"),
        is_alpha=_is_on(said, "enableKubernetesAlpha"),
        is_vpc_native=_is_on(said, "ipAllocationPolicy.useIpAliases"),
        network=ref(gcp, network, within="global/networks"),
        subnetwork=ref(gcp, subnetwork, within=within),
        secrets_key=kms_ref(gcp, key),
        new_nodes_account=_new_nodes_account(gcp, said),
        known_as=identity_ref(_issuer(shared["full_name"])),
    )


def _issuer(full_name: str) -> str | None:
    """Return the issuer of a cluster's tokens: its own name, by its location of whatever kind."""
    host, mark, path = full_name.removeprefix("//").partition("/projects/")
    return f"{host}/v1{mark}{WHERE.sub('/locations/', path, count=1)}" if mark else None


class _Reached(TypedDict):
    has_private_nodes: bool
    is_endpoint_public: bool
    limits_endpoint: bool
    authorized_networks: list[str]


def _reached(said: Json) -> _Reached:
    """Return from where its control plane and nodes are reached: newer clusters say it apart."""
    older: Json = dig(said, "privateClusterConfig") or {}
    newer: Json = dig(said, "controlPlaneEndpointsConfig.ipEndpointsConfig") or {}
    limits: Json = (
        dig(newer, "authorizedNetworksConfig") or dig(said, "masterAuthorizedNetworksConfig") or {}
    )
    public = not _is_on(older, "enablePrivateEndpoint")
    blocks = (text(entry.get("cidrBlock")) for entry in entries(limits, "cidrBlocks"))
    return {
        "has_private_nodes": _is_on(older, "enablePrivateNodes")
        or _is_on(said, "networkConfig.defaultEnablePrivateNodes"),
        "is_endpoint_public": (
            _is_on(newer, "enabled") and _is_on(newer, "enablePublicEndpoint") if newer else public
        ),
        "limits_endpoint": _is_on(limits, "enabled"),
        "authorized_networks": [block for block in blocks if block],
    }


class _SignedInTo(TypedDict):
    legacy_abac: bool
    basic_auth: bool | None
    client_certificate: bool | None


def _signed_in_to(said: Json) -> _SignedInTo:
    """Return by which ways it is signed in to that are not Google's accounts."""
    ways = said.get("masterAuth")
    is_said = isinstance(ways, Mapping)
    return {
        "legacy_abac": _is_on(said, "legacyAbac.enabled"),
        "basic_auth": bool(text(dig(ways, "username"))) if is_said else None,
        "client_certificate": (
            bool(text(dig(ways, "clientCertificate")))
            or _is_on(ways, "clientCertificateConfig.issueClientCertificate")
            if is_said
            else None
        ),
    }


class _Guarded(TypedDict):
    network_policies: bool
    intranode_visibility: bool
    shielded_nodes: bool
    is_confidential: bool
    workload_pool: str | None
    secrets_encrypted: bool
    binary_authorization: str | None
    security_posture: str | None


def _guarded(said: Json) -> _Guarded:
    """Return what stands between its workloads, its nodes and its secrets."""
    pool: Json = dig(said, "workloadIdentityConfig") or {}
    binary = _chosen(dig(said, "binaryAuthorization.evaluationMode"))
    if binary is None and _is_on(said, "binaryAuthorization.enabled"):
        binary = "PROJECT_SINGLETON_POLICY_ENFORCE"  # what the switch before the mode stood for
    return {
        "network_policies": _is_on(said, "networkPolicy.enabled")
        or dig(said, "networkConfig.datapathProvider") == DATAPLANE_V2,
        "intranode_visibility": _is_on(said, "networkConfig.enableIntraNodeVisibility"),
        "shielded_nodes": _is_on(said, "shieldedNodes.enabled"),
        "is_confidential": _is_on(said, "confidentialNodes.enabled"),
        "workload_pool": text(pool.get("workloadPool")) or text(pool.get("identityNamespace")),
        "secrets_encrypted": dig(said, "databaseEncryption.state") == "ENCRYPTED",
        "binary_authorization": binary,
        "security_posture": _chosen(dig(said, "securityPostureConfig.mode")),
    }


class _Watched(TypedDict):
    dashboard: bool | None
    logging: str | None
    logged_components: list[str]
    monitoring: str | None


def _watched(said: Json) -> _Watched:
    """Return what is seen of it."""
    dashboard = dig(said, "addonsConfig.kubernetesDashboard")
    return {
        "dashboard": None if dashboard is None else not _is_on(dashboard, "disabled"),
        "logging": text(said.get("loggingService")),
        "logged_components": texts(
            dig(said, "loggingConfig.componentConfig") or {}, "enableComponents"
        ),
        "monitoring": text(said.get("monitoringService")),
    }


def _is_on(said: Any, path: str) -> bool:
    return flag(dig(said, path)) is True


def _chosen(said: Any) -> str | None:
    """Return a choice, None where it is none or off."""
    return None if not isinstance(said, str) or UNSPECIFIED.search(said) else said


def _new_nodes_account(gcp: Gcp, said: Json) -> Ref[Any] | None:
    made: Any = dig(said, "autoscaling.autoprovisioningNodePoolDefaults")
    if not isinstance(made, Mapping):
        return None
    return service_account_ref(gcp, acting_account(gcp, made.get("serviceAccount")))
