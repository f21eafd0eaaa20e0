"""The project, what stands above it, its service accounts, and what no type describes."""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import (
    COMPUTE,
    CRANE,
    DEFAULT_ACCOUNT,
    FOLDER,
    IDLE,
    MADE,
    MANAGER,
    NUMBER,
    ORGANIZATION,
    OTHER_FOLDER,
    PROJECT,
    Data,
    asset,
    binding,
    policy,
)


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
