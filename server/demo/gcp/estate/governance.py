"""What watches over a project: keys, roles, logs and alerts, and what services keep for programs.

In the shapes that Cloud Asset Inventory lists them in: of each kind a sound one, and another.
"""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import (
    CRANE,
    IDLE,
    KEY,
    MANAGER,
    NUMBER,
    ORGANIZATION,
    Data,
    asset,
    binding,
    policy,
)

PROJECT_PATH = "projects/harbour-prod"
ROUTES = (
    'resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.delete" '
    'OR protoPayload.methodName:"compute.routes.insert")'
)


def assets() -> list[dict[str, Any]]:
    return [
        *account_keys(), *roles(), *logs(), *alerts(), *api_keys(), *services(), *secrets(),
        *topics(), *above(),
    ]  # fmt: skip


def account_keys() -> list[dict[str, Any]]:
    """Return keys of accounts, named by the account's number as assets are."""
    kind = "iam.googleapis.com"

    def key(number: str, email: str, id_: str, more: Data) -> dict[str, Any]:
        account = f"//{kind}/{PROJECT_PATH}/serviceAccounts/{number}"
        return asset(
            f"{account}/keys/{id_}", f"{kind}/ServiceAccountKey",
            {"keyAlgorithm": "KEY_ALG_RSA_2048",
             "name": f"{PROJECT_PATH}/serviceAccounts/{email}/keys/{id_}", **more},
            parent=account,
        )  # fmt: skip

    return [
        key("101000000000000000002", CRANE, "a0a0",
            {"keyOrigin": "GOOGLE_PROVIDED", "keyType": "SYSTEM_MANAGED",
             "validAfterTime": "2026-01-05T04:15:47Z", "validBeforeTime": "2026-01-21T04:15:47Z"}),
        key("101000000000000000003", IDLE, "b1b1",
            {"keyOrigin": "USER_PROVIDED", "keyType": "USER_MANAGED", "disabled": True,
             "validAfterTime": "2026-01-05T04:15:47Z", "validBeforeTime": "2027-01-05T04:15:47Z"}),
    ]  # fmt: skip


def roles() -> list[dict[str, Any]]:
    def role(name: str, *permissions: str, **more: object) -> dict[str, Any]:
        return asset(
            f"//iam.googleapis.com/{PROJECT_PATH}/roles/{name}", "iam.googleapis.com/Role",
            {"name": f"{PROJECT_PATH}/roles/{name}", "title": name, "etag": "BwVPrIoF4pg=",
             "includedPermissions": [*permissions], **more},
        )  # fmt: skip

    return [
        role("tallyman", "storage.objects.list", "storage.objects.get", stage="GA",
             description="counts what comes in"),
        role("pilot", "iam.serviceAccounts.actAs", "compute.instances.create",
             "resourcemanager.projects.setIamPolicy"),
        role("cook", "storage.objects.get", stage="DEPRECATED", deleted=True),
    ]  # fmt: skip


def logs() -> list[dict[str, Any]]:
    kind = "logging.googleapis.com"

    def one(collection: str, type_: str, name: str, data: Data) -> dict[str, Any]:
        place = "global" if collection == "locations/global/buckets" else ""
        return asset(
            f"//{kind}/projects/{NUMBER}/{collection}/{name}", f"{kind}/{type_}", data,
            location=place,
        )  # fmt: skip

    def sink(name: str, destination: str, more: Data) -> dict[str, Any]:
        return one("sinks", "LogSink", name, {
            "name": name, "destination": destination, "createTime": "2024-05-15T17:28:36.650275Z",
            "writerIdentity": f"serviceAccount:{CRANE}", **more,
        })  # fmt: skip

    def bucket(name: str, more: Data) -> dict[str, Any]:
        return one("locations/global/buckets", "LogBucket", name, {
            "name": f"projects/{NUMBER}/locations/global/buckets/{name}",
            "lifecycleState": "ACTIVE", **more,
        })  # fmt: skip

    here = f"{kind}/{PROJECT_PATH}/locations/global/buckets"
    return [
        sink("everything", "storage.googleapis.com/harbour-logs", {}),
        sink("_Default", f"{here}/_Default", {
            "filter": 'NOT LOG_ID("cloudaudit.googleapis.com/activity") AND severity >= INFO'}),
        sink("_Required", f"{here}/_Required", {
            "filter": 'LOG_ID("cloudaudit.googleapis.com/activity")'}),
        sink("to-quay", f"pubsub.googleapis.com/{PROJECT_PATH}/topics/arrivals", {
            "disabled": True, "exclusions": [
                {"name": "debug", "filter": "severity=DEBUG"},
                {"name": "old", "filter": "severity=INFO", "disabled": True}]}),
        sink("within", f"{kind}/{PROJECT_PATH}", {"includeChildren": False}),
        bucket("_Required", {"retentionDays": 400, "locked": True, "description": "Audit bucket"}),
        bucket("_Default", {"retentionDays": 30, "description": "Default bucket"}),
        bucket("ledger", {
            "retentionDays": 3650, "locked": True, "analyticsEnabled": True,
            "restrictedFields": ["jsonPayload.captain"],
            "cmekSettings": {"kmsKeyName": KEY, "serviceAccountId": CRANE}}),
        one("metrics", "LogMetric", "routes", {
            "name": "routes", "filter": ROUTES, "createTime": "2024-05-15T17:28:36.650275024Z",
            "metricDescriptor": {"metricKind": "DELTA", "valueType": "INT64"}}),
        one("metrics", "LogMetric", "dock%2Fweights", {
            "name": "dock/weights", "disabled": True,
            "filter": 'resource.type=("gce_instance" OR "k8s_pod") -severity=DEBUG',
            "bucketName": f"{PROJECT_PATH}/locations/global/buckets/ledger",
            "metricDescriptor": {"metricKind": "DELTA", "valueType": "DISTRIBUTION"}}),
    ]  # fmt: skip


