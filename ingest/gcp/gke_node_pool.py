"""Node pools of clusters of Google Kubernetes Engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from ingest.gcp.compute_account import acting_account, is_made_by_google
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    flag,
    kms_ref,
    labels,
    number,
    ref,
    service_account_ref,
    text,
    texts,
)
from ingest.gcp.metadata import switch
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.gke_cluster import GcpGkeCluster
    from ingest.gcp.service_account import GcpServiceAccount

# The older setting says the same in other words.
OLDER_MODES = {"SECURE": "SECURE", "EXPOSE": "GCE_METADATA", "GKE_METADATA_SERVER": "GKE_METADATA"}


class GcpGkeNodePool(
    GcpManaged,
    service="cloudasset",
    native="container.googleapis.com/NodePool",
    lists="cloudasset.assets.listResource",
    redact=("data.config.metadata.*",),
):
    """A node pool: nodes of a Kubernetes cluster that are made alike."""

    cluster_name: str | None = prop("Name of its cluster.")
    location: str = prop("Region or zone that its cluster is kept in, as its commands take it.")
    status: str | None = prop("`RUNNING`, `RECONCILING`, `ERROR`, ...")
    version: str | None = prop("Version of Kubernetes on its nodes.")
    machine_type: str | None = prop("Machine type: `e2-medium`.")
    image_type: str | None = prop("Image of its nodes: `COS_CONTAINERD`.")
    disk_size_gib: int | None = prop("Size of a node's disk in gibibytes.")
    auto_upgrade: bool = prop("Google brings its nodes to newer versions.")
    auto_repair: bool = prop("Nodes that fail are made anew.")
    secure_boot: bool = prop("Its nodes start only what is signed.")
    integrity_monitoring: bool = prop("How its nodes start is compared with how they did before.")
    metadata_mode: str | None = prop(
        "What pods see of a node's metadata: `GKE_METADATA` their own alone, `GCE_METADATA` all; "
        "`SECURE` is an older way to hide the node's credentials; null where it does not say."
    )
    legacy_endpoints: bool | None = prop(
        "Metadata is told without the header that forged requests lack; null where it does not say."
    )
    has_private_nodes: bool | None = prop(
        "Its nodes have no addresses of the internet; null where it leaves that to the cluster."
    )
    is_preemptible: bool = prop("Google may stop its nodes at any time.")
    is_confidential: bool | None = prop(
        "Its nodes' memory is encrypted; null where it leaves that to the cluster."
    )
    network_tags: list[str] = prop("Tags by which firewall rules and routes mean its nodes.")
    scopes: list[str] = prop("What its nodes' tokens are good for.")
    uses_default_account: bool | None = prop(
        "Its nodes act with the account that Compute Engine makes for a project."
    )
    cluster: Ref[GcpGkeCluster] | None = edge("IN_CLUSTER", "Cluster that it is part of.")
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that its nodes act with."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its nodes' disks, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpGkeNodePool]:
    """Yield the node pools of the project's clusters."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpGkeNodePool:
    """Make the record of one node pool."""
    said = data(item)
    config: Json = dig(said, "config") or {}
    email = acting_account(gcp, config.get("serviceAccount"))
    shared = common(gcp, item)
    shared["tags"] = labels(config.get("resourceLabels"))
    cluster = shared["full_name"].partition("/nodePools/")[0]
    return GcpGkeNodePool(
        **shared,
        **_made(config),
        cluster_name=last(cluster),
        location=shared["zone"] or shared["region"],
        status=text(said.get("status")),
        version=text(said.get("version")),
        auto_upgrade=flag(dig(said, "management.autoUpgrade")) is True,
        auto_repair=flag(dig(said, "management.autoRepair")) is True,
        metadata_mode=_metadata_mode(config),
        legacy_endpoints=_legacy_endpoints(config),
        has_private_nodes=flag(dig(said, "networkConfig.enablePrivateNodes")),
        uses_default_account=is_made_by_google(email),
        cluster=ref(gcp, cluster),
        service_account=service_account_ref(gcp, email),
        encryption_key=kms_ref(gcp, config.get("bootDiskKmsKey")),
    )


class _Made(TypedDict):
    machine_type: str | None
    image_type: str | None
    disk_size_gib: int | None
    secure_boot: bool
    integrity_monitoring: bool
    is_preemptible: bool
    is_confidential: bool | None
    network_tags: list[str]
    scopes: list[str]


def _made(config: Json) -> _Made:
    """Return how its nodes are made."""
    shielded: Json = dig(config, "shieldedInstanceConfig") or {}
    return {
        "machine_type": text(config.get("machineType")),
        "image_type": text(config.get("imageType")),
        "disk_size_gib": number(config.get("diskSizeGb")),
        "secure_boot": flag(shielded.get("enableSecureBoot")) is True,
        "integrity_monitoring": flag(shielded.get("enableIntegrityMonitoring")) is True,
        "is_preemptible": any(flag(config.get(name)) is True for name in ("preemptible", "spot")),
        "is_confidential": flag(dig(config, "confidentialNodes.enabled")),
        "network_tags": texts(config, "tags"),
        "scopes": texts(config, "oauthScopes"),
    }


def _metadata_mode(config: Json) -> str | None:
    said: Json = dig(config, "workloadMetadataConfig") or {}
    mode = text(said.get("mode"))
    if mode and mode != "MODE_UNSPECIFIED":
        return mode
    return OLDER_MODES.get(str(said.get("nodeMetadata")))


def _legacy_endpoints(config: Json) -> bool | None:
    disabled = switch(dig(config, "metadata"), "disable-legacy-endpoints")
    return None if disabled is None else not disabled
