"""Certificates of load balancers, but for those of Certificate Manager."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, text, texts, time
from ingest.items import Item, dig
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

MANAGED = "MANAGED"


class GcpSslCertificate(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/SslCertificate", "compute.googleapis.com/RegionSslCertificate",
    ),
    lists="cloudasset.assets.listResource",
    redact=("data.privateKey", "data.selfManaged.privateKey"),
    incarnation="certificate_id",
):  # fmt: skip
    """A certificate that load balancers show."""

    certificate_id: str | None = prop("Number that no later certificate of its name has.")
    is_managed: bool = prop("Google gets and renews it.")
    domains: list[str] = prop("Names that it is for.")
    expires_at: datetime.datetime | None = prop(
        "When it is valid no more; null where Google has not got it yet."
    )
    status: str | None = prop(
        "`ACTIVE`, `PROVISIONING`, `RENEWAL_FAILED`, ...; null where people take care of it."
    )


def fetch(gcp: Gcp) -> Records[GcpSslCertificate]:
    """Yield the project's certificates."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpSslCertificate:
    """Make the record of one certificate."""
    said = data(item)
    named = texts(dig(said, "managed") or {}, "domains")
    return GcpSslCertificate(
        **common(gcp, item),
        certificate_id=text(said.get("id")),
        is_managed=said.get("type") == MANAGED,
        domains=texts(said, "subjectAlternativeNames") or named,
        expires_at=time(said.get("expireTime")),
        status=text(dig(said, "managed.status")),
    )
