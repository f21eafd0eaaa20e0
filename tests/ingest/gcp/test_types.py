"""Every type of Google Cloud reads the estate whole, and says what is there."""

from __future__ import annotations

from collections.abc import Callable

import orjson
import pytest
from google.cloud.asset_v1 import ContentType

from ingest.gcp.asset_types import LIST_POLICIES
from ingest.gcp.client import Gcp
from ingest.gcp.managed import service_account_ref
from ingest.gcp.reader import GcpReader
from ingest.gcp.refused import LIST
from ingest.redact import redactor
from ingest.refusal import Refused
from server.demo.gcp.assets import (
    CRANE,
    DEFAULT_ACCOUNT,
    FOLDER,
    MANAGER,
    NUMBER,
    ORGANIZATION,
    PROJECT,
)
from server.demo.gcp.inventory import AssetInventory, Fault
from tests.ingest.gcp.reading import CATALOGUE, LABELS, Read, read

Opened = Callable[..., GcpReader]
THERE = f"//compute.googleapis.com/projects/{PROJECT}"
ACCOUNTS = "//iam.googleapis.com/projects/-/serviceAccounts/"
# Ends of edges that are no assets of the estate.
ELSEWHERE = {
    f"{ACCOUNTS}{NUMBER}@cloudservices.gserviceaccount.com": "Google's own account for a project",
    "//compute.googleapis.com/projects/partner/global/networks/main": "another project's network",
    "//compute.googleapis.com/projects/debian-cloud/global/images/debian-12-bookworm-v20260101": (
        "another project's image"
    ),
    "arn:aws:iam::123456789012:root": "an account of AWS",
}
MET = {d.scheme for d in CATALOGUE.meeting_points}  # where other clouds' resources may meet


@pytest.mark.parametrize("label", LABELS)
def test_a_type_reads_the_estate_whole(label: str, opened: Opened) -> None:
    found = read(opened(), label)
    assert found.rows
    assert found.odd == []
    assert {uid: unread for uid, unread in found.unread.items() if unread} == {}


@pytest.mark.parametrize("label", LABELS)
def test_refused_policies_cost_exactly_the_fields_that_they_fill(
    label: str, opened: Opened, inventory: AssetInventory
) -> None:
    declaration = CATALOGUE[label]
    lost = {name for name, reads in declaration.reads.items() if reads == LIST_POLICIES}
    before = read(opened(), label)
    inventory.faults = [Fault("PERMISSION_DENIED", content=ContentType.IAM_POLICY)]
    after = read(opened(), label)
    assert after.rows.keys() == before.rows.keys()
    for uid, unread in after.unread.items():
        assert unread.keys() == lost
        said = {(why.call, why.permission, why.error) for why in unread.values()}
        assert said == ({(LIST, LIST_POLICIES, "PERMISSION_DENIED")} if lost else set())
        kept = {n: v for n, v in before.rows[uid]["p"].items() if n not in lost}
        marks = {"unread", "unread_why"}
        assert {n: v for n, v in after.rows[uid]["p"].items() if n not in marks} == kept


