"""Compute Engine instances."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ingest.gcp.firewall_rule import IPV4, IPV6, acting_as, tagged
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    either,
    entries,
    flag,
    ref,
    refs,
    service_account_ref,
    text,
    texts,
)
from ingest.gcp.metadata import read_metadata, switch
from ingest.gcp.names import last
from ingest.internet.public_address import address_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.disk import GcpDisk
    from ingest.gcp.instance_group_manager import GcpInstanceGroupManager
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.gcp.subnetwork import GcpSubnetwork
    from ingest.internet.public_address import PublicAddress

STARTUP = frozenset({
    "startup-script", "startup-script-url", "windows-startup-script-ps1",
    "windows-startup-script-cmd", "windows-startup-script-bat", "windows-startup-script-url",
})  # fmt: skip
SSH_KEYS = frozenset({"ssh-keys", "sshKeys"})
NODE = "goog-gke-node"
MANAGERS = "/instanceGroupManagers/"


class GcpComputeInstance(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="compute.googleapis.com/Instance",
    lists="cloudasset.assets.listResource",
    redact=("data.metadata.items.*.value", "data.metadata.item.*.value"),
    incarnation="instance_id",
):
    """A Compute Engine instance."""

    instance_id: str | None = prop("Number that no later instance of its name has.")
    status: str | None = prop("`RUNNING`, `TERMINATED`, `SUSPENDED`, ...")
    machine_type: str | None = prop("Machine type: `e2-medium`.")
    can_ip_forward: bool = prop("It may send packets under addresses that it does not have.")
    deletion_protection: bool = prop("It can't be deleted until that is taken off.")
    is_kubernetes_node: bool = prop("Kubernetes Engine made it, and sets it up as it needs it.")
    is_preemptible: bool = prop("Google may stop it at any time.")
    restarts_by_itself: bool | None = prop(
        "It is started again where its host fails; null where it does not say."
    )
    on_host_maintenance: str | None = prop("`MIGRATE` or `TERMINATE`.")
    network_tags: list[str] = prop("Tags by which firewall rules and routes mean it.")
    firewall_targets: list[str] = prop(
        "By what firewall rules mean it, as their `targets` say it: `tag web`, `account "
        "a@example.com`."
    )
    interfaces: int = prop("How many network interfaces it has.")
    has_external_access: bool = prop(
        "It has an external address, or gets one as soon as it is started."
    )
    external_addresses: list[str] = prop("Addresses by which it is reached from the internet.")
    internal_addresses: list[str] = prop("Addresses within its networks.")
    metadata_keys: list[str] | None = prop("Keys of its metadata; null where that is not said.")
    os_login: bool | None = prop(
        "It is signed in to with Google accounts; null where it leaves that to the project."
    )
    os_login_2fa: bool | None = prop(
        "That sign-in takes a second factor; null where it leaves that to the project."
    )
    blocks_project_keys: bool | None = prop(
        "The project's SSH keys are of no use for it; null where its metadata is not said."
    )
    serial_ports: bool | None = prop(
        "It takes connections to its serial ports; null where it leaves that to the project."
    )
    has_ssh_keys: bool | None = prop("It has SSH keys of its own.")
    has_startup_script: bool | None = prop("A script runs when it starts.")
    secure_boot: bool | None = prop("It starts only what is signed; null where it does not say.")
    vtpm: bool | None = prop("It has a virtual trusted platform module; null where not said.")
    integrity_monitoring: bool | None = prop(
        "How it starts is compared with how it started before; null where not said."
    )
    is_confidential: bool | None = prop("Its memory is encrypted.")
    scopes: list[str] = prop("What its service account's tokens are good for on it.")
    uses_default_account: bool | None = prop(
        "It acts with the account that Compute Engine makes for a project; null without any."
    )
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that it acts with."
    )
    networks: list[Ref[GcpNetwork]] = edge(
        "IN_NETWORK",
        "Networks that it is in.",
        props={
            "reached_over": "Families of addresses over which the internet reaches it there: "
            "`ipv4`, `ipv6`."
        },
    )
    subnetworks: list[Ref[GcpSubnetwork]] = edge("IN_SUBNET", "Subnetworks that it is in.")
    public_addresses: list[Ref[PublicAddress]] = edge(
        "HAS_ADDRESS", "Addresses by which it is reached from the internet."
    )
    group_manager: Ref[GcpInstanceGroupManager] | None = edge(
        "MANAGED_BY", "What made it after a template, and makes it anew."
    )
    disks: list[Ref[GcpDisk]] = edge(
        "USES_DISK",
        "Disks that are attached to it.",
        props={
            "is_boot": "It starts from it.",
            "is_auto_deleted": "The disk is deleted with the instance.",
        },
    )


def fetch(gcp: Gcp) -> Records[GcpComputeInstance]:
    """Yield the project's instances."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpComputeInstance:
    """Make the record of one instance."""
    said = data(item)
    metadata = read_metadata(said.get("metadata"))
    keys = None if metadata is None else metadata.keys()
    shielded: Json = either(said, "shieldedInstanceConfig", "shieldedVmConfig") or {}
    interfaces = entries(said, "networkInterfaces", "networkInterface")
    account = next(iter(entries(said, "serviceAccounts", "serviceAccount")), {})
    email = text(account.get("email"))
    tags = texts(dig(said, "tags") or {}, "items", "tag")
    return GcpComputeInstance(
        **common(gcp, item),
        **governed(gcp, item),
        instance_id=text(said.get("id")),
        status=text(said.get("status")),
        machine_type=last(said.get("machineType")),
        can_ip_forward=flag(said.get("canIpForward")) is True,
        deletion_protection=flag(said.get("deletionProtection")) is True,
        is_kubernetes_node=_is_kubernetes_node(said),
        is_preemptible=_is_preemptible(dig(said, "scheduling") or {}),
        restarts_by_itself=flag(dig(said, "scheduling.automaticRestart")),
        on_host_maintenance=text(dig(said, "scheduling.onHostMaintenance")),
        network_tags=tags,
        firewall_targets=[*tagged(tags), *acting_as([email] if email else [])],
        interfaces=len(interfaces),
        has_external_access=any(_ways(interface) for interface in interfaces),
        external_addresses=_external(interfaces),
        internal_addresses=_internal(interfaces),
        metadata_keys=None if keys is None else sorted(keys),
        os_login=switch(metadata, "enable-oslogin"),
        os_login_2fa=switch(metadata, "enable-oslogin-2fa"),
        blocks_project_keys=(
            None if keys is None else switch(metadata, "block-project-ssh-keys") or False
        ),
        serial_ports=switch(metadata, "serial-port-enable"),
        has_ssh_keys=None if keys is None else bool(SSH_KEYS & keys),
        has_startup_script=None if keys is None else bool(STARTUP & keys),
        secure_boot=flag(shielded.get("enableSecureBoot")),
        vtpm=flag(shielded.get("enableVtpm")),
        integrity_monitoring=flag(shielded.get("enableIntegrityMonitoring")),
        is_confidential=_is_confidential(dig(said, "confidentialInstanceConfig") or {}),
        scopes=texts(account, "scopes", "scope"),
        uses_default_account=_is_default(email),
        service_account=service_account_ref(gcp, email),
        networks=_networks(gcp, interfaces),
        subnetworks=refs(gcp, interfaces, "subnetwork"),
        public_addresses=address_refs(_external(interfaces)),
        group_manager=_group_manager(gcp, metadata or {}),
        disks=_disks(gcp, said),
    )


