"""What Google says of networks, load balancers, names and images in more than one form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from ingest.gcp.client import Gcp
from ingest.gcp.firewall_rule import read as read_rule
from ingest.gcp.network import read as read_network
from ingest.gcp.reader import GcpReader
from ingest.gcp.subnetwork import read as read_subnetwork
from ingest.items import Answer, Item
from server.demo.gcp.assets import CRANE, DEFAULT_ACCOUNT, NUMBER, PROJECT
from tests.ingest.gcp.reading import read

Opened = Callable[..., GcpReader]
THERE = f"//compute.googleapis.com/projects/{PROJECT}"
REGION, ZONE = f"{THERE}/regions/europe-west1", f"{THERE}/zones/europe-west1-b"


@dataclasses.dataclass(frozen=True)
class One:
    """Reads one asset as the project's, without a service behind it."""

    gcp: Gcp

    def item(self, data: dict[str, Any], path: str = "global/firewalls/one") -> Item:
        return Item(
            body={"name": f"{THERE}/{path}", "data": data}, answers={"policy": Answer(body={})}
        )

    def rule(self, **data: Any) -> Any:
        return read_rule(self.gcp, self.item({"allowed": [{"IPProtocol": "tcp"}], **data}))


@pytest.fixture
def one(opened: Opened) -> One:
    return One(Gcp(owner=opened().owner, service="cloudasset", scan="scan-1"))


@pytest.mark.parametrize(
    ("ranges", "families"),
    [
        (["0.0.0.0/0"], ["ipv4"]),
        (["::/0"], ["ipv6"]),
        (["0::0/0", "10.0.0.0/8"], ["ipv6"]),
        (["0.0.0.0/0", "::/0"], ["ipv4", "ipv6"]),
        (["0.0.0.0/1", "128.0.0.0/1"], ["ipv4"]),
        (["128.0.0.0/2", "0.0.0.0/1", "192.0.0.0/2"], ["ipv4"]),
        (["0.0.0.0/1", "128.0.0.0/2"], []),
        (["10.0.0.0/8"], []),
        (["198.51.100.7", "no block"], []),
        ([], ["ipv4"]),
    ],
)
def test_a_rule_is_from_anywhere_however_that_is_written(
    one: One, ranges: list[str], families: list[str]
) -> None:
    rule = one.rule(sourceRanges=ranges)
    assert rule.from_any == families
    assert rule.is_from_anywhere is bool(families)


def test_a_rule_that_names_its_sources_otherwise_is_not_from_anywhere(one: One) -> None:
    assert one.rule(sourceTags=["web"]).from_any == []
    assert one.rule(sourceServiceAccounts=[CRANE]).from_any == []
    # Whoever fits either is let in.
    assert one.rule(sourceTags=["web"], sourceRanges=["0.0.0.0/0"]).from_any == ["ipv4"]


def test_a_rule_for_the_way_out_is_from_nowhere(one: One) -> None:
    out = one.rule(direction="EGRESS", sourceRanges=["0.0.0.0/0"])
    assert (out.from_any, out.is_from_anywhere, out.is_to_anywhere) == ([], False, True)
    assert not one.rule(direction="EGRESS", destinationRanges=["10.0.0.0/8"]).is_to_anywhere


@pytest.mark.parametrize(
    ("said", "tcp", "udp"),
    [
        ({"IPProtocol": "tcp", "ports": ["20-30", "443"]}, [(20, 30), (443, 443)], []),
        ({"IPProtocol": "6", "ports": ["22"]}, [(22, 22)], []),
        ({"IPProtocol": "TCP"}, [(0, 65_535)], []),
        ({"IPProtocol": "17"}, [], [(0, 65_535)]),
        ({"IPProtocol": "all"}, [(0, 65_535)], [(0, 65_535)]),
        ({"IPProtocol": "132", "ports": ["22"]}, [], []),
        ({"IPProtocol": "icmp"}, [], []),
    ],
)
def test_protocols_and_ports_of_a_rule(
    one: One,
    said: dict[str, Any],
    tcp: list[tuple[int, int]],
    udp: list[tuple[int, int]],
) -> None:
    for rule in (one.rule(allowed=[said]), one.rule(allowed=[], denied=[said])):
        assert list(zip(rule.tcp_from, rule.tcp_to, strict=True)) == tcp
        assert list(zip(rule.udp_from, rule.udp_to, strict=True)) == udp


