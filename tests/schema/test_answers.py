"""What GraphQL answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j
import pytest

from schema.api import Api
from tests.schema.estate import CONNECTOR, ID, api, arn, judged


@pytest.fixture
def asked(graph: neo4j.Driver, tmp_path: Path) -> Api:
    judged(graph, tmp_path)
    return api(graph)


def ask(asked: Api, query: str, **variables: Any) -> Any:
    """Return the data of a request that has no errors, by both executors."""
    result = asked.execute(query, variables)
    assert result.errors is None, result.errors
    assert asked.execute(query, variables) == result  # now that the text is known
    stock = asked.execute(query, variables, stock=True)
    assert stock.errors is None, stock.errors
    assert stock.data == result.data
    return result.data


def refused(asked: Api, query: str, **variables: Any) -> str:
    (message,) = [e.message for e in asked.execute(query, variables).errors or []]
    return message


def test_every_kind_of_field(asked: Api) -> None:
    found = ask(
        asked,
        """{ awsWidgets(first: 50, where: {name: "w0000"}) { nodes {
          __typename uid name cloud account region createdAt incarnation unread
          arn color sizeGib weight isRound madeAt labels policy
          tags { key value } parent { uid __typename } owner { uid }
          friends { uid __typename ... on AwsWidget { color } }
        } } }""",
    )
    (node,) = found["awsWidgets"]["nodes"]
    assert node == {
        "__typename": "AwsWidget", "uid": arn("w0000"), "name": "w0000", "cloud": "aws",
        "account": "111111111111", "region": "eu-west-1", "createdAt": None,
        "incarnation": "w-w0000", "unread": None, "arn": arn("w0000"), "color": "blue",
        "sizeGib": 2**40, "weight": 1.5, "isRound": True, "madeAt": "2026-01-02T03:04:05Z",
        "labels": ["a", "b"], "policy": {"a": [None], "b": 1},
        "tags": [{"key": "env", "value": "prod"}, {"key": "owner", "value": "web"}],
        "parent": {"uid": arn("root"), "__typename": "AwsWidget"}, "owner": None,
        "friends": [{"uid": arn("f1"), "__typename": "UnseenResource"},
                    {"uid": arn("f2"), "__typename": "UnseenResource"}],
    }  # fmt: skip


def test_fields_of_fragments_show_only_on_their_type(asked: Api) -> None:
    found = ask(
        asked,
        """query ($uid: String!, $no: Boolean!) { resource(uid: $uid) {
          ...More relationships(type: "KNOWS") { type direction stale properties other {
            uid ... on AwsWidget { color } ... on UnseenResource { firstSeen @skip(if: $no) } } }
          also: relationships(direction: OUT, first: 1) { type }
        } }
        fragment More on Resource { n: name ... on AwsWidget { n: name also_named: name } }""",
        uid=arn("w0000"),
        no=True,
    )
    assert found["resource"] == {
        "n": "w0000", "also_named": "w0000", "also": [{"type": "KNOWS"}],
        "relationships": [
            {"type": "KNOWS", "direction": "OUT", "stale": False, "properties": {"since": 2001},
             "other": {"uid": arn("f1")}},
            {"type": "KNOWS", "direction": "OUT", "stale": False, "properties": {},
             "other": {"uid": arn("f2")}},
        ],
    }  # fmt: skip
    assert ask(asked, '{ resource(uid: "nothing") { uid } }') == {"resource": None}


def test_the_same_relationship_seen_from_both_ends(asked: Api) -> None:
    found = ask(
        asked,
        "query ($uid: String!) { resource(uid: $uid) { relationships { direction other { uid } } "
        "out: relationships(direction: OUT) { type } } }",
        uid=arn("root"),
    )
    assert found["resource"] == {
        "out": [],
        "relationships": [
            {"direction": "IN", "other": {"uid": arn(name)}} for name in ("w0000", "w0001")
        ],
    }


def test_pages_go_on_after_their_cursor(graph: neo4j.Driver, tmp_path: Path) -> None:
    judged(graph, tmp_path, many=5)
    asked, seen, after = api(graph), [], None
    for expected in (True, True, False):
        page = ask(
            asked,
            "query ($after: String) { resources(first: 2, after: $after) { totalCount "
            "nodes { name } edges { cursor node { uid } } pageInfo { hasNextPage endCursor } } }",
            after=after,
        )["resources"]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (6, expected)
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        seen += [node["name"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    assert seen == ["root", "w0000", "w0001", "w0002", "w0003", "w0004"]


def test_resources_are_found_by_what_they_are(asked: Api) -> None:
    def names(where: str) -> list[str]:
        found = ask(
            asked, f"{{ awsWidgets(first: 50, where: {where}) {{ nodes {{ name }} totalCount }} }}"
        )
        assert found["awsWidgets"]["totalCount"] == len(found["awsWidgets"]["nodes"])
        return [node["name"] for node in found["awsWidgets"]["nodes"]]

    blue = ["w0000", "w0001"]
    assert names('{tags: [{key: "env", value: "prod"}, {key: "owner"}]}') == blue
    assert names('{tags: [{key: "env", value: "dev"}]}') == []
    assert names('{tags: [{key: "none"}]}') == []
    assert names('{name: "root", account: "111111111111"}') == ["root"]
    assert names('{region: "mars"}') == []
    assert names('{cloud: "aws"}') == ["root", *blue]


def test_resources_of_every_type_leave_the_unseen_out(asked: Api) -> None:
    def uids(arguments: str) -> list[str]:
        found = ask(
            asked, f"{{ resources(first: 50{arguments}) {{ nodes {{ uid __typename }} }} }}"
        )
        return [node["uid"] for node in found["resources"]["nodes"]]

    assert uids("") == uids(', type: "AwsWidget"') == [arn("root"), arn("w0000"), arn("w0001")]
    assert uids(', type: "UnseenResource"') == [arn("f1"), arn("f2")]


def test_a_finding_leads_to_control_mandate_resource_and_neighbours(asked: Api) -> None:
    found = ask(
        asked,
        """query ($connector: String!, $control: String!) {
          findings(connector: $connector, control: $control, status: FAIL, severity: high, first: 1)
          { totalCount nodes {
            id status severity since reason evidence uid
            control { id title why also thresholds policy { id }
                      requirements { number mandate { id title } } }
            resource { name ... on AwsWidget { color parent { name } }
                       relationships(first: 1) { other { uid } } findings { id } }
            connector { name } unit { id } remediation { console cli terraform }
        } } }""",
        connector="a111111111111",
        control=ID,
    )["findings"]
    assert found["totalCount"] == 2
    assert found["nodes"] == [
        {
            "id": "f-w0000", "status": "FAIL", "severity": "high", "reason": None,
            "since": "2026-01-03T00:00:00Z", "evidence": {"actual": "blue"}, "uid": arn("w0000"),
            "control": {
                "id": ID, "title": "Widgets are red", "why": "Other colors are not seen.",
                "also": {"prowler": ["widget_red"]}, "thresholds": {"coats": 3},
                "policy": {"id": "colors"},
                "requirements": [
                    {"number": "1.1", "mandate": {"id": "house", "title": "House rules"}}
                ],
            },
            "resource": {"name": "w0000", "color": "blue", "parent": {"name": "root"},
                         "relationships": [{"other": {"uid": arn("f1")}}],
                         "findings": [{"id": "f-w0000"}]},
            "connector": {"name": "a111111111111"}, "unit": None,
            "remediation": {
                "console": "Open w0000 and paint it.", "terraform": 'color = "red"',
                "cli": "aws widgets paint --name w0000 --region eu-west-1 --token ${TOKEN}",
            },
        }
    ]  # fmt: skip


def test_a_finding_on_a_unit_has_no_resource(asked: Api) -> None:
    found = ask(
        asked,
        "{ findings(first: 50, status: NOT_EVALUATED) { nodes { resource { uid } unit { type "
        "region connector { id } } reason remediation { cli } } } }",
    )["findings"]["nodes"]
    assert [(f["resource"], f["unit"], f["reason"]) for f in found] == [
        (None, {"type": "AwsWidget", "region": "eu-west-1", "connector": {"id": CONNECTOR}},
         "refused")
    ]  # fmt: skip
    assert "{name}" in found[0]["remediation"]["cli"]


def test_the_ledger(asked: Api) -> None:
    found = ask(
        asked,
        """query ($id: String!) { connectors { id name state publishing scanning scans { state }
          units(first: 50, state: "complete") { type count } }
          connector(name: "a111111111111") { id } none: connector(name: "no") { id }
          scans(connector: $id, first: 1) { state finishedAt summary connector { name } }
          units(first: 9, connector: "a111111111111") { nodes { id state region lastSeen }
          totalCount }
          foreign: units(first: 50, connector: "no") { nodes { id } totalCount
          pageInfo { hasNextPage } } }""",
        id=CONNECTOR,
    )
    assert found["connectors"] == [
        {"id": CONNECTOR, "name": "a111111111111", "state": "online", "publishing": False,
         "scanning": False, "scans": [{"state": "complete"}],
         "units": [{"type": "AwsWidget", "count": 3}]}
    ]  # fmt: skip
    assert (found["connector"], found["none"]) == ({"id": CONNECTOR}, None)
    assert found["scans"][0]["connector"] == {"name": "a111111111111"}
    assert found["scans"][0]["summary"] == {}
    assert found["units"]["totalCount"] == 1
    assert found["foreign"] == {"nodes": [], "totalCount": 0, "pageInfo": {"hasNextPage": False}}


def test_the_files(asked: Api) -> None:
    found = ask(
        asked,
        """query ($id: String!) { control(id: $id) { query resource isOwn isDisabled
            remediation { cli } }
          controls { id } policies { id title why controls { id } } policy(id: "no") { id }
          mandates { id version clouds requirements { number requirements { number isManual levels
            controls { severity } requirements { number } } } } mandate(id: "house") { title } }""",
        id=ID,
    )
    assert found["control"]["query"].endswith("AS evidence\n")
    assert found["policies"] == [
        {"id": "colors", "title": "Colors", "why": "They matter.", "controls": [{"id": ID}]}
    ]
    assert (found["policy"], found["controls"]) == (None, [{"id": ID}])
    assert found["mandates"][0]["requirements"] == [
        {"number": "1", "requirements": [{"number": "1.1", "isManual": False, "levels": ["1"],
         "controls": [{"severity": "high"}], "requirements": []}]}
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("{ resources(first: 1001) { nodes { uid } } }", "1001 is not between 1 and 1000"),
        ("{ resources(first: 0) { nodes { uid } } }", "0 is not between"),
        ('{ resources(first: 50, after: "x!") { nodes { uid } } }', "'x!' is no cursor"),
        ('{ resources(first: 50, after: "Ym9v") { nodes { uid } } }', "no cursor"),
        ('{ resources(first: 50, type: "AwsWidgit") { nodes { uid } } }', "did you mean AwsWidget"),
        (
            '{ resources(first: 1, type: "A) DETACH DELETE (n") { nodes { uid } } }',
            "no resource type",
        ),
        ('{ resource(uid: "a") { relationships(type: "KNOW") { type } } }', "mean KNOWS"),
        ('{ resource(uid: "a") { relationships(first: -1) { type } } }', "-1 is not between"),
        (
            "{ resources(first: 1000) { nodes { relationships(first: 1000) { type } } } }",
            "lower `first`",
        ),
    ],
)
def test_what_cannot_be_answered_is_said(asked: Api, query: str, said: str) -> None:
    before = asked.statements
    assert said in refused(asked, query)
    assert asked.statements == before


def test_what_goes_wrong_inside_is_told_by_its_id_only(
    asked: Api, graph: neo4j.Driver, caplog: pytest.LogCaptureFixture
) -> None:
    graph.execute_query("MATCH (f:Finding) SET f.evidence = 'no JSON: secret'")
    told = refused(asked, "{ findings(first: 50) { nodes { evidence } } }")
    number = told.rsplit(" ", 1)[1]
    assert "went wrong inside" in told
    assert "secret" not in told
    assert number in caplog.text


@pytest.mark.parametrize(
    ("query", "operation"),
    [("", None), ("mutation { a }", None), ("query A { controls { id } }", "B"), ("{", None)],
)
def test_what_is_no_operation_is_said(asked: Api, query: str, operation: str | None) -> None:
    errors = asked.execute(query, operation=operation).errors or []
    assert [bool(error.message) for error in errors] == [True]
