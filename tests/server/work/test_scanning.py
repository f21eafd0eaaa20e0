"""The jobs of a scan one by one, without the engine: what each makes of what another left."""

from __future__ import annotations

import dataclasses
import shutil
import threading
import time
from collections.abc import Iterator

import neo4j
import pytest

from controls.load import load
from graph.lake import Lake
from graph.scan import NoSuchScan
from graph.schedules import Schedules
from ingest.aws.reader import AwsReader
from ingest.catalogue import discover
from ingest.refusal import CredentialsRefused
from server.deployment import Deployment
from server.settings import Settings
from server.work import ticking
from server.work.accounts import Accounts, open_account
from server.work.scanning import Work, collect_service, plan_scan, publish_scan
from tests.server.running import client
from tests.server.work.nursery import FEW, in_background
from tests.server.work.scene import Scene

OTHER = "arn:aws:iam::210987654321:role/other"


@pytest.fixture
def work(scene: Scene, graph: neo4j.Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    for name, value in scene.env.items():
        monkeypatch.setenv(name, value)
    controls = load(())
    deployment = Deployment(
        settings=Settings.from_env(), catalogue=discover(), driver=graph, database="neo4j",
        controls={id_: controls[id_] for id_ in FEW}, broken=(), lake=Lake(scene.folder / "lake"),
    )  # fmt: skip
    accounts = Accounts(deployment.settings, deployment.catalogue)
    yield Work(deployment=deployment, accounts=accounts, stop=threading.Event())
    accounts.close()


def read_all(work: Work, scan: str) -> None:
    for service in work.deployment.scans.progress(scan).waiting:
        collect_service(work, scan, service)


def test_a_scan_that_failed_leaves_no_job_that_waits_for_ever(work: Work, scene: Scene) -> None:
    """Its publisher would hold the connector's only place, and no later scan could be published."""
    scan = scene.request()
    plan_scan(work, scan)
    late = threading.Timer(1, work.deployment.scans.fail, (scene.connector, scan, "keys are gone"))
    late.start()
    with pytest.raises(NoSuchScan, match="has failed"):
        publish_scan(work, scan)
    late.join()
    ended = work.deployment.scans.scan(scan)
    assert (ended.state, ended.error) == ("failed", "keys are gone")
    following = scene.request()
    assert following != scan
    plan_scan(work, following)
    read_all(work, following)
    publish_scan(work, following)
    scene.must_be_right()


def test_first_verdicts_are_there_while_a_service_is_still_being_read(
    work: Work, scene: Scene, graph: neo4j.Driver
) -> None:
    settings = dataclasses.replace(work.deployment.settings, partial_seconds=0.2)
    work = dataclasses.replace(
        work, deployment=dataclasses.replace(work.deployment, settings=settings)
    )
    scene.next_generation()
    iam = client(scene.moto_url, "iam")
    iam.create_user(UserName="somebody")
    iam.create_login_profile(UserName="somebody", Password="For-tests-0nly")  # noqa: S106 - a throw-away
    scan = scene.request()
    plan_scan(work, scan)
    slow = "s3"
    for service in work.deployment.scans.progress(scan).waiting:
        if service != slow:
            collect_service(work, scan, service)
    with in_background(lambda _: publish_scan(work, scan)):
        try:
            until = time.monotonic() + 60
            while (said := verdicts(graph)).get("aws/iam/user_console_mfa") != "FAIL":
                assert time.monotonic() < until, said
                time.sleep(0.1)
            partial = work.deployment.scans.progress(scan)
        finally:
            collect_service(work, scan, slow)  # else the publisher waits for it
    assert 0 < partial.complete < 1
    assert list(partial.waiting) == [slow]
    assert said["aws/s3/bucket_public_access"] == "NOT_EVALUATED"
    assert work.deployment.scans.progress(scan).complete == 1
    after = {verdict for control, verdict in verdicts(graph).items() if "/s3/" in control}
    assert "NOT_EVALUATED" not in after


def verdicts(graph: neo4j.Driver) -> dict[str, str]:
    """Return what stands of each control."""
    rows = graph.execute_query("MATCH (v:Verdict) RETURN v.control AS c, v.verdict AS v").records
    return {row["c"]: row["v"] for row in rows}


def test_units_whose_files_are_gone_are_read_again(work: Work, scene: Scene) -> None:
    scan = scene.request()
    plan_scan(work, scan)
    read_all(work, scan)
    shutil.rmtree(work.stage(scan))
    reading = threading.Timer(2, read_all, (work, scan))  # as the next round of a worker would
    reading.start()
    publish_scan(work, scan)
    reading.join()
    assert work.deployment.scans.scan(scan).state in {"complete", "incomplete"}
    scene.must_be_right()


def test_who_was_overtaken_closes_nothing(work: Work, scene: Scene) -> None:
    scans = work.deployment.scans
    scan = scene.request()
    old, new = scans.take(scan), scans.take(scan)
    scans.finish(scene.connector, scan, summary={"by": "old"}, error=None, take=old)
    assert not scans.scan(scan).finished
    scans.finish(scene.connector, scan, summary={"by": "new"}, error=None, take=new)
    scans.fail(scene.connector, scan, "too late", offline=True)
    assert scans.scan(scan).summary == {"by": "new"}
    assert scene.ledger.connector("shop").state == "online"


def test_keys_that_are_of_another_account_by_now_are_not_used(
    work: Work, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = open_account(scene.connector, work.deployment.settings, work.deployment.catalogue)
    assert isinstance(reader, AwsReader)
    account = reader.account
    before = account.session
    sts = client(scene.moto_url, "sts")
    keys = sts.assume_role(RoleArn=OTHER, RoleSessionName="other")["Credentials"]
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", keys["AccessKeyId"])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", keys["SecretAccessKey"])
    monkeypatch.setenv("AWS_SESSION_TOKEN", keys["SessionToken"])
    assert not account._renewed(before)
    assert account.session is before
    with pytest.raises(CredentialsRefused, match="of account 210987654321"):
        open_account(scene.connector, work.deployment.settings, work.deployment.catalogue)
    reader.close()


@pytest.mark.promise("R15")
def test_a_tick_that_can_not_be_done_holds_up_no_other(
    work: Work, scene: Scene, graph: neo4j.Driver
) -> None:
    # All controls, since the shipped mandates name them.
    deployment = dataclasses.replace(work.deployment, controls=load(()))
    schedules = Schedules(graph)
    broken = schedules.add("report", scene.connector.id, "* * * * *", "no-such-mandate")
    whole = schedules.add("scan", scene.connector.id, "* * * * *")
    graph.execute_query("MATCH (s:Schedule) SET s.due_at = s.due_at - duration('PT1M')")
    schedules.tick()
    assert schedules.take("me") is not None  # and its round broke off
    assert ticking.do_ticks(deployment, "me") == 2
    said = {s.id: schedules.ticks(s.id)[0].outcome for s in (broken, whole)}
    assert "no-such-mandate" in str(said[broken.id])
    assert str(said[whole.id]).startswith("scan ")
