"""AWS CloudTrail trails, each in its home region, and what they log.

A trail of the organisation is listed in member accounts too, under the ARN of the account that
owns it. Left out: when a trail last delivered, which changes all the time; an error that stands is
kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.logs import group_ref
from ingest.aws.tagged import tags_of
from ingest.aws.trail_events import excluded_sources, logs_management, logs_s3_objects
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.aws.sns_topic import AwsSnsTopic

STATUS = "cloudtrail:GetTrailStatus"
SELECTORS = "cloudtrail:GetEventSelectors"


class AwsCloudTrailTrail(Resource, service="cloudtrail", lists="cloudtrail:DescribeTrails"):
    """An AWS CloudTrail trail."""

    arn: str = key("Amazon Resource Name.")
    account: str = prop("Account that made it.", indexed=True)
    is_multi_region: bool = prop("It logs every region.")
    is_organization_trail: bool = prop("It logs every account of the organisation.", indexed=True)
    includes_global_events: bool = prop("It logs global services such as IAM.")
    has_log_file_validation: bool = prop("Digests show whether a log file was changed.")
    has_cloudwatch_logs: bool = prop("It also writes to a CloudWatch log group.")
    is_logging: bool = prop("It is switched on.", reads=STATUS)
    latest_delivery_error: str | None = prop(
        "What S3 said when the last delivery failed; null where it did not.", reads=STATUS
    )
    logs_management_reads: bool = prop("It logs read-only management events.", reads=SELECTORS)
    logs_management_writes: bool = prop("It logs management events that write.", reads=SELECTORS)
    excluded_event_sources: list[str] = prop(
        "Services whose management events it leaves out: `kms.amazonaws.com`.", reads=SELECTORS
    )
    logs_s3_object_reads: bool = prop("It logs reads of objects in all buckets.", reads=SELECTORS)
    logs_s3_object_writes: bool = prop("It logs writes of objects in all buckets.", reads=SELECTORS)
    bucket: Ref[AwsS3Bucket] | None = edge("LOGS_TO", "Bucket that receives the log files.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "Key of the log files.")
    topic: Ref[AwsSnsTopic] | None = edge("NOTIFIES", "Topic told of each new log file.")
    log_group: Ref[AwsLogGroup] | None = edge("SENDS_TO", "CloudWatch log group it also writes to.")
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "Role with which it writes to the log group.")
    tags: dict[str, str] = tags(reads="cloudtrail:ListTags")


def _known_as(trail: Json) -> str:
    """Return what a trail is asked by: in member accounts, the organisation's only by ARN."""
    return str(trail.get("TrailARN" if trail.get("IsOrganizationTrail") else "Name"))


PARTS = (
    Part("Status", "get_trail_status", STATUS, {"Name": _known_as}),
    Part("Selectors", "get_event_selectors", SELECTORS, {"TrailName": _known_as}),
    Part(
        "Tagging", "list_tags", "cloudtrail:ListTags",
        {"ResourceIdList": lambda trail: [trail.get("TrailARN")]},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsCloudTrailTrail]:
    """Yield the trails whose home is the region."""
    # Without shadow trails, an organisation's trail would not be listed in its member accounts.
    listed = aws.pages("describe_trails", "trailList", includeShadowTrails=True)
    return aws.records(read, (t for t in listed if t.get("HomeRegion") == aws.region), PARTS)


def read(aws: Aws, item: Item) -> AwsCloudTrailTrail:
    """Make the record of one trail."""
    status, selectors = item.part("Status"), item.part("Selectors")
    bucket, topic = item.get("S3BucketName"), item.get("SnsTopicARN")
    group, role = item.get("CloudWatchLogsLogGroupArn"), item.get("CloudWatchLogsRoleArn")
    return AwsCloudTrailTrail(
        arn=item["TrailARN"],
        account=item["TrailARN"].split(":")[4],
        name=item["Name"],
        created_at=None,
        raw=item.raw,
        is_multi_region=bool(item.get("IsMultiRegionTrail")),
        is_organization_trail=bool(item.get("IsOrganizationTrail")),
        includes_global_events=bool(item.get("IncludeGlobalServiceEvents")),
        has_log_file_validation=bool(item.get("LogFileValidationEnabled")),
        has_cloudwatch_logs=bool(group),
        is_logging=status.read(lambda s: bool(s["IsLogging"])),
        latest_delivery_error=status.get("LatestDeliveryError"),
        logs_management_reads=selectors.read(lambda s: logs_management(s, reads=True)),
        logs_management_writes=selectors.read(lambda s: logs_management(s, reads=False)),
        excluded_event_sources=selectors.read(excluded_sources),
        logs_s3_object_reads=selectors.read(lambda s: logs_s3_objects(s, reads=True)),
        logs_s3_object_writes=selectors.read(lambda s: logs_s3_objects(s, reads=False)),
        bucket=Ref(aws.arn("s3", bucket, region="", account="")) if bucket else None,
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        topic=Ref(topic) if topic else None,
        log_group=group_ref(aws, group),
        role=Ref(role) if role else None,
        tags=item.part("Tagging").read(_tags),
    )


def _tags(answer: Json) -> dict[str, str]:
    found = answer.get("ResourceTagList") or [{}]
    return tags_of(found[0].get("TagsList"))
