"""A page of 100 findings with resource and one hop of neighbours, against its one statement bare.

Both run in turn, so that they meet the same machine; what counts is the ratio of the medians. The
answer includes the JSON that is sent. Prints one line, and ends with 1 where the ratio is above 5:
`python -m bench.graphql`.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import neo4j
import orjson

from bench.server import database
from graph.connect import connect
from graph.migrate import migrate
from ingest.catalogue import discover
from schema.api import Api
from schema.reader import Reader

ROUNDS, WARM = 150, 60
MOST = 5.0
ESTATE = """
UNWIND range(1, 2000) AS i
CREATE (n:Resource:AwsEc2Instance {uid: 'arn:aws:ec2:eu-west-1:111111111111:instance/i-' + i,
  name: 'web-' + i, cloud: 'aws', partition: 'aws', account: '111111111111', region: 'eu-west-1',
  state: 'running', type: 't3.micro', requires_imdsv2: false, created_at: datetime(),
  first_seen: datetime(), incarnation: toString(i)})
MERGE (v:Resource:AwsVpc {uid: 'vpc-' + i % 20}) ON CREATE SET v.name = 'vpc', v.region = 'r'
MERGE (s:Resource:AwsSubnet {uid: 'subnet-' + i % 60}) ON CREATE SET s.name = 'net', s.region = 'r'
MERGE (g:Resource:AwsSecurityGroup {uid: 'sg-' + i % 100})
ON CREATE SET g.name = 'sg', g.region = 'r'
MERGE (m:Resource:Unseen {uid: 'ami-' + i % 9})
CREATE (n)-[:IN_VPC]->(v), (n)-[:IN_SUBNET]->(s), (n)-[:MEMBER_OF]->(g), (n)-[:FROM_IMAGE]->(m)
CREATE (:Finding {id: 'f' + i, control: 'aws/ec2/imdsv1', connector: 'aws:aws:1', uid: n.uid,
  status: 'FAIL', severity: 'high', since: datetime(), evidence: '{"expected":true,"actual":false}'
})-[:OF]->(n)
"""
QUERY = """{ findings(status: FAIL, first: 100) { pageInfo { hasNextPage endCursor } edges { node {
  id status severity since reason evidence
  resource { __typename uid name account region
    relationships { type direction stale other { __typename uid name region } } }
} } } }"""


def main() -> int:
    with database() as (settings, _), connect(settings) as driver:
        catalogue = discover()
        migrate(driver, catalogue)
        driver.execute_query(ESTATE)
        reader = Reader(driver)
        return compare(driver, Api(catalogue, reader), reader)


def compare(driver: neo4j.Driver, api: Api, reader: Reader) -> int:
    def answered() -> bytes:
        result = api.execute(QUERY)
        assert not result.errors, result.errors
        return orjson.dumps({"data": result.data})

    def bare() -> Any:
        text, given = reader.last
        with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            return list(session.run(text, dict(given)))

    page = orjson.loads(answered())["data"]["findings"]["edges"]
    assert len(page) == 100
    assert all(len(edge["node"]["resource"]["relationships"]) == 4 for edge in page)
    ours, its = [], []
    for number in range(WARM + ROUNDS):
        spent = timed(answered), timed(bare)
        if number >= WARM:
            ours.append(spent[0])
            its.append(spent[1])
    ratio = statistics.median(ours) / statistics.median(its)
    print(
        f"graphql: {statistics.median(ours) * 1000:.2f} ms, its statement bare "
        f"{statistics.median(its) * 1000:.2f} ms, ratio {ratio:.2f} (at most {MOST:g})"
    )
    return int(ratio > MOST)


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
