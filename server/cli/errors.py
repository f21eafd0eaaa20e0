"""What a user can ask for wrongly on the command line."""

from __future__ import annotations


class UserError(Exception):
    """The command can't be carried out as it was given; the message says why and what to do."""
