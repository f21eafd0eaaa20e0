"""Federated credentials, and what an identity of Entra ID is to those outside who trust it.

A federated credential lets in whoever holds a token of an issuer for a subject. Others trust a
tenant as an issuer, and in it a principal by its object's id or an application by the id that it
signs in with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ingest.internet.external_identity import ExternalIdentity, identity_ref, tenant_issuer
from ingest.model import Json, Ref


def credentials(entries: Iterable[Json]) -> list[Ref[ExternalIdentity]]:
    """Return what points at the identities that federated credentials let in, each once."""
    found = (identity_ref(entry.get("issuer"), entry.get("subject")) for entry in entries)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]


def issuers(entries: Iterable[Json]) -> list[Ref[ExternalIdentity]]:
    """Return what points at the issuers whose tokens federated credentials take, each once.

    Of an issuer's subjects its own cloud says nothing; who the issuer is, a cluster or a tenant,
    it does.
    """
    found = (identity_ref(entry.get("issuer")) for entry in entries)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]


def known_as(tenant: str, *ids: Any) -> list[Ref[ExternalIdentity]]:
    """Return what points at the identities that a tenant's tokens name by these ids."""
    issuer = tenant_issuer(tenant)
    found = (identity_ref(issuer, id_) for id_ in ids if isinstance(id_, str) and id_)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]
