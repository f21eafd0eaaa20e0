"""Service accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.asset_types import SERVICE_ACCOUNT
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, flag, text
from ingest.gcp.names import service_account_uid
from ingest.internet.external_identity import GOOGLE, identity_ref
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.internet.external_identity import ExternalIdentity

DEFAULT = ("-compute@developer.gserviceaccount.com", "@appspot.gserviceaccount.com")


class GcpServiceAccount(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native=SERVICE_ACCOUNT,
    lists="cloudasset.assets.listResource",
    incarnation="unique_id",
):
    """A service account.

    Its uid has the e-mail, by which all others mean it, and no project: an e-mail is one account's.
    """

    email: str = prop("Its e-mail.", indexed=True)
    unique_id: str | None = prop("Number that no later account of its e-mail has.")
    display_name: str | None = prop("What people call it.")
    description: str | None = prop("What people say of it.")
    is_disabled: bool = prop("It can't be used.")
    is_default: bool = prop("Compute Engine or App Engine made it for the project.")
    known_as: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "What it is to those outside of Google Cloud who trust it."
    )


def fetch(gcp: Gcp) -> Records[GcpServiceAccount]:
    """Yield the project's service accounts."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpServiceAccount:
    """Make the record of one service account."""
    said = data(item)
    email: str = said["email"]
    number = text(said.get("uniqueId"))
    return GcpServiceAccount(
        **common(gcp, item, full_name=service_account_uid(email)),
        **governed(gcp, item),
        email=email,
        unique_id=number,
        display_name=text(said.get("displayName")),
        description=text(said.get("description")),
        is_disabled=flag(said.get("disabled")) is True,
        known_as=identity_ref(GOOGLE, number) if number else None,
        is_default=email.endswith(DEFAULT),
    )
