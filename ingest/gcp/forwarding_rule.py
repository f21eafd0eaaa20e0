"""Forwarding rules: the addresses at which load balancers take traffic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, either, flag, ref, text, texts
from ingest.gcp.names import last
from ingest.internet.public_address import address_ref
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.backend_service import GcpBackendService
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.resource import GcpResource
    from ingest.gcp.subnetwork import GcpSubnetwork
    from ingest.gcp.target_http_proxy import GcpTargetHttpProxy
    from ingest.gcp.target_https_proxy import GcpTargetHttpsProxy
    from ingest.gcp.target_ssl_proxy import GcpTargetSslProxy
    from ingest.gcp.target_tcp_proxy import GcpTargetTcpProxy
    from ingest.internet.public_address import PublicAddress


class GcpForwardingRule(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/ForwardingRule", "compute.googleapis.com/GlobalForwardingRule",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="rule_id",
):  # fmt: skip
    """A forwarding rule: an address and ports, and what gets the traffic that comes there."""

    rule_id: str | None = prop("Number that no later rule of its name has.")
    address: str | None = prop("Address that it takes traffic at.")
    protocol: str | None = prop("`TCP`, `UDP`, ...")
    ports: list[str] = prop("Ports, or ranges of them: `443`, `8000-8080`; `all`.")
    scheme: str | None = prop(
        "`EXTERNAL`, `EXTERNAL_MANAGED`, `INTERNAL`, `INTERNAL_MANAGED`, ...; null where it only "
        "leads to a service that is connected to."
    )
    is_external: bool = prop("The internet can send to it.")
    is_open_to_all_regions: bool = prop(
        "An internal one takes traffic from every region of its network."
    )
    tier: str | None = prop("`PREMIUM` or `STANDARD`; null where it does not say.")
    target_name: str | None = prop("Name of what gets the traffic.")
    public_address: Ref[PublicAddress] | None = edge(
        "HAS_ADDRESS", "The address itself, of an external one."
    )
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network of an internal one.")
    subnetwork: Ref[GcpSubnetwork] | None = edge("IN_SUBNET", "Subnetwork of an internal one.")
    target: (
        Ref[
            GcpBackendService
            | GcpTargetHttpProxy
            | GcpTargetHttpsProxy
            | GcpTargetSslProxy
            | GcpTargetTcpProxy
            | GcpResource
        ]
        | None
    ) = edge("FORWARDS_TO", "What gets the traffic.")


def fetch(gcp: Gcp) -> Records[GcpForwardingRule]:
    """Yield the project's forwarding rules."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpForwardingRule:
    """Make the record of one rule."""
    said = data(item)
    scheme = text(said.get("loadBalancingScheme"))
    address = text(either(said, "IPAddress", "ipAddress"))
    is_external = scheme is not None and scheme.startswith("EXTERNAL")
    target = either(said, "target", "backendService")
    return GcpForwardingRule(
        **common(gcp, item),
        rule_id=text(said.get("id")),
        address=address,
        protocol=text(either(said, "IPProtocol", "ipProtocol")),
        ports=_ports(said),
        scheme=scheme,
        is_external=is_external,
        is_open_to_all_regions=flag(said.get("allowGlobalAccess")) is True,
        tier=text(said.get("networkTier")),
        target_name=last(target),
        public_address=address_ref(address) if is_external else None,
        network=ref(gcp, said.get("network")),
        subnetwork=ref(gcp, said.get("subnetwork")),
        target=ref(gcp, target),
    )


def _ports(said: Json) -> list[str]:
    """Return the ports, one as itself: Google also writes it as a range of one."""
    if flag(said.get("allPorts")):
        return ["all"]
    if ports := texts(said, "ports", "port"):
        return ports
    begin, _, end = str(said.get("portRange") or "").partition("-")
    return [] if not begin else [begin] if end in {"", begin} else [f"{begin}-{end}"]
