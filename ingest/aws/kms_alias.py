"""AWS KMS aliases: the names under which keys are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_key import AwsKmsKey


class AwsKmsAlias(Resource, service="kms", lists="kms:ListAliases"):
    """A name for an AWS KMS key."""

    arn: str = key("Amazon Resource Name.")
    kms_key: Ref[AwsKmsKey] | None = edge(
        "ALIAS_OF", "The key it stands for; none where it is free."
    )


def fetch(aws: Aws) -> Records[AwsKmsAlias]:
    """Yield the region's aliases."""
    return aws.records(read, aws.pages("list_aliases", "Aliases"))


def read(aws: Aws, item: Item) -> AwsKmsAlias:
    """Make the record of one alias."""
    target = item.get("TargetKeyId")
    return AwsKmsAlias(
        arn=item["AliasArn"],
        name=item["AliasName"],
        created_at=item.get("CreationDate"),
        raw=item.raw,
        kms_key=Ref(aws.arn("kms", f"key/{target}")) if target else None,
    )
