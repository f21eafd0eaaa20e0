"""Sign people in at an OpenID Connect provider: authorization code, with PKCE, state and nonce.

Authlib makes the requests and httpx sends them; what is answered is checked by
`server.access.idtoken`.
The provider's document and keys are fetched when they are first needed and kept for an hour. A
token with a key that is not known has them fetched again, as after a rotation, but only a few times
a minute: somebody who sends odd tokens can't make us call the provider at will.

Left out: refreshing (a session ends by our own clock), the userinfo endpoint (roles come from the
ID token), and signing out at the provider.
"""

from __future__ import annotations

import collections
import dataclasses
import re
import secrets
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
from authlib.oauth2.auth import ClientAuth  # type: ignore[import-untyped] # ships no types
from authlib.oauth2.rfc6749.parameters import (  # type: ignore[import-untyped] # the same
    prepare_grant_uri,
    prepare_token_request,
)
from authlib.oauth2.rfc7636 import (  # type: ignore[import-untyped] # the same
    create_s256_code_challenge,
)
from joserfc import jwk
from joserfc.errors import JoseError

from server.access.idtoken import (
    CURVES,
    LEAST_RSA_BITS,
    BadIdToken,
    Expected,
    SigningKey,
    check,
)
from server.access.settings import OidcSettings, is_loopback
from server.access.store import now

CALL_SECONDS = 10.0
MOST_BYTES = 1024 * 1024
KEPT_SECONDS = 3_600.0
MOST_REFETCHES, REFETCH_SECONDS = 3, 60.0
MOST_KEYS = 1_000  # that a person carries
MOST_NAME = 200
EMAIL = "email:"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a1-\U0010ffff]")


class ProviderFailed(Exception):
    """The provider can't be reached, or answers what none should; the message is for the log."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Begun:
    """A login under way: where the browser goes, and what has to come back with it."""

    url: str
    state: str
    nonce: str
    verifier: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Person:
    """Who signed in: `keys` are what the file of roles gives roles by."""

    name: str
    keys: tuple[str, ...]


class Provider:
    """One provider, as its document describes it."""

    def __init__(self, settings: OidcSettings) -> None:
        self._settings = settings
        self._keys = ProviderKeys(self)
        self._lock = threading.Lock()
        self._document: Mapping[str, Any] = {}
        self._fetched = 0.0

    def begin(self, redirect_uri: str) -> Begun:
        """Begin a login. Raises ProviderFailed."""
        at = self.document()["authorization_endpoint"]
        state, nonce = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        verifier = secrets.token_urlsafe(64)
        url = prepare_grant_uri(
            at, self._settings.client_id, "code", redirect_uri=redirect_uri,
            scope=self._settings.scopes, state=state, nonce=nonce, code_challenge_method="S256",
            code_challenge=create_s256_code_challenge(verifier),
        )  # fmt: skip
        return Begun(url=url, state=state, nonce=nonce, verifier=verifier)

    def finish(self, code: str, nonce: str, verifier: str, redirect_uri: str) -> Person:
        """Change a code for its token, and return who it is. Raises ProviderFailed, BadIdToken."""
        said = self._exchange(code, verifier, redirect_uri)
        token, access_token = said.get("id_token"), said.get("access_token")
        if not isinstance(token, str):
            raise BadIdToken("there is none")
        expected = Expected(
            issuer=self._settings.issuer, client_id=self._settings.client_id, nonce=nonce,
            access_token=access_token if isinstance(access_token, str) else None, now=now(),
        )  # fmt: skip
        return person(check(token, self._keys, expected), self._settings.claim)

    def check_issuer(self, said: str | None) -> None:
        """Check the `iss` beside a code: that no other provider sent it. Raises BadIdToken."""
        must = self.document().get("authorization_response_iss_parameter_supported") is True
        if (said is None and must) or said not in {None, self._settings.issuer}:
            raise BadIdToken(f"its code came from {said!r}")

    def document(self) -> Mapping[str, Any]:
        """Return what the provider says of itself. Raises ProviderFailed."""
        with self._lock:
            if not self._document or time.monotonic() - self._fetched > KEPT_SECONDS:
                issuer = self._settings.issuer
                found = call("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
                self._document = _checked(found, issuer)
                self._fetched = time.monotonic()
            return self._document

    def _exchange(self, code: str, verifier: str, redirect_uri: str) -> Mapping[str, Any]:
        document, secret = self.document(), self._settings.client_secret
        methods = document.get("token_endpoint_auth_methods_supported")
        basic = not isinstance(methods, list) or "client_secret_basic" in methods
        how = "client_secret_basic" if basic else "client_secret_post"
        client = ClientAuth(self._settings.client_id, secret, how if secret else "none")
        asked = prepare_token_request(
            "authorization_code", code=code, redirect_uri=redirect_uri, code_verifier=verifier
        )
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return call("POST", *client.prepare("POST", document["token_endpoint"], headers, asked))


class ProviderKeys:
    """The provider's public keys by their id."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._lock = threading.Lock()
        self._keys: dict[str, SigningKey] = {}
        self._fetched: collections.deque[float] = collections.deque(maxlen=MOST_REFETCHES)

    def key(self, kid: str) -> SigningKey:
        """Return a key; one that is not known may be new. Raises BadIdToken, ProviderFailed."""
        with self._lock:
            at = time.monotonic()
            is_stale = not self._fetched or at - self._fetched[-1] > KEPT_SECONDS
            if is_stale or (kid not in self._keys and self._may_fetch(at)):
                self._fetched.append(at)
                self._keys = _keys(call("GET", self._provider.document()["jwks_uri"]))
            if kid not in self._keys:
                raise BadIdToken(f"the provider has no key {kid[:100]!r}")
            return self._keys[kid]

    def _may_fetch(self, at: float) -> bool:
        return len(self._fetched) < MOST_REFETCHES or at - self._fetched[0] > REFETCH_SECONDS


