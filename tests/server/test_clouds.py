"""Azure subscriptions and Google Cloud projects are connected, and asked for wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.connect import Settings
from server.demo.azure.cloud import SUBSCRIPTION, TENANT, AzureCloud, subscription
from server.demo.azure.estate import whole
from server.demo.gcp.assets import FOLDER, NUMBER, NUMBERS, ORGANIZATION, PROJECT
from server.demo.gcp.estate import estate
from server.demo.gcp.inventory import AssetInventory
from tests.neo4j_fixture import wipe
from tests.server.running import Shell, shell


@pytest.fixture(scope="module")
def inventory() -> Iterator[AssetInventory]:
    with AssetInventory() as service:
        yield service


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureCloud]:
    with AzureCloud(tmp_path_factory.mktemp("azure")).served() as cloud:
        yield cloud


@pytest.fixture
def user(
    graph: neo4j.Driver, neo4j_server: Settings, azure: AzureCloud, inventory: AssetInventory,
    tmp_path: Path,
) -> Shell:  # fmt: skip
    wipe(graph)
    azure.estate, azure.faults = whole(), type(azure.faults)()
    inventory.fill(estate(), NUMBERS)
    more = (
        azure.environment
        | inventory.environment()
        | {"CIRROGRAPH_RATE": "5000", "CIRROGRAPH_INVENTORY_QUOTA": "1000"}
    )
    return shell(tmp_path / "home", neo4j_server, "http://127.0.0.1:1", **more)


def test_what_the_user_asks_for_wrongly_is_told(user: Shell, azure: AzureCloud) -> None:
    said = user.refused("connectors", "add", "azure", "--subscription", "none")
    assert SUBSCRIPTION in said
    said = user.refused("connectors", "add", "azure", "--tenant", "elsewhere")
    assert TENANT in said
    assert "GOOGLE_CLOUD_PROJECT" in user.refused("connectors", "add", "gcp")
    said = user.refused("connectors", "add", "gcp", "--project", "no-such-project")
    assert "no-such-project" in said
    user.json("connectors", "add", "azure", "--name", "shop")
    assert "connected already" in user.refused("connectors", "add", "azure")
    azure.estate.subscriptions.append(subscription("11111111-2222-3333-4444-555555555555"))
    assert "name one" in user.refused("connectors", "add", "azure", "--name", "other")


def test_a_project_is_one_by_its_number_and_by_its_id(user: Shell) -> None:
    added = user.json("connectors", "add", "gcp", "--project", NUMBER, "--name", "harbour")
    assert added["scope"] == PROJECT
    said = user.refused("connectors", "add", "gcp", "--project", PROJECT, "--name", "again")
    assert "connected already" in said


def test_all_subscriptions_are_added_in_one_go(user: Shell, azure: AzureCloud) -> None:
    other, off = (f"{n}1111111-2222-3333-4444-555555555555" for n in (1, 2))
    azure.estate.subscriptions += [
        subscription(other, name="Blog"), subscription(off, name="Old", state="Disabled"),
    ]  # fmt: skip
    said = user.json("connectors", "discover", "azure")
    assert {s["account"]: s["outcome"] for s in said} == {
        SUBSCRIPTION: "added", other: "added", off: "disabled",
    }  # fmt: skip
    again = user.json("connectors", "discover", "azure")
    assert [s["outcome"] for s in again].count("there already") == 2


def test_a_management_group_tells_what_is_not_to_be_seen(user: Shell, azure: AzureCloud) -> None:
    hidden, apart = (f"{n}1111111-2222-3333-4444-555555555555" for n in (3, 4))
    azure.estate.subscriptions.append(subscription(apart, name="Apart"))
    group = "/providers/Microsoft.Management/managementGroups"
    azure.estate.arm[f"{group}/shop/descendants".lower()] = [
        {"id": f"{group}/web", "type": group, "name": "web", "properties": {}},
        {"id": f"/subscriptions/{SUBSCRIPTION}", "type": "/subscriptions", "name": SUBSCRIPTION,
         "properties": {"displayName": "shop", "parent": {"id": f"{group}/web"}}},
        {"id": f"/subscriptions/{hidden}", "type": "/subscriptions", "name": hidden,
         "properties": {"displayName": "Hidden"}},
    ]  # fmt: skip
    said = user.json("connectors", "discover", "azure", "--management-group", "shop")
    assert {s["name"]: s["outcome"] for s in said} == {
        "shop": "added", "hidden": "not readable: it needs the role Reader on it or above it",
    }  # fmt: skip
    assert [c["scope"] for c in user.json("connectors", "list")] == [SUBSCRIPTION]
    refused = user.refused("connectors", "discover", "azure", "--management-group", "none")
    assert "management group none can't be listed" in refused


@pytest.mark.parametrize(
    ("command", "above"),
    [
        (("add", "gcp"), ("--organization", ORGANIZATION)),
        (("add", "gcp"), ("--folder", FOLDER.rpartition("/")[2])),
        (("discover", "gcp"), ("--folder", FOLDER)),
    ],
)
def test_all_projects_below_are_added_in_one_go(
    user: Shell, command: tuple[str, ...], above: tuple[str, ...]
) -> None:
    said = user.json("connectors", *command, *above)
    assert [(s["account"], s["outcome"]) for s in said] == [(PROJECT, "added")]
    again = user.json("connectors", *command, *above)
    assert [s["outcome"] for s in again] == ["there already"]


def test_what_projects_are_below_is_named_once(user: Shell) -> None:
    both = ("--organization", "1", "--folder", "2")
    assert "name one of" in user.refused("connectors", "discover", "gcp")
    assert "name one of" in user.refused("connectors", "add", "gcp", *both)
    assert "no --name" in user.refused(
        "connectors", "add", "gcp", "--organization", "1", "--name", "harbour"
    )
    said = user.refused("connectors", "discover", "gcp", "--organization", "1")
    assert "the projects of organizations/1 can't be listed: PERMISSION_DENIED" in said


@pytest.mark.parametrize("cloud", ["aws", "azure", "gcp"])
def test_the_least_role_is_printed(user: Shell, cloud: str) -> None:
    said = user.run("connectors", "permissions", cloud).json
    assert "ead" in str(said)
