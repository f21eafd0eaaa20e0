"""The keys of MySQL and PostgreSQL flexible servers: one for data, one for backups elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.vaults import vault_ref
from ingest.items import dig
from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.azure.client import Azure


def vault_refs(azure: Azure, encryption: Any) -> list[Ref[Any]]:
    """Return what points at the vaults of a server's keys, each once."""
    found = (vault_ref(azure, dig(encryption, k)) for k in ("primaryKeyURI", "geoBackupKeyURI"))
    return list({vault.uid: vault for vault in found if vault is not None}.values())