def call(
    method: str, url: str, headers: Mapping[str, str] | None = None, body: str | None = None
) -> Mapping[str, Any]:
    """Return the JSON object that an address answers, itself. Raises ProviderFailed."""
    given = {"Accept": "application/json", **(headers or {})}
    try:
        with (
            httpx.Client(timeout=CALL_SECONDS) as client,
            client.stream(method, url, headers=given, content=body) as answer,
        ):
            said = orjson.loads(_bounded(answer))
    except (httpx.HTTPError, httpx.InvalidURL, orjson.JSONDecodeError) as error:
        raise ProviderFailed(f"{url} does not answer as it should: {error}") from error
    if not isinstance(said, dict):
        raise ProviderFailed(f"{url} answers no object")
    if answer.is_error:
        why = str(said.get("error_description") or said.get("error"))[:300]
        raise ProviderFailed(f"{url} answers {answer.status_code}: {why}")
    return said


def _bounded(answer: httpx.Response) -> bytes:
    body = b""
    for part in answer.iter_bytes():
        body += part
        if len(body) > MOST_BYTES:
            raise ProviderFailed(f"{answer.url} answers more than {MOST_BYTES} bytes")
    return body


def person(claims: Mapping[str, Any], claim: str) -> Person:
    """Return who claims describe.

    An address counts only when the provider has verified it, and values of the claim can't pass for
    one: whoever names a group must not become somebody.
    """
    label = next(
        (str(claims[n]) for n in ("email", "preferred_username", "name") if claims.get(n)), ""
    )
    name = UNPRINTABLE.sub("?", f"{label[:MOST_NAME]} ({claims['sub']})".strip())
    keys = [key for key in _values(claims, claim) if key != "*" and not key.startswith(EMAIL)]
    if claims.get("email_verified") in (True, "true") and isinstance(claims.get("email"), str):
        keys.append(EMAIL + claims["email"].lower())
    return Person(name=name, keys=tuple(keys[:MOST_KEYS]))


def _values(claims: Mapping[str, Any], claim: str) -> list[str]:
    found: Any = claims.get(claim)
    if found is None:  # a name with dots may be a path; some providers' names are addresses
        found = claims
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    values = found if isinstance(found, list) else [found]
    return [value for value in values if isinstance(value, str) and value]


def _checked(document: Mapping[str, Any], issuer: str) -> Mapping[str, Any]:
    if document.get("issuer") != issuer:
        raise ProviderFailed(
            f"the provider calls itself {document.get('issuer')!r}, and not {issuer!r}: set "
            "CIRROGRAPH_OIDC_ISSUER to that, letter by letter"
        )
    for name in ENDPOINTS:
        at = urlsplit(str(document.get(name) or ""))
        if at.scheme != "https" and not (at.scheme == "http" and is_loopback(at.hostname or "")):
            raise ProviderFailed(f"the provider's {name} is {document.get(name)!r}: no https")
    return document


def _keys(document: Mapping[str, Any]) -> dict[str, SigningKey]:
    said = document.get("keys")
    found = [_key(one) for one in said if isinstance(one, dict)] if isinstance(said, list) else []
    return {key.kid: key for key in found if key is not None and key.kid}


def _key(said: Mapping[str, Any]) -> SigningKey | None:
    """Return a public key that we would believe; None for all others."""
    kind, is_private = said.get("kty"), "d" in said
    if kind not in {"RSA", "EC"} or is_private or not isinstance(said.get("kid"), str):
        return None
    if kind == "EC" and said.get("crv") not in CURVES.values():
        return None
    if kind == "RSA" and len(str(said.get("n"))) * 6 < LEAST_RSA_BITS - 8:
        return None
    try:
        key = jwk.import_key(dict(said))
    except (JoseError, ValueError, TypeError):
        return None
    return key if isinstance(key, jwk.RSAKey | jwk.ECKey) else None
