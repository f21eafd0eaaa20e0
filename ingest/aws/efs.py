"""Point at what belongs to Amazon EFS, which names file systems by short ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws


def efs_arn(aws: Aws, kind: str, short: str, owner: str | None = None) -> str:
    """Return the ARN of a thing by its kind (`file-system`) and id; `owner` is its account."""
    return aws.arn("elasticfilesystem", f"{kind}/{short}", account=owner)


def file_system_ref(aws: Aws, short: str, owner: str | None = None) -> Ref[Any]:
    """Return the reference to a file system by its id."""
    return Ref(efs_arn(aws, "file-system", short, owner))
