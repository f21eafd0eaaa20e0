"""`cirrograph connectors discover`: all accounts, subscriptions or projects in one go."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.aws.credentials import Reference
from server.cli import adding, show
from server.discovery import aws_organization, azure_subscriptions, gcp_parent

app = typer.Typer(
    name="discover", help="Add the accounts of an organisation.", no_args_is_help=True
)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would be added; add nothing.")]


@app.command("aws")
def discover_aws(
    role_name: Annotated[str, typer.Option(help="Role to assume in each account.")],
    external_id: adding.ExternalId = None,
    profile: Annotated[str | None, typer.Option(help="Profile of the management account.")] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(help="Id of an account, unit or root to leave out; may be repeated."),
    ] = None,
    regions: adding.Regions = None,
    endpoint_url: adding.Endpoint = None,
    dry_run: DryRun = False,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active account of an organisation; run it again for new ones.

    With `--json`: an array of {account, name, outcome}.
    """
    reference = Reference(profile=profile, endpoint_url=endpoint_url)
    adding.add_all(
        "aws",
        lambda: aws_organization(
            reference, role_name=role_name, external_id=external_id,
            regions=adding.listed(regions), leave_out=leave_out or (),
        ),
        dry_run=dry_run, as_json=as_json,
    )  # fmt: skip


LeaveOut = Annotated[
    list[str] | None, typer.Option(help="Id of one to leave out; may be repeated.")
]


@app.command("azure")
def discover_azure(
    tenant: Annotated[str | None, typer.Option(help="Only subscriptions of this tenant.")] = None,
    management_group: Annotated[
        str | None, typer.Option(help="Id of a management group: only what is below it.")
    ] = None,
    client_id: adding.ClientId = None,
    leave_out: LeaveOut = None,
    dry_run: DryRun = False,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each subscription that can be read; run it again for new ones.

    Of a management group, those that can't be read are told too. With `--json`: an array of
    {account, name, outcome}.
    """
    adding.add_all(
        "azure",
        lambda: azure_subscriptions(
            tenant=tenant, management_group=management_group, client_id=client_id,
            leave_out=leave_out or (),
        ),
        dry_run=dry_run, as_json=as_json,
    )  # fmt: skip


@app.command("gcp")
def discover_gcp(
    organization: adding.Organization = None,
    folder: adding.Folder = None,
    credentials_file: adding.CredentialsFile = None,
    impersonate: adding.Impersonate = None,
    quota_project: adding.QuotaProject = None,
    leave_out: LeaveOut = None,
    dry_run: DryRun = False,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active project of an organization or folder.

    Run it again for new ones. With `--json`: an array of {account, name, outcome}.
    """
    adding.add_projects(
        gcp_parent(organization, folder), credentials_file, impersonate, quota_project,
        leave_out=leave_out, dry_run=dry_run, as_json=as_json,
    )  # fmt: skip
