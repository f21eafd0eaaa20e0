"""An Azure subscription and a Google Cloud project, from `connectors add` to their verdicts.

Both are connected and scanned once for all tests here, side by side; each test goes on from there.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from google.cloud.asset_v1 import ContentType
from starlette.responses import JSONResponse

from graph.connect import Settings
from graph.scan import Progress
from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud, Faults
from server.demo.azure.estate import whole
from server.demo.gcp.assets import NUMBERS, PROJECT
from server.demo.gcp.estate import estate
from server.demo.gcp.inventory import AssetInventory, Fault
from server.deployment import Deployment
from server.result import ScanResult
from server.scan import Refusal, ScanFailed, scan
from tests.neo4j_fixture import wipe
from tests.server.running import Shell, shell

ADDED = {
    "azure": (("--subscription", SUBSCRIPTION), f"azure:azure:{SUBSCRIPTION}"),
    "gcp": (("--project", PROJECT), f"gcp:gcp:{PROJECT}"),
}


@pytest.fixture(scope="module")
def inventory() -> Iterator[AssetInventory]:
    with AssetInventory() as service:
        service.fill(estate(), NUMBERS)
        yield service


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureCloud]:
    with AzureCloud(tmp_path_factory.mktemp("azure")).served() as cloud:
        cloud.estate = whole()
        yield cloud


@pytest.fixture(scope="module")
def user(
    driver: neo4j.Driver, neo4j_server: Settings, azure: AzureCloud, inventory: AssetInventory,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Shell]:  # fmt: skip
    wipe(driver)
    more = azure.environment | inventory.environment() | {"CIRROGRAPH_RATE": "5000"}
    yield shell(tmp_path_factory.mktemp("home"), neo4j_server, "http://127.0.0.1:1", **more)
    wipe(driver)  # controls' cases are asked in the same graph


@pytest.fixture(scope="module")
def scanned(user: Shell) -> dict[str, Any]:
    """Give what the first scan of each said."""
    for cloud, (options, id_) in ADDED.items():
        added = user.json("connectors", "add", cloud, *options, "--name", cloud)
        assert (added["id"], added["cloud"]) == (id_, cloud)
    return {said["connector"]: said for said in user.json("scan")}


@pytest.mark.parametrize("cloud", ADDED)
def test_it_is_read_and_judged(user: Shell, scanned: dict[str, Any], cloud: str) -> None:
    first = scanned[cloud]
    assert (first["unread"], first["quarantined"]) == ([], 0)
    assert first["resources"] > 15
    verdicts = first["evaluation"]["verdicts"]
    assert verdicts["FAIL"] > 0
    assert verdicts["PASS"] > 0
    findings = user.json("findings", "--connector", cloud, "--status", "FAIL")
    assert {f["control"].split("/")[0] for f in findings} == {cloud}
    assert all(f["evidence"] for f in findings)


class Noting:
    """Watches scans, and notes whose progress it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def progressed(self, connector: str, progress: Progress) -> None:
        assert progress.state
        self.told.append(connector)


@pytest.mark.usefixtures("scanned")
def test_what_is_the_same_is_not_written_again_and_both_are_followed_at_once(user: Shell) -> None:
    watcher = Noting()
    with user.surrounded(), Deployment.open() as deployment:
        ended = scan(deployment, deployment.ledger.connectors(), watcher=watcher)
    assert sorted(ended) == sorted(watcher.told[:2]) == ["azure", "gcp"]
    for again in ended.values():
        assert isinstance(again, ScanResult)
        assert (again.written.nodes, again.written.edges, again.written.removed) == (0, 0, 0)


@pytest.mark.usefixtures("scanned")
def test_a_refused_table_costs_its_types_and_no_more(user: Shell, azure: AzureCloud) -> None:
    azure.faults = Faults(denied={"SecurityResources"})
    again = user.json("scan", "azure")
    azure.faults = Faults()
    assert {u["call"] for u in again["unread"]} == {"resourcegraph:SecurityResources"}
    assert again["written"]["removed"] == 0
    said = user.json("connectors", "check", "azure")
    assert said["state"] == "degraded"
    lost = {c for refused in said["refused"] for c in refused["controls"]}
    assert lost
    assert all(c.startswith("azure/") for c in lost)


LEFT_OUT = {"azure": "AzureStorageAccount", "gcp": "GcpStorageBucket"}
NATIVE = ("storageaccounts", "storage.googleapis.com/bucket")


