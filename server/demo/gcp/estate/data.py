"""The project's databases, datasets, clusters, functions and services: sound ones, and not."""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import (
    CRANE,
    DEFAULT_ACCOUNT,
    KEY,
    PROJECT,
    Data,
    asset,
    binding,
    policy,
)

HERE = "projects/harbour-prod"
PLACE = f"{HERE}/locations/europe-west1"
NETWORK = f"{HERE}/global/networks/quay"
SUBNETWORK = f"{HERE}/regions/europe-west1/subnetworks/berths"
MADE_MS = "1573110115000"  # as BigQuery says 7 November 2019


def data() -> list[dict[str, Any]]:
    return [
        *databases(), *datasets(), *clusters(), *node_pools(), *functions(), *services(), *spark(),
    ]  # fmt: skip


def databases() -> list[dict[str, Any]]:
    def instance(name: str, version: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//cloudsql.googleapis.com/{HERE}/instances/{name}",
            "sqladmin.googleapis.com/Instance",
            {"backendType": "SECOND_GEN", "connectionName": f"{PROJECT}:europe-west1:{name}",
             "createTime": "2024-02-12T21:48:39.946Z", "databaseVersion": version,
             "gceZone": "europe-west1-b", "instanceType": "CLOUD_SQL_INSTANCE", "name": name,
             "kind": "sql#instance", "project": PROJECT, "region": "europe-west1",
             "selfLink": f"https://sqladmin.googleapis.com/sql/v1beta4/{HERE}/instances/{name}",
             "serverCaCert": {"expirationTime": "2034-02-09T21:49:39.946Z", "cert": "-----BEGIN"},
             "state": "RUNNABLE", **more},
            location="europe-west1",
        )  # fmt: skip

    return [
        instance("cargo", "POSTGRES_16", {
            "ipAddresses": [{"ipAddress": "10.60.0.3", "type": "PRIVATE"}],
            "diskEncryptionConfiguration": {"kmsKeyName": KEY},
            "settings": {
                "activationPolicy": "ALWAYS", "availabilityType": "REGIONAL",
                "edition": "ENTERPRISE",
                "backupConfiguration": {
                    "enabled": True, "pointInTimeRecoveryEnabled": True, "location": "eu",
                    "backupRetentionSettings": {"retainedBackups": 14, "retentionUnit": "COUNT"},
                    "transactionLogRetentionDays": 7},
                "connectorEnforcement": "REQUIRED", "dataDiskSizeGb": "25",
                "databaseFlags": [{"name": name, "value": value} for name, value in (
                    ("cloudsql.enable_pgaudit", "on"), ("log_connections", "on"),
                    ("log_disconnections", "on"), ("log_statement", "ddl"))],
                "deletionProtectionEnabled": True,
                "ipConfiguration": {"ipv4Enabled": False, "privateNetwork": NETWORK,
                                    "requireSsl": False, "sslMode": "ENCRYPTED_ONLY"},
                "passwordValidationPolicy": {"enablePasswordPolicy": True, "minLength": 16},
                "tier": "db-custom-1-3840", "userLabels": {"team": "quay"}},
        }),
        instance("cargo-copy", "POSTGRES_16", {
            "instanceType": "READ_REPLICA_INSTANCE", "masterInstanceName": f"{PROJECT}:cargo",
            "ipAddresses": [{"ipAddress": "10.60.0.4", "type": "PRIVATE"}],
            "settings": {"ipConfiguration": {
                "ipv4Enabled": False, "privateNetwork": NETWORK, "requireSsl": True}},
        }),
        instance("brochure", "MYSQL_5_7", {
            "ipAddresses": [{"ipAddress": "203.0.113.80", "type": "PRIMARY"},
                            {"ipAddress": "203.0.113.81", "type": "OUTGOING"}],
            "settings": {
                "availabilityType": "ZONAL", "backupConfiguration": {"enabled": False},
                "databaseFlags": [{"name": "local_infile", "value": "ON"}],
                "ipConfiguration": {
                    "authorizedNetworks": [{"kind": "sql#aclEntry", "name": "all",
                                            "value": "0.0.0.0/0"}],
                    "ipv4Enabled": True, "sslMode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"},
                "tier": "db-f1-micro"},
        }),
        instance("elsewhere", "MYSQL_8_0", {
            "instanceType": "ON_PREMISES_INSTANCE", "onPremisesConfiguration": {
                "hostPort": "192.0.2.9:3306", "username": "copy", "password": "hush",
                "clientKey": "-----BEGIN not-for-the-graph"},
        }),
    ]  # fmt: skip


