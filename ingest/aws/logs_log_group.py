"""Amazon CloudWatch log groups.

Left out: how much they hold, which changes all the time, and where subscriptions send their events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.logs import group_arn
from ingest.aws.times import of_milliseconds
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey


class AwsLogGroup(Resource, service="logs", lists="logs:DescribeLogGroups"):
    """An Amazon CloudWatch log group."""

    arn: str = key("Amazon Resource Name, without the `:*` that stands for its streams.")
    log_class: str | None = prop("`STANDARD`, `INFREQUENT_ACCESS` or `DELIVERY`.")
    retention_days: int | None = prop("Days that events are kept; null where they are for ever.")
    is_deletion_protected: bool = prop("It can't be deleted by mistake.")
    data_protection: str | None = prop(
        "`ACTIVATED` where its own policy masks sensitive data, `DISABLED`, ...; null without one."
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of its events at rest; none where AWS owns the key."
    )
    tags: dict[str, str] = tags(reads="logs:ListTagsForResource")


def _arn(group: Json) -> str:
    """Return the ARN as tagging wants it."""
    return str(group["arn"]).removesuffix(":*")


PARTS = (
    Part("Tagging", "list_tags_for_resource", "logs:ListTagsForResource", {"resourceArn": _arn}),
)


def fetch(aws: Aws) -> Records[AwsLogGroup]:
    """Yield the region's log groups."""
    return aws.records(read, aws.pages("describe_log_groups", "logGroups"), PARTS)


def read(aws: Aws, item: Item) -> AwsLogGroup:
    """Make the record of one log group."""
    return AwsLogGroup(
        arn=group_arn(aws, item["logGroupName"]),
        name=item["logGroupName"],
        created_at=of_milliseconds(item.get("creationTime")),
        raw=item.raw,
        log_class=item.get("logGroupClass"),
        retention_days=item.get("retentionInDays"),
        is_deletion_protected=bool(item.get("deletionProtectionEnabled")),
        data_protection=item.get("dataProtectionStatus"),
        kms_key=kms_ref(aws, item.get("kmsKeyId")),
        tags=item.part("Tagging").get("tags", default={}),
    )
