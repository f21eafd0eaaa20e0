"""Point at CloudWatch log groups, which services name by their name or by an ARN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.logs_log_group import AwsLogGroup


def group_arn(aws: Aws, name: str) -> str:
    """Return the ARN of a log group, without the `:*` that stands for its streams."""
    return aws.arn("logs", f"log-group:{name}")


def group_ref(aws: Aws, named: str | None) -> Ref[AwsLogGroup] | None:
    """Return the reference for however a service names a group; None where it names none."""
    if not named:
        return None
    return Ref(named.removesuffix(":*") if named.startswith("arn:") else group_arn(aws, named))
