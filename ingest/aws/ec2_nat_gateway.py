"""NAT gateways: a way out for what has no public address of its own.

A regional one stands in no subnet and has a route table of its own. One that was deleted stays
listed for an hour; its state tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, ec2_refs, name_of
from ingest.aws.tagged import tags_of
from ingest.internet.public_address import address_refs
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_elastic_address import AwsElasticAddress
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.aws.ec2_route_table import AwsRouteTable
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.internet.public_address import PublicAddress


class AwsNatGateway(Resource, service="ec2", lists="ec2:DescribeNatGateways"):
    """A NAT gateway: a way out of a subnet that nothing comes in by."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `nat-...`.", indexed=True)
    state: str = prop("`available`, `pending`, `failed`, `deleting` or `deleted`.")
    is_public: bool = prop("It leads to the internet; otherwise only to other networks.")
    is_regional: bool = prop("It serves all zones of its network; otherwise it stands in one.")
    public_ips: list[str] = prop("The public IPv4 addresses that others see.")
    private_ips: list[str] = prop("Its own IPv4 addresses.")
    failure: str | None = prop("Why it could not be made; null where it could.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it serves.")
    subnet: Ref[AwsSubnet] | None = edge("IN_SUBNET", "The subnet it stands in.")
    elastic_addresses: list[Ref[AwsElasticAddress]] = edge(
        "USES_ADDRESS", "The elastic addresses that others see."
    )
    addresses: list[Ref[PublicAddress]] = edge("HAS_ADDRESS", "Addresses that others see.")
    network_interfaces: list[Ref[AwsNetworkInterface]] = edge(
        "USES_INTERFACE", "Its network interfaces."
    )
    route_table: Ref[AwsRouteTable] | None = edge(
        "ROUTED_BY", "The route table of a regional one; none where it stands in a subnet."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsNatGateway]:
    """Yield the region's NAT gateways."""
    return aws.records(
        read, aws.pages("describe_nat_gateways", "NatGateways", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsNatGateway:
    """Make the record of one NAT gateway."""
    addresses = item.get("NatGatewayAddresses", [])
    return AwsNatGateway(
        arn=ec2_arn(aws, "natgateway", item["NatGatewayId"]),
        name=name_of(item, item["NatGatewayId"]),
        created_at=item.get("CreateTime"),
        raw=item.raw,
        id=item["NatGatewayId"],
        state=item["State"],
        is_public=item.get("ConnectivityType") != "private",
        is_regional=item.get("AvailabilityMode") == "regional",
        public_ips=sorted(a["PublicIp"] for a in addresses if a.get("PublicIp")),
        private_ips=sorted(a["PrivateIp"] for a in addresses if a.get("PrivateIp")),
        failure=item.get("FailureMessage"),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnet=ec2_ref(aws, "subnet", item.get("SubnetId") or None),
        elastic_addresses=ec2_refs(aws, "elastic-ip", (a.get("AllocationId") for a in addresses)),
        addresses=address_refs(a.get("PublicIp") for a in addresses),
        network_interfaces=ec2_refs(
            aws, "network-interface", (a.get("NetworkInterfaceId") for a in addresses)
        ),
        route_table=ec2_ref(aws, "route-table", item.get("RouteTableId")),
        tags=tags_of(item.get("Tags")),
    )
