"""The project's networks and the rules of their firewall: sound ones, and not."""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import COMPUTE, CRANE, DEFAULT_ACCOUNT, MADE, Data, asset


def networks() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def network(name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/harbour-prod/global/networks/{name}", f"{kind}/Network",
            {"creationTimestamp": MADE, "id": f"30{len(name)}", "name": name,
             "selfLink": f"{COMPUTE}/global/networks/{name}", **more},
            location="global",
        )  # fmt: skip

    def subnetwork(name: str, network: str, more: Data) -> dict[str, Any]:
        path = f"regions/europe-west1/subnetworks/{name}"
        return asset(
            f"//{kind}/projects/harbour-prod/{path}", f"{kind}/Subnetwork",
            {"creationTimestamp": MADE, "id": f"40{len(name)}", "name": name,
             "fingerprint": "gHOs7GmZw+Q=", "gatewayAddress": "10.140.0.1",
             "ipCidrRange": "10.140.0.0/20", "network": f"{COMPUTE}/global/networks/{network}",
             "region": f"{COMPUTE}/regions/europe-west1", "selfLink": f"{COMPUTE}/{path}", **more},
            location="europe-west1",
        )  # fmt: skip

    return [
        network("quay", {
            "autoCreateSubnetworks": False, "routingConfig": {"routingMode": "GLOBAL"},
            "mtu": 1460, "networkFirewallPolicyEnforcementOrder": "AFTER_CLASSIC_FIREWALL",
            "subnetworks": [f"{COMPUTE}/regions/europe-west1/subnetworks/berths"],
            "peerings": [
                {"name": "to-hub", "state": "ACTIVE", "exchangeSubnetRoutes": True,
                 "network": f"{COMPUTE}/global/networks/default"},
                {"name": "to-partner", "state": "INACTIVE", "network":
                 "https://www.googleapis.com/compute/v1/projects/partner/global/networks/main"},
            ],
        }),
        network("default", {"autoCreateSubnetworks": True,
                            "subnetwork": [f"{COMPUTE}/regions/europe-west1/subnetworks/default"]}),
        network("ancient", {"IPv4Range": "10.240.0.0/16", "gatewayIPv4": "10.240.0.1"}),
        subnetwork("berths", "quay", {
            "purpose": "PRIVATE", "privateIpGoogleAccess": True, "stackType": "IPV4_ONLY",
            "enableFlowLogs": True,
            "logConfig": {"enable": True, "aggregationInterval": "INTERVAL_5_SEC",
                          "flowSampling": 1, "metadata": "INCLUDE_ALL_METADATA"},
            "secondaryIpRanges": [{"rangeName": "pods", "ipCidrRange": "10.4.0.0/14"}],
        }),
        subnetwork("default", "default", {"privateIpGoogleAccess": False}),
    ]  # fmt: skip


def rules() -> list[dict[str, Any]]:
    kind = "compute.googleapis.com"

    def rule(name: str, more: Data) -> dict[str, Any]:
        return asset(
            f"//{kind}/projects/harbour-prod/global/firewalls/{name}", f"{kind}/Firewall",
            {"creationTimestamp": MADE, "description": "", "direction": "INGRESS",
             "disabled": False, "id": f"50{len(name)}", "logConfig": {"enable": False},
             "name": name, "network": f"{COMPUTE}/global/networks/quay", "priority": 1000,
             "selfLink": f"{COMPUTE}/global/firewalls/{name}", **more},
            location="global",
        )  # fmt: skip

    return [
        rule("within", {
            "allowed": [{"IPProtocol": "tcp", "ports": ["443", "8000-8080"]},
                        {"IPProtocol": "icmp"}],
            "sourceRanges": ["10.140.0.0/20"], "targetTags": ["quay"],
            "logConfig": {"enable": True, "metadata": "INCLUDE_ALL_METADATA"},
        }),
        rule("open-ssh", {
            "allowed": [{"IPProtocol": "tcp", "ipProtocol": "tcp", "port": ["22"]}],
            "sourceRange": ["0.0.0.0/0"], "targetServiceAccount": [CRANE], "priority": 200,
        }),
        rule("from-crane", {"allowed": [{"IPProtocol": "all"}], "sourceServiceAccounts": [CRANE],
                            "targetServiceAccounts": [DEFAULT_ACCOUNT]}),
        rule("none-out", {"direction": "EGRESS", "denied": [{"IPProtocol": "17"}],
                          "destinationRanges": ["0.0.0.0/0"], "disabled": True}),
    ]  # fmt: skip
