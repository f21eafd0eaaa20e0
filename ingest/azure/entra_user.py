"""Users of Entra ID, with the second factors that they have registered.

What they have registered comes in a report of its own, read once for all users; without a premium
licence the tenant has none. When they last signed in is not read: asked for without that licence
it makes the whole listing fail.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ingest.azure.managed import object_uid, time
from ingest.fanout import made
from ingest.items import Answer, Item, dig
from ingest.model import Json, Records, Resource, Unread, key, prop
from ingest.refusal import Refused

if TYPE_CHECKING:
    from ingest.azure.client import Azure

FIELDS = (
    "id,displayName,userPrincipalName,userType,accountEnabled,createdDateTime,onPremisesSyncEnabled"
)
REPORT = "/reports/authenticationMethods/userRegistrationDetails"
AUDIT = "AuditLog.Read.All"


class EntraUser(Resource, service="graph", lists="User.Read.All", is_shared=True):
    """A user of Entra ID."""

    id: str = key("`/directoryobjects/` and its object id.")
    tenant: str = prop("Id of its tenant.")
    principal_name: str | None = prop("Name that it signs in with.", indexed=True)
    kind: str | None = prop("`Member`, or `Guest` of another tenant.")
    is_enabled: bool | None = prop("It may sign in.")
    is_synchronized: bool | None = prop("It comes from a directory of its company's own.")
    is_mfa_registered: bool | None = prop(
        "A second factor is registered; null where the report leaves it out.", reads=AUDIT
    )
    methods: list[str] = prop(
        "Ways to sign in that it has registered: `microsoftAuthenticatorPush`.", reads=AUDIT
    )


def fetch(azure: Azure) -> Records[EntraUser]:
    """Yield the tenant's users."""
    registered, refused = _report(azure)
    users = azure.directory(f"/users?$select={FIELDS}&$top=999")
    items = (
        Item(
            body=user,
            answers={
                "registration": Answer(body=registered.get(dig(user, "id"), {}), refused=refused)
            },
        )
        for user in users
    )
    return made(read, azure, items)


def _report(azure: Azure) -> tuple[Mapping[str, Json], Unread | None]:
    """Return what each user has registered by object id, or why that could not be read."""
    asked = f"{REPORT}?$select=id,isMfaRegistered,methodsRegistered"
    try:
        return {entry["id"]: entry for entry in azure.directory(asked)}, None
    except Refused as refused:
        return {}, Unread(call=refused.call, permission=AUDIT, error=refused.error)


def read(azure: Azure, item: Item) -> EntraUser:
    """Make the record of one user."""
    registration = item.part("registration")
    return EntraUser(
        id=object_uid(item["id"]),
        name=item.get("displayName") or item.get("userPrincipalName") or item["id"],
        created_at=time(item.get("createdDateTime")),
        raw=item.raw,
        tenant=azure.tenant,
        principal_name=item.get("userPrincipalName"),
        kind=item.get("userType"),
        is_enabled=item.get("accountEnabled"),
        is_synchronized=item.get("onPremisesSyncEnabled"),
        is_mfa_registered=registration.get("isMfaRegistered"),
        methods=registration.get("methodsRegistered", []),
    )
