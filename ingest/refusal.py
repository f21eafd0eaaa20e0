"""What a cloud answers when it does not answer: named by the call, so that nothing is guessed."""

from __future__ import annotations


class Refused(Exception):
    """A call was refused, failed or is not known to the cloud.

    call: `service:Operation` as the API names it.
    error: the cloud's own code, stable from scan to scan (`AccessDenied`).
    detail: the cloud's message, for the log of one scan only.
    """

    def __init__(self, call: str, error: str, detail: str = "") -> None:
        super().__init__(f"{call}: {error}" + (f" ({detail})" if detail else ""))
        self.call = call
        self.error = error
        self.detail = detail


class NotEnabled(Refused):
    """The service or region is not switched on for this account: a fact, not a refusal."""


class CredentialsRefused(Exception):
    """The connector's credentials do not work; the message says which and the way out."""
