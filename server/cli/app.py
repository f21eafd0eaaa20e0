"""The root of the command line, and how errors look.

An error that the user can mend is one line on standard error and exit code 2. Anything else is a
fault of ours, and keeps its traceback.
"""

from __future__ import annotations

import signal
import sys

import typer

from controls.errors import ControlError
from graph.connect import ConnectionFailed
from graph.ledger import AlreadyConnected, NoSuchConnector
from graph.local.errors import LocalNeo4jError
from graph.migrate import NewerDatabase
from graph.scan import AlreadyScanning, TooSoon
from graph.schedules import BadCron, NoSuchSchedule
from graph.workers import WorkerIdTaken
from ingest.aws.credentials import UnknownRegion
from ingest.catalogue import BadDeclaration
from ingest.refusal import CredentialsRefused
from server.access.errors import (
    AccessStoreFailed,
    BadAccessSetting,
    BadGrant,
    BadRoles,
    BadTokenInput,
    NobodyCanSignIn,
    NoSuchToken,
    NotRecorded,
)
from server.changes.errors import Missing, Unfit
from server.cli import (
    audit,
    connectors,
    controls,
    demo,
    export,
    findings,
    neo4j,
    outcomes,
    overrides,
    query,
    report,
    scan,
    schedules,
    serve,
    tokens,
    usage,
    waivers,
)
from server.cli.errors import UserError
from server.cli.show import err, escape
from server.demo.moto_server import MotoMissingError, MotoNotStartedError
from server.observe.settings import BadObserveSetting
from server.scan import ScanFailed
from server.settings import SettingNotUnderstood
from server.work.kinds import WorkerReplaced, WorkStoreFailed

MENDABLE = (
    UserError, AlreadyConnected, AlreadyScanning, BadCron, BadDeclaration,
    BadObserveSetting, ConnectionFailed,
    ControlError, CredentialsRefused, LocalNeo4jError, MotoMissingError, MotoNotStartedError,
    NewerDatabase, NoSuchConnector, NoSuchSchedule, ScanFailed, SettingNotUnderstood, TooSoon,
    UnknownRegion, WorkStoreFailed, WorkerIdTaken, WorkerReplaced,
    AccessStoreFailed, BadAccessSetting, BadGrant, BadRoles, BadTokenInput, NoSuchToken,
    NobodyCanSignIn, NotRecorded, Missing, Unfit,
)  # fmt: skip

app = typer.Typer(
    name="cirrograph",
    help="Cloud assets in one graph, controls as Cypher, mandate reports with their evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
for module in (
    audit, connectors, controls, export, neo4j, outcomes, overrides, schedules, tokens, waivers,
):  # fmt: skip
    app.add_typer(module.app)
for module in (scan, report, findings, waivers, query, serve, usage, demo):
    module.add_to(app)


def main() -> None:
    """Run the command line. SIGTERM ends it as Ctrl-C does, with everything that it started."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except MENDABLE as error:
        err.print(f"[bold red]error:[/] {escape(_told(error))}", soft_wrap=True)
        sys.exit(2)
    except KeyboardInterrupt:
        err.print("stopped")
        sys.exit(130)


def _told(error: Exception) -> str:
    """Return what is said of an error; who has the command line may know what is behind it."""
    behind = error.__cause__ if isinstance(error, NotRecorded) else None
    return f"{error}: {behind}" if behind else str(error)
