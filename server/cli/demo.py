"""`cirrograph demo`: everything at once, with an AWS account made of thin air."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.panel import Panel

from graph.ledger import Connector
from graph.local import LocalNeo4j, LocalSettings, default_home
from graph.local.progress import bar
from graph.local.server import Endpoint, browser_url
from server.cli import show
from server.cli.report import print_report
from server.cli.scan import print_result, watching
from server.demo.estate import fill
from server.demo.moto_server import MotoServer
from server.deployment import Deployment
from server.reporting import run_report
from server.result import ScanResult
from server.scan import scan
from server.work.worker import Worker

MANDATE = "cis-aws-6.0"
NAME = "demo"
HURRY = {"CIRROGRAPH_SCAN_INTERVAL": "0"}  # a demo may be scanned as often as one likes
KEYS = {"AWS_ACCESS_KEY_ID": "demo", "AWS_SECRET_ACCESS_KEY": "demo"}  # moto takes any


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    home: Annotated[
        Path | None, typer.Option(help="Keep the demo's data here; a temporary folder by default.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port of the API; 0 takes a free one.")] = 8080,
    once: Annotated[bool, typer.Option(help="End after the report instead of serving.")] = False,
) -> None:
    """Show it all: Neo4j, an AWS stand-in with a mixed estate, a scan, a report, the API.

    Nothing leaves this machine, and no account is needed. Ctrl-C ends everything it started.
    """
    with contextlib.ExitStack() as everything:
        folder = home or Path(everything.enter_context(_temporary()))
        everything.enter_context(_environment(folder))
        show.err.print("starting Neo4j (the first time, it is fetched: some 150 MB)")
        neo4j = everything.enter_context(_neo4j(folder))
        moto = everything.enter_context(MotoServer())
        os.environ["AWS_ENDPOINT_URL"] = moto.endpoint_url
        show.err.print("filling the AWS stand-in")
        estate = fill(moto.endpoint_url)
        show.err.print(f"{estate.total} resources in {', '.join(estate.regions)}")
        deployment = everything.enter_context(Deployment.open(progress=bar))
        _scan_and_report(deployment, estate.account, moto.endpoint_url, estate.regions)
        if not once:
            _serve(deployment, neo4j, port)


def _scan_and_report(
    deployment: Deployment, account: str, endpoint: str, regions: tuple[str, ...]
) -> None:
    connector = Connector(
        name=NAME, cloud="aws", partition="aws", scope=account,
        reference={"endpoint_url": endpoint}, options={"regions": list(regions)},
    )  # fmt: skip
    there = {c.name: c for c in deployment.ledger.connectors()}
    if NAME not in there:
        deployment.ledger.add(connector)
    with watching() as watcher:
        result = scan(deployment, [connector], watcher=watcher)[NAME]
    if not isinstance(result, ScanResult):
        raise result
    print_report(run_report(deployment, MANDATE, connector))
    print_result(result)


def _serve(deployment: Deployment, neo4j: Endpoint, port: int) -> None:
    from server import api, serving  # noqa: PLC0415 - slow to import, and for serving only

    with (
        Worker(deployment),
        api.running(serving.app_of(deployment), port=port) as address,
    ):
        show.out.print(
            Panel.fit(
                f"Web page      {address}\n"
                f"GraphiQL      {address}/graphiql\n"
                f"GraphQL API   {address}/graphql (POST)\n"
                f"Neo4j Browser {browser_url(neo4j)}\n"
                f"  user {neo4j.username}, password {neo4j.password}\n\n"
                "try           MATCH p = (:Finding {severity: 'critical'})-[:OF]->(r)\n"
                "              RETURN p LIMIT 50\n"
                "Ctrl-C ends everything this started",
                title="Cirrograph",
            )
        )
        threading.Event().wait()  # until Ctrl-C


@contextlib.contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """Point this process at the demo's own server and keys, whatever the user's settings are."""
    before = dict(os.environ)
    for name in [n for n in os.environ if n.startswith(("AWS_", "NEO4J_", "CIRROGRAPH_WORK"))]:
        del os.environ[name]
    # The jars are shared with the user's own server: 150 MB are fetched once.
    jars = os.environ.get("CIRROGRAPH_JARS") or str(default_home() / "neo4j" / "jars")
    ports = {"CIRROGRAPH_NEO4J_BOLT_PORT": "0", "CIRROGRAPH_NEO4J_HTTP_PORT": "0"}
    home = {"CIRROGRAPH_HOME": str(folder), "CIRROGRAPH_JARS": jars, **HURRY}
    os.environ.update(KEYS | ports | home)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _neo4j(folder: Path) -> Iterator[Endpoint]:
    """Run a server of the demo's own while the block runs."""
    server = LocalNeo4j(folder, LocalSettings.from_env())
    at = server.start(progress=bar)
    try:
        yield at
    finally:
        show.err.print("stopping Neo4j")
        server.stop()


def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cirrograph-demo-", ignore_cleanup_errors=True)
