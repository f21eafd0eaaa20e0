"""Whom of other issuers a policy means: as far as its members leave no doubt of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from google.cloud.asset_v1 import ContentType

from ingest.gcp.reader import GcpReader
from server.demo.gcp.assets import NUMBER, PROJECT
from server.demo.gcp.inventory import AssetInventory, Fault
from tests.ingest.gcp.reading import read

Opened = Callable[..., GcpReader]
WITHIN = f"//iam.googleapis.com/projects/{NUMBER}/locations/global/workloadIdentityPools"
OUTSIDE = f"//iam.googleapis.com/projects/{PROJECT}/locations/global/workloadIdentityPools/outside"
OTHER = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/theirs"
SESSION = "arn:aws:sts::123456789012:assumed-role/importer"
ROLE = "arn:aws:iam::123456789012:role/importer"
GITLAB = "identity:gitlab.example.com#"


def let_in(inventory: AssetInventory, *members: str) -> None:
    """Give a bucket's policy these members, and one provider the tokens' own subjects."""
    for asset in inventory.assets:
        if asset["assetType"] == "storage.googleapis.com/Bucket":
            asset["iamPolicy"] = {"bindings": [{"role": "roles/viewer", "members": [*members]}]}
        elif asset["name"].endswith("/providers/retired"):
            asset["resource"]["data"]["attributeMapping"] = {"google.subject": "assertion.sub"}


def ends(reader: GcpReader) -> set[str]:
    (found, *others) = [
        {end for type_, _, ends in row["e"] if type_ == "GRANTS_TO" for end, _ in ends}
        for row in read(reader, "GcpStorageBucket").rows.values()
    ]
    assert all(other == found for other in others)
    return found


@pytest.mark.parametrize(
    ("member", "wanted"),
    [
        (f"principalSet:{WITHIN}/outside/*", {OUTSIDE}),
        (f"principalSet:{WITHIN}/outside/group/ops", {OUTSIDE}),
        (f"principalSet:{WITHIN}/outside/attribute.repository/shop/web", {OUTSIDE}),
        (f"principalSet:{WITHIN}/outside/attribute.aws_role/{SESSION}", {OUTSIDE, ROLE}),
        (f"principal:{WITHIN}/outside/subject/{SESSION}/crane", {OUTSIDE, ROLE}),
        (f"principal:{WITHIN}/outside/subject/repo:Shop/web", {OUTSIDE, f"{GITLAB}repo:Shop/web"}),
        (f"principal:{OTHER}/subject/somebody", {OTHER}),
        (f"principal:{WITHIN}/harbour-prod.svc.id.goog/subject/ns/shop/sa/web", set()),
        ("principal://iam.googleapis.com/locations/global/workforcePools/p/subject/a@b.c", set()),
        ("serviceAccount:harbour-prod.svc.id.goog[shop/web]", set()),
        ("user:somebody@example.com", set()),
        ("principal://", set()),
    ],
)
def test_whom_a_member_means(
    opened: Opened, inventory: AssetInventory, member: str, wanted: set[str]
) -> None:
    let_in(inventory, member)
    assert ends(opened()) == wanted


def test_roles_of_one_end_are_told_together_with_whether_all_are_conditional(
    opened: Opened, inventory: AssetInventory
) -> None:
    pool = f"principalSet:{WITHIN}/outside/*"
    let_in(inventory)
    for asset in inventory.assets:
        if asset["assetType"] == "storage.googleapis.com/Bucket":
            asset["iamPolicy"] = {"bindings": [
                {"role": "b", "members": [pool], "condition": {"expression": "true"}},
                {"role": "a", "members": [pool, pool]},
            ]}  # fmt: skip
    for row in read(opened(), "GcpStorageBucket").rows.values():
        (edge,) = [dict(ends) for type_, _, ends in row["e"] if type_ == "GRANTS_TO"]
        assert edge == {OUTSIDE: {"is_conditional": False, "roles": ["a", "b"]}}


def test_who_is_let_in_is_unread_where_policies_are(
    opened: Opened, inventory: AssetInventory
) -> None:
    inventory.faults = [Fault("PERMISSION_DENIED", content=ContentType.IAM_POLICY)]
    found = read(opened(), "GcpStorageBucket")
    assert found.unread
    assert all("granted_outside" in unread for unread in found.unread.values())
