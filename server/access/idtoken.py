"""Check an ID token: that our provider made it, for us, now, and for this very login.

Signatures are verified by joserfc, with a key that the provider's own key set holds under the
token's `kid`, and with nothing else: keys that a token brings along or points to make it refused.
The algorithms are those with a public key; `none` and those of shared secrets are not among them.
A key is good for the algorithms of its kind only, so a token cannot choose how its key is used.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

SigningKey: TypeAlias = RSAKey | ECKey

RSA = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
CURVES = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}
ALGORITHMS = (*RSA, *CURVES)
LEAST_RSA_BITS = 2_048
FOREIGN = ("jku", "jwk", "x5u", "x5c", "crit", "b64", "enc", "zip")  # headers of a key of its own
LEEWAY = 60.0  # seconds that the provider's clock may differ from ours
OLDEST = 3_600.0  # seconds since it was made; it comes straight from the provider
MOST_BYTES = 64 * 1024
MOST_SUBJECT = 255  # characters, by the standard
PARTS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class BadIdToken(Exception):
    """An ID token is not to be believed; the message says why, for the log and not for callers."""


class Keys(Protocol):
    """Where the provider's keys come from."""

    def key(self, kid: str) -> SigningKey:
        """Return the key of this id. Raises BadIdToken."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Expected:
    """What the token of one login has to say."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str | None
    now: float


def check(token: str, keys: Keys, expected: Expected) -> Mapping[str, Any]:
    """Return the claims of a token that is to be believed. Raises BadIdToken."""
    if len(token) > MOST_BYTES or not PARTS.fullmatch(token):
        raise BadIdToken("it is no signed token of three parts")
    header = _header(token)
    key = keys.key(header["kid"])
    _check_key(key, header["alg"])
    try:
        claims = jwt.decode(token, key, algorithms=[header["alg"]]).claims
    except (JoseError, ValueError, TypeError) as error:
        raise BadIdToken(f"its signature does not hold: {error}") from error
    _check_claims(claims, expected)
    _check_times(claims, expected.now)
    _check_access_token(claims, header["alg"], expected.access_token)
    return claims


def _header(token: str) -> dict[str, Any]:
    part = token.partition(".")[0]
    try:
        said = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError) as error:
        raise BadIdToken("its header can't be read") from error
    if not isinstance(said, dict):
        raise BadIdToken("its header is no object")
    if said.get("alg") not in ALGORITHMS:
        raise BadIdToken(f"its algorithm is {said.get('alg')!r}")
    if brought := sorted(set(FOREIGN) & set(said)):
        raise BadIdToken(f"it brings {', '.join(brought)}")
    if not isinstance(said.get("kid"), str) or not said["kid"]:
        raise BadIdToken("it names no key")
    if str(said.get("typ", "JWT")).upper() != "JWT":
        raise BadIdToken(f"it is a {said['typ']!r}")
    return said


def _check_key(key: SigningKey, algorithm: str) -> None:
    if isinstance(key, RSAKey):
        if algorithm not in RSA or key.raw_value.key_size < LEAST_RSA_BITS:
            raise BadIdToken(f"its key is no RSA key for {algorithm}")
    elif CURVES.get(algorithm) != key.curve_name:
        raise BadIdToken(f"its key is no key for {algorithm}")
    if key.get("use", "sig") != "sig" or key.get("alg", algorithm) != algorithm:
        raise BadIdToken("its key is for something else")


def _check_claims(claims: Mapping[str, Any], expected: Expected) -> None:
    if claims.get("iss") != expected.issuer:
        raise BadIdToken(f"its issuer is {claims.get('iss')!r}")
    audience = claims.get("aud")
    meant = audience if isinstance(audience, list) else [audience]
    if expected.client_id not in meant:
        raise BadIdToken(f"it is meant for {audience!r}")
    party = claims.get("azp", expected.client_id if len(meant) == 1 else None)
    if party != expected.client_id:
        raise BadIdToken(f"it was made for {party!r}")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(
        nonce.encode(), expected.nonce.encode()
    ):
        raise BadIdToken("it is of another login")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= MOST_SUBJECT:
        raise BadIdToken("it has no subject")


def _check_times(claims: Mapping[str, Any], now: float) -> None:
    ends, made = _time(claims, "exp"), _time(claims, "iat")
    if ends is None or made is None:
        raise BadIdToken("it has no end or no beginning")
    if ends <= now - LEEWAY:
        raise BadIdToken("it has ended")
    if made > now + LEEWAY or made < now - OLDEST:
        raise BadIdToken("it was not made now")
    begins = _time(claims, "nbf")
    if begins is not None and begins > now + LEEWAY:
        raise BadIdToken("it is not good yet")


def _time(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadIdToken(f"its {name} is no time")
    return float(value)


def _check_access_token(claims: Mapping[str, Any], algorithm: str, token: str | None) -> None:
    """Check that the access token beside it is its own, where it says which one that is."""
    said = claims.get("at_hash")
    if said is None or token is None:
        return
    whole = hashlib.new(f"sha{algorithm[2:]}", token.encode(), usedforsecurity=True).digest()
    half = base64.urlsafe_b64encode(whole[: len(whole) // 2]).rstrip(b"=")
    if not isinstance(said, str) or not hmac.compare_digest(said.encode(), half):
        raise BadIdToken("another access token came with it")
