"""A shop of a dozen resources that the page shows, and the real app over it.

Written as publisher and evaluation write it, so no cloud and no scan; three of the shipped controls
are asked of it. It has one of each thing that is easily shown wrongly: a name and tags that are
markup, a field and a whole listing that could not be read, a path, a second connector.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import neo4j
from starlette.applications import Starlette

from controls.control import Control
from controls.lint import declare_tokens
from controls.load import load
from graph.cypher import named
from graph.lake import Lake
from graph.ledger import Connector
from graph.migrate import migrate
from ingest.catalogue import discover
from server.deployment import Deployment
from server.reporting import run_report
from server.serving import app_of
from server.settings import Settings
from server.work.scanning import evaluate_connector

MANDATE, ACCOUNT = "hipaa", "111111111111"
SHOP, LAB = f"aws:aws:{ACCOUNT}", "aws:aws:222222222222"
HOSTILE = "<img src=x onerror=alert(1)>"
TAGS = {"<script>alert(2)</script>": '"><svg onload=alert(3)>', "env": "prod"}
VERSIONING, RETENTION, OPEN = (
    "aws/s3/bucket_versioning",
    "aws/cloudwatch/log_group_retention",
    "aws/ec2/instance_public_ip_with_open_admin_port",
)
REFUSED = "kms:ListKeys"
NODE = """
MERGE (u:Unit {id: $unit})
ON CREATE SET u.connector = $connector, u.type = $type, u.region = $region, u.state = 'complete',
  u.scan = 's1', u.attempt = 1, u.count = 1, u.seconds = 0.5
WITH u
MATCH (c:Connector {id: $connector})
MERGE (u)-[:UNIT_OF]->(c)
CREATE (n:Resource:$$LABEL {uid: $uid})-[:SEEN_BY {hash: 1}]->(u)
SET n += $props
"""
EDGE = "MATCH (a:Resource {uid: $a}), (b:Resource {uid: $b}) CREATE (a)-[:$$TYPE]->(b)"
TAG = """
MATCH (n:Resource {uid: $uid}) MERGE (t:Tag {key: $key, value: $value}) MERGE (n)-[:TAGGED]->(t)
"""
UNREAD = """
MATCH (c:Connector {id: $connector})
SET c.state = 'degraded', c.last_error = $call + ' was refused'
CREATE (:Unit {id: $connector + '|AwsKmsKey|eu-west-1', connector: $connector, type: 'AwsKmsKey',
  region: 'eu-west-1', state: 'unread', call: $call, error: 'AccessDenied', scan: 's1'})
  -[:UNIT_OF]->(c)
CREATE (:Scan {id: 's1', connector: $connector, state: 'incomplete', take: 1,
  started_at: datetime('2026-03-01T10:00:00Z'), finished_at: datetime('2026-03-01T10:02:30Z'),
  summary: $summary})-[:SCAN_OF]->(c)
"""
SUMMARY = {"seconds": 150.0, "calls": 1234, "resources": 9, "relationships": 5, "unread": ["u"]}
RESOURCES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("ledger", "AwsS3Bucket", "global", {"default_encryption": "aws:kms"}),
    (HOSTILE, "AwsS3Bucket", "global", {"default_encryption": "<b>none</b>"}),
    ("versions", "AwsS3Bucket", "global", {"versioning": "Enabled"}),
    ("dark", "AwsS3Bucket", "global",
     {"unread": ["versioning"],
      "unread_why": ["versioning: s3:GetBucketVersioning: AccessDenied"]}),
    ("logs", "AwsLogGroup", "eu-west-1", {"retention_days": 400}),
    ("web", "AwsEc2Instance", "eu-west-1", {}),
    ("card", "AwsNetworkInterface", "eu-west-1",
     {"public_ips": ["192.0.2.1"], "ipv6_addresses": []}),
    ("door", "AwsSecurityGroup", "eu-west-1", {}),
    ("ssh", "AwsSecurityGroupRule", "eu-west-1",
     {"is_egress": False, "cidr_ipv4": "0.0.0.0/0", "protocol": "tcp", "from_port": 22,
      "to_port": 22, "allows_all_ports": False}),
)  # fmt: skip
EDGES = (
    ("card", "ATTACHED_TO", "web"),
    ("card", "MEMBER_OF", "door"),
    ("door", "HAS_RULE", "ssh"),
)


def uid(name: str) -> str:
    return f"arn:aws:test:eu-west-1:{ACCOUNT}:thing/{name}"


@functools.cache
def asked() -> Mapping[str, Control]:
    """Return all shipped controls, of which only three are asked."""
    return {
        id_: c if id_ in {VERSIONING, RETENTION, OPEN} else dataclasses.replace(c, disabled=True)
        for id_, c in load().items()
    }


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shop:
    """The deployment, and the app that shows it."""

    deployment: Deployment
    app: Starlette

    def finding(self, control: str, name: str) -> str:
        """Return the id of a finding."""
        rows = self.deployment.driver.execute_query(
            "MATCH (f:Finding {control: $control, uid: $uid}) RETURN f.id AS id",
            control=control, uid=uid(name),
        ).records  # fmt: skip
        return str(rows[0]["id"])


def furnished(driver: neo4j.Driver, folder: Path) -> Shop:
    """Fill the database, evaluate, report twice."""
    settings = Settings.from_env({"CIRROGRAPH_HOME": str(folder), "CIRROGRAPH_SCAN_INTERVAL": "0"})
    catalogue = discover()
    migrate(driver, catalogue)
    declare_tokens(driver, catalogue)
    deployment = Deployment(
        settings=settings, catalogue=catalogue, controls=asked(), broken=(), driver=driver,
        database="neo4j", lake=Lake(settings.lake),
    )  # fmt: skip
    shop = _connect(deployment, "shop", ACCOUNT)
    _connect(deployment, "lab", LAB.rpartition(":")[2])
    _furnish(driver)
    evaluate_connector(deployment, shop)
    for _ in range(2):
        run_report(deployment, MANDATE, shop)
    return Shop(deployment=deployment, app=app_of(deployment))


def _connect(deployment: Deployment, name: str, account: str) -> Connector:
    connector = Connector(
        name=name, cloud="aws", partition="aws", scope=account, reference={}, options={}
    )
    deployment.ledger.add(connector)
    return connector


def _furnish(driver: neo4j.Driver) -> None:
    for name, label, region, props in RESOURCES:
        said = {
            "name": name, "cloud": "aws", "partition": "aws", "account": ACCOUNT,
            "region": region, "incarnation": "1", **props,
        }  # fmt: skip
        driver.execute_query(
            named(NODE, label=label), unit=f"{SHOP}|{label}|{region}", connector=SHOP, type=label,
            region=region, uid=uid(name), props=said,
        )  # fmt: skip
    for a, type_, b in EDGES:
        driver.execute_query(named(EDGE, type=type_), a=uid(a), b=uid(b))
    for key, value in TAGS.items():
        driver.execute_query(TAG, uid=uid(HOSTILE), key=key, value=value)
    driver.execute_query(UNREAD, connector=SHOP, call=REFUSED, summary=json.dumps(SUMMARY))
