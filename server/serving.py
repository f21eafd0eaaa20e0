"""Wire the API to a deployment."""

from __future__ import annotations

import gc

from starlette.applications import Starlette

from schema.options import Options, persisted
from schema.shelf import Shelf, documents
from server.api import LOOPBACK, create_app
from server.deployment import Deployment
from server.reporting import mandates_of, policies_of
from server.settings import Settings


def app_of(deployment: Deployment, *, host: str = "127.0.0.1") -> Starlette:
    """Return the API's app over a deployment; `host` is a name it may be asked under."""
    shelf = Shelf(
        controls=deployment.controls,
        policies=policies_of(deployment),
        mandates=mandates_of(deployment),
        document=documents(deployment.lake),
    )
    app = create_app(
        deployment.driver,
        deployment.catalogue,
        shelf,
        database=deployment.database,
        hosts=tuple(dict.fromkeys((*LOOPBACK, host))),
        options=options_of(deployment.settings, is_open=host in LOOPBACK),
    )
    gc.freeze()  # types and controls stay as long as the process: no collection looks at them
    return app


def options_of(settings: Settings, *, is_open: bool) -> Options:
    """Return the API's options; it is open to strangers' looks where only this machine asks."""
    return Options(
        secret=settings.cursor_key(),
        most_cost=settings.query_cost,
        documents=persisted(settings.persisted) if settings.persisted else None,
        is_open=is_open,
    )
