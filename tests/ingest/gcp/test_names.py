"""However a resource is named, it is one."""

from __future__ import annotations

import pytest

from ingest.gcp.names import Names, service_account_uid

NAMES = Names(project="harbour", number="4021")
NETWORK = "//compute.googleapis.com/projects/harbour/global/networks/quay"
BUCKET = "//storage.googleapis.com/logs"
KEY_PATH = "projects/harbour/locations/eu/keyRings/r/cryptoKeys/k"
KEY = f"//cloudkms.googleapis.com/{KEY_PATH}"
SQL = "//cloudsql.googleapis.com/projects/harbour/instances/i"
PROJECT = "//cloudresourcemanager.googleapis.com/projects/4021"
ACCOUNT = "//iam.googleapis.com/projects/-/serviceAccounts/a@harbour.iam.gserviceaccount.com"


@pytest.mark.parametrize(
    ("said", "uid"),
    [
        (NETWORK, NETWORK),
        (NETWORK + "/", NETWORK),
        ("//Compute.GoogleApis.com/projects/harbour/global/networks/quay", NETWORK),
        ("//compute.googleapis.com/projects/4021/global/networks/quay", NETWORK),
        ("https://www.googleapis.com/compute/v1/projects/harbour/global/networks/quay", NETWORK),
        ("https://www.googleapis.com/compute/beta/projects/4021/global/networks/quay", NETWORK),
        (
            "https://compute.googleapis.com/compute/v1/projects/harbour/global/networks/quay",
            NETWORK,
        ),
        ("projects/harbour/global/networks/quay", NETWORK),
        ("projects/4021/global/networks/quay", NETWORK),
        ("global/networks/quay", NETWORK),
        (
            "projects/other/regions/eu/subnetworks/s",
            "//compute.googleapis.com/projects/other/regions/eu/subnetworks/s",
        ),
        (
            "https://www.googleapis.com/compute/v1/projects/example.com:old/global/networks/n",
            "//compute.googleapis.com/projects/example.com:old/global/networks/n",
        ),
        (BUCKET, BUCKET),
        ("storage.googleapis.com/logs", BUCKET),
        ("https://www.googleapis.com/storage/v1/b/logs", BUCKET),
        ("https://storage.googleapis.com/storage/v1/b/logs", BUCKET),
        ("gs://logs/some/object", BUCKET),
        ("projects/_/buckets/logs", BUCKET),
        (KEY_PATH, KEY),
        (f"https://cloudkms.googleapis.com/v1/{KEY_PATH}", KEY),
        ("https://sqladmin.googleapis.com/sql/v1beta4/projects/harbour/instances/i", SQL),
        ("https://www.googleapis.com/sql/v1beta4/projects/harbour/instances/i", SQL),
        (
            "https://container.googleapis.com/v1/projects/harbour/locations/eu/clusters/c",
            "//container.googleapis.com/projects/harbour/locations/eu/clusters/c",
        ),
        (
            "pubsub.googleapis.com/projects/harbour/topics/t",
            "//pubsub.googleapis.com/projects/harbour/topics/t",
        ),
        (
            "bigquery.googleapis.com/projects/4021/datasets/d",
            "//bigquery.googleapis.com/projects/harbour/datasets/d",
        ),
        ("projects/harbour", PROJECT),
        ("projects/4021", PROJECT),
        ("//cloudresourcemanager.googleapis.com/projects/harbour", PROJECT),
        ("organizations/77", "//cloudresourcemanager.googleapis.com/organizations/77"),
        ("projects/harbour/serviceAccounts/a@harbour.iam.gserviceaccount.com", ACCOUNT),
        ("quay", None),
        ("debian-cloud/debian-12", None),
        ("https://example.com/projects/p", None),
        ("https://www.googleapis.com/", None),
        ("//", None),
        ("", None),
        (None, None),
        (7, None),
    ],
)  # fmt: skip
def test_a_reference_means_one_resource(said: object, uid: str | None) -> None:
    assert NAMES.uid(said) == uid


def test_a_name_alone_is_of_the_own_project() -> None:
    assert NAMES.uid("quay", within="global/networks") == NETWORK


def test_a_path_without_a_host_is_of_the_service_that_is_said() -> None:
    assert NAMES.uid("projects/harbour/topics/t", service="pubsub") == (
        "//pubsub.googleapis.com/projects/harbour/topics/t"
    )


@pytest.mark.parametrize("said", ["harbour", "4021", "projects/4021", PROJECT])
def test_a_project_has_one_uid(said: str) -> None:
    assert NAMES.project_uid(said) == PROJECT


def test_a_foreign_project_is_known_by_what_is_said_of_it() -> None:
    assert NAMES.project_uid("other").endswith("/projects/other")


@pytest.mark.parametrize(
    ("said", "uid"),
    [
        ("a@harbour.iam.gserviceaccount.com", ACCOUNT),
        ("serviceAccount:a@harbour.iam.gserviceaccount.com", ACCOUNT),
        ("projects/-/serviceAccounts/a@harbour.iam.gserviceaccount.com", ACCOUNT),
        (ACCOUNT, ACCOUNT),
        ("deleted:serviceAccount:a@harbour.iam.gserviceaccount.com?uid=1", None),
        ("serviceAccount:harbour.svc.id.goog[space/name]", None),
        ("//iam.googleapis.com/projects/harbour/serviceAccounts/101", None),
        ("user:ops@harbour.example", None),
        ("default", None),
        (None, None),
    ],
)
def test_a_service_account_is_known_by_its_email(said: object, uid: str | None) -> None:
    assert service_account_uid(said) == uid
