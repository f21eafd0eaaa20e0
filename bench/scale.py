"""A company's size: 200 accounts, a million resources, through the real writer and evaluation.

The demo's estate is read once, type by type, through the real SDK. Its records, with another
account's number and other ids, are then what each account has: as many copies as it takes. Making
them is not measured; comparing, writing, sweeping and evaluating are, account after account, as a
worker does it. The server allows no transaction more than 256 MB.

Prints what `docs/scale.md` holds. Takes about half an hour on 2 cores; wants a quiet machine.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import os
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import neo4j
import orjson
import psutil

from bench.load import BATCH
from bench.server import Clock, apart, database, wipe
from graph.change import node_reader
from graph.connect import Settings, connect
from graph.cypher import named
from graph.ledger import Connector
from graph.publish import Publisher
from graph.written import Written
from ingest import memory
from ingest.catalogue import TAG_RELATIONSHIP, discover
from ingest.collect import COMPLETE, Collected, Unit, collect
from ingest.stage import ROWS, Staged, StageWriter
from server.demo.estate import fill
from server.demo.moto_server import MotoServer
from server.deployment import Deployment
from server.settings import Settings as ServerSettings
from server.work.accounts import open_account
from server.work.scanning import evaluate_all, evaluate_connector

ALONE = {"AwsAccount", "AwsRegion"}  # an account has one of each, however large it is
TAGGED = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
MERGE (t:Tag {id: row.b}) ON CREATE SET t.key = row.key, t.value = row.value
CREATE (a)-[:TAGGED]->(t)
"""
COLUMNS = ("uid", "owner", "props", "links", "raw")
CATALOGUE = discover()
MIB = 2**20


@dataclasses.dataclass(frozen=True)
class Variant:
    """What an account holds: of each hundred rows `changed` are, and so many copies of all."""

    name: str
    copies: int
    changed: int = 0


Templates = dict[tuple[str, str], list[tuple[Any, ...]]]  # rows by type and region


def read_demo(folder: Path) -> tuple[str, Templates]:
    """Return the demo's account and the rows of its units, as a scan would stage them."""
    found: Templates = {}
    with MotoServer() as moto:
        estate = fill(moto.endpoint_url)
        connector = _connector(estate.account, {"endpoint_url": moto.endpoint_url})
        account = open_account(connector, ServerSettings.from_env(), CATALOGUE)
        for declaration in CATALOGUE.of_cloud("aws"):
            for region in ("global",) if declaration.is_global else estate.regions:
                unit = Unit(connector=connector.id, type=declaration.label, region=region)
                records, scope = account.listing(declaration, unit, "demo")
                done = collect(
                    declaration, records, unit=unit, scope=scope, folder=folder, secret=b"bench"
                )
                assert done.staged is not None, (done.call, done.error)
                rows = [
                    row
                    for batch in done.staged.batches(COLUMNS)
                    for row in zip(*batch.values(), strict=True)
                ]
                if rows:
                    found[declaration.label, region] = rows
        account.close()
    return estate.account, found


def _connector(account: str, reference: Mapping[str, str] | None = None) -> Connector:
    return Connector(
        name=f"account-{account}", cloud="aws", partition="aws", scope=account,
        reference=reference or {}, options={},
    )  # fmt: skip


def numbered(index: int) -> str:
    return f"{300_000_000_000 + index}"


def copies(
    templates: Templates, demo: str, account: str, variant: Variant
) -> Iterator[tuple[str, str, list[tuple[Any, ...]]]]:
    """Yield type, region and staged rows of an account's units."""
    mine = {
        row[0]
        for (label, _), rows in templates.items()
        for row in rows
        if label not in ALONE and row[1] != "shared"
    }
    old, new = demo.encode(), account.encode()
    for (label, region), rows in templates.items():
        key = CATALOGUE[label].key
        made: list[tuple[Any, ...]] = []
        for uid, owner, props, links, raw in rows:
            said, tied = orjson.loads(props.replace(old, new)), orjson.loads(links)
            for copy in range(variant.copies if uid in mine else 1):
                to = _ends(tied, mine, copy, demo, account)
                name = _copied(uid, mine, copy, demo, account)
                own = said | {"uid": name} | ({key: name} if key in said else {})
                if (len(made) * 37 + copy) % 100 < variant.changed:
                    own["name"] = f"{own['name']} (changed)"
                texts = orjson.dumps(own), orjson.dumps({"e": to, "t": tied["t"]})
                code = hashlib.blake2b(b"".join(texts), digest_size=8).digest()
                made.append(
                    (
                        name, int.from_bytes(code, "big", signed=True),
                        owner.replace(demo, account), *texts, raw.replace(old, new),
                    )
                )  # fmt: skip
        yield label, region, made


def _copied(uid: str, mine: set[str], copy: int, demo: str, account: str) -> str:
    if uid not in mine:
        return uid.replace(demo, account)
    # The names of buckets and APIs do not say whose they are.
    whose = "" if demo in uid else f"~{account}"
    return uid.replace(demo, account) + whose + (f"~{copy}" if copy else "")


