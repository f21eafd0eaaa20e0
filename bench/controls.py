"""Controls: every shipped one over a large estate, timed one by one.

The demo's estate is scanned once and then copied within the graph until there are as many
resources as asked for, so that good and bad stand in a plausible proportion. It stays one account:
the account and its regions are not copied, the copies stand in them. Each control is evaluated
twice: the first time its findings are written, the second time nothing has changed. The second is
what an hourly scan costs; wanted: under 1 s each at the 95th percentile. What the control before
has found is withdrawn before the clock runs.
"""

from __future__ import annotations

import argparse
import collections
import os
import statistics
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import neo4j

from bench.server import database
from controls.control import Control
from controls.evaluate import evaluate
from graph.cypher import named
from graph.ledger import Connector
from server.demo.estate import fill
from server.demo.moto_server import MotoServer
from server.deployment import Deployment
from server.result import ScanResult
from server.scan import scan

BATCH = 1_000  # what a transaction holds is limited
ALONE = ["AwsAccount", "AwsRegion"]  # a connector has one of each, however large it is
NODES = """
MATCH (n:Resource) WHERE none(label IN labels(n) WHERE label IN $alone)
RETURN n.uid AS uid, labels(n) AS labels, properties(n) AS props
"""
EDGES = """
MATCH (a:Resource)-[e]->(b)
WHERE (b:Resource OR b:Unit OR b:Tag) AND none(label IN labels(a) WHERE label IN $alone)
RETURN a.uid AS a, type(e) AS type, coalesce(b.uid, b.id) AS b,
  CASE WHEN b:Resource THEN none(label IN labels(b) WHERE label IN $alone) END AS copied,
  labels(b)[0] AS label, properties(e) AS props
"""
TOTAL = "MATCH (n:Resource) RETURN count(n) AS total"
COPY = "UNWIND $rows AS row CREATE (n:Resource:$$LABEL) SET n = row"
LINK = """
UNWIND $rows AS row MATCH (a:Resource {uid: row.a}) MATCH (b:Resource {uid: row.b})
CREATE (a)-[e:$$TYPE]->(b) SET e = row.props
"""
LINK_OUT = """
UNWIND $rows AS row MATCH (a:Resource {uid: row.a}) MATCH (b:$$LABEL {id: row.b})
CREATE (a)-[e:$$TYPE]->(b) SET e = row.props
"""


def copy(driver: neo4j.Driver, times: int) -> None:
    """Add `times` copies of every resource, with its edges among them."""
    nodes = driver.execute_query(NODES, alone=ALONE).records
    edges = driver.execute_query(EDGES, alone=ALONE).records
    with driver.session() as session:
        by_labels: dict[str, list[Any]] = collections.defaultdict(list)
        by_type: dict[tuple[str, str], list[Any]] = collections.defaultdict(list)
        for k in range(times):
            for n in nodes:
                label = next((x for x in n["labels"] if x != "Resource"), "Unseen")
                uid = f"{n['uid']}~{k}"
                by_labels[label].append(n["props"] | {"uid": uid, "arn": uid})
            for e in edges:
                where = e["label"] if e["copied"] is None else ""
                to = f"{e['b']}~{k}" if e["copied"] else e["b"]
                row = {"a": f"{e['a']}~{k}", "b": to, "props": e["props"]}
                by_type[e["type"], where].append(row)
        for label, rows in by_labels.items():
            _batches(session, COPY, rows, label=label)
        for (type_, where), rows in by_type.items():
            if where:
                _batches(session, LINK_OUT, rows, type=type_, label=where)
            else:
                _batches(session, LINK, rows, type=type_)


def _batches(session: neo4j.Session, text: Any, rows: list[Any], **names: str) -> None:
    for first in range(0, len(rows), BATCH):
        session.run(named(text, **names), rows=rows[first : first + BATCH]).consume()


def timed(deployment: Deployment, connector: Connector, control: Control) -> float:
    """Return the seconds of one control's evaluation."""
    began = time.perf_counter()
    evaluated(deployment, connector, {control.id: control})
    return time.perf_counter() - began


def evaluated(
    deployment: Deployment, connector: Connector, controls: Mapping[str, Control]
) -> None:
    """Evaluate these controls and no other: what others have found is withdrawn."""
    evaluate(deployment.driver, deployment.lake, deployment.catalogue, controls, connector)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--resources", type=int, default=200_000)
    parser.add_argument("--keep", type=Path, help="fill this folder once, and then use it again")
    parser.add_argument("controls", nargs="*", help="only those whose id holds one of these")
    given = parser.parse_args()
    with database(keep=given.keep) as (settings, folder):
        os.environ |= {
            "NEO4J_URI": settings.uri, "NEO4J_PASSWORD": settings.password,
            "CIRROGRAPH_HOME": str(folder), "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
        }  # fmt: skip
        with Deployment.open() as deployment:
            connector = next(iter(deployment.ledger.connectors()), None) or filled(
                deployment, given.resources
            )
            (row,) = deployment.driver.execute_query(TOTAL).records
            print(f"{row['total']:,} resources, {len(deployment.controls)} controls")
            report(deployment, connector, given.controls)


def filled(deployment: Deployment, wanted: int) -> Connector:
    """Scan the demo's estate and copy it until there are as many resources as wanted."""
    with MotoServer() as moto:
        estate = fill(moto.endpoint_url)
        connector = Connector(
            name="bench", cloud="aws", partition="aws", scope=estate.account,
            reference={"endpoint_url": moto.endpoint_url}, options={"regions": estate.regions},
        )  # fmt: skip
        deployment.ledger.add(connector)
        result = scan(deployment, [connector])["bench"]
        if not isinstance(result, ScanResult):
            raise result
        scanned = result.resources
    copy(deployment.driver, wanted // scanned)
    return connector


def report(deployment: Deployment, connector: Connector, chosen: list[str]) -> None:
    """Evaluate every control twice and print the times."""
    first: dict[str, float] = {}
    second: dict[str, float] = {}
    for id_, control in deployment.controls.items():
        if chosen and not any(part in id_ for part in chosen):
            continue
        evaluated(deployment, connector, {})
        first[id_] = timed(deployment, connector, control)
        second[id_] = timed(deployment, connector, control)
    for name, times in (("with findings to write", first), ("unchanged", second)):
        cuts = statistics.quantiles([*times.values()] * (1 + (len(times) < 2)), n=20)
        slowest = sorted(times, key=lambda c: -times[c])[:3]
        print(
            f"{name:24} median {statistics.median(times.values()):.3f} s, p95 {cuts[18]:.3f} s, "
            f"slowest {', '.join(f'{c} {times[c]:.2f} s' for c in slowest)}"
        )


if __name__ == "__main__":
    main()
