"""Inventories: 40,000 Azure and 30,000 Google Cloud resources through the stand-ins.

The stand-in runs in a process of its own and makes the list of what has to arrive: every resource
once, every reference an edge. Azure's quota holds (15 queries in 5 seconds), and what counts is the
ratio of the time taken to what the quota alone allows; wanted: 1.5 or less. It is told by the
quota's rate, and by the least time in which so many queries can be put at all. Of Google Cloud it
is the assets in a second of the client's own work, since its quota of calls would hide it; wanted:
2,000 or more. The memory is the reader's, at a tenth of the estate and at all of it.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
import psutil

from ingest import memory
from ingest.catalogue import discover
from ingest.cloud import Hardness, Place, Reader, cloud
from ingest.collect import Collected, Unit, collect
from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud, Clock
from server.demo.azure.rows import resource_id, row
from server.demo.gcp.assets import NUMBERS, PROJECT, asset
from server.demo.gcp.inventory import AssetInventory
from server.runner import InProcess

CATALOGUE = discover()
MIB = 2**20
UNITS = 8  # side by side, as the setting has it
NETWORK = "Microsoft.Network"
AZURE_LABELS = ("AzureNetworkInterface", "AzurePublicAddress", "AzureDisk", "AzureResource")
GCP_LABELS = ("GcpDisk", "GcpComputeInstance", "GcpResource")
Told = dict[str, Any]


def azure_rows(count: int) -> tuple[list[Any], set[tuple[str, str]]]:
    """Return rows of a subscription, and every reference in them."""
    rows: list[Any] = []
    references: set[tuple[str, str]] = set()
    for i in range(count // 4):
        address = row(f"{NETWORK}/publicIPAddresses", f"ip-{i:05}")
        subnet = resource_id(f"{NETWORK}/virtualNetworks/subnets", f"net/{i % 50}")
        own = {"id": "x", "name": "one", "properties": {
            "subnet": {"id": subnet}, "publicIPAddress": {"id": address["id"].upper()},
        }}  # fmt: skip
        nic = row(f"{NETWORK}/networkInterfaces", f"nic-{i:05}",
                  properties={"ipConfigurations": [own]})  # fmt: skip
        machine = resource_id("Microsoft.Compute/virtualMachines", f"vm-{i:05}")
        disk = row("Microsoft.Compute/disks", f"disk-{i:05}", managedBy=machine)
        other = row("Microsoft.Maps/accounts", f"map-{i:05}", properties={"a": i, "b": "x" * 200})
        rows += [address, nic, disk, other]
        ends = ((nic, subnet), (nic, address["id"]), (disk, machine))
        references |= {(of["id"].lower(), id_.lower()) for of, id_ in ends}
    return rows, references


def gcp_assets(count: int) -> tuple[list[Any], set[tuple[str, str]]]:
    """Return assets of a project, and every reference in them."""
    compute = f"//compute.googleapis.com/projects/{PROJECT}/zones/europe-west1-b"
    assets: list[Any] = []
    references: set[tuple[str, str]] = set()
    for i in range(count // 3):
        disk, instance = f"{compute}/disks/d-{i:05}", f"{compute}/instances/i-{i:05}"
        source = disk.replace("//compute.googleapis.com", "https://www.googleapis.com/compute/v1")
        thing = f"//example.googleapis.com/projects/{PROJECT}/things/{i}"
        running = {"name": f"i-{i:05}", "status": "RUNNING", "disks": [{"source": source}]}
        assets += [
            asset(disk, "compute.googleapis.com/Disk", {"name": f"d-{i:05}", "sizeGb": "10"}),
            asset(instance, "compute.googleapis.com/Instance", running),
            asset(thing, "example.googleapis.com/Thing", {"name": f"t-{i}", "size": 3.0}),
        ]
        references.add((instance, disk))
    return assets, references


def serve_azure(count: int, pipe: Any) -> None:
    """Serve a subscription until told to end (a process of its own)."""
    with (
        tempfile.TemporaryDirectory() as folder,
        AzureCloud(Path(folder)).served() as stand_in,
    ):
        rows, references = azure_rows(count)
        rows.sort(key=lambda r: r["id"])  # as they are given out, so that it sorts once
        stand_in.estate.tables["Resources"] = rows
        stand_in.faults.quota = True
        pipe.send((stand_in.environment, {r["id"].lower() for r in rows}, references))
        pipe.recv()


def serve_gcp(count: int, pipe: Any) -> None:
    """Serve a project until told to end (a process of its own)."""
    with AssetInventory() as stand_in:
        assets, references = gcp_assets(count)
        project = [a for a in _project() if a]
        stand_in.fill([*project, *assets], NUMBERS)
        pipe.send((stand_in.environment(), {a["name"] for a in assets}, references))
        pipe.recv()


def _project() -> list[Any]:
    from server.demo.gcp.estate.project import project  # noqa: PLC0415 - in the stand-in's process only

    return project()


@contextlib.contextmanager
def served(serve: Any, count: int) -> Iterator[tuple[Mapping[str, str], set[str], set[Any]]]:
    """Run a stand-in beside us; give its environment, and what has to arrive."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(count, theirs))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("end")
        process.join()


