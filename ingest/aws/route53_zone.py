"""Amazon Route 53 hosted zones, public and private.

Where queries are logged is listed for all zones at once; Route 53 takes few calls a second. Left
out: domain registrations, which are another service to AWS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.hosts import own_raw
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup

LOGGING = "route53:ListQueryLoggingConfigs"
DNSSEC = "route53:GetDNSSEC"
ZONE = "route53:GetHostedZone"


class AwsRoute53Zone(
    Resource, service="route53", lists="route53:ListHostedZones", is_global=True, incarnation="id"
):
    """An Amazon Route 53 hosted zone."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `Z...`.", indexed=True)
    is_private: bool = prop("Only the VPCs that it is associated with see it.")
    comment: str | None = prop("What its makers said it is for.")
    linked_service: str | None = prop("AWS service that made it and keeps it; null without one.")
    record_count: int | None = prop("How many records it has.")
    dnssec: str | None = prop(
        "Whether answers are signed: `SIGNING`, `NOT_SIGNING`, ...; null where it is private.",
        reads=DNSSEC,
    )
    is_query_logged: bool = prop("Queries are logged.", reads=LOGGING)
    log_group: Ref[AwsLogGroup] | None = edge(
        "LOGS_TO", "Log group that gets the queries.", reads=LOGGING
    )
    signing_keys: list[Ref[AwsKmsKey]] = edge(
        "SIGNED_WITH", "KMS keys that sign its answers.", reads=DNSSEC
    )
    vpcs: list[Ref[AwsVpc]] = edge(
        "SEEN_IN", "VPCs that it is associated with, where it is private.", reads=ZONE
    )
    tags: dict[str, str] = tags(reads="route53:ListTagsForResource")


def _id(zone: Json) -> str:
    return str(zone["Id"]).rpartition("/")[2]


def _is_private(zone: Json) -> bool:
    return bool(dig(zone, "Config.PrivateZone", default=False))


def _is_public(zone: Json) -> bool:
    return not _is_private(zone)


CONFIGS = "QueryLogging"
PARTS = (
    Part("Zone", "get_hosted_zone", ZONE, {"Id": _id}, when=_is_private),
    Part("Dnssec", "get_dnssec", DNSSEC, {"HostedZoneId": _id}, when=_is_public),
    Part(
        CONFIGS, "list_query_logging_configs", LOGGING, {},
        pages="QueryLoggingConfigs", shared=True,
    ),
    Part(
        "Tagging", "list_tags_for_resource", "route53:ListTagsForResource", {"ResourceId": _id},
        keep={"ResourceType": "hostedzone"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRoute53Zone]:
    """Yield the account's hosted zones."""
    return aws.records(read, aws.pages("list_hosted_zones", "HostedZones"), PARTS)


def read(aws: Aws, item: Item) -> AwsRoute53Zone:
    """Make the record of one zone."""
    short, zone, dnssec = _id(item.body), item.part("Zone"), item.part("Dnssec")
    configs = item.part(CONFIGS)
    return AwsRoute53Zone(
        arn=zone_arn(aws, short),
        name=item["Name"].rstrip(".") or ".",
        created_at=None,
        raw=own_raw(item, CONFIGS),
        id=short,
        is_private=_is_private(item.body),
        comment=item.get("Config.Comment") or None,
        linked_service=item.get("LinkedService.ServicePrincipal"),
        record_count=item.get("ResourceRecordSetCount"),
        dnssec=dnssec.get("Status.ServeSignature"),
        is_query_logged=configs.read(lambda c: bool(_log_groups(c, short))),
        log_group=configs.read(lambda c: next(map(Ref, _log_groups(c, short)), None)),
        signing_keys=dnssec.read(lambda d: [Ref(k["KmsArn"]) for k in d.get("KeySigningKeys", [])]),
        vpcs=zone.read(
            lambda z: [
                Ref(aws.arn("ec2", f"vpc/{vpc['VPCId']}", region=vpc["VPCRegion"]))
                for vpc in z.get("VPCs") or []
            ]
        ),
        tags=item.part("Tagging").read(lambda t: tags_of(dig(t, "ResourceTagSet.Tags"))),
    )


def zone_arn(aws: Aws, short: str) -> str:
    """Return the ARN of a hosted zone by its id."""
    return aws.arn("route53", f"hostedzone/{short}", region="", account="")


def _log_groups(answer: Json, short: str) -> list[str]:
    return [
        str(config["CloudWatchLogsLogGroupArn"]).removesuffix(":*")
        for config in answer.get("QueryLoggingConfigs") or []
        if config["HostedZoneId"].rpartition("/")[2] == short
    ]
