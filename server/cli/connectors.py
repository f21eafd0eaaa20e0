"""`cirrograph connectors`: the accounts that are read."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from graph.disconnect import disconnect
from graph.ledger import Connector
from graph.local.progress import bar
from ingest.aws.access import policy
from ingest.aws.credentials import Reference, check_regions, identify, open_session
from ingest.aws.organization import PERMISSIONS as ORGANIZATION
from ingest.aws.organization import members
from server.check import check
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment, types_of
from server.discovery import add_members, organization_connector
from server.settings import Settings

app = typer.Typer(name="connectors", help="The accounts that are read.", no_args_is_help=True)
add = typer.Typer(name="add", help="Add an account.", no_args_is_help=True)
app.add_typer(add)
discover = typer.Typer(
    name="discover", help="Add the accounts of an organisation.", no_args_is_help=True
)
app.add_typer(discover)

Name = Annotated[str, typer.Argument(help="Name or account number of a connector.")]
ExternalId = Annotated[str | None, typer.Option(help="External id of the role.")]
Regions = Annotated[
    str | None, typer.Option(help="Regions to read, separated by commas; all by default.")
]
Endpoint = Annotated[str | None, typer.Option(help="Address to call instead of AWS's own.")]


@add.command("aws")
def add_aws(
    name: Annotated[str | None, typer.Option(help="What to call it.")] = None,
    account: Annotated[
        str | None, typer.Option(help="Twelve digits; refused if the credentials are of another.")
    ] = None,
    profile: Annotated[str | None, typer.Option(help="Profile of the AWS configuration.")] = None,
    role_arn: Annotated[str | None, typer.Option(help="Role to assume.")] = None,
    external_id: ExternalId = None,
    regions: Regions = None,
    endpoint_url: Endpoint = None,
    as_json: show.AsJson = False,
) -> None:
    """Add an AWS account; its credentials stay where they are, found by reference."""
    reference = Reference(
        profile=profile, role_arn=role_arn, external_id=external_id, endpoint_url=endpoint_url
    )
    if external_id and not role_arn:
        raise UserError("--external-id goes with --role-arn: name the role to assume")
    wanted = _listed(regions)
    session = open_session(reference)
    who = identify(session, reference)
    if account and account != who.account:
        raise UserError(
            f"the credentials are of account {who.account}, not {account}: "
            "name the right --profile or --role-arn"
        )
    check_regions(session, who.partition, wanted)
    connector = Connector(
        name=name or f"aws-{who.account}", cloud="aws", partition=who.partition,
        scope=who.account, reference=reference.to_dict(),
        options={"regions": list(wanted)} if wanted else {},
    )  # fmt: skip
    with Deployment.open(progress=bar) as deployment:
        deployment.ledger.add(connector)
    if as_json:
        show.json(_shown(connector))
    else:
        show.out.print(
            f"added [bold]{show.escape(connector.name)}[/], AWS account {who.account} as "
            f"{show.escape(who.arn)}; next: cirrograph scan {show.escape(connector.name)}"
        )


@discover.command("aws")
def discover_aws(
    role_name: Annotated[str, typer.Option(help="Role to assume in each account.")],
    external_id: ExternalId = None,
    profile: Annotated[str | None, typer.Option(help="Profile of the management account.")] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(help="Id of an account, unit or root to leave out; may be repeated."),
    ] = None,
    regions: Regions = None,
    endpoint_url: Endpoint = None,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active account of an organisation; run it again for new ones.

    With `--json`: an array of {account, name, outcome}.
    """
    reference = Reference(profile=profile, endpoint_url=endpoint_url)
    wanted = _listed(regions)
    session = open_session(reference)
    who = identify(session, reference)
    check_regions(session, who.partition, wanted)
    found = members(session, who, leave_out=leave_out or (), endpoint_url=endpoint_url)
    with Deployment.open(progress=bar) as deployment:
        made = [
            organization_connector(member, who, reference, role_name, external_id, wanted)
            for member in found
        ]
        said = add_members(deployment.ledger, found, made)
    if as_json:
        show.json(said)
    else:
        show.table(
            "Accounts of the organisation", ("account", "name", "outcome"),
            [(s["account"], s["name"], s["outcome"]) for s in said],
        )  # fmt: skip


@app.command("permissions")
def permissions(
    organization: Annotated[
        bool, typer.Option(help="With what `connectors discover` needs in the management account.")
    ] = False,
    as_json: show.AsJson = False,  # noqa: ARG001 - it always is
) -> None:
    """Print the IAM policy that reading an AWS account needs, made of what the types declare."""
    more = ORGANIZATION if organization else ()
    show.json(policy(types_of(Settings.from_env()), more=more))


@app.command("list")
def list_connectors(as_json: show.AsJson = False) -> None:
    """List the connectors with their state."""
    with Deployment.open(progress=bar) as deployment:
        found = deployment.ledger.connectors()
    if as_json:
        show.json([_shown(connector) for connector in found])
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
        written = disconnect(
            deployment.driver, deployment.lake, deployment.catalogue, connector,
            database=deployment.database,
        )  # fmt: skip
    if as_json:
        show.json({"connector": connector.name, "removed": written.removed})
    else:
        show.out.print(f"removed {show.escape(connector.name)}")


def _listed(regions: str | None) -> tuple[str, ...]:
    return tuple(r.strip() for r in (regions or "").split(",") if r.strip())


def _shown(connector: Connector) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(json.dumps(vars(connector), default=dict))
    return {"id": connector.id, **said}
