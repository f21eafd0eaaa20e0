"""Read the routes of a route table: which destinations go to which target.

A destination has one route, but several destinations may go to one target: they are one edge. A
route within the VPC itself, whose target is `local`, leads to nothing else and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import ec2_arn
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

PROPS = {
    "destinations": "The IPv4 and IPv6 blocks, and the ids of prefix lists, that go there.",
    "is_active": "Traffic is sent there; otherwise it is dropped, since the target is gone.",
}
GATEWAYS = {"igw": "internet-gateway", "vpce": "vpc-endpoint"}
TARGETS = {
    "NatGatewayId": "natgateway",
    "EgressOnlyInternetGatewayId": "egress-only-internet-gateway",
    "VpcPeeringConnectionId": "vpc-peering-connection",
    "NetworkInterfaceId": "network-interface",
    "InstanceId": "instance",
}
ATTACHED = ("InstanceId", "NetworkInterfaceId")
UNKNOWN_GATEWAYS = {"vgw": "vpn-gateway"}
UNKNOWN_TARGETS = {"LocalGatewayId": "local-gateway", "CarrierGatewayId": "carrier-gateway"}
ARNS = ("CoreNetworkArn", "OdbNetworkArn")
DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")


def known_targets(aws: Aws, table: Json) -> list[Ref[Any]]:
    """Return the edges to targets of the types that are inventoried, but transit gateways."""
    found = (
        (arn, route)
        for route in routes(table)
        for arn in _arns(aws, table, route, TARGETS, GATEWAYS)
    )
    return edges(found)


def unknown_targets(aws: Aws, table: Json) -> list[Ref[Any]]:
    """Return the edges to targets of other types."""
    found = (
        (arn, route)
        for route in routes(table)
        for arn in (
            *_arns(aws, table, route, UNKNOWN_TARGETS, UNKNOWN_GATEWAYS),
            *(route[name] for name in ARNS if route.get(name)),
        )
    )
    return edges(found)


def edges(found: Iterable[tuple[str, Json]]) -> list[Ref[Any]]:
    """Return one edge for each target, from (ARN of a target, route to it)."""
    by_target: dict[str, list[Json]] = {}
    for arn, route in found:
        by_target.setdefault(arn, []).append(route)
    return [
        Ref(
            arn,
            {
                "destinations": sorted(map(destination, there)),
                "is_active": any(route.get("State") == "active" for route in there),
            },
        )
        for arn, there in by_target.items()
    ]


def routes(table: Json) -> list[Json]:
    """Return the routes of a table as AWS gives them."""
    return table.get("Routes") or []


def destination(route: Json) -> str:
    """Return the block or prefix list that a route is for."""
    return next(str(route[name]) for name in DESTINATIONS if route.get(name))


def is_dead(route: Json) -> bool:
    """Tell whether the target of a route is gone, so that what it is for is dropped."""
    return bool(route.get("State") == "blackhole")


def _arns(
    aws: Aws, table: Json, route: Json, targets: dict[str, str], gateways: dict[str, str]
) -> Iterator[str]:
    """Yield the ARNs of a route's targets: an instance comes with its interface."""
    owner = table.get("OwnerId")
    for name, kind in targets.items():
        if route.get(name):
            # AWS gives the instance's owner only; an instance and its interface have the same
            its = route.get("InstanceOwnerId") if name in ATTACHED else None
            yield ec2_arn(aws, kind, route[name], its or owner)
    gateway = route.get("GatewayId") or ""
    prefix = gateway.partition("-")[0]
    if prefix in gateways:
        yield ec2_arn(aws, gateways[prefix], gateway, owner)
