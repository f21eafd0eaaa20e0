"""`cirrograph neo4j`: the managed local server."""

from __future__ import annotations

import http.client
import urllib.parse
import webbrowser
from http import HTTPStatus
from typing import Annotated, Any

import typer

from graph.local import LocalNeo4j, LocalSettings, default_home
from graph.local.progress import bar
from graph.local.server import Endpoint, browser_url
from server.cli import show
from server.cli.errors import UserError
from server.settings import Settings

app = typer.Typer(name="neo4j", help="The managed local Neo4j.", no_args_is_help=True)

GUIDE = "/browser-guide/cirrograph.html"  # `server.guide.routes` is slow to import
ANSWER_SECONDS = 2.0

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
    query: Annotated[
        str | None, typer.Option(help="Cypher to have in the editor; it is not run.")
    ] = None,
    guide: Annotated[
        str | None, typer.Option(help="Guide to open with; that of the API here by default.")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Only print the address.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Open Neo4j Browser on the server, starting that if need be, and print the password.

    It opens with the guide that `cirrograph serve` serves, where that runs. Browser trusts guides
    on `localhost` only.
    """
    at = _server().start(progress=bar)
    served = guide or f"http://localhost:{Settings.from_env().api_port}{GUIDE}"
    is_there = guide is not None or _answers(served)
    link = browser_url(at, guide=served if is_there else None, query=query)
    said = _endpoint(at, password=True) | {"browser": link, "guide": served if is_there else None}
    if as_json:
        show.json({"running": True} | said)
        return
    for name, value in said.items():
        if value is not None:
            show.out.print(f"{name}: {show.escape(str(value))}", soft_wrap=True)
    if not is_there:
        show.out.print("[dim]the guide is there while `cirrograph serve` runs[/]")
    if not no_open:
        webbrowser.open(link)


def _answers(address: str) -> bool:
    """Tell whether something of ours answers at an address on this machine."""
    at = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=ANSWER_SECONDS)
    try:
        connection.request("HEAD", at.path)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


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
