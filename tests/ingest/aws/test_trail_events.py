"""What a trail logs, from literal event selectors, basic and advanced."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.aws.trail_events import excluded_sources, logs_management, logs_s3_objects


def basic(**fields: Any) -> dict[str, Any]:
    return {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": True} | fields]}


def advanced(**tests: list[str]) -> dict[str, Any]:
    fields = [{"Field": name.replace("__", "."), "Equals": v} for name, v in tests.items()]
    return {"AdvancedEventSelectors": [{"FieldSelectors": fields}]}


def data(*values: str) -> dict[str, Any]:
    return {"DataResources": [{"Type": "AWS::S3::Object", "Values": list(values)}]}


@pytest.mark.parametrize(
    ("answer", "reads", "writes"),
    [
        ({}, True, True),  # never told otherwise
        (basic(), True, True),
        (basic(ReadWriteType="WriteOnly"), False, True),
        (basic(ReadWriteType="ReadOnly"), True, False),
        (basic(IncludeManagementEvents=False), False, False),
        (advanced(eventCategory=["Management"]), True, True),
        (advanced(eventCategory=["Management"], readOnly=["true"]), True, False),
        (advanced(eventCategory=["Management"], readOnly=["false"]), False, True),
        (advanced(eventCategory=["Management"], eventName=["RunInstances"]), False, False),
        (advanced(eventCategory=["Data"], resources__type=["AWS::S3::Object"]), False, False),
    ],
)
def test_management_events(answer: dict[str, Any], *, reads: bool, writes: bool) -> None:
    assert logs_management(answer, reads=True) is reads
    assert logs_management(answer, reads=False) is writes


OBJECTS = {"eventCategory": ["Data"], "resources__type": ["AWS::S3::Object"]}


@pytest.mark.parametrize(
    ("answer", "reads", "writes"),
    [
        ({}, False, False),
        (basic(), False, False),
        (basic(**data("arn:aws:s3")), True, True),
        (basic(**data("arn:aws:s3:::")), True, True),
        (basic(**data("arn:aws-us-gov:s3:::")), True, True),
        (basic(**data("arn:aws:s3:::bucket/")), False, False),
        (basic(ReadWriteType="WriteOnly", **data("arn:aws:s3")), False, True),
        (
            basic(DataResources=[{"Type": "AWS::Lambda::Function", "Values": ["arn:aws:lambda"]}]),
            False,
            False,
        ),
        (advanced(**OBJECTS), True, True),
        (advanced(**OBJECTS, readOnly=["true"]), True, False),
        (advanced(**OBJECTS, resources__ARN=["arn:aws:s3:::b/"]), False, False),
        (advanced(**OBJECTS, eventName=["PutObject"]), False, False),
        (advanced(eventCategory=["Management"]), False, False),
    ],
)
def test_objects_of_all_buckets(answer: dict[str, Any], *, reads: bool, writes: bool) -> None:
    assert logs_s3_objects(answer, reads=True) is reads
    assert logs_s3_objects(answer, reads=False) is writes


def test_excluded_sources_of_both_kinds_of_selectors() -> None:
    assert excluded_sources({}) == []
    assert excluded_sources(basic(ExcludeManagementEventSources=["kms.amazonaws.com"])) == [
        "kms.amazonaws.com"
    ]
    fields = [
        {"Field": "eventCategory", "Equals": ["Management"]},
        {"Field": "eventSource", "NotEquals": ["rdsdata.amazonaws.com"]},
    ]
    answer = {"AdvancedEventSelectors": [{"FieldSelectors": fields}]}
    assert excluded_sources(answer) == ["rdsdata.amazonaws.com"]
