"""Find the subscriptions that credentials may read: one that can't be seen is refused, not empty.

Resource Graph says nothing of a subscription that one may not read: it would seem to hold nothing.
Nor does the list of subscriptions; only a management group tells what is below it, be it readable
or not.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from urllib.parse import quote

import azure.core.exceptions
from azure.core.credentials import TokenCredential
from azure.core.rest import HttpRequest

from ingest.azure.client import pipeline
from ingest.azure.endpoints import Endpoints
from ingest.azure.refused import refusal
from ingest.items import dig
from ingest.model import Json
from ingest.refusal import CredentialsRefused

VERSION, GROUPS_VERSION = "2022-12-01", "2020-05-01"
SUBSCRIPTION = "/subscriptions/"
UNREADABLE = "not readable: it needs the role Reader on it or above it"
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


def below(
    credential: TokenCredential, endpoints: Endpoints, group: str, there: Sequence[Found]
) -> list[Found]:
    """Return the subscriptions below a management group, by its id, of those that are `there`.

    One that is not is left out by name: it is unread, not absent. Raises CredentialsRefused.
    """
    known = {found.id.lower(): found for found in there}
    return [
        known.get(id_) or Found(id=id_, name=name, tenant="", left_out=UNREADABLE)
        for id_, name in _descendants(credential, endpoints, group)
    ]


def _descendants(
    credential: TokenCredential, endpoints: Endpoints, group: str
) -> Iterator[tuple[str, str]]:
    """Yield (id, name) of the subscriptions below a management group, at whatever depth."""
    call = "Microsoft.Management/managementGroups/descendants"
    path = f"/providers/Microsoft.Management/managementGroups/{quote(group, safe='')}/descendants"
    following: str | None = f"{path}?api-version={GROUPS_VERSION}"
    while following:
        try:
            page = _get(credential, endpoints, following)
        except azure.core.exceptions.AzureError as error:
            refused = refusal(f"arm:{call}", error)
            raise CredentialsRefused(
                f"what is below the management group {group} can't be listed: {refused.error}; "
                f"check its id, and give the identity the role Reader on it"
            ) from None
        for entry in page.get("value") or []:
            id_ = str(entry.get("id") or "")
            if id_.lower().startswith(SUBSCRIPTION):
                name = dig(entry, "properties.displayName")
                yield id_.rsplit("/", 1)[-1].lower(), str(name or entry.get("name") or id_)
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
