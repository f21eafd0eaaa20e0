"""Log groups, metric filters with their patterns, and alarms, in AWS's own forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws.filter_pattern import terms
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

GROUP = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/trail"


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


TOPIC = arn("sns", "on-call")
STOP = f"arn:aws:automate:{REGION}:ec2:stop"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{ $.eventName = DeleteTrail }", ["$.eventName=DeleteTrail"]),
        ('{($.eventName="DeleteTrail")}', ["$.eventName=DeleteTrail"]),
        (
            "{ ($.eventName = CreateRoute) || ($.eventName=CreateRouteTable) }",
            ["$.eventName=CreateRoute", "$.eventName=CreateRouteTable"],
        ),
        (
            "{\n  ($.eventSource = kms.amazonaws.com) &&\n  (($.eventName = DisableKey))\n}",
            ["$.eventName=DisableKey", "$.eventSource=kms.amazonaws.com"],
        ),
        (
            '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT  EXISTS }',
            ["$.userIdentity.invokedBy NOT EXISTS", "$.userIdentity.type=Root"],
        ),
        (
            '{ ($.errorMessage = "Failed authentication") && ($.x[0].y != "a b") }',
            ["$.errorMessage=Failed authentication", "$.x[0].y!=a b"],
        ),
        (
            '{ $.errorCode = "*UnauthorizedOperation" || $.errorCode = AccessDenied* }',
            ["$.errorCode=*UnauthorizedOperation", "$.errorCode=AccessDenied*"],
        ),
        ("{ $.latency >= 10.5 && $.user IS NULL }", ["$.latency>=10.5", "$.user IS NULL"]),
        ("ERROR -DEBUG", []),
        ("[ip, user, status = 4*]", []),
        ("", []),
    ],
)
def test_the_terms_of_a_pattern(pattern: str, expected: list[str]) -> None:
    assert terms(pattern) == expected


def test_a_pattern_as_long_as_allowed_is_read_at_once() -> None:
    pattern = "{ " + "$.a" * 170 + "(" * 512
    assert terms(pattern) == []


def test_a_log_group_in_the_form_of_aws() -> None:
    body = {
        "logGroupName": "/trail",
        "creationTime": 1700000000123,
        "retentionInDays": 365,
        "metricFilterCount": 2,
        "arn": f"{GROUP}:*",
        "storedBytes": 12,
        "kmsKeyId": arn("kms", "key/k"),
        "dataProtectionStatus": "ACTIVATED",
        "logGroupClass": "STANDARD",
        "logGroupArn": GROUP,
        "deletionProtectionEnabled": True,
    }
    found = literal("AwsLogGroup", body, Tagging={"tags": {"owner": "platform"}})
    assert found.properties["uid"] == GROUP
    assert found.properties["created_at"] == "2023-11-14T22:13:20.123000+00:00"
    assert found.properties["retention_days"] == 365
    assert found.properties["is_deletion_protected"] is True
    assert found.properties["data_protection"] == "ACTIVATED"
    assert found.edges == {"ENCRYPTED_BY>": [arn("kms", "key/k")]}
    assert found.tags == {"owner": "platform"}


def test_a_log_group_may_keep_its_events_for_ever() -> None:
    body = {"logGroupName": "/trail", "arn": f"{GROUP}:*"}
    found = literal("AwsLogGroup", body, Tagging={})
    assert "retention_days" not in found.properties
    assert found.properties["is_deletion_protected"] is False
    assert found.edges == {}


def test_tags_are_asked_for_without_the_streams(aws_cloud: AwsCloud) -> None:
    logs = aws_cloud.client("logs", REGION)
    names = sorted(f"/app/{n:02}" for n in range(60))  # more than a page
    for name in names:
        logs.create_log_group(logGroupName=name, tags={"name": name})
    found = rows(aws_cloud.endpoint_url, "AwsLogGroup")
    assert sorted(found) == [arn("logs", f"log-group:{name}") for name in names]
    assert {read.properties["name"]: read.tags for read in found.values()} == {
        name: {"name": name} for name in names
    }


def test_a_metric_filter_in_the_form_of_aws() -> None:
    body = {
        "filterName": "trails",
        "filterPattern": "{ $.eventName = DeleteTrail }",
        "metricTransformations": [
            {"metricName": "Trails", "metricNamespace": "Audit", "metricValue": "1"}
        ],
        "creationTime": 1700000000000,
        "logGroupName": "/trail",
    }
    alarms = {"MetricAlarms": [{"AlarmArn": arn("cloudwatch", "alarm:a")}]}
    found = literal("AwsLogMetricFilter", body, Alarms=alarms)
    assert found.properties["uid"] == f"{GROUP}:metric-filter:trails"
    assert found.properties["terms"] == ["$.eventName=DeleteTrail"]
    assert (found.properties["namespace"], found.properties["metric_name"]) == ("Audit", "Trails")
    assert found.edges == {"FILTERS>": [GROUP], "WATCHES<": [arn("cloudwatch", "alarm:a")]}


def alarm(name: str = "a", **more: Any) -> dict[str, Any]:
    return {
        "AlarmName": name,
        "AlarmArn": arn("cloudwatch", f"alarm:{name}"),
        "ActionsEnabled": True,
        "OKActions": [],
        "AlarmActions": [],
        "InsufficientDataActions": [],
        "StateValue": "OK",
        **more,
    }


def test_an_alarm_tells_each_once_and_does_what_is_no_resource() -> None:
    function = arn("lambda", "function:page")
    body = alarm(
        AlarmActions=[TOPIC, STOP],
        OKActions=[TOPIC],
        InsufficientDataActions=[function],
        MetricName="CPUUtilization",
        Namespace="AWS/EC2",
        Statistic="Average",
        Period=300,
        EvaluationPeriods=2,
        Threshold=90.0,
        ComparisonOperator="GreaterThanThreshold",
        TreatMissingData="missing",
        Dimensions=[{"Name": "InstanceId", "Value": "i-1"}],
    )
    found = literal("AwsCloudwatchAlarm", body, Tagging={"Tags": [{"Key": "k", "Value": "v"}]})
    assert found.edges == {"NOTIFIES>": [function, TOPIC]}
    assert found.edge_properties == {
        ("NOTIFIES>", TOPIC): {"on_alarm": True, "on_ok": True, "on_no_data": False},
        ("NOTIFIES>", function): {"on_alarm": False, "on_ok": False, "on_no_data": True},
    }
    assert found.properties["built_in_actions"] == [STOP]
    assert found.properties["metrics"] == ["AWS/EC2 CPUUtilization"]
    assert found.properties["type"] == "metric"
    assert found.tags == {"k": "v"}


def test_an_alarm_on_an_expression_names_all_its_metrics() -> None:
    stats = [
        {"Id": "e", "Expression": "a / b", "ReturnData": True},
        {"Id": "a", "MetricStat": {"Metric": {"Namespace": "App", "MetricName": "Failed"}}},
        {"Id": "b", "MetricStat": {"Metric": {"Namespace": "App", "MetricName": "All"}}},
    ]
    found = literal("AwsCloudwatchAlarm", alarm(Metrics=stats), Tagging={})
    assert found.properties["metrics"] == ["App All", "App Failed"]
    assert "metric_name" not in found.properties


def test_a_composite_alarm_leads_to_those_it_is_made_of() -> None:
    other = f"arn:aws:cloudwatch:us-east-1:{ACCOUNT}:alarm:far"
    rule = f"(ALARM(\"web is slow\") OR ALARM('db') OR OK(plain)) AND NOT ALARM({other}) AND TRUE"
    body = alarm(AlarmRule=rule, ActionsSuppressor="maintenance")
    found = literal("AwsCloudwatchAlarm", body, Tagging={})
    assert found.properties["type"] == "composite"
    assert found.properties["rule"] == rule
    assert found.edges == {
        "COMBINES>": sorted(
            [*(arn("cloudwatch", f"alarm:{n}") for n in ("web is slow", "db", "plain")), other]
        ),
        "SUPPRESSED_BY>": [arn("cloudwatch", "alarm:maintenance")],
    }
