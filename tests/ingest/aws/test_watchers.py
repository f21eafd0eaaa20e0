"""AWS Config, GuardDuty, Security Hub, Access Analyzer, and what regions say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws.client import Aws
from tests.ingest.aws.reading import ACCOUNT, REGION, account, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
ROOT = "arn:aws:iam::210987654321:root"
IAM = [f"AWS::IAM::{kind}" for kind in ("User", "Group", "Role", "Policy")]
ADMINISTRATOR = {"Administrator": {"AccountId": "210987654321", "RelationshipStatus": "Enabled"}}


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def recorder(**group: Any) -> dict[str, Any]:
    named = arn("config", "configuration-recorder/default/0123456789abcdef")
    return {"arn": named, "name": "default", "roleARN": ROLE, "recordingGroup": group}


def recorder_answers(**status: Any) -> dict[str, Any]:
    said = {"name": "default", "recording": True, **status}
    return {
        "Status": {"ConfigurationRecordersStatus": [said]},
        "Channels": {"DeliveryChannels": []},
        "Tagging": {},
    }


def test_a_recorder_in_the_form_of_aws() -> None:
    answers = recorder_answers(lastStatus="Failure", lastErrorCode="AccessDenied")
    channel = {
        "name": "default",
        "s3BucketName": "history",
        "s3KmsKeyArn": arn("kms", "key/k"),
        "snsTopicARN": arn("sns", "t"),
    }
    answers["Channels"] = {"DeliveryChannels": [channel]}
    body = recorder(allSupported=True, includeGlobalResourceTypes=True)
    body["recordingMode"] = {"recordingFrequency": "CONTINUOUS"}
    found = literal("AwsConfigRecorder", body, **answers)
    assert found.properties["uid"] == body["arn"]
    assert found.properties["records_all_types"] is True
    assert found.properties["records_global_types"] is True
    assert found.properties["is_recording"] is True
    assert found.properties["has_delivery_channel"] is True
    assert found.properties["frequency"] == "CONTINUOUS"
    assert found.properties["last_status"] == "FAILURE"
    assert found.properties["last_error_code"] == "AccessDenied"
    assert found.edges == {
        "HAS_ROLE>": [ROLE],
        "DELIVERS_TO>": ["arn:aws:s3:::history"],
        "NOTIFIES>": [arn("sns", "t")],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
    }


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ({"allSupported": True, "includeGlobalResourceTypes": False}, False),
        ({"resourceTypes": ["AWS::S3::Bucket"]}, False),
        ({"resourceTypes": [*IAM, "AWS::S3::Bucket"]}, True),
        ({"recordingStrategy": {"useOnly": "EXCLUSION_BY_RESOURCE_TYPES"}}, True),
        (
            {
                "recordingStrategy": {"useOnly": "EXCLUSION_BY_RESOURCE_TYPES"},
                "exclusionByResourceTypes": {"resourceTypes": IAM[:1]},
            },
            False,
        ),
    ],
)
def test_a_recorder_keeps_iam_by_flag_by_name_or_by_not_leaving_it_out(
    group: dict[str, Any], *, expected: bool
) -> None:
    found = literal("AwsConfigRecorder", recorder(**group), **recorder_answers())
    assert found.properties["records_global_types"] is expected


def test_a_recorder_without_a_channel_delivers_nowhere() -> None:
    found = literal("AwsConfigRecorder", recorder(allSupported=True), **recorder_answers())
    assert found.properties["has_delivery_channel"] is False
    assert "last_status" not in found.properties
    assert found.edges == {"HAS_ROLE>": [ROLE]}


def test_a_detector_in_the_form_of_aws() -> None:
    detector = {
        "CreatedAt": "2024-02-03T04:05:06.789Z",
        "FindingPublishingFrequency": "SIX_HOURS",
        "ServiceRole": ROLE,
        "Status": "ENABLED",
        "Tags": {"k": "v"},
        "Features": [
            {"Name": "CLOUD_TRAIL", "Status": "ENABLED"},
            {"Name": "S3_DATA_EVENTS", "Status": "DISABLED"},
            {
                "Name": "RUNTIME_MONITORING",
                "Status": "ENABLED",
                "AdditionalConfiguration": [
                    {"Name": "EC2_AGENT_MANAGEMENT", "Status": "ENABLED"},
                    {"Name": "EKS_ADDON_MANAGEMENT", "Status": "DISABLED"},
                ],
            },
        ],
    }
    found = literal(
        "AwsGuarddutyDetector",
        {"DetectorId": "12ab"},
        Detector=detector,
        AdministratorAccount=ADMINISTRATOR,
    )
    assert found.properties["uid"] == arn("guardduty", "detector/12ab")
    assert found.properties["is_enabled"] is True
    assert found.properties["created_at"] == "2024-02-03T04:05:06.789000+00:00"
    assert found.properties["features"] == [
        "CLOUD_TRAIL",
        "RUNTIME_MONITORING",
        "RUNTIME_MONITORING/EC2_AGENT_MANAGEMENT",
    ]
    assert found.edges == {"HAS_ROLE>": [ROLE], "MANAGED_BY>": [ROOT]}
    assert found.tags == {"k": "v"}


def test_a_hub_in_the_form_of_aws() -> None:
    body = {
        "HubArn": arn("securityhub", "hub/default"),
        "SubscribedAt": "2024-02-03T04:05:06.789Z",
        "AutoEnableControls": False,
        "ControlFindingGenerator": "SECURITY_CONTROL",
    }
    cis = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"
    own = f"arn:aws:securityhub:{REGION}::standards/pci-dss/v/3.2.1"
    standards = {
        "StandardsSubscriptions": [
            {"StandardsArn": own, "StandardsStatus": "READY"},
            {"StandardsArn": cis, "StandardsStatus": "INCOMPLETE"},
        ]
    }
    found = literal(
        "AwsSecurityHub",
        body,
        Standards=standards,
        AdministratorAccount=ADMINISTRATOR,
        Tagging={"Tags": {"k": "v"}},
    )
    assert found.properties["enables_new_controls"] is False
    assert found.properties["standards"] == [
        "cis-aws-foundations-benchmark/v/1.2.0",
        "pci-dss/v/3.2.1",
    ]
    assert found.properties["broken_standards"] == ["cis-aws-foundations-benchmark/v/1.2.0"]
    assert found.properties["created_at"] == "2024-02-03T04:05:06.789000+00:00"
    assert found.edges == {"MANAGED_BY>": [ROOT]}
    assert found.tags == {"k": "v"}


def test_a_hub_that_is_off_is_none(aws_cloud: AwsCloud) -> None:
    assert rows(aws_cloud.endpoint_url, "AwsSecurityHub") == {}
    aws_cloud.client("securityhub", REGION).enable_security_hub()
    assert rows(aws_cloud.endpoint_url, "AwsSecurityHub").keys() == {
        arn("securityhub", "hub/default")
    }


def test_an_analyzer_in_the_form_of_aws() -> None:
    body = {
        "arn": arn("access-analyzer", "analyzer/unused"),
        "name": "unused",
        "type": "ORGANIZATION_UNUSED_ACCESS",
        "status": "FAILED",
        "statusReason": {"code": "ORGANIZATION_DELETED"},
        "lastResourceAnalyzed": ROLE,
        "tags": {"k": "v"},
        "configuration": {"unusedAccess": {"unusedAccessAge": 90}},
    }
    found = literal("AwsAccessAnalyzer", body)
    assert found.properties["status_reason"] == "ORGANIZATION_DELETED"
    assert found.properties["unused_after_days"] == 90
    assert found.edges == {}
    assert found.tags == {"k": "v"}


def region_facts(cloud: AwsCloud, region: str = REGION) -> list[Any]:
    uid = f"arn:aws:ec2:{region}:{ACCOUNT}:region/{region}"
    properties = rows(cloud.endpoint_url, "AwsRegion", region)[uid].properties
    names = (
        "records_configuration", "has_guardduty", "has_security_hub", "has_access_analyzer",
    )  # fmt: skip
    return [properties.get(name) for name in names]


def test_a_region_says_what_watches_it(aws_cloud: AwsCloud) -> None:
    analyzers = aws_cloud.client("accessanalyzer", REGION)
    analyzers.create_analyzer(analyzerName="unused", type="ACCOUNT_UNUSED_ACCESS")
    config = aws_cloud.client("config", REGION)
    config.put_configuration_recorder(
        ConfigurationRecorder={"name": "default", "roleARN": ROLE},
    )
    assert region_facts(aws_cloud) == [False, False, False, False]
    config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "history"})
    config.start_configuration_recorder(ConfigurationRecorderName="default")
    aws_cloud.client("guardduty", REGION).create_detector(Enable=True)
    aws_cloud.client("securityhub", REGION).enable_security_hub()
    analyzers.create_analyzer(analyzerName="outside", type="ORGANIZATION")
    assert region_facts(aws_cloud) == [True, True, True, True]
    assert region_facts(aws_cloud, "us-east-1") == [False, False, False, False]


def test_a_region_is_not_asked_about_what_it_lacks(
    aws_cloud: AwsCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Aws, "offers", lambda *_: False)
    assert region_facts(aws_cloud) == [None, None, None, None]
    asked = aws_cloud.proxy.calls.keys()
    assert not {name for name in asked if not name.startswith("ec2:")}


def test_what_the_sdk_knows_tells_what_a_region_has() -> None:
    with account("http://127.0.0.1:9") as owner:
        aws = Aws(owner=owner, service="ec2", region=REGION)
        assert aws.offers("guardduty", REGION) is True
        assert aws.offers("guardduty", "mars-east-1") is False
