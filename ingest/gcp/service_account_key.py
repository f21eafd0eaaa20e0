"""Keys of service accounts: those that Google keeps and changes, and those that people do."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, service_account_ref, text, time
from ingest.gcp.names import SERVICE_ACCOUNTS
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.service_account import GcpServiceAccount

USER_MANAGED, UPLOADED = "USER_MANAGED", "USER_PROVIDED"
FOR_GOOD = 9999  # the year in which keys end that do not


class GcpServiceAccountKey(
    GcpManaged,
    service="cloudasset",
    native="iam.googleapis.com/ServiceAccountKey",
    lists="cloudasset.assets.listResource",
):
    """A key of a service account: whoever has it is the account."""

    key_id: str = prop("Its id within the account.")
    account_email: str | None = prop("E-mail of its account; null where Google does not say.")
    is_user_managed: bool | None = prop(
        "People keep it and have to change it; false where Google does both; null where it does "
        "not say."
    )
    is_uploaded: bool | None = prop(
        "It was made elsewhere and its public part uploaded; null where Google does not say."
    )
    algorithm: str | None = prop("`KEY_ALG_RSA_2048`, ...")
    is_disabled: bool = prop("It can't be used.")
    valid_after: datetime.datetime | None = prop("When it begins to be valid.")
    valid_before: datetime.datetime | None = prop(
        "When it ceases to be valid; null where it never does, or Google does not say."
    )
    expires: bool | None = prop("It ceases to be valid; null where Google does not say.")
    service_account: Ref[GcpServiceAccount] | None = edge("KEY_OF", "Account that it is a key of.")


def fetch(gcp: Gcp) -> Records[GcpServiceAccountKey]:
    """Yield the keys of the project's service accounts."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpServiceAccountKey:
    """Make the record of one key."""
    said = data(item)
    shared = common(gcp, item)
    kind, origin = text(said.get("keyType")), text(said.get("keyOrigin"))
    end = time(said.get("validBeforeTime"))
    expires = None if end is None else end.year < FOR_GOOD
    # The asset is named by the account's number, the key itself by its e-mail.
    account = next(
        (
            found
            for name in (said.get("name"), item["name"])
            if isinstance(name, str)
            and (found := service_account_ref(gcp, name.partition("/keys/")[0]))
        ),
        None,
    )
    return GcpServiceAccountKey(
        **shared,
        key_id=shared["name"],
        account_email=None if account is None else account.uid.removeprefix(SERVICE_ACCOUNTS),
        is_user_managed=None if kind is None else kind == USER_MANAGED,
        is_uploaded=None if origin is None else origin == UPLOADED,
        algorithm=text(said.get("keyAlgorithm")),
        is_disabled=flag(said.get("disabled")) is True,
        valid_after=time(said.get("validAfterTime")),
        valid_before=end if expires else None,
        expires=expires,
        service_account=account,
    )
