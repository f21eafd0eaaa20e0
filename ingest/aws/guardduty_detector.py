"""Amazon GuardDuty detectors, one a region, and which of their features are on.

Left out: findings, which are events, and the accounts that an administrator's detector looks after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.administrator import administrator
from ingest.aws.times import of_text
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole

DETECTOR = "guardduty:GetDetector"
ADMINISTRATOR = "guardduty:GetAdministratorAccount"


class AwsGuarddutyDetector(Resource, service="guardduty", lists="guardduty:ListDetectors"):
    """An Amazon GuardDuty detector: GuardDuty as it is set up in a region."""

    arn: str = key("Amazon Resource Name.")
    is_enabled: bool = prop("It is at work, and not suspended.", reads=DETECTOR)
    finding_frequency: str | None = prop(
        "How soon news of a known finding go out: `FIFTEEN_MINUTES`, `ONE_HOUR`, `SIX_HOURS`.",
        reads=DETECTOR,
    )
    features: list[str] = prop(
        "What is switched on: `S3_DATA_EVENTS`, `EBS_MALWARE_PROTECTION`, ...; and with it "
        "`RUNTIME_MONITORING/EC2_AGENT_MANAGEMENT`, ...",
        reads=DETECTOR,
    )
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "The role with which it looks.", reads=DETECTOR)
    administrator: Ref[AwsAccount] | None = edge(
        "MANAGED_BY", "Account that sets it up for this one.", reads=ADMINISTRATOR
    )
    tags: dict[str, str] = tags(reads=DETECTOR)
    created_at: datetime | None = prop("When it was made.", reads=DETECTOR)


ID = {"DetectorId": "DetectorId"}
PARTS = (
    Part("Detector", "get_detector", DETECTOR, ID),
    Part("AdministratorAccount", "get_administrator_account", ADMINISTRATOR, ID),
)


def fetch(aws: Aws) -> Records[AwsGuarddutyDetector]:
    """Yield the region's detector."""
    listed = ({"DetectorId": name} for name in aws.pages("list_detectors", "DetectorIds"))
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsGuarddutyDetector:
    """Make the record of one detector."""
    about = item.part("Detector")
    return AwsGuarddutyDetector(
        arn=aws.arn("guardduty", f"detector/{item['DetectorId']}"),
        name=item["DetectorId"],
        raw=item.raw,
        is_enabled=about.read(lambda d: d["Status"] == "ENABLED"),
        finding_frequency=about.get("FindingPublishingFrequency"),
        features=about.read(lambda d: sorted(_switched_on(d))),
        role=about.read(lambda d: Ref(d["ServiceRole"]) if d.get("ServiceRole") else None),
        administrator=item.part("AdministratorAccount").read(lambda a: administrator(aws, a)),
        tags=about.read(lambda d: dict(d.get("Tags") or {})),
        created_at=about.read(lambda d: of_text(d.get("CreatedAt"))),
    )


def _switched_on(detector: Json) -> Iterator[str]:
    for feature in detector.get("Features") or []:
        if feature.get("Status") == "ENABLED":
            yield feature["Name"]
            for more in feature.get("AdditionalConfiguration") or []:
                if more.get("Status") == "ENABLED":
                    yield f"{feature['Name']}/{more['Name']}"
