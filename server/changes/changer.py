"""Who changes something, and the three steps before each change: the role, sense, the audit log.

A connector that somebody does not see is not there for him, whatever he asks: no message tells it
from one that nobody has. The audit log comes last before the change itself, so that it holds what
was done (or broke off, or was refused), and nothing is done that it does not hold.
"""

from __future__ import annotations

import contextlib
import dataclasses
import getpass
from collections.abc import Iterator
from typing import Any

from controls.errors import ControlError
from graph.ledger import AlreadyConnected, Connector
from graph.scan import AlreadyScanning, TooSoon
from schema.viewer import LOCAL, Role, Viewer
from server.access.audit import Entry
from server.access.errors import BadGrant, BadTokenInput, Declined, NoSuchToken
from server.changes.errors import Forbidden, Missing, Unfit
from server.deployment import Deployment

# What stops a change once it is recorded, and is no fault: it is recorded as refused.
REFUSALS = (
    AlreadyConnected, AlreadyScanning, BadGrant, BadTokenInput, ControlError, Missing, NoSuchToken,
    TooSoon, Unfit,
)  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class Changer:
    """Somebody who changes a deployment, through the API or the command line."""

    deployment: Deployment
    viewer: Viewer
    via: str = "api"

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
        connector = self.deployment.ledger.connector(named, self.viewer.connectors)
        self.require(role, doing, connector)
        return connector

    @contextlib.contextmanager
    def record(self, action: str, **arguments: Any) -> Iterator[Entry]:
        """Write into the audit log what the block is about to do. Raises NotRecorded before it."""
        try:
            with self.deployment.access.audit.record(
                self.viewer, action, arguments, via=self.via
            ) as entry:
                try:
                    yield entry
                except REFUSALS as refusal:
                    raise Declined(str(refusal)) from refusal
        except Declined as declined:
            raise (declined.__cause__ or declined) from None


def at_command_line(deployment: Deployment) -> Changer:
    """Return who types commands: somebody who has the database anyway, by the system's name."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        name = "somebody"
    viewer = dataclasses.replace(LOCAL, name=name)
    return Changer(deployment=deployment, viewer=viewer, via="cli")
