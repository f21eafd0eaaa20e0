"""The demo's watchers: AWS Config, GuardDuty, Security Hub and Access Analyzer.

At home all are on; in one more region they were begun and left; in the third somebody only
switched GuardDuty on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tag_map

if TYPE_CHECKING:
    from server.demo.ground import Ground

_NEGLECTED = "eu-west-1"
_STANDARD = "standards/aws-foundational-security-best-practices/v/1.0.0"
_FEATURES = (
    "S3_DATA_EVENTS",
    "EKS_AUDIT_LOGS",
    "EBS_MALWARE_PROTECTION",
    "RDS_LOGIN_EVENTS",
    "LAMBDA_NETWORK_LOGS",
    "RUNTIME_MONITORING",
)


def build_watchers(ground: Ground) -> None:
    """Switch the watchers on, whole and in part."""
    everything = {"allSupported": True, "includeGlobalResourceTypes": True}
    _recorder(ground, HOME, everything, _service_role(ground), bucket="platform-trail")
    own = ground.book["role/platform-config"]
    _recorder(ground, _NEGLECTED, {"resourceTypes": ["AWS::S3::Bucket"]}, own)
    _detector(ground, HOME, "detector", *_FEATURES)
    _detector(ground, _NEGLECTED, "suspended_detector", on=False)
    _detector(ground, "eu-central-1", "plain_detector")
    _hub(ground, HOME, [_STANDARD])
    _hub(ground, _NEGLECTED, [])
    _analyzer(ground, "outsiders", "ACCOUNT")
    unused = {"unusedAccess": {"unusedAccessAge": 90}}
    _analyzer(ground, "unused-access", "ACCOUNT_UNUSED_ACCESS", configuration=unused)


def _service_role(ground: Ground) -> str:
    made = ground.client("iam").create_service_linked_role(AWSServiceName="config.amazonaws.com")
    ground.made("iam:role")
    arn: str = made["Role"]["Arn"]
    return arn


def _recorder(
    ground: Ground, region: str, group: dict[str, Any], role: str, *, bucket: str | None = None
) -> None:
    """Make a recorder; without a bucket it is never switched on."""
    config = ground.client("config", region)
    config.put_configuration_recorder(
        ConfigurationRecorder={"name": "default", "roleARN": role, "recordingGroup": group}
    )
    ground.made("config:recorder")
    if bucket:
        config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": bucket})
        config.start_configuration_recorder(ConfigurationRecorderName="default")


def _detector(ground: Ground, region: str, note: str, *features: str, on: bool = True) -> None:
    made = ground.client("guardduty", region).create_detector(
        Enable=on,
        FindingPublishingFrequency="FIFTEEN_MINUTES" if on else "SIX_HOURS",
        Features=[{"Name": name, "Status": "ENABLED"} for name in features],
        Tags=tag_map("platform-guardduty", owner=on),
    )
    ground.notable[note] = ground.arn("guardduty", region, f"detector/{made['DetectorId']}")
    ground.made("guardduty:detector")


def _hub(ground: Ground, region: str, standards: list[str]) -> None:
    hub = ground.client("securityhub", region)
    hub.enable_security_hub(EnableDefaultStandards=False)
    arn = ground.arn("securityhub", region, "hub/default")
    hub.tag_resource(ResourceArn=arn, Tags=tag_map("platform-hub", owner=bool(standards)))
    if standards:
        hub.batch_enable_standards(
            StandardsSubscriptionRequests=[
                {"StandardsArn": f"arn:aws:securityhub:{region}::{name}"} for name in standards
            ]
        )
    ground.notable["hub" if standards else "hub_without_standards"] = arn
    ground.made("securityhub:hub")


def _analyzer(ground: Ground, name: str, kind: str, **more: Any) -> None:
    ground.client("accessanalyzer").create_analyzer(
        analyzerName=name, type=kind, tags=tag_map(name), **more
    )
    ground.made("accessanalyzer:analyzer")
