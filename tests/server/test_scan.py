"""A scan from the command line: what it tells, and what refused, odd and slow answers do to it.

One small account, scanned once for all tests here; a test that breaks the cloud scans it again,
and what it leaves behind is what the next scan without faults puts right.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from controls.load import load
from controls.read_set import read_set
from graph.connect import Settings
from ingest.catalogue import discover
from server.demo.moto_server import MotoServer
from tests.clouds.aws.operations import operations_of
from tests.clouds.aws.proxy import Proxy
from tests.neo4j_fixture import wipe
from tests.server.running import REGION, Shell, furnish, shell

PICTURE = """
MATCH (n:Resource) OPTIONAL MATCH (n)-[e]->(m:Resource|Tag)
WITH n, collect([type(e), coalesce(m.uid, m.id), properties(e)]) AS edges
RETURN n.uid AS uid, labels(n) AS labels,
  n {.*, first_seen: null} AS props, edges
ORDER BY uid
"""
VERDICTS = "MATCH (v:Verdict) RETURN v.control AS control, v.verdict AS verdict"
MARKED = """
MATCH (n:Resource) WHERE n.unread IS NOT NULL AND NOT n:Unseen
UNWIND labels(n) AS label UNWIND n.unread AS name
RETURN DISTINCT label, name
"""
DECLARED = discover()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scene:
    """An account that was scanned twice: `first` and `second` are what the command printed."""

    shell: Shell
    proxy: Proxy
    driver: neo4j.Driver
    first: dict[str, Any]
    second: dict[str, Any]

    def scan(self) -> dict[str, Any]:
        found: dict[str, Any] = self.shell.json("scan")
        return found

    def whole(self) -> dict[str, Any]:
        """Scan with nothing in the way."""
        self.proxy.clear()
        return self.scan()

    def uids(self, label: str) -> set[str]:
        return {r["uid"] for r in self.shell.json("resources", "--type", label)}

    def verdicts(self) -> dict[str, str]:
        rows = self.driver.execute_query(VERDICTS).records
        return {row["control"]: row["verdict"] for row in rows}

    def picture(self) -> list[Any]:
        rows = self.driver.execute_query(PICTURE).records
        return [
            (r["uid"], sorted(r["labels"]), sorted(map(repr, r["props"].items())),
             sorted(map(repr, r["edges"])))
            for r in rows
        ]  # fmt: skip


@pytest.fixture(scope="module")
def scanned(
    moto: MotoServer, driver: neo4j.Driver, neo4j_server: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:  # fmt: skip
    moto.reset()
    wipe(driver)
    furnish(moto.endpoint_url)
    with Proxy(moto.endpoint_url) as proxy:
        user = shell(tmp_path_factory.mktemp("home"), neo4j_server, proxy.endpoint_url)
        user.json("connectors", "add", "aws", "--name", "shop", "--regions", REGION)
        first, second = user.json("scan", "shop"), user.json("scan")
        yield Scene(shell=user, proxy=proxy, driver=driver, first=first, second=second)
    wipe(driver)


@pytest.fixture
def scene(scanned: Scene) -> Iterator[Scene]:
    scanned.proxy.clear()
    yield scanned
    scanned.proxy.clear()


@pytest.fixture
def healing(scanned: Scene) -> Iterator[Scene]:
    """Give the scene to a test that leaves it broken, and scan it whole afterwards."""
    yield scanned
    scanned.whole()


def unread_of(result: dict[str, Any], label: str) -> list[dict[str, Any]]:
    return [entry for entry in result["unread"] if entry["type"] == label]


def test_a_scan_tells_what_it_read_and_wrote(scanned: Scene) -> None:
    first = scanned.first
    assert first["connector"] == "shop"
    assert re.fullmatch("[0-9a-f]{16}", first["scan"])
    assert first["seconds"] > 0
    listed = [r for r in scanned.shell.json("resources") if r["cloud"] != "internet"]
    assert first["resources"] == len(listed)
    assert first["relationships"] > 20
    assert first["written"]["nodes"] >= first["resources"]
    assert first["written"]["edges"] >= first["relationships"]
    assert first["written"]["removed"] == 0
    assert first["unread"] == []
    assert first["quarantined"] == 0
    assert sum(first["evaluation"]["verdicts"].values()) == first["evaluation"]["controls"] > 40


def test_a_second_scan_writes_nothing(scanned: Scene) -> None:
    assert scanned.second["scan"] != scanned.first["scan"]
    assert set(scanned.second["written"].values()) == {0}
    for same in ("resources", "relationships", "units", "unread", "calls"):
        assert scanned.second[same] == scanned.first[same], same
    assert scanned.second["evaluation"]["opened"] == scanned.second["evaluation"]["closed"] == 0


def test_calls_are_those_that_reach_the_cloud(scene: Scene) -> None:
    result = scene.scan()
    asked = sum(scene.proxy.calls.values())
    whoami = 1  # who the credentials are is asked before the account is opened
    assert result["calls"] == asked - whoami


def test_the_regions_left_out_are_told(scanned: Scene) -> None:
    assert set(scanned.first["units"]) == {"complete", "excluded"}
    assert {r["region"] for r in scanned.shell.json("resources", "--type", "AwsVpc")} == {REGION}


@pytest.fixture(scope="module")
def broken(scanned: Scene) -> dict[str, Any]:
    """Scan once with many things wrong, each in a type of its own, then once with none."""
    whole = scanned.picture()
    verdicts = scanned.verdicts()
    proxy = scanned.proxy
    proxy.clear()
    proxy.deny("ec2:DescribeVolumes")
    proxy.deny("s3:GetBucketAcl")
    proxy.forget("kms:ListKeys")
    proxy.forget("lambda:ListFunctions", status=500)
    proxy.rewrite("sns:ListTopics", body=lambda _: b"<oops")
    proxy.rewrite(
        "ec2:DescribeAddresses", body=lambda b: re.sub(b"<allocationId>.*?</allocationId>", b"", b)
    )
    result = scanned.scan()
    calls = dict(proxy.calls)
    check = scanned.shell.json("connectors", "check", "shop")
    findings = scanned.shell.json("findings", "--status", "NOT_EVALUATED")
    found = {
        "result": result, "calls": calls, "check": check, "findings": findings,
        "verdicts": scanned.verdicts(), "before": verdicts,
        "picture": scanned.picture(), "picture_before": whole,
    }  # fmt: skip
    found["healed"] = {
        "result": scanned.whole(),
        "picture": scanned.picture(),
        "verdicts": scanned.verdicts(),
    }
    return found


def test_a_denied_listing_is_unread_with_call_and_error(broken: dict[str, Any]) -> None:
    (entry,) = unread_of(broken["result"], "AwsEbsVolume")
    assert (entry["region"], entry["call"]) == (REGION, "ec2:DescribeVolumes")
    assert entry["error"] == "UnauthorizedOperation"


def test_a_denied_call_about_resources_names_the_fields(broken: dict[str, Any]) -> None:
    (entry,) = unread_of(broken["result"], "AwsS3Bucket")
    assert (entry["call"], entry["error"]) == ("s3:GetBucketAcl", "AccessDenied")
    assert (entry["fields"], entry["resources"]) == (["public_acl_permissions"], 2)


@pytest.mark.parametrize(
    ("label", "call"),
    [("AwsKmsKey", "kms:ListKeys"), ("AwsLambdaFunction", "lambda:ListFunctions")],
)
def test_an_unknown_api_is_unread_at_once(broken: dict[str, Any], label: str, call: str) -> None:
    (entry,) = unread_of(broken["result"], label)
    assert entry["call"] == call
    assert broken["calls"][call] == 1


def test_a_malformed_body_is_unread_and_costs_no_other_type(broken: dict[str, Any]) -> None:
    (entry,) = unread_of(broken["result"], "AwsSnsTopic")
    assert entry["call"] == "sns:ListTopics"
    touched = {entry["type"] for entry in broken["result"]["unread"]}
    assert touched == {
        "AwsEbsVolume", "AwsS3Bucket", "AwsKmsKey", "AwsLambdaFunction", "AwsSnsTopic"
    }  # fmt: skip
    before = {row[0]: row for row in broken["picture_before"]}
    of_bucket = "arn:aws:s3:::"
    same = [row for row in broken["picture"] if not row[0].startswith(of_bucket)]
    assert same == [before[row[0]] for row in same]


def test_what_was_read_before_stays(broken: dict[str, Any]) -> None:
    before, after = ({row[0] for row in broken[p]} for p in ("picture_before", "picture"))
    assert before - after == set()


def test_the_next_scan_puts_everything_right(broken: dict[str, Any]) -> None:
    assert broken["healed"]["result"]["unread"] == []
    assert broken["healed"]["picture"] == broken["picture_before"]
    assert broken["healed"]["verdicts"] == broken["before"]


def test_a_malformed_record_is_quarantined(broken: dict[str, Any]) -> None:
    assert broken["result"]["quarantined"] == 1
    assert unread_of(broken["result"], "AwsElasticAddress") == []


def test_what_needs_an_unread_thing_is_never_passed(broken: dict[str, Any]) -> None:
    verdicts = broken["verdicts"]
    assert broken["before"]["aws/sns/topic_encrypted"] == "PASS"
    assert verdicts["aws/sns/topic_encrypted"] == "NOT_EVALUATED"
    assert verdicts["aws/ec2/volume_encrypted"] in {"FAIL", "NOT_EVALUATED"}
    about = {f["control"] for f in broken["findings"]}
    assert {"aws/sns/topic_encrypted", "aws/ec2/volume_encrypted"} <= about
    assert all(f["reason"] for f in broken["findings"])


def test_a_check_lists_each_refused_call_with_the_controls_lost(broken: dict[str, Any]) -> None:
    check = broken["check"]
    assert check["state"] == "degraded"
    assert check["credentials"].startswith("ok, as arn:aws:")
    refused = {entry["call"]: entry for entry in check["refused"]}
    assert set(refused) == {
        "ec2:DescribeVolumes", "s3:GetBucketAcl", "kms:ListKeys", "lambda:ListFunctions",
        "sns:ListTopics",
    }  # fmt: skip
    assert refused["ec2:DescribeVolumes"]["regions"] == [REGION]
    assert "aws/ec2/volume_encrypted" in refused["ec2:DescribeVolumes"]["controls"]
    assert refused["s3:GetBucketAcl"]["permission"] == "s3:GetBucketAcl"
    assert refused["s3:GetBucketAcl"]["fields"] == ["public_acl_permissions"]
    lost = set(refused["s3:GetBucketAcl"]["controls"])
    assert lost
    assert "aws/s3/bucket_requires_tls" not in lost


def test_throttling_changes_nothing_in_the_graph(scene: Scene) -> None:
    before = scene.picture()
    scene.proxy.throttle("s3:*", "kms:*", "sns:*", "lambda:*", probability=0.3)
    result = scene.scan()
    assert result["unread"] == []
    assert set(result["written"].values()) == {0}
    assert scene.picture() == before


def test_credentials_that_expire_in_between_leave_the_rest_unread(scene: Scene) -> None:
    before = {row[0] for row in scene.picture()}
    scene.proxy.expire("s3:*", "kms:*")
    result = scene.scan()
    assert {e["type"] for e in result["unread"]} >= {"AwsS3Bucket", "AwsKmsKey"}
    assert {row[0] for row in scene.picture()} == before
    (connector,) = scene.shell.json("connectors", "list")
    assert connector["state"] == "degraded"
    assert connector["last_error"]
    assert scene.whole()["unread"] == []
    assert scene.shell.json("connectors", "list")[0]["state"] == "online"


def test_credentials_that_do_not_work_are_said_and_change_nothing(scene: Scene) -> None:
    before = scene.picture()
    scene.proxy.expire("sts:GetCallerIdentity")
    assert "ExpiredToken" in scene.shell.refused("scan", "shop", "--json")
    assert scene.shell.json("connectors", "list")[0]["state"] == "offline"
    check = scene.shell.json("connectors", "check", "shop")
    assert check["state"] == "offline"
    assert "ExpiredToken" in check["credentials"]
    assert scene.picture() == before
    scene.proxy.clear()
    assert scene.shell.json("connectors", "check", "shop")["credentials"].startswith("ok")


def test_credentials_of_another_account_are_refused(scene: Scene) -> None:
    scene.proxy.rewrite(
        "sts:GetCallerIdentity", body=lambda b: b.replace(b"123456789012", b"999999999999")
    )
    message = scene.shell.refused("scan", "shop")
    assert "999999999999" in message
    assert "123456789012" in message


ASKED = sorted(
    {
        operation
        for declaration in DECLARED.of_cloud("aws")
        for permission in declaration.permissions
        for operation in operations_of(permission)
        if not operation.startswith("sts:")
    }
)


@pytest.mark.promise("R5")
@settings(
    max_examples=4, deadline=None, database=None, derandomize=True,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(denied=st.sets(st.sampled_from(ASKED), min_size=3, max_size=25))
def test_no_control_passes_on_what_was_refused(healing: Scene, denied: set[str]) -> None:
    scene = healing
    scene.proxy.clear()
    before = {row[0] for row in scene.picture()}
    scene.proxy.deny(*denied)
    result = scene.scan()
    refused = {name for name in denied if scene.proxy.calls[name]}
    assert {entry["call"] for entry in result["unread"]} == refused
    assert before <= {row[0] for row in scene.picture()}
    verdicts = scene.verdicts()
    passed = {control for control, verdict in verdicts.items() if verdict == "PASS"}
    assert not passed & _needing(scene, result)


def _needing(scene: Scene, result: dict[str, Any]) -> set[str]:
    """Return the controls that need a type that was not listed, or a field of their own type."""
    types = {entry["type"] for entry in result["unread"] if not entry["fields"]}
    marked = {(r["label"], r["name"]) for r in scene.driver.execute_query(MARKED).records}
    found = set()
    for control in load(()).values():
        reads = read_set(scene.driver, control, DECLARED)
        own = {name for label, name in reads.properties if label == control.resource}
        own |= {t for a, t, b in reads.relationships if control.resource in {a, b}}
        if types & {*reads.labels, control.resource} or any(
            (control.resource, name) in marked for name in own
        ):
            found.add(control.id)
    return found


def test_findings_have_the_documented_form(scanned: Scene) -> None:
    found = scanned.shell.json("findings")
    assert len({f["id"] for f in found}) == len(found) > 20
    for finding in found:
        assert set(finding) >= {
            "id", "status", "control", "severity", "resource", "connector", "evidence", "reason",
            "first_seen", "also",
        }  # fmt: skip
        assert set(finding["resource"]) == {"uid", "type", "name", "region", "account"}
        assert finding["connector"] == "shop"
        assert finding["status"] in {"FAIL", "NOT_EVALUATED", "WAIVED"}
    public = next(
        f for f in found
        if f["control"] == "aws/s3/bucket_public_access" and f["resource"]["name"] == "public-site"
    )  # fmt: skip
    assert public["status"] == "FAIL"
    assert public["resource"]["type"] == "AwsS3Bucket"
    assert public["resource"]["uid"] == "arn:aws:s3:::public-site"
    assert public["evidence"]
    assert public["also"]["prowler"]


def test_findings_are_narrowed_by_each_filter(scanned: Scene) -> None:
    run = scanned.shell.json
    every = run("findings", "--connector", "shop")
    assert every == run("findings")
    for name in ("severity", "status", "control"):
        value = every[0][name]
        assert run("findings", f"--{name}", value) == [f for f in every if f[name] == value]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("findings", "--severity", "terrible"), "critical, high, medium, low, info"),
        (("findings", "--status", "BAD"), "FAIL, NOT_EVALUATED, WAIVED"),
        (("findings", "--control", "aws/nope"), "cirrograph controls list"),
        (("findings", "--connector", "nope"), "there are: shop"),
        (("resources", "--type", "AwsThing"), "AwsS3Bucket"),
        (("scan", "nope"), "there are: shop"),
        (("connectors", "check", "nope"), "there are: shop"),
        (("connectors", "remove", "nope", "--yes"), "there are: shop"),
        (("report", "cis-aws-9.9", "shop"), "cis-aws-6.0"),
        (("report", "cis-aws-6.0", "nope"), "there are: shop"),
        (("report", "cis-aws-6.0", "shop", "--fail-on", "bad"), "critical, high"),
    ],
)
def test_what_is_not_there_is_named_beside_what_is(
    scanned: Scene, arguments: tuple[str, ...], says: str
) -> None:
    message = scanned.shell.refused(*arguments)
    assert says in message
    assert arguments[-2 if arguments[-1] in {"--yes", "shop"} else -1] in message


def test_resources_are_listed_by_type(scanned: Scene) -> None:
    found = scanned.shell.json("resources", "--type", "AwsS3Bucket")
    assert [r["name"] for r in found] == ["ledger", "public-site"]
    assert {r["type"] for r in found} == {"AwsS3Bucket"}
    assert {r["account"] for r in found} == {"123456789012"}


def test_a_query_gives_an_array_of_rows(scanned: Scene) -> None:
    text = "MATCH (b:AwsS3Bucket) RETURN b.name AS name, b AS bucket ORDER BY name"
    first, second = scanned.shell.json("query", text)
    assert (first["name"], second["name"]) == ("ledger", "public-site")
    assert first["bucket"]["labels"] == ["AwsS3Bucket", "Resource"]
    assert scanned.shell.json("query", "MATCH (n:Nothing) RETURN n") == []
    ran = scanned.shell.run("query", "-", "--json", stdin="RETURN 1 AS one")
    assert json.loads(ran.out) == [{"one": 1}]


def test_a_report_is_a_numbered_run_of_a_mandate(scanned: Scene) -> None:
    first = scanned.shell.json("report", "cis-aws-6.0", "shop")
    second = scanned.shell.json("report", "cis-aws-6.0", "shop")
    assert second["number"] == first["number"] + 1
    assert first["mandate"]["id"] == "cis-aws-6.0"
    assert first["connector_name"] == "shop"
    assert first["requirements"]
    assert sum(first["counts"].values()) > 60
    assert first["results"]["aws/iam/root_mfa"]["verdict"] == "FAIL"


def test_the_exit_code_of_a_report_follows_fail_on(scanned: Scene) -> None:
    bad = scanned.shell.run("report", "cis-aws-6.0", "shop", "--fail-on", "critical", "--json")
    assert bad.code == 1
    assert bad.json["results"]
    assert scanned.shell.run("report", "cis-aws-6.0", "shop").code == 0


def test_tables_are_for_people_and_nothing_else_is_on_standard_output(scanned: Scene) -> None:
    for arguments, says in (
        (("findings",), "bucket_public_access"),
        (("resources",), "public-site"),
        (("connectors", "list"), "shop"),
        (("connectors", "check", "shop"), "credentials: ok"),
        (("report", "company-baseline", "shop"), "score"),
        (("query", "RETURN 'x' AS letter"), "letter"),
        (("scan",), "written: 0 nodes"),
    ):
        ran = scanned.shell.run(*arguments)
        assert ran.code == 0, ran.err
        assert says in ran.out
        assert not ran.err


def test_a_removed_connector_takes_what_only_it_saw(scanned: Scene) -> None:
    """Comes last: nothing is left of the account."""
    removed = scanned.shell.json("connectors", "remove", "shop", "--yes")
    assert removed["connector"] == "shop"
    assert removed["removed"] >= scanned.first["resources"]
    assert scanned.shell.json("connectors", "list") == []
    assert scanned.shell.json("resources") == []
    assert scanned.shell.json("findings") == []
    left = scanned.shell.json("query", "MATCH (n) RETURN DISTINCT labels(n) AS l")
    assert {label for row in left for label in row["l"]} <= {
        "CirrographSchema", "Control", "ControlReads", "FindingChange", "FindingCounter",
        "Resource", "Tag", "Unseen",
    }  # fmt: skip
    assert "add one" in scanned.shell.refused("scan")
