"""Amazon CloudWatch alarms, on a metric or over other alarms, and whom they tell.

Left out: the state of an alarm, which changes all the time, and alarms on log queries.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.lambda_function import AwsLambdaFunction
    from ingest.aws.sns_topic import AwsSnsTopic

# Actions whose ARN names something that is there; others name what is done, to an instance mostly.
TOLD = frozenset({"sns", "lambda", "autoscaling", "ssm-incidents", "aiops"})
ACTIONS = {
    "on_alarm": "AlarmActions",
    "on_ok": "OKActions",
    "on_no_data": "InsufficientDataActions",
}
CHILD = re.compile(r"\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:\"([^\"]+)\"|'([^']+)'|([^)\s]+))")


class AwsCloudwatchAlarm(Resource, service="cloudwatch", lists="cloudwatch:DescribeAlarms"):
    """An Amazon CloudWatch alarm."""

    arn: str = key("Amazon Resource Name.")
    type: str = prop("`metric`, or `composite` where it looks at other alarms.")
    are_actions_enabled: bool = prop("Its actions are carried out when its state changes.")
    namespace: str | None = prop("Namespace of its metric; null where it has none or several.")
    metric_name: str | None = prop("Name of its metric; null where it has none or several.")
    metrics: list[str] = prop("All metrics it looks at: `AWS/EC2 CPUUtilization`.")
    statistic: str | None = prop("`Sum`, `Average`, `p99`, ...; null where it has several metrics.")
    comparison: str | None = prop("`GreaterThanThreshold`, ...; null on a composite alarm.")
    threshold: float | None = prop("What it compares to; null where there is no fixed number.")
    period_seconds: int | None = prop("Length of one period of its metric.")
    evaluation_periods: int | None = prop("How many periods it looks at.")
    missing_data: str | None = prop(
        "How it takes missing data: `missing`, `ignore`, `breaching`, `notBreaching`, or null."
    )
    rule: str | None = prop("When a composite alarm goes off, as written; null on a metric alarm.")
    built_in_actions: list[str] = prop(
        "What it does by itself, such as to stop an instance, as ARNs that name no resource."
    )
    told: list[Ref[AwsSnsTopic | AwsLambdaFunction]] = edge(
        "NOTIFIES",
        "Topics, functions, scaling policies and response plans that it calls.",
        props={
            "on_alarm": "When it goes off.",
            "on_ok": "When all is well again.",
            "on_no_data": "When there is too little data.",
        },
    )
    children: list[Ref[AwsCloudwatchAlarm]] = edge(
        "COMBINES", "Alarms that the rule of a composite alarm names."
    )
    suppressor: Ref[AwsCloudwatchAlarm] | None = edge(
        "SUPPRESSED_BY", "Alarm that keeps its actions back while it is on."
    )
    tags: dict[str, str] = tags(reads="cloudwatch:ListTagsForResource")


PARTS = (
    Part(
        "Tagging", "list_tags_for_resource", "cloudwatch:ListTagsForResource",
        {"ResourceARN": "AlarmArn"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsCloudwatchAlarm]:
    """Yield the region's alarms."""
    listed = (
        aws.pages("describe_alarms", f"{kind}s", AlarmTypes=[kind])
        for kind in ("MetricAlarm", "CompositeAlarm")
    )
    return aws.records(read, itertools.chain.from_iterable(listed), PARTS)


def read(aws: Aws, item: Item) -> AwsCloudwatchAlarm:
    """Make the record of one alarm."""
    rule, suppressor = item.get("AlarmRule"), item.get("ActionsSuppressor")
    return AwsCloudwatchAlarm(
        arn=item["AlarmArn"],
        name=item["AlarmName"],
        created_at=None,
        raw=item.raw,
        type="composite" if rule else "metric",
        are_actions_enabled=item["ActionsEnabled"],
        namespace=item.get("Namespace"),
        metric_name=item.get("MetricName"),
        metrics=_metrics(item),
        statistic=item.get("Statistic") or item.get("ExtendedStatistic"),
        comparison=item.get("ComparisonOperator"),
        threshold=item.get("Threshold"),
        period_seconds=item.get("Period"),
        evaluation_periods=item.get("EvaluationPeriods"),
        missing_data=item.get("TreatMissingData"),
        rule=rule,
        built_in_actions=sorted({a for a in _actions(item) if not _is_told(a)}),
        told=_told(item),
        children=[_alarm(aws, name) for name in dict.fromkeys(_children(rule or ""))],
        suppressor=_alarm(aws, suppressor) if suppressor else None,
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _metrics(item: Item) -> list[str]:
    stats: list[Json] = [query.get("MetricStat") or {} for query in item.get("Metrics", [])]
    found = [item.body, *(stat.get("Metric") or {} for stat in stats)]
    return sorted({f"{m.get('Namespace')} {m['MetricName']}" for m in found if m.get("MetricName")})


def _actions(item: Item) -> list[str]:
    return [arn for listed in ACTIONS.values() for arn in item.get(listed, [])]


def _is_told(arn: str) -> bool:
    return arn.split(":")[2] in TOLD


def _told(item: Item) -> list[Ref[AwsSnsTopic | AwsLambdaFunction]]:
    """Return one reference for each that is told, whatever states it is told of."""
    return [
        Ref(arn, {name: arn in item.get(listed, []) for name, listed in ACTIONS.items()})
        for arn in dict.fromkeys(_actions(item))
        if _is_told(arn)
    ]


def _children(rule: str) -> list[str]:
    return [next(filter(None, names)) for names in CHILD.findall(rule)]


def _alarm(aws: Aws, named: str) -> Ref[AwsCloudwatchAlarm]:
    """Return the reference of an alarm that is named by its ARN or, in the same region, by name."""
    return Ref(named if named.startswith("arn:") else aws.arn("cloudwatch", f"alarm:{named}"))
