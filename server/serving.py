"""Wire the API to a deployment."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.applications import Starlette

from schema.shelf import Shelf, documents
from server.access.gate import Guard
from server.api import LOOPBACK, create_app
from server.deployment import Deployment
from server.reporting import mandates_of, policies_of


def app_of(deployment: Deployment, *, host: str = "127.0.0.1") -> Starlette:
    """Return the API's app over a deployment that listens on a host.

    Raises NobodyCanSignIn and what else is wrong with how people sign in.
    """
    access = deployment.access
    access.check_start(host)
    public = urlsplit(access.settings.api_url or "").hostname
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
        hosts=tuple(dict.fromkeys((*LOOPBACK, host, *([public] if public else ())))),
        guard=Guard(access=access, must_sign_in=access.settings.must_sign_in(host)),
    )
