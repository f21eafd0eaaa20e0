"""Flow logs: records of the traffic of networks, subnets and interfaces, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import PAGES, ec2_arn, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_nat_gateway import AwsNatGateway
    from ingest.aws.ec2_network_interface import AwsNetworkInterface
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_transit_gateway import AwsTransitGateway
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.s3_bucket import AwsS3Bucket

RECORDED = {
    "vpc": "vpc",
    "subnet": "subnet",
    "eni": "network-interface",
    "tgw": "transit-gateway",
    "nat": "natgateway",
}
ATTACHMENT = "tgw-attach-"


class AwsFlowLog(Resource, service="ec2", lists="ec2:DescribeFlowLogs"):
    """A flow log: it records which addresses talk to each other."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `fl-...`.", indexed=True)
    is_active: bool = prop("It is switched on.")
    traffic_type: str | None = prop(
        "`ALL`, `ACCEPT` or `REJECT`; null for transit gateways, where all is recorded."
    )
    destination_type: str | None = prop("`cloud-watch-logs`, `s3` or `kinesis-data-firehose`.")
    delivery_status: str | None = prop("`SUCCESS` or `FAILED`; null where AWS does not tell.")
    delivery_error: str | None = prop(
        "Why delivery fails: `Access error`, `Rate limited`, `Unknown error`; null where it works."
    )
    interval_seconds: int | None = prop("The longest time that one record sums up.")
    format: str | None = prop("The fields of a record, as `${srcaddr} ${dstaddr} ...`.")
    recorded: (
        Ref[AwsVpc | AwsSubnet | AwsNetworkInterface | AwsTransitGateway | AwsNatGateway] | None
    ) = edge("RECORDS", "What it records the traffic of.")
    recorded_attachment: Ref[Resource] | None = edge(
        "RECORDS", "The attachment of a transit gateway whose traffic it records."
    )
    destination: Ref[AwsS3Bucket | AwsLogGroup | AwsFirehoseStream] | None = edge(
        "LOGS_TO", "Bucket, CloudWatch log group or Firehose stream that receives the records."
    )
    roles: list[Ref[AwsIamRole]] = edge("HAS_ROLE", "Roles with which it delivers.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsFlowLog]:
    """Yield the region's flow logs."""
    return aws.records(read, aws.pages("describe_flow_logs", "FlowLogs", PaginationConfig=PAGES))


def read(aws: Aws, item: Item) -> AwsFlowLog:
    """Make the record of one flow log."""
    roles = (item.get("DeliverLogsPermissionArn"), item.get("DeliverCrossAccountRole"))
    return AwsFlowLog(
        arn=ec2_arn(aws, "vpc-flow-log", item["FlowLogId"]),
        name=name_of(item, item["FlowLogId"]),
        created_at=item.get("CreationTime"),
        raw=item.raw,
        id=item["FlowLogId"],
        is_active=item["FlowLogStatus"] == "ACTIVE",
        traffic_type=item.get("TrafficType"),
        destination_type=item.get("LogDestinationType"),
        delivery_status=item.get("DeliverLogsStatus"),
        delivery_error=item.get("DeliverLogsErrorMessage"),
        interval_seconds=item.get("MaxAggregationInterval"),
        format=item.get("LogFormat"),
        recorded=_recorded(aws, item["ResourceId"]),
        recorded_attachment=_attachment(aws, item["ResourceId"]),
        destination=_destination(aws, item),
        roles=[Ref(arn) for arn in dict.fromkeys(roles) if arn],
        tags=tags_of(item.get("Tags")),
    )


def _recorded(aws: Aws, short: str) -> Ref[Any] | None:
    kind = RECORDED.get(short.partition("-")[0])
    if kind is None or short.startswith(ATTACHMENT):
        return None
    return Ref(ec2_arn(aws, kind, short))


def _attachment(aws: Aws, short: str) -> Ref[Resource] | None:
    if not short.startswith(ATTACHMENT):
        return None
    return Ref(ec2_arn(aws, "transit-gateway-attachment", short))


def _destination(aws: Aws, item: Item) -> Ref[Any] | None:
    """Return the destination; a bucket may be named with a folder, a log group by its name only."""
    arn, group = item.get("LogDestination"), item.get("LogGroupName")
    if not arn:
        return Ref(aws.arn("logs", f"log-group:{group}")) if group else None
    is_bucket = item.get("LogDestinationType") == "s3"
    return Ref(arn.partition("/")[0] if is_bucket else arn.removesuffix(":*"))
