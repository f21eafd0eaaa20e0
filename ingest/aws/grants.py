"""Read whom a resource's policy lets in by name: accounts, users, roles and sessions.

Left out: services, and anyone (see `policy.public_actions`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ingest.aws.policy import allows, listed, principals, statements
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

ACCOUNT_ID = re.compile(r"\d{12}")
PROPS = {
    "actions": "What the policy allows it to do.",
    "is_conditional": "Every statement that lets it in has a condition.",
}


def grantees(aws: Aws, policy: Json | None) -> list[Ref[Any]]:
    """Return who is let in by name, each once, with what all statements about it say."""
    found: dict[str, list[Json]] = {}
    for statement in filter(allows, statements(policy)):
        for kind, name in principals(statement):
            if kind == "AWS" and (arn := _arn(aws, name)):
                found.setdefault(arn, []).append(statement)
    return [Ref(arn, _props(about)) for arn, about in found.items()]


def _arn(aws: Aws, name: str) -> str | None:
    """Return a principal's ARN; of one that was deleted only a unique id is left."""
    if ACCOUNT_ID.fullmatch(name):
        return aws.arn("iam", "root", region="", account=name)
    return name if name.startswith("arn:") else None


def _props(about: list[Json]) -> Json:
    return {
        "actions": sorted({a for s in about for a in listed(s.get("Action")) or ["*"]}),
        "is_conditional": all(s.get("Condition") for s in about),
    }
