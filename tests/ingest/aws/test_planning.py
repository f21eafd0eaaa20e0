"""A plan asks only for what a partition has."""

from __future__ import annotations

import boto3
import pytest

from ingest.aws.calling import Account, Limits
from ingest.aws.planning import plan
from ingest.catalogue import discover

LABELS = ("AwsCloudfrontDistribution", "AwsIamRole", "AwsRoute53Zone")


@pytest.mark.parametrize(
    ("partition", "region", "not_offered"),
    [
        ("aws", "us-east-1", set()),
        ("aws-cn", "cn-north-1", set()),
        ("aws-us-gov", "us-gov-west-1", {"AwsCloudfrontDistribution"}),
    ],
)
def test_a_global_service_that_a_partition_lacks_is_not_asked_for(
    partition: str, region: str, not_offered: set[str]
) -> None:
    session = boto3.Session(
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="test",  # noqa: S106 - any will do
        region_name=region,
    )
    owner = Account(
        session,
        account="123456789012",
        partition=partition,
        endpoint_url="http://127.0.0.1:9",
        limits=Limits(attempts=1),
    )
    try:
        asked, settled = plan("c", owner, [discover()[label] for label in LABELS], ())
    finally:
        owner.close()
    assert {collected.unit.type for collected in settled} == not_offered
    assert {collected.state for collected in settled} <= {"not_offered"}
    assert {declaration.label for declaration, _ in asked} == set(LABELS) - not_offered
