"""Scan one connector: credentials, plan, collect, publish, evaluate, and what came of it.

The order is the design's: units are published as they finish, so that first results show while
others are still read; verdicts follow from what was published. Whatever one unit meets stays its
own: only credentials that do not work at all end a scan.
"""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from controls.ask import Limits
from controls.evaluate import Evaluation, evaluate
from controls.waivers import store_files
from graph.ledger import Connector
from graph.publish import Published, Publisher
from graph.write import Written
from ingest.aws.client import Account
from ingest.aws.client import Limits as CallLimits
from ingest.aws.credentials import Reference, identify, open_session
from ingest.aws.planning import listing, plan
from ingest.catalogue import Declaration
from ingest.collect import UNREAD, Collected, Unit, collect
from ingest.refusal import CredentialsRefused
from server.deployment import Deployment
from server.runner import InProcess, Job, Runner

RELATIONSHIPS = """
MATCH (u:Unit {connector: $connector})<-[:SEEN_BY]-(r:Resource)-[e]-(:Resource)
RETURN count(DISTINCT e) AS relationships
"""


class Watcher(Protocol):
    """Is told how a scan goes on."""

    def planned(self, units: int) -> None:
        """Note that a scan of so many units begins."""

    def ended(self, collected: Collected) -> None:
        """Note how a unit ended."""

    def evaluating(self) -> None:
        """Note that all is published and controls run."""


class Silent:
    """Watches without a word."""

    def planned(self, units: int) -> None:
        """Say nothing."""

    def ended(self, collected: Collected) -> None:
        """Say nothing."""

    def evaluating(self) -> None:
        """Say nothing."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unread:
    """A type of a region, or fields of it, that could not be read."""

    type: str
    region: str
    call: str | None
    error: str | None
    permission: str | None = None
    fields: tuple[str, ...] = ()
    resources: int = 0


@dataclasses.dataclass(frozen=True, kw_only=True)
class ScanResult:
    """What a scan came to; `to_dict` is the documented JSON."""

    connector: str
    scan: str
    seconds: float
    calls: int
    resources: int
    relationships: int
    written: Written
    unread: tuple[Unread, ...]
    units: Mapping[str, int]
    quarantined: int
    held_sweeps: Mapping[str, int]
    evaluation: Mapping[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        said = dataclasses.asdict(self)
        said["seconds"] = round(self.seconds, 3)
        return said


def scan(
    deployment: Deployment,
    connector: Connector,
    *,
    watcher: Watcher | None = None,
    runner: Runner | None = None,
    sweep_large: bool = False,
) -> ScanResult:
    """Scan a connector and return what came of it.

    Raises CredentialsRefused (the connector is then offline), AlreadyScanning.
    """
    watcher = watcher or Silent()
    began = time.monotonic()
    ledger = deployment.ledger
    with _account(deployment, connector) as account:
        number = ledger.start(connector)
        stage = deployment.settings.stage / number
        try:
            ended, published = _read(
                deployment, connector, account, number, stage, watcher, runner, sweep_large
            )
        except BaseException as fault:
            ledger.finish(connector, number, summary={}, error=f"scan broke off: {fault!r:.500}")
            raise
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        result = ScanResult(
            connector=connector.name,
            scan=number,
            seconds=time.monotonic() - began,
            calls=sum(account.calls.values()),
            resources=sum(c.staged.count for c in ended if c.staged),
            relationships=_relationships(deployment, connector),
            written=published.written,
            unread=_unread(ended),
            units=_states(ended),
            quarantined=sum(c.quarantined for c in ended),
            held_sweeps=published.held,
            evaluation={},
        )
        error = _first_error(result.unread)
        ledger.finish(connector, number, summary=result.to_dict(), error=error)
    watcher.evaluating()
    verdicts = evaluate_connector(deployment, connector, touched=published.touched)
    return dataclasses.replace(
        result, seconds=time.monotonic() - began, evaluation=_evaluated(verdicts)
    )


def evaluate_connector(
    deployment: Deployment, connector: Connector, *, touched: Iterable[str] | None = None
) -> Evaluation:
    """Run the controls that a scan, the clock or a waiver may have turned; all for None."""
    store_files(deployment.driver, deployment.settings.own, database=deployment.database)
    return evaluate(
        deployment.driver,
        deployment.lake,
        deployment.catalogue,
        deployment.controls,
        connector,
        database=deployment.database,
        touched=touched,
        limits=Limits(seconds=deployment.settings.control_seconds),
    )


def _evaluated(evaluation: Evaluation) -> dict[str, Any]:
    verdicts = [v.verdict for v in evaluation.verdicts.values()]
    return {
        "id": evaluation.id,
        "controls": len(verdicts),
        "ran": len(evaluation.ran),
        "verdicts": {v: verdicts.count(v) for v in sorted(set(verdicts))},
        "opened": evaluation.opened,
        "closed": evaluation.closed,
    }


@contextlib.contextmanager
def _account(deployment: Deployment, connector: Connector) -> Iterator[Account]:
    """Open the connector's account, refusing credentials that are of another one."""
    reference = Reference.of(connector.reference)
    try:
        session = open_session(reference)
        who = identify(session, reference)
        _check_account(connector, who.account)
    except CredentialsRefused as refused:
        deployment.ledger.offline(connector, str(refused))
        raise
    settings = deployment.settings
    account = Account(
        session,
        account=who.account,
        partition=who.partition,
        endpoint_url=reference.endpoint_url,
        limits=CallLimits(rate=settings.rate, burst=settings.rate * 2, in_flight=settings.calls),
    )
    try:
        yield account
    finally:
        account.close()