def _ends(tied: Any, mine: set[str], copy: int, demo: str, account: str) -> list[Any]:
    return [
        [
            type_,
            incoming,
            [[_copied(uid, mine, copy, demo, account), props] for uid, props in ends],
        ]
        for type_, incoming, ends in tied["e"]
    ]


def stage(
    templates: Templates, demo: str, index: int, variant: Variant, folder: Path
) -> list[tuple[str, str, str, int]]:
    """Write one account's staged files; return type, region, file and number of rows of each."""
    found = []
    for label, region, rows in copies(templates, demo, numbered(index), variant):
        path = folder / f"{index}-{label}-{region}.arrow"
        with StageWriter(path, ROWS) as writer:
            for row in rows:
                writer.add(*row)
        found.append((label, region, str(path), len(rows)))
    return found


@dataclasses.dataclass(kw_only=True)
class Told:
    """What one pass over all accounts came to."""

    seconds: float = 0.0
    peak_mib: float = 0.0
    resources: int = 0
    written: Written = dataclasses.field(default_factory=Written)


class Company:
    """All accounts, in one deployment."""

    def __init__(
        self, deployment: Deployment, templates: Templates, demo: str, accounts: int, folder: Path
    ) -> None:
        self._deployment = deployment
        self._templates = templates
        self._demo = demo
        self._accounts = accounts
        self._folder = folder
        for index in range(accounts):
            deployment.ledger.add(_connector(numbered(index)))

    def publish(self, variant: Variant) -> Told:
        """Publish every account as a variant has it."""
        told = Told()
        with apart() as pool:
            for index in range(self._accounts):
                files = pool.submit(
                    stage, self._templates, self._demo, index, variant, self._folder
                ).result()
                with Clock() as clock:
                    told.written += self._publish(index, files)
                told.seconds += clock.seconds
                told.peak_mib = max(told.peak_mib, clock.peak_mib)
                told.resources += sum(count for *_, count in files)
                for *_, path, _ in files:
                    Path(path).unlink()
        return told

    def _publish(self, index: int, files: Sequence[tuple[str, str, str, int]]) -> Written:
        connector, scans = _connector(numbered(index)), self._deployment.scans
        scan = scans.start(connector)
        ended = [
            Collected(
                unit=Unit(connector=connector.id, type=label, region=region),
                state=COMPLETE,
                staged=Staged(path=Path(path), count=count),
            )
            for label, region, path, count in files
        ]
        attempts = scans.plan(connector, scan, [c.unit for c in ended])
        publisher = Publisher(
            self._deployment.driver, self._deployment.lake, CATALOGUE, connector, scan=scan,
            attempts=attempts,
        )  # fmt: skip
        publisher.publish(ended)
        publisher.finish()
        scans.finish(connector, scan, summary={}, error=None)
        return publisher.published.written

    def evaluate(self) -> tuple[Told, int]:
        """Ask every control about every account; return what it took, and findings opened."""
        told, opened = Told(), 0
        connectors = [_connector(numbered(index)) for index in range(self._accounts)]
        with Clock() as clock:
            for said in evaluate_all(self._deployment, connectors):
                assert not any(v.failed_to_run for v in said.verdicts.values())
                opened += said.opened
                told.written += said.written
        told.seconds, told.peak_mib = clock.seconds, clock.peak_mib
        return told, opened

    def evaluate_one_by_one(self, accounts: int) -> list[float]:
        """Return the seconds of each of some accounts' evaluations, as after a scan of each."""
        each = []
        for index in range(min(accounts, self._accounts)):
            with Clock() as clock:
                evaluate_connector(self._deployment, _connector(numbered(index)))
            each.append(clock.seconds)
        return each


def bare(
    driver: neo4j.Driver, templates: Templates, demo: str, accounts: int, variant: Variant
) -> float:
    """Return the resources a second that nothing but the driver writes: nodes, edges, tags."""
    seconds, total = 0.0, 0
    with driver.session() as session:
        for index in range(accounts):
            nodes, edges, told = _rows(templates, demo, numbered(index), variant)
            began = time.perf_counter()
            for label, rows in nodes.items():
                text = named(
                    "UNWIND $rows AS row CREATE (n:Resource:$$LABEL) SET n = row", label=label
                )
                _batches(session, text, rows)
            for type_, rows in edges.items():
                if type_ == TAG_RELATIONSHIP:
                    _batches(session, TAGGED, rows)
                    continue
                text = named(
                    "UNWIND $rows AS row MATCH (a:Resource {uid: row.a}) "
                    "MATCH (b:Resource {uid: row.b}) CREATE (a)-[:$$TYPE]->(b)",
                    type=type_,
                )
                _batches(session, text, rows)
            seconds += time.perf_counter() - began
            total += told
    return total / seconds


