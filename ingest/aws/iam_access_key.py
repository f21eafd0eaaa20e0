"""AWS IAM access keys of users; those of the root user are a fact of the account."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.iam import DETAILS, details, owned
from ingest.items import Item, Part
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_user import AwsIamUser

LIST = "iam:ListAccessKeys"
USED = "iam:GetAccessKeyLastUsed"


class AwsIamAccessKey(
    Resource, service="iam", lists=(DETAILS, LIST), is_global=True, incarnation="access_key_id"
):
    """An access key of an AWS IAM user, without its secret, which AWS never tells again."""

    arn: str = key("`{ARN of the user}/access-key:{id}`: AWS gives access keys no ARN.")
    access_key_id: str = prop("The public half: `AKIA...`.", indexed=True)
    is_active: bool = prop("It can be used.")
    last_used_at: datetime | None = prop("Last use; null where none is known.", reads=USED)
    last_used_service: str | None = prop("Service of the last use.", reads=USED)
    last_used_region: str | None = prop("Region of the last use.", reads=USED)
    user: Ref[AwsIamUser] = edge("HAS_ACCESS_KEY", "The user it speaks for.", direction="in")


KEYS = Part(
    "Keys", "list_access_keys", LIST, {"UserName": "UserName"},
    none=("NoSuchEntity",), pages="AccessKeyMetadata",
)  # fmt: skip
PARTS = (Part("Use", "get_access_key_last_used", USED, {"AccessKeyId": "AccessKeyId"}),)


def fetch(aws: Aws) -> Records[AwsIamAccessKey]:
    """Yield the access keys of the account's users."""
    found = aws.each(details(aws, "User"), KEYS)
    return aws.records(read, (owned(entry, user) for user, entry in found), PARTS)


def read(aws: Aws, item: Item) -> AwsIamAccessKey:  # noqa: ARG001 - every `read` takes both
    """Make the record of one access key."""
    use, user = item.part("Use"), item["Owner"]["Arn"]
    return AwsIamAccessKey(
        # A colon can't be in a name, so no user below a path can have this ARN.
        arn=f"{user}/access-key:{item['AccessKeyId']}",
        name=item["AccessKeyId"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        access_key_id=item["AccessKeyId"],
        is_active=item["Status"] == "Active",
        last_used_at=use.get("AccessKeyLastUsed.LastUsedDate"),
        last_used_service=use.read(lambda u: _told(u["AccessKeyLastUsed"].get("ServiceName"))),
        last_used_region=use.read(lambda u: _told(u["AccessKeyLastUsed"].get("Region"))),
        user=Ref(user),
    )


def _told(text: str | None) -> str | None:
    """Return None for `N/A`, which AWS says of a key that was never used."""
    return None if text == "N/A" else text
