"""Route tables of Amazon VPCs: where the traffic of subnets goes.

AWS lists only those subnets that name a table; all others of a VPC go by its main table. Both are
edges, so that what a subnet can reach is a path: subnet, table, gateway. For a main table the VPC's
subnets are asked for, less those that name a table, whichever.

A route gives only the id of a transit gateway, which is another account's more often than not, so
its ARN is asked for.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import ec2_arn, ec2_ref, name_of
from ingest.aws.routes import (
    PROPS,
    destination,
    edges,
    is_dead,
    known_targets,
    routes,
    unknown_targets,
)
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.aws.client import Aws
    from ingest.aws.ec2_egress_only_internet_gateway import AwsEgressOnlyInternetGateway
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_internet_gateway import AwsInternetGateway
    from ingest.aws.ec2_nat_gateway import AwsNatGateway
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_transit_gateway import AwsTransitGateway
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.ec2_vpc_endpoint import AwsVpcEndpoint
    from ingest.aws.ec2_vpc_peering_connection import AwsVpcPeeringConnection

PAGES = {"PageSize": 100}  # the most that this listing gives at once
IS_MAIN = {"is_main": "The subnet names no table, so the VPC's main one counts for it."}
ENDED = frozenset({"disassociated", "failed"})


class AwsRouteTable(Resource, service="ec2", lists="ec2:DescribeRouteTables"):
    """A route table: it says where traffic goes that leaves a subnet or a gateway."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `rtb-...`.", indexed=True)
    is_main: bool = prop("It counts for the subnets of its VPC that name no table.")
    dead_destinations: list[str] = prop(
        "Blocks and prefix lists whose traffic is dropped, since what they were sent to is gone."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is for.")
    subnets: list[Ref[AwsSubnet]] = edge(
        "ROUTED_BY", "The subnets that name it.", direction="in", props=IS_MAIN
    )
    other_subnets: list[Ref[AwsSubnet]] = edge(
        "ROUTED_BY",
        "The subnets that name no table, where it is the main one.",
        direction="in",
        reads="ec2:DescribeSubnets",
        props=IS_MAIN,
    )
    gateways: list[Ref[AwsInternetGateway | Resource]] = edge(
        "ASSOCIATED_WITH", "The gateways whose incoming traffic it routes."
    )
    targets: list[
        Ref[
            AwsInternetGateway
            | AwsNatGateway
            | AwsEgressOnlyInternetGateway
            | AwsVpcPeeringConnection
            | AwsVpcEndpoint
            | AwsNetworkInterface
            | AwsEc2Instance
        ]
    ] = edge("ROUTES_TO", "Where its routes lead.", props=PROPS)
    transit_gateways: list[Ref[AwsTransitGateway]] = edge(
        "ROUTES_TO",
        "The transit gateways that its routes lead to; they may be another account's.",
        reads="ec2:DescribeTransitGateways",
        props=PROPS,
    )
    other_targets: list[Ref[Resource]] = edge(
        "ROUTES_TO", "Virtual private, local and carrier gateways, and core networks.", props=PROPS
    )
    learns_from: list[Ref[Resource]] = edge(
        "LEARNS_FROM", "Virtual private gateways whose routes it takes over."
    )
    tags: dict[str, str] = tags()


def _transit_gateways(table: Json) -> list[str]:
    return sorted({r["TransitGatewayId"] for r in routes(table) if r.get("TransitGatewayId")})


def _is_main(table: Json) -> bool:
    return any(association.get("Main") for association in _associations(table))


PARTS = (
    Part(
        "VpcSubnets", "describe_subnets", "ec2:DescribeSubnets",
        {"Filters": lambda table: [{"Name": "vpc-id", "Values": [dig(table, "VpcId")]}]},
        when=_is_main, pages="Subnets",
    ),
    Part(
        "TransitGateways", "describe_transit_gateways", "ec2:DescribeTransitGateways",
        {"Filters": lambda t: [{"Name": "transit-gateway-id", "Values": _transit_gateways(t)}]},
        when=lambda table: bool(_transit_gateways(table)), pages="TransitGateways",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRouteTable]:
    """Yield the region's route tables."""
    tables = list(aws.pages("describe_route_tables", "RouteTables", PaginationConfig=PAGES))
    named = frozenset(a["SubnetId"] for table in tables for a in _with_subnet(table))
    return aws.records(functools.partial(read, named=named), tables, PARTS)


def read(aws: Aws, item: Item, *, named: frozenset[str] = frozenset()) -> AwsRouteTable:
    """Make the record of one table; `named` are the subnets that name a table, any one."""
    table, owner = item.body, item.get("OwnerId")
    return AwsRouteTable(
        arn=ec2_arn(aws, "route-table", item["RouteTableId"], owner),
        name=name_of(item, item["RouteTableId"]),
        created_at=None,
        raw=item.body,  # the subnets and gateways that were asked for are kept by their own types
        id=item["RouteTableId"],
        is_main=_is_main(table),
        dead_destinations=sorted(destination(r) for r in routes(table) if is_dead(r)),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId"), owner),
        subnets=[_subnet(aws, a["SubnetId"], owner, is_main=False) for a in _with_subnet(table)],
        other_subnets=item.part("VpcSubnets").read(
            lambda answer: [
                _subnet(aws, s["SubnetId"], s.get("OwnerId") or owner, is_main=True)
                for s in answer.get("Subnets") or []
                if s["SubnetId"] not in named
            ]
        ),
        gateways=list(_gateways(aws, item)),
        targets=known_targets(aws, table),
        transit_gateways=item.part("TransitGateways").read(
            lambda answer: _to_transit_gateways(aws, table, answer)
        ),
        other_targets=unknown_targets(aws, table),
        learns_from=[
            Ref(ec2_arn(aws, "vpn-gateway", g["GatewayId"], owner))
            for g in item.get("PropagatingVgws", [])
        ],
        tags=tags_of(item.get("Tags")),
    )


def _associations(table: Json) -> list[Json]:
    """Return the associations that hold."""
    found = dig(table, "Associations", [])
    return [a for a in found if dig(a, "AssociationState.State") not in ENDED]


def _with_subnet(table: Json) -> list[Json]:
    return [a for a in _associations(table) if dig(a, "SubnetId")]


def _subnet(aws: Aws, short: str, owner: str | None, *, is_main: bool) -> Ref[AwsSubnet]:
    return Ref(ec2_arn(aws, "subnet", short, owner), {"is_main": is_main})


def _gateways(aws: Aws, item: Item) -> Iterator[Ref[Any]]:
    for association in _associations(item.body):
        gateway = association.get("GatewayId") or ""
        if gateway:
            kind = "internet-gateway" if gateway.startswith("igw-") else "vpn-gateway"
            yield Ref(ec2_arn(aws, kind, gateway, item.get("OwnerId")))


def _to_transit_gateways(aws: Aws, table: Json, answer: Json) -> list[Ref[Any]]:
    """Return the edges to transit gateways; one that AWS no longer knows is taken for our own."""
    found = answer.get("TransitGateways") or []
    arns = {gateway["TransitGatewayId"]: gateway["TransitGatewayArn"] for gateway in found}
    return edges(
        (arns.get(short) or ec2_arn(aws, "transit-gateway", short, table.get("OwnerId")), route)
        for route in routes(table)
        if (short := route.get("TransitGatewayId"))
    )
