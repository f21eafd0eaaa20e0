"""Identities as their issuer names them: who another cloud's identity is, from both sides.

Clouds let each other's workloads in by tokens: one trusts an issuer, and a subject or a client of
it; the other has the tenant, service account or principal that those tokens speak of. Both point at
the identity, so that they are found whichever was read first. Nothing lists them: see
`ingest.internet.public_address`.

An issuer has one spelling here: without scheme and slash at its end, and a tenant of Entra ID is
one whichever version of its tokens is meant. Subjects are as they are said: their case counts.
"""

from __future__ import annotations

import re
from typing import Any

from ingest.model import Ref, Resource, key, prop

SCHEME = "identity"
GOOGLE = "accounts.google.com"
ENTRA = "login.microsoftonline.com"
TENANT = re.compile(
    r"^(?:sts\.windows\.net|sts\.chinacloudapi\.cn|login\.microsoftonline\.(?:com|us)"
    r"|login\.chinacloudapi\.cn|login\.partner\.microsoftonline\.cn)"
    r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/v2\.0)?$"
)


class ExternalIdentity(Resource, scheme=SCHEME):
    """An issuer of tokens, or one subject of its, as clouds know it that trust it."""

    uid: str = key("`identity:`, the issuer and, for one subject of it, `#` and the subject.")
    issuer: str = prop(
        "Who signs for it: `accounts.google.com`, `login.microsoftonline.com/{tenant}`.",
        indexed=True,
    )
    subject: str | None = prop("Whom it signs for; null for the issuer as a whole.", indexed=True)


def of(uid: str) -> ExternalIdentity:
    """Make the record of an identity."""
    name = uid.removeprefix(f"{SCHEME}:")
    issuer, _, subject = name.partition("#")
    return ExternalIdentity(
        uid=uid, name=name, created_at=None, raw={}, issuer=issuer, subject=subject or None
    )


def issuer_of(said: str) -> str:
    """Return an issuer in its one spelling, from its address, or the end of a provider's ARN."""
    host, slash, path = (
        said.strip().partition("://")[2].partition("/")
        if "://" in said
        else (said.strip().partition("/"))
    )
    issuer = (host.lower() + slash + path).rstrip("/")
    if tenant := TENANT.match(issuer.lower()):
        return f"{ENTRA}/{tenant[1]}"
    return issuer


def identity_ref(
    issuer: Any, subject: Any = None, props: dict[str, Any] | None = None
) -> Ref[ExternalIdentity] | None:
    """Return what points at an issuer, or a subject of it; None where the issuer is none."""
    if not isinstance(issuer, str) or not issuer.strip():
        return None
    found = issuer_of(issuer)
    # Ids of Entra ID's objects are the same in any casing.
    said = str(subject).lower() if subject and found.startswith(ENTRA) else subject
    return Ref(f"{SCHEME}:{found}" + (f"#{said}" if said else ""), props)


def tenant_issuer(tenant: str) -> str:
    """Return the issuer that a tenant of Entra ID is."""
    return f"{ENTRA}/{tenant.lower()}"


def google_people(customer: str) -> Ref[ExternalIdentity] | None:
    """Return what points at the issuer that a customer of Workspace or Cloud Identity is by SAML.

    Its people's assertions have this for their issuer; tokens of Google's have none of a customer.
    """
    return identity_ref(f"{GOOGLE}/o/saml2?idpid={customer}")
