"""`cirrograph connectors`: the accounts that are read."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from graph.local.progress import bar
from ingest.aws.access import policy as aws_policy
from ingest.aws.organization import PERMISSIONS as ORGANIZATION
from ingest.cloud import access
from server.changes.changer import at_command_line
from server.changes.connectors import remove_connector
from server.check import check
from server.cli import adding, discovering, show
from server.deployment import Deployment, types_of
from server.settings import Settings

app = typer.Typer(name="connectors", help="The accounts that are read.", no_args_is_help=True)
app.add_typer(adding.app)
app.add_typer(discovering.app)


class Cloud(enum.StrEnum):
    """A cloud that is read."""

    AWS = "aws"
    AZURE = "azure"
    GCP = "gcp"


Name = Annotated[str, typer.Argument(help="Name or account number of a connector.")]


@app.command("permissions")
def permissions(
    of: Annotated[Cloud, typer.Argument(metavar="CLOUD", help="aws, azure or gcp.")] = Cloud.AWS,
    organization: Annotated[
        bool, typer.Option(help="With what `connectors discover aws` needs there.")
    ] = False,
    as_json: show.AsJson = False,  # noqa: ARG001 - it always is
) -> None:
    """Print the least that reading a cloud needs, made of what the types declare.

    For AWS an IAM policy; for Azure a custom role and the application roles of Microsoft Graph;
    for Google Cloud a custom role.
    """
    types = types_of(Settings.from_env())
    if of is Cloud.AWS and organization:
        show.json(aws_policy(types, more=ORGANIZATION))
    else:
        show.json(access(of.value, types))


@app.command("list")
def list_connectors(as_json: show.AsJson = False) -> None:
    """List the connectors with their state."""
    with Deployment.open(progress=bar) as deployment:
        found = deployment.ledger.connectors()
    if as_json:
        show.json([adding.shown(connector) for connector in found])
    else:
        show.table(
            "Connectors", ("name", "cloud", "account", "state", "last error"),
            [(c.name, c.cloud, c.scope, c.state, c.last_error) for c in found],
        )  # fmt: skip


@app.command("check")
def check_connector(name: Name, as_json: show.AsJson = False) -> None:
    """Check credentials, and list what the last scan could not read and the controls lost by it."""
    with Deployment.open(progress=bar) as deployment:
        found = check(deployment, deployment.ledger.connector(name))
    if as_json:
        show.json(found)
        return
    show.out.print(f"[bold]{show.escape(found['connector'])}[/]: {show.colored(found['state'])}")
    show.out.print(f"credentials: {show.escape(found['credentials'])}")
    if found["refused"]:
        show.table(
            "Refused", ("call", "error", "type", "regions", "controls lost"),
            [
                (r["call"], r["error"], r["type"], len(r["regions"]), "\n".join(r["controls"]))
                for r in found["refused"]
            ],
        )  # fmt: skip
    else:
        show.out.print("nothing was refused in the last scan")


@app.command("remove")
def remove(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Remove a connector, and from the graph what only it saw; the lake keeps its history."""
    with Deployment.open(progress=bar) as deployment:
        connector = deployment.ledger.connector(name)
        if not yes:
            typer.confirm(f"Remove {connector.name} and what only it saw?", abort=True, err=True)
        _, written = remove_connector(at_command_line(deployment), connector.id)
    if as_json:
        show.json({"connector": connector.name, "removed": written.removed})
    else:
        show.out.print(f"removed {show.escape(connector.name)}")
