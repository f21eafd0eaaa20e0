"""Say where a resource lives from its uid alone: account and region are part of most uids.

An Amazon Resource Name is `arn:partition:service:region:account:resource`. Parts that a uid lacks
(a bucket's account, an image's) are empty here and come from the listing.
"""

from __future__ import annotations

import dataclasses

SHARED_OWNERS = frozenset({"aws"})
ARN_PARTS = 6


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scope:
    """Whose listing a record comes from: one connector, one region (`global` for global types)."""

    cloud: str
    partition: str
    account: str
    region: str


def place(uid: str) -> tuple[str, str]:
    """Return (account, region) as the uid tells them, empty where it does not."""
    if not uid.startswith("arn:"):
        return "", ""
    parts = uid.split(":", ARN_PARTS - 1)
    if len(parts) < ARN_PARTS:
        return "", ""
    return parts[4], parts[3]
