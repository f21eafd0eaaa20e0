"""Forms in which Azure says the same of networks, and what must not be taken for something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from ingest.azure.application_gateway import OLDEST_DEFAULT, minimum_tls
from ingest.azure.reader import AzureReader
from ingest.azure.security_rule import families, ranges
from ingest.catalogue import discover
from ingest.collect import collect
from ingest.units import Collected, Unit
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.rows import resource_id, row

CATALOGUE = discover()
GROUPS = "Microsoft.Network/networkSecurityGroups"
NETWORKS = "Microsoft.Network/virtualNetworks"
ADDRESSES = "Microsoft.Network/publicIPAddresses"
GATEWAYS = "Microsoft.Network/applicationGateways"
LOGS = "Microsoft.Network/networkWatchers/flowLogs"
NAMES = "Microsoft.Network/applicationSecurityGroups"


def collected(reader: AzureReader, label: str, folder: Path) -> Collected:
    unit = Unit(connector="azure:azure:x", type=label, region="global")
    listing, scope = reader.listing(CATALOGUE[label], unit, "s1")
    return collect(CATALOGUE[label], listing, unit=unit, scope=scope, folder=folder, secret=b"test")


def props(done: Collected) -> list[Any]:
    assert done.staged is not None, (done.call, done.error, done.detail)
    return [orjson.loads(p) for batch in done.staged.batches(("props",)) for p in batch["props"]]


def links(done: Collected) -> dict[str, list[Any]]:
    """Return the ends of the edges, by type."""
    assert done.staged is not None
    said = [
        orjson.loads(text) for batch in done.staged.batches(("links",)) for text in batch["links"]
    ]
    return {type_: ends for one in said for type_, _, ends in one["e"]}


def a_rule(**said: Any) -> dict[str, Any]:
    """Return a group with one rule, which opens everything where nothing else is said."""
    rule = {
        "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "*",
        "sourceAddressPrefix": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*",
        "destinationPortRange": "*", **said,
    }  # fmt: skip
    id_ = f"{resource_id(GROUPS, 'web')}/securityRules/one"
    return row(
        GROUPS, "web",
        properties={"securityRules": [{"id": id_, "name": "one", "properties": rule}]},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["*"], [(0, 65535)]),
        (["22"], [(22, 22)]),
        (["20-30"], [(20, 30)]),
        (["443", "20-30", "25-40", "41"], [(20, 41), (443, 443)]),
        ([], []),
    ],
)
def test_ports_become_numbers_and_ranges_that_touch_become_one(
    said: list[str], expected: list[tuple[int, int]]
) -> None:
    assert ranges(said) == expected


@pytest.mark.parametrize(
    ("prefixes", "expected"),
    [
        (["*"], ["ipv4", "ipv6"]),
        (["any"], ["ipv4", "ipv6"]),
        (["internet"], ["ipv4", "ipv6"]),
        (["0.0.0.0/0"], ["ipv4"]),
        (["203.0.113.7/0"], ["ipv4"]),
        (["::/0"], ["ipv6"]),
        (["10.0.0.0/8", "::/0", "0.0.0.0/0"], ["ipv4", "ipv6"]),
        (["0.0.0.0/1", "128.0.0.0/1"], ["ipv4"]),
        (["0.0.0.0/1", "128.0.0.0/2"], []),
        (["203.0.113.7"], []),
        (["virtualnetwork", "azurecloud.westeurope", "10.0.0.0/8"], []),
        ([], []),
    ],
)
def test_who_is_everybody_is_told_by_family(prefixes: list[str], expected: list[str]) -> None:
    assert families(prefixes, everyone="internet") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            {"protocol": "TCP", "direction": "inbound", "access": "DENY"},
            {"protocol": "tcp", "direction": "Inbound", "access": "Deny"},
        ),
        (
            {"sourceAddressPrefix": "Internet", "destinationPortRange": "Any"},
            {"from_anywhere": ["ipv4", "ipv6"], "from_ports": [0], "to_ports": [65535]},
        ),
        (
            {
                "sourceAddressPrefix": None, "sourceAddressPrefixes": ["10.0.0.0/8", "::/0"],
                "destinationPortRange": "", "destinationPortRanges": ["8080", "22-23"],
            },
            {
                "sources": ["10.0.0.0/8", "::/0"], "from_anywhere": ["ipv6"],
                "from_ports": [22, 8080], "to_ports": [23, 8080],
            },
        ),
        (
            {"destinationAddressPrefix": "VirtualNetwork"},
            {"to_anywhere": ["ipv4", "ipv6"]},
        ),
        (
            {"destinationAddressPrefix": "VirtualNetwork", "direction": "Outbound"},
            {"to_anywhere": []},
        ),
        (
            {"sourcePortRange": None, "sourcePortRanges": ["1-1023"]},
            {"is_for_all_source_ports": False},
        ),
        ({"sourcePortRange": "0-65535"}, {"is_for_all_source_ports": True}),
    ],
)  # fmt: skip
def test_a_rule_has_one_form_however_it_was_said(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, said: Any, expected: Any
) -> None:
    azure.estate.tables["Resources"] = [a_rule(**said)]
    (found,) = props(collected(reader, "AzureSecurityRule", tmp_path))
    assert {name: found[name] for name in expected} == expected


def test_a_rule_for_groups_names_them(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    name = resource_id(NAMES, "WEB")
    said = {"sourceAddressPrefix": None, "sourceApplicationSecurityGroups": [{"id": name}]}
    azure.estate.tables["Resources"] = [a_rule(**said)]
    done = collected(reader, "AzureSecurityRule", tmp_path)
    (found,) = props(done)
    assert (found["sources"], found["from_anywhere"]) == ([name.lower()], [])
    assert links(done)["FROM_GROUP"] == [[name.lower(), None]]


@pytest.mark.parametrize(
    "group",
    [
        a_rule(sourceAddressPrefix=None),
        a_rule(destinationAddressPrefix=None),
        a_rule(destinationPortRange="ssh"),
        row(GROUPS, "web", properties=None),
        row(GROUPS, "web", properties={"securityRules": "none"}),
        row(GROUPS, "web", properties={"securityRules": ["none"]}),
    ],
)
def test_a_rule_that_is_not_understood_is_missing_and_that_is_known(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, group: Any
) -> None:
    whole = a_rule()
    whole["id"] += "2"
    azure.estate.tables["Resources"] = [group, whole]
    done = collected(reader, "AzureSecurityRule", tmp_path)
    assert (done.quarantined, len(props(done))) == (1, 1)


def test_a_subnet_keeps_quiet_of_what_its_network_does_not_say(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    id_ = f"{resource_id(NETWORKS, 'Shop')}/subnets/Web"
    subnet = {
        "id": id_, "name": "Web",
        "properties": {"addressPrefix": "10.1.0.0/24", "delegations": None},
    }  # fmt: skip
    azure.estate.tables["Resources"] = [row(NETWORKS, "Shop", properties={"subnets": [subnet]})]
    done = collected(reader, "AzureSubnet", tmp_path)
    (found,) = props(done)
    assert "default_outbound_access" not in found
    assert (found["delegations"], found["resource_group"]) == ([], "shop")
    assert links(done)["IN_NETWORK"] == [[resource_id(NETWORKS, "shop").lower(), None]]


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ({}, (False, {})),
        (
            {"ipConfiguration": {"id": "/n/Microsoft.Network/loadBalancers/a/frontends/b"}},
            (True, {}),
        ),
        (
            {"ipConfiguration": {"id": "/n/Microsoft.Network/azureFirewalls/F/ipConfigurations/b"}},
            (True, {"ATTACHED_TO": [["/n/microsoft.network/azurefirewalls/f", None]]}),
        ),
        (
            {
                "ipConfiguration": {
                    "id": "/n/Microsoft.Compute/virtualMachineScaleSets/S/virtualMachines/0/"
                    "networkInterfaces/a/ipConfigurations/b"
                }
            },
            (True, {"ATTACHED_TO": [["/n/microsoft.compute/virtualmachinescalesets/s", None]]}),
        ),
        (
            {"natGateway": {"id": "/n/Microsoft.Network/natGateways/g"}},
            (True, {"ATTACHED_TO": [["/n/microsoft.network/natgateways/g", None]]}),
        ),
    ],
)  # fmt: skip
def test_an_address_is_attached_to_what_uses_it(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, used: Any, expected: Any
) -> None:
    azure.estate.tables["Resources"] = [row(ADDRESSES, "one", properties=used)]
    done = collected(reader, "AzurePublicAddress", tmp_path)
    assert (props(done)[0]["is_attached"], links(done)) == expected


@pytest.mark.parametrize(
    ("policy", "default", "expected"),
    [
        ({"policyName": "AppGwSslPolicy20170401"}, OLDEST_DEFAULT, "TLSv1_1"),
        ({"policyName": "AppGwSslPolicy20990101"}, OLDEST_DEFAULT, None),
        ({"policyType": "CustomV2", "minProtocolVersion": "TLSv1_3"}, OLDEST_DEFAULT, "TLSv1_3"),
        ({"disabledSslProtocols": ["TLSv1_0"]}, OLDEST_DEFAULT, "TLSv1_1"),
        ({"disabledSslProtocols": ["TLSv1_0", "TLSv1_1"]}, OLDEST_DEFAULT, "TLSv1_2"),
        ({"disabledSslProtocols": []}, OLDEST_DEFAULT, "TLSv1_0"),
        ({}, "AppGwSslPolicy20220101", "TLSv1_2"),
    ],
)
def test_the_lowest_tls_is_told_in_four_ways(
    policy: Any, default: str, expected: str | None
) -> None:
    assert minimum_tls(policy, default) == expected


def test_only_listeners_that_redirect_are_not_in_clear_text(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path
) -> None:
    def inside(kind: str, name: str, **said: Any) -> Any:
        return {
            "id": f"{resource_id(GATEWAYS, 'g')}/{kind}/{name}",
            "name": name,
            "properties": said,
        }

    def rule(name: str, listener: str, **said: Any) -> Any:
        to = {"id": inside("httpListeners", listener)["id"].upper()}
        return inside("requestRoutingRules", name, httpListener=to, **said)

    azure.estate.tables["Resources"] = [
        row(
            GATEWAYS, "g",
            properties={
                "httpListeners": [
                    inside("httpListeners", "moves", protocol="Http"),
                    inside("httpListeners", "serves", protocol="HTTP"),
                    inside("httpListeners", "safe", protocol="Https"),
                ],
                "requestRoutingRules": [
                    rule("a", "moves", redirectConfiguration={"id": "r"}),
                    rule("b", "serves", backendAddressPool={"id": "p"}),
                    rule("c", "safe", backendAddressPool={"id": "p"}),
                ],
            },
        )
    ]  # fmt: skip
    (found,) = props(collected(reader, "AzureApplicationGateway", tmp_path))
    assert found["clear_text_listeners"] == ["serves"]


@pytest.mark.parametrize(
    ("policy", "days"),
    [
        (None, 0),
        ({"enabled": False, "days": 30}, 0),
        ({"enabled": True, "days": 0}, 0),
        ({"enabled": True, "days": 90}, 90),
    ],
)
def test_a_flow_log_without_a_policy_is_kept(
    azure: AzureCloud, reader: AzureReader, tmp_path: Path, policy: Any, days: int
) -> None:
    said = {"enabled": True, "retentionPolicy": policy, "flowAnalyticsConfiguration": None}
    azure.estate.tables["Resources"] = [row(LOGS, "watcher/one", properties=said)]
    (found,) = props(collected(reader, "AzureFlowLog", tmp_path))
    assert found["retention_days"] == days
    assert "traffic_analytics" not in found
