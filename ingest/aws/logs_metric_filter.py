"""Metric filters of log groups: what they look for, the metric they count in, and who watches it.

AWS gives them no ARN: theirs is put below the log group's. Left out: alarms on expressions over
the metric, which the call that is made for this does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.filter_pattern import terms
from ingest.aws.logs import group_arn
from ingest.aws.times import of_milliseconds
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.cloudwatch_alarm import AwsCloudwatchAlarm
    from ingest.aws.logs_log_group import AwsLogGroup

ALARMS = "cloudwatch:DescribeAlarmsForMetric"


class AwsLogMetricFilter(Resource, service="logs", lists="logs:DescribeMetricFilters"):
    """A metric filter: it counts the events of a log group that fit a pattern."""

    arn: str = key("`arn:...:log-group:{group}:metric-filter:{name}`: AWS gives filters no ARN.")
    pattern: str = prop("What it looks for, as written.")
    terms: list[str] = prop(
        "The comparisons of a JSON pattern, in one spelling: `$.eventName=DeleteTrail`, "
        "`$.userIdentity.invokedBy NOT EXISTS`."
    )
    namespace: str = prop("Namespace of the metric it counts in.")
    metric_name: str = prop("Name of that metric.")
    log_group: Ref[AwsLogGroup] = edge("FILTERS", "The log group whose events it looks at.")
    alarms: list[Ref[AwsCloudwatchAlarm]] = edge(
        "WATCHES", "Alarms on its metric.", direction="in", reads=ALARMS
    )


def _metric(item: Json) -> Json:
    """Return the one metric that a filter counts in."""
    (metric,) = item["metricTransformations"]
    return metric  # type: ignore[no-any-return] # JSON


PARTS = (
    Part(
        "Alarms", "describe_alarms_for_metric", ALARMS,
        {
            "MetricName": lambda item: _metric(item)["metricName"],
            "Namespace": lambda item: _metric(item)["metricNamespace"],
        },
        service="cloudwatch",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsLogMetricFilter]:
    """Yield the region's metric filters."""
    return aws.records(read, aws.pages("describe_metric_filters", "metricFilters"), PARTS)


def read(aws: Aws, item: Item) -> AwsLogMetricFilter:
    """Make the record of one metric filter."""
    group, metric = group_arn(aws, item["logGroupName"]), _metric(item.body)
    pattern = item.get("filterPattern", default="")
    return AwsLogMetricFilter(
        arn=f"{group}:metric-filter:{item['filterName']}",
        name=item["filterName"],
        created_at=of_milliseconds(item.get("creationTime")),
        raw=item.raw,
        pattern=pattern,
        terms=terms(pattern),
        namespace=metric["metricNamespace"],
        metric_name=metric["metricName"],
        log_group=Ref(group),
        alarms=item.part("Alarms").read(
            lambda a: [Ref(alarm["AlarmArn"]) for alarm in a["MetricAlarms"]]
        ),
    )
