"""What can go wrong with the managed Neo4j, one error for each situation of the user.

Every message names the offending value and the way out. All of them are `LocalNeo4jError`, so
that a command line can print them without a traceback. None of them ever holds a password.
"""

from __future__ import annotations


class LocalNeo4jError(Exception):
    """The managed Neo4j cannot do what was asked; the message says why and the way out."""


class PortInUse(LocalNeo4jError):
    """Another process listens on a port that the server is to have."""


class DiskNearlyFull(LocalNeo4jError):
    """Too few bytes are free for the jars or for the store."""


class BrokenJar(LocalNeo4jError):
    """A jar is not the one the lock names, and fetching it again did not help."""


class JarsUnreachable(LocalNeo4jError):
    """A jar could not be downloaded."""


class OtherVersionsData(LocalNeo4jError):
    """The data folder was written by a Neo4j that this one must not open."""


class ServerDied(LocalNeo4jError):
    """The server ended before it answered; the message carries the end of its log."""


class ServerSilent(LocalNeo4jError):
    """The server lives but did not answer, or did not end, before the deadline."""


class PasswordLost(LocalNeo4jError):
    """The store exists but its password file is gone or does not fit."""


class HomeBusy(LocalNeo4jError):
    """Another process holds the home's lock for longer than the deadline."""


class SettingNotUnderstood(LocalNeo4jError):
    """A `CIRROGRAPH_` setting holds what cannot be read."""