def alerts() -> list[dict[str, Any]]:
    kind = "monitoring.googleapis.com"

    def alert(id_: str, name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/{NUMBER}/alertPolicies/{id_}", f"{kind}/AlertPolicy",
            {"name": f"{PROJECT_PATH}/alertPolicies/{id_}", "displayName": name, "combiner": "OR",
             "creationRecord": {"mutateTime": "2024-05-15T17:28:36.650275024Z",
                                "mutatedBy": "ops@harbour.example"}, **more},
        )  # fmt: skip

    def channel(id_: str, type_: str, labels: Data, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/{NUMBER}/notificationChannels/{id_}", f"{kind}/NotificationChannel",
            {"name": f"{PROJECT_PATH}/notificationChannels/{id_}", "type": type_,
             "labels": labels, **more},
        )  # fmt: skip

    watched = 'metric.type="logging.googleapis.com/user/{}" AND resource.type="global"'
    return [
        alert("31", "Routes change", {
            "enabled": True, "severity": "WARNING", "userLabels": {"team": "quay"},
            "notificationChannels": [f"{PROJECT_PATH}/notificationChannels/71"],
            "conditions": [{
                "displayName": "any", "name": f"{PROJECT_PATH}/alertPolicies/31/conditions/1",
                "conditionThreshold": {"filter": watched.format("routes"), "duration": "0s",
                                       "comparison": "COMPARISON_GT"}}]}),
        alert("32", "Weights", {
            "enabled": False, "conditions": [
                {"displayName": "asked", "conditionMonitoringQueryLanguage": {
                    "query": "fetch global | metric 'logging.googleapis.com/user/dock/weights'"}},
                {"displayName": "seen", "conditionMatchedLog": {"filter": "severity>=ERROR"}}]}),
        channel("71", "email", {"email_address": "watch@harbour.example"},
                {"displayName": "Watch", "enabled": True, "userLabels": {"shift": "night"}}),
        channel("72", "sms", {"number": "+15555550100"},
                {"displayName": "Captain", "enabled": False, "verificationStatus": "UNVERIFIED"}),
        channel("73", "webhook_basicauth",
                {"url": "https://hook.harbour.example/?token=hush", "password": "hush"}, {}),
    ]  # fmt: skip


def api_keys() -> list[dict[str, Any]]:
    kind = "apikeys.googleapis.com"

    def key(id_: str, name: str, more: Data) -> dict[str, Any]:
        path = f"locations/global/keys/{id_}"
        return asset(
            f"//{kind}/projects/{NUMBER}/{path}", f"{kind}/Key",
            {"name": f"projects/{NUMBER}/{path}", "uid": id_, "displayName": name,
             "createTime": "2025-05-15T17:28:36.650275Z", **more},
        )  # fmt: skip

    return [
        key("c0ffee-1", "map on the page", {"restrictions": {
            "browserKeyRestrictions": {"allowedReferrers": ["https://harbour.example/*"]},
            "apiTargets": [{"service": "maps-backend.googleapis.com"}]}}),
        key("c0ffee-2", "", {}),
        key("c0ffee-3", "phones", {
            "deleteTime": "2026-01-01T17:28:36.650275Z", "restrictions": {
                "androidKeyRestrictions": {"allowedApplications": [
                    {"packageName": "example.harbour", "sha1Fingerprint": "AB"}]}}}),
    ]  # fmt: skip


