"""List IAM: one paged call gives users, groups and roles with all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_policy import AwsIamPolicy

DETAILS = "iam:GetAccountAuthorizationDetails"


def details(aws: Aws, kind: str) -> Iterator[Json]:
    """Yield the account's entries of one kind: `User`, `Group` or `Role`. Raises Refused."""
    return aws.pages("get_account_authorization_details", f"{kind}DetailList", Filter=[kind])


def owned(entry: Json, owner: Json) -> Json:
    """Return an entry with whose it is, as `Owner`: ARN and unique id, where the owner has them."""
    names = ("Arn", "UserId", "GroupId", "RoleId")
    return {**entry, "Owner": {name: owner[name] for name in names if name in owner}}


def attached(policies: Any) -> list[Ref[AwsIamPolicy]]:
    """Return the references of an `AttachedManagedPolicies` list."""
    return [Ref(policy["PolicyArn"]) for policy in policies or []]


def boundary(arn: str | None) -> Ref[AwsIamPolicy] | None:
    """Return the reference of a permissions boundary."""
    return Ref(arn) if arn else None