@pytest.mark.parametrize("label", LABELS)
def test_a_refused_inventory_refuses_the_type(
    label: str, opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.faults = [Fault("PERMISSION_DENIED", content=ContentType.RESOURCE)]
    with pytest.raises(Refused, match="cloudasset:ListAssets: PERMISSION_DENIED"):
        read(reader, label)


def test_every_edge_ends_at_what_is_there_or_has_a_reason(opened: Opened) -> None:
    reader = opened()
    everything = {label: read(reader, label) for label in LABELS}
    uids = {uid for found in everything.values() for uid in found.rows}
    ends = {
        end
        for found in everything.values()
        for row in found.rows.values()
        for _, _, ends in row["e"]
        for end, _ in ends
        if end.partition(":")[0] not in MET
    }
    assert ends - uids == ELSEWHERE.keys()


def test_no_asset_is_lost(opened: Opened, inventory: AssetInventory) -> None:
    reader = opened()
    names = {row["name"] for label in LABELS for row in read(reader, label).raw.values()}
    below = {a["name"] for a in inventory.assets if f"projects/{NUMBER}" in a["ancestors"]}
    # What Compute Engine says of the project stands with the project.
    assert below - names == {THERE}
    above = {a["name"] for a in inventory.assets if a["ancestors"][0] in {FOLDER, ORGANIZATION}}
    assert names - below == above


def test_what_may_be_secret_is_kept_nowhere(opened: Opened) -> None:
    reader = opened()
    for label in LABELS:
        found, redact = read(reader, label), redactor(CATALOGUE[label].redact, b"s")
        kept = orjson.dumps([found.rows, [redact(raw) for raw in found.raw.values()]]).decode()
        for secret in ("not-for-the-graph", "hush", "ssh-ed25519"):
            assert secret not in kept, label


def test_an_instance(opened: Opened) -> None:
    found = read(opened(), "GcpComputeInstance")
    new, old = found.props("crane-1"), found.props("old-1")
    assert (new["region"], new["zone"]) == ("europe-west1", "europe-west1-b")
    assert new["machine_type"] == "e2-medium"
    assert new["external_addresses"] == []
    assert new["blocks_project_keys"] is new["os_login"] is new["secure_boot"] is True
    assert new["is_confidential"] is new["deletion_protection"] is True
    assert found.edges("crane-1") == {
        "IN_PROJECT": {f"{MANAGER}/projects/{NUMBER}": None},
        "HAS_IDENTITY": {ACCOUNTS + CRANE: None},
        "IN_NETWORK": {f"{THERE}/global/networks/quay": None},
        "IN_SUBNET": {f"{THERE}/regions/europe-west1/subnetworks/berths": None},
        "USES_DISK": {
            f"{THERE}/zones/europe-west1-b/disks/crane-1": {
                "is_auto_deleted": True, "is_boot": True,
            }
        },
    }  # fmt: skip
    assert old["external_addresses"] == ["203.0.113.29"]
    assert old["internal_addresses"] == ["10.128.0.3"]
    assert old["network_tags"] == ["dataflow"]
    assert old["serial_ports"] is old["uses_default_account"] is True
    assert old["blocks_project_keys"] is old["is_confidential"] is False
    assert "os_login" not in old, "the project decides"
    assert "secure_boot" not in old, "nothing was said"
    assert old["scopes"] == ["https://www.googleapis.com/auth/cloud-platform"]
    assert found.edges("old-1")["HAS_IDENTITY"] == {ACCOUNTS + DEFAULT_ACCOUNT: None}


def test_a_bucket(opened: Opened) -> None:
    found = read(opened(), "GcpStorageBucket")
    good, bad, bare = (found.props(f"harbour-{name}") for name in ("manifests", "brochure", "logs"))
    assert good["uniform_access"] is good["versioning"] is good["retention_is_locked"] is True
    assert (good["retention_seconds"], good["soft_delete_seconds"]) == (604_800, 604_800)
    assert (good["public_access_prevention"], good["public_roles"]) == ("enforced", [])
    assert found.edges("harbour-manifests")["LOGS_TO"] == {
        "//storage.googleapis.com/harbour-logs": None
    }
    assert bad["public_roles"] == ["roles/storage.objectViewer"]
    assert bad["public_acl"] == ["READER allUsers"]
    assert bad["uniform_access"] is bad["versioning"] is False
    assert bad["public_access_prevention"] == "inherited"
    assert "uniform_access" not in bare, "null is no answer"
    assert "retention_is_locked" not in bare, "there is nothing to lock"


def test_a_firewall_rule(opened: Opened) -> None:
    found = read(opened(), "GcpFirewallRule")
    within, ssh = found.props("within"), found.props("open-ssh")
    assert within["traffic"] == ["tcp:443", "tcp:8000-8080", "icmp"]
    assert (within["tcp_from"], within["tcp_to"]) == ([443, 8_000], [443, 8_080])
    assert within["is_from_anywhere"] is False
    assert (ssh["is_from_anywhere"], ssh["priority"], ssh["action"]) == (True, 200, "allow")
    assert found.edges("open-ssh")["FOR_ACCOUNT"] == {ACCOUNTS + CRANE: None}
    everything = found.props("from-crane")
    assert everything["is_from_anywhere"] is False, "its sources are named otherwise"
    assert (everything["udp_from"], everything["udp_to"]) == ([0], [65_535])
    out = found.props("none-out")
    assert (out["action"], out["is_disabled"], out["is_to_anywhere"]) == ("deny", True, True)
    assert out["traffic"] == ["udp"], "the seventeenth protocol"


def test_networks_and_their_subnetworks(opened: Opened) -> None:
    reader = opened()
    networks = read(reader, "GcpNetwork")
    modes = {row["p"]["name"]: row["p"]["mode"] for row in networks.rows.values()}
    assert modes == {"quay": "custom", "default": "auto", "ancient": "legacy"}
    assert networks.edges("quay")["PEERED_WITH"] == {
        f"{THERE}/global/networks/default": {"state": "ACTIVE", "exchanges_routes": True},
        "//compute.googleapis.com/projects/partner/global/networks/main": {"state": "INACTIVE"},
    }
    subnetworks = read(reader, "GcpSubnetwork")
    logged, unlogged = subnetworks.props("berths"), subnetworks.props("default")
    assert (logged["flow_logs"], logged["flow_log_sampling"]) == (True, 1.0)
    assert "flow_logs" not in unlogged, "the organization decides"


def test_keys_and_what_they_encrypt(opened: Opened) -> None:
    reader = opened()
    keys, disks = read(reader, "GcpCryptoKey"), read(reader, "GcpDisk")
    assert keys.props("manifests")["rotation_seconds"] == 7_776_000
    assert "rotation_seconds" not in keys.props("open")
    assert keys.props("open")["public_roles"] == ["roles/cloudkms.cryptoKeyDecrypter"]
    kinds = {row["p"]["name"]: row["p"]["key_kind"] for row in disks.rows.values()}
    assert kinds == {
        "crane-1": "customer-managed", "old-1": "google", "left-over": "customer-supplied",
        "twice": "google",
    }  # fmt: skip
    (key,) = disks.edges("crane-1")["ENCRYPTED_BY"]
    assert key in keys.rows, "the key and not one of its versions"


def test_a_service_account_has_one_node_however_it_is_meant(opened: Opened) -> None:
    found = read(opened(), "GcpServiceAccount")
    crane = found.props(CRANE)
    assert crane["uid"] == ACCOUNTS + CRANE
    assert crane["incarnation"] == crane["unique_id"] == "101000000000000000002"
    assert crane["grants"] == ["roles/iam.serviceAccountTokenCreator user:ops@harbour.example"]
    assert [a["p"]["is_disabled"] for a in found.rows.values()] == [False, False, True]


def test_a_service_account_is_found_by_its_number_too(opened: Opened) -> None:
    gcp = Gcp(owner=opened().owner, service="cloudasset", scan="scan-1")
    named = f"//iam.googleapis.com/projects/{PROJECT}/serviceAccounts/"
    found = service_account_ref(gcp, f"{named}101000000000000000002")
    assert found is not None
    assert found.uid == ACCOUNTS + CRANE
    assert service_account_ref(gcp, f"{named}999") is None


def test_the_project_and_what_is_above_it(opened: Opened) -> None:
    reader = opened()
    found = read(reader, "GcpProject")
    project = found.props(NUMBER)
    assert (project["project_id"], project["number"]) == (PROJECT, NUMBER)
    assert project["name"] == "Harbour production"
    assert project["os_login"] is project["has_ssh_keys"] is True
    assert "serial_ports" not in project
    assert project["audit_exempted"] == ["allServices DATA_READ user:ops@harbour.example"]
    assert (
        "roles/iam.serviceAccountUser user:ops@harbour.example if until 2027" in (project["grants"])
    )
    edges = found.edges(NUMBER)
    assert edges["CHILD_OF"] == {f"{MANAGER}/{FOLDER}": None}
    assert edges["GRANTS_TO"][ACCOUNTS + CRANE] == {
        "roles": ["roles/editor", "roles/owner"], "is_conditional": False,
    }  # fmt: skip
    assert not any("idle" in end for end in edges["GRANTS_TO"]), "the grant is a deleted one's"
    folders: Read = read(reader, "GcpFolder")
    assert folders.rows.keys() == {f"{MANAGER}/{FOLDER}"}, "of all folders, those above it"
    assert folders.edges(FOLDER)["CHILD_OF"] == {f"{MANAGER}/{ORGANIZATION}": None}
    organization = read(reader, "GcpOrganization").props(ORGANIZATION)
    assert organization["audited"] == ["allServices ADMIN_READ"]
    assert organization["account"] == ORGANIZATION


def test_what_is_not_modelled_is_kept_with_its_type(opened: Opened) -> None:
    found = read(opened(), "GcpResource")
    notebook = found.props("log")
    assert notebook["native_type"] == "notebooks.googleapis.com/Instance"
    assert orjson.loads(notebook["configuration"])["bootDiskSizeGb"] == 100
    assert found.edges("log")["HAS_IDENTITY"] == {ACCOUNTS + CRANE: None}
    billing = found.props("billingInfo")
    assert billing["uid"] == (f"//cloudbilling.googleapis.com/projects/{PROJECT}/billingInfo"), (
        "named by the project's number, known by its id"
    )
    assert orjson.loads(billing["configuration"]) == {}
