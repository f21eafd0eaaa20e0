"""Elastic IP addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_arn, ec2_ref, name_of
from ingest.aws.tagged import tags_of
from ingest.internet.public_address import address_ref
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.internet.public_address import PublicAddress


class AwsElasticAddress(Resource, service="ec2", lists="ec2:DescribeAddresses"):
    """An Elastic IP address, kept by the account until it is released."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Id of its allocation, `eipalloc-...`.", indexed=True)
    public_ip: str | None = prop("The public IPv4 address.", indexed=True)
    private_ip: str | None = prop("The private address that it stands for.")
    is_associated: bool = prop("It is in use; otherwise it only costs.")
    address: Ref[PublicAddress] | None = edge("HAS_ADDRESS", "The address itself.")
    network_interface: Ref[AwsNetworkInterface] | None = edge(
        "ASSOCIATED_WITH", "The network interface that it leads to."
    )
    instance: Ref[AwsEc2Instance] | None = edge("ASSOCIATED_WITH", "The instance that it leads to.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsElasticAddress]:
    """Yield the region's elastic addresses."""
    return aws.records(read, aws.pages("describe_addresses", "Addresses"))


def read(aws: Aws, item: Item) -> AwsElasticAddress:
    """Make the record of one elastic address."""
    owner = item.get("NetworkInterfaceOwnerId")
    return AwsElasticAddress(
        arn=ec2_arn(aws, "elastic-ip", item["AllocationId"]),
        name=name_of(item, item.get("PublicIp") or item["AllocationId"]),
        created_at=None,
        raw=item.raw,
        id=item["AllocationId"],
        public_ip=item.get("PublicIp"),
        address=address_ref(item.get("PublicIp")),
        private_ip=item.get("PrivateIpAddress"),
        is_associated=bool(item.get("AssociationId")),
        network_interface=ec2_ref(
            aws, "network-interface", item.get("NetworkInterfaceId") or None, owner
        ),
        # AWS gives the interface's owner only; an instance and its interface have the same
        instance=ec2_ref(aws, "instance", item.get("InstanceId") or None, owner),
        tags=tags_of(item.get("Tags")),
    )
