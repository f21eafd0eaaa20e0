"""What access promises, over real HTTP: tokens, roles, foreign pages, limits."""

from __future__ import annotations

import base64
import contextlib
import datetime
import hashlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import neo4j
import pytest
import websockets.exceptions
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from graph.ledger import Ledger
from schema.viewer import Role
from server.access.access import Access
from server.access.errors import BadTokenInput, NoSuchToken
from server.access.gate import Gate, viewer_of
from server.access.limits import MOST_BYTES, MOST_HEADERS
from server.access.roles import Grant
from server.access.sockets import MOST_SUBSCRIPTIONS
from server.access.store import TOKENS, Store
from server.api import running
from tests.schema.estate import judged
from tests.server.access.scene import OURS, QUERY, Scene, serving
from tests.widgets import Estate, widget

MINE, OTHERS = "111111111111", "222222222222"
JSON = {"Content-Type": "application/json"}
PROTOCOL: Any = "graphql-transport-ws"
FOLLOW = 'subscription { scanProgress(connector: "a111111111111") { scan } }'
SCHEMA = {"query": "{ __schema { types { name } } }"}
CHUNKS = [b"10000\r\n" + b" " * 0x10000 + b"\r\n"] * 5  # more than a body may be, and no end
SOON = datetime.timedelta(hours=1)


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@pytest.fixture(scope="module")
def scene(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with serving(driver, tmp_path_factory.mktemp("access")) as made:
        yield made


@pytest.fixture
def fresh(scene: Scene) -> Scene:
    """Give the server without any token."""
    with scene.access.store.writing() as connection:
        connection.execute(TOKENS.delete())
    return scene


@pytest.fixture
def nobody(scene: Scene) -> Iterator[httpx.Client]:
    with scene.client() as client:
        yield client


@pytest.fixture
def browser(fresh: Scene) -> Iterator[httpx.Client]:
    """Give a browser in which somebody signed in, with a token."""
    with fresh.client() as client:
        signed = client.post("/login", json={"token": fresh.token()}, headers=OURS)
        assert signed.status_code == 200
        yield client


@pytest.fixture
def endless(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    """Give an estate with a scan that nobody does, and that can be followed for ever."""
    estate = Estate(graph, tmp_path)
    estate.scans.request(estate.connector(MINE))
    return estate


def asks(scene: Scene, token: str) -> int:
    with scene.client(token) as client:
        return client.post("/graphql", json=QUERY).status_code


@contextlib.contextmanager
def following(scene: Scene, token: str) -> Iterator[httpx.Response]:
    headers = {"Accept": "text/event-stream"}
    with (
        scene.client(token) as client,
        client.stream("POST", "/graphql", json={"query": FOLLOW}, headers=headers) as answer,
    ):
        yield answer


def opened(socket_: ClientConnection, **payload: str) -> Any:
    socket_.send(json.dumps({"type": "connection_init", "payload": payload}))
    return json.loads(socket_.recv(10))


def subscribe(socket_: ClientConnection, id_: str, query: str = FOLLOW) -> None:
    asked = {"id": id_, "type": "subscribe", "payload": {"query": query}}
    socket_.send(json.dumps(asked))


# ---- S5


@pytest.mark.promise("S5")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/graphql", QUERY),
        ("POST", "/graphql", SCHEMA),
        ("POST", "/graphql", {"query": "{ mandate { id } }"}),
        ("POST", "/graphql", {"query": "no GraphQL at all {{{"}),
        ("GET", "/schema.graphql", None),
        ("GET", "/anything/else", None),
        ("DELETE", "/graphql", None),
    ],
)
def test_who_is_not_signed_in_learns_nothing(
    method: str, path: str, body: Any, nobody: httpx.Client
) -> None:
    answer = nobody.request(method, path, json=body)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="cirrograph"'
    assert answer.json() == {"errors": [{"message": "sign in first"}]}


