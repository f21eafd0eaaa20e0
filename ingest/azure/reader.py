"""Read an Azure subscription: what the rest of the product knows of Azure goes through here."""

from __future__ import annotations

import contextlib

from azure.core.credentials import TokenCredential

from ingest.azure.client import Azure, Subscription
from ingest.azure.credentials import Reference, check, open_credential
from ingest.azure.endpoints import Endpoints
from ingest.azure.subscriptions import Found, below, every, find
from ingest.cloud import Hardness, Place
from ingest.identity import Scope
from ingest.inventoried import GLOBAL, InventoryReader


class AzureReader(InventoryReader[Subscription]):
    """A subscription that is open."""


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
    scope = Scope(
        cloud="azure", partition=owner.partition, account=owner.subscription, region=GLOBAL,
        above=owner.tenant.lower(),
    )  # fmt: skip
    return AzureReader(owner, Azure, scope, place.modelled)


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


def visible(
    reference: Reference, *, management_group: str | None = None
) -> tuple[str, list[Found]]:
    """Return the partition, and all subscriptions that can be seen. Raises CredentialsRefused.

    Of a management group all that are below it, with those that can't be read, left out.
    """
    endpoints = Endpoints.from_env()
    with open_credential(reference, endpoints) as credential:
        check(credential, endpoints)
        there = list(every(credential, endpoints))
        if management_group is None:
            return endpoints.partition, there
        return endpoints.partition, below(credential, endpoints, management_group, there)
