"""Secrets Manager and Certificate Manager, from moto and from AWS's own forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import botocore.session

from ingest.aws.acm_certificate import EVERY_KEY
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

THEN = datetime(2026, 1, 2, tzinfo=UTC)


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


SECRET: dict[str, Any] = {
    "ARN": arn("secretsmanager", "secret:db-AbCdEf"),
    "Name": "db",
    "CreatedDate": THEN,
}


def test_a_secret_in_the_form_of_aws() -> None:
    body = {
        **SECRET,
        "KmsKeyId": "alias/shop",
        "RotationEnabled": True,
        "RotationLambdaARN": arn("lambda", "function:rotate"),
        "RotationRules": {"AutomaticallyAfterDays": 30, "ScheduleExpression": "rate(30 days)"},
        "LastRotatedDate": THEN,
        "LastAccessedDate": THEN,
        "OwningService": "rds",
        "PrimaryRegion": REGION,
        "Tags": [{"Key": "owner", "Value": "shop"}],
        "SecretVersionsToStages": {"0a1b2c3d-0000-1111-2222-333344445555": ["AWSCURRENT"]},
    }
    policy = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"secretsmanager:*"}}'
    found = literal("AwsSecret", body, SecretPolicy={"ResourcePolicy": policy})
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "alias/shop")],
        "ROTATED_BY>": [arn("lambda", "function:rotate")],
    }
    assert found.properties["is_rotated"] is True
    assert found.properties["is_replica"] is False
    assert found.properties["rotation_days"] == 30
    assert found.properties["owning_service"] == "rds"
    assert found.properties["policy_public_actions"] == ["secretsmanager:*"]
    assert found.tags == {"owner": "shop"}


def test_a_secret_that_nobody_set_anything_up_for() -> None:
    found = literal("AwsSecret", SECRET, SecretPolicy={})
    assert found.edges == {}
    assert found.properties["is_rotated"] is False
    assert found.properties["policy_public_actions"] == []
    assert {"last_accessed_at", "last_rotated_at", "policy"}.isdisjoint(found.properties)


def test_a_replica_knows_that_it_is_one() -> None:
    body = {**SECRET, "PrimaryRegion": "us-east-1"}
    assert literal("AwsSecret", body, SecretPolicy={}).properties["is_replica"] is True


def test_no_value_of_a_secret_is_asked_for(aws_cloud: AwsCloud) -> None:
    manager = aws_cloud.client("secretsmanager", REGION)
    manager.create_secret(Name="db", SecretString="hidden")
    found = rows(aws_cloud.endpoint_url, "AwsSecret")
    assert "hidden" not in str(found)
    asked = {name for name in aws_cloud.proxy.calls if name.startswith("secretsmanager:")}
    assert asked == {
        "secretsmanager:CreateSecret",
        "secretsmanager:ListSecrets",
        "secretsmanager:GetResourcePolicy",
    }


CERTIFICATE = {"CertificateArn": arn("acm", "certificate/0"), "DomainName": "shop.example"}


def certificate(**details: Any) -> Any:
    described = {"Certificate": {**CERTIFICATE, **details}}
    return literal("AwsAcmCertificate", CERTIFICATE, Certificate=described, Tagging={})


def test_a_certificate_in_the_form_of_aws() -> None:
    balancer = arn("elasticloadbalancing", "loadbalancer/app/shop/0")
    distribution = f"arn:aws:cloudfront::{ACCOUNT}:distribution/E1"
    found = certificate(
        SubjectAlternativeNames=["shop.example", "*.shop.example"],
        Type="AMAZON_ISSUED",
        Status="ISSUED",
        KeyAlgorithm="RSA-2048",
        NotAfter=THEN,
        CreatedAt=THEN,
        InUseBy=[balancer, distribution],
        RenewalEligibility="ELIGIBLE",
        RenewalSummary={"RenewalStatus": "PENDING_VALIDATION"},
        Options={"CertificateTransparencyLoggingPreference": "DISABLED", "Export": "ENABLED"},
    )
    assert found.edges == {"USED_BY>": [distribution, balancer]}
    said = found.properties
    assert (said["key_algorithm"], said["key_bits"]) == ("RSA_2048", 2048)
    assert said["is_in_use"] is said["is_exportable"] is True
    assert said["is_logged_publicly"] is False
    assert said["renewal_status"] == "PENDING_VALIDATION"
    assert said["expires_at"] == "2026-01-02T00:00:00+00:00"


def test_an_imported_certificate_is_for_others_to_log() -> None:
    found = certificate(Type="IMPORTED", ImportedAt=THEN, KeyAlgorithm="EC_secp384r1")
    assert "is_logged_publicly" not in found.properties
    assert found.properties["created_at"] == "2026-01-02T00:00:00+00:00"
    assert found.properties["key_bits"] == 384
    assert found.properties["is_in_use"] is False


def test_a_private_certificate_names_its_authority() -> None:
    authority = arn("acm-pca", "certificate-authority/0")
    found = certificate(Type="PRIVATE", CertificateAuthorityArn=authority)
    assert found.edges == {"ISSUED_BY>": [authority]}


def test_certificates_of_every_kind_of_key_are_asked_for() -> None:
    model = botocore.session.get_session().get_service_model("acm")
    assert model.shape_for("KeyAlgorithm").enum == EVERY_KEY