def test_what_a_rule_does_not_say_is_what_google_takes_it_for(one: One) -> None:
    rule = one.rule()
    assert (rule.direction, rule.priority, rule.is_disabled) == ("INGRESS", 1_000, False)
    assert (rule.targets, rule.is_logged) == ([], False)
    assert one.rule(priority=0).priority == 0
    assert one.rule(targetTags=["web"]).targets == ["tag web"]
    assert one.rule(targetServiceAccounts=[CRANE]).targets == [f"account {CRANE}"]


def test_only_a_network_with_addresses_of_its_own_is_a_legacy_one(one: One) -> None:
    def mode(**data: Any) -> str:
        return read_network(one.gcp, one.item({"id": "1", **data}, "global/networks/n")).mode

    assert mode(IPv4Range="10.240.0.0/16") == mode(ipv4Range="10.240.0.0/16") == "legacy"
    assert mode(autoCreateSubnetworks=True) == "auto"
    assert mode(autoCreateSubnetworks=False) == mode() == "custom"


def test_what_a_subnetwork_is_kept_for(one: One) -> None:
    def kept(purpose: str | None) -> tuple[bool, bool]:
        item = one.item({"id": "1", "purpose": purpose}, "regions/europe-west1/subnetworks/s")
        found = read_subnetwork(one.gcp, item)
        return found.is_for_instances, found.is_proxy_only

    assert kept(None) == kept("PRIVATE") == (True, False)
    assert kept("REGIONAL_MANAGED_PROXY") == kept("INTERNAL_HTTPS_LOAD_BALANCER") == (False, True)
    assert kept("PRIVATE_SERVICE_CONNECT") == (False, False)


def test_an_instance_of_a_group_that_kubernetes_made(opened: Opened) -> None:
    found = read(opened(), "GcpComputeInstance")
    node, other = found.props("gke-dock-pool-1"), found.props("old-1")
    assert node["is_kubernetes_node"] is node["is_preemptible"] is node["is_confidential"] is True
    assert other["is_kubernetes_node"] is other["is_preemptible"] is False
    # It has a way in for IPv4 whose address Google has not given yet.
    assert (node["has_external_access"], node["external_addresses"]) == (True, ["2001:db8::5"])
    assert found.edges("gke-dock-pool-1")["IN_NETWORK"] == {
        f"{THERE}/global/networks/quay": {"reached_over": ["ipv6"]}
    }
    assert found.edges("old-1")["IN_NETWORK"] == {
        f"{THERE}/global/networks/default": {"reached_over": ["ipv4"]}
    }
    assert found.edges("gke-dock-pool-1")["MANAGED_BY"] == {
        f"{ZONE}/instanceGroupManagers/cranes": None
    }, "made by what is named by the project's number"
    assert node["firewall_targets"] == ["tag gke-dock-node", f"account {DEFAULT_ACCOUNT}"]
    assert node["grants"] == ["roles/compute.osLogin user:ops@harbour.example"]
    assert found.props("crane-1")["has_external_access"] is False


