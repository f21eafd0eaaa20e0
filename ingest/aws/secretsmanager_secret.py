"""AWS Secrets Manager secrets: how they are guarded and rotated, never what they hold.

Left out: secrets that are about to be deleted, which nobody can read any more.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.lambda_function import AwsLambdaFunction

POLICY = "secretsmanager:GetResourcePolicy"


class AwsSecret(Resource, service="secretsmanager", lists="secretsmanager:ListSecrets"):
    """An AWS Secrets Manager secret, without its value."""

    arn: str = key("Amazon Resource Name, with the six characters that AWS adds.")
    description: str | None = prop("What its makers said it is for.")
    owning_service: str | None = prop("AWS service that keeps it: `rds`, ...; null for one's own.")
    is_replica: bool = prop("It is a copy of a secret of another region, which rotates it.")
    is_rotated: bool = prop("It is given a new value by itself.")
    rotation_days: int | None = prop("Days between rotations; null where a schedule says.")
    rotation_schedule: str | None = prop("When it is rotated: `cron(...)`, `rate(...)`, or null.")
    last_rotated_at: datetime | None = prop("When it was last rotated; null where it never was.")
    next_rotation_at: datetime | None = prop("When it will be rotated; null where it is not.")
    last_changed_at: datetime | None = prop("When anything of it last changed.")
    last_accessed_at: datetime | None = prop(
        "Day on which its value was last read; null where it never was."
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of its value; none where it is `aws/secretsmanager`, AWS's own."
    )
    policy: Document | None = prop("The resource policy.", reads=POLICY)
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads=POLICY,
    )
    rotation_function: Ref[AwsLambdaFunction] | None = edge(
        "ROTATED_BY", "The function that rotates it."
    )
    rotation_role: Ref[AwsIamRole] | None = edge(
        "HAS_ROLE", "Role with which it is rotated where somebody else's service holds the value."
    )
    tags: dict[str, str] = tags()


PARTS = (Part("SecretPolicy", "get_resource_policy", POLICY, {"SecretId": "ARN"}),)


def fetch(aws: Aws) -> Records[AwsSecret]:
    """Yield the region's secrets."""
    return aws.records(read, aws.pages("list_secrets", "SecretList"), PARTS)


def read(aws: Aws, item: Item) -> AwsSecret:
    """Make the record of one secret."""
    policy, primary = item.part("SecretPolicy"), item.get("PrimaryRegion")
    function, role = item.get("RotationLambdaARN"), item.get("ExternalSecretRotationRoleArn")
    return AwsSecret(
        arn=item["ARN"],
        name=item["Name"],
        created_at=item.get("CreatedDate"),
        raw=item.raw,
        description=item.get("Description") or None,
        owning_service=item.get("OwningService") or None,
        is_replica=bool(primary) and primary != aws.region,
        is_rotated=item.get("RotationEnabled", default=False),  # absent where it was never set up
        rotation_days=item.get("RotationRules.AutomaticallyAfterDays"),
        rotation_schedule=item.get("RotationRules.ScheduleExpression"),
        last_rotated_at=item.get("LastRotatedDate"),
        next_rotation_at=item.get("NextRotationDate"),
        last_changed_at=item.get("LastChangedDate"),
        last_accessed_at=item.get("LastAccessedDate"),
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        rotation_function=Ref(function) if function else None,
        rotation_role=Ref(role) if role else None,
        tags=tags_of(item.get("Tags")),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("ResourcePolicy"))
