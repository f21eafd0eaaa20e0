"""AWS regions as one account sees them, with what is set or switched on once for each.

A region is listed by itself, in a unit of its own: so one that the user leaves out, or that the
account has not switched on, is not asked about.

What a region lacks can't be seen on a thing that is not there: so it stands here whether AWS
Config, GuardDuty, Security Hub and Access Analyzer are on. Regions that do not have a service are
not asked about it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.aws.accessanalyzer_analyzer import EXTERNAL
from ingest.aws.securityhub_hub import NO_HUB
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws

WATCHERS = ("config", "guardduty", "securityhub", "accessanalyzer")
RECORDER = "config:DescribeConfigurationRecorderStatus"
DETECTORS = "guardduty:ListDetectors"
HUB = "securityhub:DescribeHub"
ANALYZERS = "access-analyzer:ListAnalyzers"


class AwsRegion(Resource, service="ec2", lists="ec2:DescribeRegions"):
    """An AWS region that is enabled for the account."""

    arn: str = key("`arn:...:ec2:{region}:{account}:region/{region}`: AWS gives regions no ARN.")
    opt_in_status: str = prop("`opt-in-not-required` or `opted-in`.")
    encrypts_ebs_by_default: bool = prop(
        "New EBS volumes and snapshot copies are always encrypted.",
        reads="ec2:GetEbsEncryptionByDefault",
    )
    records_configuration: bool | None = prop(
        "AWS Config has a recorder that is switched on; null where the region lacks AWS Config.",
        reads=RECORDER,
    )
    has_guardduty: bool | None = prop(
        "It has a GuardDuty detector; null where the region lacks GuardDuty.", reads=DETECTORS
    )
    has_security_hub: bool | None = prop(
        "Security Hub is switched on; null where the region lacks it.", reads=HUB
    )
    has_access_analyzer: bool | None = prop(
        "An analyzer is at work that finds what is open to outsiders; null where the region lacks "
        "IAM Access Analyzer.",
        reads=ANALYZERS,
    )
    owner: Ref[AwsAccount] = edge("IN_ACCOUNT", "The account that it is enabled for.")


def _asks(service: str) -> Callable[[Json], bool]:
    return lambda entry: service in entry["Services"]


PARTS = (
    Part("Ebs", "get_ebs_encryption_by_default", "ec2:GetEbsEncryptionByDefault", {}),
    Part(
        "Recorder", "describe_configuration_recorder_status", RECORDER, {},
        service="config", when=_asks("config"),
    ),
    Part("Detectors", "list_detectors", DETECTORS, {},
        service="guardduty", when=_asks("guardduty"),
    ),
    Part(
        "Hub", "describe_hub", HUB, {},
        none=NO_HUB, service="securityhub", when=_asks("securityhub"),
    ),
    Part(
        "Analyzers", "list_analyzers", ANALYZERS, {},
        service="accessanalyzer", when=_asks("accessanalyzer"), pages="analyzers",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsRegion]:
    """Yield the region itself."""
    offered = [service for service in WATCHERS if aws.offers(service, aws.region)]
    listed = aws.pages("describe_regions", "Regions", RegionNames=[aws.region])
    return aws.records(read, ({**entry, "Services": offered} for entry in listed), PARTS)


def read(aws: Aws, item: Item) -> AwsRegion:
    """Make the record of one region."""
    name, offered = item["RegionName"], item["Services"]
    return AwsRegion(
        arn=aws.arn("ec2", f"region/{name}", region=name),
        name=name,
        created_at=None,
        raw=item.raw,
        opt_in_status=item["OptInStatus"],
        encrypts_ebs_by_default=item.part("Ebs").read(lambda e: bool(e["EbsEncryptionByDefault"])),
        records_configuration=item.part("Recorder").read(
            lambda r: _records(r) if "config" in offered else None
        ),
        has_guardduty=item.part("Detectors").read(
            lambda d: bool(d["DetectorIds"]) if "guardduty" in offered else None
        ),
        has_security_hub=item.part("Hub").read(
            lambda h: "HubArn" in h if "securityhub" in offered else None
        ),
        has_access_analyzer=item.part("Analyzers").read(
            lambda a: _analyzes(a) if "accessanalyzer" in offered else None
        ),
        owner=Ref(aws.arn("iam", "root", region="")),
    )


def _records(answer: Json) -> bool:
    return any(r.get("recording") for r in answer["ConfigurationRecordersStatus"])


def _analyzes(answer: Json) -> bool:
    return any(
        a.get("type") in EXTERNAL and a.get("status") == "ACTIVE" for a in answer["analyzers"]
    )