def is_left_out(one: dict[str, Any]) -> bool:
    return str(one.get("type") or one.get("assetType")).lower().endswith(NATIVE)


@contextlib.contextmanager
def less_than_whole(azure: AzureCloud, inventory: AssetInventory, fault: str) -> Iterator[None]:
    """Leave all stores and buckets out of what is listed, by a listing that is not whole."""
    rows, assets, subscriptions = (
        azure.estate.tables["Resources"], inventory.assets, azure.estate.subscriptions,
    )  # fmt: skip
    azure.estate.tables["Resources"] = [r for r in rows if not is_left_out(r)]
    inventory.assets = [a for a in assets if not is_left_out(a)]
    if fault == "truncated":
        azure.faults.truncated, inventory.goes_in_circles = True, True
    elif fault == "half way":
        first = {"data": rows[:9], "totalRecords": 900, "$skipToken": "a"}
        answers = (JSONResponse(first), JSONResponse({"error": {"code": "Gone"}}, 403))
        azure.faults.answers = [("/resources resources", one) for one in answers]
        inventory.faults = [Fault("PERMISSION_DENIED", content=ContentType.RESOURCE, page=1)]
    else:  # what may no longer be seen is left out in silence
        azure.estate.subscriptions = []
        inventory.assets = [a for a in inventory.assets if not a["assetType"].endswith("/Project")]
    inventory.most = 40
    yield
    azure.estate.tables["Resources"], azure.estate.subscriptions = rows, subscriptions
    azure.faults = Faults()
    inventory.fill(assets, NUMBERS)


def stores(driver: neo4j.Driver, cloud: str) -> int:
    """Return how many of them are in the graph."""
    (row,), _, _ = driver.execute_query(
        f"MATCH (n:{LEFT_OUT[cloud]}) WHERE NOT n:Unseen RETURN count(n) AS count"
    )
    count: int = row["count"]
    return count


def scanned_again(user: Shell, cloud: str) -> ScanResult | Refusal:
    with user.surrounded(), Deployment.open() as deployment:
        connectors = [one for one in deployment.ledger.connectors() if one.name == cloud]
        (again,) = scan(deployment, connectors).values()
    return again


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize("fault", ["truncated", "half way"])
@pytest.mark.parametrize("cloud", ADDED)
def test_nothing_is_swept_or_passed_on_a_pass_that_is_not_whole(
    user: Shell, driver: neo4j.Driver, azure: AzureCloud, inventory: AssetInventory, cloud: str,
    fault: str,
) -> None:  # fmt: skip
    before = stores(driver, cloud)
    with less_than_whole(azure, inventory, fault):
        again = scanned_again(user, cloud)
    assert isinstance(again, ScanResult)
    assert stores(driver, cloud) == before > 0
    assert again.written.removed == 0
    assert LEFT_OUT[cloud] in {u.type for u in again.unread}
    lost = {
        control
        for refused in user.json("connectors", "check", cloud)["refused"]
        for control in refused["controls"]
        if control.startswith(f"{cloud}/")
    }
    told = {f["control"] for f in user.json("findings", "--connector", cloud)}
    assert lost, "controls that stores and buckets are asked about, and more"
    assert lost - told == set(), "passed without having been read"


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize("cloud", ADDED)
def test_what_may_no_longer_be_seen_is_not_taken_for_empty(
    user: Shell, driver: neo4j.Driver, azure: AzureCloud, inventory: AssetInventory, cloud: str
) -> None:
    before = stores(driver, cloud)
    with less_than_whole(azure, inventory, "silent"):
        failed = scanned_again(user, cloud)
    assert isinstance(failed, ScanFailed)
    assert {"azure": "can't be read", "gcp": "holds no project"}[cloud] in str(failed)
    assert stores(driver, cloud) == before > 0
    (said,) = (c for c in user.json("connectors", "list") if c["name"] == cloud)
    assert said["state"] == "offline"


def test_a_policy_pass_that_is_refused_costs_what_is_read_from_it(
    user: Shell, scanned: dict[str, Any], inventory: AssetInventory
) -> None:
    inventory.faults = [Fault(code="PERMISSION_DENIED", content=ContentType.IAM_POLICY)]
    again = user.json("scan", "gcp")
    inventory.faults = []
    assert {u["permission"] for u in again["unread"]} == {"cloudasset.assets.listIamPolicy"}
    assert again["resources"] == scanned["gcp"]["resources"]
    assert again["written"]["removed"] == 0
