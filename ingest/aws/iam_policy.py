"""AWS IAM managed policies: the account's own, and those of AWS that it uses.

AWS's own policies are shared by all accounts, so nothing that one account sees differently from
another (how often it attached one) is kept of them: the edges tell it.
"""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.policy import (
    allowed_actions,
    allowed_on_all_resources,
    allows_everything,
    allows_with_exceptions,
    document,
)
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Resource, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws

VERSION = "iam:GetPolicyVersion"


class AwsIamPolicy(
    Resource, service="iam", lists="iam:ListPolicies", is_global=True, incarnation="policy_id"
):
    """An AWS IAM managed policy: of the account, or of AWS and in use."""

    arn: str = key("Amazon Resource Name.")
    policy_id: str = prop("The id that no other policy ever had.")
    path: str = prop("`/` or the path it was made under.")
    is_aws_managed: bool = prop("AWS keeps it, the same for all accounts.")
    default_version: str = prop("The version in force: `v1`, `v2`, ...")
    updated_at: datetime | None = prop("When its default version last changed.")
    attachment_count: int | None = prop(
        "How many users, groups and roles it is attached to; null for those of AWS."
    )
    document: Document | None = prop("The policy of the version in force.", reads=VERSION)
    allows_everything: bool = prop(
        "It allows every action on every resource without a condition.", reads=VERSION
    )
    allows_with_exceptions: bool = prop(
        "It allows all but what it names: `NotAction` or `NotResource`.", reads=VERSION
    )
    allowed_actions: list[str] = prop(
        "Actions that it allows on anything, as patterns in lower case.", reads=VERSION
    )
    allowed_on_all_resources: list[str] = prop(
        "Actions that it allows on every resource without a condition, in lower case.",
        reads=VERSION,
    )
    tags: dict[str, str] = tags(reads="iam:ListPolicyTags")


def _is_own(policy: Json) -> bool:
    return ":iam::aws:" not in policy.get("Arn", "")


PARTS = (
    Part(
        "Version", "get_policy_version", VERSION,
        {"PolicyArn": "Arn", "VersionId": "DefaultVersionId"},
    ),
    Part(
        "Tagging", "list_policy_tags", "iam:ListPolicyTags", {"PolicyArn": "Arn"}, when=_is_own
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsIamPolicy]:
    """Yield the account's policies and those of AWS that it uses."""
    own = aws.pages("list_policies", "Policies", Scope="Local")
    used = aws.pages("list_policies", "Policies", Scope="AWS", OnlyAttached=True)
    return aws.records(read, itertools.chain(own, used), PARTS)


def read(aws: Aws, item: Item) -> AwsIamPolicy:  # noqa: ARG001 - every `read` takes both
    """Make the record of one policy."""
    version, own = item.part("Version"), _is_own(item.body)
    return AwsIamPolicy(
        arn=item["Arn"],
        name=item["PolicyName"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        policy_id=item["PolicyId"],
        path=item.get("Path", default="/"),
        is_aws_managed=not own,
        default_version=item["DefaultVersionId"],
        updated_at=item.get("UpdateDate"),
        attachment_count=item.get("AttachmentCount") if own else None,
        document=version.read(_document),
        allows_everything=version.read(lambda v: allows_everything(_document(v))),
        allows_with_exceptions=version.read(lambda v: allows_with_exceptions(_document(v))),
        allowed_actions=version.read(lambda v: allowed_actions(_document(v))),
        allowed_on_all_resources=version.read(lambda v: allowed_on_all_resources(_document(v))),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _document(answer: Json) -> Document | None:
    return document(answer["PolicyVersion"]["Document"])
