"""The project's keys and buckets: sound ones, and not."""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import CRANE, KEY, NUMBER, RING, Data, asset, binding, policy


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
