"""Gateways, peerings, endpoints and flow logs of VPCs, from moto and from AWS's own forms."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws.endpoint_policy import open_actions
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

OTHER = "999999999999"
MADE = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def arn(kind: str, short: str, account: str = ACCOUNT, region: str = REGION) -> str:
    return f"arn:aws:ec2:{region}:{account}:{kind}/{short}"


def network(cloud: AwsCloud) -> tuple[Any, str, str]:
    ec2 = cloud.client("ec2", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    return ec2, vpc, subnet


def test_internet_gateways_attached_or_not(aws_cloud: AwsCloud) -> None:
    ec2, vpc, _ = network(aws_cloud)
    used, spare = (
        ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"] for _ in range(2)
    )
    ec2.attach_internet_gateway(InternetGatewayId=used, VpcId=vpc)
    found = rows(aws_cloud.endpoint_url, "AwsInternetGateway")
    assert found.keys() == {arn("internet-gateway", used), arn("internet-gateway", spare)}
    attached = found[arn("internet-gateway", used)]
    assert attached.properties["is_attached"] is True
    assert attached.edges == {"ATTACHED_TO>": [arn("vpc", vpc)]}
    free = found[arn("internet-gateway", spare)]
    assert free.properties["is_attached"] is False
    assert free.edges == {}


def test_an_internet_gateway_that_was_detached() -> None:
    body = {
        "InternetGatewayId": "igw-1",
        "OwnerId": ACCOUNT,
        "Attachments": [{"State": "detached", "VpcId": "vpc-1"}],
    }
    assert literal("AwsInternetGateway", body).properties["is_attached"] is False


def test_an_egress_only_internet_gateway(aws_cloud: AwsCloud) -> None:
    ec2, vpc, _ = network(aws_cloud)
    made = ec2.create_egress_only_internet_gateway(VpcId=vpc)["EgressOnlyInternetGateway"]
    found = rows(aws_cloud.endpoint_url, "AwsEgressOnlyInternetGateway")
    uid = arn("egress-only-internet-gateway", made["EgressOnlyInternetGatewayId"])
    assert found[uid].edges == {"ATTACHED_TO>": [arn("vpc", vpc)]}


def test_a_nat_gateway_with_an_elastic_address(aws_cloud: AwsCloud) -> None:
    ec2, vpc, subnet = network(aws_cloud)
    address = ec2.allocate_address(Domain="vpc")
    made = ec2.create_nat_gateway(
        SubnetId=subnet, AllocationId=address["AllocationId"], ConnectivityType="public"
    )["NatGateway"]
    found = rows(aws_cloud.endpoint_url, "AwsNatGateway")[arn("natgateway", made["NatGatewayId"])]
    (interface,) = found.edges.pop("USES_INTERFACE>")
    assert interface.startswith(arn("network-interface", "eni-"))
    assert found.edges == {
        "IN_VPC>": [arn("vpc", vpc)],
        "IN_SUBNET>": [arn("subnet", subnet)],
        "USES_ADDRESS>": [arn("elastic-ip", address["AllocationId"])],
    }
    assert found.properties["public_ips"] == [address["PublicIp"]]
    assert found.properties["is_public"] is True
    assert found.properties["is_regional"] is False


def test_a_regional_nat_gateway_and_one_that_failed() -> None:
    body = {
        "NatGatewayId": "nat-1",
        "State": "failed",
        "FailureMessage": "Elastic IP address eipalloc-1 is already associated",
        "VpcId": "vpc-1",
        "ConnectivityType": "private",
        "AvailabilityMode": "regional",
        "RouteTableId": "rtb-1",
        "CreateTime": MADE,
        "NatGatewayAddresses": [],
    }
    found = literal("AwsNatGateway", body)
    assert found.edges == {
        "IN_VPC>": [arn("vpc", "vpc-1")],
        "ROUTED_BY>": [arn("route-table", "rtb-1")],
    }
    assert found.properties["is_public"] is False
    assert found.properties["is_regional"] is True
    assert found.properties["failure"].startswith("Elastic IP")
    assert found.properties["created_at"] == "2026-01-02T00:00:00+00:00"


def test_a_peering_connection_between_accounts_and_regions() -> None:
    options = {"AllowDnsResolutionFromRemoteVpc": True}
    requester = {
        "VpcId": "vpc-1",
        "OwnerId": ACCOUNT,
        "Region": REGION,
        "CidrBlock": "10.0.0.0/16",
        "CidrBlockSet": [{"CidrBlock": "10.0.0.0/16"}, {"CidrBlock": "10.8.0.0/16"}],
        "Ipv6CidrBlockSet": [{"Ipv6CidrBlock": "2001:db8::/56"}],
        "PeeringOptions": options,
    }
    accepter = {"VpcId": "vpc-2", "OwnerId": OTHER, "Region": "us-west-2"}
    body = {
        "VpcPeeringConnectionId": "pcx-1",
        "Status": {"Code": "pending-acceptance", "Message": "Pending Acceptance by 999999999999"},
        "ExpirationTime": MADE,
        "RequesterVpcInfo": requester,
        "AccepterVpcInfo": accepter,
    }
    found = literal("AwsVpcPeeringConnection", body)
    own, peer = arn("vpc", "vpc-1"), arn("vpc", "vpc-2", OTHER, "us-west-2")
    assert found.edges == {"CONNECTS_TO>": [own, peer]}
    assert found.edge_properties["CONNECTS_TO>", own] == {
        "role": "requester",
        "cidrs": ["10.0.0.0/16", "10.8.0.0/16", "2001:db8::/56"],
        "resolves_for_peer": True,
    }
    assert found.edge_properties["CONNECTS_TO>", peer] == {
        "role": "accepter",
        "cidrs": [],
        "resolves_for_peer": None,
    }
    assert found.properties["state"] == "pending-acceptance"
    assert found.properties["is_cross_account"] is True
    assert found.properties["is_cross_region"] is True
    assert found.properties["expires_at"] == "2026-01-02T00:00:00+00:00"


def test_a_peering_connection_at_home(aws_cloud: AwsCloud) -> None:
    ec2, vpc, _ = network(aws_cloud)
    peer = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    made = ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=peer)["VpcPeeringConnection"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=made["VpcPeeringConnectionId"])
    found = rows(aws_cloud.endpoint_url, "AwsVpcPeeringConnection")
    read = found[arn("vpc-peering-connection", made["VpcPeeringConnectionId"])]
    assert read.edges == {"CONNECTS_TO>": sorted([arn("vpc", vpc), arn("vpc", peer)])}
    assert read.properties["state"] == "active"
    assert read.properties["is_cross_account"] is False
    assert read.properties["is_cross_region"] is False
    assert "expires_at" not in read.properties


def test_a_transit_gateway_and_what_is_attached() -> None:
    body = {
        "TransitGatewayId": "tgw-1",
        "TransitGatewayArn": arn("transit-gateway", "tgw-1", OTHER),
        "OwnerId": OTHER,
        "State": "available",
        "CreationTime": MADE,
        "Options": {
            "AutoAcceptSharedAttachments": "enable",
            "DefaultRouteTableAssociation": "disable",
            "TransitGatewayCidrBlocks": ["10.9.0.0/24"],
        },
    }

    def attachment(number: int, kind: str, resource: str, state: str = "available") -> Any:
        return {
            "TransitGatewayAttachmentId": f"tgw-attach-{number}",
            "ResourceType": kind,
            "ResourceId": resource,
            "ResourceOwnerId": ACCOUNT,
            "State": state,
        }

    attachments = [
        attachment(1, "vpc", "vpc-1", "pendingAcceptance"),
        attachment(2, "vpn", "vpn-1"),
        attachment(3, "direct-connect-gateway", "0a1b2c3d-0000-1111-2222-333344445555"),
        attachment(4, "vpc", "vpc-2", "deleted"),
        attachment(5, "peering", "tgw-2"),
    ]
    found = literal(
        "AwsTransitGateway", body, Attachments={"TransitGatewayAttachments": attachments}
    )
    direct = f"arn:aws:directconnect::{ACCOUNT}:dx-gateway/0a1b2c3d-0000-1111-2222-333344445555"
    assert found.edges == {
        "CONNECTS_TO>": [direct, arn("vpc", "vpc-1"), arn("vpn-connection", "vpn-1")]
    }
    assert found.edge_properties["CONNECTS_TO>", arn("vpc", "vpc-1")] == {
        "attachment": "tgw-attach-1",
        "state": "pendingAcceptance",
    }
    assert found.properties["accepts_attachments"] is True
    assert found.properties["associates_by_default"] is False
    assert "propagates_by_default" not in found.properties
    assert found.properties["cidrs"] == ["10.9.0.0/24"]


def test_an_interface_endpoint(aws_cloud: AwsCloud) -> None:
    ec2, vpc, subnet = network(aws_cloud)
    group = ec2.create_security_group(GroupName="g", Description="g", VpcId=vpc)["GroupId"]
    made = ec2.create_vpc_endpoint(
        VpcId=vpc,
        VpcEndpointType="Interface",
        ServiceName=f"com.amazonaws.{REGION}.ec2",
        SubnetIds=[subnet],
        SecurityGroupIds=[group],
        PrivateDnsEnabled=True,
    )["VpcEndpoint"]["VpcEndpointId"]
    found = rows(aws_cloud.endpoint_url, "AwsVpcEndpoint")[arn("vpc-endpoint", made)]
    (interface,) = found.edges.pop("USES_INTERFACE>")
    assert interface.startswith(arn("network-interface", "eni-"))
    assert found.edges == {
        "IN_VPC>": [arn("vpc", vpc)],
        "IN_SUBNET>": [arn("subnet", subnet)],
        "MEMBER_OF>": [arn("security-group", group)],
    }
    assert found.properties["type"] == "Interface"
    assert found.properties["has_private_dns"] is True
    assert found.properties["policy_open_actions"] == ["*"]


def test_an_endpoint_of_a_service_network_has_no_policy() -> None:
    lattice = f"arn:aws:vpc-lattice:{REGION}:{OTHER}:servicenetwork/sn-1"
    body = {
        "VpcEndpointId": "vpce-1",
        "VpcEndpointType": "ServiceNetwork",
        "State": "Available",
        "ServiceNetworkArn": lattice,
        "VpcId": "vpc-1",
        "OwnerId": ACCOUNT,
        "CreationTimestamp": MADE,
    }
    found = literal("AwsVpcEndpoint", body)
    assert found.edges == {"IN_VPC>": [arn("vpc", "vpc-1")], "CONNECTS_TO>": [lattice]}
    assert found.properties["state"] == "available"
    assert found.properties["policy_open_actions"] == []
    assert "policy" not in found.properties


ANYONE = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
OURS = {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}


@pytest.mark.parametrize(
    ("statements", "actions"),
    [
        ([ANYONE], ["*"]),
        ([{**ANYONE, "Principal": {"AWS": "*"}, "Action": ["s3:Put*", "s3:Get*"]}],
         ["s3:Get*", "s3:Put*"]),
        ([{**ANYONE, "Condition": OURS}], []),
        ([{**ANYONE, "Condition": {"StringEquals": {"aws:ResourceAccount": ACCOUNT}}}], []),
        ([{**ANYONE, "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}}], ["*"]),
        ([{**ANYONE, "Resource": ["arn:aws:s3:::shop/*"]}], []),
        ([{**ANYONE, "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}}], []),
        ([ANYONE, {**ANYONE, "Effect": "Deny",
                   "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}}], []),
        ([ANYONE, {**ANYONE, "Effect": "Deny", "Action": "s3:DeleteBucket"}], ["*"]),
        ([ANYONE, {**ANYONE, "Effect": "Deny", "Action": "s3:PutObject",
                   "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}}], ["*"]),
        ([ANYONE, {**ANYONE, "Effect": "Deny", "Condition": OURS}], ["*"]),
        ([{"Effect": "Allow", "Principal": "*", "NotAction": "s3:*", "Resource": "*"}], ["*"]),
    ],
)  # fmt: skip
def test_what_an_endpoint_lets_anyone_do(statements: list[Any], actions: list[str]) -> None:
    assert open_actions({"Statement": statements}) == actions


def flow_log(resource: str, **more: Any) -> dict[str, Any]:
    return {
        "FlowLogId": "fl-1",
        "FlowLogStatus": "ACTIVE",
        "ResourceId": resource,
        "TrafficType": "ALL",
        "CreationTime": MADE,
        "MaxAggregationInterval": 60,
        **more,
    }


def test_a_flow_log_into_a_log_group_that_is_not_there(aws_cloud: AwsCloud) -> None:
    ec2, vpc, _ = network(aws_cloud)
    role = f"arn:aws:iam::{ACCOUNT}:role/flows"
    ec2.create_flow_logs(
        ResourceIds=[vpc],
        ResourceType="VPC",
        TrafficType="REJECT",
        LogGroupName="flows",
        DeliverLogsPermissionArn=role,
    )
    ((uid, found),) = rows(aws_cloud.endpoint_url, "AwsFlowLog").items()
    assert uid.startswith(arn("vpc-flow-log", "fl-"))
    assert found.edges == {
        "RECORDS>": [arn("vpc", vpc)],
        "LOGS_TO>": [f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:flows"],
        "HAS_ROLE>": [role],
    }
    assert found.properties["is_active"] is True
    assert found.properties["traffic_type"] == "REJECT"
    assert found.properties["destination_type"] == "cloud-watch-logs"
    assert found.properties["delivery_status"] == "FAILED"
    assert found.properties["delivery_error"] == "Access error"
    assert found.properties["interval_seconds"] == 600


GROUP = f"arn:aws:logs:{REGION}:{OTHER}:log-group:flows"
STREAM = f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/flows"


@pytest.mark.parametrize(
    ("kind", "given", "destination"),
    [
        ("s3", "arn:aws:s3:::flows/vpc/", "arn:aws:s3:::flows"),
        ("s3", "arn:aws:s3:::flows", "arn:aws:s3:::flows"),
        ("kinesis-data-firehose", STREAM, STREAM),
        ("cloud-watch-logs", f"{GROUP}:*", GROUP),
    ],
)
def test_where_a_flow_log_goes(kind: str, given: str, destination: str) -> None:
    body = flow_log("vpc-1", LogDestinationType=kind, LogDestination=given)
    assert literal("AwsFlowLog", body).edges["LOGS_TO>"] == [destination]


@pytest.mark.parametrize(
    ("short", "kind"),
    [
        ("subnet-1", "subnet"),
        ("eni-1", "network-interface"),
        ("tgw-1", "transit-gateway"),
        ("tgw-attach-1", "transit-gateway-attachment"),
        ("nat-1", "natgateway"),
    ],
)
def test_what_a_flow_log_records(short: str, kind: str) -> None:
    assert literal("AwsFlowLog", flow_log(short)).edges == {"RECORDS>": [arn(kind, short)]}
