"""What can be wrong with access: with its settings, what is asked of it, and its database."""

from __future__ import annotations


class BadAccessSetting(ValueError):
    """A setting of access makes no sense; the message names it, the value and the way out."""


class NobodyCanSignIn(Exception):
    """Sign-in is required, and there is neither a provider nor a token to sign in with."""


class BadRoles(ValueError):
    """The file of roles can't be used; the message names it and what is wrong."""


class BadGrant(ValueError):
    """A grant makes no sense: a role that there is not, a group that there is not, or nothing."""


class BadTokenInput(ValueError):
    """A token can't be made as asked; `field` is what is wrong: `name`, `grant` or `expires`."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NoSuchToken(LookupError):
    """No token that is still good has this id."""


class AccessStoreFailed(Exception):
    """Tokens, sessions and the audit log can't be read or written; nothing is let in or changed."""


class NotRecorded(Exception):
    """The audit log can't be written, so the change was not made."""


class Declined(Exception):
    """Raised inside `Audit.record` by a change that its rules refuse; it is kept as refused."""
