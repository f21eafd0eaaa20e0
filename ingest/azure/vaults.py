"""Find the key vault that a reference means: by its address, which is all that others say of it.

What stands in vaults is listed by Azure Resource Manager, which tells of keys and secrets when they
end and whether they are on, and never what they are: no right to a vault's data is asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ingest.azure.managed import placed
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.azure.child import Child
    from ingest.azure.client import Azure

VAULTS = "microsoft.keyvault/vaults"
VERSION = "2023-07-01"


def vault_ref(azure: Azure, address: Any) -> Ref[Any] | None:
    """Return what points at the vault of a key's or vault's address, None where there is none.

    A vault of another subscription is known by its address alone.
    """
    if not isinstance(address, str) or not address:
        return None
    parts = urlsplit(address if "://" in address else f"https://{address}")
    base = f"https://{parts.netloc.lower()}"
    return Ref(azure.ids(VAULTS, "properties.vaultUri").get(base, base))


def key_ref(azure: Azure, address: Any, name: Any = None) -> Ref[Any] | None:
    """Return what points at a key, whatever its version; None where there is none.

    `name` is the key's, where `address` is only that of its vault.
    """
    vault = vault_ref(azure, address)
    if not name and isinstance(address, str):
        name = address.partition("/keys/")[2].split("/", maxsplit=1)[0]
    if vault is None or not isinstance(name, str) or not name:
        return None
    return Ref(f"{vault.uid}/keys/{name.lower()}")


def stored(azure: Azure, child: Child) -> Iterator[Json]:
    """Yield what a listing below each vault has, as `placed` there."""
    for vault, entry in azure.each(azure.rows(VAULTS), child):
        yield placed(entry, vault)


def moment(said: Any) -> datetime.datetime | None:
    """Return a time that Azure writes as seconds since 1970, None where it is none."""
    if isinstance(said, bool) or not isinstance(said, int | float):
        return None
    return datetime.datetime.fromtimestamp(said, datetime.UTC)
