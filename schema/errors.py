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


class StaleCursor(Refused):
    """`since` is a cursor from before what is still known of closed findings."""


class BadFilter(Refused):
    """A filter names what there is not, compares with what is no value, or is too large."""


class UnknownType(Refused):
    """No resource type, or no relationship type, is called so."""


class TooCostly(Refused):
    """The request is larger, or asks for more rows, than one request may."""


class NotPersisted(Refused):
    """Only known documents run, and this is none of them."""


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
        raise inside(error, where) from error


def inside(error: BaseException, where: str) -> GraphQLError:
    """Log what went wrong inside, and return what is told of it."""
    number = secrets.token_hex(6)
    LOG.error("error %s in %s", number, where, exc_info=error)
    return GraphQLError(
        f"something went wrong inside; its id in the log is {number}", extensions={"id": number}
    )
