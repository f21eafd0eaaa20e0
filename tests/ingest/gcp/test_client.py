"""How a project's inventory is gone through: whole or not at all, and once for a scan."""

from __future__ import annotations

import concurrent.futures
import math
from collections.abc import Callable
from typing import Any

import pytest
from google.cloud.asset_v1 import Asset, ContentType, Resource
from google.protobuf import (  # type: ignore[import-untyped] # it ships no types
    json_format,
    struct_pb2,
)

from ingest.cloud import Place
from ingest.gcp.assets import PAGE, row
from ingest.gcp.reader import GcpReader
from ingest.refusal import Refused
from server.demo.gcp.assets import FOLDER, NUMBER, ORGANIZATION, PROJECT, asset
from server.demo.gcp.estate import estate
from server.demo.gcp.estate.firewall import networks
from server.demo.gcp.inventory import AssetInventory, Fault
from tests.ingest.gcp.reading import LABELS, read

Opened = Callable[..., GcpReader]
RESOURCE, POLICY = ContentType.RESOURCE, ContentType.IAM_POLICY
DISKS = sum("/disks/" in one["name"] for one in estate())
FEW = 50  # assets a page: several pages for the estate
NETWORK = f"//compute.googleapis.com/projects/{PROJECT}/global/networks"


def everything(reader: GcpReader, scan: str = "scan-1") -> dict[str, Any]:
    return {label: read(reader, label, scan).rows for label in LABELS}


def passes(inventory: AssetInventory, content: int) -> int:
    """Return how often the project's assets were begun to be listed."""
    return sum(
        call.content_type == content and call.parent == f"projects/{PROJECT}"
        and not call.page_token and not call.asset_types
        for call in inventory.calls
    )  # fmt: skip


def test_pages_give_what_one_page_gives(opened: Opened, inventory: AssetInventory) -> None:
    whole = everything(opened())
    assert {call.page_size for call in inventory.calls} == {1, PAGE}
    inventory.calls.clear()
    inventory.most = FEW
    assert everything(opened()) == whole
    assert any(call.page_token for call in inventory.calls)


def test_a_page_that_comes_again_gives_nothing_twice(
    opened: Opened, inventory: AssetInventory
) -> None:
    whole = everything(opened())
    inventory.most = FEW
    inventory.repeats_pages = True
    assert everything(opened()) == whole


def test_pages_in_a_circle_are_no_inventory(opened: Opened, inventory: AssetInventory) -> None:
    reader = opened()
    inventory.most = FEW
    inventory.goes_in_circles = True
    with pytest.raises(Refused, match="IncompleteListing"):
        read(reader, "GcpDisk")


