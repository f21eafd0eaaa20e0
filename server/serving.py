"""Wire the API to a deployment."""

from __future__ import annotations

from starlette.applications import Starlette

from schema.shelf import Shelf, documents
from server.api import LOOPBACK, create_app
from server.deployment import Deployment
from server.observe.serving import health_of
from server.reporting import mandates_of, policies_of


def app_of(deployment: Deployment, *, host: str = "127.0.0.1") -> Starlette:
    """Return the API's app over a deployment; `host` is a name it may be asked under."""
    shelf = Shelf(
        controls=deployment.controls,
        policies=policies_of(deployment),
        mandates=mandates_of(deployment),
        document=documents(deployment.lake),
    )
    return create_app(
        deployment.driver,
        deployment.catalogue,
        shelf,
        database=deployment.database,
        hosts=tuple(dict.fromkeys((*LOOPBACK, host))),
        health=health_of(deployment),
    )