def _rows(
    templates: Templates, demo: str, account: str, variant: Variant
) -> tuple[dict[str, list[Any]], dict[str, list[Any]], int]:
    nodes: dict[str, list[Any]] = {}
    edges: dict[str, list[Any]] = {}
    total = 0
    for label, _, rows in copies(templates, demo, account, variant):
        read = node_reader(CATALOGUE[label])
        for uid, _, owner, props, links, _ in rows:
            if owner == "shared":
                continue
            total += 1
            nodes.setdefault(label, []).append(read(uid, owner, props, True).props)  # noqa: FBT003 - a column
            said = orjson.loads(links)
            for name, value in said["t"].items():
                tag = {"a": uid, "b": f"{name}={value}", "key": name, "value": value}
                edges.setdefault(TAG_RELATIONSHIP, []).append(tag)
            for type_, incoming, ends in said["e"]:
                for other, _ in ends:
                    a, b = (other, uid) if incoming else (uid, other)
                    edges.setdefault(type_, []).append({"a": a, "b": b})
    return nodes, edges, total


def _batches(session: neo4j.Session, text: Any, rows: list[Any]) -> None:
    for first in range(0, len(rows), BATCH):
        session.run(text, rows=rows[first : first + BATCH]).consume()


def size(folder: Path) -> float:
    """Return the MiB of all files below a folder."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / MIB


def server_mib(folder: Path) -> float:
    """Return the memory of the server that runs in a folder."""
    for process in psutil.process_iter(["cmdline", "memory_info"]):
        said = " ".join(process.info["cmdline"] or ())
        if str(folder) in said and "CommunityEntryPoint" in said:
            return float(process.info["memory_info"].rss / MIB)
    return 0.0


def say(name: str, told: Told, more: str = "") -> None:
    w = told.written
    rate = f"{told.resources / told.seconds:,.0f} resources/s, " if told.resources else ""
    print(
        f"{name:24} {told.seconds:8.1f} s   {rate}wrote {w.nodes:,} nodes, {w.edges:,} edges, "
        f"removed {w.removed:,}; worker {told.peak_mib:.0f} MiB   {more}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=200)
    parser.add_argument("--resources", type=int, default=1_000_000)
    parser.add_argument("--evaluation", action="store_true", help="only load and evaluate")
    given = parser.parse_args()
    memory.save()  # as a worker does
    with database(heap_mib=4096) as (settings, folder):
        os.environ |= {
            "NEO4J_URI": settings.uri, "NEO4J_PASSWORD": settings.password,
            "CIRROGRAPH_HOME": str(folder), "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
        }  # fmt: skip
        with apart() as pool:
            demo, templates = pool.submit(read_demo, folder / "demo").result()
        held = sum(map(len, templates.values()))
        many = max(2, round(given.resources / given.accounts / held))
        with Deployment.open() as deployment:
            if given.evaluation:
                company = Company(deployment, templates, demo, given.accounts, folder / "stage")
                say("cold load", company.publish(Variant("whole", many)))
                evaluated(company)
                return
            measure(deployment, settings, templates, demo, given.accounts, many, folder)


def evaluated(company: Company) -> None:
    """Print what evaluations take: the first one, one without a change, and one by one."""
    told, opened = company.evaluate()
    say("all controls", told, f"{opened:,} findings")
    told, opened = company.evaluate()
    say("all controls, unchanged", told, f"{opened:,} findings, wanted 120 s")
    each = company.evaluate_one_by_one(20)
    print(
        f"{'  an account by itself':24} median {statistics.median(each):.2f} s, "
        f"slowest {max(each):.2f} s",
        flush=True,
    )


def measure(
    deployment: Deployment, settings: Settings, templates: Templates, demo: str, accounts: int,
    many: int, folder: Path,
) -> None:  # fmt: skip
    whole = Variant("whole", many)
    with connect(settings) as driver:
        rate = bare(driver, templates, demo, max(1, accounts // 20), whole)
        wipe(driver)
    with Deployment.open() as fresh:  # the marker went with the rest
        company = Company(fresh, templates, demo, accounts, folder / "stage")
        print(
            f"{accounts} accounts, {many} copies, {len(deployment.controls)} controls", flush=True
        )
        print(f"{'bare driver':24} {rate:8,.0f} resources/s", flush=True)
        cold = company.publish(whole)
        ours = cold.resources / cold.seconds
        say("cold load", cold, f"{ours / rate:.2f} of the bare driver, wanted 0.7")
        same = company.publish(whole)
        say("unchanged", same, f"{cold.seconds / same.seconds:.1f} times faster, wanted 10")
        say("1 % changed", company.publish(Variant("changed", many, changed=1)))
        evaluated(company)
        say("sweep of two in five", company.publish(Variant("swept", round(many * 0.6))))
        print(f"server {server_mib(folder):,.0f} MiB of memory")
        for name in ("neo4j", "lake"):
            print(f"{name} {size(folder / name):,.0f} MiB on disk")
        began = time.perf_counter()
        fresh.lake.tidy()
        print(f"lake put together in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