def _ways(interface: Json) -> list[Json]:
    """Return by which ways the internet reaches an interface; a stopped one has no address yet."""
    return [
        *entries(interface, "accessConfigs", "accessConfig"),
        *entries(interface, "ipv6AccessConfigs", "ipv6AccessConfig"),
    ]


def _external(interfaces: list[Json]) -> list[str]:
    found = (
        text(either(way, "natIP", "externalIp", "externalIpv6"))
        for interface in interfaces
        for way in _ways(interface)
    )
    return [address for address in found if address]


def _networks(gcp: Gcp, interfaces: list[Json]) -> list[Any]:
    found: dict[str, set[str]] = {}
    for interface in interfaces:
        uid = gcp.uid(interface.get("network"))
        if uid is not None:
            found.setdefault(uid, set()).update(
                IPV6 if ":" in address else IPV4 for address in _external([interface])
            )
    return [
        Ref(uid, {"reached_over": sorted(families)} if families else None)
        for uid, families in found.items()
    ]


def _internal(interfaces: list[Json]) -> list[str]:
    found = (
        text(address)
        for interface in interfaces
        for address in (
            either(interface, "networkIP", "ipAddress"),
            either(interface, "ipv6Address"),
        )
    )
    return [address for address in found if address]


def _is_confidential(said: Json) -> bool:
    """Tell it from how it was asked for when the instance was made: there is no other way to it."""
    kind = text(said.get("confidentialInstanceType")) or ""
    named = bool(kind) and not kind.endswith("UNSPECIFIED")
    return named or flag(said.get("enableConfidentialCompute")) is True


def _is_default(email: str | None) -> bool | None:
    return None if email is None else email.endswith("-compute@developer.gserviceaccount.com")


def _is_kubernetes_node(said: Json) -> bool:
    """Tell it from name and label together: anyone may set either."""
    return str(said.get("name")).startswith("gke-") and NODE in (said.get("labels") or {})


def _is_preemptible(scheduling: Json) -> bool:
    is_spot = scheduling.get("provisioningModel") == "SPOT"
    return is_spot or flag(scheduling.get("preemptible")) is True


def _group_manager(gcp: Gcp, metadata: Mapping[str, Any]) -> Ref[Any] | None:
    maker = metadata.get("created-by")
    return ref(gcp, maker) if isinstance(maker, str) and MANAGERS in maker else None


def _disks(gcp: Gcp, said: Json) -> list[Any]:
    found: dict[str, Ref[Any]] = {}
    for disk in entries(said, "disks", "disk"):
        attached = ref(gcp, disk.get("source"))
        if attached is None:  # a scratch disk is part of the host
            continue
        how = {
            "is_boot": flag(disk.get("boot")),
            "is_auto_deleted": flag(disk.get("autoDelete")),
        }
        found[attached.uid] = Ref(
            attached.uid, {name: value for name, value in how.items() if value is not None}
        )
    return list(found.values())
