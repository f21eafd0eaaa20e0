"""S9 and S12: a change takes its role and shows nothing foreign; unrecorded, it is not made."""

from __future__ import annotations

import asyncio
import http.client
import json
from typing import Any

import pytest

import schema.news
from schema.viewer import Role
from server.access.gate import Guard
from server.api import create_app, running
from tests.server.changes.cases import LISTS, Case, each, prepared, token
from tests.server.changes.estate import (
    FOLLOW,
    ONE,
    TWO,
    Estate,
    asking,
    catalogue,
    followed,
    uid,
    viewer,
)


@pytest.mark.promise("S9")
@each
@pytest.mark.parametrize("who", ["one below", "foreign", "nobody"])
def test_without_its_role_nothing_is_changed(estate: Estate, case: Case, who: str) -> None:
    given = prepared(estate, case)
    before, known = estate.picture(), len(estate.records())
    below: Role = "operator" if case.role == "admin" else "viewer"
    asks = {
        "one below": viewer(below), "foreign": viewer(two="admin"), "nobody": viewer(),
    }[who]  # fmt: skip
    said = estate.change(case.field, asks, **given)
    hidden = "NotAllowed" if case.everywhere else "NoSuchConnector"
    if case.field in {"removeWaiver", "removeSchedule"}:
        hidden = "NotFound"
    assert said["__typename"] == ("NotAllowed" if who == "one below" else hidden)
    if who != "one below":
        assert "one" not in said["message"].split(": ", 1)[-1].split(", ")
        assert ONE not in said["message"]
    assert (estate.picture(), len(estate.records())) == (before, known)


@pytest.mark.promise("S12")
@each
def test_what_can_not_be_recorded_is_not_done(estate: Estate, case: Case) -> None:
    given = prepared(estate, case)
    estate.records()
    before = estate.picture()
    work = estate.folder / "work.sqlite"
    aside = work.rename(estate.folder / "aside.sqlite")
    estate.deployment.access.store.close()
    work.mkdir()  # no database can be made where a folder is
    result = estate.api.execute(asking(case.field, given), given, by_post=True)
    work.rmdir()
    aside.rename(work)
    estate.deployment.access.store.close()
    assert result.errors is not None
    assert str(estate.folder) not in result.errors[0].message
    assert "audit log can't be written, so nothing was changed" in result.errors[0].message
    assert estate.picture() == before


@pytest.mark.promise("S9")
def test_lists_hold_nothing_of_a_foreign_connector(decided: Estate) -> None:
    said = decided.ask(LISTS, viewer(one="operator"))
    assert [w["uid"] for w in said["waivers"] if w["uid"]] == [uid(ONE), uid(ONE)]
    assert len(said["waivers"]) == 3  # and the one that is about all
    for name in ("outcomes", "schedules"):
        assert [one["connector"]["name"] for one in said[name]] == ["one"]
    assert said["tokens"] is None
    assert said["me"]["on"] == [{"connectors": ONE, "role": "operator"}]
    assert TWO not in str(said)
    nobody = decided.ask(LISTS, viewer())
    assert (nobody["outcomes"], nobody["schedules"], nobody["tokens"]) == ([], [], None)
    assert [w["uid"] for w in nobody["waivers"]] == [None]


@pytest.mark.promise("S9")
def test_a_foreign_connector_is_not_followed(estate: Estate) -> None:
    async def follow() -> Any:
        news = followed(estate, viewer(one="viewer"))
        await anext(news)
        await asyncio.to_thread(estate.evaluate, TWO)
        await asyncio.sleep(2 * schema.news.POLL_SECONDS)
        await asyncio.to_thread(estate.evaluate, ONE)
        said = await anext(news)
        refused = [
            result
            async for result in estate.api.subscribe(
                FOLLOW, {"c": "two"}, viewer=viewer(one="viewer")
            )
        ]
        return said, refused

    said, (refused,) = asyncio.run(follow())
    assert said["connector"] == "one"
    assert "no connector is called 'two'; there are: one" in refused.errors[0].message


@pytest.mark.promise("S12")
def test_the_audit_log_keeps_no_secret(estate: Estate) -> None:
    made = estate.change("createToken", input=token())
    assert made["secret"] not in str(estate.records())
    assert estate.deployment.access.audit.verify().broken is None


@pytest.mark.promise("S9")
def test_a_token_changes_over_http_what_its_role_allows(estate: Estate) -> None:
    secrets = {
        role: estate.change("createToken", input=token(name=role, role=role))["secret"]
        for role in ("viewer", "operator")
    }
    guard = Guard(access=estate.deployment.access, must_sign_in=True)
    app = create_app(
        estate.driver, catalogue(), estate.shelf, database="neo4j", changes=estate.answers,
        guard=guard,
    )  # fmt: skip
    with running(app, port=0) as url:
        host = url.removeprefix("http://")
        assert refresh(host, "one", None)[0] == 401
        said = {
            (role, name): refresh(host, name, secret)[1]
            for role, secret in secrets.items()
            for name in ("one", "two")
        }
    assert said == {
        ("viewer", "one"): "NotAllowed", ("viewer", "two"): "NoSuchConnector",
        ("operator", "one"): "ScanRequested", ("operator", "two"): "NoSuchConnector",
    }  # fmt: skip
    last = estate.records()[-1]
    assert last.who.startswith("token operator")
    assert (last.action, last.outcome) == ("refreshConnector", "done")


def refresh(host: str, connector: str, secret: str | None) -> tuple[int, str | None]:
    """Ask for a scan by a token; return HTTP's status and the type of what came of it."""
    connection = http.client.HTTPConnection(host, timeout=60)
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["Authorization"] = f"Bearer {secret}"
    given = {"connector": connector}
    body = json.dumps({"query": asking("refreshConnector", given), "variables": given})
    connection.request("POST", "/graphql", body, headers)
    answer = connection.getresponse()
    said = json.loads(answer.read())
    connection.close()
    kind = (said.get("data") or {}).get("refreshConnector", {}).get("__typename")
    return answer.status, kind
