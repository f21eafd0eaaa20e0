"""An Azure subscription and a Google Cloud project, from `connectors add` to their verdicts.

Both are connected and scanned once for all tests here, side by side; each test goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from google.cloud.asset_v1 import ContentType

from graph.connect import Settings
from graph.scan import Progress
from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud, Faults
from server.demo.azure.estate import whole
from server.demo.gcp.estate import NUMBERS, PROJECT, estate
from server.demo.gcp.inventory import AssetInventory, Fault
from server.deployment import Deployment
from server.result import ScanResult
from server.scan import scan
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
) -> Shell:  # fmt: skip
    wipe(driver)
    more = azure.environment | inventory.environment() | {"CIRROGRAPH_RATE": "5000"}
    return shell(tmp_path_factory.mktemp("home"), neo4j_server, "http://127.0.0.1:1", **more)


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


def test_a_policy_pass_that_is_refused_costs_what_is_read_from_it(
    user: Shell, scanned: dict[str, Any], inventory: AssetInventory
) -> None:
    inventory.faults = [Fault(code="PERMISSION_DENIED", content=ContentType.IAM_POLICY)]
    again = user.json("scan", "gcp")
    inventory.faults = []
    assert {u["permission"] for u in again["unread"]} == {"cloudasset.assets.listIamPolicy"}
    assert again["resources"] == scanned["gcp"]["resources"]
    assert again["written"]["removed"] == 0
