"""`cirrograph connectors discover`: all accounts, subscriptions or projects in one go."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.ledger import Connector
from ingest.aws.credentials import Reference, check_regions, identify, open_session
from ingest.aws.organization import members
from server.cli import adding, show
from server.discovery import Member, left_out, named, organization_connector

app = typer.Typer(
    name="discover", help="Add the accounts of an organisation.", no_args_is_help=True
)


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
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active account of an organisation; run it again for new ones.

    With `--json`: an array of {account, name, outcome}.
    """
    reference = Reference(profile=profile, endpoint_url=endpoint_url)
    wanted = adding.listed(regions)
    session = open_session(reference)
    who = identify(session, reference)
    check_regions(session, who.partition, wanted)
    found = members(session, who, leave_out=leave_out or (), endpoint_url=endpoint_url)
    made = [
        organization_connector(member, who, reference, role_name, external_id, wanted)
        for member in found
    ]
    adding.add_all(
        [Member(id=m.id, name=m.name, left_out=m.left_out) for m in found], made, as_json=as_json
    )


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
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each subscription that can be read; run it again for new ones.

    Of a management group, those that can't be read are told too. With `--json`: an array of
    {account, name, outcome}.
    """
    from ingest.azure.credentials import Reference as AzureReference  # noqa: PLC0415 - its SDK takes a third of a second
    from ingest.azure.reader import visible  # noqa: PLC0415 - with the line above

    reference = AzureReference(tenant=tenant, client_id=client_id)
    partition, there = visible(reference, management_group=management_group)
    found = [
        Member(id=f.id.lower(), name=f.name, left_out=left_out(f.id, f.left_out, leave_out))
        for f in there
        if tenant in {None, f.tenant} or not f.tenant
    ]
    made = [
        Connector(
            name=named(member, "azure"), cloud="azure", partition=partition, scope=member.id,
            reference=reference.to_dict(), options={},
        )
        for member in found
    ]  # fmt: skip
    adding.add_all(found, made, as_json=as_json)


@app.command("gcp")
def discover_gcp(
    organization: adding.Organization = None,
    folder: adding.Folder = None,
    credentials_file: adding.CredentialsFile = None,
    impersonate: adding.Impersonate = None,
    quota_project: adding.QuotaProject = None,
    leave_out: LeaveOut = None,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active project of an organization or folder.

    Run it again for new ones. With `--json`: an array of {account, name, outcome}.
    """
    adding.add_projects(
        adding.parent(organization, folder), credentials_file, impersonate, quota_project,
        leave_out=leave_out, as_json=as_json,
    )  # fmt: skip
