"""Keys in key vaults, with how they are rotated.

Only what the control plane tells: earlier versions of a key, its uses and whether it belongs to a
certificate are known to its vault alone.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.managed import AzureManaged, common
from ingest.azure.vaults import VERSION, moment, stored
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault

KEYS = "Microsoft.KeyVault/vaults/keys/read"
LISTING = Child("keys", "/keys", VERSION, KEYS, listed=True)
# A listing leaves the policy out. A key that is not found was deleted just now: its is unread.
CHILDREN = (Child("key", "", VERSION, KEYS, none=()),)


class AzureKeyVaultKey(
    AzureManaged,
    service="Resources",
    lists=("Microsoft.KeyVault/vaults/read", KEYS),
    incarnation="id",
):
    """A key in a key vault."""

    is_enabled: bool | None = prop("It may be used.")
    expires_at: datetime.datetime | None = prop("When it ends; null where it never does.")
    not_before: datetime.datetime | None = prop("From when on it may be used.")
    updated_at: datetime.datetime | None = prop("When it was last changed.")
    recovery_level: str | None = prop("What becomes of it once deleted: `Recoverable`, ...")
    key_type: str | None = prop("`RSA`, `EC`, or with `-HSM` where hardware holds it.", reads=KEYS)
    key_size: int | None = prop("Bits of an RSA key.", reads=KEYS)
    curve: str | None = prop("Curve of an elliptic key: `P-256`, ...", reads=KEYS)
    operations: list[str] = prop("What it may be used for: `sign`, `wrapKey`, ...", reads=KEYS)
    is_rotated: bool = prop("A policy makes a new version of it by itself.", reads=KEYS)
    rotated_after: str | None = prop(
        "How long after it was made it is rotated: `P90D`; null where that is not how it is told.",
        reads=KEYS,
    )
    rotated_before_expiry: str | None = prop(
        "How long before it ends it is rotated: `P30D`; null where that is not how it is told.",
        reads=KEYS,
    )
    vault: Ref[AzureKeyVault] = edge("STORED_IN", "Vault it is in.")


def fetch(azure: Azure) -> Records[AzureKeyVaultKey]:
    """Yield the keys of all vaults."""
    return azure.records(read, stored(azure, LISTING), CHILDREN)


def read(azure: Azure, item: Item) -> AzureKeyVaultKey:  # noqa: ARG001 - every `read` takes both
    """Make the record of one key."""
    said: Json = item.get("properties.attributes") or {}
    key = item.part("key")
    fields = common(item)
    fields["created_at"] = moment(said.get("created"))
    return AzureKeyVaultKey(
        **fields,
        is_enabled=said.get("enabled"),
        expires_at=moment(said.get("exp")),
        not_before=moment(said.get("nbf")),
        updated_at=moment(said.get("updated")),
        recovery_level=said.get("recoveryLevel"),
        key_type=key.get("properties.kty"),
        key_size=key.get("properties.keySize"),
        curve=key.get("properties.curveName"),
        operations=key.read(lambda k: list(dig(k, "properties.keyOps") or ())),
        is_rotated=key.read(lambda k: _rotation(k) is not None),
        rotated_after=key.read(lambda k: dig(_rotation(k), "trigger.timeAfterCreate")),
        rotated_before_expiry=key.read(lambda k: dig(_rotation(k), "trigger.timeBeforeExpiry")),
        vault=Ref(item["within"].lower()),
    )


def _rotation(key: Json) -> Json | None:
    """Return what rotates a key, beside what only gives notice of its end."""
    actions = dig(key, "properties.rotationPolicy.lifetimeActions") or ()
    return next((a for a in actions if str(dig(a, "action.type")).lower() == "rotate"), None)
