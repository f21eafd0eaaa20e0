"""Find the accounts of an organisation, from its management account or a delegated one.

Accounts that are suspended or on their way out are told, not taken. Units (and accounts) can be
left out by id: a unit's are all that stand below it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator

import boto3

from ingest.aws.calling import Account, Limits
from ingest.aws.client import Aws
from ingest.aws.credentials import HOME_REGION, Identity
from ingest.model import Json
from ingest.refusal import CredentialsRefused, Refused

PERMISSIONS = (
    "organizations:ListAccounts",
    "organizations:ListAccountsForParent",
    "organizations:ListOrganizationalUnitsForParent",
)
ACTIVE = "ACTIVE"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Member:
    """An account of the organisation; `left_out` says why it is not to be read."""

    id: str
    name: str
    left_out: str | None = None


def members(
    session: boto3.Session,
    who: Identity,
    *,
    leave_out: Collection[str] = (),
    endpoint_url: str | None = None,
) -> list[Member]:
    """Return the accounts of the organisation, by id.

    `leave_out` are ids of accounts, units or roots. Raises CredentialsRefused with the refused
    call, or when an id of a unit is not there: nobody is read by a slip of the keyboard.
    """
    account = Account(
        session, account=who.account, partition=who.partition, endpoint_url=endpoint_url,
        limits=Limits(attempts=3, throttle_seconds=30),
    )  # fmt: skip
    region = HOME_REGION.get(who.partition, HOME_REGION["aws"])
    aws = Aws(owner=account, service="organizations", region=region)
    try:
        units = [id_ for id_ in leave_out if not id_.isdigit()]
        below = {account: unit for unit in units for account in _below(aws, unit)}
        found = [_member(a, leave_out, below) for a in aws.pages("list_accounts", "Accounts")]
    except Refused as refused:
        raise CredentialsRefused(
            f"the organisation can't be listed: {refused.call}: {refused.error}; use its "
            f"management account or a delegated one, with {', '.join(PERMISSIONS)}"
        ) from None
    finally:
        account.close()
    return sorted(found, key=lambda member: member.id)


def _below(aws: Aws, unit: str) -> Iterator[str]:
    """Yield the ids of all accounts below a unit."""
    for account in aws.pages("list_accounts_for_parent", "Accounts", ParentId=unit):
        yield account["Id"]
    for inner in aws.pages(
        "list_organizational_units_for_parent", "OrganizationalUnits", ParentId=unit
    ):
        yield from _below(aws, inner["Id"])


def _member(said: Json, leave_out: Collection[str], below: dict[str, str]) -> Member:
    id_, why = said["Id"], None
    if said["Status"] != ACTIVE:
        why = said["Status"].lower()
    elif id_ in leave_out:
        why = "left out"
    elif id_ in below:
        why = f"left out with {below[id_]}"
    return Member(id=id_, name=said["Name"], left_out=why)
