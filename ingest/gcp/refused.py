"""Turn the SDK's errors into refusals: the call, and Google's own name of what it answered."""

from __future__ import annotations

import google.api_core.exceptions
import google.auth.exceptions

from ingest.refusal import Refused

LIST = "cloudasset:ListAssets"
SERVICE_DISABLED = "SERVICE_DISABLED"
NO_TOKEN = "UNAUTHENTICATED"  # noqa: S105 - an answer's name
PLUGIN = "metadata from plugin failed"  # how gRPC says that the credentials gave no token
PASSING = frozenset({"RESOURCE_EXHAUSTED", "UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL"})
MOST_SAID = 300

Failure = google.api_core.exceptions.GoogleAPICallError | google.auth.exceptions.GoogleAuthError


def refusal(failure: Failure, call: str = LIST) -> Refused:
    """Return what an error of the SDK says."""
    return Refused(call, code(failure), _message(failure))


def code(failure: Failure) -> str:
    """Return the status that was answered, or the reason where the status says too little."""
    if isinstance(failure, google.auth.exceptions.GoogleAuthError) or PLUGIN in _message(failure):
        return NO_TOKEN
    if failure.reason == SERVICE_DISABLED:
        return SERVICE_DISABLED
    status = failure.grpc_status_code
    return str(status.name) if status is not None else type(failure).__name__


def is_passing(failure: Failure) -> bool:
    """Whether the same call may be answered later."""
    return code(failure) in PASSING


def told(failure: Failure) -> float:
    """Return the seconds that an answer says to wait, 0 where it says none."""
    details = getattr(failure, "details", None) or ()
    delays = (getattr(detail, "retry_delay", None) for detail in details)
    return max((delay.seconds + delay.nanos / 1e9 for delay in delays if delay), default=0.0)


def _message(failure: Failure) -> str:
    return str(getattr(failure, "message", None) or failure)[:MOST_SAID]
