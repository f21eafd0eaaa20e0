"""Who changes something, and the three steps before each change: the role, sense, the audit log.

A connector that somebody does not see is not there for him, whatever he asks: no message tells it
from one that nobody has. The audit log comes last before the change itself, so that it holds what
was done (or broke off), and nothing is done that it does not hold.
"""

from __future__ import annotations

import dataclasses
import getpass
from collections.abc import Mapping
from typing import Any, Protocol

from graph.ledger import Connector, NoSuchConnector
from schema.viewer import LOCAL, Role, Viewer
from server.changes.errors import Forbidden
from server.deployment import Deployment

MOST_LISTED = 20  # connectors that a message names


class Audit(Protocol):
    """The log of changes."""

    def record(self, viewer: Viewer, action: str, arguments: Mapping[str, Any]) -> object:
        """Write down that somebody is about to do something; raises where it can't."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Changer:
    """Somebody who changes a deployment."""

    deployment: Deployment
    audit: Audit
    viewer: Viewer

    def require(self, role: Role, doing: str, connector: Connector | None = None) -> None:
        """Raise Forbidden unless a role is held on a connector; on all of them without one."""
        if not self.viewer.may(role, connector.id if connector else None):
            where = f"on {connector.name}" if connector else "on all connectors"
            raise Forbidden(f"{doing} takes the role {role} {where}: ask an admin for it")

    def sees(self, connector: str | None) -> bool:
        """Tell whether a connector's id is of one that he sees; None stands for all of them."""
        seen = self.viewer.connectors
        return seen is None or connector is None or connector in seen

    def connector(self, named: str, role: Role, doing: str) -> Connector:
        """Return a connector on which a role is held. Raises NoSuchConnector, Forbidden."""
        there = [c for c in self.deployment.ledger.connectors() if self.sees(c.id)]
        for connector in there:
            if named in {connector.name, connector.id, connector.scope}:
                self.require(role, doing, connector)
                return connector
        names = [c.name for c in there[:MOST_LISTED]]
        more = ["..."] if len(there) > MOST_LISTED else []
        listed = ", ".join([*names, *more]) or "none yet"
        raise NoSuchConnector(f"no connector is called {named[:80]!r}; there are: {listed}")

    def record(self, action: str, **arguments: Any) -> None:
        """Write into the audit log what is about to be done; raises where that can't be."""
        self.audit.record(self.viewer, action, arguments)


def of_command_line() -> Viewer:
    """Return who types commands: somebody who has the database anyway, by the system's name."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        name = "somebody"
    return dataclasses.replace(LOCAL, name=f"{name} (command line)")
