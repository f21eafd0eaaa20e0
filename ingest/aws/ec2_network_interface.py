"""Elastic network interfaces: where instances, load balancers and functions meet a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, ec2_refs, name_of
from ingest.aws.tagged import tags_of
from ingest.internet.public_address import address_refs
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.internet.public_address import PublicAddress


class AwsNetworkInterface(Resource, service="ec2", lists="ec2:DescribeNetworkInterfaces"):
    """An elastic network interface."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `eni-...`.", indexed=True)
    description: str | None = prop("What it is for; services say here whose it is.")
    status: str | None = prop("`available` (attached to nothing), `in-use`, ...")
    type: str | None = prop("`interface`, `nat_gateway`, `lambda`, `vpc_endpoint`, ...")
    is_requester_managed: bool = prop("An AWS service made it and manages it.")
    requester_id: str | None = prop("Account or service on whose behalf it was made.")
    checks_source_dest: bool = prop("It drops traffic that is neither from nor to itself.")
    private_ips: list[str] = prop("Its private IPv4 addresses.")
    ipv6_addresses: list[str] = prop("Its IPv6 addresses.")
    public_ip: str | None = prop("Its first public IPv4 address.", indexed=True)
    public_ips: list[str] = prop("All its public IPv4 addresses.")
    addresses: list[Ref[PublicAddress]] = edge(
        "HAS_ADDRESS", "Addresses by which the internet reaches it."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnet: Ref[AwsSubnet] | None = edge("IN_SUBNET", "The subnet it is in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "The groups it is in.")
    instance: Ref[AwsEc2Instance] | None = edge(
        "ATTACHED_TO",
        "The instance that it serves.",
        props={
            "device_index": "Its place on the instance; 0 is the primary.",
            "deletes_on_termination": "It goes when the instance is terminated.",
        },
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsNetworkInterface]:
    """Yield the region's network interfaces, with those that services manage."""
    return aws.records(
        read, aws.pages("describe_network_interfaces", "NetworkInterfaces", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsNetworkInterface:
    """Make the record of one network interface."""
    public = _public_ips(item)
    return AwsNetworkInterface(
        arn=ec2_arn(aws, "network-interface", item["NetworkInterfaceId"], item.get("OwnerId")),
        name=name_of(item, item["NetworkInterfaceId"], tags="TagSet"),
        created_at=None,
        raw=item.raw,
        id=item["NetworkInterfaceId"],
        description=item.get("Description"),
        status=item.get("Status"),
        type=item.get("InterfaceType"),
        is_requester_managed=item.get("RequesterManaged", default=False),
        requester_id=item.get("RequesterId"),
        checks_source_dest=item.get("SourceDestCheck", default=True),
        private_ips=[a["PrivateIpAddress"] for a in item.get("PrivateIpAddresses", [])],
        ipv6_addresses=[a["Ipv6Address"] for a in item.get("Ipv6Addresses", [])],
        public_ip=public[0] if public else None,
        public_ips=public,
        addresses=address_refs(
            [*public, *(a["Ipv6Address"] for a in item.get("Ipv6Addresses", []))]
        ),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnet=ec2_ref(aws, "subnet", item.get("SubnetId")),
        security_groups=ec2_refs(
            aws, "security-group", (g.get("GroupId") for g in item.get("Groups", []))
        ),
        instance=_instance(aws, item),
        tags=tags_of(item.get("TagSet")),
    )


def _public_ips(item: Item) -> list[str]:
    """Return the public addresses, the primary first."""
    found = [
        item.get("Association.PublicIp"),
        *(a.get("Association", {}).get("PublicIp") for a in item.get("PrivateIpAddresses", [])),
    ]
    return list(dict.fromkeys(ip for ip in found if ip))


def _instance(aws: Aws, item: Item) -> Ref[AwsEc2Instance] | None:
    attachment = item.get("Attachment", {})
    if not attachment.get("InstanceId"):
        return None
    owner = attachment.get("InstanceOwnerId")
    return Ref(
        ec2_arn(aws, "instance", attachment["InstanceId"], owner),
        {
            "device_index": attachment.get("DeviceIndex"),
            "deletes_on_termination": attachment.get("DeleteOnTermination"),
        },
    )
