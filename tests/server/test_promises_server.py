"""The promises that only the whole way from an account to a report can keep or break."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any

import neo4j
import pyarrow as pa
import pyarrow.parquet
import pytest

from graph.connect import Settings
from graph.ledger import Connector
from server.deployment import Deployment
from server.work.accounts import Accounts
from server.work.scanning import Work, collect_service, plan_scan, publish_scan
from tests.clouds.aws.fixtures import EstateCloud
from tests.server.running import shell

REGIONS = ("us-east-1", "eu-west-1")
ODD_REGION = "eu-west-1"
NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS props"
EDGES = "MATCH ()-[e]->() WHERE size(keys(e)) > 0 RETURN type(e) AS type, properties(e) AS props"


def texts(path: Path) -> list[str]:
    """Return what a file holds, decoded where it is compressed."""
    if path.suffix == ".parquet":
        return [repr(pyarrow.parquet.read_table(path).to_pylist())]
    if path.suffix == ".arrow":
        with pa.OSFile(str(path)) as source:
            return [repr(pa.ipc.open_file(source).read_all().to_pylist())]
    return [path.read_bytes().decode("utf-8", "replace")]


def files(home: Path) -> list[str]:
    return [text for path in sorted(home.rglob("*")) if path.is_file() for text in texts(path)]


def graph_texts(driver: neo4j.Driver) -> list[str]:
    return [repr(row.data()) for text in (NODES, EDGES) for row in driver.execute_query(text)[0]]


def step_by_step(deployment: Deployment, connector: Connector) -> tuple[list[str], dict[str, Any]]:
    """Scan job by job, and keep what was staged before it is published and removed."""
    scans = deployment.scans
    accounts = Accounts(deployment.settings, deployment.catalogue)
    work = Work(deployment=deployment, accounts=accounts, stop=threading.Event())
    scan_id, _ = scans.request(connector)
    plan_scan(work, scan_id)
    for service in scans.progress(scan_id).waiting:
        collect_service(work, scan_id, service)
    staged = files(deployment.settings.stage)
    staged += [repr(unit) for unit in scans.units(connector)]
    publish_scan(work, scan_id)
    accounts.close()
    summary = scans.scan(scan_id).summary
    assert summary is not None
    return staged, dict(summary)


@pytest.mark.promise("S11")
def test_no_secret_is_stored_or_said_anywhere(
    estate: EstateCloud, graph: neo4j.Driver, neo4j_server: Settings, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    secrets = estate.made.secrets
    assert len(secrets) >= 4
    # The functions of one region fit no declaration any more: they go to quarantine, with theirs.
    estate.proxy.rewrite(
        "lambda:ListFunctions", region=ODD_REGION,
        body=lambda body: body.replace(b'"FunctionArn"', b'"Odd"'),
    )  # fmt: skip
    user = shell(tmp_path / "home", neo4j_server, estate.endpoint_url)
    user.json("connectors", "add", "aws", "--name", "shop", "--regions", ",".join(REGIONS))
    with (
        user.surrounded(),
        caplog.at_level(logging.INFO),
        Deployment.open() as deployment,
    ):
        staged, result = step_by_step(deployment, deployment.ledger.connector("shop"))
    assert result["quarantined"] >= 2
    for command in ("findings", "resources", "query MATCH (n:AwsLambdaFunction) RETURN n",
                    "connectors check shop", "report cis-aws-6.0 shop"):  # fmt: skip
        name, _, rest = command.partition(" ")
        user.json(name, *([rest] if name == "query" else rest.split()))
    kept: dict[str, list[str]] = {
        "graph": graph_texts(graph),
        "home": files(user.home),
        "stage": staged,
        "log": [record.getMessage() for record in caplog.records],
        "output": [*user.printed, repr(result)],
    }
    found = [
        (place, secret) for place, said in kept.items() for secret in secrets
        if any(secret in text for text in said)
    ]  # fmt: skip
    assert not found
    _must_find(kept["graph"], "shop-checkout", "STRIPE_SECRET_KEY")
    _must_find(kept["home"], "shop-checkout", "data-export", "STRIPE_SECRET_KEY", "redacted:")
    _must_find(kept["stage"], "shop-checkout", "data-export", "API_TOKEN", "redacted:")
    _must_find(kept["output"], "shop-checkout")


def _must_find(said: list[Any], *wanted: str) -> None:
    """Show that the search sees what is there: names beside the secrets, and what stands for them.

    A search that looks in the wrong place finds no secret either.
    """
    for text in wanted:
        assert any(text in one for one in said), text
