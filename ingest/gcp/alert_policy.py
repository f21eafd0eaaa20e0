"""Alert policies of Cloud Monitoring: what they watch and whom they tell.

A log metric is known by its type, `logging.googleapis.com/user/<name>`, wherever that stands in a
condition. Left out: metrics that PromQL means by its own spelling of their names, and those of
other projects that a scope of metrics holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.gcp.log_filter import terms
from ingest.gcp.log_metric import metric_uid
from ingest.gcp.managed import GcpManaged, common, data, entries, flag, ref, text, texts
from ingest.gcp.notification_channel import HOST
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.log_metric import GcpLogMetric
    from ingest.gcp.notification_channel import GcpNotificationChannel

LOG_METRIC = re.compile(r"logging\.googleapis\.com/user/([^\"'\\\s]+)")
CONDITIONS = (
    "conditionThreshold.filter",
    "conditionThreshold.denominatorFilter",
    "conditionAbsent.filter",
    "conditionMonitoringQueryLanguage.query",
    "conditionPrometheusQueryLanguage.query",
    "conditionSql.query",
)
LOGGED = "conditionMatchedLog.filter"


class GcpAlertPolicy(
    GcpManaged,
    service="cloudasset",
    native="monitoring.googleapis.com/AlertPolicy",
    lists="cloudasset.assets.listResource",
):
    """An alert policy: it tells somebody where its conditions hold."""

    resource_name: str = prop("What commands call it: `projects/p/alertPolicies/1`.")
    is_enabled: bool | None = prop("It is in force; null where Google does not say.")
    severity: str | None = prop("`CRITICAL`, `ERROR`, `WARNING`; null where it has none.")
    combiner: str | None = prop("`AND`, `OR`, ...: which of its conditions must hold.")
    conditions: list[str] = prop("What people call its conditions.")
    log_terms: list[str] = prop(
        "The comparisons by which it looks for single log entries, in one spelling: "
        "`severity>=ERROR`."
    )
    metrics: list[Ref[GcpLogMetric]] = edge("WATCHES", "Log metrics that its conditions name.")
    channels: list[Ref[GcpNotificationChannel]] = edge("NOTIFIES", "Channels that it tells.")


def fetch(gcp: Gcp) -> Records[GcpAlertPolicy]:
    """Yield the project's alert policies."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpAlertPolicy:
    """Make the record of one alert policy."""
    said = data(item)
    shared = common(
        gcp, item, name=text(said.get("displayName")) or "", labels_at="data.userLabels"
    )
    conditions = entries(said, "conditions")
    return GcpAlertPolicy(
        **shared,
        resource_name=shared["full_name"].removeprefix(HOST),
        is_enabled=flag(said.get("enabled")),
        severity=text(said.get("severity")),
        combiner=text(said.get("combiner")),
        conditions=[name for one in conditions if (name := text(one.get("displayName")))],
        log_terms=sorted({
            term for one in conditions for term in terms(text(dig(one, LOGGED)) or "")
        }),
        metrics=[Ref(uid) for uid in dict.fromkeys(_metrics(gcp, conditions))],
        channels=_channels(gcp, said),
    )  # fmt: skip


def _metrics(gcp: Gcp, conditions: list[Json]) -> Iterator[str]:
    for one in conditions:
        for path in CONDITIONS:
            for found in LOG_METRIC.finditer(text(dig(one, path)) or ""):
                yield metric_uid(gcp, found[1])


def _channels(gcp: Gcp, said: Json) -> list[Any]:
    found = (ref(gcp, name, service="monitoring") for name in texts(said, "notificationChannels"))
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]
