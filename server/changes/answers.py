"""Make the changes that come over GraphQL, and tell what came of each as the schema's types.

Each of the user's mistakes has one type there; what is none of them goes on, and is masked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from controls.report import NoSuchReport, NotEvaluated, NothingWhole
from graph.ledger import AlreadyConnected, NoSuchConnector
from graph.scan import AlreadyScanning, TooSoon
from ingest.aws.credentials import Reference, UnknownRegion
from ingest.refusal import CredentialsRefused
from schema import problems
from schema.asked import (
    AddConnectorInput,
    AddScheduleInput,
    CreateTokenInput,
    DiscoverConnectorsInput,
    OverrideControlInput,
    RecordOutcomeInput,
    WaiveInput,
)
from schema.done import (
    ConnectorAdded,
    ConnectorRemoved,
    ConnectorsDiscovered,
    ControlOverridden,
    DiscoveredAccount,
    Evaluated,
    OutcomeRecorded,
    OverrideRemoved,
    ReportRan,
    ScanRequested,
    ScheduleAdded,
    ScheduleRemoved,
    TokenCreated,
    TokenRevoked,
    Waived,
    WaiverRemoved,
)
from schema.errors import NotMade
from schema.problems import Problem
from schema.types import DateTime
from schema.viewer import Viewer
from server import discovery
from server.access.errors import NotRecorded
from server.changes import (
    connecting,
    connectors,
    given,
    overrides,
    reports,
    scans,
    schedules,
    tokens,
    waivers,
)
from server.changes.changer import Changer
from server.changes.connecting import Found
from server.changes.errors import Forbidden, Missing, Unfit
from server.deployment import Deployment

AGAIN = datetime.timedelta(seconds=5)  # after which a report may be run that met an evaluation


class Answers:
    """The `Changes` of the schema, over a deployment; `changed` is called once controls are."""

    def __init__(self, deployment: Deployment, changed: Callable[[], None] = lambda: None) -> None:
        self._deployment = deployment
        self._changed = changed

    def make(self, change: str, viewer: Viewer, given: Mapping[str, Any]) -> object:
        """Make a change, or tell what of the user's is in the way. Raises NotMade."""
        try:
            done = CHANGES[change](Changer(deployment=self._deployment, viewer=viewer), **given)
        except NotRecorded as error:
            raise NotMade(str(error)) from error
        except KNOWN as error:
            return problem(error)
        if isinstance(done, ControlOverridden | OverrideRemoved):
            self._changed()
        return done


def _add_connector(changer: Changer, input: AddConnectorInput) -> ConnectorAdded:  # noqa: A002 - as GraphQL calls it
    added = connectors.add_connector(changer, lambda: _find(input)).connector
    return ConnectorAdded(id=added.id, name=added.name)


def _discover_connectors(changer: Changer, input: DiscoverConnectorsInput) -> ConnectorsDiscovered:  # noqa: A002 - as GraphQL calls it
    cloud, find = _members(input)
    said = discovery.discover(changer, cloud, find, is_dry_run=input.is_dry_run)
    found: dict[str, list[DiscoveredAccount]] = {"added": [], "there": [], "left out": []}
    for told in said:
        found[told.kind].append(
            DiscoveredAccount(
                account=told.account, connector=told.connector, name=told.name, why=told.outcome
            )
        )
    return ConnectorsDiscovered(
        added=found["added"], already_there=found["there"], left_out=found["left out"],
        is_dry_run=input.is_dry_run,
    )  # fmt: skip


def _remove_connector(changer: Changer, connector: str) -> ConnectorRemoved:
    removed, _ = connectors.remove_connector(changer, connector)
    return ConnectorRemoved(id=removed.id, name=removed.name)


def _refresh_connector(changer: Changer, connector: str, **more: bool) -> ScanRequested:
    id_, is_new = scans.refresh(changer, connector, sweep_large=more["sweepLarge"])
    return ScanRequested(scan=id_, is_new=is_new)


def _evaluate_connector(changer: Changer, connector: str) -> Evaluated:
    done = scans.evaluate(changer, connector)
    return Evaluated(evaluation=done.id, opened=done.opened, closed=done.closed)


