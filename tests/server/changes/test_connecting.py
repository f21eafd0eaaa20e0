"""Connecting an account over the API: real calls to a stand-in for AWS say as whom it is read."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from server.demo.moto_server import MotoServer
from tests.server.changes.estate import Estate, viewer
from tests.server.running import ACCOUNT, QUIET

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
