"""Load: through the real writer against the bare driver, then the same again unchanged.

Prints the rates, the ratio (wanted: 0.7 or more), how much faster the unchanged rescan is (wanted:
10 times), what it wrote (wanted: nothing), and the loader's peak of memory (wanted: 300 MiB).
"""

from __future__ import annotations

import argparse
import concurrent.futures
import datetime
import functools
import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import neo4j

from bench.server import Clock, database, wipe
from graph.connect import Settings, connect
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from graph.publish import Published, Publisher
from graph.scans import Scans
from ingest import memory
from ingest.catalogue import discover
from ingest.collect import Unit, collect
from ingest.identity import Scope
from ingest.model import Ref

CATALOGUE = discover((Path(__file__).parent / "types",), built_in=False)
BOX = CATALOGUE["AwsBox"]
Box: Callable[..., Any] = BOX.cls
ACCOUNT = "123456789012"
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
PER_UNIT = 20_000
BATCH = 5_000


def arn(region: str, number: int) -> str:
    return f"arn:aws:boxes:{region}:{ACCOUNT}:box/b-{number:08d}"


def boxes(region: str, start: int, stop: int) -> Iterator[Any]:
    """Yield records; each points at three others of its unit."""
    span = stop - start
    for i in range(start, stop):
        near = [start + (i * step + 1) % span for step in (7, 11, 13)]
        yield Box(
            arn=arn(region, i), name=f"box-{i}", created_at=MADE, raw={"Id": i, "State": "up"},
            id=f"b-{i:08d}", state="running", zone=f"{region}a", kind="m5.large",
            owner=f"team-{i % 50}", address=f"10.0.{i // 256 % 256}.{i % 256}", size_gib=i % 500,
            cpus=i % 64, port=i % 65536, cost=i / 7, is_public=i % 3 == 0,
            is_encrypted=i % 5 != 0, is_monitored=True, started_at=MADE,
            groups=["web", f"g{i % 9}"], note=None, in_rack=Ref(arn(region, near[0])),
            backed_by=Ref(arn(region, near[1])), talks_to=Ref(arn(region, near[2])),
        )  # fmt: skip


def units(total: int) -> list[tuple[str, int, int]]:
    """Split the boxes into units: (region, first, last)."""
    starts = range(0, total, PER_UNIT)
    return [(f"region-{s // PER_UNIT}", s, min(total, s + PER_UNIT)) for s in starts]


def bare(driver: neo4j.Driver, total: int) -> None:
    """Create the same nodes and edges with nothing but the driver."""
    with driver.session() as session:
        for region, start, stop in units(total):
            records = list(boxes(region, start, stop))
            for first in range(0, len(records), BATCH):
                rows = [_properties(b, region) for b in records[first : first + BATCH]]
                session.run(
                    "UNWIND $rows AS row CREATE (n:Resource:AwsBox) SET n = row", rows=rows
                ).consume()
            for field, type_ in (
                ("in_rack", "IN_RACK"), ("backed_by", "BACKED_BY_BOX"), ("talks_to", "TALKS_TO")
            ):  # fmt: skip
                for first in range(0, len(records), BATCH):
                    rows = [
                        {"a": b.arn, "b": getattr(b, field).uid}
                        for b in records[first : first + BATCH]
                    ]
                    session.run(
                        "UNWIND $rows AS row MATCH (a:Resource {uid: row.a}) "
                        f"MATCH (b:Resource {{uid: row.b}}) CREATE (a)-[:{type_}]->(b)",
                        rows=rows,
                    ).consume()


def _properties(box: Any, region: str) -> dict[str, Any]:
    """Return what the writer puts on the node too."""
    plain = {k: v for k, v in vars(box).items() if not isinstance(v, Ref) and k != "raw"}
    return plain | {
        "uid": box.arn, "cloud": "aws", "partition": "aws", "account": ACCOUNT, "region": region,
        "incarnation": "x", "first_seen": MADE,
    }  # fmt: skip


def ours(driver: neo4j.Driver, folder: Path, total: int) -> Published:
    """Collect, stage, compare and write, as a scan does."""
    ledger, scans = Ledger(driver), Scans(driver)
    connector = Connector(
        name="bench", cloud="aws", partition="aws", scope=ACCOUNT, reference={}, options={}
    )
    if not ledger.connectors():
        ledger.add(connector)
    scan = scans.start(connector)
    planned = [
        Unit(connector=connector.id, type="AwsBox", region=region) for region, _, _ in units(total)
    ]
    attempts = scans.plan(connector, scan, planned)
    publisher = Publisher(
        driver, Lake(folder / "lake"), CATALOGUE, connector, scan=scan, attempts=attempts
    )
    for unit, (region, start, stop) in zip(planned, units(total), strict=True):
        scope = Scope(cloud="aws", partition="aws", account=ACCOUNT, region=region)
        publisher.publish(
            [
                collect(
                    BOX, functools.partial(boxes, region, start, stop), unit=unit, scope=scope,
                    folder=folder / "stage", secret=b"bench",
                )
            ]
        )  # fmt: skip
    scans.finish(connector, scan, summary={}, error=None)
    return publisher.published


def apart(settings: Settings, total: int) -> float:
    """Return the seconds of the bare load, made in a process of its own for its memory's sake."""
    with concurrent.futures.ProcessPoolExecutor(
        1, mp_context=multiprocessing.get_context("spawn")
    ) as pool:
        return pool.submit(_bare, settings, total).result()


def _bare(settings: Settings, total: int) -> float:
    with connect(settings) as driver, Clock() as clock:
        bare(driver, total)
    return clock.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--resources", type=int, default=200_000)
    total = parser.parse_args().resources
    memory.save()  # as a worker does
    with database() as (settings, folder), connect(settings) as driver:
        migrate(driver, CATALOGUE)
        apart(settings, min(total, 10_000))  # both find a warm server
        wipe(driver)
        first = apart(settings, total)
        wipe(driver)
        with Clock() as second:
            loaded = ours(driver, folder, total).written
        with Clock() as third:
            again = ours(driver, folder, total).written
    print(f"resources                 {total:>10,}   (20 properties, 3 edges each)")
    print(f"bare driver               {total / first:>10,.0f} /s   {first:.1f} s")
    print(f"cold load                 {total / second.seconds:>10,.0f} /s   {second.seconds:.1f} s")
    print(f"  ratio to the bare driver{first / second.seconds:>10.2f}   wanted 0.7 or more")
    print(f"  wrote                   {loaded.nodes:>10,} nodes, {loaded.edges:,} edges")
    print(f"unchanged rescan          {total / third.seconds:>10,.0f} /s   {third.seconds:.1f} s")
    print(f"  times faster            {second.seconds / third.seconds:>10.1f}   wanted 10 or more")
    print(f"  wrote                   {again.nodes + again.edges + again.properties:>10,}")
    print(
        f"peak memory of the loader {max(second.peak_mib, third.peak_mib):>10.0f} MiB   wanted 300"
    )


if __name__ == "__main__":
    main()
