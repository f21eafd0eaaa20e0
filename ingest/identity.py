"""Say where a resource lives from its uid alone: account and region are part of most uids.

An Amazon Resource Name is `arn:partition:service:region:account:resource`, and what is in an Azure
subscription has its id in front. Parts that a uid lacks (a bucket's account, an image's) are empty
here and come from the listing.
"""

from __future__ import annotations

import dataclasses

SHARED_OWNERS = frozenset({"aws"})
ARN_PARTS = 6
SUBSCRIPTION = "/subscriptions/"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scope:
    """Whose listing a record comes from: one connector, one region (`global` for global types).

    above: what things count to that several connectors share: their tenant; empty for none.
    """

    cloud: str
    partition: str
    account: str
    region: str
    above: str = ""


def place(uid: str) -> tuple[str, str]:
    """Return (account, region) as the uid tells them, empty where it does not."""
    if not uid.startswith("arn:"):
        if uid.startswith(SUBSCRIPTION):
            return uid.split("/", 3)[2], ""
        return "", ""
    parts = uid.split(":", ARN_PARTS - 1)
    if len(parts) < ARN_PARTS:
        return "", ""
    return parts[4], parts[3]
