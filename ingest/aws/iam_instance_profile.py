"""AWS IAM instance profiles: what lends a role to EC2 instances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole


class AwsIamInstanceProfile(
    Resource,
    service="iam",
    lists="iam:ListInstanceProfiles",
    is_global=True,
    incarnation="instance_profile_id",
):
    """An AWS IAM instance profile."""

    arn: str = key("Amazon Resource Name.")
    instance_profile_id: str = prop("The id that no other instance profile ever had.")
    path: str = prop("`/` or the path it was made under.")
    roles: list[Ref[AwsIamRole]] = edge("HAS_ROLE", "The role it lends, at most one.")
    tags: dict[str, str] = tags(reads="iam:GetInstanceProfile")


PARTS = (
    Part(
        "Profile", "get_instance_profile", "iam:GetInstanceProfile",
        {"InstanceProfileName": "InstanceProfileName"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsIamInstanceProfile]:
    """Yield the account's instance profiles."""
    return aws.records(read, aws.pages("list_instance_profiles", "InstanceProfiles"), PARTS)


def read(aws: Aws, item: Item) -> AwsIamInstanceProfile:  # noqa: ARG001 - every `read` takes both
    """Make the record of one instance profile."""
    return AwsIamInstanceProfile(
        arn=item["Arn"],
        name=item["InstanceProfileName"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        instance_profile_id=item["InstanceProfileId"],
        path=item.get("Path", default="/"),
        roles=[Ref(role["Arn"]) for role in item.get("Roles", default=[])],
        tags=item.part("Profile").read(lambda p: tags_of(p["InstanceProfile"].get("Tags"))),
    )
