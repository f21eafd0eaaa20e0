"""Analyzers of IAM Access Analyzer.

Left out: findings, which are events, and what was analyzed last, which changes all the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item
from ingest.model import Records, Resource, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws

EXTERNAL = frozenset({"ACCOUNT", "ORGANIZATION"})


class AwsAccessAnalyzer(Resource, service="accessanalyzer", lists="access-analyzer:ListAnalyzers"):
    """An analyzer of IAM Access Analyzer: it finds access that goes further than it should."""

    arn: str = key("Amazon Resource Name.")
    type: str = prop(
        "`ACCOUNT` and `ORGANIZATION` find what is open to outsiders, `..._UNUSED_ACCESS` and "
        "`..._INTERNAL_ACCESS` what their names say."
    )
    status: str | None = prop("`ACTIVE`, `CREATING`, `DISABLED` or `FAILED`.")
    status_reason: str | None = prop("Why it is not at work; null where it is.")
    unused_after_days: int | None = prop(
        "Days after which access counts as unused; null where it does not look for that."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsAccessAnalyzer]:
    """Yield the region's analyzers."""
    return aws.records(read, aws.pages("list_analyzers", "analyzers"))


def read(aws: Aws, item: Item) -> AwsAccessAnalyzer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one analyzer."""
    return AwsAccessAnalyzer(
        arn=item["arn"],
        name=item["name"],
        created_at=item.get("createdAt"),
        raw=item.raw,
        type=item["type"],
        status=item.get("status"),
        status_reason=item.get("statusReason.code"),
        unused_after_days=item.get("configuration.unusedAccess.unusedAccessAge"),
        tags=item.get("tags", default={}),
    )
