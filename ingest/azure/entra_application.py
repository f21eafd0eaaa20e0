"""Applications that are registered in a tenant, and how long their credentials are good for.

Whose tokens are as good as a credential (federated ones) comes with the listing: there may be
twenty of an application, so that none is left for a page of its own.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.azure.federation import credentials, issuers, known_as
from ingest.azure.managed import object_uid, time
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.internet.external_identity import ExternalIdentity

FIELDS = "id,appId,displayName,createdDateTime,signInAudience,passwordCredentials,keyCredentials"


class EntraApplication(
    Resource,
    service="graph",
    lists="Application.Read.All",
    is_shared=True,
    redact=["passwordCredentials.*.hint", "passwordCredentials.*.secretText"],
):
    """An application that is registered in Entra ID."""

    id: str = key("`/directoryobjects/` and its object id.")
    tenant: str = prop("Id of its tenant.")
    app_id: str | None = prop("Id that it signs in with.", indexed=True)
    audience: str | None = prop("Whose accounts may sign in to it: `AzureADMyOrg`, ...")
    secrets_end: list[datetime] = prop("When each of its client secrets ends.")
    certificates_end: list[datetime] = prop("When each of its certificates ends.")
    longest_secret_days: int | None = prop(
        "Days that its longest client secret is good for in all; null where it has none."
    )
    known_as: list[Ref[ExternalIdentity]] = edge(
        "IDENTIFIED_BY", "What it is to those outside of its tenant who trust it."
    )
    identities: list[Ref[ExternalIdentity]] = edge(
        "TRUSTS_IDENTITY", "Identities of other issuers that may sign in as it."
    )
    issuers: list[Ref[ExternalIdentity]] = edge(
        "TRUSTS_ISSUER", "Issuers whose tokens, for one of these, are taken."
    )


def fetch(azure: Azure) -> Records[EntraApplication]:
    """Yield the tenant's applications."""
    path = f"/applications?$select={FIELDS}&$expand=federatedIdentityCredentials&$top=999"
    return azure.records(read, azure.directory(path))


def read(azure: Azure, item: Item) -> EntraApplication:
    """Make the record of one application."""
    secrets: list[Json] = item.get("passwordCredentials") or []
    return EntraApplication(
        id=object_uid(item["id"]),
        name=item.get("displayName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw=item.raw,
        tenant=azure.tenant,
        app_id=item.get("appId"),
        audience=item.get("signInAudience"),
        secrets_end=_ends(secrets),
        certificates_end=_ends(item.get("keyCredentials") or []),
        longest_secret_days=max((days for s in secrets if (days := _days(s)) is not None),
                                default=None),
        known_as=known_as(azure.tenant, item.get("appId")),
        identities=credentials(item.get("federatedIdentityCredentials") or ()),
        issuers=issuers(item.get("federatedIdentityCredentials") or ()),
    )  # fmt: skip


def _ends(credentials: list[Json]) -> list[datetime]:
    return sorted(end for c in credentials if (end := time(c.get("endDateTime"))) is not None)


def _days(secret: Json) -> int | None:
    start, end = time(secret.get("startDateTime")), time(secret.get("endDateTime"))
    return None if start is None or end is None else (end - start).days
