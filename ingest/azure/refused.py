"""Turn the SDK's errors into refusals: the call, and Azure's own code for what it answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import azure.core.exceptions

from ingest.refusal import NotEnabled, Refused

NOT_ENABLED = frozenset({"MissingSubscriptionRegistration", "SubscriptionNotRegistered"})
MOST_SAID = 300


def refusal(call: str, error: azure.core.exceptions.AzureError) -> Refused:
    """Return what an error of the SDK says: Azure's code, else the status, else its class."""
    if isinstance(error, azure.core.exceptions.DecodeError):
        return Refused(call, "MalformedAnswer", type(error).__name__)
    said = getattr(error, "error", None)
    status = getattr(error, "status_code", None)
    code = getattr(said, "code", None) or (f"HTTP{status}" if status else type(error).__name__)
    kind = NotEnabled if code in NOT_ENABLED else Refused
    return kind(call, str(code), str(error.message or "")[:MOST_SAID])


def headers_of(error: azure.core.exceptions.HttpResponseError) -> Mapping[str, str]:
    """Return the headers of the answer that an error is about."""
    response = cast(Any, error.response)
    return {} if response is None else cast(Mapping[str, str], response.headers)
