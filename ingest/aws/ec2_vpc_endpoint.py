"""VPC endpoints: private ways from a VPC to services of AWS and of others.

The route tables that lead to a gateway endpoint declare that edge. Left out: the owner of another
account's endpoint service, which the listing does not tell; the service's name is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, ec2_refs, name_of
from ingest.aws.endpoint_policy import open_actions
from ingest.aws.policy import document
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Document, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc


class AwsVpcEndpoint(Resource, service="ec2", lists="ec2:DescribeVpcEndpoints"):
    """A VPC endpoint: a private way to a service."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `vpce-...`.", indexed=True)
    type: str | None = prop("`Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource`, ...")
    service_name: str | None = prop("The service, `com.amazonaws.eu-west-1.s3`.", indexed=True)
    state: str = prop("`available`, `pending`, `rejected`, `deleting`, ... in small letters.")
    has_private_dns: bool = prop("The service's usual names lead to it inside the network.")
    is_requester_managed: bool = prop("An AWS service made it and manages it.")
    policy: Document | None = prop("The endpoint policy; null where the service takes none.")
    policy_open_actions: list[str] = prop(
        "Actions that the policy lets anyone take on anything, without a condition on who or what."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "The subnets that it has addresses in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "The groups that guard it.")
    network_interfaces: list[Ref[AwsNetworkInterface]] = edge(
        "USES_INTERFACE", "Its network interfaces."
    )
    leads_to: list[Ref[Resource]] = edge(
        "CONNECTS_TO", "The VPC Lattice service network or resource configuration behind it."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsVpcEndpoint]:
    """Yield the region's endpoints."""
    return aws.records(
        read, aws.pages("describe_vpc_endpoints", "VpcEndpoints", PaginationConfig=PAGES)
    )


def read(aws: Aws, item: Item) -> AwsVpcEndpoint:
    """Make the record of one endpoint."""
    policy = document(item.get("PolicyDocument"))
    behind = (item.get("ServiceNetworkArn"), item.get("ResourceConfigurationArn"))
    return AwsVpcEndpoint(
        arn=ec2_arn(aws, "vpc-endpoint", item["VpcEndpointId"], item.get("OwnerId")),
        name=name_of(item, item["VpcEndpointId"]),
        created_at=item.get("CreationTimestamp"),
        raw=item.raw,
        id=item["VpcEndpointId"],
        type=item.get("VpcEndpointType"),
        service_name=item.get("ServiceName"),
        state=item["State"].lower(),  # AWS answers in small letters, its documentation in capitals
        has_private_dns=item.get("PrivateDnsEnabled", default=False),
        is_requester_managed=item.get("RequesterManaged", default=False),
        policy=policy,
        policy_open_actions=open_actions(policy),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnets=ec2_refs(aws, "subnet", item.get("SubnetIds", [])),
        security_groups=ec2_refs(
            aws, "security-group", (g.get("GroupId") for g in item.get("Groups", []))
        ),
        network_interfaces=ec2_refs(aws, "network-interface", item.get("NetworkInterfaceIds", [])),
        leads_to=[Ref(arn) for arn in behind if arn],
        tags=tags_of(item.get("Tags")),
    )
