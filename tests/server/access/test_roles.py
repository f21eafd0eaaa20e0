"""Who may do what where: grants, groups of connectors, and the file that gives them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from graph.ledger import Connector
from schema.viewer import Role, Viewer
from server.access.access import Access
from server.access.errors import BadAccessSetting, BadGrant, BadRoles, NobodyCanSignIn
from server.access.gate import lost
from server.access.roles import Grant, Roles, grant_of, matches, read
from server.access.settings import AccessSettings, is_loopback
from server.access.store import Store


def connector(name: str, scope: str = "1", cloud: str = "aws") -> Connector:
    return Connector(name=name, cloud=cloud, partition=cloud, scope=scope, reference={}, options={})


PROD, TEST, AZURE = (
    connector("shop-prod"), connector("shop-test", "2"), connector("portal", "3", "azure"),
)  # fmt: skip
FILE = """
groups:
  production: ["*-prod", "azure:*"]
people:
  admins: {everywhere: admin}
  shop: {connectors: {"group:production": operator, "shop-*": viewer}}
  readers: {everywhere: viewer, connectors: {"cloud:azure": admin}}
"""


def roles(tmp_path: Path, text: str = FILE) -> Roles:
    path = tmp_path / "roles.yaml"
    path.write_text(text, encoding="utf-8")
    return Roles(path, lambda: (PROD, TEST, AZURE))


@pytest.mark.parametrize(
    ("keys", "everywhere", "on"),
    [
        (["admins"], "admin", {}),
        (["shop"], None, {PROD.id: "operator", TEST.id: "viewer", AZURE.id: "operator"}),
        (["readers"], "viewer", {AZURE.id: "admin"}),
        (["shop", "readers"], "viewer",
         {PROD.id: "operator", TEST.id: "viewer", AZURE.id: "admin"}),
    ],
)  # fmt: skip
def test_a_person_has_the_best_of_all_grants(
    keys: list[str], everywhere: Role | None, on: dict[str, Role], tmp_path: Path
) -> None:
    made = roles(tmp_path)
    expected = Viewer(name="ann", everywhere=everywhere, on=on)
    assert made.viewer("ann", made.of(keys)) == expected


def test_who_has_no_grant_is_no_viewer(tmp_path: Path) -> None:
    made = roles(tmp_path)
    assert made.viewer("eve", made.of(["others", "*", "email:"])) is None


def test_a_grant_can_be_anybody_s(tmp_path: Path) -> None:
    made = roles(tmp_path, 'people: {"*": {everywhere: viewer}}')
    assert made.viewer("eve", made.of([])) == Viewer(name="eve", everywhere="viewer")


def test_a_new_connector_falls_under_the_patterns_that_match_it(tmp_path: Path) -> None:
    there = [TEST]
    path = tmp_path / "roles.yaml"
    path.write_text(FILE, encoding="utf-8")
    made = Roles(path, lambda: tuple(there))
    before = made.viewer("ann", made.of(["shop"]))
    there.append(PROD)
    time.sleep(1.1)
    after = made.viewer("ann", made.of(["shop"]))
    assert before
    assert after
    assert set(after.on) - set(before.on) == {PROD.id}


@pytest.mark.parametrize(
    ("pattern", "name", "hit"),
    [
        ("shop-*", "shop-prod", True), ("shop", "shop-prod", False), ("SHOP-*", "shop-prod", False),
        ("*", "x", True), ("a[1]", "a[1]", True), ("aws:aws:1", "x", True), ("aws:*", "x", True),
        ("cloud:aws", "x", True), ("cloud:a*", "x", False), ("cloud:gcp", "x", False),
    ],
)  # fmt: skip
def test_patterns(pattern: str, name: str, hit: bool) -> None:  # noqa: FBT001 - a column of the table
    assert matches(pattern, connector(name)) is hit


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("people: {a: {everywhere: root}}", "people.a.everywhere"),
        ("people: {a: {everwhere: admin}}", "people.a.everwhere"),
        ("people: {a: {connectors: {'group:x': viewer}}}", "no group of connectors is called 'x'"),
        ("people: {a: {on: {x: viewer}}}", "people.a"),
        ("groups: {a: ['group:b'], b: []}", "a group holds no groups"),
        ("groups: {a: b}", "groups.a"),
        ("poeple: {}", "poeple"),
        ("[1]", "roles.yaml"),
        ("a: [", "can't be read"),
        ("\x00", "can't be read"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_place(
    text: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(BadRoles, match=r"roles\.yaml") as refused:
        roles(tmp_path, text)
    assert why in str(refused.value)


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read(path).people == {}
    with pytest.raises(BadRoles):
        read(tmp_path / "missing.yaml")


@pytest.mark.parametrize(
    "grant", [Grant(), grant_of(None, {}), grant_of(None, {"group:nobody's": "viewer"})]
)
def test_a_grant_that_gives_nothing_is_refused(grant: Grant, tmp_path: Path) -> None:
    with pytest.raises(BadGrant):
        roles(tmp_path).check(grant)


def test_a_role_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadGrant, match="viewer, operator, admin"):
        grant_of("root", {})
    with pytest.raises(BadGrant, match="viewer, operator, admin"):
        grant_of(None, {"x": "root"})


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        (Viewer(name="a", everywhere="admin"), None, True),
        (Viewer(name="a", everywhere="admin"), Viewer(name="a", everywhere="viewer"), True),
        (Viewer(name="a", everywhere="viewer"), Viewer(name="a", on={"x": "admin"}), True),
        (Viewer(name="a", on={"x": "viewer"}), Viewer(name="a", on={"y": "admin"}), True),
        (Viewer(name="a", on={"x": "viewer"}), Viewer(name="a", everywhere="viewer"), False),
        (Viewer(name="a", on={"x": "viewer"}), Viewer(name="a", on={"x": "admin"}), False),
    ],
)
def test_whether_somebody_may_less(before: Viewer, after: Viewer | None, less: object) -> None:
    assert lost(before, after) is less


# ---- settings, and the start of a server


@pytest.mark.parametrize(
    ("env", "why"),
    [
        ({"CIRROGRAPH_SIGN_IN": "maybe"}, "none or required"),
        ({"CIRROGRAPH_ROLES": "/nowhere/roles.yaml"}, "is no file"),
        ({"CIRROGRAPH_API_URL": "cirrograph.example.org"}, "CIRROGRAPH_API_URL"),
        ({"CIRROGRAPH_OIDC_ISSUER": "https://idp.example"}, "go together"),
        ({"CIRROGRAPH_OIDC_CLIENT_ID": "x"}, "go together"),
        ({"CIRROGRAPH_OIDC_ISSUER": "http://idp.example", "CIRROGRAPH_OIDC_CLIENT_ID": "x"},
         "https is needed"),
        ({"CIRROGRAPH_OIDC_ISSUER": "https://idp.example", "CIRROGRAPH_OIDC_CLIENT_ID": "x",
          "CIRROGRAPH_OIDC_SCOPES": "email"}, "openid has to be"),
        ({"CIRROGRAPH_SESSION_SECONDS": "0"}, "CIRROGRAPH_SESSION_SECONDS"),
        ({"CIRROGRAPH_VIEWER_REQUESTS": "many"}, "CIRROGRAPH_VIEWER_REQUESTS"),
        ({"CIRROGRAPH_REQUEST_SECONDS": "nan"}, "CIRROGRAPH_REQUEST_SECONDS"),
    ],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_named(
    env: dict[str, str], why: str, tmp_path: Path
) -> None:
    with pytest.raises(BadAccessSetting, match=why):
        AccessSettings.from_env({"CIRROGRAPH_HOME": str(tmp_path), **env})


def test_the_client_s_secret_is_not_shown(tmp_path: Path) -> None:
    env = {
        "CIRROGRAPH_HOME": str(tmp_path), "CIRROGRAPH_OIDC_ISSUER": "https://idp.example",
        "CIRROGRAPH_OIDC_CLIENT_ID": "x", "CIRROGRAPH_OIDC_CLIENT_SECRET": "sesame",
    }  # fmt: skip
    settings = AccessSettings.from_env(env)
    assert settings.oidc
    assert settings.oidc.client_secret == "sesame"  # noqa: S105 - a canary
    assert "sesame" not in repr(settings)


@pytest.mark.parametrize(
    ("host", "required"),
    [
        ("127.0.0.1", False), ("localhost", False), ("::1", False), ("127.0.0.9", False),
        ("0.0.0.0", True), ("::", True),  # noqa: S104 - addresses of the table ("10.0.0.1", True), ("cirrograph.example.org", True),
        ("localhost.example.org", True),
    ],
)  # fmt: skip
def test_who_can_be_reached_from_elsewhere_asks_who_it_is(host: str, required: object) -> None:
    assert is_loopback(host) is not required
    assert AccessSettings().must_sign_in(host) is required
    assert AccessSettings(sign_in="required").must_sign_in(host) is True
    assert AccessSettings(sign_in="none").must_sign_in(host) is False


def access(tmp_path: Path, env: dict[str, str]) -> Access:
    settings = AccessSettings.from_env({"CIRROGRAPH_HOME": str(tmp_path), **env})
    return Access.of(settings, Store(f"sqlite:///{tmp_path / 'work.sqlite'}"), lambda: ())


OIDC: dict[str, Any] = {
    "CIRROGRAPH_OIDC_ISSUER": "https://idp.example", "CIRROGRAPH_OIDC_CLIENT_ID": "x",
}  # fmt: skip


def test_a_server_that_nobody_could_use_does_not_start(tmp_path: Path) -> None:
    made = access(tmp_path, {})
    made.check_start("127.0.0.1")
    with pytest.raises(NobodyCanSignIn, match="cirrograph tokens create"):
        made.check_start("0.0.0.0")  # noqa: S104 - what is refused
    made.store.close()
    with pytest.raises(BadRoles, match="CIRROGRAPH_ROLES"):
        access(tmp_path, OIDC).check_start("127.0.0.1")
    (tmp_path / "roles.yaml").write_text(FILE, encoding="utf-8")
    access(tmp_path, OIDC).check_start("127.0.0.1")
    with pytest.raises(BadAccessSetting, match="CIRROGRAPH_API_URL"):
        access(tmp_path, OIDC).check_start("0.0.0.0")  # noqa: S104 - what is refused
    safe = {**OIDC, "CIRROGRAPH_API_URL": "https://cirrograph.example.org"}
    access(tmp_path, safe).check_start("0.0.0.0")  # noqa: S104 - behind what speaks https
