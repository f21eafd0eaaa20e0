"""AWS IAM users: how they sign in, their groups and what is attached to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.iam import DETAILS, attached, boundary, details
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_group import AwsIamGroup
    from ingest.aws.iam_policy import AwsIamPolicy


class AwsIamUser(Resource, service="iam", lists=DETAILS, is_global=True, incarnation="user_id"):
    """An AWS IAM user; the root user stands on the account."""

    arn: str = key("Amazon Resource Name.")
    user_id: str = prop("The id that no other user ever had.")
    path: str = prop("`/` or the path it was made under.")
    has_console_password: bool = prop(
        "It can sign in to the console with a password.", reads="iam:GetLoginProfile"
    )
    password_created_at: datetime | None = prop(
        "When the console password was made; null without one.", reads="iam:GetLoginProfile"
    )
    password_last_used_at: datetime | None = prop(
        "Last sign-in with the password; null where none is known.", reads="iam:GetUser"
    )
    has_mfa: bool = prop("A second factor is enabled.", reads="iam:ListMFADevices")
    groups: list[Ref[AwsIamGroup]] = edge("MEMBER_OF", "Groups it is in.")
    policies: list[Ref[AwsIamPolicy]] = edge(
        "HAS_POLICY", "Managed policies attached to it, not those of its groups."
    )
    permissions_boundary: Ref[AwsIamPolicy] | None = edge(
        "BOUNDED_BY", "Policy that bounds what it may ever do."
    )
    tags: dict[str, str] = tags()


USER = {"UserName": "UserName"}
PARTS = (
    Part("LoginProfile", "get_login_profile", "iam:GetLoginProfile", USER, none=("NoSuchEntity",)),
    Part("MFADevices", "list_mfa_devices", "iam:ListMFADevices", USER),
    Part("User", "get_user", "iam:GetUser", USER),
)


def fetch(aws: Aws) -> Records[AwsIamUser]:
    """Yield the account's users."""
    groups = {str(group.get("GroupName")): group.get("Arn") for group in details(aws, "Group")}
    entries = ({**user, "Groups": _arns(user, groups)} for user in details(aws, "User"))
    return aws.records(read, entries, PARTS)


def read(aws: Aws, item: Item) -> AwsIamUser:  # noqa: ARG001 - every `read` takes both
    """Make the record of one user."""
    login, devices = item.part("LoginProfile"), item.part("MFADevices")
    return AwsIamUser(
        arn=item["Arn"],
        name=item["UserName"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        user_id=item["UserId"],
        path=item.get("Path", default="/"),
        has_console_password=login.read(lambda p: bool(p.get("LoginProfile"))),
        password_created_at=login.get("LoginProfile.CreateDate"),
        password_last_used_at=item.part("User").get("User.PasswordLastUsed"),
        has_mfa=devices.read(lambda d: bool(d["MFADevices"])),
        groups=[Ref(arn) for arn in item["Groups"]],
        policies=attached(item.get("AttachedManagedPolicies")),
        permissions_boundary=boundary(item.get("PermissionsBoundary.PermissionsBoundaryArn")),
        tags=tags_of(item.get("Tags")),
    )


def _arns(user: Json, groups: Json) -> list[str]:
    """Return the ARNs of a user's groups, which the user names without their path.

    A group made since the groups were listed is left to the next scan.
    """
    return [groups[name] for name in user.get("GroupList") or [] if groups.get(name)]
