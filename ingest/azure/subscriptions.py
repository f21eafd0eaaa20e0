"""Find the subscriptions that credentials may read: one that can't be seen is refused, not empty.

Resource Graph says nothing of a subscription that one may not read: it would seem to hold nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import azure.core.exceptions
from azure.core.credentials import TokenCredential
from azure.core.rest import HttpRequest

from ingest.azure.client import pipeline
from ingest.azure.endpoints import Endpoints
from ingest.azure.refused import refusal
from ingest.model import Json
from ingest.refusal import CredentialsRefused

VERSION = "2022-12-01"
ENABLED = frozenset({"Enabled", "Warned", "PastDue"})
WAY_OUT = "give the identity the role Reader on the subscription or above it"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Found:
    """A subscription; `left_out` says why it is not to be read."""

    id: str
    name: str
    tenant: str
    left_out: str | None = None


def find(
    credential: TokenCredential, endpoints: Endpoints, subscription: str, *, tenant: str | None
) -> Found:
    """Return a subscription. Raises CredentialsRefused where it is not to be seen or elsewhere."""
    try:
        said = _get(credential, endpoints, f"/subscriptions/{subscription}?api-version={VERSION}")
    except azure.core.exceptions.AzureError as error:
        refused = refusal("arm:Microsoft.Resources/subscriptions", error)
        raise CredentialsRefused(
            f"the subscription {subscription} can't be read: {refused.error}; {WAY_OUT}"
        ) from None
    found = _found(said)
    if tenant and found.tenant and found.tenant != tenant:
        raise CredentialsRefused(
            f"the subscription {subscription} is of tenant {found.tenant}, not {tenant}"
        )
    return found


def every(credential: TokenCredential, endpoints: Endpoints) -> Iterator[Found]:
    """Yield all subscriptions that the credentials see. Raises CredentialsRefused."""
    following: str | None = f"/subscriptions?api-version={VERSION}"
    while following:
        try:
            page = _get(credential, endpoints, following)
        except azure.core.exceptions.AzureError as error:
            refused = refusal("arm:Microsoft.Resources/subscriptions", error)
            raise CredentialsRefused(
                f"the subscriptions can't be listed: {refused.error}; {WAY_OUT}"
            ) from None
        yield from (_found(entry) for entry in page.get("value") or [])
        following = (page.get("nextLink") or "").removeprefix(endpoints.arm) or None


def _get(credential: TokenCredential, endpoints: Endpoints, path: str) -> Json:
    with pipeline(credential, endpoints.arm, endpoints.arm_scope) as client:
        response = client.send_request(HttpRequest("GET", endpoints.arm + path))
        response.raise_for_status()
        body: Json = response.json()
        return body


def _found(said: Json) -> Found:
    state = str(said.get("state") or "")
    return Found(
        id=said["subscriptionId"], name=said.get("displayName") or said["subscriptionId"],
        tenant=said.get("tenantId") or "", left_out=None if state in ENABLED else state.lower(),
    )  # fmt: skip
