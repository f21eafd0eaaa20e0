"""`cirrograph serve` and `cirrograph schema`: the API."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.local.progress import bar
from server.cli import show
from server.deployment import Deployment, types_of
from server.settings import Settings


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve)
    app.command("schema")(schema)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(help="Port; CIRROGRAPH_API_PORT by default.")] = None,
) -> None:
    """Serve the GraphQL API until Ctrl-C."""
    from server.api import serve as serve_app  # noqa: PLC0415 - slow to import, for this command only

    with Deployment.open(progress=bar) as deployment:
        at = port or deployment.settings.api_port
        show.err.print(f"GraphQL API and GraphiQL on http://{host}:{at}/graphql; Ctrl-C ends it")
        serve_app(deployment, host=host, port=at)


def schema(
    write: Annotated[Path | None, typer.Option(help="Write it to this file instead.")] = None,
) -> None:
    """Print the GraphQL schema."""
    from schema.sdl import sdl  # noqa: PLC0415 - slow to import, for this command only

    text = sdl(types_of(Settings.from_env()))
    if write is None:
        show.out.print(text, markup=False, soft_wrap=True, end="")
    else:
        write.write_text(text, encoding="utf-8")
