"""A project's assets in the shapes that Cloud Asset Inventory lists them in: sound ones, and not.

Some are as it lists them now, some as older ones still are (fields in the singular). Of each kind
there is what a company would want and what it would not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server.demo.gcp.estate import network, outside

PROJECT, NUMBER = "harbour-prod", "402113377001"
FOLDER, ORGANIZATION = "folders/550001112223", "organizations/770001112223"
OTHER_FOLDER = "folders/550009990000"
ANCESTORS = (f"projects/{NUMBER}", FOLDER, ORGANIZATION)
NUMBERS = {PROJECT: NUMBER}
MANAGER = "//cloudresourcemanager.googleapis.com"
COMPUTE = "https://www.googleapis.com/compute/v1/projects/harbour-prod"
DEFAULT_ACCOUNT = f"{NUMBER}-compute@developer.gserviceaccount.com"
CRANE = "crane@harbour-prod.iam.gserviceaccount.com"
IDLE = "idle@harbour-prod.iam.gserviceaccount.com"
RING = "projects/harbour-prod/locations/europe-west1/keyRings/quay"
KEY = f"{RING}/cryptoKeys/manifests"
MADE = "2025-02-03T04:05:06.123-08:00"
UPDATED = "2026-01-02T03:04:05.678901Z"

Data = Mapping[str, Any]


def asset(
    name: str,
    type_: str,
    data: Data | None,
    *,
    location: str = "",
    parent: str = f"{MANAGER}/projects/{NUMBER}",
    policy: Data | None = None,
    ancestors: Sequence[str] = ANCESTORS,
) -> dict[str, Any]:
    """Return one asset; without data, as it is listed where its service says nothing."""
    found: dict[str, Any] = {
        "name": name, "assetType": type_, "updateTime": UPDATED, "ancestors": [*ancestors],
    }  # fmt: skip
    if data is not None:
        found["resource"] = {
            "version": "v1", "discoveryName": type_.rsplit("/", 1)[-1], "parent": parent,
            "data": data, "location": location,
        }  # fmt: skip
    if policy is not None:
        found["iamPolicy"] = policy
    return found


def binding(role: str, *members: str, condition: str = "") -> dict[str, Any]:
    said = {"title": condition, "expression": "request.time < timestamp('2027-01-01T00:00:00Z')"}
    return {"role": role, "members": [*members]} | ({"condition": said} if condition else {})


def policy(*bindings: Data, audit: Sequence[Data] = ()) -> dict[str, Any]:
    return {"version": 1, "etag": "BwWKImhngxs=", "bindings": [*bindings], "auditConfigs": [*audit]}


def estate() -> list[dict[str, Any]]:
    """Return all assets of the project, and what stands above it."""
    from server.demo.gcp.estate import governance  # noqa: PLC0415 - it takes its means from here
    from server.demo.gcp.estate.data import data  # noqa: PLC0415 - it takes its words from here

    return [
        *above(), *project(), *accounts(), *keys(), *buckets(), *networks(), *rules(), *disks(),
        *instances(), *others(),
        *data(), *governance.assets(),
        *network.add(asset, policy, binding), *outside.add(asset),
    ]  # fmt: skip


def above() -> list[dict[str, Any]]:
    kind = "cloudresourcemanager.googleapis.com"
    return [
        asset(
            f"{MANAGER}/{ORGANIZATION}", f"{kind}/Organization",
            {"creationTime": "2019-09-09T19:34:18.591Z", "displayName": "harbour.example",
             "lifecycleState": "ACTIVE", "name": ORGANIZATION,
             "owner": {"directoryCustomerId": "C0harbour"}},
            parent="", ancestors=[ORGANIZATION],
            policy=policy(
                binding("roles/resourcemanager.organizationAdmin", "group:admins@harbour.example"),
                audit=[{"service": "allServices", "auditLogConfigs": [{"logType": "ADMIN_READ"}]}],
            ),
        ),
        *(
            asset(
                f"{MANAGER}/{folder}", f"{kind}/Folder",
                {"createTime": "2020-02-09T22:02:07.769Z", "displayName": name,
                 "lifecycleState": "ACTIVE", "name": folder, "parent": ORGANIZATION},
                parent=f"{MANAGER}/{ORGANIZATION}", ancestors=[folder, ORGANIZATION],
                policy=policy(binding("roles/viewer", f"serviceAccount:{CRANE}")),
            )
            for folder, name in ((FOLDER, "Production"), (OTHER_FOLDER, "Trials"))
        ),
    ]  # fmt: skip


def project() -> list[dict[str, Any]]:
    return [
        asset(
            f"{MANAGER}/projects/{NUMBER}", "cloudresourcemanager.googleapis.com/Project",
            {"createTime": "2021-07-12T17:50:40.895Z", "labels": {"env": "prod"},
             "lifecycleState": "ACTIVE", "name": "Harbour production",
             "parent": {"id": FOLDER.split("/")[1], "type": "folder"}, "projectId": PROJECT,
             "projectNumber": NUMBER},
            parent=f"{MANAGER}/{FOLDER}",
            policy=policy(
                binding("roles/owner", "user:ops@harbour.example", f"serviceAccount:{CRANE}"),
                binding("roles/editor", f"serviceAccount:{CRANE}",
                        f"serviceAccount:{NUMBER}@cloudservices.gserviceaccount.com"),
                binding("roles/iam.serviceAccountUser", "user:ops@harbour.example",
                        condition="until 2027"),
                binding("roles/viewer",
                        f"deleted:serviceAccount:{IDLE}?uid=109000000000000000009",
                        "user:auditor@accounts.example"),
                audit=[
                    {"service": "allServices", "auditLogConfigs": [
                        {"logType": "ADMIN_READ"},
                        {"logType": "DATA_READ", "exemptedMembers": ["user:ops@harbour.example"]},
                    ]},
                ],
            ),
        ),
        asset(
            "//compute.googleapis.com/projects/harbour-prod", "compute.googleapis.com/Project",
            {"commonInstanceMetadata": {"fingerprint": "ABC", "kind": "compute#metadata", "items": [
                {"key": "enable-oslogin", "value": "TRUE"},
                {"key": "ssh-keys", "value": "ops:ssh-ed25519 AAAA ops"},
             ]}, "creationTimestamp": MADE, "defaultServiceAccount": DEFAULT_ACCOUNT,
             "id": "1051", "name": PROJECT, "selfLink": COMPUTE,
             "quotas": [{"limit": 1000.0, "metric": "SNAPSHOTS", "usage": 0.0}]},
            location="global",
        ),
    ]  # fmt: skip


def accounts() -> list[dict[str, Any]]:
    kind = "iam.googleapis.com"

    def account(email: str, id_: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/harbour-prod/serviceAccounts/{id_}", f"{kind}/ServiceAccount",
            {"email": email, "name": f"projects/harbour-prod/serviceAccounts/{email}",
             "projectId": PROJECT, "uniqueId": id_, "oauth2ClientId": id_, "etag": "MDEw", **more},
            location="global", **others,
        )  # fmt: skip

    return [
        account(DEFAULT_ACCOUNT, "101000000000000000001",
                {"displayName": "Compute Engine default service account"}),
        account(CRANE, "101000000000000000002", {"displayName": "Crane", "description": "lifts"},
                policy=policy(
                    binding("roles/iam.serviceAccountTokenCreator", "user:ops@harbour.example"))),
        account(IDLE, "101000000000000000003", {"disabled": True}),
        asset(
            f"//{kind}/projects/harbour-prod/serviceAccounts/101000000000000000002/keys/5555abc",
            f"{kind}/ServiceAccountKey",
            {"keyAlgorithm": "KEY_ALG_RSA_2048", "keyOrigin": "GOOGLE_PROVIDED",
             "keyType": "USER_MANAGED",
             "name": f"projects/harbour-prod/serviceAccounts/{CRANE}/keys/5555abc",
             "validAfterTime": "2024-01-19T04:15:47Z", "validBeforeTime": "9999-12-31T23:59:59Z"},
            parent=f"//{kind}/projects/harbour-prod/serviceAccounts/101000000000000000002",
        ),
    ]  # fmt: skip


def keys() -> list[dict[str, Any]]:
    kind = "cloudkms.googleapis.com"

    def key(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//{kind}/{RING}/cryptoKeys/{name}", f"{kind}/CryptoKey",
            {"createTime": "2024-05-15T17:28:36.650275024Z", "name": f"{RING}/cryptoKeys/{name}",
             "purpose": "ENCRYPT_DECRYPT",
             "primary": {"algorithm": "GOOGLE_SYMMETRIC_ENCRYPTION", "protectionLevel": "SOFTWARE",
                         "createTime": "2024-05-15T17:28:36.650275024Z", "state": "ENABLED",
                         "name": f"{RING}/cryptoKeys/{name}/cryptoKeyVersions/1"},
             "versionTemplate": {"algorithm": "GOOGLE_SYMMETRIC_ENCRYPTION",
                                 "protectionLevel": "SOFTWARE"}, **more},
            location="europe-west1", parent=f"//{kind}/{RING}", **others,
        )  # fmt: skip

    return [
        asset(f"//{kind}/{RING}", f"{kind}/KeyRing",
              {"createTime": "2024-05-15T17:28:07.536176643Z", "name": RING},
              location="europe-west1",
              policy=policy(binding("roles/cloudkms.admin", "user:ops@harbour.example"))),
        key("manifests", {"rotationPeriod": "7776000s", "nextRotationTime": "2026-08-14T05:00:00Z",
                          "destroyScheduledDuration": "2592000s"},
            policy=policy(binding("roles/cloudkms.cryptoKeyEncrypterDecrypter",
                                  f"serviceAccount:{CRANE}"))),
        key("open", {}, policy=policy(
            binding("roles/cloudkms.cryptoKeyDecrypter", "allAuthenticatedUsers"))),
    ]  # fmt: skip


def buckets() -> list[dict[str, Any]]:
    def bucket(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//storage.googleapis.com/{name}", "storage.googleapis.com/Bucket",
            {"acl": [], "billing": {}, "cors": [], "defaultObjectAcl": [], "encryption": {},
             "id": name, "kind": "storage#bucket", "lifecycle": {"rule": []}, "logging": {},
             "metageneration": 5, "name": name, "projectNumber": int(NUMBER), "retentionPolicy": {},
             "selfLink": f"https://www.googleapis.com/storage/v1/b/{name}",
             "storageClass": "STANDARD", "timeCreated": "2024-02-03T19:37:57.659Z",
             "versioning": {}, "website": {}, **more},
            **others,
        )  # fmt: skip

    return [
        bucket("harbour-manifests", {
            "iamConfiguration": {
                "bucketPolicyOnly": {"enabled": True},
                "uniformBucketLevelAccess": {
                    "enabled": True, "lockedTime": "2026-08-13T15:22:00.617Z"},
                "publicAccessPrevention": "enforced"},
            "labels": {"team": "quay"}, "location": "EUROPE-WEST1", "locationType": "region",
            "encryption": {"defaultKmsKeyName": KEY}, "versioning": {"enabled": True},
            "logging": {"logBucket": "harbour-logs", "logObjectPrefix": "manifests"},
            "retentionPolicy": {"retentionPeriod": "604800", "isLocked": True,
                                "effectiveTime": "2024-02-03T19:37:57.659Z"},
            "softDeletePolicy": {"retentionDurationSeconds": "604800"},
            "lifecycle": {"rule": [{"action": {"type": "Delete"}, "condition": {"age": 400}}]},
        }, location="europe-west1",
            policy=policy(binding("roles/storage.objectViewer", f"serviceAccount:{CRANE}"))),
        bucket("harbour-logs", {"location": "EU", "locationType": "multi-region",
                                "iamConfiguration": {"bucketPolicyOnly": {"enabled": None}}},
               location="eu"),
        bucket("harbour-brochure", {
            "location": "US", "locationType": "multi-region",
            "iamConfiguration": {"uniformBucketLevelAccess": {"enabled": False},
                                 "publicAccessPrevention": "unspecified"},
            "acl": [{"entity": "allUsers", "role": "READER"}],
            "website": {"mainPageSuffix": "index.html"},
        }, location="us", policy=policy(
            binding("roles/storage.objectViewer", "allUsers", "user:ops@harbour.example"))),
    ]  # fmt: skip


def networks() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def network(name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/harbour-prod/global/networks/{name}", f"{kind}/Network",
            {"creationTimestamp": MADE, "id": f"30{len(name)}", "name": name,
             "selfLink": f"{COMPUTE}/global/networks/{name}", **more},
            location="global",
        )  # fmt: skip

    def subnetwork(name: str, network: str, more: Data) -> dict[str, Any]:
        path = f"regions/europe-west1/subnetworks/{name}"
        return asset(
            f"//{kind}/projects/harbour-prod/{path}", f"{kind}/Subnetwork",
            {"creationTimestamp": MADE, "id": f"40{len(name)}", "name": name,
             "fingerprint": "gHOs7GmZw+Q=", "gatewayAddress": "10.140.0.1",
             "ipCidrRange": "10.140.0.0/20", "network": f"{COMPUTE}/global/networks/{network}",
             "region": f"{COMPUTE}/regions/europe-west1", "selfLink": f"{COMPUTE}/{path}", **more},
            location="europe-west1",
        )  # fmt: skip

    return [
        network("quay", {
            "autoCreateSubnetworks": False, "routingConfig": {"routingMode": "GLOBAL"},
            "mtu": 1460, "networkFirewallPolicyEnforcementOrder": "AFTER_CLASSIC_FIREWALL",
            "subnetworks": [f"{COMPUTE}/regions/europe-west1/subnetworks/berths"],
            "peerings": [
                {"name": "to-hub", "state": "ACTIVE", "exchangeSubnetRoutes": True,
                 "network": f"{COMPUTE}/global/networks/default"},
                {"name": "to-partner", "state": "INACTIVE", "network":
                 "https://www.googleapis.com/compute/v1/projects/partner/global/networks/main"},
            ],
        }),
        network("default", {"autoCreateSubnetworks": True,
                            "subnetwork": [f"{COMPUTE}/regions/europe-west1/subnetworks/default"]}),
        network("ancient", {"IPv4Range": "10.240.0.0/16", "gatewayIPv4": "10.240.0.1"}),
        subnetwork("berths", "quay", {
            "purpose": "PRIVATE", "privateIpGoogleAccess": True, "stackType": "IPV4_ONLY",
            "enableFlowLogs": True,
            "logConfig": {"enable": True, "aggregationInterval": "INTERVAL_5_SEC",
                          "flowSampling": 1, "metadata": "INCLUDE_ALL_METADATA"},
            "secondaryIpRanges": [{"rangeName": "pods", "ipCidrRange": "10.4.0.0/14"}],
        }),
        subnetwork("default", "default", {"privateIpGoogleAccess": False}),
    ]  # fmt: skip


def rules() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def rule(name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/harbour-prod/global/firewalls/{name}", f"{kind}/Firewall",
            {"creationTimestamp": MADE, "description": "", "direction": "INGRESS",
             "disabled": False, "id": f"50{len(name)}", "logConfig": {"enable": False},
             "name": name, "network": f"{COMPUTE}/global/networks/quay", "priority": 1000,
             "selfLink": f"{COMPUTE}/global/firewalls/{name}", **more},
            location="global",
        )  # fmt: skip

    return [
        rule("within", {
            "allowed": [{"IPProtocol": "tcp", "ports": ["443", "8000-8080"]},
                        {"IPProtocol": "icmp"}],
            "sourceRanges": ["10.140.0.0/20"], "targetTags": ["quay"],
            "logConfig": {"enable": True, "metadata": "INCLUDE_ALL_METADATA"},
        }),
        rule("open-ssh", {
            "allowed": [{"IPProtocol": "tcp", "ipProtocol": "tcp", "port": ["22"]}],
            "sourceRange": ["0.0.0.0/0"], "targetServiceAccount": [CRANE], "priority": 200,
        }),
        rule("from-crane", {"allowed": [{"IPProtocol": "all"}], "sourceServiceAccounts": [CRANE],
                            "targetServiceAccounts": [DEFAULT_ACCOUNT]}),
        rule("none-out", {"direction": "EGRESS", "denied": [{"IPProtocol": "17"}],
                          "destinationRanges": ["0.0.0.0/0"], "disabled": True}),
    ]  # fmt: skip


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


def others() -> list[dict[str, Any]]:
    """Return assets of types that have no declaration."""
    return [
        asset(
            "//notebooks.googleapis.com/projects/harbour-prod/locations/europe-west1-b/instances/log",
            "notebooks.googleapis.com/Instance",
            {"name": "log", "createTime": "2024-05-30T18:53:04+00:00", "bootDiskSizeGb": 100,
             "serviceAccount": CRANE},
            location="europe-west1-b",
        ),
        asset(
            "//run.googleapis.com/projects/harbour-prod/locations/europe-west1/jobs/tally",
            "run.googleapis.com/Job",
            {"metadata": {"name": "tally"}, "spec": {"template": {"spec": {"template": {"spec": {
                "containers": [{"env": [{"name": "DB", "value": "postgres://u:hush@db"}]}]}}}}}},
            location="europe-west1",
        ),
        asset(f"//cloudbilling.googleapis.com/projects/{NUMBER}/billingInfo",
              "cloudbilling.googleapis.com/ProjectBillingInfo", None),
    ]  # fmt: skip
