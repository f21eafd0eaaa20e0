"""Notification channels of Cloud Monitoring: the ways by which alerts reach people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, text
from ingest.items import Item, dig
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

HOST = "//monitoring.googleapis.com/"
UNVERIFIED, VERIFIED = "UNVERIFIED", "VERIFIED"


class GcpNotificationChannel(
    GcpManaged,
    service="cloudasset",
    native="monitoring.googleapis.com/NotificationChannel",
    lists="cloudasset.assets.listResource",
    redact=(
        "data.labels.auth_token",
        "data.labels.password",
        "data.labels.service_key",
        "data.labels.url",
        "data.sensitiveLabels",
    ),
):
    """A notification channel. Its labels are where it leads, and its user labels are its tags."""

    resource_name: str = prop("What commands call it: `projects/p/notificationChannels/1`.")
    kind: str | None = prop("`email`, `sms`, `slack`, `pagerduty`, `webhook_tokenauth`, ...")
    address: str | None = prop(
        "E-mail address that it writes to; null where it is of another kind."
    )
    is_enabled: bool | None = prop("It forwards alerts; null where Google does not say.")
    is_verified: bool | None = prop(
        "Whoever it leads to has shown to have it; null where its kind asks for no such thing."
    )
    delivers: bool = prop("It is not switched off, and nothing about it waits for being verified.")


def fetch(gcp: Gcp) -> Records[GcpNotificationChannel]:
    """Yield the project's channels."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpNotificationChannel:
    """Make the record of one channel."""
    said = data(item)
    shared = common(
        gcp, item, name=text(said.get("displayName")) or "", labels_at="data.userLabels"
    )
    status = said.get("verificationStatus")
    return GcpNotificationChannel(
        **shared,
        resource_name=shared["full_name"].removeprefix(HOST),
        kind=text(said.get("type")),
        address=text(dig(said, "labels.email_address")),
        is_enabled=flag(said.get("enabled")),
        delivers=flag(said.get("enabled")) is not False and status != UNVERIFIED,
        is_verified=status == VERIFIED if status in {VERIFIED, UNVERIFIED} else None,
    )
