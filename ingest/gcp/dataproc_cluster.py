"""Clusters of Dataproc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.gcp.compute_account import acting_account, is_made_by_google
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    flag,
    kms_ref,
    ref,
    service_account_ref,
    text,
    texts,
)
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.gcp.storage_bucket import GcpStorageBucket
    from ingest.gcp.subnetwork import GcpSubnetwork


class GcpDataprocCluster(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="dataproc.googleapis.com/Cluster",
    lists="cloudasset.assets.listResource",
    redact=(
        "data.config.gceClusterConfig.metadata.*",
        "data.config.softwareConfig.properties.*",
    ),
    incarnation="cluster_id",
):
    """A cluster of Dataproc: machines that run Spark and Hadoop."""

    cluster_id: str | None = prop("Id that no later cluster of its name has.")
    state: str | None = prop("`RUNNING`, `STOPPED`, `ERROR`, ...")
    image: str | None = prop("Version of its software: `2.2-debian12`.")
    internal_only: bool = prop("Its machines have no addresses of the internet.")
    network_tags: list[str] = prop("Tags by which firewall rules and routes mean its machines.")
    scopes: list[str] = prop("What its machines' tokens are good for.")
    secure_boot: bool | None = prop(
        "Its machines start only what is signed; null where it does not say."
    )
    is_confidential: bool = prop("Its machines' memory is encrypted.")
    kerberos: bool = prop("Who uses it is asked who they are, by Kerberos.")
    web_interfaces: bool = prop("Google's gateway leads to the web pages of its software.")
    uses_default_account: bool | None = prop(
        "Its machines act with the account that Compute Engine makes for a project."
    )
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that its machines act with."
    )
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that its machines are in.")
    subnetwork: Ref[GcpSubnetwork] | None = edge(
        "IN_SUBNET", "Subnetwork that its machines are in."
    )
    bucket: Ref[GcpStorageBucket] | None = edge(
        "STORED_IN", "Bucket of what its jobs are given and of what they write."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its machines' disks, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpDataprocCluster]:
    """Yield the project's clusters."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpDataprocCluster:
    """Make the record of one cluster."""
    said = data(item)
    config: Json = dig(said, "config") or {}
    machines: Json = dig(config, "gceClusterConfig") or {}
    keys: Json = dig(config, "encryptionConfig") or {}
    email = acting_account(gcp, machines.get("serviceAccount"))
    shared = common(gcp, item)
    shared["zone"] = last(machines.get("zoneUri"))
    bucket = text(config.get("configBucket"))
    return GcpDataprocCluster(
        **shared,
        **governed(gcp, item),
        cluster_id=text(said.get("clusterUuid")),
        state=text(dig(said, "status.state")),
        image=text(dig(config, "softwareConfig.imageVersion")),
        internal_only=flag(machines.get("internalIpOnly")) is True,
        network_tags=texts(machines, "tags"),
        scopes=texts(machines, "serviceAccountScopes"),
        secure_boot=flag(dig(machines, "shieldedInstanceConfig.enableSecureBoot")),
        is_confidential=_is_on(machines, "confidentialInstanceConfig.enableConfidentialCompute"),
        kerberos=_is_on(config, "securityConfig.kerberosConfig.enableKerberos"),
        web_interfaces=_is_on(config, "endpointConfig.enableHttpPortAccess"),
        uses_default_account=is_made_by_google(email),
        service_account=service_account_ref(gcp, email),
        network=ref(gcp, machines.get("networkUri"), within="global/networks"),
        subnetwork=ref(
            gcp, machines.get("subnetworkUri"), within=f"regions/{shared['region']}/subnetworks"
        ),
        bucket=ref(gcp, f"//storage.googleapis.com/{bucket}") if bucket else None,
        encryption_key=kms_ref(gcp, text(keys.get("gcePdKmsKeyName")) or keys.get("kmsKey")),
    )


def _is_on(said: Any, path: str) -> bool:
    return flag(dig(said, path)) is True
