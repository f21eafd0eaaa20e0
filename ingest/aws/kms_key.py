"""AWS KMS keys, customer-managed and AWS-managed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.kms_custom_key_store import store_arn
from ingest.aws.policy import document, public_actions
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_custom_key_store import AwsKmsCustomKeyStore


class AwsKmsKey(Resource, service="kms", lists="kms:ListKeys"):
    """An AWS KMS key."""

    arn: str = key("Amazon Resource Name.")
    manager: str | None = prop(
        "`CUSTOMER`, or `AWS` for the keys that services make.", reads="kms:DescribeKey"
    )
    state: str | None = prop(
        "`Enabled`, `Disabled`, `PendingDeletion`, ...", reads="kms:DescribeKey"
    )
    spec: str | None = prop("`SYMMETRIC_DEFAULT`, `RSA_2048`, ...", reads="kms:DescribeKey")
    usage: str | None = prop("`ENCRYPT_DECRYPT`, `SIGN_VERIFY`, ...", reads="kms:DescribeKey")
    origin: str | None = prop(
        "Where the key material comes from: `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM`, ...",
        reads="kms:DescribeKey",
    )
    is_multi_region: bool = prop("It has or may have replicas.", reads="kms:DescribeKey")
    is_rotated: bool | None = prop(
        "AWS rotates the key material; null where that is not possible for the key.",
        reads="kms:GetKeyRotationStatus",
    )
    policy: Document | None = prop("The key policy.", reads="kms:GetKeyPolicy")
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads="kms:GetKeyPolicy",
    )
    custom_key_store: Ref[AwsKmsCustomKeyStore] | None = edge(
        "STORED_IN",
        "The custom key store it lives in; none where KMS holds it itself.",
        reads="kms:DescribeKey",
    )
    tags: dict[str, str] = tags(reads="kms:ListResourceTags")
    created_at: datetime | None = prop("When it was made.", reads="kms:DescribeKey")


KEY = {"KeyId": "KeyArn"}
PARTS = (
    Part("Metadata", "describe_key", "kms:DescribeKey", KEY),
    Part(
        "Rotation", "get_key_rotation_status", "kms:GetKeyRotationStatus", KEY,
        none=("UnsupportedOperationException", "KMSInvalidStateException"),
    ),
    Part("KeyPolicy", "get_key_policy", "kms:GetKeyPolicy", KEY, keep={"PolicyName": "default"}),
    Part("Tagging", "list_resource_tags", "kms:ListResourceTags", KEY),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsKmsKey]:
    """Yield the region's keys."""
    return aws.records(read, aws.pages("list_keys", "Keys"), PARTS)


def read(aws: Aws, item: Item) -> AwsKmsKey:
    """Make the record of one key."""
    about, policy = item.part("Metadata"), item.part("KeyPolicy")
    return AwsKmsKey(
        arn=item["KeyArn"],
        name=item["KeyId"],
        raw=item.raw,
        manager=about.get("KeyMetadata.KeyManager"),
        state=about.get("KeyMetadata.KeyState"),
        spec=about.get("KeyMetadata.KeySpec"),
        usage=about.get("KeyMetadata.KeyUsage"),
        origin=about.get("KeyMetadata.Origin"),
        is_multi_region=about.get("KeyMetadata.MultiRegion", default=False),
        is_rotated=item.part("Rotation").get("KeyRotationEnabled"),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        custom_key_store=about.read(lambda a: _store(aws, a)),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
        created_at=about.get("KeyMetadata.CreationDate"),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("Policy"))


def _store(aws: Aws, answer: Json) -> Ref[AwsKmsCustomKeyStore] | None:
    name = answer["KeyMetadata"].get("CustomKeyStoreId")
    return Ref(store_arn(aws, name)) if name else None