@pytest.mark.promise("S5")
def test_get_asks_nothing_and_the_page_is_everybodys(nobody: httpx.Client, fresh: Scene) -> None:
    page = nobody.get("/graphql", params=SCHEMA, follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (307, "/graphiql")
    for path in ("/", "/healthz", "/readyz"):
        assert nobody.get(path).status_code == 200
    with fresh.client(fresh.token()) as client:
        assert client.get("/schema.graphql").status_code == 200
        assert client.post("/graphql", json=SCHEMA).json()["data"]


def test_a_server_of_one_user_asks_for_nothing(driver: neo4j.Driver, tmp_path: Path) -> None:
    with serving(driver, tmp_path, must_sign_in=False) as scene, scene.client() as client:
        assert client.post("/graphql", json=QUERY).status_code == 200
        assert client.get("/schema.graphql").status_code == 200
        me = client.get("/me").json()
        assert (me["name"], me["everywhere"], me["by"]) == ("local", "admin", "local")
        assert not list(tmp_path.glob("work.sqlite")), "nothing had to be looked up"
        assert asks(scene, "cgt_" + "x" * 43) == 401, "a bad token is never the local user"
        with scene.client(scene.token("viewer")) as limited:
            assert limited.get("/me").json()["everywhere"] == "viewer"


def test_a_route_of_others_is_guarded_and_told_its_viewer(fresh: Scene) -> None:
    async def who(request: Request) -> PlainTextResponse:
        assert request.state.viewer == viewer_of(request)
        return PlainTextResponse(request.state.viewer.name)

    routes = [Route("/open", who), Route("/export", who)]
    gate = Middleware(Gate, guard=fresh.guard, public=routes[:1])
    with (
        running(Starlette(routes=routes, middleware=[gate]), port=0) as url,
        fresh.client(fresh.token(name="puller")) as client,
    ):
        assert client.get(f"{url}/export").text.startswith("token puller (t")
        assert httpx.get(f"{url}/export", trust_env=False).status_code == 401
        assert httpx.get(f"{url}/open/%2e%2e/export", trust_env=False).status_code == 401


# ---- S8


@pytest.mark.promise("S8")
def test_a_token_is_256_random_bits_that_are_kept_nowhere(fresh: Scene) -> None:
    secrets = [fresh.token(name=f"n{number}") for number in range(50)]
    assert len(set(secrets)) == 50
    for secret in secrets:
        assert secret.startswith("cgt_")
        assert len(base64.urlsafe_b64decode(secret.removeprefix("cgt_") + "=")) == 32
    store = Path(str(fresh.access.store.file)).read_bytes()
    said = repr(fresh.access.tokens.list())
    for secret in secrets:
        assert hashlib.sha256(secret.encode()).hexdigest().encode() in store
        assert secret.encode() not in store
        assert secret not in said


@pytest.mark.promise("S8")
@pytest.mark.parametrize(
    "expires",
    [
        lambda: now() - SOON,
        lambda: now() + datetime.timedelta(days=367),
        lambda: datetime.datetime(9999, 1, 1, tzinfo=datetime.UTC),
        lambda: datetime.datetime.now() + SOON,  # noqa: DTZ005 - a time without its zone
    ],
)
def test_a_token_has_an_end_that_is_near(expires: Any, fresh: Scene) -> None:
    with pytest.raises(BadTokenInput) as refused:
        fresh.access.tokens.create("n", Grant(everywhere="viewer"), expires())
    assert refused.value.field == "expires"
    assert fresh.access.tokens.list() == ()


@pytest.mark.promise("S8")
def test_a_token_that_has_ended_lets_nobody_in(fresh: Scene) -> None:
    token = fresh.token()
    assert asks(fresh, token) == 200
    with fresh.access.store.writing() as connection:
        connection.execute(TOKENS.update().values(expires_at=time.time() - 1))
    time.sleep(0.5)
    assert asks(fresh, token) == 401


@pytest.mark.promise("S8")
@pytest.mark.parametrize("store", ["sqlite", "postgresql"])
def test_a_revoked_token_is_refused_within_a_second_by_every_server(
    store: str, driver: neo4j.Driver, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = (
        request.getfixturevalue("postgres_url")
        if store == "postgresql"
        else f"sqlite:///{tmp_path / 'work.sqlite'}"
    )
    with serving(driver, tmp_path, work_url=url) as scene:
        token = scene.token(name=f"revoked-{time.time()}")
        assert asks(scene, token) == 200
        elsewhere = Access.of(scene.access.settings, Store(url), Ledger(driver).connectors)
        mine = next(t for t in elsewhere.tokens.list() if t.is_good)
        elsewhere.tokens.revoke(mine.id)
        with pytest.raises(NoSuchToken):
            elsewhere.tokens.revoke(mine.id)
        elsewhere.store.close()
        time.sleep(1)
        assert asks(scene, token) == 401


@pytest.mark.promise("S8")
def test_what_a_revoked_token_follows_is_cut_off(fresh: Scene, endless: Estate) -> None:
    assert endless.scans.unfinished()
    token = fresh.token()
    (mine,) = fresh.access.tokens.list()
    headers = {"Authorization": f"Bearer {token}"}
    url = f"ws://{fresh.host}/graphql"
    with (
        connect(url, subprotocols=[PROTOCOL], additional_headers=headers) as by_header,
        connect(url, subprotocols=[PROTOCOL]) as by_message,
        following(fresh, token) as events,
    ):
        assert opened(by_header)["type"] == "connection_ack"
        assert opened(by_message, Authorization=f"Bearer {token}")["type"] == "connection_ack"
        for socket_ in (by_header, by_message):
            subscribe(socket_, "1")
            assert json.loads(socket_.recv(10))["type"] == "next"
        said = events.iter_lines()
        assert next(said) == "event: next"
        fresh.access.tokens.revoke(mine.id)
        began = time.monotonic()
        for socket_ in (by_header, by_message):
            with pytest.raises(websockets.exceptions.ConnectionClosed) as closed:
                socket_.recv(10)
            assert closed.value.rcvd
            assert closed.value.rcvd.code == 4401
        with pytest.raises(httpx.RemoteProtocolError):
            list(said)
        assert time.monotonic() - began < 3  # one second, and what a busy machine needs


@pytest.mark.promise("S8")
@pytest.mark.parametrize(
    "header",
    [
        "Bearer", "Bearer cgt_short", "Bearer " + "cgt_" + "A" * 43, "Basic YTpi",
        "Bearer cgt_" + "A" * 20_000, "cgt_" + "A" * 43,
    ],
)  # fmt: skip
def test_what_is_no_token_is_refused_alike(header: str, nobody: httpx.Client) -> None:
    answer = nobody.post("/graphql", json=QUERY, headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.json() == {"errors": [{"message": "sign in first"}]}


def test_it_is_known_when_a_token_was_used(fresh: Scene) -> None:
    token = fresh.token()
    (before,) = fresh.access.tokens.list()
    assert before.used is None
    assert asks(fresh, token) == 200
    (after,) = fresh.access.tokens.list()
    assert after.used is not None
    assert now() - after.used < SOON


# ---- S9


@pytest.mark.promise("S9")
@pytest.mark.parametrize(
    ("on", "mine"),
    [
        ({"a111111111111": "viewer"}, "viewer"),
        ({"aws:aws:1111*": "operator"}, "operator"),
        ({"group:shops": "viewer"}, "viewer"),
        ({"*1111*": "viewer", "aws:aws:111111111111": "admin"}, "admin"),
        ({"cloud:azure": "admin"}, None),
        ({"nothing-*": "admin"}, None),
    ],
)
def test_a_token_is_good_for_the_connectors_that_it_names(
    on: dict[str, Role], mine: str | None, fresh: Scene, graph: neo4j.Driver, tmp_path: Path
) -> None:
    estate = Estate(graph, tmp_path)
    for account in (MINE, OTHERS):
        estate.connector(account)
    time.sleep(1.1)  # for so long connectors are taken to be those of the test before
    with fresh.client(fresh.token_on(on)) as client:
        me = client.get("/me").json()
    assert me["everywhere"] is None
    assert me["on"] == ({f"aws:aws:{MINE}": mine} if mine else {})


@pytest.mark.promise("S9")
def test_a_token_of_one_connector_sees_nothing_of_another(
    fresh: Scene, graph: neo4j.Driver, tmp_path: Path
) -> None:
    estate = judged(graph, tmp_path)
    estate.scan([widget("secret-plan", OTHERS, color="blue")], OTHERS)
    time.sleep(1.1)
    query = {
        "query": "{ connectors { id name } awsWidgets(first: 10) { totalCount nodes { uid } } "
        "resources(first: 10) { totalCount nodes { uid } } }"
    }
    with fresh.client(fresh.token()) as client:
        everything = client.post("/graphql", json=query).text
    with fresh.client(fresh.token_on({f"a{OTHERS}": "viewer"}, name="o")) as client:
        others = client.post("/graphql", json=query).json()["data"]
    with fresh.client(fresh.token_on({f"a{MINE}": "admin"}, name="m")) as client:
        mine = client.post("/graphql", json=query)
    assert "secret-plan" in everything
    assert others["awsWidgets"]["totalCount"] == 1
    assert OTHERS not in mine.text
    assert "secret-plan" not in mine.text
    assert mine.json()["data"]["awsWidgets"]["totalCount"] == 3


@pytest.mark.promise("S9")
def test_a_socket_sees_what_its_viewer_sees(
    fresh: Scene, graph: neo4j.Driver, tmp_path: Path
) -> None:
    estate = Estate(graph, tmp_path)
    for account in (MINE, OTHERS):
        estate.scans.request(estate.connector(account))
    time.sleep(1.1)
    token = fresh.token_on({f"a{OTHERS}": "admin"})
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        opened(socket_, Authorization=f"Bearer {token}")
        subscribe(socket_, "1", "{ connectors { id } }")
        said = json.loads(socket_.recv(10))["payload"]["data"]
        assert said == {"connectors": [{"id": f"aws:aws:{OTHERS}"}]}
        assert json.loads(socket_.recv(10)) == {"id": "1", "type": "complete"}
        subscribe(socket_, "2")
        assert "no connector is called" in str(json.loads(socket_.recv(10)))


# ---- S13


@pytest.mark.promise("S13")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({**OURS, "Origin": "https://evil.example"}, 403),
        ({**OURS, "Origin": "null"}, 403),
        ({**OURS, "Origin": "http://127.0.0.1:1"}, 403),
        ({**OURS, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**OURS, "Sec-Fetch-Site": "same-site"}, 403),
        ({**OURS, "Content-Type": "text/plain"}, 415),
        ({**OURS, "Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({**OURS, "Content-Type": "multipart/form-data; boundary=x"}, 415),
        ({**OURS, "Sec-Fetch-Site": "same-origin"}, 200),
        (OURS, 200),
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_with_a_cookie_only_our_own_page_can_ask(
    headers: dict[str, str], status: int, accept: str, browser: httpx.Client
) -> None:
    given = {**JSON, **headers, "Accept": accept}
    answer = browser.post("/graphql", content=json.dumps(QUERY), headers=given)
    assert answer.status_code == status
    own = {"Origin": str(browser.base_url).rstrip("/")}
    answer = browser.post("/graphql", content=json.dumps(QUERY), headers={**own, **given})
    assert answer.status_code == status


@pytest.mark.promise("S13")
@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_no_foreign_page_signs_anybody_in_or_out(path: str, browser: httpx.Client) -> None:
    for headers in ({}, {**OURS, "Origin": "https://evil.example"}):
        assert browser.post(path, json={"token": "x"}, headers=headers).status_code == 403
    assert browser.get("/me").status_code == 200


@pytest.mark.promise("S13")
def test_no_foreign_page_asks_the_local_user_s_server(driver: neo4j.Driver, tmp_path: Path) -> None:
    with serving(driver, tmp_path, must_sign_in=False) as scene, scene.client() as client:
        for headers in (
            {"Origin": "https://evil.example"}, {"Origin": "http://127.0.0.1:1"},
            {"Sec-Fetch-Site": "cross-site"},
        ):  # fmt: skip
            assert client.post("/graphql", json=QUERY, headers=headers).status_code == 403
        with pytest.raises(websockets.exceptions.InvalidStatus):
            connect(
                f"ws://{scene.host}/graphql", subprotocols=[PROTOCOL],
                origin=Origin("http://127.0.0.1:1"),
            )  # fmt: skip


@pytest.mark.promise("S13")
def test_a_socket_with_a_cookie_tells_its_page(fresh: Scene, browser: httpx.Client) -> None:
    cookie = {"Cookie": f"cirrograph={browser.cookies['cirrograph']}"}
    url = f"ws://{fresh.host}/graphql"
    for origin in (None, "https://evil.example", "http://127.0.0.1:1"):
        with pytest.raises(websockets.exceptions.InvalidStatus) as refused:
            connect(
                url, subprotocols=[PROTOCOL], additional_headers=cookie,
                origin=Origin(origin) if origin else None,
            )  # fmt: skip
        assert refused.value.response.status_code == 403
    with connect(
        url, subprotocols=[PROTOCOL], additional_headers=cookie, origin=Origin(fresh.url)
    ) as socket_:
        assert opened(socket_)["type"] == "connection_ack"


@pytest.mark.promise("S13")
@pytest.mark.parametrize("payload", [{}, {"Authorization": "Bearer cgt_" + "A" * 43}])
def test_a_socket_without_a_token_is_answered_nothing(
    payload: dict[str, str], fresh: Scene
) -> None:
    with (
        connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_,
        pytest.raises(websockets.exceptions.ConnectionClosed),
    ):
        opened(socket_, **payload)
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        subscribe(socket_, "1")
        with pytest.raises(websockets.exceptions.ConnectionClosed):
            socket_.recv(10)


@pytest.mark.promise("S13")
def test_a_bad_token_is_not_made_good_by_a_cookie(browser: httpx.Client) -> None:
    headers = {**OURS, "Authorization": "Bearer cgt_" + "A" * 43}
    assert browser.post("/graphql", json=QUERY, headers=headers).status_code == 401


def test_a_session_that_rests_on_a_token_ends_with_it(fresh: Scene, browser: httpx.Client) -> None:
    assert browser.post("/graphql", json=QUERY, headers=OURS).status_code == 200
    (token,) = fresh.access.tokens.list()
    fresh.access.tokens.revoke(token.id)
    assert browser.post("/graphql", json=QUERY, headers=OURS).status_code == 401
    with fresh.client() as another:
        again = another.post("/login", json={"token": "cgt_" + "A" * 43}, headers=OURS)
        assert again.status_code == 401


# ---- S15


def talk(host: str, *parts: bytes, pause: float = 0.0, seconds: float = 10.0) -> bytes:
    """Send bytes with pauses between, and return all that is answered."""
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=seconds) as raw:
        for part in parts:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                raw.sendall(part)
            time.sleep(pause)
        said = b""
        with contextlib.suppress(ConnectionResetError):
            while chunk := raw.recv(65_536):
                said += chunk
        return said


def head(host: str, *more: str, path: str = "/graphql") -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}", "Content-Type: application/json", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


@pytest.mark.promise("S15")
@pytest.mark.parametrize(
    ("more", "status"),
    [
        ([f"Content-Length: {MOST_BYTES + 1}"], 413),
        (["Content-Length: 99999999999999999999999"], 400),
        (["Content-Length: -1"], 400),
        ([f"X-{n}: 1" for n in range(MOST_HEADERS)], 431),
        (["X: " + "y" * 40_000], 431),
        (["X: " + "y" * 4_000_000], 431),
    ],
)
@pytest.mark.parametrize("path", ["/graphql", "/login"])
def test_what_is_too_large_is_refused_unread(
    more: list[str], status: int, path: str, scene: Scene
) -> None:
    said = talk(scene.host, head(scene.host, "Authorization: Bearer x", *more, path=path))
    assert said.startswith(f"HTTP/1.1 {status}".encode())


@pytest.mark.promise("S15")
@pytest.mark.parametrize(("path", "status"), [("/graphql", 401), ("/login", 403)])
def test_who_is_refused_can_not_go_on_sending(path: str, status: int, scene: Scene) -> None:
    began = time.monotonic()
    said = talk(scene.host, head(scene.host, "Transfer-Encoding: chunked", path=path), *CHUNKS)
    assert said.startswith(f"HTTP/1.1 {status}".encode())
    assert time.monotonic() - began < 8


@pytest.mark.promise("S15")
def test_a_body_that_grows_too_large_is_refused_whoever_sends_it(fresh: Scene) -> None:
    token = f"Authorization: Bearer {fresh.token()}"
    said = talk(fresh.host, head(fresh.host, token, "Transfer-Encoding: chunked"), *CHUNKS)
    assert said.startswith(b"HTTP/1.1 413")


@pytest.fixture(scope="module")
def hasty(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Give a server that waits for a second."""
    with serving(
        driver, tmp_path_factory.mktemp("hasty"), request_seconds=1, head_seconds=1,
        must_sign_in=False,
    ) as made:  # fmt: skip
        yield made


@pytest.mark.promise("S15")
@pytest.mark.parametrize(
    "parts",
    [
        [b""],
        [b"POST /graphql HTTP/1.1\r\n"],
        [b"POST /graphql HTTP/1.1\r\n", *[b"X-A: b\r\n"] * 10],
    ],
)
def test_who_sends_no_whole_head_is_not_waited_for(parts: list[bytes], hasty: Scene) -> None:
    began = time.monotonic()
    said = talk(hasty.host, *parts, pause=0.3)
    assert said.startswith(b"HTTP/1.1 408") or not said
    assert time.monotonic() - began < 6


@pytest.mark.promise("S15")
def test_who_sends_no_whole_body_is_not_waited_for(hasty: Scene) -> None:
    began = time.monotonic()
    said = talk(hasty.host, head(hasty.host, "Content-Length: 100"), b'{"que', pause=0.3)
    assert said.startswith(b"HTTP/1.1 408")
    assert time.monotonic() - began < 6


@pytest.mark.promise("S15")
def test_a_connection_that_is_kept_may_be_idle_for_longer(hasty: Scene) -> None:
    connection = http.client.HTTPConnection(hasty.host, timeout=10)
    for _ in range(2):
        connection.request("GET", "/healthz")
        assert connection.getresponse().read()
        own = connection.sock
        time.sleep(1.5)
    assert connection.sock is own
    connection.close()


@pytest.mark.promise("S15")
def test_nobody_has_too_much_under_way(
    driver: neo4j.Driver, endless: Estate, tmp_path: Path
) -> None:
    assert endless.scans.unfinished()
    with serving(driver, tmp_path, requests=1, subscriptions=1) as scene:
        token, other = scene.token(name="a"), scene.token(name="b")
        slow = head(scene.host, f"Authorization: Bearer {token}", "Content-Length: 100")
        holding = threading.Thread(target=talk, args=(scene.host, slow), kwargs={"pause": 2.0})
        holding.start()
        time.sleep(0.5)
        with scene.client(token) as client:
            refused = client.post("/graphql", json=QUERY)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
        assert asks(scene, other) == 200
        with following(scene, token) as first:
            assert first.status_code == 200
            with following(scene, token) as second:
                assert second.status_code == 429
        holding.join()


@pytest.mark.promise("S15")
def test_a_connection_follows_so_much_and_no_more(fresh: Scene, endless: Estate) -> None:
    assert endless.scans.unfinished()
    token = fresh.token()
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        opened(socket_, Authorization=f"Bearer {token}")
        for number in range(MOST_SUBSCRIPTIONS + 1):
            subscribe(socket_, str(number))
        said = [json.loads(socket_.recv(20)) for _ in range(MOST_SUBSCRIPTIONS + 1)]
    errors = [m for m in said if m["type"] == "error"]
    assert [m["id"] for m in errors] == [str(MOST_SUBSCRIPTIONS)]


@pytest.mark.promise("S15")
def test_a_message_that_is_too_large_ends_its_socket(fresh: Scene) -> None:
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        socket_.send(" " * (MOST_BYTES + 1))
        with pytest.raises(websockets.exceptions.ConnectionClosed) as closed:
            socket_.recv(10)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 1009


@pytest.mark.promise("S15")
@pytest.mark.parametrize(
    "message",
    [
        [], None, 7, "text", {}, {"type": []}, {"type": "subscribe"},
        {"type": "subscribe", "id": [], "payload": {"query": "{ mandates { id } }"}},
        {"type": "subscribe", "id": "1", "payload": []},
        {"type": "subscribe", "id": "1", "payload": {}},
        {"type": "complete", "id": {}},
    ],
)  # fmt: skip
def test_a_message_of_another_form_ends_its_socket_alone(message: Any, fresh: Scene) -> None:
    token = fresh.token()
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        opened(socket_, Authorization=f"Bearer {token}")
        socket_.send(json.dumps(message))
        with pytest.raises(websockets.exceptions.ConnectionClosed) as closed:
            socket_.recv(10)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4400
    assert asks(fresh, token) == 200


@pytest.mark.promise("S15")
@pytest.mark.parametrize(
    "payload",
    [
        {"query": 7}, {"query": None}, {"query": []}, {"query": ""}, {"query": "{{{"},
        {"query": "{ mandates { id } }", "variables": []},
        {"query": "{ mandates { id } }", "operationName": 7},
        {"query": "{ nothing }"}, {"query": "sha256:00"}, {"query": "{" * 20_000},
    ],
)  # fmt: skip
def test_an_operation_of_another_form_is_an_error_of_its_own(payload: Any, fresh: Scene) -> None:
    with connect(f"ws://{fresh.host}/graphql", subprotocols=[PROTOCOL]) as socket_:
        opened(socket_, Authorization=f"Bearer {fresh.token()}")
        socket_.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
        said = json.loads(socket_.recv(20))
        assert said["type"] == "error" or said["payload"]["errors"]
        subscribe(socket_, "2", "{ mandates { id } }")
        later = said
        while later["id"] != "2":
            later = json.loads(socket_.recv(20))
        assert later["payload"]["data"]["mandates"]
