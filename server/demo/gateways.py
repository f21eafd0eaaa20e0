"""The demo's ways in and out, at home only: gateways, peers, and the routes that lead there.

The production network has what a network should have: public subnets by an internet gateway,
private ones by a NAT gateway, a hub and a peer to other networks. Beside each stands one that is
left over, too wide or open to a stranger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import boto3

from server.demo.ground import HOME, UNKNOWN_ACCOUNT, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_ANY = "0.0.0.0/0"
_ANY6 = "::/0"
_STAGING = "10.1.0.0/16"


def build_gateways(ground: Ground) -> None:
    """Make them; the book gets `internet-gateway/NAME`, `route-table/NAME`, `peering/NAME`, ..."""
    _internet_gateways(ground)
    _nat_gateways(ground)
    _egress_only(ground)
    _transit_gateways(ground)
    _peerings(ground)
    _route_tables(ground)
    _lab(ground)
    _left_in_default_vpc(ground)


def _spec(kind: str, name: str, *, owner: bool = True) -> dict[str, Any]:
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": tags(name, owner=owner)}]}


def _subnet(ground: Ground, name: str, env: str = "prod") -> str:
    return ground.book[f"subnet/{HOME}/{env}/{name}"]


def _vpc(ground: Ground, env: str = "prod") -> str:
    return ground.book[f"vpc/{HOME}/{env}"]


def _internet_gateways(ground: Ground) -> None:
    ec2 = ground.client("ec2")
    for name in ("shop-prod", "legacy-spare"):
        made = ec2.create_internet_gateway(**_spec("internet-gateway", name))
        ground.book[f"internet-gateway/{name}"] = made["InternetGateway"]["InternetGatewayId"]
        ground.made("ec2:internet-gateway")
    ec2.attach_internet_gateway(
        InternetGatewayId=ground.book["internet-gateway/shop-prod"], VpcId=_vpc(ground)
    )


def _nat_gateways(ground: Ground) -> None:
    ec2 = ground.client("ec2")
    address = ec2.allocate_address(Domain="vpc", **_spec("elastic-ip", "shop-prod-nat"))
    ground.made("ec2:elastic-address")
    for name, subnet, more in (
        ("shop-prod", "public-a", {"AllocationId": address["AllocationId"]}),
        ("legacy-spare", "private-b", {"ConnectivityType": "private"}),
    ):
        made = ec2.create_nat_gateway(
            SubnetId=_subnet(ground, subnet), **more, **_spec("natgateway", name)
        )
        ground.book[f"nat-gateway/{name}"] = made["NatGateway"]["NatGatewayId"]
        ground.made("ec2:nat-gateway")
        ground.made("ec2:network-interface")


def _egress_only(ground: Ground) -> None:
    made = ground.client("ec2").create_egress_only_internet_gateway(
        VpcId=_vpc(ground), **_spec("egress-only-internet-gateway", "shop-prod")
    )
    ground.book["egress-only/shop-prod"] = made["EgressOnlyInternetGateway"][
        "EgressOnlyInternetGatewayId"
    ]
    ground.made("ec2:egress-only-internet-gateway")


def _transit_gateways(ground: Ground) -> None:
    ec2 = ground.client("ec2")
    for name, accepts in (("platform-hub", "disable"), ("legacy-hub", "enable")):
        made = ec2.create_transit_gateway(
            Description=f"{name} of all networks",
            Options={"AutoAcceptSharedAttachments": accepts},
            **_spec("transit-gateway", name),
        )
        ground.book[f"transit-gateway/{name}"] = made["TransitGateway"]["TransitGatewayId"]
        ground.made("ec2:transit-gateway")
    ec2.create_transit_gateway_vpc_attachment(
        TransitGatewayId=ground.book["transit-gateway/platform-hub"],
        VpcId=_vpc(ground),
        SubnetIds=[_subnet(ground, "private-a")],
    )


def _peerings(ground: Ground) -> None:
    ours, partner = ground.client("ec2"), _partner(ground)
    theirs = partner.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    for name, accepter, peer in (
        ("shop-staging", ours, {"PeerVpcId": _vpc(ground, "staging")}),
        ("legacy-partner", partner, {"PeerVpcId": theirs, "PeerOwnerId": UNKNOWN_ACCOUNT}),
    ):
        made = ours.create_vpc_peering_connection(
            VpcId=_vpc(ground), **peer, **_spec("vpc-peering-connection", name)
        )
        identifier = made["VpcPeeringConnection"]["VpcPeeringConnectionId"]
        accepter.accept_vpc_peering_connection(VpcPeeringConnectionId=identifier)
        ground.book[f"peering/{name}"] = identifier
        ground.made("ec2:vpc-peering-connection")


def _partner(ground: Ground) -> Any:
    """Return a client in an account that nobody here knows."""
    role = f"arn:aws:iam::{UNKNOWN_ACCOUNT}:role/partner"
    keys = ground.client("sts").assume_role(RoleArn=role, RoleSessionName="demo")["Credentials"]
    return boto3.client(
        "ec2",
        region_name=HOME,
        endpoint_url=ground.endpoint_url,
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )


def _route_tables(ground: Ground) -> None:
    book, peering = ground.book, {"VpcPeeringConnectionId": ground.book["peering/shop-staging"]}
    public = _route_table(ground, "shop-prod-public", ("public-a", "public-b"))
    _route(ground, public, _ANY, GatewayId=book["internet-gateway/shop-prod"])
    private = _route_table(ground, "shop-prod-private", ("private-a",))
    _route(ground, private, _ANY, NatGatewayId=book["nat-gateway/shop-prod"])
    _route(ground, private, _ANY6, EgressOnlyInternetGatewayId=book["egress-only/shop-prod"])
    _route(ground, private, "10.8.0.0/14", TransitGatewayId=book["transit-gateway/platform-hub"])
    _route(ground, private, _STAGING, **peering)
    narrow = _route_table(ground, "shop-staging-private", ("private-a",), env="staging")
    _route(ground, narrow, "10.0.2.0/24", **peering)


def _route_table(ground: Ground, name: str, subnets: tuple[str, ...], env: str = "prod") -> str:
    ec2 = ground.client("ec2")
    made = ec2.create_route_table(VpcId=_vpc(ground, env), **_spec("route-table", name))
    identifier: str = made["RouteTable"]["RouteTableId"]
    for subnet in subnets:
        ec2.associate_route_table(RouteTableId=identifier, SubnetId=_subnet(ground, subnet, env))
    ground.book[f"route-table/{name}"] = identifier
    ground.made("ec2:route-table")
    return identifier


def _route(ground: Ground, table: str, destination: str, **target: str) -> None:
    block = "DestinationIpv6CidrBlock" if ":" in destination else "DestinationCidrBlock"
    ground.client("ec2").create_route(RouteTableId=table, **{block: destination}, **target)


def _lab(ground: Ground) -> None:
    """Make a network of one public subnet, which names no route table of its own."""
    ec2 = ground.client("ec2")
    block = {"CidrBlock": "10.200.0.0/24"}
    vpc = ec2.create_vpc(**block, **_spec("vpc", "legacy-lab"))["Vpc"]["VpcId"]
    ec2.create_subnet(
        VpcId=vpc, AvailabilityZone=f"{HOME}a", **block, **_spec("subnet", "legacy-lab")
    )
    made = ec2.create_internet_gateway(**_spec("internet-gateway", "legacy-lab"))
    gateway = made["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    chosen = [{"Name": "vpc-id", "Values": [vpc]}]
    (table,) = ec2.describe_route_tables(Filters=chosen)["RouteTables"]
    _route(ground, table["RouteTableId"], _ANY, GatewayId=gateway)
    for kind in ("ec2:vpc", "ec2:security-group", "ec2:subnet", "ec2:internet-gateway"):
        ground.made(kind)


def _left_in_default_vpc(ground: Ground) -> None:
    ec2 = ground.client("ec2")
    chosen = [{"Name": "default-for-az", "Values": ["true"]}]
    subnet = ec2.describe_subnets(Filters=chosen)["Subnets"][0]["SubnetId"]
    ec2.create_network_interface(
        SubnetId=subnet,
        Description="legacy experiment",
        **_spec("network-interface", "legacy-experiment", owner=False),
    )
    ground.made("ec2:network-interface")
