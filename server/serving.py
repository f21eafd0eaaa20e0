"""Wire the API to a deployment."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.applications import Starlette

from schema.shelf import Shelf, documents, finding_changes
from server.access.gate import Guard
from server.api import LOOPBACK, create_app
from server.changes.answers import Answers
from server.changes.live import LiveControls
from server.deployment import Deployment
from server.reporting import mandates_of, policies_of


def app_of(deployment: Deployment, *, host: str = "127.0.0.1") -> Starlette:
    """Return the API's app over a deployment that listens on a host.

    Raises NobodyCanSignIn and what else is wrong with how people sign in.
    """
    access = deployment.access
    access.check_start(host)
    public = urlsplit(access.settings.api_url or "").hostname
    controls = LiveControls(deployment)
    shelf = Shelf(
        controls=controls,
        policies=policies_of(deployment),
        mandates=mandates_of(deployment),
        document=documents(deployment.lake),
        renew=controls.renew,
        changes=finding_changes(deployment.lake),
        overrides=lambda: controls.overrides,
        tokens=lambda: deployment.access.tokens.list(),  # noqa: PLW0108 - opened when asked
    )
    return create_app(
        deployment.driver,
        deployment.catalogue,
        shelf,
        database=deployment.database,
        changes=Answers(deployment, changed=lambda: controls.renew(now=True)),
        hosts=tuple(dict.fromkeys((*LOOPBACK, host, *([public] if public else ())))),
        guard=Guard(access=access, must_sign_in=access.settings.must_sign_in(host)),
    )
