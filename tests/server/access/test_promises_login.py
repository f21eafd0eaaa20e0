"""People sign in at a provider: who is believed, and who is not."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import neo4j
import pytest
import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import RSAKey

from server.access.store import LOGINS, SESSIONS
from tests.server.access import provider as providers
from tests.server.access.provider import ACCESS_TOKEN, CLIENT, Minting, TestProvider, ec, part, rsa
from tests.server.access.scene import OURS, QUERY, Scene, login, serving, to_callback

COOKIE = "cirrograph"
HONEST, STRANGER = rsa(), rsa()


@pytest.fixture(scope="module")
def _provider() -> Iterator[TestProvider]:
    with providers.serving() as made:
        yield made


@pytest.fixture(scope="module")
def scene(
    driver: neo4j.Driver, _provider: TestProvider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    with serving(driver, tmp_path_factory.mktemp("access"), provider=_provider) as made:
        yield made


@pytest.fixture
def provider(_provider: TestProvider) -> TestProvider:
    """Give the provider as it is at first, with the key that the server knows."""
    fresh = TestProvider(issuer=_provider.issuer, key=HONEST)
    for field in dataclasses.fields(fresh):
        setattr(_provider, field.name, getattr(fresh, field.name))
    return _provider


@pytest.fixture
def browser(scene: Scene) -> Iterator[httpx.Client]:
    with scene.client() as made:
        yield made


def without(name: str) -> Callable[[Minting], str]:
    def forge(minting: Minting) -> str:
        del minting.claims[name]
        return minting.signed()

    return forge


def claiming(**claims: Any) -> Callable[[Minting], str]:
    def forge(minting: Minting) -> str:
        minting.claims |= claims
        return minting.signed()

    return forge


def heading(**header: Any) -> Callable[[Minting], str]:
    def forge(minting: Minting) -> str:
        minting.header |= header
        return raw(minting, minting.header)

    return forge


def raw(minting: Minting, header: dict[str, Any], key: RSAKey | None = None) -> str:
    """Sign by hand, with a header that no library would make."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - only here
    from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415 - only here

    text = f"{part(header)}.{part(minting.claims)}"
    signing: Any = (key or minting.key).private_key
    return f"{text}.{part(signing.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def at(**shift: float) -> Callable[[Minting], str]:
    """Claim times, in seconds from when the token is made."""

    def forge(minting: Minting) -> str:
        minting.claims |= {name: int(time.time() + seconds) for name, seconds in shift.items()}
        return minting.signed()

    return forge


def unsigned(alg: str, signature: str) -> Callable[[Minting], str]:
    return lambda m: f"{part({**m.header, 'alg': alg})}.{part(m.claims)}.{signature}"


def by_shared_secret(secret: Callable[[Minting], bytes]) -> Callable[[Minting], str]:
    """Sign with what is no secret, as if it were one shared with us."""

    def forge(minting: Minting) -> str:
        text = f"{part({**minting.header, 'alg': 'HS256'})}.{part(minting.claims)}"
        return f"{text}.{part(hmac.digest(secret(minting), text.encode(), 'sha256'))}"

    return forge


def truncated(minting: Minting) -> str:
    return minting.signed()[:-8]


def altered(minting: Minting) -> str:
    head, _, signature = minting.signed().split(".")
    return ".".join((head, part(minting.claims | {"groups": ["security", "root"]}), signature))


def by_a_stranger(minting: Minting) -> str:
    return raw(minting, minting.header, STRANGER)


def with_own_key(minting: Minting) -> str:
    public = STRANGER.as_dict(private=False)
    return raw(minting, minting.header | {"jwk": public, "kid": public["kid"]}, STRANGER)


