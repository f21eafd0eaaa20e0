"""What REST APIs, their stages and HTTP APIs share: their ARNs, and what their URIs point at.

Amazon API Gateway knows one permission to read, whatever is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ingest.aws.policy import NARROWING_KEYS, document, principals, public_actions, statements
from ingest.model import Document, Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

GET = "apigateway:GET"
FUNCTION = re.compile(r"arn:[^:]+:lambda:[^:]*:\d*:function:[A-Za-z0-9_-]+")
NEGATIVE = ("notipaddress", "stringnot", "arnnot")


def api_arn(aws: Aws, path: str) -> str:
    """Return the ARN of what the API finds under a path, such as `/restapis/ID`."""
    return aws.arn("apigateway", path, account="")


def functions(uris: Iterable[str | None]) -> list[Ref[Any]]:
    """Return the Lambda functions that URIs name, whatever version they ask for."""
    found = (FUNCTION.search(uri or "") for uri in uris)
    return [Ref(arn) for arn in dict.fromkeys(m[0] for m in found if m)]


def refs(arns: Iterable[str | None]) -> list[Ref[Any]]:
    """Return references to what has an ARN, each once."""
    return [Ref(arn) for arn in dict.fromkeys(arns) if arn and arn.startswith("arn:")]


def api_policy(text: str | None) -> Document | None:
    """Return a resource policy, which the API gives as text with its quotes escaped."""
    if text and text.startswith('{\\"'):
        return document(json.loads(f'"{text}"'))
    return document(text)


def narrows_callers(policy: Json | None) -> bool:
    """Tell whether a policy lets in only callers of known accounts or networks.

    It names them, or allows everyone and denies whoever comes from elsewhere.
    """
    if policy is None:
        return False
    return not public_actions(policy) or any(_denies_strangers(s) for s in statements(policy))


def _denies_strangers(statement: Json) -> bool:
    return (
        statement.get("Effect") == "Deny"
        and ("*", "*") in principals(statement)
        and any(
            name.lower() in NARROWING_KEYS
            for operator, tests in (statement.get("Condition") or {}).items()
            if operator.lower().startswith(NEGATIVE)
            for name in tests
        )
    )
