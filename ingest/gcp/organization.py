"""The organization that a project belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.asset_types import ORGANIZATION
from ingest.gcp.governed import GcpAudited, audited
from ingest.gcp.managed import data, made_at, text
from ingest.internet.external_identity import google_people
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, key, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.internet.external_identity import ExternalIdentity


class GcpOrganization(
    GcpAudited,
    service="cloudasset",
    native=ORGANIZATION,
    lists="cloudasset.assets.listResource",
    is_shared=True,
):
    """An organization: what stands above all folders and projects of a company."""

    full_name: str = key("Full resource name of the organization.")
    account: str = prop("The organization itself: `organizations/1`.")
    state: str | None = prop("`ACTIVE`, `DELETE_REQUESTED`.")
    customer: str | None = prop("Id of the Cloud Identity or Workspace customer that it is of.")
    known_as: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "The issuer that it is to those whom its people sign in to by SAML."
    )


def fetch(gcp: Gcp) -> Records[GcpOrganization]:
    """Yield the organization, where the project is in one."""
    return gcp.records(read, gcp.above(), with_policy=True, above=True)


def read(gcp: Gcp, item: Item) -> GcpOrganization:
    """Make the record of the organization."""
    said = data(item)
    uid = gcp.uid(item["name"])
    if uid is None:
        raise ValueError("name")
    customer = text(dig(said, "owner.directoryCustomerId")) or text(said.get("directoryCustomerId"))
    return GcpOrganization(
        **audited(gcp, item),
        full_name=uid,
        name=text(said.get("displayName")) or uid.rsplit("/", 1)[-1],
        created_at=made_at(item),
        raw=item.raw,
        account=f"organizations/{uid.rsplit('/', 1)[-1]}",
        state=text(said.get("lifecycleState")) or text(said.get("state")),
        customer=customer,
        known_as=google_people(customer) if customer else None,
    )
