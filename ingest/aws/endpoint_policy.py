"""Read the policy of a VPC endpoint: what it lets through that nothing ties to us.

A request comes from the network anyway, so a condition on the network or the endpoint narrows
nothing; one on the caller or on the owner of what is asked for does. A denial of everything that is
not ours counts as much as a condition in the statement that allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.aws.policy import NARROWING_KEYS, allows, is_narrowed, listed, principals, statements
from ingest.model import Json

WITHIN = frozenset({"aws:sourcevpc", "aws:sourcevpce"})
RESOURCE_KEYS = frozenset(
    {"aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "s3:resourceaccount"}
)
TYING_KEYS = (NARROWING_KEYS - WITHIN) | RESOURCE_KEYS


def open_actions(policy: Json | None) -> list[str]:
    """Return, sorted, the actions that a policy lets anyone take on anything, unconditionally."""
    if any(_is_fence(statement) for statement in statements(policy)):
        return []
    return sorted({action for s in statements(policy) if _is_open(s) for action in _actions(s)})


def _is_open(statement: Json) -> bool:
    return (
        allows(statement)
        and _is_for_anyone_and_anything(statement)
        and not is_narrowed(statement, TYING_KEYS)
    )


def _is_fence(statement: Json) -> bool:
    """Tell whether a statement denies every request of others, or for what is others'."""
    return (
        statement.get("Effect") == "Deny"
        and _is_for_anyone_and_anything(statement)
        and "*" in listed(statement.get("Action"))
        and any(key in TYING_KEYS for key in _negated_keys(statement))
    )


def _is_for_anyone_and_anything(statement: Json) -> bool:
    anyone = ("*", "*") in principals(statement) or "NotPrincipal" in statement
    return anyone and ("*" in listed(statement.get("Resource")) or "NotResource" in statement)


def _negated_keys(statement: Json) -> Iterator[str]:
    """Yield the keys whose values a request must have, so as not to be denied."""
    for operator, tests in (statement.get("Condition") or {}).items():
        if operator.lower().startswith(("stringnot", "arnnot")):
            yield from (name.lower() for name in tests)


def _actions(statement: Json) -> list[str]:
    """Return the actions; those that `NotAction` leaves have no pattern, and count as all."""
    return listed(statement.get("Action")) or ["*"]
