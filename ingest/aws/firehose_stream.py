"""Amazon Data Firehose streams: what they take in, and where they deliver it.

Each kind of destination is described under a name of its own, with the same parts: a role, a
bucket for what could not be delivered, options of logging. These are read wherever they stand.
Left out: how records are partitioned, converted and buffered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import ec2_refs
from ingest.aws.kms import kms_ref
from ingest.aws.logs import group_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.lambda_function import AwsLambdaFunction
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.aws.secretsmanager_secret import AwsSecret

STREAM = "firehose:DescribeDeliveryStream"
ABOUT = "DeliveryStreamDescription"
MOST = 100  # streams in a page of their listing
SUFFIX = "DestinationDescription"
DESTINATIONS = f"Stream.{ABOUT}.Destinations.*"
# Where the address of a destination without an ARN stands.
ADDRESSES = (
    "EndpointConfiguration.Url", "HECEndpoint", "ClusterJDBCURL", "AccountUrl", "ClusterEndpoint",
    "CollectionEndpoint",
)  # fmt: skip


class AwsFirehoseStream(
    Resource,
    service="firehose",
    lists="firehose:ListDeliveryStreams",
    redact=[
        f"{DESTINATIONS}.Splunk{SUFFIX}.HECToken",
        f"{DESTINATIONS}.HttpEndpoint{SUFFIX}.RequestConfiguration.CommonAttributes.*.AttributeValue",
    ],
):
    """An Amazon Data Firehose stream."""

    arn: str = key("Amazon Resource Name.")
    type: str | None = prop(
        "`DirectPut`, `KinesisStreamAsSource`, `MSKAsSource`, ...", reads=STREAM
    )
    state: str | None = prop("`ACTIVE`, `CREATING_FAILED`, ...", reads=STREAM)
    is_encrypted: bool = prop(
        "Its records are encrypted while it holds them; those of a Kinesis stream or a topic are "
        "as they are there.",
        reads=STREAM,
    )
    destination_types: list[str] = prop(
        "`S3`, `Redshift`, `Amazonopensearchservice`, `HttpEndpoint`, `Splunk`, ...", reads=STREAM
    )
    addresses: list[str] = prop(
        "Addresses of destinations that are no AWS resources.", reads=STREAM
    )
    logs_errors: bool = prop("Failures of every destination are logged.", reads=STREAM)
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "KMS key of the records while it holds them.", reads=STREAM
    )
    source: Ref[Resource] | None = edge(
        "READS_FROM", "Kinesis stream or Kafka cluster it takes records from.", reads=STREAM
    )
    destinations: list[Ref[AwsS3Bucket | Resource]] = edge(
        "DELIVERS_TO", "Buckets, search domains and catalogues it delivers to.", reads=STREAM
    )
    functions: list[Ref[AwsLambdaFunction]] = edge(
        "TRANSFORMED_BY", "Functions that change the records on their way.", reads=STREAM
    )
    log_groups: list[Ref[AwsLogGroup]] = edge(
        "LOGS_TO", "Log groups that get its failures.", reads=STREAM
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles with which it reads and delivers.", reads=STREAM
    )
    vpcs: list[Ref[AwsVpc]] = edge("IN_VPC", "Networks it delivers into.", reads=STREAM)
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "Subnets it has addresses in.", reads=STREAM)
    security_groups: list[Ref[AwsSecurityGroup]] = edge(
        "MEMBER_OF", "Groups its addresses are in.", reads=STREAM
    )
    secrets: list[Ref[AwsSecret]] = edge(
        "USES_SECRET", "Secrets that hold its credentials for a destination.", reads=STREAM
    )
    tags: dict[str, str] = tags(reads="firehose:ListTagsForDeliveryStream")
    created_at: datetime | None = prop("When it was made.", reads=STREAM)


NAME = {"DeliveryStreamName": "DeliveryStreamName"}
PARTS = (
    Part("Stream", "describe_delivery_stream", STREAM, NAME),
    Part(
        "Tagging", "list_tags_for_delivery_stream", "firehose:ListTagsForDeliveryStream", NAME,
        keep={"Limit": 50},  # the most that a stream can have
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsFirehoseStream]:
    """Yield the region's streams."""
    return aws.records(read, ({"DeliveryStreamName": name} for name in _names(aws)), PARTS)


