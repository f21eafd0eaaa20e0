"""Amazon EC2 instances.

User data is not read: it holds secrets too often. An instance that was terminated stays listed
for an hour; its state tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, ec2_refs, name_of
from ingest.aws.tagged import tags_of
from ingest.internet.public_address import address_ref
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_image import AwsEc2Image
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.iam_instance_profile import AwsIamInstanceProfile
    from ingest.internet.public_address import PublicAddress


class AwsEc2Instance(
    Resource, service="ec2", lists="ec2:DescribeInstances", incarnation="id"
):  # its launch time moves with every start
    """An Amazon EC2 instance."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `i-...`.", indexed=True)
    state: str = prop("`running`, `stopped`, `terminated`, ...")
    type: str | None = prop("Its size, `t3.micro`.")
    platform: str | None = prop("`Linux/UNIX`, `Windows`, ...")
    launched_at: datetime | None = prop("When it was last started.")
    requires_imdsv2: bool = prop(
        "The metadata service answers only to session tokens (`HttpTokens` is `required`)."
    )
    imds_enabled: bool = prop("The metadata service answers at all.")
    imds_hop_limit: int | None = prop("Network hops that a metadata answer survives.")
    public_ip: str | None = prop("Its public IPv4 address.", indexed=True)
    public_dns: str | None = prop("Its public host name.")
    private_ip: str | None = prop("Its primary private IPv4 address.", indexed=True)
    key_pair: str | None = prop("Name of the key pair that it was launched with.")
    is_monitored_in_detail: bool = prop("Its metrics come each minute.")
    is_ebs_optimized: bool = prop("It has bandwidth set aside for its volumes.")
    address: Ref[PublicAddress] | None = edge(
        "HAS_ADDRESS", "The address by which the internet reaches it."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnet: Ref[AwsSubnet] | None = edge("IN_SUBNET", "The subnet of its primary interface.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "The groups it is in.")
    image: Ref[AwsEc2Image] | None = edge(
        "FROM_IMAGE", "The image it was launched from; it may be another account's."
    )
    instance_profile: Ref[AwsIamInstanceProfile] | None = edge(
        "HAS_INSTANCE_PROFILE", "The instance profile through which it has a role."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsEc2Instance]:
    """Yield the region's instances."""
    return aws.records(read, _instances(aws))


def read(aws: Aws, item: Item) -> AwsEc2Instance:
    """Make the record of one instance."""
    profile = item.get("IamInstanceProfile.Arn")
    return AwsEc2Instance(
        arn=ec2_arn(aws, "instance", item["InstanceId"], item.get("OwnerId")),
        name=name_of(item, item["InstanceId"]),
        created_at=_created_at(item),
        raw=item.raw,
        id=item["InstanceId"],
        state=item["State"]["Name"],
        type=item.get("InstanceType"),
        platform=item.get("PlatformDetails") or item.get("Platform"),
        launched_at=item.get("LaunchTime"),
        requires_imdsv2=item.get("MetadataOptions.HttpTokens") == "required",
        imds_enabled=item.get("MetadataOptions.HttpEndpoint") != "disabled",
        imds_hop_limit=item.get("MetadataOptions.HttpPutResponseHopLimit"),
        public_ip=item.get("PublicIpAddress"),
        address=address_ref(item.get("PublicIpAddress")),
        public_dns=item.get("PublicDnsName") or None,
        private_ip=item.get("PrivateIpAddress"),
        key_pair=item.get("KeyName"),
        is_monitored_in_detail=item.get("Monitoring.State") in {"enabled", "pending"},
        is_ebs_optimized=item.get("EbsOptimized", default=False),
        vpc=ec2_ref(aws, "vpc", item.get("VpcId")),
        subnet=ec2_ref(aws, "subnet", item.get("SubnetId")),
        security_groups=ec2_refs(
            aws, "security-group", (g.get("GroupId") for g in item.get("SecurityGroups", []))
        ),
        image=ec2_ref(aws, "image", item.get("ImageId")),
        instance_profile=Ref(profile) if profile else None,
        tags=tags_of(item.get("Tags")),
    )


def _instances(aws: Aws) -> Iterator[Json]:
    """Yield instances with their reservation's owner: AWS lists them by launch."""
    for reservation in aws.pages("describe_instances", "Reservations", PaginationConfig=PAGES):
        for instance in reservation.get("Instances") or []:
            yield {"OwnerId": reservation.get("OwnerId"), **instance}


def _created_at(item: Item) -> datetime | None:
    """Return when its first interface was attached, which stays; else its last launch."""
    first: list[datetime] = [
        i["Attachment"]["AttachTime"]
        for i in item.get("NetworkInterfaces", [])
        if i.get("Attachment", {}).get("DeviceIndex") == 0 and "AttachTime" in i["Attachment"]
    ]
    launched: datetime | None = item.get("LaunchTime")
    return first[0] if first else launched
