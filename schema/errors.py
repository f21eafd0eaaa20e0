"""What a caller of the API did wrong. Everything else that goes wrong is ours, and is masked."""

from __future__ import annotations

import contextlib
import logging
import secrets
from collections.abc import Iterator

from graphql import GraphQLError

LOG = logging.getLogger("cirrograph.api")


class Refused(GraphQLError):
    """The request cannot be answered as it stands; the message has the value and the way out."""


class BadPage(Refused):
    """`first` is not between 1 and the most that one page gives."""


class BadCursor(Refused):
    """`after` is not a cursor that this API gave."""


class UnknownType(Refused):
    """No resource type, or no relationship type, is called so."""


class TooCostly(Refused):
    """The selection asks for more rows than one request may read."""


class ByPost(Refused):
    """A change was asked for in another way than by POST."""


class NotMade(Refused):
    """A change was not made, since the log of changes can't be written."""


@contextlib.contextmanager
def masked(where: str) -> Iterator[None]:
    """Let what the caller did wrong through; log the rest with an id, and tell the id only."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:  # whatever it is, callers are told its id only
        number = secrets.token_hex(6)
        LOG.exception("error %s in %s", number, where)
        raise GraphQLError(
            f"something went wrong inside; its id in the log is {number}",
            extensions={"id": number},
        ) from error
