"""AWS IAM groups; who is in them stands on the users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.iam import DETAILS, attached, details
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_policy import AwsIamPolicy


class AwsIamGroup(Resource, service="iam", lists=DETAILS, is_global=True, incarnation="group_id"):
    """An AWS IAM group of users."""

    arn: str = key("Amazon Resource Name.")
    group_id: str = prop("The id that no other group ever had.")
    path: str = prop("`/` or the path it was made under.")
    policies: list[Ref[AwsIamPolicy]] = edge("HAS_POLICY", "Managed policies attached to it.")


def fetch(aws: Aws) -> Records[AwsIamGroup]:
    """Yield the account's groups."""
    return aws.records(read, details(aws, "Group"))


def read(aws: Aws, item: Item) -> AwsIamGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one group."""
    return AwsIamGroup(
        arn=item["Arn"],
        name=item["GroupName"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        group_id=item["GroupId"],
        path=item.get("Path", default="/"),
        policies=attached(item.get("AttachedManagedPolicies")),
    )
