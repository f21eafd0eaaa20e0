"""Amazon EBS volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, name_of
from ingest.aws.kms import kms_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_instance import AwsEc2Instance
    from ingest.aws.ec2_snapshot import AwsEbsSnapshot
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey


class AwsEbsVolume(Resource, service="ec2", lists="ec2:DescribeVolumes"):
    """An Amazon EBS volume, a disk for instances."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `vol-...`.", indexed=True)
    state: str | None = prop("`available` (attached to nothing), `in-use`, ...")
    type: str | None = prop("`gp3`, `io2`, `st1`, ...")
    size_gib: int | None = prop("Its size.")
    iops: int | None = prop("Operations a second that it is made for.")
    zone: str | None = prop("Its availability zone.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    snapshot: Ref[AwsEbsSnapshot] | None = edge(
        "FROM_SNAPSHOT", "The snapshot it was made from; it may be another account's."
    )
    instances: list[Ref[AwsEc2Instance]] = edge(
        "ATTACHED_TO",
        "The instances that use it.",
        props={
            "device": "Name of the device on the instance, `/dev/xvda`.",
            "deletes_on_termination": "It goes when the instance is terminated.",
        },
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsEbsVolume]:
    """Yield the region's volumes."""
    return aws.records(read, aws.pages("describe_volumes", "Volumes", PaginationConfig=PAGES))


def read(aws: Aws, item: Item) -> AwsEbsVolume:
    """Make the record of one volume."""
    return AwsEbsVolume(
        arn=ec2_arn(aws, "volume", item["VolumeId"]),
        name=name_of(item, item["VolumeId"]),
        created_at=item.get("CreateTime"),
        raw=item.raw,
        id=item["VolumeId"],
        state=item.get("State"),
        type=item.get("VolumeType"),
        size_gib=item.get("Size"),
        iops=item.get("Iops"),
        zone=item.get("AvailabilityZone"),
        is_encrypted=item["Encrypted"],
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        snapshot=ec2_ref(aws, "snapshot", item.get("SnapshotId") or None),
        instances=[
            Ref(
                ec2_arn(aws, "instance", a["InstanceId"]),
                {
                    "device": a.get("Device"),
                    "deletes_on_termination": a.get("DeleteOnTermination"),
                },
            )
            for a in item.get("Attachments", [])
            if a.get("InstanceId")  # a volume of a container task has none
        ],
        tags=tags_of(item.get("Tags")),
    )
