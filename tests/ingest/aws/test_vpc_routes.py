"""Route tables: where they lead, and which subnets go by them, whether they name one or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

OTHER = "999999999999"


def arn(kind: str, short: str, account: str = ACCOUNT) -> str:
    return f"arn:aws:ec2:{REGION}:{account}:{kind}/{short}"


def route(to: str, target: str, *, state: str = "active", by: str = "GatewayId") -> dict[str, Any]:
    block = "DestinationIpv6CidrBlock" if ":" in to else "DestinationCidrBlock"
    name = "DestinationPrefixListId" if to.startswith("pl-") else block
    return {name: to, by: target, "State": state, "Origin": "CreateRoute"}


def table(*routes: dict[str, Any], **more: Any) -> dict[str, Any]:
    local = route("10.0.0.0/16", "local")
    return {
        "RouteTableId": "rtb-1",
        "VpcId": "vpc-1",
        "OwnerId": ACCOUNT,
        "Routes": [local, *routes],
        "Associations": [],
        "PropagatingVgws": [],
        "Tags": [{"Key": "Name", "Value": "public"}],
        **more,
    }


NOTHING_ELSE: dict[str, Any] = {"VpcSubnets": {}, "TransitGateways": {}}


def test_subnets_that_name_no_table_have_the_main_one(aws_cloud: AwsCloud) -> None:
    ec2 = aws_cloud.client("ec2", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    by_name, by_default = (
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24")["Subnet"]["SubnetId"]
        for n in range(2)
    )
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    public = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.associate_route_table(RouteTableId=public, SubnetId=by_name)
    for block in ({"DestinationCidrBlock": "0.0.0.0/0"}, {"DestinationIpv6CidrBlock": "::/0"}):
        ec2.create_route(RouteTableId=public, GatewayId=gateway, **block)

    found = {
        uid: read
        for uid, read in rows(aws_cloud.endpoint_url, "AwsRouteTable").items()
        if read.edges["IN_VPC>"] == [arn("vpc", vpc)]
    }
    named = found.pop(arn("route-table", public))
    assert named.properties["is_main"] is False
    assert named.edges["ROUTED_BY<"] == [arn("subnet", by_name)]
    assert named.edge_properties[("ROUTED_BY<", arn("subnet", by_name))] == {"is_main": False}
    to_gateway = ("ROUTES_TO>", arn("internet-gateway", gateway))
    assert named.edges["ROUTES_TO>"] == [to_gateway[1]]
    assert named.edge_properties[to_gateway] == {
        "destinations": ["0.0.0.0/0", "::/0"],
        "is_active": True,
    }
    (main,) = found.values()
    assert main.properties["is_main"] is True
    assert main.edges["ROUTED_BY<"] == [arn("subnet", by_default)]
    assert main.edge_properties[("ROUTED_BY<", arn("subnet", by_default))] == {"is_main": True}


def test_a_subnet_that_names_the_main_table_is_named_by_it() -> None:
    associations = [{"Main": True}, {"Main": False, "SubnetId": "subnet-1"}]
    subnets = {"Subnets": [{"SubnetId": "subnet-2", "OwnerId": ACCOUNT}]}
    found = literal(
        "AwsRouteTable",
        table(Associations=associations),
        VpcSubnets=subnets,
        TransitGateways={},
    )
    assert found.edge_properties == {
        ("ROUTED_BY<", arn("subnet", "subnet-1")): {"is_main": False},
        ("ROUTED_BY<", arn("subnet", "subnet-2")): {"is_main": True},
    }


def test_what_an_association_was_does_not_count() -> None:
    ended = {"SubnetId": "subnet-1", "AssociationState": {"State": "disassociated"}}
    failed = {"SubnetId": "subnet-2", "AssociationState": {"State": "failed"}}
    ending = {"SubnetId": "subnet-3", "AssociationState": {"State": "disassociating"}}
    found = literal("AwsRouteTable", table(Associations=[ended, failed, ending]), **NOTHING_ELSE)
    assert found.edges["ROUTED_BY<"] == [arn("subnet", "subnet-3")]
    assert found.properties["is_main"] is False


def test_routes_lead_to_every_kind_of_target() -> None:
    core = f"arn:aws:networkmanager::{ACCOUNT}:core-network/core-network-1"
    routes = (
        route("0.0.0.0/0", "nat-1", by="NatGatewayId"),
        route("::/0", "eigw-1", by="EgressOnlyInternetGatewayId"),
        route("10.1.0.0/16", "pcx-1", by="VpcPeeringConnectionId"),
        route("pl-1", "vpce-1"),
        route("10.2.0.0/16", "vgw-1"),
        route("10.3.0.0/16", "lgw-1", by="LocalGatewayId"),
        route("10.4.0.0/16", "cagw-1", by="CarrierGatewayId"),
        route("10.5.0.0/16", core, by="CoreNetworkArn"),
        {
            **route("10.6.0.0/16", "i-1", by="InstanceId"),
            "InstanceOwnerId": OTHER,
            "NetworkInterfaceId": "eni-1",
        },
    )
    found = literal("AwsRouteTable", table(*routes), **NOTHING_ELSE)
    assert {
        uid: found.edge_properties["ROUTES_TO>", uid]["destinations"]
        for uid in found.edges["ROUTES_TO>"]
    } == {
        arn("natgateway", "nat-1"): ["0.0.0.0/0"],
        arn("egress-only-internet-gateway", "eigw-1"): ["::/0"],
        arn("vpc-peering-connection", "pcx-1"): ["10.1.0.0/16"],
        arn("vpc-endpoint", "vpce-1"): ["pl-1"],
        arn("vpn-gateway", "vgw-1"): ["10.2.0.0/16"],
        arn("local-gateway", "lgw-1"): ["10.3.0.0/16"],
        arn("carrier-gateway", "cagw-1"): ["10.4.0.0/16"],
        core: ["10.5.0.0/16"],
        arn("instance", "i-1", OTHER): ["10.6.0.0/16"],
        arn("network-interface", "eni-1", OTHER): ["10.6.0.0/16"],
    }
    assert found.properties["name"] == "public"


def test_a_transit_gateway_is_its_owners() -> None:
    body = table(route("10.1.0.0/16", "tgw-1", by="TransitGatewayId"))
    shared = arn("transit-gateway", "tgw-1", OTHER)
    answer = {"TransitGateways": [{"TransitGatewayId": "tgw-1", "TransitGatewayArn": shared}]}
    found = literal("AwsRouteTable", body, VpcSubnets={}, TransitGateways=answer)
    assert found.edges["ROUTES_TO>"] == [shared]
    gone = literal("AwsRouteTable", body, **NOTHING_ELSE)
    assert gone.edges["ROUTES_TO>"] == [arn("transit-gateway", "tgw-1")]


def test_a_route_whose_target_is_gone() -> None:
    body = table(
        route("0.0.0.0/0", "nat-1", by="NatGatewayId", state="blackhole"),
        route("10.1.0.0/16", "pcx-1", by="VpcPeeringConnectionId"),
        route("10.2.0.0/16", "pcx-1", by="VpcPeeringConnectionId", state="blackhole"),
    )
    found = literal("AwsRouteTable", body, **NOTHING_ELSE)
    assert found.properties["dead_destinations"] == ["0.0.0.0/0", "10.2.0.0/16"]
    is_active = {
        uid: props["is_active"]
        for (name, uid), props in found.edge_properties.items()
        if name == "ROUTES_TO>"
    }
    assert is_active == {
        arn("natgateway", "nat-1"): False,
        arn("vpc-peering-connection", "pcx-1"): True,
    }


def test_gateways_whose_traffic_it_routes_and_those_it_learns_from() -> None:
    associations = [{"GatewayId": "igw-1"}, {"GatewayId": "vgw-1"}]
    body = table(Associations=associations, PropagatingVgws=[{"GatewayId": "vgw-2"}])
    found = literal("AwsRouteTable", body, **NOTHING_ELSE)
    assert found.edges == {
        "IN_VPC>": [arn("vpc", "vpc-1")],
        "ASSOCIATED_WITH>": [arn("internet-gateway", "igw-1"), arn("vpn-gateway", "vgw-1")],
        "LEARNS_FROM>": [arn("vpn-gateway", "vgw-2")],
    }


def test_a_shared_network_is_its_owners() -> None:
    body = table(
        route("0.0.0.0/0", "igw-1"), OwnerId=OTHER, Associations=[{"SubnetId": "subnet-1"}]
    )
    found = literal("AwsRouteTable", body, **NOTHING_ELSE)
    assert found.properties["uid"] == arn("route-table", "rtb-1", OTHER)
    assert found.properties["account"] == OTHER
    assert found.edges == {
        "IN_VPC>": [arn("vpc", "vpc-1", OTHER)],
        "ROUTED_BY<": [arn("subnet", "subnet-1", OTHER)],
        "ROUTES_TO>": [arn("internet-gateway", "igw-1", OTHER)],
    }


def test_what_could_not_be_read_costs_the_edges_it_makes(aws_cloud: AwsCloud) -> None:
    ec2 = aws_cloud.client("ec2", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    other = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    aws_cloud.proxy.deny("ec2:DescribeSubnets")
    found = rows(aws_cloud.endpoint_url, "AwsRouteTable")
    assert found[arn("route-table", other)].unread == []
    assert {tuple(r.unread) for r in found.values() if r.properties["is_main"]} == {("ROUTED_BY",)}
