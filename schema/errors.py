"""What a caller of the API did wrong. Everything else that goes wrong is ours, and is masked."""

from __future__ import annotations

from graphql import GraphQLError


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
