"""Whom of other issuers a policy means: its members that come by way of a workload identity pool.

A member is a subject of a pool, or all who have an attribute there, or the whole pool. What a
subject or an attribute stands for is up to what the pool's providers make of a token. Told are two
things that this leaves no doubt of: a role of AWS, of which the member has the ARN that AWS gives
to its sessions; and a subject of an issuer, where the provider takes the token's own.

Left out: roles that AWS keeps under a path, which their sessions' ARNs do not have; the pools that
Google itself keeps for clusters; and workforce pools, whose members are people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ingest.gcp.managed import text
from ingest.internet.external_identity import identity_ref
from ingest.items import dig
from ingest.model import Json

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

PROVIDER = "iam.googleapis.com/WorkloadIdentityPoolProvider"
MEMBER = re.compile(
    r"^principal(?:Set)?://iam\.googleapis\.com"
    r"/(projects/[^/]+/locations/[^/]+/workloadIdentityPools/([^/]+))/(.+)$"
)
CLUSTERS = ".svc.id.goog"
SUBJECT = "subject/"
ASSUMED = re.compile(r"/arn:(aws[a-z-]*):sts::(\d{12}):assumed-role/([^/]+)")
TAKEN_AS_IT_IS = "assertion.sub"


def ends(gcp: Gcp, member: str) -> Iterator[str]:
    """Yield the uids of what a member means: its pool, and whom of it where that is told."""
    found = MEMBER.match(member)
    if found is None or found[2].endswith(CLUSTERS):
        return
    pool = gcp.uid(f"//iam.googleapis.com/{found[1]}")
    if pool is None:
        return
    yield pool
    whom = found[3]
    if role := ASSUMED.search("/" + whom):
        yield f"arn:{role[1]}:iam::{role[2]}:role/{role[3]}"
    elif whom.startswith(SUBJECT):
        for issuer in gcp.issuers().get(pool, ()):
            subject = identity_ref(issuer, whom.removeprefix(SUBJECT))
            if subject is not None:
                yield subject.uid


def issuers(gcp: Gcp, rows: Iterable[Any]) -> Mapping[str, list[str]]:
    """Return by pool the issuers whose subjects are the pool's own, from the rows of providers."""
    found: dict[str, list[str]] = {}
    for row in rows:
        said = dig(row, "data")
        pool = pool_of(gcp.uid(dig(row, "name")))
        issuer = text(dig(said, "oidc.issuerUri"))
        if pool and issuer and _subject(said) == TAKEN_AS_IT_IS:
            found.setdefault(pool, []).append(issuer)
    return found


def pool_of(provider: str | None) -> str | None:
    """Return the uid of the pool that a provider is of, None where its name has none."""
    pool, mark, _ = (provider or "").rpartition("/providers/")
    return pool if mark else None


def _subject(said: Json) -> str | None:
    """Return what a provider takes for the subject; its name has a dot, which no path can have."""
    mapping = dig(said, "attributeMapping")
    return text(mapping.get("google.subject")) if isinstance(mapping, Mapping) else None