def _run_report(changer: Changer, mandate: str, connector: str) -> ReportRan:
    done = reports.run_report(changer, mandate, connector)
    return ReportRan(report=done["report"], number=done["number"], hash=done["hash"])


def _waive(changer: Changer, input: WaiveInput) -> Waived:  # noqa: A002 - as GraphQL calls it
    wanted = waivers.NewWaiver(
        control=input.control, uid=input.uid, connector=input.connector, reason=input.reason,
        owner=input.owner, expires=input.expires, condition=input.condition,
    )  # fmt: skip
    waiver, evaluation = waivers.waive(changer, wanted)
    return Waived(id=waiver.id, evaluation=evaluation)


def _remove_waiver(changer: Changer, id: str) -> WaiverRemoved:  # noqa: A002 - as GraphQL calls it
    return WaiverRemoved(id=id, evaluation=waivers.remove_waiver(changer, id))


def _override_control(changer: Changer, input: OverrideControlInput) -> ControlOverridden:  # noqa: A002 - as GraphQL calls it
    wanted = overrides.NewOverride(
        control=input.control, disable=input.is_disabled, thresholds=input.thresholds,
        severity=input.severity.value if input.severity else None, reason=input.reason,
    )  # fmt: skip
    return ControlOverridden(control=overrides.override_control(changer, wanted))


def _remove_override(changer: Changer, control: str) -> OverrideRemoved:
    return OverrideRemoved(control=overrides.remove_override(changer, control))


def _record_outcome(changer: Changer, input: RecordOutcomeInput) -> OutcomeRecorded:  # noqa: A002 - as GraphQL calls it
    wanted = reports.NewOutcome(
        mandate=input.mandate, requirement=input.requirement, connector=input.connector,
        verdict=input.verdict.value, evidence=input.evidence, owner=input.owner,
        until=input.until,
    )  # fmt: skip
    return OutcomeRecorded(id=reports.record_outcome(changer, wanted).id)


def _add_schedule(changer: Changer, input: AddScheduleInput) -> ScheduleAdded:  # noqa: A002 - as GraphQL calls it
    added = schedules.add_schedule(
        changer, input.kind.value.lower(), input.connector, input.cron, input.mandate
    )
    return ScheduleAdded(id=added.id, due=_moment(added.due_at))


def _remove_schedule(changer: Changer, id: str) -> ScheduleRemoved:  # noqa: A002 - as GraphQL calls it
    schedules.remove_schedule(changer, id)
    return ScheduleRemoved(id=id)


def _create_token(changer: Changer, input: CreateTokenInput) -> TokenCreated:  # noqa: A002 - as GraphQL calls it
    wanted = tokens.NewToken(
        name=input.name, role=input.role.value, connectors=tuple(input.connectors or ()),
        expires=input.expires,
    )  # fmt: skip
    made = tokens.create_token(changer, wanted)
    return TokenCreated(
        id=made.id, name=made.name, secret=made.secret, expires=_moment(made.expires)
    )


def _revoke_token(changer: Changer, id: str) -> TokenRevoked:  # noqa: A002 - as GraphQL calls it
    tokens.revoke_token(changer, id)
    return TokenRevoked(id=id)


CHANGES: Mapping[str, Callable[..., object]] = {
    "addConnector": _add_connector,
    "discoverConnectors": _discover_connectors,
    "removeConnector": _remove_connector,
    "refreshConnector": _refresh_connector,
    "evaluateConnector": _evaluate_connector,
    "runReport": _run_report,
    "waive": _waive,
    "removeWaiver": _remove_waiver,
    "overrideControl": _override_control,
    "removeOverride": _remove_override,
    "recordOutcome": _record_outcome,
    "addSchedule": _add_schedule,
    "removeSchedule": _remove_schedule,
    "createToken": _create_token,
    "revokeToken": _revoke_token,
}
KNOWN = (
    Forbidden, NoSuchConnector, AlreadyConnected, TooSoon, AlreadyScanning, Missing, Unfit,
    CredentialsRefused, UnknownRegion, NoSuchReport, NotEvaluated, NothingWhole,
)  # fmt: skip