def test_a_load_balancer_leads_from_its_address_to_its_instances(opened: Opened) -> None:
    reader = opened()
    rules, maps = read(reader, "GcpForwardingRule"), read(reader, "GcpUrlMap")
    gate = rules.props("gate")
    assert (gate["ports"], gate["is_external"]) == (["443"], True)
    assert rules.props("mail")["ports"] == ["465-993"]
    assert rules.props("to-https")["ports"] == ["80"]
    inside = rules.props("inside")
    assert (inside["ports"], inside["is_external"]) == (["all"], False)
    assert rules.edges("gate")["FORWARDS_TO"] == {f"{THERE}/global/targetHttpsProxies/gate": None}
    assert rules.edges("inside")["FORWARDS_TO"] == {f"{REGION}/backendServices/inside": None}
    assert "FORWARDS_TO" not in rules.edges("googleapis"), "a bundle of Google's is no resource"
    assert read(reader, "GcpTargetHttpsProxy").edges("gate")["FORWARDS_TO"] == {
        f"{THERE}/global/urlMaps/gate": None
    }
    assert maps.edges("gate")["ROUTES_TO"].keys() == {
        f"{THERE}/global/backendServices/gate",
        f"{THERE}/global/backendServices/bare",
        f"{THERE}/global/backendBuckets/docs",
    }, "at whatever depth, and not what is only tested"
    services = read(reader, "GcpBackendService")
    assert services.edges("gate")["ROUTES_TO"] == {f"{ZONE}/instanceGroups/cranes": None}
    assert services.edges("gate")["PROTECTED_BY"] == {f"{THERE}/global/securityPolicies/gate": None}
    managers = read(reader, "GcpInstanceGroupManager")
    assert managers.edges("cranes")["MANAGES"] == {f"{ZONE}/instanceGroups/cranes": None}
    assert managers.props("cranes")["zones"] == ["europe-west1-b"]
    spread = managers.props("spread")
    assert (spread["zones"], spread["is_regional"]) == (["europe-west1-b", "europe-west1-c"], True)


def test_a_map_only_redirects_where_nothing_else_can_come_of_it(opened: Opened) -> None:
    maps = read(opened(), "GcpUrlMap")
    said = {row["p"]["name"]: row["p"]["only_redirects_to_https"] for row in maps.rows.values()}
    assert said == {"gate": False, "old-gate": False, "to-https": True}


def test_what_a_backend_service_does_not_say_is_off(opened: Opened) -> None:
    services = read(opened(), "GcpBackendService")
    good, bare = services.props("gate"), services.props("bare")
    assert good["asks_who"] is good["is_logged"] is good["is_http"] is True
    assert good["log_share"] == 0.5
    assert bare["asks_who"] is bare["is_logged"] is False
    assert "log_share" not in bare
    assert services.props("inside")["is_http"] is False
    assert services.props("inside")["log_share"] == 1.0


def test_an_ssl_policy_that_says_nothing_is_as_wide_as_it_can_be(opened: Opened) -> None:
    policies = read(opened(), "GcpSslPolicy")
    unsaid, chosen = policies.props("unsaid"), policies.props("chosen")
    assert (unsaid["profile"], unsaid["min_tls_version"]) == ("COMPATIBLE", "TLS_1_0")
    assert chosen["ciphers"] == ["TLS_RSA_WITH_AES_128_CBC_SHA"]


def test_zones_in_words_of_the_inventory_and_of_their_own_interface(opened: Opened) -> None:
    zones = read(opened(), "GcpDnsZone")
    by_name = {row["p"]["name"]: row["p"] for row in zones.rows.values()}
    algorithms = ("key_signing_algorithm", "zone_signing_algorithm")
    assert [by_name["harbour"][name] for name in algorithms] == ["rsasha256"] * 2
    assert [by_name["weak"][name] for name in algorithms] == ["rsasha1"] * 2
    assert {name: zone.get("dnssec") for name, zone in by_name.items()} == {
        "harbour": "on", "weak": "on", "old": "off", "inside": None,
    }  # fmt: skip
    assert by_name["old"]["uid"].endswith(f"/projects/{PROJECT}/managedZones/9142")
    inside = zones.edges("inside")
    assert by_name["inside"]["is_public"] is False
    assert by_name["inside"]["forwards_to"] == ["10.9.0.53"]
    assert inside["VISIBLE_IN"] == {f"{THERE}/global/networks/quay": None}
    assert inside["PEERED_WITH"] == {f"{THERE}/global/networks/default": None}


