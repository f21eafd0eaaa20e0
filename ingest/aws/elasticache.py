"""What caches and replication groups share: subnet groups, logs, tags, and how clients are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.items import Item, Part, dig
from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

TAGS = "elasticache:ListTagsForResource"
TAGGING = Part("Tagging", "list_tags_for_resource", TAGS, {"ResourceName": "ARN"})


def requires_tls(item: Item) -> bool:
    """Tell whether clear text is refused: with encryption in transit it is, unless told otherwise.

    Only engines that can take both say which mode they are in.
    """
    mode = item.get("TransitEncryptionMode", default="required")
    return bool(item.get("TransitEncryptionEnabled")) and mode == "required"


def log_targets(aws: Aws, item: Item) -> list[Ref[Any]]:
    """Return what receives the logs: log groups and delivery streams, which are named shortly."""
    found: list[Ref[Any]] = []
    for delivery in item.get("LogDeliveryConfigurations", []):
        group = dig(delivery, "DestinationDetails.CloudWatchLogsDetails.LogGroup")
        stream = dig(delivery, "DestinationDetails.KinesisFirehoseDetails.DeliveryStream")
        if group:
            found.append(Ref(aws.arn("logs", f"log-group:{group}")))
        if stream:
            found.append(Ref(aws.arn("firehose", f"deliverystream/{stream}")))
    return found


def log_types(item: Item) -> list[str]:
    """Return, sorted, the kinds of logs that are delivered."""
    return sorted({d["LogType"] for d in item.get("LogDeliveryConfigurations", [])})
