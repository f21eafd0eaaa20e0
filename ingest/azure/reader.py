"""Read an Azure subscription: what the rest of the product knows of Azure goes through here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from azure.core.credentials import TokenCredential

from ingest.azure.client import Azure, Subscription
from ingest.azure.credentials import Reference, check, open_credential
from ingest.azure.endpoints import Endpoints
from ingest.azure.subscriptions import Found, every, find
from ingest.cloud import Hardness, Place, Planned
from ingest.declaration import Declaration
from ingest.identity import Scope
from ingest.units import Unit

GLOBAL = "global"


class AzureReader:
    """A subscription that is open; each type is one unit, whatever locations its resources have."""

    def __init__(self, owner: Subscription, modelled: frozenset[str]) -> None:
        self.owner = owner
        self._modelled = modelled

    def plan(self, connector: str, declarations: Iterable[Declaration]) -> Planned:
        """Return one unit for each type."""
        return [
            (d, Unit(connector=connector, type=d.label, region=GLOBAL)) for d in declarations
        ], []

    def listing(
        self, declaration: Declaration, unit: Unit, scan: str
    ) -> tuple[Callable[[], Iterator[Any]], Scope]:
        """Return what lists a unit's records for a scan, and the scope they are listed in."""
        azure = Azure(
            owner=self.owner, service=declaration.service, scan=scan, native=declaration.native,
            modelled=self._modelled,
        )  # fmt: skip
        scope = Scope(
            cloud="azure", partition=self.owner.partition, account=self.owner.subscription,
            region=unit.region, above=self.owner.tenant.lower(),
        )  # fmt: skip
        return (lambda: declaration.fetch(azure)), scope

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self.owner.take_calls()

    def close(self) -> None:
        """Wait for the calls in flight and end their threads."""
        self.owner.close()


def open_reader(place: Place, hardness: Hardness) -> AzureReader:
    """Open a subscription. Raises CredentialsRefused, also where it can't be seen."""
    endpoints = Endpoints.from_env()
    with contextlib.ExitStack() as until_it_is_ours:
        credential = open_credential(Reference.of(place.reference), endpoints)
        until_it_is_ours.callback(credential.close)
        found = _found(credential, place, endpoints)
        until_it_is_ours.pop_all()
    owner = Subscription(
        credential, endpoints, subscription=place.scope, tenant=found.tenant, hardness=hardness
    )
    return AzureReader(owner, place.modelled)


def whose(place: Place) -> str:
    """Return the subscription's name as the credentials see it. Raises CredentialsRefused."""
    endpoints = Endpoints.from_env()
    with open_credential(Reference.of(place.reference), endpoints) as credential:
        found = _found(credential, place, endpoints)
    return f"a reader of {found.name} in tenant {found.tenant}"


def _found(credential: TokenCredential, place: Place, endpoints: Endpoints) -> Found:
    check(credential, endpoints)
    tenant = Reference.of(place.reference).tenant
    return find(credential, endpoints, place.scope, tenant=tenant)


def visible(reference: Reference) -> tuple[str, list[Found]]:
    """Return the partition, and all subscriptions that can be seen. Raises CredentialsRefused."""
    endpoints = Endpoints.from_env()
    with open_credential(reference, endpoints) as credential:
        check(credential, endpoints)
        return endpoints.partition, list(every(credential, endpoints))