def datasets() -> list[dict[str, Any]]:
    def dataset(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//bigquery.googleapis.com/{HERE}/datasets/{name}", "bigquery.googleapis.com/Dataset",
            {"creationTime": MADE_MS, "id": f"{PROJECT}:{name}", "kind": "bigquery#dataset",
             "datasetReference": {"datasetId": name, "projectId": PROJECT},
             "lastModifiedTime": MADE_MS, "location": "EU", **more},
            location="eu", **others,
        )  # fmt: skip

    def table(dataset: str, name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(
            f"//bigquery.googleapis.com/{HERE}/datasets/{dataset}/tables/{name}",
            "bigquery.googleapis.com/Table",
            {"creationTime": MADE_MS, "id": f"{PROJECT}:{dataset}.{name}",
             "kind": "bigquery#table", "location": "EU", "numBytes": None, "numRows": None,
             "tableReference": {"datasetId": dataset, "projectId": PROJECT, "tableId": name},
             "schema": {"fields": [{"name": "ship", "type": "STRING"}]}, **more},
            parent=f"//bigquery.googleapis.com/{HERE}/datasets/{dataset}", location="eu", **others,
        )  # fmt: skip

    return [
        dataset("voyages", {
            "access": [{"role": "OWNER", "specialGroup": "projectOwners"},
                       {"view": {"datasetId": "open", "projectId": PROJECT,
                                 "tableId": "arrivals"}}],
            "defaultEncryptionConfiguration": {"kmsKeyName": KEY},
            "defaultTableExpirationMs": "5184000000", "labels": {"team": "quay"},
        }, policy=policy(binding("roles/bigquery.dataOwner", f"serviceAccount:{CRANE}"))),
        dataset("open", {"access": [{"role": "READER", "iamMember": "allUsers"}]}, policy=policy(
            binding("roles/bigquery.dataViewer", "allAuthenticatedUsers"))),
        table("voyages", "manifests", {
            "encryptionConfiguration": {"kmsKeyName": f"{KEY}/cryptoKeyVersions/1"},
            "type": "TABLE", "requirePartitionFilter": True, "expirationTime": "1893456000000"}),
        table("open", "positions", {}, policy=policy(
            binding("roles/bigquery.dataViewer", "allUsers"))),
        table("open", "arrivals", {"view": {"query": "SELECT ship FROM voyages.manifests"}}),
    ]  # fmt: skip


def clusters() -> list[dict[str, Any]]:
    kind = "container.googleapis.com"
    return [
        asset(
            f"//{kind}/{PLACE}/clusters/dock", f"{kind}/Cluster",
            {"addonsConfig": {"kubernetesDashboard": {"disabled": True}},
             "autoscaling": {"autoprovisioningNodePoolDefaults": {"serviceAccount": CRANE}},
             "binaryAuthorization": {"evaluationMode": "PROJECT_SINGLETON_POLICY_ENFORCE"},
             "confidentialNodes": {"enabled": True}, "createTime": "2024-05-30T18:53:04+00:00",
             "controlPlaneEndpointsConfig": {"ipEndpointsConfig": {
                 "authorizedNetworksConfig": {"enabled": True, "cidrBlocks": [
                     {"cidrBlock": "198.51.100.0/24", "displayName": "office"}]},
                 "enabled": True, "enablePublicEndpoint": True}},
             "currentMasterVersion": "1.31.1-gke.1", "currentNodeCount": 3,
             "databaseEncryption": {"keyName": KEY, "state": "ENCRYPTED"}, "id": "c0ffee",
             "ipAllocationPolicy": {"useIpAliases": True}, "location": "europe-west1",
             "loggingConfig": {"componentConfig": {"enableComponents": ["SYSTEM_COMPONENTS"]}},
             "loggingService": "logging.googleapis.com/kubernetes",
             "masterAuth": {"clientCertificateConfig": {}, "clusterCaCertificate": "LS0t"},
             "monitoringService": "monitoring.googleapis.com/kubernetes", "name": "dock",
             "network": "quay", "networkConfig": {
                 "datapathProvider": "ADVANCED_DATAPATH", "defaultEnablePrivateNodes": True,
                 "enableIntraNodeVisibility": True, "network": NETWORK, "subnetwork": SUBNETWORK},
             "releaseChannel": {"channel": "REGULAR"}, "resourceLabels": {"team": "quay"},
             "securityPostureConfig": {"mode": "BASIC"}, "shieldedNodes": {"enabled": True},
             "status": "RUNNING", "subnetwork": "berths",
             "workloadIdentityConfig": {"workloadPool": "harbour-prod.svc.id.goog"}},
            location="europe-west1",
        ),
        asset(
            f"//{kind}/{HERE}/zones/europe-west1-b/clusters/raft", f"{kind}/Cluster",
            {"addonsConfig": {"kubernetesDashboard": {}, "networkPolicyConfig": {"disabled": True}},
             "createTime": "2019-04-23T22:38:54+00:00", "currentMasterVersion": "1.14.10-gke.17",
             "databaseEncryption": {"state": "DECRYPTED"}, "enableKubernetesAlpha": True,
             "legacyAbac": {"enabled": True}, "location": "europe-west1-b",
             "loggingService": "none", "masterAuth": {
                 "clientCertificate": "LS0t", "clientKey": "not-for-the-graph", "password": "hush",
                 "username": "admin"},
             "monitoringService": "none", "name": "raft", "network": "default",
             "nodePools": [{"name": "planks", "config": {"metadata": {"token": "hush"}}}],
             "nodeConfig": {"metadata": {"token": "hush"}, "serviceAccount": "default"},
             "privateClusterConfig": {"publicEndpoint": "203.0.113.90"}, "subnetwork": "default",
             "releaseChannel": {"channel": "UNSPECIFIED"}, "status": "RUNNING",
             "zone": "europe-west1-b"},
            location="europe-west1-b",
        ),
    ]  # fmt: skip


def node_pools() -> list[dict[str, Any]]:
    kind = "container.googleapis.com"

    def pool(cluster: str, name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/{cluster}/nodePools/{name}", f"{kind}/NodePool",
            {"initialNodeCount": 1, "name": name, "status": "RUNNING", **more},
            parent=f"//{kind}/{cluster}", location=cluster.split("/")[3],
        )  # fmt: skip

    return [
        pool(f"{PLACE}/clusters/dock", "cranes", {
            "config": {
                "bootDiskKmsKey": KEY, "diskSizeGb": 100, "imageType": "COS_CONTAINERD",
                "machineType": "e2-medium", "metadata": {"disable-legacy-endpoints": "true"},
                "oauthScopes": ["https://www.googleapis.com/auth/cloud-platform"],
                "serviceAccount": CRANE, "tags": ["quay"],
                "shieldedInstanceConfig": {"enableSecureBoot": True,
                                           "enableIntegrityMonitoring": True},
                "workloadMetadataConfig": {"mode": "GKE_METADATA"}},
            "management": {"autoRepair": True, "autoUpgrade": True},
            "networkConfig": {"enablePrivateNodes": True}, "version": "1.31.1-gke.1"}),
        pool(f"{HERE}/zones/europe-west1-b/clusters/raft", "planks", {
            "config": {"imageType": "COS", "machineType": "n1-standard-1", "preemptible": True,
                       "metadata": {"disable-legacy-endpoints": "false", "token": "hush"},
                       "serviceAccount": "default",
                       "workloadMetadataConfig": {"nodeMetadata": "EXPOSE"}},
            "management": {}, "version": "1.11.8-gke.6"}),
    ]  # fmt: skip


def functions() -> list[dict[str, Any]]:
    kind = "cloudfunctions.googleapis.com"

    def function(name: str, more: Data, type_: str = "Function", **others: Any) -> dict[str, Any]:
        return asset(
            f"//{kind}/{PLACE}/functions/{name}", f"{kind}/{type_}",
            {"name": f"{PLACE}/functions/{name}", "labels": {"team": "quay"}, **more},
            location="europe-west1", **others,
        )  # fmt: skip

    older = {
        "availableMemoryMb": 256, "entryPoint": "main", "runtime": "nodejs10", "status": "ACTIVE",
        "environmentVariables": {"API_TOKEN": "hush", "STAGE": "prod"}, "timeout": "60s",
        "httpsTrigger": {"securityLevel": "SECURE_OPTIONAL",
                         "url": "https://europe-west1-harbour-prod.cloudfunctions.net/bell"},
        "serviceAccountEmail": f"{PROJECT}@appspot.gserviceaccount.com",
    }  # fmt: skip
    open_to_all = policy(binding("roles/cloudfunctions.invoker", "allUsers"))
    return [
        function("weigh", {
            "buildConfig": {"entryPoint": "main", "runtime": "python312",
                            "environmentVariables": {"KEY": "not-for-the-graph"}},
            "createTime": "2025-01-02T03:04:05.6Z", "environment": "GEN_2", "kmsKeyName": KEY,
            "serviceConfig": {
                "environmentVariables": {"STAGE": "prod"}, "ingressSettings": "ALLOW_INTERNAL_ONLY",
                "secretEnvironmentVariables": [{"key": "DB", "secret": "db", "version": "1"}],
                "service": f"{PLACE}/services/weigh", "serviceAccountEmail": CRANE,
                "uri": "https://weigh-abc-ew.a.run.app",
                "vpcConnector": f"{PLACE}/connectors/quay",
                "vpcConnectorEgressSettings": "ALL_TRAFFIC"},
            "state": "ACTIVE", "url": "https://europe-west1-harbour-prod.cloudfunctions.net/weigh",
        }),
        function("bell", {
            "buildConfig": {"entryPoint": "main", "runtime": "nodejs10"}, "environment": "GEN_1",
            "serviceConfig": {
                "environmentVariables": {"API_TOKEN": "hush", "STAGE": "prod"},
                "securityLevel": "SECURE_OPTIONAL", "serviceAccountEmail": DEFAULT_ACCOUNT,
                "uri": "https://europe-west1-harbour-prod.cloudfunctions.net/bell"},
            "state": "ACTIVE",
        }, policy=open_to_all),
        # The first generation once more, in the words of the interface's first version.
        function("bell", older | {"serviceAccountEmail": DEFAULT_ACCOUNT}, "CloudFunction",
                 policy=open_to_all),
        function("horn", older | {
            "serviceAccountEmail": CRANE, "httpsTrigger": None, "ingressSettings": "ALLOW_ALL",
            "eventTrigger": {"eventType": "google.pubsub.topic.publish",
                             "resource": f"{HERE}/topics/fog"}}, "CloudFunction"),
    ]  # fmt: skip


def services() -> list[dict[str, Any]]:
    kind = "run.googleapis.com"
    run = "run.googleapis.com"

    def service(name: str, more: Data, **others: Any) -> dict[str, Any]:
        return asset(f"//{kind}/{PLACE}/services/{name}", f"{kind}/Service", more,
                     location="europe-west1", **others)  # fmt: skip

    return [
        service("weigh", {
            "apiVersion": "serving.knative.dev/v1", "kind": "Service",
            "metadata": {"annotations": {f"{run}/ingress": "internal",
                                         f"{run}/binary-authorization": "default"},
                         "creationTimestamp": "2025-01-02T03:04:05.6Z", "labels": {"team": "quay"},
                         "name": "weigh"},
            "spec": {"template": {
                "metadata": {"annotations": {f"{run}/encryption-key": KEY,
                                             f"{run}/vpc-access-connector": "quay",
                                             f"{run}/vpc-access-egress": "all-traffic"}},
                "spec": {"serviceAccountName": CRANE, "containers": [{
                    "image": "europe-docker.pkg.dev/harbour-prod/quay/weigh:1",
                    "env": [{"name": "STAGE", "value": "prod"},
                            {"name": "DB", "valueFrom": {"secretKeyRef": {"key": "1",
                                                                          "name": "db"}}}]}]}}},
            "status": {"url": "https://weigh-abc-ew.a.run.app"},
        }, policy=policy(binding("roles/run.invoker", f"serviceAccount:{CRANE}"))),
        service("gate", {
            "createTime": "2025-03-04T05:06:07Z", "ingress": "INGRESS_TRAFFIC_ALL",
            "invokerIamDisabled": True, "labels": {"team": "gate"},
            "template": {"containers": [{"image": "gate", "env": [
                {"name": "DB_PASSWORD", "value": "hush"}]}],
                "vpcAccess": {"connector": f"{PLACE}/connectors/quay",
                              "egress": "PRIVATE_RANGES_ONLY"}},
            "uri": "https://gate-abc-ew.a.run.app",
        }, policy=policy(binding("roles/run.invoker", "allUsers"))),
    ]  # fmt: skip


def spark() -> list[dict[str, Any]]:
    kind = "dataproc.googleapis.com"

    def cluster(name: str, config: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/{HERE}/regions/europe-west1/clusters/{name}", f"{kind}/Cluster",
            {"clusterName": name, "clusterUuid": f"uuid-{name}", "config": config,
             "labels": {"team": "quay"}, "projectId": PROJECT, "status": {"state": "RUNNING"}},
            location="europe-west1",
        )  # fmt: skip

    return [
        cluster("sorter", {
            "configBucket": "harbour-manifests",
            "encryptionConfig": {"gcePdKmsKeyName": KEY},
            "endpointConfig": {},
            "gceClusterConfig": {
                "confidentialInstanceConfig": {"enableConfidentialCompute": True},
                "internalIpOnly": True, "serviceAccount": CRANE, "subnetworkUri": "berths",
                "serviceAccountScopes": ["https://www.googleapis.com/auth/cloud-platform"],
                "shieldedInstanceConfig": {"enableSecureBoot": True}, "tags": ["quay"],
                "zoneUri": "https://www.googleapis.com/compute/v1/projects/harbour-prod/zones/"
                           "europe-west1-b"},
            "securityConfig": {"kerberosConfig": {"enableKerberos": True}},
            "softwareConfig": {"imageVersion": "2.2-debian12",
                               "properties": {"hive:javax.jdo.option.ConnectionPassword": "hush"}},
        }),
        cluster("heap", {
            "configBucket": "harbour-logs",
            "endpointConfig": {"enableHttpPortAccess": True},
            "gceClusterConfig": {"metadata": {"token": "hush"}, "networkUri":
                "https://www.googleapis.com/compute/v1/projects/harbour-prod/global/networks/"
                "default"},
            "softwareConfig": {"imageVersion": "1.5-debian10"},
        }),
    ]  # fmt: skip
