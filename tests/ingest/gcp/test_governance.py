"""Keys, roles, logs, alerts and what services keep: the forms in which they come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.gcp.reader import GcpReader
from ingest.refusal import Refused
from server.demo.gcp.assets import CRANE, FOLDER, IDLE, KEY, MANAGER, NUMBER, ORGANIZATION
from server.demo.gcp.inventory import AssetInventory, Fault
from tests.ingest.gcp.reading import read

Opened = Callable[..., GcpReader]
ACCOUNTS = "//iam.googleapis.com/projects/-/serviceAccounts/"
LOGGING = "//logging.googleapis.com/projects/harbour-prod"
TOPIC = "//pubsub.googleapis.com/projects/harbour-prod/topics/arrivals"
KMS_KEY = f"//cloudkms.googleapis.com/{KEY}"


def test_keys_of_accounts(opened: Opened) -> None:
    found = read(opened(), "GcpServiceAccountKey")
    for_good, googles, own = (found.props(id_) for id_ in ("5555abc", "a0a0", "b1b1"))
    assert (for_good["is_user_managed"], for_good["is_uploaded"]) == (True, False)
    assert for_good["expires"] is False
    assert "valid_before" not in for_good, "the year 9999 is no end"
    assert (googles["is_user_managed"], googles["expires"]) == (False, True)
    assert own["is_uploaded"] is own["is_disabled"] is True
    assert own["account_email"] == IDLE
    assert found.edges("b1b1")["KEY_OF"] == {ACCOUNTS + IDLE: None}
    assert own["created_at"] == own["valid_after"]


def test_a_key_finds_its_account_by_number_alone(opened: Opened, inventory: AssetInventory) -> None:
    for asset in inventory.assets:
        if asset["name"].endswith("/keys/5555abc"):
            asset["resource"]["data"] = {"validAfterTime": "2024-01-19T04:15:47Z"}
    found = read(opened(), "GcpServiceAccountKey")
    assert found.edges("5555abc")["KEY_OF"] == {ACCOUNTS + CRANE: None}
    assert not {"is_user_managed", "expires"} & found.props("5555abc").keys(), "it is not said"


def test_a_role_of_ones_own(opened: Opened) -> None:
    found = read(opened(), "GcpIamRole")
    tallyman, pilot, cook = (found.props(name) for name in ("tallyman", "pilot", "cook"))
    assert tallyman["role"] == "projects/harbour-prod/roles/tallyman"
    assert tallyman["permissions"] == ["storage.objects.get", "storage.objects.list"]
    assert (pilot["stage"], pilot["is_deleted"]) == ("ALPHA", False), "the first of the list"
    assert cook["is_deleted"] is True


def test_where_sinks_lead(opened: Opened) -> None:
    found = read(opened(), "GcpLogSink")
    ends = {
        name: next(iter(found.edges(name)["SENDS_TO"]))
        for name in ("everything", "_Default", "to-quay", "within")
    }
    assert ends == {
        "everything": "//storage.googleapis.com/harbour-logs",
        "_Default": f"{LOGGING}/locations/global/buckets/_Default",
        "to-quay": TOPIC,
        "within": f"{MANAGER}/projects/{NUMBER}",
    }
    everything, quay = found.props("everything"), found.props("to-quay")
    assert "filter" not in everything
    assert (everything["exclusions"], everything["is_disabled"]) == ([], False)
    assert quay["exclusions"] == ["severity=DEBUG"], "one of the two is off"
    assert quay["is_disabled"] is True
    assert found.props("_Default")["terms"] == [
        "NOT LOG_ID(cloudaudit.googleapis.com/activity)", "severity>=INFO",
    ]  # fmt: skip


def test_alerts_know_their_metrics_and_channels(opened: Opened) -> None:
    reader = opened()
    metrics, policies = read(reader, "GcpLogMetric"), read(reader, "GcpAlertPolicy")
    assert policies.edges("31")["WATCHES"] == {f"{LOGGING}/metrics/routes": None}
    assert policies.edges("32")["WATCHES"] == {f"{LOGGING}/metrics/dock%2Fweights": None}
    assert policies.edges("31")["NOTIFIES"] == {
        "//monitoring.googleapis.com/projects/harbour-prod/notificationChannels/71": None
    }
    assert policies.props("31")["resource_name"] == "projects/harbour-prod/alertPolicies/31"
    assert policies.props("32")["log_terms"] == ["severity>=ERROR"]
    weights = metrics.props("dock%2Fweights")
    assert (weights["name"], weights["is_disabled"]) == ("dock/weights", True)
    assert weights["terms"] == [
        "NOT severity=DEBUG", "resource.type=gce_instance", "resource.type=k8s_pod",
    ]  # fmt: skip
    assert metrics.edges("dock%2Fweights")["FILTERS"] == {
        f"{LOGGING}/locations/global/buckets/ledger": None
    }


def test_channels(opened: Opened) -> None:
    found = read(opened(), "GcpNotificationChannel")
    mail, phone, hook = (found.props(id_) for id_ in ("71", "72", "73"))
    assert mail["address"] == "watch@harbour.example"
    assert "is_verified" not in mail, "mail is not verified"
    assert (phone["is_enabled"], phone["is_verified"]) == (False, False)
    assert "is_enabled" not in hook
    assert [one["delivers"] for one in (mail, phone, hook)] == [True, False, True]
    (row,) = [row for uid, row in found.rows.items() if uid.endswith("/71")]
    assert row["t"] == {"shift": "night"}, "its labels are no tags"


def test_api_keys(opened: Opened) -> None:
    found = read(opened(), "GcpApiKey")
    web, bare, phones = (found.props(f"c0ffee-{n}") for n in (1, 2, 3))
    assert web["application_kind"] == "browser"
    assert web["allowed_applications"] == ["https://harbour.example/*"]
    assert web["api_targets"] == ["maps-backend.googleapis.com"]
    assert "application_kind" not in bare
    assert (bare["api_targets"], bare["name"]) == ([], "c0ffee-2")
    assert phones["allowed_applications"] == ["example.harbour"]
    assert phones["deleted_at"].startswith("2026-01-01")


def test_secrets_and_topics(opened: Opened) -> None:
    reader = opened()
    secrets, topics = read(reader, "GcpSecret"), read(reader, "GcpPubsubTopic")
    good, bad = secrets.props("manifest-key"), secrets.props("gate-code")
    assert (good["rotation_seconds"], good["destroyed_after_seconds"]) == (7_776_000, 86_400)
    assert good["replica_regions"] == ["europe-west1", "europe-west4"]
    assert (good["is_replicated_anywhere"], good["is_own_key"]) == (False, True)
    assert (bad["is_replicated_anywhere"], bad["is_own_key"]) == (True, False)
    assert bad["public_roles"] == ["roles/secretmanager.secretAccessor"]
    assert secrets.edges("manifest-key")["ENCRYPTED_BY"] == {KMS_KEY: None}
    assert secrets.edges("manifest-key")["NOTIFIES"] == {TOPIC: None}
    arrivals, gossip = topics.props("arrivals"), topics.props("gossip")
    assert arrivals["storage_regions"] == ["europe-west1"]
    assert arrivals["keeps_regions_in_transit"] is True
    assert arrivals["schema"] == "ship"
    assert gossip["storage_regions"] == []
    assert topics.edges("arrivals")["ENCRYPTED_BY"] == {KMS_KEY: None}


def test_a_secret_that_says_nothing_of_its_replicas_is_not_called_unencrypted(
    opened: Opened, inventory: AssetInventory
) -> None:
    for asset in inventory.assets:
        if asset["name"].endswith("/secrets/gate-code"):
            del asset["resource"]["data"]["replication"]
    secret = read(opened(), "GcpSecret").props("gate-code")
    assert not {"is_own_key", "is_replicated_anywhere"} & secret.keys()


def test_what_holds_for_more_than_the_project(opened: Opened) -> None:
    reader = opened()
    contacts, approvals = read(reader, "GcpEssentialContact"), read(reader, "GcpAccessApproval")
    organizations, projects = contacts.props("1"), contacts.props("2")
    assert contacts.edges("1")["CONTACT_OF"] == {f"{MANAGER}/{ORGANIZATION}": None}
    assert contacts.edges("2")["CONTACT_OF"] == {f"{MANAGER}/projects/{NUMBER}": None}
    assert organizations["categories"] == ["SECURITY", "SUSPENSION"]
    assert (organizations["account"], projects["account"]) == (ORGANIZATION, "harbour-prod")
    assert (organizations["is_invalid"], projects["is_invalid"]) == (False, True)
    assert {row["p"]["name"]: row["p"]["services"] for row in approvals.rows.values()} == {
        ORGANIZATION.split("/")[1]: ["all"], NUMBER: [],
    }  # fmt: skip


def test_what_is_of_another_folder_is_not_this_projects(
    opened: Opened, inventory: AssetInventory
) -> None:
    kind = "essentialcontacts.googleapis.com"
    for whose, id_ in ((FOLDER, "8"), ("folders/550009990000", "9")):
        (one,) = [a for a in inventory.assets if a["name"].endswith(f"{ORGANIZATION}/contacts/1")]
        inventory.assets.append(
            {**one, "name": f"//{kind}/{whose}/contacts/{id_}", "ancestors": [whose, ORGANIZATION]}
        )
    found = read(opened(), "GcpEssentialContact")
    assert {uid.rsplit("/", 1)[-1] for uid in found.rows} == {"1", "2", "8"}


def test_contacts_are_refused_whole_where_the_organizations_are(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.faults = [Fault("PERMISSION_DENIED", parent="organizations/")]
    with pytest.raises(Refused, match="PERMISSION_DENIED"):
        read(reader, "GcpEssentialContact")
