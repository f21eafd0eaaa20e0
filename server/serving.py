"""Wire the API to a deployment."""

from __future__ import annotations

import gc
from urllib.parse import urlsplit

from starlette.applications import Starlette

from schema.options import Options, persisted
from schema.shelf import Shelf, configurations, documents, finding_changes
from server.access.gate import Guard
from server.api import LOOPBACK, create_app
from server.changes.answers import Answers
from server.changes.live import LiveControls
from server.deployment import Deployment
from server.exports.exporter import Exporter
from server.exports.routes import export_routes
from server.observe.serving import health_of
from server.reporting import mandates_of, policies_of
from server.settings import Settings
from server.usage import usage_of


def app_of(deployment: Deployment, *, host: str = "127.0.0.1") -> Starlette:
    """Return the API's app over a deployment that listens on a host.

    Raises NobodyCanSignIn and what else is wrong with how people sign in.
    """
    access = deployment.access
    access.check_start(host)
    must_sign_in = access.settings.must_sign_in(host)
    public = urlsplit(access.settings.api_url or "").hostname
    controls = LiveControls(deployment)
    shelf = Shelf(
        controls=controls,
        policies=policies_of(deployment),
        mandates=mandates_of(deployment),
        document=documents(deployment.lake),
        renew=controls.renew,
        changes=finding_changes(deployment.lake),
        usage=lambda month: usage_of(deployment, month),
        configurations=configurations(deployment.lake),
        overrides=lambda: controls.overrides,
        tokens=lambda: deployment.access.tokens.list(),  # noqa: PLW0108 - opened when asked
    )
    app = create_app(
        deployment.driver,
        deployment.catalogue,
        shelf,
        database=deployment.database,
        changes=Answers(deployment, changed=lambda: controls.renew(now=True)),
        hosts=tuple(dict.fromkeys((*LOOPBACK, host, *([public] if public else ())))),
        options=options_of(deployment.settings, is_open=not must_sign_in),
        guard=Guard(access=access, must_sign_in=must_sign_in),
        health=health_of(deployment),
        more=export_routes(Exporter.of(deployment)),
    )
    gc.freeze()  # types and controls stay as long as the process: no collection looks at them
    return app


def options_of(settings: Settings, *, is_open: bool) -> Options:
    """Return the API's options; it is open to strangers' looks where nobody has to sign in."""
    return Options(
        secret=settings.cursor_key(),
        most_cost=settings.query_cost,
        documents=persisted(settings.persisted) if settings.persisted else None,
        is_open=is_open,
    )
