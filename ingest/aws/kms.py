"""Point at KMS keys: services name them by key ARN, key id, alias ARN or alias name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey


def kms_ref(
    aws: Aws, named: str | None, *, region: str | None = None
) -> Ref[AwsKmsKey | AwsKmsAlias] | None:
    """Return the reference for however a service names a key; None where it names none."""
    if not named:
        return None
    if named.startswith("arn:"):
        return Ref(named)
    resource = named if named.startswith("alias/") else f"key/{named}"
    return Ref(aws.arn("kms", resource, region=region))
