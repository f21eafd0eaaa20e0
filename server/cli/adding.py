"""`cirrograph connectors add`: one account, subscription or project."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Annotated, Any

import typer

from graph.ledger import Connector
from graph.local.progress import bar
from ingest.aws.credentials import Reference
from server.changes.changer import at_command_line
from server.changes.connecting import Found, aws_account, azure_subscription, gcp_project
from server.changes.connectors import add_connector
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment
from server.discovery import Discovered, discover, gcp_parent, gcp_projects

app = typer.Typer(name="add", help="Add an account.", no_args_is_help=True)

Name = Annotated[str | None, typer.Option(help="What to call it.")]
ExternalId = Annotated[str | None, typer.Option(help="External id of the role.")]
Regions = Annotated[
    str | None, typer.Option(help="Regions to read, separated by commas; all by default.")
]
Endpoint = Annotated[str | None, typer.Option(help="Address to call instead of AWS's own.")]
Tenant = Annotated[
    str | None, typer.Option(help="Id of a tenant; refused if the subscription is of another.")
]
ClientId = Annotated[
    str | None, typer.Option(help="Client id of the managed or workload identity to use.")
]
CredentialsFile = Annotated[
    str | None, typer.Option(help="Path of a credentials file where the worker runs.")
]
Impersonate = Annotated[str | None, typer.Option(help="E-mail of a service account to act as.")]
Organization = Annotated[
    str | None, typer.Option(help="Number of an organization: each of its projects.")
]
Folder = Annotated[
    str | None, typer.Option(help="Number of a folder: each of the projects below it.")
]
QuotaProject = Annotated[
    str | None, typer.Option(help="Project that calls are counted on; the credentials' own else.")
]


@app.command("aws")
def add_aws(
    name: Name = None,
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
    wanted = listed(regions)
    found = aws_account(reference, name=name, account=account, regions=wanted)
    _add(found, as_json=as_json)


@app.command("azure")
def add_azure(
    name: Name = None,
    subscription: Annotated[
        str | None, typer.Option(help="Id of the subscription; the only one if there is one.")
    ] = None,
    tenant: Tenant = None,
    client_id: ClientId = None,
    as_json: show.AsJson = False,
) -> None:
    """Add an Azure subscription; its credentials stay where they are, found by reference.

    That is a service principal of the environment (AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret
    or certificate), a workload's or managed identity, or your own `az login`.
    """
    found = azure_subscription(
        name=name, subscription=subscription, tenant=tenant, client_id=client_id
    )
    _add(found, as_json=as_json)


@app.command("gcp")
def add_gcp(
    name: Name = None,
    project: Annotated[
        str | None, typer.Option(help="Id of the project; GOOGLE_CLOUD_PROJECT by default.")
    ] = None,
    organization: Organization = None,
    folder: Folder = None,
    credentials_file: CredentialsFile = None,
    impersonate: Impersonate = None,
    quota_project: QuotaProject = None,
    as_json: show.AsJson = False,
) -> None:
    """Add a Google Cloud project; its credentials stay where they are, found by reference.

    That is what Application Default Credentials find: a file that GOOGLE_APPLICATION_CREDENTIALS
    names, a workload's or machine's service account, or your own `gcloud auth`. With an
    organization or a folder, a connector is added for each of its projects, as `connectors discover
    gcp` does.
    """
    if organization or folder:
        if name or project:
            raise UserError("--organization and --folder name projects by themselves: no --name")
        add_projects(
            gcp_parent(organization, folder), credentials_file, impersonate, quota_project,
            as_json=as_json,
        )  # fmt: skip
        return
    wanted = project or os.environ.get("GOOGLE_CLOUD_PROJECT")
    if not wanted:
        raise UserError("--project: name the project, or set GOOGLE_CLOUD_PROJECT")
    found = gcp_project(
        name=name, project=wanted, impersonate=impersonate, quota_project=quota_project,
        credentials_file=credentials_file,
    )  # fmt: skip
    _add(found, as_json=as_json)


def add_projects(
    above: str,
    credentials_file: str | None,
    impersonate: str | None,
    quota_project: str | None,
    *,
    leave_out: list[str] | None = None,
    dry_run: bool = False,
    as_json: bool,
) -> None:
    """Add a connector for each active project below an organization or a folder."""
    add_all(
        "gcp",
        lambda: gcp_projects(
            above, credentials_file=credentials_file, impersonate=impersonate,
            quota_project=quota_project, leave_out=leave_out or (),
        ),
        dry_run=dry_run, as_json=as_json,
    )  # fmt: skip


def add_all(
    cloud: str, find: Callable[[], Discovered], *, dry_run: bool = False, as_json: bool
) -> None:
    """Add several connectors, and tell what became of each."""
    with Deployment.open(progress=bar) as deployment:
        said = discover(at_command_line(deployment), cloud, find, is_dry_run=dry_run)
    if as_json:
        show.json([{"account": t.account, "name": t.name, "outcome": t.outcome} for t in said])
    else:
        show.table(
            "Accounts, nothing added" if dry_run else "Accounts", ("account", "name", "outcome"),
            [(told.account, told.name, told.outcome) for told in said],
        )  # fmt: skip


def _add(found: Found, *, as_json: bool) -> None:
    connector = found.connector
    with Deployment.open(progress=bar) as deployment:
        add_connector(at_command_line(deployment), lambda: found)
    if as_json:
        show.json(shown(connector))
    else:
        show.out.print(
            f"added [bold]{show.escape(connector.name)}[/], {show.escape(found.words)}; "
            f"next: cirrograph scan {show.escape(connector.name)}"
        )


def listed(regions: str | None) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(r.strip() for r in (regions or "").split(",") if r.strip())


def shown(connector: Connector) -> dict[str, Any]:
    """Return a connector as the documented JSON."""
    said: dict[str, Any] = json.loads(json.dumps(vars(connector), default=dict))
    return {"id": connector.id, **said}
