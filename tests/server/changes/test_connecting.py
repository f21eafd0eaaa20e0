"""Connecting an account over the API: real calls to a stand-in for AWS say as whom it is read."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from server.demo.moto_server import MotoServer
from tests.server.changes.estate import Estate, asking, viewer
from tests.server.running import ACCOUNT, QUIET, client

KEYS = {
    "AWS_ACCESS_KEY_ID": "AKIATEST", "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": str(QUIET),
    "AWS_SHARED_CREDENTIALS_FILE": str(QUIET),
}  # fmt: skip


@pytest.fixture
def connected(estate: Estate, moto: MotoServer) -> Iterator[Estate]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("AWS_PROFILE", raising=False)
        for name, value in {**KEYS, "AWS_ENDPOINT_URL": moto.endpoint_url}.items():
            patch.setenv(name, value)
        yield estate


def add(estate: Estate, who: Any = None, **aws: Any) -> dict[str, Any]:
    name = aws.pop("name", None)
    given = {"name": name, "aws": {"regions": ["us-east-1"], **aws}}
    return estate.change("addConnector", who or viewer("admin"), input=given)


def test_an_account_is_connected_and_that_is_recorded(connected: Estate) -> None:
    said = add(connected, name="shop")
    assert said == {"__typename": "ConnectorAdded", "id": f"aws:aws:{ACCOUNT}", "name": "shop"}
    found = connected.deployment.ledger.connector("shop")
    assert (found.state, found.options) == ("pending", {"regions": ["us-east-1"]})
    asked, done = connected.records()
    assert (asked.who, asked.action, done.outcome) == ("ann", "addConnector", "done")
    assert asked.arguments["connector"] == found.id


@pytest.mark.promise("R7")
def test_of_two_that_connect_the_same_account_at_once_one_does(connected: Estate) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = [pool.submit(add, connected, name=name) for name in ("red", "blue")]
        kinds = sorted(done.result()["__typename"] for done in made)
    assert kinds == ["AlreadyConnected", "ConnectorAdded"]
    outcomes = sorted(r.outcome for r in connected.records())
    assert outcomes == ["asked", "asked", "done", "refused"]


def test_who_may_not_add_asks_no_cloud(connected: Estate) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")  # nothing answers there
        for who in (viewer("operator"), viewer(one="admin"), viewer()):
            assert add(connected, who)["__typename"] == "NotAllowed"
    assert connected.records() == []


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"account": "999999999999"}, "account", f"account {ACCOUNT}, not 999999999999"),
        ({"regions": ["eu-nowhere-1"]}, "regions", "no region 'eu-nowhere-1'"),
        ({"externalId": "e-42"}, "externalId", "goes with a role"),
        ({"profile": "wrok"}, "input", "no AWS profile is called 'wrok'"),
        ({"name": " "}, "name", "says nothing"),
    ],
)
def test_what_does_not_fit_is_named(
    connected: Estate, given: dict[str, Any], field: str, says: str
) -> None:
    said = add(connected, **given)
    assert (said["__typename"], said["field"]) == ("BadInput", field)
    assert says in said["message"]
    assert connected.records() == []


def test_exactly_one_cloud_is_needed(connected: Estate) -> None:
    for given in ({}, {"aws": {}, "gcp": {"project": "p"}}):
        said = connected.change("addConnector", input=given)
        assert (said["__typename"], said["field"]) == ("BadInput", "input")


@pytest.fixture
def company(connected: Estate, moto: MotoServer) -> Iterator[tuple[Estate, str]]:
    """Give an estate, and the id of another account of its organisation."""
    organizations = client(moto.endpoint_url, "organizations")
    organizations.create_organization(FeatureSet="ALL")
    made = organizations.create_account(AccountName="Play Ground", Email="p@example.com")
    yield connected, made["CreateAccountStatus"]["AccountId"]
    moto.reset()


def discover(estate: Estate, who: Any = None, **more: Any) -> dict[str, Any]:
    given = {"aws": {"roleName": "audit/Reader", "regions": ["us-east-1"]}, **more}
    return estate.change("discoverConnectors", who or viewer("admin"), input=given)


def found_in(said: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    parts = ("added", "alreadyThere", "leftOut")
    return {part: sorted((a["account"], a["why"]) for a in said[part]) for part in parts}


def test_an_organisation_is_looked_at_and_then_connected(company: tuple[Estate, str]) -> None:
    estate, other = company
    before = estate.picture()
    said = discover(estate, isDryRun=True, leaveOut=[ACCOUNT])
    assert said["isDryRun"] is True
    assert found_in(said) == {
        "added": [(other, "to be added")], "alreadyThere": [], "leftOut": [(ACCOUNT, "left out")],
    }  # fmt: skip
    assert (estate.picture(), estate.records()) == (before, [])
    said = discover(estate, leaveOut=[ACCOUNT])
    assert said["added"] == [{
        "account": other, "connector": f"aws:aws:{other}", "name": "play-ground", "why": "added",
    }]  # fmt: skip
    added = estate.deployment.ledger.connector("play-ground")
    assert added.reference["role_arn"] == f"arn:aws:iam::{other}:role/audit/Reader"
    assert added.options == {"regions": ["us-east-1"]}
    done = [(r.action, r.result) for r in estate.records() if r.outcome == "done"]
    assert done == [("addConnector", None), ("discoverConnectors", "1 added")]
    again = discover(estate)
    assert found_in(again) == {
        "added": [(ACCOUNT, "added")], "alreadyThere": [(other, "there already")], "leftOut": [],
    }  # fmt: skip


def test_who_may_not_add_has_no_organisation_asked(connected: Estate) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")  # nothing answers there
        for who in (viewer("operator"), viewer(one="admin"), viewer()):
            assert discover(connected, who)["__typename"] == "NotAllowed"
    assert connected.records() == []


@pytest.mark.promise("S12")
def test_an_organisation_is_not_connected_unless_that_is_recorded(
    company: tuple[Estate, str],
) -> None:
    estate, _ = company
    before = estate.picture()
    work = estate.folder / "work.sqlite"
    aside = work.rename(estate.folder / "aside.sqlite") if work.exists() else None
    estate.deployment.access.store.close()
    work.mkdir()  # no database can be made where a folder is
    given = {"input": {"aws": {"roleName": "Reader"}}}
    result = estate.api.execute(asking("discoverConnectors", given), given, by_post=True)
    work.rmdir()
    if aside:
        aside.rename(work)
    estate.deployment.access.store.close()
    assert result.errors is not None
    assert "audit log can't be written" in result.errors[0].message
    assert estate.picture() == before


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"aws": {"roleName": "arn:aws:iam::1:role/x"}}, "roleName", "without an ARN"),
        ({"aws": {"roleName": "R", "regions": ["eu-nowhere-1"]}}, "regions", "no region"),
        ({"aws": {"roleName": "R"}, "leaveOut": ["ou-none"]}, "input", "can't be listed"),
        ({"gcp": {"organization": "1", "folder": "2"}}, "organization", "one of organization"),
        ({"gcp": {"folder": "my-folder"}}, "organization", "by its number"),
        ({"aws": {"roleName": "R"}, "gcp": {"folder": "2"}}, "input", "exactly one"),
        ({}, "input", "exactly one"),
    ],
)
def test_what_does_not_fit_in_looking_for_accounts_is_named(
    connected: Estate, given: dict[str, Any], field: str, says: str
) -> None:
    said = connected.change("discoverConnectors", input=given)
    assert (said["__typename"], said["field"]) == ("BadInput", field)
    assert says in said["message"]
    assert connected.records() == []
