"""Turn the accounts, subscriptions or projects of an organisation into connectors."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from graph.ledger import AlreadyConnected, Connector
from ingest.aws.credentials import Identity, Reference
from ingest.aws.organization import Member as AwsMember
from server.changes.changer import Changer
from server.changes.connecting import Found
from server.changes.connectors import add


@dataclasses.dataclass(frozen=True, kw_only=True)
class Member:
    """An account, subscription or project; `left_out` says why it is not to be read."""

    id: str
    name: str
    left_out: str | None = None


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


def add_members(
    changer: Changer, members: Sequence[Member], connectors: Sequence[Connector]
) -> list[dict[str, str]]:
    """Add what is not there yet and not left out; return what became of each account.

    Each one is a change of its own, with its record in the audit log. Raises Forbidden and
    NotRecorded.
    """
    clouds = {c.cloud for c in connectors}
    every = changer.deployment.ledger.connectors()
    there = {c.scope: c.name for c in every if c.cloud in clouds}
    names = {c.name for c in every}
    said: list[dict[str, str]] = []
    for member, made in zip(members, connectors, strict=True):
        connector = made
        if made.name in names:
            connector = Connector(**{**vars(made), "name": f"{made.name}-{member.id}"})
        outcome = member.left_out or "there already"
        name = there.get(member.id, connector.name)
        if member.left_out is None and member.id not in there:
            try:
                add(changer, Found(connector=connector, words=member.name))
                outcome = "added"
                names.add(connector.name)
            except AlreadyConnected as refused:  # by somebody else, just now
                outcome = str(refused)
        said.append({"account": member.id, "name": name, "outcome": outcome})
    return said


def left_out(id_: str, why: str | None, unwanted: Sequence[str] | None) -> str | None:
    """Return why one is not to be read: it can't be, or the user does not want it."""
    return "left out" if why is None and id_ in (unwanted or ()) else why


def named(member: Member, cloud: str) -> str:
    """Return what a connector is called: its name in small letters, digits and hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", member.name.lower()).strip("-")
    return plain or f"{cloud}-{member.id}"
