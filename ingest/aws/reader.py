"""Read an AWS account: what the rest of the product knows of AWS goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import boto3

from ingest.aws import planning
from ingest.aws.calling import Account, Limits
from ingest.aws.credentials import Identity, Reference, identify, open_session
from ingest.cloud import Hardness, Place, Planned
from ingest.declaration import Declaration
from ingest.identity import Scope
from ingest.refusal import CredentialsRefused
from ingest.units import Unit


class AwsReader:
    """An account that is open."""

    def __init__(self, account: Account, wanted: tuple[str, ...]) -> None:
        self.account = account
        self._wanted = wanted

    def plan(self, connector: str, declarations: Iterable[Declaration]) -> Planned:
        """Return the units to read, and those that are settled without asking."""
        return planning.plan(connector, self.account, declarations, self._wanted)

    def listing(
        self,
        declaration: Declaration,
        unit: Unit,
        scan: str,  # noqa: ARG002 - nothing is kept from one unit to another
    ) -> tuple[Callable[[], Iterator[Any]], Scope]:
        """Return what lists a unit's records, and the scope they are listed in."""
        return planning.listing(self.account, declaration, unit)

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self.account.take_calls()

    def close(self) -> None:
        """Wait for the calls in flight and end their threads."""
        self.account.close()


def open_reader(place: Place, hardness: Hardness) -> AwsReader:
    """Open an account. Raises CredentialsRefused, also for those of another account."""
    reference = Reference.of(place.reference)
    session, who = _session(place, reference)
    account = Account(
        session,
        account=who.account,
        partition=who.partition,
        endpoint_url=reference.endpoint_url,
        limits=Limits(
            rate=hardness.rate,
            burst=hardness.rate * 2,
            in_flight=hardness.in_flight,
            throttle_seconds=hardness.throttle_seconds,
        ),
        renew=lambda: _session(place, reference)[0],
    )
    return AwsReader(account, tuple(place.options.get("regions", ())))


def whose(place: Place) -> str:
    """Return the ARN of who reads. Raises CredentialsRefused."""
    reference = Reference.of(place.reference)
    return identify(open_session(reference), reference).arn


def _session(place: Place, reference: Reference) -> tuple[boto3.Session, Identity]:
    """Look the credentials up; what a profile holds by now may be of another account."""
    session = open_session(reference)
    who = identify(session, reference)
    if who.account != place.scope:
        raise CredentialsRefused(
            f"the credentials of {place.name!r} are of account {who.account}, and the "
            f"connector reads {place.scope}: name the right profile or role"
        )
    return session, who
