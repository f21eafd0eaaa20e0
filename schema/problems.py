"""What a user can do wrong in a change, as members of its result: each has a type and a message.

What is wrong on our side is none of these: it is an error of the request, masked with an id.
"""

from __future__ import annotations

from typing import Any

import strawberry

from schema.types import DateTime


def told(description: str, **more: Any) -> Any:
    """Make a documented field."""
    return strawberry.field(description=description, **more)


@strawberry.interface(description="Why a change was not made: something that the user can mend.")
class Problem:
    """Why a change was not made."""

    message: str = told("What is wrong, and the way out.")


@strawberry.type(description="It takes a role that the user does not have there.")
class NotAllowed(Problem):
    """It takes a role that the user does not have there."""


@strawberry.type(description="No connector that the user sees is called so.")
class NoSuchConnector(Problem):
    """No connector that the user sees is called so."""


@strawberry.type(description="The account, subscription or project is there, or the name is taken.")
class AlreadyConnected(Problem):
    """The account, subscription or project is there, or the name is taken."""


@strawberry.type(description="It may not be done again yet.")
class TooSoon(Problem):
    """It may not be done again yet."""

    next: DateTime = told("When it may.")


@strawberry.type(description="A scan, or a removal, of the connector is under way.")
class AlreadyScanning(Problem):
    """A scan, or a removal, of the connector is under way."""

    scan: str = told("Its id.")


@strawberry.type(description="What the change is about is not there.")
class NotFound(Problem):
    """What the change is about is not there."""


@strawberry.type(description="An argument does not fit.")
class BadInput(Problem):
    """An argument does not fit."""

    field: str = told("Which one, as the schema calls it.")