def read(aws: Aws, item: Item) -> AwsFirehoseStream:
    """Make the record of one stream."""
    about, name = item.part("Stream"), item["DeliveryStreamName"]
    encryption = f"{ABOUT}.DeliveryStreamEncryptionConfiguration"
    return AwsFirehoseStream(
        arn=aws.arn("firehose", f"deliverystream/{name}"),
        name=name,
        raw=item.raw,
        type=about.get(f"{ABOUT}.DeliveryStreamType"),
        state=about.get(f"{ABOUT}.DeliveryStreamStatus"),
        is_encrypted=about.read(lambda a: dig(a, f"{encryption}.Status") == "ENABLED"),
        destination_types=about.read(lambda a: sorted({kind for kind, _ in _described(a)})),
        addresses=about.read(_addresses),
        logs_errors=about.read(_logs_errors),
        kms_key=about.read(lambda a: kms_ref(aws, dig(a, f"{encryption}.KeyARN"))),
        source=about.read(_source),
        destinations=about.read(lambda a: _refs(a, "BucketARN", "DomainARN", "CatalogARN")),
        functions=about.read(_functions),
        log_groups=about.read(lambda a: _log_groups(aws, a)),
        secrets=about.read(lambda a: _refs(a, "SecretARN")),
        roles=about.read(lambda a: _refs(a, "RoleARN")),
        vpcs=about.read(lambda a: ec2_refs(aws, "vpc", _values(a, "VpcId"))),
        subnets=about.read(lambda a: ec2_refs(aws, "subnet", _listed(a, "SubnetIds"))),
        security_groups=about.read(
            lambda a: ec2_refs(aws, "security-group", _listed(a, "SecurityGroupIds"))
        ),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
        created_at=about.get(f"{ABOUT}.CreateTimestamp"),
    )


def _names(aws: Aws) -> Iterator[str]:
    """Yield the names of the streams; the SDK does not page this listing."""
    last: Json = {}
    while True:
        page = aws.call("list_delivery_streams", Limit=MOST, **last)
        yield from page["DeliveryStreamNames"]
        if not page["HasMoreDeliveryStreams"]:
            return
        last = {"ExclusiveStartDeliveryStreamName": page["DeliveryStreamNames"][-1]}


def _described(answer: Json) -> list[tuple[str, Json]]:
    """Return (kind, description) of each destination; a bucket is described in two ways."""
    return [
        (name.removesuffix(SUFFIX).removeprefix("Extended"), said)
        for destination in dig(answer, f"{ABOUT}.Destinations", [])
        for name, said in destination.items()
        if name.endswith(SUFFIX)
    ]


def _addresses(answer: Json) -> list[str]:
    found = (dig(said, path) for _, said in _described(answer) for path in ADDRESSES)
    return sorted({address for address in found if address})


def _logs_errors(answer: Json) -> bool:
    described = _described(answer)
    return bool(described) and all(
        dig(said, "CloudWatchLoggingOptions.Enabled") for _, said in described
    )


def _source(answer: Json) -> Ref[Resource] | None:
    return next(iter(_refs(answer, "KinesisStreamARN", "MSKClusterARN")), None)


def _functions(answer: Json) -> list[Ref[AwsLambdaFunction]]:
    """Return the functions; a version may stand at the end of the ARN."""
    parameters = (p for found in _values(answer, "Parameters") for p in found)
    arns = (p.get("ParameterValue") for p in parameters if p.get("ParameterName") == "LambdaArn")
    return [Ref(arn) for arn in dict.fromkeys(":".join(a.split(":")[:7]) for a in arns if a)]


def _log_groups(aws: Aws, answer: Json) -> list[Ref[AwsLogGroup]]:
    options = [o for o in _values(answer, "CloudWatchLoggingOptions") if o.get("Enabled")]
    names = dict.fromkeys(o.get("LogGroupName") for o in options)
    return [group for name in names if (group := group_ref(aws, name))]


def _refs(answer: Json, *names: str) -> list[Ref[Any]]:
    return [Ref(arn) for arn in dict.fromkeys(a for name in names for a in _values(answer, name))]


def _listed(answer: Json, name: str) -> Iterator[str]:
    return (value for values in _values(answer, name) for value in values)


def _values(value: Any, name: str) -> Iterator[Any]:
    """Yield whatever stands under a name, at any depth."""
    if isinstance(value, dict):
        for found, item in value.items():
            if found == name and item:
                yield item
            else:
                yield from _values(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, name)
