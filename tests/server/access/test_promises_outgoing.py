"""S10: whoever signs in, or pretends to, has us call nobody but the operator's provider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import neo4j
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from server.access.oidc import Provider, ProviderFailed
from server.access.settings import OidcSettings
from server.api import running
from tests.outgoing import Watched, watched
from tests.server.access import provider as providers
from tests.server.access.provider import CLIENT, Minting, TestProvider
from tests.server.access.scene import OURS, Scene, login, serving, to_callback

BROUGHT = ("jku", "x5u")


@pytest.fixture(scope="module")
def provider() -> Iterator[TestProvider]:
    with providers.serving() as made:
        yield made


@pytest.fixture(scope="module")
def scene(
    driver: neo4j.Driver, provider: TestProvider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    with serving(driver, tmp_path_factory.mktemp("access"), provider=provider) as made:
        yield made


@pytest.fixture
def called(driver: neo4j.Driver, scene: Scene, provider: TestProvider) -> Iterator[Watched]:
    """Watch what is called; what this test calls itself, and Neo4j, may be."""
    ports = [urlsplit(at).port or 0 for at in (scene.url, provider.issuer)]
    with watched() as found:
        yield found
    assert found.answered == 0
    assert found.but(*ports, driver.get_server_info().address[1]) == set()


@pytest.mark.promise("S10")
def test_a_token_that_points_elsewhere_is_refused_and_nobody_called(
    scene: Scene, provider: TestProvider, called: Watched
) -> None:
    def forging(header: dict[str, Any], claims: dict[str, Any]) -> Any:
        def forge(minting: Minting) -> str:
            minting.header |= header
            minting.claims |= claims
            return minting.signed()

        return forge

    for address in called.addresses:
        tokens: list[tuple[dict[str, Any], dict[str, Any]]] = [
            *(({name: address}, {}) for name in BROUGHT),
            ({"kid": address}, {}),
            ({}, {"iss": address}),
            ({}, {"_claim_sources": {"s": {"endpoint": address}}, "iss": address}),
        ]
        for header, claims in tokens:
            provider.forge = forging(header, claims)
            with scene.client() as browser:
                assert login(browser).status_code == 400
    provider.forge = Minting.signed


@pytest.mark.promise("S10")
def test_a_login_goes_back_to_our_own_page_and_to_no_address(scene: Scene, called: Watched) -> None:
    for address in called.addresses:
        with scene.client() as browser:
            assert login(browser, to=address).headers["location"] == "/"
        with scene.client() as browser:
            at = to_callback(browser)
            other = httpx.URL(at).copy_merge_params({"iss": address})
            assert browser.get(other).status_code == 400
        with scene.client() as browser:
            begun = browser.get("/login", headers={"X-Forwarded-Host": address, "Forwarded": "x"})
            asked = httpx.URL(begun.headers["location"]).params["redirect_uri"]
            assert asked == f"{scene.url}/callback"
            host = urlsplit(address).netloc.rpartition("@")[2] or "10.0.0.1"
            if not host.startswith(("127.0.0.1", "localhost", "[::1]")):  # which it is known by
                assert browser.get("/login", headers={"Host": host}).status_code == 400
            said = {"token": address, "url": address}
            assert browser.post("/login", json=said, headers=OURS).status_code == 401


def redirecting(where: str, to: str) -> Starlette:
    """Return a provider that sends whoever asks for one of its parts somewhere else."""

    async def document(request: Request) -> Response:
        at = str(request.base_url).rstrip("/")
        named = {"authorization_endpoint": "/a", "token_endpoint": "/token", "jwks_uri": "/jwks"}
        return JSONResponse({"issuer": at, **{n: at + path for n, path in named.items()}})

    async def away(_: Request) -> Response:
        return RedirectResponse(to, 307)

    parts: dict[str, Any] = {"/.well-known/openid-configuration": document, where: away}
    return Starlette(
        routes=[Route(path, part, methods=["GET", "POST"]) for path, part in parts.items()]
    )


CALLS: dict[str, Callable[[Provider], Any]] = {
    "/.well-known/openid-configuration": lambda provider: provider.begin("http://here/callback"),
    "/token": lambda provider: provider.finish("code", "nonce", "v", "http://here/callback"),
    "/jwks": lambda provider: provider._keys.key("k"),
}


@pytest.mark.promise("S10")
@pytest.mark.parametrize("where", CALLS)
def test_nobody_is_led_on_by_a_provider(where: str) -> None:
    with watched() as found:
        with running(redirecting(where, found.addresses[0]), port=0) as url:
            provider = Provider(OidcSettings(issuer=url, client_id=CLIENT))
            with pytest.raises(ProviderFailed):
                CALLS[where](provider)
        assert found.answered == 0
        assert found.but(urlsplit(url).port or 0) == set()


@pytest.mark.promise("S10")
def test_a_provider_that_names_an_open_address_is_not_followed(
    provider: TestProvider,
) -> None:
    for name in ("token_endpoint", "jwks_uri"):
        for address in ("http://169.254.169.254/x", "http://10.0.0.1/x", "file:///etc/passwd"):
            provider.document = {name: address}
            with watched() as found, pytest.raises(ProviderFailed, match="no https"):
                Provider(OidcSettings(issuer=provider.issuer, client_id=CLIENT)).document()
            assert found.but(urlsplit(provider.issuer).port or 0) == set()
    provider.document = {}


def test_a_call_would_be_heard() -> None:
    with watched() as found:
        for address in found.addresses[:2]:
            with pytest.raises(httpx.HTTPError), httpx.Client(trust_env=False) as client:
                client.get(address)
        assert ("127.0.0.1", found.port) in found.begun
        assert found.but(1) == {b for b in found.begun if b[1] == found.port}
    assert found.answered >= 1
