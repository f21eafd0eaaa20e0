"""Find the key vault that a reference means: by its address, which is all that others say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.azure.client import Azure

VAULTS = "microsoft.keyvault/vaults"


def vault_ref(azure: Azure, address: Any) -> Ref[Any] | None:
    """Return what points at the vault of a key's or vault's address, None where there is none.

    A vault of another subscription is known by its address alone.
    """
    if not isinstance(address, str) or not address:
        return None
    parts = urlsplit(address if "://" in address else f"https://{address}")
    base = f"https://{parts.netloc.lower()}"
    return Ref(azure.ids(VAULTS, "properties.vaultUri").get(base, base))
