"""What can be in the way of a change, one error for each situation of the user."""

from __future__ import annotations


class Forbidden(Exception):
    """It takes a role that the user does not have there; the message says which."""


class Missing(LookupError):
    """What the change is about is not there; the message says what there is."""


class Unfit(ValueError):
    """An argument does not fit; `field` is its name, as GraphQL has it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
