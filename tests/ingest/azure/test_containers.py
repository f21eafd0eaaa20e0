"""Clusters and registries in the forms that Resource Graph gives them in."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.azure.reader import AzureReader
from ingest.catalogue import discover
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.estate.containers import CLUSTER, LOGS, REGISTRY
from server.demo.azure.rows import row
from tests.ingest.azure.test_all_azure_types import found

CATALOGUE = discover()


def only(
    azure: AzureCloud, reader: AzureReader, type_: str, properties: dict[str, Any]
) -> dict[str, Any]:
    """Return the one resource of a type that there is, with some properties."""
    azure.estate.tables["Resources"] = [row(type_, "one", properties=properties)]
    label = {CLUSTER: "AzureKubernetesCluster", REGISTRY: "AzureContainerRegistry"}[type_]
    ((said, _),) = found(reader, CATALOGUE[label]).values()
    return said


@pytest.mark.parametrize("name", ["omsagent", "omsAgent", "OmsAgent"])
def test_an_addon_is_known_in_any_casing(azure: AzureCloud, reader: AzureReader, name: str) -> None:
    config = {"logAnalyticsWorkspaceResourceId": LOGS.upper()}
    addons = {name: {"enabled": True, "config": config}, "azurepolicy": {"enabled": False}}
    said = only(azure, reader, CLUSTER, {"addonProfiles": addons})
    assert said["p"]["collects_logs"] is True
    assert said["p"]["enforces_policy"] is False
    assert ["LOGS_TO", False, [[LOGS.lower(), None]]] in said["e"]


def test_a_cluster_of_which_azure_says_little_is_told_nothing_false_of(
    azure: AzureCloud, reader: AzureReader
) -> None:
    said = only(azure, reader, CLUSTER, {"agentPoolProfiles": None, "networkProfile": None})
    untold = {"local_accounts", "is_private", "run_command", "defender", "rbac", "network_policy"}
    assert untold & said["p"].keys() == set()
    assert said["p"]["authorized_ranges"] == said["p"]["public_pools"] == []


def test_a_policy_that_is_off_keeps_nothing(azure: AzureCloud, reader: AzureReader) -> None:
    off = {"status": "disabled", "days": 7}
    said = only(azure, reader, REGISTRY, {"policies": {"retentionPolicy": off}, "encryption": None})
    assert {"retention_days", "customer_key", "admin_user"} & said["p"].keys() == set()
