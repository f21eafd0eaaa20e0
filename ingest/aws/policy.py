"""Read AWS policy documents: who is let in, under which conditions, to do what.

Facts only, in the form the documents give them: whether a statement is dangerous is for a control
to say. Documents may come URL-encoded, as text or as JSON; single values may stand for lists.
"""

from __future__ import annotations

import json
import urllib.parse
from collections.abc import Iterator, Mapping
from typing import Any

from ingest.model import Document, Json

# Condition keys that tie an anonymous principal to something known; any other leaves it public.
NARROWING_KEYS = frozenset(
    {
        "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
        "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid",
        "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid",
        "aws:vpcsourceip", "elasticfilesystem:accessedviamounttarget", "kms:calleraccount",
        "kms:viaservice", "lambda:eventsourcetoken", "lambda:functionurlauthtype",
        "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "sns:endpoint",
    }
)  # fmt: skip
ANYWHERE = frozenset({"0.0.0.0/0", "::/0", "*"})
# What a policy denies in clear text so that nothing of worth is left.
WITHOUT_TLS = frozenset(
    {
        "*", "elasticfilesystem:*", "elasticfilesystem:clientmount", "s3:*", "sns:*",
        "sns:publish", "sqs:*",
    }
)  # fmt: skip


def document(text: Any) -> Document | None:
    """Return a policy as JSON, whatever form it came in; None where there is none."""
    if not text:
        return None
    if isinstance(text, str):
        loaded = json.loads(text if text.lstrip().startswith("{") else urllib.parse.unquote(text))
        return Document(loaded)
    return Document(text)


def statements(policy: Json | None) -> Iterator[Json]:
    """Yield the statements of a policy; one that is not a list counts as one."""
    found = (policy or {}).get("Statement", [])
    yield from found if isinstance(found, list) else [found]


def listed(value: Any) -> list[str]:
    """Return a list for a value that may be one, or a single text."""
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def principals(statement: Json) -> list[tuple[str, str]]:
    """Return (kind, name) of each principal: `("AWS", "arn:...")`, `("*", "*")` for anyone."""
    principal = statement.get("Principal")
    if principal == "*":
        return [("*", "*")]
    if not isinstance(principal, Mapping):
        return []
    return [
        ("*", "*") if kind == "AWS" and name == "*" else (kind, name)
        for kind, names in principal.items()
        for name in listed(names)
    ]


def allows(statement: Json) -> bool:
    """Tell whether a statement allows rather than denies."""
    return statement.get("Effect") == "Allow"


def is_narrowed(statement: Json, keys: frozenset[str] = NARROWING_KEYS) -> bool:
    """Tell whether a condition ties the caller to a known account, organisation or network.

    Other `keys` may tie something else, such as what is asked for.
    """
    condition = statement.get("Condition") or {}
    return any(
        name.lower() in keys and not ANYWHERE & set(listed(values))
        for operator, tests in condition.items()
        if not operator.lower().startswith(("stringnot", "arnnot", "notip", "null"))
        and not operator.lower().endswith("ifexists")
        for name, values in tests.items()
    )


def public_actions(policy: Json | None) -> list[str]:
    """Return, sorted, the actions that a resource's policy allows to anyone without narrowing."""
    return sorted(
        {
            action
            for statement in statements(policy)
            if allows(statement) and not is_narrowed(statement) and _is_anyone(statement)
            for action in listed(statement.get("Action")) or ["*"]
        }
    )


def requires_tls(policy: Json | None) -> bool:
    """Tell whether a policy denies every request of anyone that is not made over TLS."""
    return any(
        statement.get("Effect") == "Deny"
        and _is_anyone(statement)
        and WITHOUT_TLS & {action.lower() for action in listed(statement.get("Action"))}
        and "false"
        in {
            value.lower()
            for tests in (statement.get("Condition") or {}).values()
            for name, values in tests.items()
            if name.lower() == "aws:securetransport"
            for value in listed(values)
        }
        for statement in statements(policy)
    )


def _is_anyone(statement: Json) -> bool:
    return ("*", "*") in principals(statement) or "NotPrincipal" in statement


def allows_everything(policy: Json | None) -> bool:
    """Tell whether one statement allows every action on every resource without a condition."""
    return any(
        {"*", "*:*"} & set(listed(s.get("Action"))) and _is_on_everything(s) for s in _allow(policy)
    )


def allows_with_exceptions(policy: Json | None) -> bool:
    """Tell whether a statement allows all but what it names."""
    return any("NotAction" in s or "NotResource" in s for s in _allow(policy))


def allowed_actions(policy: Json | None) -> list[str]:
    """Return, sorted and in lower case, the patterns of actions that a policy allows on anything.

    What `NotAction` allows has no pattern: see `allows_with_exceptions`.
    """
    return sorted({a.lower() for s in _allow(policy) for a in listed(s.get("Action"))})


def allowed_on_all_resources(policy: Json | None) -> list[str]:
    """Return, as `allowed_actions` does, those allowed on every resource without a condition."""
    return sorted(
        {
            action.lower()
            for statement in _allow(policy)
            if _is_on_everything(statement)
            for action in listed(statement.get("Action"))
        }
    )


def _allow(policy: Json | None) -> Iterator[Json]:
    return (statement for statement in statements(policy) if allows(statement))


def _is_on_everything(statement: Json) -> bool:
    return "*" in listed(statement.get("Resource")) and not statement.get("Condition")