def read(name: str, scope: str, labels: tuple[str, ...]) -> Told:
    """Read a place's types through the real reader, side by side as a worker does."""
    place = Place(
        cloud=name, partition=name, scope=scope, name="bench", reference={}, options={},
        modelled=CATALOGUE.native(name),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        began, worked = time.perf_counter(), time.process_time()
        reader: Reader = cloud(name).open_reader(place, Hardness())
        jobs = [_unit(reader, label, Path(folder)) for label in labels]
        done = [one for some in InProcess(UNITS).run(jobs) for one in some]
        seconds, work = time.perf_counter() - began, time.process_time() - worked
        calls = reader.take_calls()
        reader.close()
        found, edges = _came(done)
    return {"found": found, "edges": edges, "seconds": seconds, "work": work, "calls": calls}


def _unit(reader: Reader, label: str, folder: Path) -> Callable[[], Collected]:
    unit = Unit(connector="bench", type=label, region="global")
    listing, scope = reader.listing(CATALOGUE[label], unit, "bench")
    return functools.partial(
        collect, CATALOGUE[label], listing, unit=unit, scope=scope, folder=folder, secret=b"bench"
    )


def _came(done: list[Collected]) -> tuple[list[str], set[tuple[str, str]]]:
    """Return the uids and the edges that were staged."""
    found: list[str] = []
    edges: set[tuple[str, str]] = set()
    for one in done:
        assert one.staged is not None, (one.unit.type, one.call, one.error, one.detail)
        assert one.quarantined == 0, one.unit.type
        for batch in one.staged.batches(("uid", "links")):
            for uid, links in zip(batch["uid"], batch["links"], strict=True):
                found.append(uid)
                for _, incoming, ends in orjson.loads(links)["e"]:
                    edges |= {(other, uid) if incoming else (uid, other) for other, _ in ends}
    return found, edges


def check(told: Told, wanted: set[str], references: set[Any]) -> str:
    """Say that all arrived, once each, with every reference an edge; fail otherwise."""
    found, edges = told["found"], told["edges"]
    assert len(found) == len(set(found)), "something came twice"
    missing = wanted - set(found)
    assert not missing, f"{len(missing)} did not arrive: {sorted(missing)[:3]}"
    lost = {(a, b) for a, b in references if (a, b) not in edges and (b, a) not in edges}
    assert not lost, f"{len(lost)} references are no edges: {sorted(lost)[:3]}"
    return f"{len(wanted):,} resources once each, {len(references):,} references as edges"


def alone(
    name: str, scope: str, labels: tuple[str, ...], env: Mapping[str, str], pipe: Any
) -> None:
    """Read in a process of its own, for its memory's sake; send what came, and the peak."""
    os.environ.update(env)
    memory.save()  # as a worker does
    told = read(name, scope, labels)
    peak = psutil.Process().memory_info().rss
    pipe.send((told, peak / MIB))


def measured(
    name: str, scope: str, labels: tuple[str, ...], serve: Any, count: int
) -> tuple[Told, float, str]:
    context = multiprocessing.get_context("spawn")
    with served(serve, count) as (env, wanted, references):
        ours, theirs = context.Pipe()
        process = context.Process(target=alone, args=(name, scope, labels, env, theirs))
        process.start()
        told, peak = ours.recv()
        process.join()
        return told, peak, check(told, wanted, references)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--azure", type=int, default=40_000)
    parser.add_argument("--gcp", type=int, default=30_000)
    given = parser.parse_args()
    for count in (given.azure // 10, given.azure):
        told, peak, said = measured("azure", SUBSCRIPTION, AZURE_LABELS, serve_azure, count)
        quota = Clock()
        queries = told["calls"] - 1  # one looks whether the subscription is still to be seen
        waits = max(0, queries - quota.queries) / (quota.queries / quota.seconds)
        # Nobody is faster: a window's last query may go out when its first has left it.
        least = quota.seconds * ((queries - 1) // quota.queries)
        ratio = (
            f"{told['seconds'] / waits:.2f} of its quota's time, {told['seconds'] / least:.2f} of "
            "the least that any pace takes"
            if waits
            else "within its quota"
        )
        print(
            f"azure {count:>7,}  {told['seconds']:6.1f} s, {queries} queries, {ratio}  "
            f"(wanted 1.5 or less); reader {peak:.0f} MiB; {said}",
            flush=True,
        )
    for count in (given.gcp // 10, given.gcp):
        told, peak, said = measured("gcp", PROJECT, GCP_LABELS, serve_gcp, count)
        rate = count / told["work"]
        print(
            f"gcp   {count:>7,}  {told['seconds']:6.1f} s, {told['calls']} calls, {rate:,.0f} "
            f"assets/s of the client's work (wanted 2,000 or more); reader {peak:.0f} MiB; {said}",
            flush=True,
        )


if __name__ == "__main__":
    main()
