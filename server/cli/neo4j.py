"""`cirrograph neo4j`: the managed local server."""

from __future__ import annotations

import webbrowser
from typing import Annotated, Any

import typer

from graph.local import LocalNeo4j, LocalSettings, default_home
from graph.local.progress import bar
from graph.local.server import Endpoint, browser_url
from server.cli import show
from server.cli.errors import UserError

app = typer.Typer(name="neo4j", help="The managed local Neo4j.", no_args_is_help=True)

ShowPassword = Annotated[bool, typer.Option("--password", help="Print the password too.")]


@app.command("start")
def start(password: ShowPassword = False, as_json: show.AsJson = False) -> None:
    """Start the server (fetching it first, the first time), unless it runs."""
    _print(_server().start(progress=bar), password=password, as_json=as_json)


@app.command("stop")
def stop(as_json: show.AsJson = False) -> None:
    """Stop the server."""
    _server().stop()
    if as_json:
        show.json({"running": False})
    else:
        show.out.print("stopped")


@app.command("status")
def status(password: ShowPassword = False, as_json: show.AsJson = False) -> None:
    """Tell whether the server runs, where it is and where its files are."""
    found = _server().status()
    about: dict[str, Any] = {
        "running": found.endpoint is not None, "home": str(found.home), "version": found.version,
        "log": str(found.log), "store_bytes": found.store_bytes,
    }  # fmt: skip
    if as_json:
        show.json(about | (_endpoint(found.endpoint, password=password) if found.endpoint else {}))
        return
    for name, value in about.items():
        show.out.print(f"{name}: {show.escape(str(value))}")
    if found.endpoint:
        _print(found.endpoint, password=password, as_json=False)


@app.command("browser")
def browser(
    no_open: Annotated[bool, typer.Option("--no-open", help="Only print the address.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Open Neo4j Browser on the server, starting that if need be, and print the password."""
    at = _server().start(progress=bar)
    _print(at, password=True, as_json=as_json)
    if not no_open and not as_json:
        webbrowser.open(browser_url(at))


@app.command("wipe")
def wipe(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Stop the server and delete its database; the lake and the settings stay."""
    if not yes:
        if as_json:
            raise UserError("wipe deletes the database: say --yes")
        typer.confirm("Delete the managed database?", abort=True, err=True)
    _server().wipe()
    if as_json:
        show.json({"wiped": True})
    else:
        show.out.print("wiped")


def _server() -> LocalNeo4j:
    return LocalNeo4j(default_home(), LocalSettings.from_env())


def _endpoint(at: Endpoint, *, password: bool) -> dict[str, Any]:
    said = {
        "uri": at.uri, "browser": browser_url(at), "username": at.username,
        "database": at.database, "pid": at.pid,
    }  # fmt: skip
    return said | ({"password": at.password} if password else {})


def _print(at: Endpoint, *, password: bool, as_json: bool) -> None:
    said = _endpoint(at, password=password)
    if as_json:
        show.json({"running": True} | said)
        return
    for name, value in said.items():
        show.out.print(f"{name}: {show.escape(str(value))}", soft_wrap=True)
    if not password:
        show.out.print("[dim]--password prints the password[/]")
