"""Read from a role's trust policy which identities of other issuers may take the role on.

A federated principal is an issuer of tokens: an OpenID Connect provider of the account, or one that
AWS knows by itself (`accounts.google.com`). What a statement demands of its tokens tells whom it
means: a subject, or the client that a token was made for. A statement that demands neither means
whoever the issuer signs for, and so does one that demands a subject by a pattern.

Of Google's tokens AWS takes the client for the audience where there is one, and a service account's
client is its own number; of Entra ID's, the audience is the application that is asked for, and says
nothing of who asks. Left out: SAML, whose assertions name people, and Cognito's pools.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.aws.policy import allows, listed, principals, statements
from ingest.internet.external_identity import ENTRA, GOOGLE, identity_ref, issuer_of
from ingest.model import Json, Ref

PROVIDER = ":oidc-provider/"
KNOWN = frozenset({GOOGLE, "www.amazon.com", "graph.facebook.com"})
EXACT = ("stringequals", "stringlike", "foranyvalue:stringequals", "foranyvalue:stringlike")
# Claims that say who asks, by issuer.
WHO = {GOOGLE: ("sub", "aud"), ENTRA: ("sub", "oid", "appid", "azp")}
CLAIMS = {"claims": "The claims by which trust policies mean it: `sub`, `aud`; none for an issuer."}


def identities(policy: Json | None) -> list[Ref[Any]]:
    """Return what points at the identities that a trust policy lets in."""
    found: dict[str, set[str]] = {}
    for statement in statements(policy):
        if allows(statement):
            for kind, name in principals(statement):
                if kind == "Federated" and (issuer := _issuer(name)):
                    for claim, subject in _meant(issuer, statement):
                        ref = identity_ref(issuer, subject)
                        if ref is not None:
                            found.setdefault(ref.uid, set()).update(filter(None, (claim,)))
    return [Ref(uid, {"claims": sorted(claims)}) for uid, claims in sorted(found.items())]


def _issuer(name: str) -> str | None:
    """Return a federated principal's issuer as conditions name it, None for what is no such."""
    if PROVIDER in name:
        return name.partition(PROVIDER)[2]
    return name if name in KNOWN else None


def _meant(issuer: str, statement: Json) -> Iterator[tuple[str | None, str | None]]:
    """Yield (claim, subject) of those that a statement means; none of either for everybody."""
    asked = _asked(issuer, statement.get("Condition") or {})
    found = issuer_of(issuer)
    who = WHO.get(found.partition("/")[0], ("sub",))
    named = [(claim, value) for claim in who for value in asked.get(claim, ())]
    if not named:
        yield None, None
    yield from named
    if found.startswith(ENTRA):
        yield from (("aud", value.rpartition("://")[2]) for value in asked.get("aud", ()))


def _asked(issuer: str, condition: Json) -> dict[str, list[str]]:
    """Return the values that a condition demands of the issuer's claims; patterns are left out.

    A claim that may also be another one, or absent, is demanded by nobody.
    """
    before = f"{issuer.lower()}:"
    found = {
        name.lower().removeprefix(before): listed(values)
        for operator, tests in condition.items()
        if operator.lower() in EXACT
        for name, values in tests.items()
        if name.lower().startswith(before)
    }
    return {name: values for name, values in found.items() if not _is_pattern(values)}


def _is_pattern(values: list[str]) -> bool:
    return any(mark in value for value in values for mark in "*?")
