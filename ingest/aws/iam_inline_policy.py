"""AWS IAM inline policies: those embedded in one user, group or role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.iam import DETAILS, details, owned
from ingest.aws.policy import (
    allowed_actions,
    allowed_on_all_resources,
    allows_everything,
    allows_with_exceptions,
    document,
)
from ingest.items import Item
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_group import AwsIamGroup
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.iam_user import AwsIamUser


class AwsIamInlinePolicy(
    Resource, service="iam", lists=DETAILS, is_global=True, incarnation="owner_id"
):
    """A policy embedded in one AWS IAM user, group or role."""

    arn: str = key("`{ARN of its owner}/inline-policy:{name}`: AWS gives inline policies no ARN.")
    owner_id: str = prop("The id that no other user, group or role than its owner ever had.")
    document: Document | None = prop("The policy.")
    allows_everything: bool = prop("It allows every action on every resource without a condition.")
    allows_with_exceptions: bool = prop(
        "It allows all but what it names: `NotAction` or `NotResource`."
    )
    allowed_actions: list[str] = prop(
        "Actions that it allows on anything, as patterns in lower case."
    )
    allowed_on_all_resources: list[str] = prop(
        "Actions that it allows on every resource without a condition, in lower case."
    )
    owner: Ref[AwsIamUser | AwsIamGroup | AwsIamRole] = edge(
        "HAS_INLINE_POLICY", "What it is embedded in.", direction="in"
    )


def fetch(aws: Aws) -> Records[AwsIamInlinePolicy]:
    """Yield the inline policies of the account's users, groups and roles."""
    return aws.records(read, (p for kind in ("User", "Group", "Role") for p in _inline(aws, kind)))


def read(aws: Aws, item: Item) -> AwsIamInlinePolicy:  # noqa: ARG001 - every `read` takes both
    """Make the record of one inline policy."""
    policy, owner = document(item["PolicyDocument"]), item["Owner"]
    return AwsIamInlinePolicy(
        # A colon can't be in a name, so no user or role below a path can have this ARN.
        arn=f"{owner['Arn']}/inline-policy:{item['PolicyName']}",
        name=item["PolicyName"],
        created_at=None,
        raw=item.raw,
        owner_id=_unique_id(owner),
        document=policy,
        allows_everything=allows_everything(policy),
        allows_with_exceptions=allows_with_exceptions(policy),
        allowed_actions=allowed_actions(policy),
        allowed_on_all_resources=allowed_on_all_resources(policy),
        owner=Ref(owner["Arn"]),
    )


def _inline(aws: Aws, kind: str) -> Iterator[Json]:
    for owner in details(aws, kind):
        for policy in owner.get(f"{kind}PolicyList") or []:
            yield owned(policy, owner)


def _unique_id(owner: Json) -> str:
    """Return the unique id of a user, group or role, whichever the owner is."""
    (found,) = (value for name, value in owner.items() if name != "Arn")
    return str(found)