PLAIN: Mapping[type[Exception], type[Problem]] = {
    Forbidden: problems.NotAllowed,
    NoSuchConnector: problems.NoSuchConnector,
    AlreadyConnected: problems.AlreadyConnected,
}


def problem(error: Exception) -> Problem:
    """Return what stands for one of the errors in `KNOWN`."""
    message = str(error)
    if isinstance(error, TooSoon | NothingWhole):
        soon = datetime.datetime.now(datetime.UTC) + AGAIN
        at = error.next_at if isinstance(error, TooSoon) else soon
        return problems.TooSoon(message=message, next=_moment(at))
    if isinstance(error, AlreadyScanning):
        return problems.AlreadyScanning(message=message, scan=error.scan)
    if isinstance(error, Unfit):
        return problems.BadInput(message=message, field=error.field)
    if isinstance(error, CredentialsRefused | UnknownRegion):
        field = "regions" if isinstance(error, UnknownRegion) else "input"
        return problems.BadInput(message=message, field=field)
    return PLAIN.get(type(error), problems.NotFound)(message=message)


def _moment(at: datetime.datetime | None) -> DateTime:
    return DateTime(at.astimezone(datetime.UTC).isoformat() if at else "")


def _members(asked: DiscoverConnectorsInput) -> tuple[str, Callable[[], discovery.Discovered]]:
    """Return the cloud that an input names, and what asks it. Raises Unfit."""
    leave_out = tuple(asked.leave_out or ())
    _one_of(asked)
    if asked.aws is not None:
        aws = asked.aws
        return "aws", lambda: discovery.aws_organization(
            Reference(profile=aws.profile), role_name=given.role_name(aws.role_name, "roleName"),
            external_id=aws.external_id, regions=given.regions(aws.regions), leave_out=leave_out,
        )  # fmt: skip
    if asked.azure is not None:
        azure = asked.azure
        return "azure", lambda: discovery.azure_subscriptions(
            tenant=given.cloud_id(azure.tenant, "tenant"),
            management_group=given.cloud_id(azure.management_group, "managementGroup"),
            client_id=given.cloud_id(azure.client_id, "clientId"), leave_out=leave_out,
        )  # fmt: skip
    assert asked.gcp is not None  # noqa: S101 - exactly one is there
    gcp = asked.gcp
    return "gcp", lambda: discovery.gcp_projects(
        discovery.gcp_parent(gcp.organization, gcp.folder),
        impersonate=given.email(gcp.impersonate, "impersonate"),
        quota_project=given.cloud_id(gcp.quota_project, "quotaProject"), leave_out=leave_out,
    )  # fmt: skip


def _one_of(asked: AddConnectorInput | DiscoverConnectorsInput) -> None:
    """Raise Unfit unless an input names one of the three clouds."""
    if sum(one is not None for one in (asked.aws, asked.azure, asked.gcp)) != 1:
        raise Unfit("input", "exactly one of aws, azure and gcp is needed")


def _find(asked: AddConnectorInput) -> Found:
    """Ask the cloud for what an input names. Raises Unfit, CredentialsRefused, UnknownRegion."""
    _one_of(asked)
    name = None if asked.name is None else given.name(asked.name, "name")
    if asked.aws is not None:
        reference = Reference(
            profile=asked.aws.profile, role_arn=given.role_arn(asked.aws.role_arn, "roleArn"),
            external_id=asked.aws.external_id,
        )  # fmt: skip
        return connecting.aws_account(
            reference, name=name, account=asked.aws.account,
            regions=given.regions(asked.aws.regions),
        )  # fmt: skip
    if asked.azure is not None:
        return connecting.azure_subscription(
            name=name, subscription=given.cloud_id(asked.azure.subscription, "subscription"),
            tenant=given.cloud_id(asked.azure.tenant, "tenant"),
            client_id=given.cloud_id(asked.azure.client_id, "clientId"),
        )  # fmt: skip
    assert asked.gcp is not None  # noqa: S101 - exactly one is there
    return connecting.gcp_project(
        name=name, project=given.cloud_id(asked.gcp.project, "project") or "",
        impersonate=given.email(asked.gcp.impersonate, "impersonate"),
        quota_project=given.cloud_id(asked.gcp.quota_project, "quotaProject"),
    )  # fmt: skip
