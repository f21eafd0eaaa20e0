"""Add and remove connectors."""

from __future__ import annotations

from collections.abc import Callable

from graph.disconnect import disconnect
from graph.ledger import Connector
from graph.written import Written
from server.changes.changer import Changer
from server.changes.connecting import Found


def add_connector(changer: Changer, find: Callable[[], Found]) -> Found:
    """Add what `find` finds: it asks the cloud, so it is called only for who may add.

    Raises Forbidden, AlreadyConnected, and what `find` raises.
    """
    changer.require("admin", "adding a connector")
    return add(changer, find())


def add(changer: Changer, found: Found) -> Found:
    """Add what was found. Raises Forbidden, AlreadyConnected."""
    changer.require("admin", "adding a connector")
    connector = found.connector
    with changer.record(
        "addConnector", connector=connector.id, name=connector.name,
        reference=dict(connector.reference), options=dict(connector.options),
    ):  # fmt: skip
        changer.deployment.ledger.add(connector)
    return found


def remove_connector(changer: Changer, named: str) -> tuple[Connector, Written]:
    """Remove a connector, and what only it saw; the lake keeps its history.

    Raises NoSuchConnector, Forbidden, AlreadyScanning.
    """
    connector = changer.connector(named, "admin", "removing a connector")
    deployment = changer.deployment
    with changer.record("removeConnector", connector=connector.id, name=connector.name):
        written = disconnect(
            deployment.driver, deployment.lake, deployment.catalogue, connector,
            database=deployment.database,
        )  # fmt: skip
    return connector, written
