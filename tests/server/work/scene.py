"""An account that changes between scans, and looks at it from outside while workers read it."""

from __future__ import annotations

import dataclasses
import threading
import time
from pathlib import Path
from typing import Any

import neo4j

from graph.connect import Settings
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from graph.scans import SETTLED, STAGED, Scans
from ingest.catalogue import discover
from tests.clouds.aws.proxy import Proxy
from tests.server.running import ACCOUNT, REGION, client, surroundings

BUCKETS = 8
# Calls that list one type and nothing else: made once, its unit was read once.
LISTED_BY = {
    "AwsS3Bucket": "s3:ListBuckets",
    "AwsSnsTopic": "sns:ListTopics",
    "AwsKmsKey": "kms:ListKeys",
    "AwsLambdaFunction": "lambda:ListFunctions",
    "AwsEc2Volume": "ec2:DescribeVolumes",
    "AwsEc2Vpc": "ec2:DescribeVpcs",
    "AwsEc2Subnet": "ec2:DescribeSubnets",
    "AwsEc2SecurityGroup": "ec2:DescribeSecurityGroups",
    "AwsEc2NetworkInterface": "ec2:DescribeNetworkInterfaces",
}
SEQUENCE = "MATCH (c:Connector {id: $id}) RETURN c.sequence AS sequence"
NAMES = """
MATCH (:Unit {connector: $id, type: 'AwsS3Bucket'})<-[:SEEN_BY]-(b:AwsS3Bucket)
RETURN collect(b.name) AS names
"""
TWINS = "MATCH (a:Resource)-[e]->(b) WITH a, b, type(e) AS t, count(*) AS n WHERE n > 1 RETURN t, n"


@dataclasses.dataclass(kw_only=True)
class Scene:
    """One connector of one region, with workers' surroundings."""

    driver: neo4j.Driver
    proxy: Proxy
    moto_url: str
    folder: Path
    at: Settings
    generation: int = 0
    env: dict[str, str] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        migrate(self.driver, discover())
        self.scans = Scans(self.driver)
        self.ledger = Ledger(self.driver)
        self.connector = Connector(
            name="shop", cloud="aws", partition="aws", scope=ACCOUNT,
            reference={"endpoint_url": self.proxy.endpoint_url}, options={"regions": [REGION]},
        )  # fmt: skip
        self.ledger.add(self.connector)
        self.s3 = client(self.moto_url, "s3")
        self.env = self.surroundings("home") | self.env

    def surroundings(self, home: str) -> dict[str, str]:
        """Return a worker's environment; all share stage and lake."""
        return surroundings(self.folder / home, self.at, self.proxy.endpoint_url) | {
            "CIRROGRAPH_STAGE": str(self.folder / "stage"),
            "CIRROGRAPH_LAKE": str(self.folder / "lake"),
            "CIRROGRAPH_HEARTBEAT_SECONDS": "0.3",
            "CIRROGRAPH_DEAD_SECONDS": "2",
            "CIRROGRAPH_TRANSACTION_SECONDS": "15",
        }

    def next_generation(self) -> None:
        """Replace all buckets by others, so that no two scans see the same."""
        for name in self.bucket_names():
            self.s3.delete_bucket(Bucket=name)
        self.generation += 1
        for name in self.bucket_names():
            self.s3.create_bucket(Bucket=name)
            self.s3.put_bucket_tagging(
                Bucket=name, Tagging={"TagSet": [{"Key": "gen", "Value": str(self.generation)}]}
            )

    def bucket_names(self) -> list[str]:
        """Return the buckets that are there now."""
        if not self.generation:
            return []
        return [f"gen{self.generation}-{number}" for number in range(BUCKETS)]

    def request(self) -> str:
        """Ask for a scan of what is there now."""
        scan, _ = self.scans.request(self.connector)
        return scan

    def done(self, scan: str) -> set[str]:
        """Return the types whose unit in the region is read, or read and published."""
        return {
            u["type"] for u in self.scans.units(self.connector)
            if u.get("tried") == scan and u["phase"] in {STAGED, SETTLED}
            and u["region"] in {REGION, "global"}  # the others are settled without being read
        }  # fmt: skip

    def wait(self, scan: str, seconds: float = 240) -> dict[str, Any]:
        """Wait for a scan's end and return its summary."""
        until = time.monotonic() + seconds
        while not (found := self.scans.scan(scan)).finished:
            assert time.monotonic() < until, f"{found} {self.scans.progress(scan)} {self.logs()}"
            time.sleep(0.05)
        assert found.summary is not None, found
        return dict(found.summary)

    def logs(self) -> str:
        """Return what the workers said, for a test that fails."""
        said = [p.read_text() for p in sorted(self.folder.glob("worker-*.log"))[-3:]]
        return "\n---\n".join(said)

    def listed(self, since: int = 0) -> dict[str, int]:
        """How often each type was listed since a point of the proxy's log."""
        said = [call.name for call in self.proxy.log[since:]]
        return {type_: said.count(name) for type_, name in LISTED_BY.items()}

    def whole(self) -> frozenset[str] | None:
        """Return the buckets as a reader of whole pictures sees them; None while one is written."""
        before = self._sequence()
        rows = self.driver.execute_query(NAMES, id=self.connector.id).records
        if before % 2 or before != self._sequence():
            return None
        return frozenset(rows[0]["names"])

    def watch(self, stop: threading.Event) -> None:
        """Read whole pictures until told to stop; each is of one generation, and all of it."""
        while not stop.is_set():
            names = self.whole()
            if names:
                generations = {name.partition("-")[0] for name in names}
                assert len(generations) == 1, names
                assert len(names) == BUCKETS, names

    def must_be_right(self) -> None:
        """Assert that the graph is what a scan without any trouble leaves."""
        assert self.whole() == frozenset(self.bucket_names())
        assert self.driver.execute_query(TWINS).records == []
        added = [
            (row["uid"], row["scan"]) for row in
            Lake(self.folder / "lake").read("resource_changes").to_pylist()
            if row["change"] == "added"
        ]  # fmt: skip
        assert added

    def _sequence(self) -> int:
        rows = self.driver.execute_query(SEQUENCE, id=self.connector.id).records
        return int(rows[0]["sequence"])
