"""`cirrograph serve` and `cirrograph schema`: the API."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from graph.local.progress import bar
from server.access.settings import is_loopback
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment, types_of
from server.settings import Settings
from server.work.worker import Worker


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve)
    app.command("schema")(schema)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(help="Port; CIRROGRAPH_API_PORT by default.")] = None,
    with_worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Run a worker in this process too.")
    ] = True,
) -> None:
    """Serve the GraphQL API until Ctrl-C, with a worker that runs what is asked for and due."""
    from server import api, serving  # noqa: PLC0415 - slow to import, and for this command only
    from server.observe.serving import observed  # noqa: PLC0415 - the same

    with contextlib.ExitStack() as everything:
        deployment = everything.enter_context(Deployment.open(progress=bar))
        if metrics := everything.enter_context(observed(deployment)):
            show.err.print(f"metrics on {metrics}/metrics")
        if with_worker:
            everything.enter_context(Worker(deployment))
        at = deployment.settings.api_port if port is None else port
        app, access = serving.app_of(deployment, host=host), deployment.settings.access
        if not access.must_sign_in(host) and not is_loopback(host):
            show.err.print(f"[yellow]whoever reaches {host} may do everything: no sign-in[/]")
        show.err.print(f"the page on http://{host}:{at}, GraphQL at /graphql; Ctrl-C ends it")
        try:
            api.serve(app, host=host, port=at, head_seconds=access.request_seconds)
        except api.PortTaken as taken:
            raise UserError(str(taken)) from None


def schema(
    write: Annotated[Path | None, typer.Option(help="Write it to this file instead.")] = None,
) -> None:
    """Print the GraphQL schema."""
    from schema.sdl import sdl  # noqa: PLC0415 - slow to import, and for this command only

    text = sdl(types_of(Settings.from_env()))
    if write is None:
        show.out.print(text, markup=False, soft_wrap=True, end="")
    else:
        write.write_text(text, encoding="utf-8")