FORGED: dict[str, tuple[Callable[[Minting], str], str]] = {
    "alg none, no signature": (unsigned("none", ""), "no signed token"),
    "alg none, some signature": (unsigned("none", "AAAA"), "algorithm is 'none'"),
    "alg NoNe": (unsigned("NoNe", "AAAA"), "algorithm is 'NoNe'"),
    "HS256 with the public key": (
        by_shared_secret(lambda m: m.key.as_pem(private=False)), "algorithm is 'HS256'",
    ),
    "HS256 with the client's secret": (
        by_shared_secret(lambda _: providers.SECRET.encode() * 4), "algorithm is 'HS256'",
    ),
    "ES256 by the name of an RSA key": (
        lambda m: jwt.encode(
            {"alg": "ES256", "kid": m.key.kid}, m.claims, ec(), algorithms=["ES256"]
        ),
        "no RSA key for ES256",
    ),
    "signed by a stranger": (by_a_stranger, "signature does not hold"),
    "unknown key": (heading(kid="nobody's"), "no key \"nobody's\""),
    "no key named": (
        lambda m: raw(m, {"alg": "RS256"}), "names no key",
    ),
    "key of its own, by jwk": (with_own_key, "brings jwk"),
    "key of its own, by jku": (heading(jku="https://evil.example/jwks"), "brings jku"),
    "certificates of its own": (heading(x5c=["MIIB"]), "brings x5c"),
    "address of certificates": (heading(x5u="https://evil.example/x"), "brings x5u"),
    "critical extension": (heading(crit=["b64"], b64=False), "brings b64, crit"),
    "an access token": (heading(typ="at+jwt"), "is a 'at"),
    "wrong issuer": (claiming(iss="https://evil.example"), "issuer is"),
    "wrong audience": (claiming(aud="another-client"), "is meant for"),
    "several audiences, not for us": (claiming(aud=[CLIENT, "another"]), "was made for"),
    "another party": (claiming(azp="another"), "was made for"),
    "expired": (at(exp=-120, iat=-400), "has ended"),
    "not yet valid": (at(nbf=600), "not good yet"),
    "made tomorrow": (at(iat=86_400, exp=90_000), "not made now"),
    "made long ago": (at(iat=-86_400), "not made now"),
    "no end": (without("exp"), "no end"),
    "no beginning": (without("iat"), "no end or no beginning"),
    "an end that is a text": (claiming(exp="9999999999"), "exp is no time"),
    "nonce of another login": (claiming(nonce="another"), "of another login"),
    "no nonce": (without("nonce"), "of another login"),
    "no subject": (without("sub"), "no subject"),
    "truncated signature": (truncated, "signature does not hold"),
    "changed after signing": (altered, "signature does not hold"),
    "another access token": (claiming(at_hash=part(b"0" * 16)), "another access token"),
    "five parts": (lambda m: m.signed() + ".x.y", "no signed token"),
    "no token at all": (lambda _: "hello", "no signed token"),
    "empty": (lambda _: "", "no signed token"),
}  # fmt: skip


