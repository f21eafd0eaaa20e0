"""The project's instances and disks: sound ones, and not."""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import COMPUTE, CRANE, DEFAULT_ACCOUNT, KEY, MADE, Data, asset


def disks() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def disk(name: str, more: Data) -> dict[str, Any]:
        path = f"zones/europe-west1-b/disks/{name}"
        return asset(
            f"//{kind}/projects/harbour-prod/{path}", f"{kind}/Disk",
            {"creationTimestamp": MADE, "id": f"60{len(name)}", "name": name, "sizeGb": "10",
             "physicalBlockSizeBytes": "4096", "selfLink": f"{COMPUTE}/{path}", "status": "READY",
             "sourceImage": "https://www.googleapis.com/compute/v1/projects/debian-cloud/global/"
                            "images/debian-12-bookworm-v20260101",
             "type": f"{COMPUTE}/zones/europe-west1-b/diskTypes/pd-ssd",
             "zone": f"{COMPUTE}/zones/europe-west1-b", **more},
            location="europe-west1-b",
        )  # fmt: skip

    return [
        disk("crane-1", {
            "users": [f"{COMPUTE}/zones/europe-west1-b/instances/crane-1"],
            "diskEncryptionKey": {"kmsKeyName": f"{KEY}/cryptoKeyVersions/1"},
            "resourcePolicies": [f"{COMPUTE}/regions/europe-west1/resourcePolicies/daily"],
        }),
        disk("old-1", {"user": [f"{COMPUTE}/zones/europe-west1-b/instances/old-1"]}),
        disk("left-over", {"diskEncryptionKey": {"sha256": "uOeQ=="}}),
    ]  # fmt: skip


def instances() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def instance(name: str, more: Data) -> dict[str, Any]:
        path = f"zones/europe-west1-b/instances/{name}"
        return asset(
            f"//{kind}/projects/harbour-prod/{path}", f"{kind}/Instance",
            {"canIpForward": False, "cpuPlatform": "Intel Haswell", "creationTimestamp": MADE,
             "deletionProtection": False, "id": f"70{len(name)}", "name": name,
             "machineType": f"{COMPUTE}/zones/europe-west1-b/machineTypes/e2-medium",
             "scheduling": {"automaticRestart": True, "onHostMaintenance": "MIGRATE",
                            "preemptible": False},
             "selfLink": f"{COMPUTE}/{path}", "startRestricted": False, "status": "RUNNING",
             "zone": f"{COMPUTE}/zones/europe-west1-b", **more},
            location="europe-west1-b",
        )  # fmt: skip

    return [
        instance("crane-1", {
            "deletionProtection": True, "labels": {"team": "quay"}, "tags": {"items": ["quay"]},
            "confidentialInstanceConfig": {"enableConfidentialCompute": True},
            "shieldedInstanceConfig": {"enableSecureBoot": True, "enableVtpm": True,
                                       "enableIntegrityMonitoring": True},
            "metadata": {"fingerprint": "x", "kind": "compute#metadata", "items": [
                {"key": "block-project-ssh-keys", "value": "true"},
                {"key": "enable-oslogin", "value": "TRUE"},
                {"key": "startup-script", "value": "export TOKEN=not-for-the-graph"},
            ]},
            "disks": [
                {"autoDelete": True, "boot": True, "deviceName": "boot", "index": 0,
                 "mode": "READ_WRITE", "type": "PERSISTENT",
                 "source": f"{COMPUTE}/zones/europe-west1-b/disks/crane-1"},
                {"deviceName": "scratch", "index": 1, "type": "SCRATCH"},
            ],
            "networkInterfaces": [{
                "name": "nic0", "networkIP": "10.140.0.3",
                "network": f"{COMPUTE}/global/networks/quay",
                "subnetwork": f"{COMPUTE}/regions/europe-west1/subnetworks/berths"}],
            "serviceAccounts": [{"email": CRANE, "scopes": [
                "https://www.googleapis.com/auth/devstorage.read_only"]}],
        }),
        instance("old-1", {
            "canIpForward": True, "tags": {"fingerprint": "L", "tag": ["dataflow"]},
            "metadata": {"items": [{"key": "serial-port-enable", "value": "1"}]},
            "disk": [{"autoDelete": True, "boot": True, "index": 0, "type": "PERSISTENT",
                      "source": f"{COMPUTE}/zones/europe-west1-b/disks/old-1"}],
            "networkInterface": [{
                "name": "nic0", "ipAddress": "10.128.0.3",
                "accessConfigs": [{"externalIp": "203.0.113.29", "type": "ONE_TO_ONE_NAT"}],
                "network": f"{COMPUTE}/global/networks/default",
                "subnetwork": f"{COMPUTE}/regions/europe-west1/subnetworks/default"}],
            "serviceAccount": [{"email": DEFAULT_ACCOUNT, "scope": [
                "https://www.googleapis.com/auth/cloud-platform"]}],
        }),
    ]  # fmt: skip