def test_all_types_at_once_read_one_pass_of_each_kind(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    with concurrent.futures.ThreadPoolExecutor(len(LABELS)) as pool:
        list(pool.map(lambda label: read(reader, label), LABELS))
    assert (passes(inventory, RESOURCE), passes(inventory, POLICY)) == (1, 1)
    assert reader.take_calls() == 4, "two passes, and two above the project"
    assert reader.take_calls() == 0


def test_another_scan_reads_anew(opened: Opened, inventory: AssetInventory) -> None:
    reader = opened()
    assert len(read(reader, "GcpDisk", "scan-1").rows) == DISKS
    inventory.assets = [a for a in inventory.assets if not a["name"].endswith("left-over")]
    assert len(read(reader, "GcpDisk", "scan-1").rows) == DISKS
    assert len(read(reader, "GcpDisk", "scan-2").rows) == DISKS - 1


@pytest.mark.parametrize(
    "code", ["RESOURCE_EXHAUSTED", "UNAVAILABLE", "INTERNAL", "DEADLINE_EXCEEDED"]
)
def test_what_fails_in_passing_is_asked_again(
    code: str, opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.most = FEW
    fault = Fault(code, times=1, content=RESOURCE, page=1, wait=0.1)
    inventory.faults = [fault]
    assert len(read(reader, "GcpDisk").rows) == DISKS
    assert fault.times == 0


def test_a_quota_that_stays_used_up_is_refused_in_time(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened(throttle_seconds=2.5)
    inventory.faults = [Fault("RESOURCE_EXHAUSTED", content=RESOURCE)]
    with pytest.raises(Refused, match="cloudasset:ListAssets: RESOURCE_EXHAUSTED"):
        read(reader, "GcpDisk")
    assert passes(inventory, RESOURCE) == 2, "once, and a second later"


def test_a_wait_longer_than_is_left_is_not_waited_for(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened(throttle_seconds=20)
    inventory.faults = [Fault("RESOURCE_EXHAUSTED", content=RESOURCE, wait=45)]
    with pytest.raises(Refused, match="RESOURCE_EXHAUSTED"):
        read(reader, "GcpDisk")
    assert passes(inventory, RESOURCE) == 1


def test_a_page_that_fails_refuses_every_type_and_is_not_asked_for_again(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.most = FEW
    inventory.faults = [Fault("PERMISSION_DENIED", times=1, content=RESOURCE, page=1)]
    for label in ("GcpDisk", "GcpResource", "GcpStorageBucket"):
        with pytest.raises(Refused) as refusal:
            read(reader, label)
        assert (refusal.value.call, refusal.value.error) == (
            "cloudasset:ListAssets", "PERMISSION_DENIED",
        )  # fmt: skip
    assert passes(inventory, RESOURCE) == 1
    assert len(read(reader, "GcpDisk", "scan-2").rows) == DISKS


def test_an_interface_that_was_switched_off_is_a_refusal_of_its_own(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.faults = [Fault("PERMISSION_DENIED", content=RESOURCE, reason="SERVICE_DISABLED")]
    with pytest.raises(Refused, match="SERVICE_DISABLED") as refusal:
        read(reader, "GcpDisk")
    assert type(refusal.value) is Refused, "nothing is gone for that"


def test_an_inventory_without_its_own_project_is_not_the_whole_of_it(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.assets = [a for a in inventory.assets if not a["assetType"].endswith("/Project")]
    for label in ("GcpDisk", "GcpResource"):
        with pytest.raises(Refused, match="IncompleteListing"):
            read(reader, label)


def test_a_token_that_is_taken_for_none_is_no_empty_inventory(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.faults = [Fault("UNAUTHENTICATED", content=RESOURCE)]
    with pytest.raises(Refused, match="UNAUTHENTICATED"):
        read(reader, "GcpDisk")


def test_what_is_above_has_a_permission_of_its_own(
    opened: Opened, inventory: AssetInventory
) -> None:
    reader = opened()
    inventory.faults = [Fault("PERMISSION_DENIED", parent="organizations/")]
    for label in ("GcpFolder", "GcpOrganization"):
        with pytest.raises(Refused, match="PERMISSION_DENIED"):
            read(reader, label)
    assert read(reader, "GcpProject").edges(NUMBER)["CHILD_OF"].keys() == {
        f"//cloudresourcemanager.googleapis.com/{FOLDER}"
    }


def test_a_project_without_organization_has_nothing_above(
    opened: Opened, inventory: AssetInventory
) -> None:
    for one in inventory.assets:
        one["ancestors"][:] = [a for a in one["ancestors"] if a not in {FOLDER, ORGANIZATION}]
    reader = opened()
    assert read(reader, "GcpFolder").rows == read(reader, "GcpOrganization").rows == {}
    assert read(reader, "GcpDisk").rows


def test_an_asset_of_another_form_costs_only_itself(
    opened: Opened, inventory: AssetInventory
) -> None:
    kind = "compute.googleapis.com/Network"
    inventory.assets = [
        *inventory.assets,
        asset(f"{NETWORK}/silent", kind, None),
        asset(f"{NETWORK}/empty", kind, {}),
        asset("", kind, {"name": "nameless"}),
        asset(f"{NETWORK}/odd", kind, {"peerings": "none", "mtu": "big", "labels": [1]}),
        asset("", "", None),
    ]
    reader = opened()
    found = read(reader, "GcpNetwork")
    assert [odd.error for odd in found.odd] == ["ValueError", "ValueError", "KeyError 'name'"]
    assert {row["p"]["name"] for row in found.rows.values()} == {
        "quay", "default", "ancient", "odd",
    }  # fmt: skip
    (odd,) = read(reader, "GcpResource").odd
    assert odd.error == "KeyError 'name'"


def test_types_are_known_in_any_casing(opened: Opened, inventory: AssetInventory) -> None:
    for one in inventory.assets:
        if one["assetType"].endswith("/Network"):
            one["assetType"] = "Compute.GoogleApis.com/network"
    assert len(read(opened(), "GcpNetwork").rows) == len(
        [one for one in networks() if one["assetType"].endswith("/Network")]
    )


def test_a_project_is_one_by_its_number_and_by_its_id(opened: Opened, place: Place) -> None:
    by_id = everything(opened())
    by_number = everything(opened(Place(**{**vars(place), "scope": NUMBER})))
    assert {label: rows.keys() for label, rows in by_id.items()} == {
        label: rows.keys() for label, rows in by_number.items()
    }
    (project,) = by_number["GcpProject"].values()
    assert project["p"]["account"] == NUMBER, "as the connector says it"
    assert project["p"]["project_id"] == PROJECT


def made(data: Any) -> Asset:
    said = Asset(name="//n", asset_type="t", resource=Resource())
    json_format.ParseDict(data, type(said).pb(said).resource.data)
    return said


def test_whole_numbers_are_integers_again() -> None:
    said = {"a": 1000, "b": [1, 1.5, {"c": -3}], "d": "7", "e": True, "f": None, "g": 2.0**70}
    found = row(made(said))
    assert found["data"] == said
    assert [type(value) for value in found["data"]["b"][:2]] == [int, float]
    assert type(found["data"]["a"]) is int
    assert type(found["data"]["g"]) is float, "no integer of 64 bits"
    assert found["data"]["e"] is True


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_numbers_that_json_does_not_have_leave_a_row_that_says_so(number: float) -> None:
    said = made({"kept": 1})
    pb = type(said).pb(said)
    pb.resource.data.fields["size"].CopyFrom(struct_pb2.Value(number_value=number))
    assert row(said) == {"name": "//n", "assetType": "t", "odd": "SerializeToJsonError"}
