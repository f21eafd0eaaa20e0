"""`cirrograph connectors discover`: all accounts, subscriptions or projects in one go."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.ledger import Connector
from graph.local.progress import bar
from ingest.aws.credentials import Reference, check_regions, identify, open_session
from ingest.aws.organization import members
from server.cli import adding, show
from server.deployment import Deployment
from server.discovery import Member, add_members, named, organization_connector

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
    _add([Member(id=m.id, name=m.name, left_out=m.left_out) for m in found], made, as_json=as_json)


LeaveOut = Annotated[
    list[str] | None, typer.Option(help="Id of one to leave out; may be repeated.")
]


@app.command("azure")
def discover_azure(
    tenant: Annotated[str | None, typer.Option(help="Only subscriptions of this tenant.")] = None,
    client_id: adding.ClientId = None,
    leave_out: LeaveOut = None,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each subscription that can be read; run it again for new ones.

    With `--json`: an array of {account, name, outcome}.
    """
    from ingest.azure.credentials import Reference as AzureReference  # noqa: PLC0415 - its SDK takes a third of a second
    from ingest.azure.reader import visible  # noqa: PLC0415 - with the line above

    reference = AzureReference(tenant=tenant, client_id=client_id)
    partition, there = visible(reference)
    found = [
        Member(id=f.id.lower(), name=f.name, left_out=_left_out(f.id, f.left_out, leave_out))
        for f in there
        if tenant in {None, f.tenant}
    ]
    made = [
        Connector(
            name=named(member, "azure"), cloud="azure", partition=partition, scope=member.id,
            reference=reference.to_dict(), options={},
        )
        for member in found
    ]  # fmt: skip
    _add(found, made, as_json=as_json)


@app.command("gcp")
def discover_gcp(
    organization: Annotated[str, typer.Option(help="Number of the organization.")],
    credentials_file: adding.CredentialsFile = None,
    impersonate: adding.Impersonate = None,
    quota_project: adding.QuotaProject = None,
    leave_out: LeaveOut = None,
    as_json: show.AsJson = False,
) -> None:
    """Add a connector for each active project of an organization; run it again for new ones.

    With `--json`: an array of {account, name, outcome}.
    """
    from ingest.gcp.credentials import Reference as GcpReference  # noqa: PLC0415 - its SDK takes half a second
    from ingest.gcp.reader import visible  # noqa: PLC0415 - with the line above

    reference = GcpReference(
        credentials_file=credentials_file, impersonate=impersonate, quota_project=quota_project
    )
    found = [
        Member(id=f.project, name=f.project, left_out=_left_out(f.project, f.left_out, leave_out))
        for f in visible(reference, organization)
    ]
    made = [
        Connector(
            name=named(member, "gcp"), cloud="gcp", partition="gcp", scope=member.id,
            reference=reference.to_dict(), options={},
        )
        for member in found
    ]  # fmt: skip
    _add(found, made, as_json=as_json)


def _left_out(id_: str, why: str | None, leave_out: list[str] | None) -> str | None:
    return "left out" if why is None and id_ in (leave_out or ()) else why


def _add(found: list[Member], made: list[Connector], *, as_json: bool) -> None:
    with Deployment.open(progress=bar) as deployment:
        said = add_members(deployment.ledger, found, made)
    if as_json:
        show.json(said)
    else:
        show.table(
            "Accounts of the organisation", ("account", "name", "outcome"),
            [(s["account"], s["name"], s["outcome"]) for s in said],
        )  # fmt: skip
