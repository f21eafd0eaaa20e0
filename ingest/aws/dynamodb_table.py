"""Amazon DynamoDB tables.

Left out: backups made by hand, indexes, and what scales a table's capacity. A stream is told by
where it is found; who reads it says so itself.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ingest.aws.grants import PROPS, grantees
from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.iam_user import AwsIamUser
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

TABLE = "dynamodb:DescribeTable"
BACKUPS = "dynamodb:DescribeContinuousBackups"
RECOVERY = "ContinuousBackupsDescription.PointInTimeRecoveryDescription"


class AwsDynamodbTable(
    Resource, service="dynamodb", lists="dynamodb:ListTables", incarnation="table_id"
):
    """An Amazon DynamoDB table."""

    arn: str = key("Amazon Resource Name.")
    table_id: str | None = prop("The id that AWS gives it.", reads=TABLE)
    status: str | None = prop("`ACTIVE`, `CREATING`, `ARCHIVED`, ...", reads=TABLE)
    billing_mode: str = prop("`PROVISIONED` or `PAY_PER_REQUEST`.", reads=TABLE)
    table_class: str = prop("`STANDARD` or `STANDARD_INFREQUENT_ACCESS`.", reads=TABLE)
    is_deletion_protected: bool = prop("It can't be deleted by mistake.", reads=TABLE)
    stream_view_type: str | None = prop(
        "What its stream holds of a change: `KEYS_ONLY`, `NEW_IMAGE`, ...; null without a stream.",
        reads=TABLE,
    )
    has_point_in_time_recovery: bool = prop(
        "It can be restored to any second of the last days.", reads=BACKUPS
    )
    recovery_period_days: int | None = prop(
        "How many days back it can be restored; null where it can't be.", reads=BACKUPS
    )
    policy: Document | None = prop("The table's policy.", reads="dynamodb:GetResourcePolicy")
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads="dynamodb:GetResourcePolicy",
    )
    grantees: list[Ref[AwsAccount | AwsIamUser | AwsIamRole | Resource]] = edge(
        "GRANTS_ACCESS_TO",
        "Accounts, users, roles and sessions that the policy lets in.",
        reads="dynamodb:GetResourcePolicy",
        props=PROPS,
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "The key that encrypts it; none where DynamoDB owns the key.", reads=TABLE
    )
    stream: Ref[Resource] | None = edge("HAS_STREAM", "The stream of its changes.", reads=TABLE)
    replicas: list[Ref[AwsDynamodbTable]] = edge(
        "REPLICATED_TO", "The same global table in other regions.", reads=TABLE
    )
    source: Ref[AwsDynamodbTable] | None = edge(
        "RESTORED_FROM", "The table whose backup it was made from.", reads=TABLE
    )
    tags: dict[str, str] = tags(reads="dynamodb:ListTagsOfResource")
    created_at: datetime | None = prop("When it was made.", reads=TABLE)


NAME = {"TableName": "TableName"}
PARTS = (
    Part("Description", "describe_table", TABLE, NAME),
    Part("ContinuousBackups", "describe_continuous_backups", BACKUPS, NAME),
    Part(
        "ResourcePolicy", "get_resource_policy", "dynamodb:GetResourcePolicy",
        {"ResourceArn": "TableArn"}, none=("PolicyNotFoundException",),
    ),
    Part(
        "Tagging", "list_tags_of_resource", "dynamodb:ListTagsOfResource",
        {"ResourceArn": "TableArn"}, pages="Tags",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsDynamodbTable]:
    """Yield the region's tables."""
    names: Any = aws.pages("list_tables", "TableNames")  # the listing gives texts
    tables = ({"TableName": n, "TableArn": aws.arn("dynamodb", f"table/{n}")} for n in names)
    return aws.records(read, tables, PARTS)


def read(aws: Aws, item: Item) -> AwsDynamodbTable:
    """Make the record of one table."""
    about, policy = item.part("Description"), item.part("ResourcePolicy")
    backups = item.part("ContinuousBackups")
    return AwsDynamodbTable(
        arn=item["TableArn"],
        name=item["TableName"],
        raw=item.raw,
        table_id=about.get("Table.TableId"),
        status=about.get("Table.TableStatus"),
        # Both are told only of tables that were ever switched.
        billing_mode=about.get("Table.BillingModeSummary.BillingMode", default="PROVISIONED"),
        table_class=about.get("Table.TableClassSummary.TableClass", default="STANDARD"),
        is_deletion_protected=about.read(lambda a: bool(dig(a, "Table.DeletionProtectionEnabled"))),
        stream_view_type=about.get("Table.StreamSpecification.StreamViewType"),
        has_point_in_time_recovery=backups.read(_recovers),
        recovery_period_days=backups.get(f"{RECOVERY}.RecoveryPeriodInDays"),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        grantees=policy.read(lambda p: grantees(aws, _policy(p))),
        kms_key=about.read(lambda a: kms_ref(aws, dig(a, "Table.SSEDescription.KMSMasterKeyArn"))),
        stream=about.read(_stream),
        replicas=about.read(lambda a: _replicas(aws, item, a)),
        source=about.read(_source),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
        created_at=about.get("Table.CreationDateTime"),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("Policy"))


def _recovers(backups: Json) -> bool:
    return bool(dig(backups, f"{RECOVERY}.PointInTimeRecoveryStatus") == "ENABLED")


def _stream(answer: Json) -> Ref[Resource] | None:
    """Return the stream that is written; the last one is named for a day after it was closed."""
    if not dig(answer, "Table.StreamSpecification.StreamEnabled"):
        return None
    arn = dig(answer, "Table.LatestStreamArn")
    return Ref(arn) if arn else None


def _replicas(aws: Aws, item: Item, answer: Json) -> list[Ref[AwsDynamodbTable]]:
    """Return the replicas; those of other accounts come with their ARN."""
    resource = f"table/{item['TableName']}"
    found = [
        r.get("ReplicaArn") or aws.arn("dynamodb", resource, region=r["RegionName"])
        for r in dig(answer, "Table.Replicas", [])
    ]
    return [Ref(arn) for arn in found if arn != item["TableArn"]]


def _source(answer: Json) -> Ref[AwsDynamodbTable] | None:
    arn = dig(answer, "Table.RestoreSummary.SourceTableArn")
    return Ref(arn) if arn else None
