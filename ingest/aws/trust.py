"""Read the trust policy of a role: who may take it on, and under which conditions.

A principal is an account, user, role or session (an edge), an identity provider (an edge where it
has an ARN), a service, or the unique id that is left of a deleted user or role. Several statements
about the same principal make one edge: a condition counts only where every statement has it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.aws.policy import allows, is_narrowed, listed, principals, statements
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

ACCOUNT_ID = re.compile(r"\d{12}")
PROPS = {
    "is_conditional": "Every statement that trusts this principal has a condition.",
    "requires_external_id": "Every such statement asks for an external id.",
    "requires_mfa": "Every such statement asks for a second factor.",
    "requires_subject": "Every such statement names subjects of the identity provider.",
    "conditions": "The conditions of these statements as JSON text, in the policy's order.",
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trust:
    """What a trust policy says: `principals` have an ARN, `deleted` only a unique id."""

    principals: list[Ref[Any]]
    services: list[str]
    federations: list[str]
    deleted: list[str]
    anyone: bool


def trust(aws: Aws, policy: Json | None) -> Trust:
    """Return what a role's trust policy says."""
    named = [(kind, name, s) for s in _allowing(policy) for kind, name in principals(s)]
    conditions: dict[str, list[Json]] = {}
    for kind, name, statement in named:
        arn = aws.arn("iam", "root", region="", account=name) if _is_account(name) else name
        if kind in {"AWS", "Federated"} and arn.startswith("arn:"):
            conditions.setdefault(arn, []).append(statement.get("Condition") or {})
    return Trust(
        principals=[Ref(arn, _props(found)) for arn, found in conditions.items()],
        services=sorted({name for kind, name, _ in named if kind == "Service"}),
        federations=sorted({name for kind, name, _ in named if kind == "Federated"}),
        deleted=sorted({name for kind, name, _ in named if kind == "AWS" and _is_bare(name)}),
        anyone=any(
            not is_narrowed(s) and (("*", "*") in principals(s) or "NotPrincipal" in s)
            for s in _allowing(policy)
        ),
    )


def _allowing(policy: Json | None) -> Iterator[Json]:
    return (statement for statement in statements(policy) if allows(statement))


def _is_account(name: str) -> bool:
    return ACCOUNT_ID.fullmatch(name) is not None


def _is_bare(name: str) -> bool:
    return not name.startswith("arn:") and not _is_account(name)


def _props(conditions: list[Json]) -> Json:
    return {
        "is_conditional": all(conditions),
        "requires_external_id": all("sts:externalid" in _asked(c) for c in conditions),
        "requires_mfa": all(
            "true" in _asked(c).get("aws:multifactorauthpresent", ()) for c in conditions
        ),
        "requires_subject": all(_names_subjects(_asked(c)) for c in conditions),
        "conditions": json.dumps([c for c in conditions if c], sort_keys=True),
    }


def _asked(condition: Json) -> dict[str, list[str]]:
    """Return the values by key, in lower case, of what a condition demands.

    Operators that let the key be absent, or demand that a value is not there, demand nothing.
    """
    return {
        name.lower(): [value.lower() for value in listed(values)]
        for operator, tests in condition.items()
        if not operator.lower().endswith("ifexists")
        and not operator.lower().startswith(("null", "stringnot", "arnnot", "forallvalues"))
        for name, values in tests.items()
    }


def _names_subjects(asked: dict[str, list[str]]) -> bool:
    """Tell whether a condition demands subjects (`...:sub`) that not everybody has.

    `*` and, where a subject begins with its kind, `repo:*` are everybody.
    """
    return any(
        name.endswith(":sub") and not any(v.split(":", 1)[-1].startswith("*") for v in values)
        for name, values in asked.items()
    )