def services() -> list[dict[str, Any]]:
    return [
        asset(f"//serviceusage.googleapis.com/projects/{NUMBER}/services/{name}",
              "serviceusage.googleapis.com/Service",
              {"name": name, "parent": f"projects/{NUMBER}", "state": state})
        for name, state in (
            ("cloudasset.googleapis.com", "ENABLED"), ("telnet.googleapis.com", "DISABLED"))
    ]  # fmt: skip


def secrets() -> list[dict[str, Any]]:
    kind = "secretmanager.googleapis.com"

    def secret(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/{NUMBER}/secrets/{name}", f"{kind}/Secret",
            {"name": f"projects/{NUMBER}/secrets/{name}", "etag": '"1"',
             "createTime": "2024-05-15T17:28:36.650275Z", **more},
            **others,
        )  # fmt: skip

    own = {"customerManagedEncryption": {"kmsKeyName": KEY}}
    return [
        secret("manifest-key", {
            "labels": {"team": "quay"}, "topics": [{"name": f"{PROJECT_PATH}/topics/arrivals"}],
            "rotation": {"rotationPeriod": "7776000s", "nextRotationTime": "2026-03-01T00:00:00Z"},
            "versionDestroyTtl": "86400s", "expireTime": "2028-01-01T00:00:00Z",
            "replication": {"userManaged": {"replicas": [
                {"location": "europe-west1", **own}, {"location": "europe-west4", **own}]}},
        }, policy=policy(
            binding("roles/secretmanager.secretAccessor", f"serviceAccount:{CRANE}"))),
        secret("gate-code", {"replication": {"automatic": {}}}, policy=policy(
            binding("roles/secretmanager.secretAccessor", "allUsers"))),
    ]  # fmt: skip


def topics() -> list[dict[str, Any]]:
    kind = "pubsub.googleapis.com"

    def topic(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//{kind}/{PROJECT_PATH}/topics/{name}", f"{kind}/Topic",
            {"name": f"{PROJECT_PATH}/topics/{name}", **more}, **others,
        )  # fmt: skip

    return [
        topic("arrivals", {
            "kmsKeyName": KEY, "labels": {"team": "quay"}, "messageRetentionDuration": "604800s",
            "messageStoragePolicy": {
                "allowedPersistenceRegions": ["europe-west1"], "enforceInTransit": True},
            "schemaSettings": {"schema": f"{PROJECT_PATH}/schemas/ship", "encoding": "JSON"}}),
        topic("gossip", {}, policy=policy(binding("roles/pubsub.publisher", "allUsers"))),
    ]  # fmt: skip


def above() -> list[dict[str, Any]]:
    """Return what holds for more than the project; some of it belongs to the organization."""
    contacts, approval = "essentialcontacts.googleapis.com", "accessapproval.googleapis.com"
    own: Any = {"parent": f"{MANAGER}/{ORGANIZATION}", "ancestors": [ORGANIZATION]}

    def contact(path: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//{contacts}/{path}", f"{contacts}/Contact",
            {"name": path, "languageTag": "en", "validationState": "VALID", **more}, **others,
        )  # fmt: skip

    def settings(whose: str, more: Data, **others: Any) -> dict[str, Any]:
        path = f"{whose}/accessApprovalSettings"
        return asset(
            f"//{approval}/{path}", f"{approval}/AccessApprovalSettings", {"name": path, **more},
            **others,
        )  # fmt: skip

    return [
        contact(f"{ORGANIZATION}/contacts/1", {
            "email": "security@harbour.example",
            "notificationCategorySubscriptions": ["SUSPENSION", "SECURITY"]}, **own),
        contact(f"projects/{NUMBER}/contacts/2", {
            "email": "gone@harbour.example", "validationState": "INVALID",
            "notificationCategorySubscriptions": ["ALL"]}),
        settings(ORGANIZATION, {
            "notificationEmails": ["security@harbour.example"], "enrolledServices": [
                {"cloudProduct": "all", "enrollmentLevel": "BLOCK_ALL"}]}, **own),
        settings(f"projects/{NUMBER}", {"enrolledAncestor": True}),
    ]  # fmt: skip