def _check_account(connector: Connector, account: str) -> None:
    if account != connector.scope:
        raise CredentialsRefused(
            f"the credentials of {connector.name!r} are of account {account}, and the connector "
            f"reads {connector.scope}: name the right profile or role"
        )


def _read(
    deployment: Deployment,
    connector: Connector,
    account: Account,
    number: str,
    stage: Path,
    watcher: Watcher,
    runner: Runner | None,
    sweep_large: bool,  # noqa: FBT001 - handed on
) -> tuple[list[Collected], Published]:
    declarations = deployment.catalogue.of_cloud(connector.cloud)
    wanted = tuple(connector.options.get("regions", ()))
    ask, ended = plan(connector.id, account, declarations, wanted)
    units = [unit for _, unit in ask] + [c.unit for c in ended]
    attempts = deployment.ledger.plan(connector, number, units)
    publisher = Publisher(
        deployment.driver, deployment.lake, deployment.catalogue, connector, scan=number,
        attempts=attempts, database=deployment.database, sweep_large=sweep_large,
    )  # fmt: skip
    watcher.planned(len(ask))
    publisher.publish(ended)
    secret = deployment.settings.redaction_key()
    jobs = [_job(account, declaration, unit, stage, secret) for declaration, unit in ask]
    for finished in (runner or InProcess(deployment.settings.units)).run(jobs):
        publisher.publish(finished)
        for collected in finished:
            ended.append(collected)
            watcher.ended(collected)
    publisher.finish()
    return ended, publisher.published


def _job(account: Account, declaration: Declaration, unit: Unit, stage: Path, secret: bytes) -> Job:
    records, scope = listing(account, declaration, unit)
    run: Callable[[], Collected] = lambda: collect(  # noqa: E731 - the job itself
        declaration, records, unit=unit, scope=scope, folder=stage, secret=secret
    )
    return run


def _relationships(deployment: Deployment, connector: Connector) -> int:
    (row,) = deployment.driver.execute_query(
        RELATIONSHIPS, connector=connector.id, database_=deployment.database
    ).records
    return int(row["relationships"])


def _unread(ended: list[Collected]) -> tuple[Unread, ...]:
    found = [
        Unread(type=c.unit.type, region=c.unit.region, call=c.call, error=c.error)
        for c in ended
        if c.state == UNREAD
    ]
    found += [
        Unread(
            type=c.unit.type, region=c.unit.region, call=r.call, error=r.error,
            permission=r.permission, fields=r.fields, resources=r.resources,
        )
        for c in ended
        for r in c.refusals
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda u: (u.type, u.region, u.call or "")))


def _states(ended: list[Collected]) -> dict[str, int]:
    states = sorted(c.state for c in ended)
    return {state: states.count(state) for state in dict.fromkeys(states)}


def _first_error(unread: tuple[Unread, ...]) -> str | None:
    if not unread:
        return None
    more = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
    return f"{unread[0].call} for {unread[0].type}: {unread[0].error}{more}"