@pytest.mark.promise("S7")
@pytest.mark.parametrize("how", FORGED)
def test_a_forged_token_lets_nobody_in(
    how: str, provider: TestProvider, browser: httpx.Client,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    forge, why = FORGED[how]
    provider.forge = forge
    with caplog.at_level(logging.WARNING, "cirrograph.access"):
        ended = login(browser)
    assert ended.status_code == 400
    assert why in caplog.text
    assert why not in ended.text
    assert COOKIE not in browser.cookies
    assert browser.get("/me").status_code == 401


@pytest.mark.promise("S7")
@pytest.mark.parametrize(
    ("key", "alg"),
    [(rsa(), "RS256"), (rsa(), "PS512"), (ec(), "ES256"), (ec("P-384"), "ES384")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_good_token_lets_in(
    key: Any, alg: str, driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    provider.key, provider.alg = key, alg
    if alg != "RS256":  # whose hash the provider's tokens carry
        provider.forge = without("at_hash")
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        ended = login(browser, "/findings?page=2")
        assert (ended.status_code, ended.headers["location"]) == (303, "/findings?page=2")
        assert browser.get("/me").json()["everywhere"] == "admin"


@pytest.mark.promise("S7")
def test_a_key_of_another_kind_or_use_is_not_believed(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    honest = provider.key
    public = STRANGER.as_dict(private=False)
    for bad in (
        public | {"use": "enc"},
        public | {"alg": "RS512"},
        {"kty": "oct", "kid": STRANGER.kid, "k": part(b"k" * 32)},
        STRANGER.as_dict(private=True),  # a provider that tells its private key
    ):
        provider.more_keys = [bad]
        provider.key = honest
        provider.forge = lambda m: raw(m, {"alg": "RS256", "kid": STRANGER.kid}, STRANGER)
        with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
            assert login(browser).status_code == 400


@pytest.mark.promise("S7")
def test_keys_rotate_and_odd_ones_make_us_call_nobody(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        assert login(browser).status_code == 303
        provider.key = rsa()
        assert login(browser).status_code == 303
        assert provider.calls.count("/jwks") == 2
        provider.forge = heading(kid="nobody's")
        for _ in range(10):
            assert login(browser).status_code == 400
        assert provider.calls.count("/jwks") == 3
        provider.forge = Minting.signed
        assert login(browser).status_code == 303


@pytest.mark.promise("S7")
def test_a_login_is_good_once_for_its_browser(
    scene: Scene, provider: TestProvider, browser: httpx.Client
) -> None:
    provider.codes.clear()
    back = to_callback(browser)
    with scene.client() as another:
        to_callback(another)  # has a login of its own under way
        assert another.get(back).status_code == 400
        assert another.get("/me").status_code == 401
    assert browser.get(back).status_code == 400, "the other one has used it up"

    back = to_callback(browser)
    kept = dict(browser.cookies)
    assert browser.get(back).status_code == 303
    with scene.client() as replaying:
        replaying.cookies.update(kept)
        assert replaying.get(back).status_code == 400
        assert replaying.get("/me").status_code == 401
    assert len(provider.codes) == 2, "the codes of refused logins never went to the provider"


@pytest.mark.promise("S7")
@pytest.mark.parametrize(
    "change",
    [
        lambda url: url.copy_set_param("state", "another"),
        lambda url: url.copy_remove_param("state"),
        lambda url: url.copy_set_param("iss", "https://evil.example"),
        lambda url: url.copy_set_param("code", "another"),
        lambda url: url.copy_remove_param("code"),
        lambda url: url.copy_set_param("code", "x" * 5_000),
        lambda url: url.copy_set_param("error", "access_denied"),
    ],
)
def test_what_comes_back_otherwise_lets_nobody_in(
    change: Callable[[httpx.URL], httpx.URL], provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    ended = browser.get(change(httpx.URL(to_callback(browser))))
    assert ended.status_code == 400
    assert browser.get("/me").status_code == 401


@pytest.mark.promise("S7")
def test_a_login_ends_by_itself(
    scene: Scene, provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    back = to_callback(browser)
    with scene.access.store.writing() as connection:
        connection.execute(LOGINS.update().values(expires_at=time.time() - 1))
    assert browser.get(back).status_code == 400


def test_a_public_client_is_protected_by_pkce_alone(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    provider.public_client = True
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        assert login(browser).status_code == 303


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ({"issuer": "https://evil.example"}, "CIRROGRAPH_OIDC_ISSUER"),
        ({"token_endpoint": "http://idp.example/token"}, "no https"),
        ({"jwks_uri": "file:///etc/passwd"}, "no https"),
        ({"authorization_endpoint": None}, "no https"),
    ],
)
def test_a_provider_that_is_another_is_not_asked(
    document: dict[str, Any], why: str, driver: neo4j.Driver, tmp_path: Path,
    provider: TestProvider, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    provider.document = document
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        begun = browser.get("/login")
    assert begun.status_code == 503
    assert why in caplog.text
    assert why not in begun.text


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nX: y", "evil", ""]
)
def test_a_login_leads_back_to_our_own_pages_only(
    to: str, provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    assert login(browser, to).headers["location"] == "/"


def test_who_has_no_role_is_told_so_and_not_let_in(
    provider: TestProvider, browser: httpx.Client
) -> None:
    provider.person["groups"] = ["staff", "*", "email:eve@example.org", 7]
    ended = login(browser)
    assert ended.status_code == 403
    assert "no role" in ended.text
    assert browser.get("/me").status_code == 401


@pytest.mark.parametrize(("verified", "status"), [(True, 303), (False, 403), ("yes", 403)])
def test_an_address_counts_when_it_is_verified(
    verified: object, status: int, provider: TestProvider, browser: httpx.Client
) -> None:
    provider.person |= {"groups": [], "email": "Eve@example.org", "email_verified": verified}
    assert login(browser).status_code == status


def test_a_claim_may_lie_deeper(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    provider.person |= {"groups": None, "realm_access": {"roles": ["security"]}}
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        assert login(browser).status_code == 403
    assert scene.access.settings.oidc
    oidc = dataclasses.replace(scene.access.settings.oidc, claim="realm_access.roles")
    with (
        serving(driver, tmp_path, provider=provider, oidc=oidc) as scene,
        scene.client() as browser,
    ):
        assert login(browser).status_code == 303


def test_a_session_is_new_at_each_login_and_ends_with_logout(
    scene: Scene, provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    assert login(browser).status_code == 303
    first = browser.cookies[COOKIE]
    assert login(browser).status_code == 303
    second = browser.cookies[COOKIE]
    assert first != second
    with scene.client() as old:
        old.cookies.set(COOKIE, first)
        assert old.get("/me").status_code == 401
    assert browser.post("/graphql", json=QUERY, headers=OURS).status_code == 200
    assert browser.post("/logout", headers=OURS).status_code == 200
    assert COOKIE not in browser.cookies
    with scene.client() as old:
        old.cookies.set(COOKIE, second)
        assert old.get("/me").status_code == 401


def test_a_session_is_kept_as_its_digest_in_a_cookie_that_no_script_reads(
    scene: Scene, provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    ended = login(browser)
    line = next(v for k, v in ended.headers.multi_items() if k == "set-cookie" and "login" not in v)
    assert "HttpOnly" in line
    assert "SameSite=lax" in line
    secret = browser.cookies[COOKIE]
    assert len(base64.urlsafe_b64decode(secret + "=")) == 32
    with scene.access.store.reading() as connection:
        rows = connection.execute(sa.select(SESSIONS)).all()
    assert hashlib.sha256(secret.encode()).hexdigest() in {row.digest for row in rows}
    assert secret not in str(rows)


def test_behind_https_the_cookie_is_of_this_host_and_secure(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    with (
        serving(driver, tmp_path, provider=provider, api_url="https://127.0.0.1") as scene,
        scene.client() as browser,
    ):
        begun = browser.get("/login")
    line = begun.headers["set-cookie"]
    assert line.startswith("__Host-cirrograph-login=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(line.split("; "))
    asked = httpx.URL(begun.headers["location"]).params
    assert asked["redirect_uri"] == "https://127.0.0.1/callback"


@pytest.mark.parametrize("column", ["seen_at", "expires_at"])
def test_a_session_ends_when_it_is_idle_or_old(
    column: str, scene: Scene, provider: TestProvider, browser: httpx.Client
) -> None:
    assert provider.issuer
    login(browser)
    assert browser.get("/me").status_code == 200
    with scene.access.store.writing() as connection:
        connection.execute(SESSIONS.update().values(**{column: time.time() - 3_601}))
    assert browser.get("/me").status_code == 401


def test_a_role_that_is_taken_away_is_gone_from_open_sessions(
    driver: neo4j.Driver, tmp_path: Path, provider: TestProvider
) -> None:
    with serving(driver, tmp_path, provider=provider) as scene, scene.client() as browser:
        login(browser)
        assert browser.get("/me").status_code == 200
        roles = tmp_path / "roles.yaml"
        roles.write_text("people: {security: {everywhere: admin", encoding="utf-8")
        time.sleep(1.1)
        assert browser.get("/me").status_code == 200, "a broken file changes nothing"
        roles.write_text("people: {others: {everywhere: admin}}", encoding="utf-8")
        time.sleep(1.1)
        assert browser.get("/me").status_code == 401


def test_at_hash_is_what_the_tests_provider_says(provider: TestProvider) -> None:
    said = provider.claims("n")["at_hash"]
    assert said == part(hashlib.sha256(ACCESS_TOKEN.encode()).digest()[:16])
    assert json.loads(json.dumps(said)) == said
