"""AWS Config recorders, one a region, with the channel that delivers what they record.

Left out: recorders that AWS services keep for themselves, which are listed on request only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.aws.sns_topic import AwsSnsTopic

STATUS = "config:DescribeConfigurationRecorderStatus"
CHANNELS = "config:DescribeDeliveryChannels"
OF_IAM = frozenset(f"AWS::IAM::{kind}" for kind in ("User", "Group", "Role", "Policy"))


class AwsConfigRecorder(Resource, service="config", lists="config:DescribeConfigurationRecorders"):
    """An AWS Config recorder: it keeps the configuration of a region's resources over time."""

    arn: str = key("Amazon Resource Name.")
    records_all_types: bool = prop("It records every type of resource, new ones too.")
    records_global_types: bool = prop("It records IAM's users, groups, roles and policies too.")
    resource_types: list[str] = prop("Types it is limited to: `AWS::S3::Bucket`.")
    excluded_types: list[str] = prop("Types it leaves out.")
    frequency: str | None = prop("`CONTINUOUS` or `DAILY`, for types without one of their own.")
    is_recording: bool = prop("It is switched on.", reads=STATUS)
    last_status: str | None = prop(
        "How its last recording went: `SUCCESS`, `PENDING`, `FAILURE`; null where it never did.",
        reads=STATUS,
    )
    last_error_code: str | None = prop("Why it failed last; null where it did not.", reads=STATUS)
    has_delivery_channel: bool = prop("What it records is delivered.", reads=CHANNELS)
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "The role with which it looks and delivers.")
    bucket: Ref[AwsS3Bucket] | None = edge(
        "DELIVERS_TO", "Bucket that gets its history and snapshots.", reads=CHANNELS
    )
    topic: Ref[AwsSnsTopic] | None = edge("NOTIFIES", "Topic told of each change.", reads=CHANNELS)
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of what it puts into the bucket.", reads=CHANNELS
    )
    tags: dict[str, str] = tags(reads="config:ListTagsForResource")


def _arn(aws: Aws, recorder: Json) -> str:
    """Return the ARN; AWS gave recorders none before 2024."""
    return recorder.get("arn") or aws.arn("config", f"configuration-recorder/{recorder['name']}")


def _parts(aws: Aws) -> tuple[Part, ...]:
    return (
        Part(
            "Status", "describe_configuration_recorder_status", STATUS,
            {"ConfigurationRecorderNames": lambda recorder: [recorder["name"]]},
        ),
        Part("Channels", "describe_delivery_channels", CHANNELS, {}),
        Part(
            "Tagging", "list_tags_for_resource", "config:ListTagsForResource",
            {"ResourceArn": lambda recorder: _arn(aws, recorder)},
            none=("ResourceNotFoundException",),
        ),
    )  # fmt: skip


def fetch(aws: Aws) -> Records[AwsConfigRecorder]:
    """Yield the region's recorder."""
    listed = aws.pages("describe_configuration_recorders", "ConfigurationRecorders")
    return aws.records(read, listed, _parts(aws))


def read(aws: Aws, item: Item) -> AwsConfigRecorder:
    """Make the record of one recorder."""
    status, channel, role = item.part("Status"), item.part("Channels"), item.get("roleARN")
    return AwsConfigRecorder(
        arn=_arn(aws, item.body),
        name=item["name"],
        created_at=None,
        raw=item.raw,
        records_all_types=bool(item.get("recordingGroup.allSupported")),
        records_global_types=_records_global_types(item),
        resource_types=item.get("recordingGroup.resourceTypes", default=[]),
        excluded_types=_excluded(item),
        frequency=item.get("recordingMode.recordingFrequency"),
        is_recording=status.read(lambda s: bool(_status(s)["recording"])),
        last_status=status.read(lambda s: (_status(s).get("lastStatus") or "").upper() or None),
        last_error_code=status.read(lambda s: _status(s).get("lastErrorCode")),
        has_delivery_channel=channel.read(lambda c: bool(c["DeliveryChannels"])),
        role=Ref(role) if role else None,
        bucket=channel.read(lambda c: _bucket(aws, c)),
        topic=channel.read(_topic),
        kms_key=channel.read(lambda c: kms_ref(aws, _channel(c).get("s3KmsKeyArn"))),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _excluded(item: Item) -> list[str]:
    found: list[str] = item.get("recordingGroup.exclusionByResourceTypes.resourceTypes", default=[])
    return found


def _records_global_types(item: Item) -> bool:
    """Tell whether IAM is recorded: by the flag, by name, or because it is not left out."""
    if item.get("recordingGroup.recordingStrategy.useOnly") == "EXCLUSION_BY_RESOURCE_TYPES":
        return not OF_IAM & set(_excluded(item))
    named = set(item.get("recordingGroup.resourceTypes", default=[]))
    return bool(item.get("recordingGroup.includeGlobalResourceTypes")) or named >= OF_IAM


def _status(answer: Json) -> Json:
    """Return the status of the one recorder that was asked about."""
    (status,) = answer["ConfigurationRecordersStatus"]
    return status  # type: ignore[no-any-return] # JSON


def _channel(answer: Json) -> Json:
    """Return the region's delivery channel; it has one at most."""
    return next(iter(answer["DeliveryChannels"]), {})


def _bucket(aws: Aws, answer: Json) -> Ref[AwsS3Bucket] | None:
    name = _channel(answer).get("s3BucketName")
    return Ref(aws.arn("s3", name, region="", account="")) if name else None


def _topic(answer: Json) -> Ref[AwsSnsTopic] | None:
    arn = _channel(answer).get("snsTopicARN")
    return Ref(arn) if arn else None
