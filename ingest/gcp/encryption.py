"""Whose key a disk, or what was made of one, is encrypted with."""

from __future__ import annotations

from ingest.gcp.managed import text
from ingest.model import Json

GOOGLE, MANAGED, SUPPLIED = "google", "customer-managed", "customer-supplied"
KEY_KINDS = (
    "Whose key it is encrypted with: `google`, `customer-managed` (a key of Cloud KMS) or "
    "`customer-supplied`."
)


def secrets_of(*keys: str) -> tuple[str, ...]:
    """Return the paths at which some keys of an asset may hold what opens them."""
    return tuple(f"data.{key}.{name}" for key in keys for name in ("rawKey", "rsaEncryptedKey"))


def key_kind(encryption: Json) -> str:
    """Return whose key it is: Google says nothing of its own."""
    if text(encryption.get("kmsKeyName")):
        return MANAGED
    return SUPPLIED if encryption else GOOGLE
