"""`cirrograph tokens`: how programs, and the first person, sign in."""

from __future__ import annotations

import datetime
import getpass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.local.progress import bar
from server.access.errors import BadGrant, BadTokenInput, NoSuchToken
from server.access.roles import grant_of
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

if TYPE_CHECKING:
    from server.access.tokens import Token

app = typer.Typer(name="tokens", help="Tokens, by which programs sign in.", no_args_is_help=True)

REFUSALS = (BadGrant, BadTokenInput, NoSuchToken)


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="What it is for, such as `pull-findings`.")],
    role: Annotated[
        str | None, typer.Option(help="Role on everything: viewer, operator or admin.")
    ] = None,
    on: Annotated[
        list[str] | None,
        typer.Option(
            help="Role on some connectors, as PATTERN=ROLE: a name or id with * and ?, "
            "cloud:NAME or group:NAME. Give it as often as needed."
        ),
    ] = None,
    days: Annotated[int, typer.Option(help="Days until it ends; 366 at most.")] = 90,
    as_json: show.AsJson = False,
) -> None:
    """Make a token and print its secret, this once: only a digest of it is kept."""
    grant = grant_of(role, dict(_pair(one) for one in on or ()))
    expires = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)
    with Deployment.open(progress=bar) as deployment:
        access = deployment.access
        said = {"name": name, "grant": grant.model_dump(), "expires": expires}
        with access.audit.record(
            _who(), "createToken", said, via="cli", refusals=REFUSALS
        ) as entry:
            id_, secret = access.tokens.create(name, grant, expires, made_by=_who())
            entry.result = {"id": id_}
    if as_json:
        show.json({"id": id_, "name": name, "secret": secret, "expires": expires})
        return
    show.err.print(f"token {id_}, good until {expires:%Y-%m-%d}; it is not shown again:")
    show.out.print(secret, soft_wrap=True)


@app.command("list")
def list_tokens(as_json: show.AsJson = False) -> None:
    """List the tokens: what they may do, until when, and when they were last used."""
    with Deployment.open(progress=bar) as deployment:
        said = [_shown(token) for token in deployment.access.tokens.list()]
    if as_json:
        show.json(said)
        return
    show.table(
        "Tokens", ("id", "name", "state", "everywhere", "on", "expires", "last used", "made by"),
        [
            (
                s["id"], s["name"], s["state"], s["everywhere"],
                ", ".join(f"{target}={role}" for target, role in s["on"].items()) or None,
                s["expires"], s["used"], s["madeBy"],
            )
            for s in said
        ],
    )  # fmt: skip


@app.command("revoke")
def revoke(
    token: Annotated[str, typer.Argument(help="Id of a token.")], as_json: show.AsJson = False
) -> None:
    """End a token, everywhere within a second."""
    with Deployment.open(progress=bar) as deployment:
        access = deployment.access
        said = {"id": token}
        with access.audit.record(_who(), "revokeToken", said, via="cli", refusals=REFUSALS):
            ended = access.tokens.revoke(token)
    if as_json:
        show.json({"revoked": ended.id, "name": ended.name})
    else:
        show.out.print(f"revoked {ended.id} ({show.escape(ended.name)})")


def _who() -> str:
    """Return the system's name of who types: somebody who has the database anyway."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "somebody"


def _pair(text: str) -> tuple[str, str]:
    target, equals, role = text.rpartition("=")
    if not equals or not target:
        raise UserError(f"--on {text!r}: write PATTERN=ROLE, such as 'shop-*=viewer'")
    return target, role


def _shown(token: Token) -> dict[str, Any]:
    state = "good" if token.is_good else "revoked" if token.revoked else "ended"
    return {
        "id": token.id, "name": token.name, "state": state,
        "everywhere": token.grant.everywhere, "on": token.grant.on, "madeBy": token.made_by,
        "made": token.made, "expires": token.expires, "used": token.used,
    }  # fmt: skip
