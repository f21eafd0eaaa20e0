"""The demo's CloudWatch: the trail's log group, who is told of what, and what nobody looks at.

Of some changes the people on call are told, all the way from the trail to their mail; of others a
part of the way is missing. Left out: composite alarms, which moto lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.demo.ground import HOME, tag_map, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_TRAIL_GROUP = "/platform/trail"
_GROUPS: dict[str, tuple[int | None, str | None]] = {  # days, key
    _TRAIL_GROUP: (365, "logs"),
    "/aws/firehose/shop-clicks": (400, "logs"),
    "/aws/lambda/shop-checkout": (30, None),
    "/legacy/batch": (None, None),
}
_NAMESPACE = "Audit"


@dataclass(frozen=True, kw_only=True)
class _Watch:
    """A filter of the trail's group.

    `alarm`: the people on call are told, or a topic that nobody hears, or no topic (silent); it is
    off; or there is none.
    """

    name: str
    pattern: str
    alarm: str = "told"  # told, unheard, silent, off, or none


def _events(*names: str, source: str | None = None) -> str:
    listed = " || ".join(f"($.eventName = {name})" for name in names)
    return f"{{ ($.eventSource = {source}) && ({listed}) }}" if source else f"{{ {listed} }}"


_WATCHES = (
    _Watch(
        name="root-use",
        pattern='{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS'
        ' && $.eventType != "AwsServiceEvent" }',
    ),
    _Watch(
        name="trail-changes",
        pattern=_events("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    ),
    _Watch(
        name="key-removals",
        pattern=_events("DisableKey", "ScheduleKeyDeletion", source="kms.amazonaws.com"),
    ),
    _Watch(
        name="failed-sign-ins",
        pattern='{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
        alarm="silent",
    ),
    _Watch(
        name="config-changes",
        pattern=_events("PutConfigurationRecorder", "StopConfigurationRecorder"),
        alarm="unheard",
    ),
    _Watch(name="network-changes", pattern=_events("CreateVpc", "DeleteVpc"), alarm="off"),
    _Watch(
        name="refused-calls",
        pattern='{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
        alarm="none",
    ),
)


def build_monitoring(ground: Ground) -> None:
    """Make log groups, filters and alarms, and let the good trail write to one of the groups."""
    for name, (days, key) in _GROUPS.items():
        _group(ground, name, days, key)
    ground.client("cloudtrail").update_trail(
        Name="platform-all",
        CloudWatchLogsLogGroupArn=f"{ground.book[f'log-group/{_TRAIL_GROUP}']}:*",
        CloudWatchLogsRoleArn=ground.book["role/platform-trail-logs"],
    )
    on_call, unheard = _topic(ground), ground.book[f"topic/{HOME}/billing-events"]
    told = {"told": [on_call], "off": [on_call], "unheard": [unheard]}
    for watch in _WATCHES:
        _watch(ground, watch, told.get(watch.alarm, []))
    ground.notable["watched_filter"] = f"{ground.notable['trail_log_group']}:metric-filter:root-use"


def _group(ground: Ground, name: str, days: int | None, key: str | None) -> None:
    logs = ground.client("logs")
    settings = {"kmsKeyId": ground.book[f"key/{HOME}/{key}"]} if key else {}
    logs.create_log_group(logGroupName=name, tags=tag_map(name, owner=bool(days)), **settings)
    if days:
        logs.put_retention_policy(logGroupName=name, retentionInDays=days)
    ground.book[f"log-group/{name}"] = ground.arn("logs", HOME, f"log-group:{name}")
    ground.notable.setdefault("trail_log_group", ground.book[f"log-group/{name}"])
    ground.made("logs:log-group")


def _topic(ground: Ground) -> str:
    sns = ground.client("sns")
    arn: str = sns.create_topic(
        Name="platform-on-call",
        Attributes={"KmsMasterKeyId": ground.book[f"key/{HOME}/logs"]},
        Tags=tags("platform-on-call"),
    )["TopicArn"]
    sns.subscribe(TopicArn=arn, Protocol="email", Endpoint="on-call@shop.example.com")
    ground.book["topic/on-call"] = arn
    ground.made("sns:topic")
    return arn


def _watch(ground: Ground, watch: _Watch, told: list[str]) -> None:
    ground.client("logs").put_metric_filter(
        logGroupName=_TRAIL_GROUP,
        filterName=watch.name,
        filterPattern=watch.pattern,
        metricTransformations=[
            {"metricName": watch.name, "metricNamespace": _NAMESPACE, "metricValue": "1"}
        ],
    )
    ground.made("logs:metric-filter")
    if watch.alarm == "none":
        return
    ground.client("cloudwatch").put_metric_alarm(
        AlarmName=watch.name,
        MetricName=watch.name,
        Namespace=_NAMESPACE,
        Statistic="Sum",
        Period=300,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching",
        ActionsEnabled=watch.alarm != "off",
        AlarmActions=told,
        Tags=tags(watch.name),
    )
    ground.notable[f"{watch.alarm}_alarm"] = ground.arn("cloudwatch", HOME, f"alarm:{watch.name}")
    ground.made("cloudwatch:alarm")
