"""A whole scan of an account whose every call takes 40 ms: from the start to the evaluated report.

The demo's estate in two of its regions. Wanted: at most 8 s with 32 calls in flight, 4 s when
nothing has changed. Of the types only those of some services are read, so that it is about as many
resources and calls as the figures are for; controls are asked all. Beside it, in the same run, the
same scan with one call at a time.

`--wide` then adds nine times as much to the account: wanted at most ten times the time, and less
than 300 MB of memory.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import time
from collections.abc import Iterable
from typing import Any

import neo4j

from bench.replay import replaying
from bench.server import Clock, apart, database
from bench.wide import widen
from graph.ledger import Connector
from ingest import memory
from ingest.aws import planning
from ingest.aws.calling import Account
from ingest.catalogue import Declaration
from server.demo.estate import fill
from server.demo.moto_server import MotoServer
from server.deployment import Deployment
from server.reporting import run_report
from server.result import ScanResult
from server.scan import scan

MANDATE = "cis-aws-6.0"
SERVICES = {"account", "sts", "iam", "s3", "kms", "ec2", "elbv2", "sns", "lambda", "cloudtrail"}
ONE_AT_A_TIME = {"CIRROGRAPH_CALLS": "1", "CIRROGRAPH_UNITS": "1", "CIRROGRAPH_SERVICES": "1"}
FORGET = "MATCH (n) WHERE NOT n:CirrographSchema CALL (n) { DETACH DELETE n } IN TRANSACTIONS"


def read_only_some() -> None:
    """Leave all other services out of every plan."""
    everything = planning.plan

    def plan(
        connector: str,
        account: Account,
        declarations: Iterable[Declaration],
        wanted: tuple[str, ...],
    ) -> Any:
        some = [d for d in declarations if d.service in SERVICES]
        return everything(connector, account, some, wanted)

    setattr(planning, "plan", plan)  # noqa: B010 - where the job looks it up


WIDE = 11  # copies that make nine times as many resources as the estate has


def filled(endpoint_url: str) -> tuple[str, tuple[str, ...]]:
    """Fill a stand-in, and return its account and regions."""
    estate = fill(endpoint_url)
    return estate.account, estate.regions


def timed(connector: Connector, *, fresh: bool = False) -> tuple[float, ScanResult]:
    """Return the seconds from asking for a scan to its report, and what it came to."""
    with Deployment.open() as deployment:
        if fresh:
            forget(deployment.driver)
            deployment.ledger.add(connector)
        began = time.perf_counter()
        result = scan(deployment, [connector])[connector.name]
        if not isinstance(result, ScanResult):
            raise result
        run_report(deployment, MANDATE, connector)
        return time.perf_counter() - began, result


def memory_of(connector: Connector) -> tuple[float, float]:
    """Return the MiB that a process holds at most which does nothing but one scan, and its own."""
    memory.save()
    read_only_some()
    with Clock() as clock:
        timed(connector, fresh=True)
    return clock.peak_mib, clock.own_mib


def forget(driver: neo4j.Driver) -> None:
    """Empty the database; what the server has planned it remembers."""
    with driver.session() as session:
        session.run(FORGET).consume()


def said(name: str, seconds: float, result: ScanResult, wanted: str = "") -> None:
    written = result.written.nodes + result.written.edges + result.written.removed
    print(
        f"{name:28} {seconds:6.1f} s   {result.resources} resources, {result.calls} calls, "
        f"{written} nodes and edges written   {wanted}"
    )


def widened(
    endpoint_url: str, connector: Connector, first: tuple[float, ScanResult], seconds_a_call: float
) -> None:
    """Scan ten times the estate, and print it beside the estate's own scan."""
    with apart() as pool:
        pool.submit(widen, endpoint_url, connector.options["regions"], WIDE).result()
    with replaying(endpoint_url, seconds_a_call) as wide:  # the other one knows the small estate
        connector = dataclasses.replace(connector, reference={"endpoint_url": wide})
        timed(connector, fresh=True)  # recorded
        seconds, result = timed(connector, fresh=True)
        with apart() as pool:
            peak_mib, own_mib = pool.submit(memory_of, connector).result()
    said("ten times the estate", seconds, result)
    print(
        f"  {result.resources / first[1].resources:.1f} times the resources, "
        f"{result.calls / first[1].calls:.1f} times the calls, {seconds / first[0]:.1f} times the "
        f"time, wanted 10; {own_mib:.0f} MiB of its own, wanted 300; {peak_mib:.0f} with libraries"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--milliseconds", type=float, default=40)
    parser.add_argument("--wide", action="store_true", help="and ten times the estate")
    given = parser.parse_args()
    seconds = given.milliseconds / 1000
    memory.save()  # as a worker does
    read_only_some()
    with database() as (settings, folder), MotoServer() as moto:
        os.environ |= {
            "NEO4J_URI": settings.uri, "NEO4J_PASSWORD": settings.password,
            "CIRROGRAPH_HOME": str(folder), "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench", "CIRROGRAPH_SCAN_INTERVAL": "0",
        }  # fmt: skip
        with apart() as pool:
            account, regions = pool.submit(filled, moto.endpoint_url).result()
        with replaying(moto.endpoint_url, seconds) as endpoint:
            connector = Connector(
                name="bench", cloud="aws", partition="aws", scope=account,
                reference={"endpoint_url": endpoint}, options={"regions": regions[:2]},
            )  # fmt: skip
            said("recorded (new database)", *timed(connector, fresh=True))
            first = timed(connector, fresh=True)
            said("first scan", *first, "wanted 8 s or less")
            said("unchanged", *timed(connector), "wanted 4 s or less, 0 written")
            if given.wide:
                widened(moto.endpoint_url, connector, first, seconds)
                return
            os.environ |= ONE_AT_A_TIME
            slow = timed(connector, fresh=True)
            said("one call at a time", *slow)
            print(f"ratio                        {slow[0] / first[0]:6.1f}")


if __name__ == "__main__":
    main()