def test_policies_of_names_and_their_networks(opened: Opened) -> None:
    policies = read(opened(), "GcpDnsPolicy")
    said = {row["p"]["name"]: row["p"]["is_query_logged"] for row in policies.rows.values()}
    assert said == {"watched": True, "unwatched": False}
    assert policies.edges("9151")["APPLIES_TO"] == {f"{THERE}/global/networks/quay": None}


def test_routes_and_what_they_lead_to(opened: Opened) -> None:
    routes = read(opened(), "GcpRoute")
    out, hand = routes.props("out"), routes.props("by-hand")
    assert (out["is_to_internet"], out["leads_to"]) == (True, "gateway")
    assert (hand["priority"], hand["leads_to"]) == (0, "instance")
    assert hand["warnings"] == ["NEXT_HOP_CANNOT_IP_FORWARD"]
    assert routes.edges("by-hand")["ROUTES_TO"] == {f"{ZONE}/instances/crane-1": None}
    assert routes.props("by-address")["next_hop"] == "10.140.0.4"
    assert "ROUTES_TO" not in routes.edges("by-address"), "an address is no resource"


def test_a_router_says_which_translations_are_not_logged(opened: Opened) -> None:
    routers = read(opened(), "GcpRouter")
    good, bad = routers.props("quay"), routers.props("plain")
    assert (good["nats"], good["unlogged_nats"], good["asn"]) == (["out"], [], 64_514)
    assert good["unauthenticated_peers"] == ["stranger"]
    assert bad["unlogged_nats"] == bad["nats_with_any_address"] == ["quiet"]
    assert (good["serves_all_subnetworks"], bad["serves_all_subnetworks"]) == (False, True)
    assert routers.edges("quay")["TRANSLATES_FOR"] == {f"{REGION}/subnetworks/berths": None}


def test_addresses_and_who_has_them(opened: Opened) -> None:
    addresses = read(opened(), "GcpAddress")
    assert addresses.edges("gate")["USED_BY"] == {f"{THERE}/global/forwardingRules/gate": None}
    said = {
        row["p"]["name"]: (row["p"]["is_external"], row["p"]["is_in_use"])
        for row in addresses.rows.values()
    }
    assert said == {"gate": (True, True), "forgotten": (True, False), "inside": (False, False)}


def test_copies_of_disks_say_what_they_were_made_of_and_who_may_have_them(opened: Opened) -> None:
    reader = opened()
    snapshots, images = read(reader, "GcpSnapshot"), read(reader, "GcpImage")
    assert snapshots.edges("nightly")["COPY_OF"] == {f"{ZONE}/disks/crane-1": None}
    assert snapshots.props("nightly")["key_kind"] == "customer-managed"
    assert snapshots.props("by-hand")["key_kind"] == "customer-supplied"
    assert snapshots.props("by-hand")["public_roles"] == ["roles/compute.storageAdmin"]
    assert images.edges("given-away")["COPY_OF"] == {f"{THERE}/global/snapshots/by-hand": None}
    assert images.props("given-away")["state"] == "DEPRECATED"
    assert images.props("crane-v7")["public_roles"] == []
    twice = read(reader, "GcpDisk").props("twice")
    assert (twice["region"], "zone" in twice) == ("europe-west1", False)


def test_certificates_of_people_and_of_google(opened: Opened) -> None:
    certificates = read(opened(), "GcpSslCertificate")
    own, managed = certificates.props("own"), certificates.props("managed")
    assert (own["is_managed"], own["domains"]) == (False, ["mail.harbour.example"])
    assert own["expires_at"] == "2025-01-01T07:00:00+00:00"
    assert (managed["status"], managed["domains"]) == ("ACTIVE", ["harbour.example"])


def test_the_project_has_a_second_factor_or_does_not_say(opened: Opened) -> None:
    assert "os_login_2fa" not in read(opened(), "GcpProject").props(NUMBER)
