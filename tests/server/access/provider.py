"""An OpenID Connect provider of the tests: real keys, real HTTP, one person who always agrees.

It does what the standard says, PKCE and client authentication included. `forge` makes the ID token
instead of it, out of what it would have put in.
"""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import hashlib
import json
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from server.api import running

CLIENT, SECRET = "cirrograph-of-tests", "between-us"
ACCESS_TOKEN = "opaque-access-token"  # noqa: S105 - the tests' own
PERSON = {
    "sub": "248289761001", "email": "ann@example.org", "email_verified": True,
    "groups": ["security", "staff"],
}  # fmt: skip


def part(value: Any) -> str:
    """Return a part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclasses.dataclass(kw_only=True)
class Minting:
    """What an honest token would be made of."""

    key: RSAKey | ECKey
    alg: str
    claims: dict[str, Any]
    header: dict[str, Any]

    def signed(self) -> str:
        return jwt.encode(self.header, self.claims, self.key, algorithms=[self.header["alg"]])


Forge = Callable[[Minting], str]


def rsa(bits: int = 2048) -> RSAKey:
    return RSAKey.generate_key(bits, {"kid": secrets.token_hex(4), "use": "sig"})


def ec(curve: Any = "P-256") -> ECKey:
    return ECKey.generate_key(curve, {"kid": secrets.token_hex(4), "use": "sig"})


@dataclasses.dataclass(kw_only=True)
class TestProvider:
    """The provider's state; tests change it."""

    __test__ = False

    issuer: str = ""
    key: RSAKey | ECKey = dataclasses.field(default_factory=rsa)
    more_keys: list[Mapping[str, Any]] = dataclasses.field(default_factory=list)
    alg: str = "RS256"
    person: dict[str, Any] = dataclasses.field(default_factory=lambda: dict(PERSON))
    forge: Forge = Minting.signed
    document: dict[str, Any] = dataclasses.field(default_factory=dict)
    public_client: bool = False
    codes: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    calls: list[str] = dataclasses.field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._document),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/jwks", self._jwks),
            ]
        )

    def claims(self, nonce: str) -> dict[str, Any]:
        now = int(time.time())
        half = hashlib.sha256(ACCESS_TOKEN.encode()).digest()[:16]
        return {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "nbf": now, "exp": now + 300,
            "nonce": nonce, "at_hash": part(half), **self.person,
        }  # fmt: skip

    async def _document(self, request: Request) -> Response:
        self.calls.append(request.url.path)
        return JSONResponse(
            {
                "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/jwks",
                **self.document,
            }
        )  # fmt: skip

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert "openid" in asked["scope"].split()
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_hex(8)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}")

    async def _token(self, request: Request) -> Response:
        said = {k: v[0] for k, v in parse_qs((await request.body()).decode()).items()}
        asked = self.codes.pop(said.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        known = (
            said.get("client_id") == CLIENT and "authorization" not in request.headers
            if self.public_client
            else request.headers.get("authorization") == f"Basic {basic}"
        )
        challenge = part(hashlib.sha256(said.get("code_verifier", "").encode()).digest())
        if not known:
            return JSONResponse({"error": "invalid_client"}, 401)
        if (
            asked is None
            or asked["code_challenge"] != challenge
            or asked["redirect_uri"] != said.get("redirect_uri")
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        minting = Minting(
            key=self.key, alg=self.alg, claims=self.claims(asked["nonce"]),
            header={"alg": self.alg, "kid": self.key.kid},
        )  # fmt: skip
        return JSONResponse(
            {
                "access_token": ACCESS_TOKEN, "token_type": "Bearer", "expires_in": 300,
                "id_token": self.forge(minting),
            }
        )  # fmt: skip

    async def _jwks(self, request: Request) -> Response:
        self.calls.append(request.url.path)
        return JSONResponse({"keys": [self.key.as_dict(private=False), *self.more_keys]})


@contextlib.contextmanager
def serving() -> Iterator[TestProvider]:
    """Give a provider that answers for as long as the block runs."""
    provider = TestProvider()
    with running(provider.app(), port=0) as url:
        provider.issuer = url
        yield provider
