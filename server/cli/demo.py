"""`cirrograph demo`: everything at once, with accounts in three clouds made of thin air."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.util
import os
import tempfile
import threading
import urllib.request
import webbrowser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.panel import Panel

from graph.ledger import Connector
from graph.local import LocalNeo4j, LocalSettings, default_home
from graph.local.progress import bar
from graph.local.server import Endpoint, browser_url
from server.cli import show
from server.cli.errors import UserError
from server.cli.report import print_summary
from server.cli.scan import print_result, watching
from server.demo import clouds
from server.demo.clouds import Account
from server.demo.together import together
from server.deployment import Deployment
from server.reporting import run_report
from server.result import ScanResult
from server.scan import scan
from server.work.worker import Worker

# A demo may be scanned as often as one likes; its clouds beside us need no pacing; and its
# scans take seconds, so what half of one would say is not worth asking every control for.
HURRY = {
    "CIRROGRAPH_SCAN_INTERVAL": "0", "CIRROGRAPH_RATE": "5000", "CIRROGRAPH_PARTIAL_SECONDS": "600",
}  # fmt: skip
THEIRS = (  # what the user has set for clouds, database and workers of his own
    "AWS_", "AZURE_", "GOOGLE_", "CLOUDSDK_", "GCLOUD_", "NEO4J_", "CIRROGRAPH_WORK",
    "CIRROGRAPH_AZURE_", "CIRROGRAPH_GCP_",
)  # fmt: skip
LOOPBACK = "127.0.0.1,localhost"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    home: Annotated[
        Path | None, typer.Option(help="Keep the demo's data here; a temporary folder by default.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port of the API; 0 takes a free one.")] = 8080,
    once: Annotated[bool, typer.Option(help="End after the reports instead of serving.")] = False,
    open_: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser when it is there.")
    ] = False,
) -> None:
    """Show it all: Neo4j, stand-ins for three clouds, their scans and reports, the page, the API.

    The stand-ins hold an account of AWS, a subscription of Azure and a project of Google Cloud,
    with good and bad in each. Nothing leaves this machine, and no account is needed. Ctrl-C ends
    everything it started.
    """
    if importlib.util.find_spec("trustme") is None:
        raise UserError("the demo needs more than is installed: pip install 'cirrograph[demo]'")
    with contextlib.ExitStack() as everything:
        folder = home or Path(everything.enter_context(_temporary("demo")))
        everything.enter_context(_environment(folder))
        show.err.print(
            "starting Neo4j, and stand-ins for AWS, Azure and Google Cloud\n"
            "(the first time, Neo4j is fetched: some 150 MB)"
        )
        neo4j, *accounts = everything.enter_context(
            together(
                _neo4j(folder), clouds.aws(),
                clouds.azure(Path(everything.enter_context(_temporary("azure")))), clouds.gcp(),
            )
        )  # fmt: skip
        for account in accounts:  # only now: what is fetched for Neo4j is not signed by a stand-in
            os.environ.update(account.environment)
        deployment = everything.enter_context(Deployment.open(progress=bar))
        _scan_and_report(deployment, accounts)
        if not once:
            _serve(deployment, neo4j, port, opens=open_)


def _scan_and_report(deployment: Deployment, accounts: Sequence[Account]) -> None:
    connectors = [_added(deployment, account.connector) for account in accounts]
    show.err.print("scanning the three, and asking every control about them")
    with watching() as watcher:
        results = scan(deployment, connectors, watcher=watcher)
    for account, connector in zip(accounts, connectors, strict=True):
        result = results[connector.name]
        if not isinstance(result, ScanResult):
            raise result
        print_summary(run_report(deployment, account.mandate, connector))
        print_result(result)
        show.out.print()


def _added(deployment: Deployment, connector: Connector) -> Connector:
    """Return the connector as the ledger has it: a home that is kept has it from the last time."""
    there = {known.id: known for known in deployment.ledger.connectors()}
    if connector.id in there:
        return there[connector.id]
    deployment.ledger.add(connector)
    return connector


def _serve(deployment: Deployment, neo4j: Endpoint, port: int, *, opens: bool) -> None:
    from server import api, serving  # noqa: PLC0415 - slow to import, and for serving only

    with (
        Worker(deployment),
        api.running(serving.app_of(deployment), port=port) as address,
    ):
        pages = {"Page": f"{address}/", "GraphiQL": f"{address}/graphiql"}
        there = {name: found for name, at in pages.items() if (found := _page_at(at))}
        show.out.print(Panel.fit("\n".join(_where(there, address, neo4j)), title="Cirrograph"))
        if opens and there:
            webbrowser.open(next(iter(there.values())))
        threading.Event().wait()  # until Ctrl-C


def _where(pages: Mapping[str, str], address: str, neo4j: Endpoint) -> Iterator[str]:
    """Say where everything is, the pages first, and what to try."""
    for name, at in pages.items():
        yield f"{name:8} {at}"
    yield f"Neo4j    {browser_url(neo4j)}"
    yield f"         user {neo4j.username}, password {neo4j.password}"
    yield f"GraphQL  {address}/graphql (POST)"
    yield ""
    yield "In Neo4j's Browser, what is critical:"
    yield "  MATCH p = (:Finding {severity: 'critical'})-[:OF]->(r) RETURN p LIMIT 50"
    yield "and what leads from one cloud to another:"
    yield "  MATCH p = (a)-->(:PublicAddress|HostName|ExternalIdentity)<--(b)"
    yield "  WHERE a.cloud <> b.cloud RETURN p LIMIT 50"
    yield ""
    yield "Ctrl-C ends everything this started"


def _page_at(address: str) -> str | None:
    """Return where a page is, None where it was not built: a copy of the sources is without it."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own loopback URL
            is_page = answer.headers.get_content_type() == "text/html"
            return str(answer.url) if is_page else None
    except OSError:  # also what HTTP refuses
        return None


@contextlib.contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """Point this process at the demo's own server and keys, whatever the user's settings are."""
    before = dict(os.environ)
    for name in [n for n in os.environ if n.startswith(THEIRS)]:
        del os.environ[name]
    # The jars are shared with the user's own server: 150 MB are fetched once.
    jars = os.environ.get("CIRROGRAPH_JARS") or str(default_home() / "neo4j" / "jars")
    ports = {"CIRROGRAPH_NEO4J_BOLT_PORT": "0", "CIRROGRAPH_NEO4J_HTTP_PORT": "0"}
    home = {"CIRROGRAPH_HOME": str(folder), "CIRROGRAPH_JARS": jars, **HURRY}
    # What stands beside us is not reached through a proxy.
    direct = {
        n: ",".join(filter(None, (before.get(n), LOOPBACK))) for n in ("NO_PROXY", "no_proxy")
    }
    os.environ.update(ports | home | direct)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _neo4j(folder: Path) -> Iterator[Endpoint]:
    """Run a server of the demo's own while the block runs."""
    settings = dataclasses.replace(LocalSettings.from_env(), short_lived=True)
    server = LocalNeo4j(folder, settings)
    at = server.start(progress=bar)
    try:
        yield at
    finally:
        show.err.print("stopping Neo4j")
        server.stop()


def _temporary(of: str) -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=f"cirrograph-{of}-", ignore_cleanup_errors=True)
