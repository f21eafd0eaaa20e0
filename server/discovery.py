"""Turn the accounts, subscriptions or projects of an organisation into connectors.

What there is, is found first (`aws_organization`, `azure_subscriptions`, `gcp_projects`): the cloud
is asked, and nothing is written. `discover` then adds what is not there yet, for the command line
and for the API alike; a dry run only tells what it would do.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from graph.ledger import AlreadyConnected, Connector
from ingest.aws.credentials import Identity, Reference, check_regions, identify, open_session
from ingest.aws.organization import Member as AwsMember
from ingest.aws.organization import members as aws_members
from server.changes.changer import Changer
from server.changes.connecting import Found
from server.changes.connectors import add
from server.changes.errors import Unfit

Kind: TypeAlias = Literal["added", "there", "left out"]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Member:
    """An account, subscription or project; `left_out` says why it is not to be read."""

    id: str
    name: str
    left_out: str | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Discovered:
    """What there is, and for each the connector that would read it."""

    members: Sequence[Member]
    connectors: Sequence[Connector]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Told:
    """What became of an account: of its connector, which is called so, and why in words."""

    account: str
    name: str
    connector: str
    kind: Kind
    outcome: str


def aws_organization(
    reference: Reference,
    *,
    role_name: str,
    external_id: str | None,
    regions: Sequence[str],
    leave_out: Sequence[str],
) -> Discovered:
    """Find the accounts of an organisation. Raises CredentialsRefused, UnknownRegion."""
    session = open_session(reference)
    who = identify(session, reference)
    check_regions(session, who.partition, tuple(regions))
    found = aws_members(session, who, leave_out=leave_out, endpoint_url=reference.endpoint_url)
    return Discovered(
        members=[Member(id=m.id, name=m.name, left_out=m.left_out) for m in found],
        connectors=[
            organization_connector(m, who, reference, role_name, external_id, tuple(regions))
            for m in found
        ],
    )  # fmt: skip


def azure_subscriptions(
    *,
    tenant: str | None,
    management_group: str | None,
    client_id: str | None,
    leave_out: Sequence[str],
) -> Discovered:
    """Find the subscriptions of a tenant, or below a management group. Raises CredentialsRefused.

    Of a management group, those that can't be read are told too.
    """
    from ingest.azure.credentials import Reference as AzureReference  # noqa: PLC0415 - its SDK takes a third of a second
    from ingest.azure.reader import visible  # noqa: PLC0415 - with the line above

    reference = AzureReference(tenant=tenant, client_id=client_id)
    partition, there = visible(reference, management_group=management_group)
    members = [
        Member(id=f.id.lower(), name=f.name, left_out=left_out(f.id, f.left_out, leave_out))
        for f in there
        if tenant in {None, f.tenant} or not f.tenant
    ]
    return Discovered(
        members=members,
        connectors=[
            Connector(
                name=named(member, "azure"), cloud="azure", partition=partition, scope=member.id,
                reference=reference.to_dict(), options={},
            )
            for member in members
        ],
    )  # fmt: skip


def gcp_projects(
    above: str,
    *,
    impersonate: str | None,
    quota_project: str | None,
    leave_out: Sequence[str],
    credentials_file: str | None = None,
) -> Discovered:
    """Find the projects below `organizations/{number}` or `folders/{number}`.

    Raises CredentialsRefused.
    """
    from ingest.gcp.credentials import Reference as GcpReference  # noqa: PLC0415 - its SDK takes half a second
    from ingest.gcp.reader import visible  # noqa: PLC0415 - with the line above

    reference = GcpReference(
        credentials_file=credentials_file, impersonate=impersonate, quota_project=quota_project
    )
    members = [
        Member(id=f.project, name=f.project, left_out=left_out(f.project, f.left_out, leave_out))
        for f in visible(reference, above)
    ]
    return Discovered(
        members=members,
        connectors=[
            Connector(
                name=named(member, "gcp"), cloud="gcp", partition="gcp", scope=member.id,
                reference=reference.to_dict(), options={},
            )
            for member in members
        ],
    )  # fmt: skip


def gcp_parent(organization: str | None, folder: str | None) -> str:
    """Return what projects are looked for below, as Google names it. Raises Unfit."""
    given = [
        f"{kind}/{number.rsplit('/', 1)[-1]}"
        for kind, number in (("organizations", organization), ("folders", folder))
        if number
    ]
    number = given[0].rpartition("/")[2] if given else ""
    if len(given) != 1 or not (number.isascii() and number.isdecimal()):
        raise Unfit("organization", "name one of organization and folder, by its number")
    return given[0]


def organization_connector(
    member: AwsMember,
    who: Identity,
    reference: Reference,
    role_name: str,
    external_id: str | None,
    regions: tuple[str, ...],
) -> Connector:
    """Return the connector of an account: by the role there; `who` itself needs none."""
    role = f"arn:{who.partition}:iam::{member.id}:role/{role_name}"
    own = member.id == who.account
    found = Reference(
        profile=reference.profile,
        endpoint_url=reference.endpoint_url,
        role_arn=None if own else role,
        external_id=None if own else external_id,
    )
    name = named(Member(id=member.id, name=member.name), "aws")
    return Connector(
        name=name, cloud="aws", partition=who.partition, scope=member.id,
        reference=found.to_dict(), options={"regions": list(regions)} if regions else {},
    )  # fmt: skip


def discover(
    changer: Changer, cloud: str, find: Callable[[], Discovered], *, is_dry_run: bool = False
) -> list[Told]:
    """Add what `find` finds and what is not there yet; return what became of each account.

    `find` asks the cloud, so it is called only for who may add. A dry run tells the same, and
    changes nothing. Raises Forbidden, NotRecorded, and what `find` raises.
    """
    changer.require("admin", "adding connectors")
    found = find()
    if is_dry_run:
        return add_members(changer, found, is_dry_run=True)
    with changer.record("discoverConnectors", cloud=cloud, accounts=len(found.members)) as entry:
        said = add_members(changer, found)
        entry.result = f"{sum(told.kind == 'added' for told in said)} added"
    return said


def add_members(changer: Changer, found: Discovered, *, is_dry_run: bool = False) -> list[Told]:
    """Add what is not there yet and not left out; return what became of each account.

    Each one is a change of its own, with its record in the audit log. Raises Forbidden and
    NotRecorded.
    """
    clouds = {c.cloud for c in found.connectors}
    every = changer.deployment.ledger.connectors()
    there = {c.scope: c for c in every if c.cloud in clouds}
    names = {c.name for c in every}
    said: list[Told] = []
    for member, made in zip(found.members, found.connectors, strict=True):
        known = there.get(member.id)
        connector = known or made
        if known is None and made.name in names:
            connector = dataclasses.replace(made, name=f"{made.name}-{member.id}")
        kind, outcome = _became(member, known, is_dry_run=is_dry_run)
        if kind == "added":
            try:
                if not is_dry_run:
                    add(changer, Found(connector=connector, words=member.name))
                names.add(connector.name)
            except AlreadyConnected as refused:  # by somebody else, just now
                kind, outcome = "there", str(refused)
        said.append(
            Told(account=member.id, name=connector.name, connector=connector.id, kind=kind,
                 outcome=outcome)
        )  # fmt: skip
    return said


def _became(member: Member, known: Connector | None, *, is_dry_run: bool) -> tuple[Kind, str]:
    if member.left_out is not None:
        return "left out", member.left_out
    if known:
        return "there", "there already"
    return "added", "to be added" if is_dry_run else "added"


def left_out(id_: str, why: str | None, unwanted: Sequence[str] | None) -> str | None:
    """Return why one is not to be read: it can't be, or the user does not want it."""
    return "left out" if why is None and id_ in (unwanted or ()) else why


def named(member: Member, cloud: str) -> str:
    """Return what a connector is called: its name in small letters, digits and hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", member.name.lower()).strip("-")
    return plain or f"{cloud}-{member.id}"
