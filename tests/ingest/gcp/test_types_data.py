"""Databases, datasets, clusters, functions and services: the forms in which they come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.gcp.reader import GcpReader
from ingest.redact import redactor
from server.demo.gcp.assets import CRANE, DEFAULT_ACCOUNT, KEY, PROJECT
from server.demo.gcp.inventory import AssetInventory
from tests.ingest.gcp.reading import CATALOGUE, read

Opened = Callable[..., GcpReader]
ACCOUNTS = "//iam.googleapis.com/projects/-/serviceAccounts/"
MANIFESTS = f"//cloudkms.googleapis.com/{KEY}"
QUAY = f"//compute.googleapis.com/projects/{PROJECT}/global/networks/quay"
CLUSTERS = f"//container.googleapis.com/projects/{PROJECT}"


def test_a_database(opened: Opened) -> None:
    found = read(opened(), "GcpSqlInstance")
    sound, loose = found.props("cargo"), found.props("brochure")
    assert (sound["engine"], sound["version"]) == ("POSTGRES", "POSTGRES_16")
    assert (sound["zone"], sound["region"]) == ("europe-west1-b", "europe-west1")
    assert sound["requires_tls"] is True, "the mode counts, not the switch that was before it"
    assert sound["has_public_address"] is False
    assert sound["flags"][0] == "cloudsql.enable_pgaudit=on"
    assert found.edges("cargo")["IN_NETWORK"] == {QUAY: None}
    assert found.edges("cargo")["ENCRYPTED_BY"] == {MANIFESTS: None}
    assert loose["flags"] == ["local_infile=on"], "whatever the case"
    assert loose["public_addresses"] == ["203.0.113.80"], "not what it goes out from"
    assert loose["authorized_networks"] == ["0.0.0.0/0"]
    assert (loose["requires_tls"], loose["backups"]) == (False, False)
    assert loose["point_in_time_recovery"] is loose["deletion_protection"] is False


def test_a_replica_and_its_primary(opened: Opened) -> None:
    found = read(opened(), "GcpSqlInstance")
    (primary,) = found.edges("cargo-copy")["REPLICATES"]
    assert primary in found.rows
    assert found.props("cargo-copy")["requires_tls"] is True, "by the older switch"


def test_what_has_no_settings_has_none_that_are_off(opened: Opened) -> None:
    elsewhere = read(opened(), "GcpSqlInstance").props("elsewhere")
    settings = {"flags", "backups", "requires_tls", "point_in_time_recovery", "deletion_protection"}
    assert not settings & elsewhere.keys()


def test_datasets_and_tables(opened: Opened) -> None:
    reader = opened()
    datasets, tables = read(reader, "GcpBigQueryDataset"), read(reader, "GcpBigQueryTable")
    sound, loose = datasets.props("voyages"), datasets.props("open")
    assert sound["access"] == ["OWNER projectOwners"], "a view is not somebody"
    assert sound["public_access"] == []
    assert sound["table_lifetime_seconds"] == 5_184_000
    assert str(sound["created_at"]).startswith("2019-11-07"), "milliseconds, no year 1573"
    assert loose["public_access"] == ["READER allUsers"]
    assert loose["public_roles"] == ["roles/bigquery.dataViewer"]
    kinds = {row["p"]["name"]: row["p"]["kind"] for row in tables.rows.values()}
    assert kinds == {"manifests": "TABLE", "positions": "TABLE", "arrivals": "VIEW"}
    assert tables.edges("manifests")["ENCRYPTED_BY"] == {MANIFESTS: None}
    (dataset,) = tables.edges("arrivals")["IN_DATASET"]
    assert dataset in datasets.rows


def test_a_cluster_in_the_words_of_now_and_of_before(opened: Opened) -> None:
    found = read(opened(), "GcpGkeCluster")
    sound, loose = found.props("dock"), found.props("raft")
    on = (
        "has_private_nodes", "is_endpoint_public", "limits_endpoint", "network_policies",
        "is_vpc_native", "shielded_nodes", "secrets_encrypted", "intranode_visibility",
    )  # fmt: skip
    assert all(sound[name] is True for name in on)
    assert sound["authorized_networks"] == ["198.51.100.0/24"]
    assert (sound["basic_auth"], sound["client_certificate"]) == (False, False)
    assert found.edges("dock")["ENCRYPTED_BY"] == {MANIFESTS: None}
    assert found.edges("dock")["HAS_IDENTITY"] == {ACCOUNTS + CRANE: None}
    assert [loose[name] for name in on] == [False, True, *[False] * 6]
    assert loose["legacy_abac"] is loose["basic_auth"] is loose["client_certificate"] is True
    assert (loose["dashboard"], loose["logging"]) == (True, "none")
    assert not {"release_channel", "workload_pool"} & loose.keys()
    assert found.edges("raft")["IN_SUBNET"].keys() == {
        f"//compute.googleapis.com/projects/{PROJECT}/regions/europe-west1/subnetworks/default"
    }, "named alone, in the region of its zone"


def test_a_cluster_whose_ways_in_are_kept_back(opened: Opened, inventory: AssetInventory) -> None:
    for asset in inventory.assets:
        if asset["assetType"].endswith("Cluster"):
            data = asset["resource"]["data"]
            asset["resource"]["data"] = {n: v for n, v in data.items() if n != "masterAuth"}
    raft = read(opened(), "GcpGkeCluster").props("raft")
    assert not {"basic_auth", "client_certificate"} & raft.keys()


def test_node_pools(opened: Opened) -> None:
    found = read(opened(), "GcpGkeNodePool")
    sound, loose = found.props("cranes"), found.props("planks")
    assert sound["metadata_mode"] == "GKE_METADATA"
    assert loose["metadata_mode"] == "GCE_METADATA", "the older setting's EXPOSE"
    assert (sound["legacy_endpoints"], loose["legacy_endpoints"]) == (False, True)
    assert (sound["uses_default_account"], loose["uses_default_account"]) == (False, True)
    assert found.edges("planks")["HAS_IDENTITY"] == {ACCOUNTS + DEFAULT_ACCOUNT: None}
    assert found.edges("planks")["IN_CLUSTER"] == {
        f"{CLUSTERS}/zones/europe-west1-b/clusters/raft": None
    }
    assert found.edges("cranes")["ENCRYPTED_BY"] == {MANIFESTS: None}
    assert (loose["cluster_name"], loose["location"]) == ("raft", "europe-west1-b")


def test_a_function_comes_once(opened: Opened) -> None:
    reader = opened()
    found = read(reader, "GcpCloudFunction")
    assert {row["p"]["name"] for row in found.rows.values()} == {"weigh", "bell", "horn"}
    assert found.raw[_uid("bell")]["assetType"].endswith("/Function")
    sound, loose, event = (found.props(name) for name in ("weigh", "bell", "horn"))
    assert (sound["generation"], loose["generation"], event["generation"]) == (
        "GEN_2", "GEN_1", "GEN_1",
    )  # fmt: skip
    assert (sound["ingress"], loose["ingress"]) == ("ALLOW_INTERNAL_ONLY", "ALLOW_ALL")
    assert (sound["vpc_connector"], sound["secret_names"]) == ("quay", ["DB"])
    assert loose["public_roles"] == ["roles/cloudfunctions.invoker"]
    assert loose["environment_names"] == event["environment_names"] == ["API_TOKEN", "STAGE"]
    assert "url" not in event, "only events call it"
    assert event["event_type"] == "google.pubsub.topic.publish"
    (service,) = found.edges("weigh")["BACKED_BY"]
    assert service in read(reader, "GcpCloudRunService").rows


@pytest.mark.parametrize("label", ["GcpCloudFunction", "GcpCloudRunService", "GcpGkeNodePool"])
def test_names_of_an_environment_stay_readable(label: str, opened: Opened) -> None:
    redact = redactor(CATALOGUE[label].redact, b"s")
    kept = str([redact(raw) for raw in read(opened(), label).raw.values()])
    assert "redacted:" in kept
    assert "hush" not in kept


def test_a_service_says_the_same_in_both_versions(opened: Opened) -> None:
    found = read(opened(), "GcpCloudRunService")
    sound, loose = found.props("weigh"), found.props("gate")
    assert (sound["ingress"], loose["ingress"]) == ("internal", "all")
    assert (sound["checks_invokers"], loose["checks_invokers"]) == (True, False)
    assert (sound["vpc_egress"], loose["vpc_egress"]) == ("all-traffic", "private-ranges-only")
    assert sound["vpc_connector"] == loose["vpc_connector"] == "quay"
    assert (sound["environment_names"], sound["secret_names"]) == (["STAGE"], ["DB"])
    assert loose["environment_names"] == ["DB_PASSWORD"]
    assert found.edges("weigh")["ENCRYPTED_BY"] == {MANIFESTS: None}
    assert found.edges("gate")["HAS_IDENTITY"] == {ACCOUNTS + DEFAULT_ACCOUNT: None}
    assert [row["t"] for row in found.rows.values()] == [{"team": "quay"}, {"team": "gate"}]
    for name in ("weigh", "gate"):
        assert str(found.props(name)["created_at"]).startswith("2025-")


def test_a_cluster_of_machines_for_spark(opened: Opened) -> None:
    found = read(opened(), "GcpDataprocCluster")
    sound, loose = found.props("sorter"), found.props("heap")
    assert (sound["internal_only"], loose["internal_only"]) == (True, False)
    assert (sound["kerberos"], loose["web_interfaces"]) == (True, True)
    assert loose["uses_default_account"] is True, "it names no other"
    assert found.edges("sorter")["ENCRYPTED_BY"] == {MANIFESTS: None}
    assert found.edges("sorter")["STORED_IN"] == {
        "//storage.googleapis.com/harbour-manifests": None
    }
    assert not found.edges("heap").get("ENCRYPTED_BY")


def _uid(function: str) -> str:
    return (
        f"//cloudfunctions.googleapis.com/projects/{PROJECT}/locations/europe-west1"
        f"/functions/{function}"
    )
