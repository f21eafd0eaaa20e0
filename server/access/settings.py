"""The settings of access, from the environment: who may ask, and how much at once."""

from __future__ import annotations

import dataclasses
import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Self, TypeAlias
from urllib.parse import urlsplit

from graph.local.settings import default_home
from server.access.errors import BadAccessSetting

SignIn: TypeAlias = Literal["none", "required"]

SETTINGS = {
    "CIRROGRAPH_SIGN_IN": (
        "`required`: every request needs a session or a token; `none`: whoever reaches the server "
        "may do everything. Default: `none` on loopback, `required` on any other address."
    ),
    "CIRROGRAPH_ROLES": (
        "File of connector groups and of people's roles. Default: `roles.yaml` in the home, where "
        "there is one."
    ),
    "CIRROGRAPH_API_URL": (
        "Address under which people reach the server, such as `https://cirrograph.example.org`, "
        "where it is another than it listens on. Default: none."
    ),
    "CIRROGRAPH_OIDC_ISSUER": (
        "Issuer of an OpenID Connect provider, at which people sign in. Default: none."
    ),
    "CIRROGRAPH_OIDC_CLIENT_ID": "Id under which the provider knows this server.",
    "CIRROGRAPH_OIDC_CLIENT_SECRET": (
        "Secret that goes with it; none for a public client, which PKCE protects."
    ),
    "CIRROGRAPH_OIDC_SCOPES": "Scopes that a login asks for. Default: `openid profile email`.",
    "CIRROGRAPH_OIDC_CLAIM": (
        "Claim of the ID token that holds what roles are given by; dots lead inside, as in "
        "`realm_access.roles`. Default: `groups`."
    ),
    "CIRROGRAPH_SESSION_SECONDS": "How long a login lasts at most, seconds. Default: 43200.",
    "CIRROGRAPH_SESSION_IDLE_SECONDS": (
        "How long a login lasts without a request, seconds. Default: 3600."
    ),
    "CIRROGRAPH_VIEWER_REQUESTS": (
        "Requests that one person or token may have under way at once. Default: 64."
    ),
    "CIRROGRAPH_VIEWER_SUBSCRIPTIONS": (
        "Subscriptions that one person or token may follow at once. Default: 100."
    ),
    "CIRROGRAPH_REQUEST_SECONDS": (
        "How long a client may take to send the head of a request, and then its body, seconds. "
        "Default: 20."
    ),
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class OidcSettings:
    """Where people sign in."""

    issuer: str
    client_id: str
    client_secret: str | None = dataclasses.field(default=None, repr=False)
    scopes: str = "openid profile email"
    claim: str = "groups"


@dataclasses.dataclass(frozen=True, kw_only=True)
class AccessSettings:
    """The settings of access of one process."""

    sign_in: SignIn | None = None
    roles: Path | None = None
    api_url: str | None = None
    oidc: OidcSettings | None = None
    session_seconds: float = 43_200
    idle_seconds: float = 3_600
    requests: int = 64
    subscriptions: int = 100
    request_seconds: float = 20

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Self:
        """Read the environment. Raises BadAccessSetting."""
        return cls(
            sign_in=_sign_in(env),
            roles=_roles(env),
            api_url=_url(env, "CIRROGRAPH_API_URL"),
            oidc=_oidc(env),
            session_seconds=_number(env, "CIRROGRAPH_SESSION_SECONDS", 43_200),
            idle_seconds=_number(env, "CIRROGRAPH_SESSION_IDLE_SECONDS", 3_600),
            requests=int(_number(env, "CIRROGRAPH_VIEWER_REQUESTS", 64)),
            subscriptions=int(_number(env, "CIRROGRAPH_VIEWER_SUBSCRIPTIONS", 100)),
            request_seconds=_number(env, "CIRROGRAPH_REQUEST_SECONDS", 20),
        )

    def must_sign_in(self, host: str) -> bool:
        """Tell whether a server that listens on a host lets in only who signs in."""
        return self.sign_in == "required" or (self.sign_in is None and not is_loopback(host))


def is_loopback(host: str) -> bool:
    """Tell whether an address is reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _sign_in(env: Mapping[str, str]) -> SignIn | None:
    text = env.get("CIRROGRAPH_SIGN_IN")
    if text == "none":
        return "none"
    if text == "required":
        return "required"
    if text:
        raise BadAccessSetting(f"CIRROGRAPH_SIGN_IN={text!r}: none or required is needed")
    return None


def _roles(env: Mapping[str, str]) -> Path | None:
    given = env.get("CIRROGRAPH_ROLES")
    if given:
        if not Path(given).is_file():
            raise BadAccessSetting(f"CIRROGRAPH_ROLES: {given} is no file")
        return Path(given)
    usual = default_home(env).expanduser() / "roles.yaml"
    return usual if usual.is_file() else None


def _oidc(env: Mapping[str, str]) -> OidcSettings | None:
    issuer, client = env.get("CIRROGRAPH_OIDC_ISSUER"), env.get("CIRROGRAPH_OIDC_CLIENT_ID")
    if not issuer and not client:
        return None
    if not issuer or not client:
        raise BadAccessSetting(
            "CIRROGRAPH_OIDC_ISSUER and CIRROGRAPH_OIDC_CLIENT_ID go together: set both, or none"
        )
    _url(env, "CIRROGRAPH_OIDC_ISSUER", secure=True)
    scopes = env.get("CIRROGRAPH_OIDC_SCOPES") or OidcSettings.scopes
    if "openid" not in scopes.split():
        raise BadAccessSetting(f"CIRROGRAPH_OIDC_SCOPES={scopes!r}: openid has to be among them")
    return OidcSettings(
        issuer=issuer, client_id=client, scopes=scopes,
        client_secret=env.get("CIRROGRAPH_OIDC_CLIENT_SECRET") or None,
        claim=env.get("CIRROGRAPH_OIDC_CLAIM") or OidcSettings.claim,
    )  # fmt: skip


def _url(env: Mapping[str, str], name: str, *, secure: bool = False) -> str | None:
    text = env.get(name)
    if not text:
        return None
    at = urlsplit(text)
    if at.scheme not in {"http", "https"} or not at.hostname or at.query or at.fragment:
        raise BadAccessSetting(f"{name}={text!r}: an address such as https://name is needed")
    if secure and at.scheme == "http" and not is_loopback(at.hostname):
        raise BadAccessSetting(f"{name}={text!r}: https is needed, or anybody could speak for it")
    return text.rstrip("/")


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    text = env.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not value >= 1:
        raise BadAccessSetting(f"{name}={text!r}: a number of 1 or more is needed")
    return value
