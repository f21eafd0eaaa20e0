"""OpenSearch domains, from moto and from AWS's own forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
CENTER = "arn:aws:sso:::instance/ssoins-1"


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def domain(**more: Any) -> Read:
    """Return the row of a domain as AWS describes it."""
    body = {"DomainName": "d", "ARN": arn("es", "domain/d"), "EngineVersion": "OpenSearch_2.19"}
    return literal("AwsOpensearchDomain", body | more, Tagging={"TagList": []})


def test_a_domain_in_a_network() -> None:
    log = {"CloudWatchLogsLogGroupArn": arn("logs", "log-group:search:*"), "Enabled": True}
    found = domain(
        Endpoints={"vpc": "vpc-d.example"},
        VPCOptions={
            "VPCId": "vpc-1",
            "SubnetIds": ["subnet-1"],
            "SecurityGroupIds": ["sg-1"],
            "AvailabilityZones": [f"{REGION}a"],
        },
        EncryptionAtRestOptions={"Enabled": True, "KmsKeyId": arn("kms", "key/k")},
        CognitoOptions={
            "Enabled": True,
            "UserPoolId": f"{REGION}_abc",
            "IdentityPoolId": f"{REGION}:0a1b",
            "RoleArn": ROLE,
        },
        IdentityCenterOptions={"EnabledAPIAccess": True, "IdentityCenterInstanceARN": CENTER},
        DomainEndpointOptions={
            "EnforceHTTPS": True,
            "TLSSecurityPolicy": "Policy-Min-TLS-1-2-2019-07",
            "CustomEndpointCertificateArn": arn("acm", "certificate/c"),
        },
        LogPublishingOptions={
            "AUDIT_LOGS": log,
            "INDEX_SLOW_LOGS": log,
            "SEARCH_SLOW_LOGS": {**log, "Enabled": False},
        },
        ServiceSoftwareOptions={"UpdateAvailable": True},
    )
    assert found.edges == {
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "USES_CERTIFICATE>": [arn("acm", "certificate/c")],
        "HAS_ROLE>": [ROLE],
        "SIGNS_IN_WITH>": [
            arn("cognito-identity", f"identitypool/{REGION}:0a1b"),
            arn("cognito-idp", f"userpool/{REGION}_abc"),
            CENTER,
        ],
        "SENDS_TO>": [arn("logs", "log-group:search")],
    }
    assert found.properties["endpoint"] == "vpc-d.example"
    assert found.properties["log_types"] == ["AUDIT_LOGS", "INDEX_SLOW_LOGS"]
    for name in ("is_in_vpc", "is_encrypted", "requires_https", "has_software_update"):
        assert found.properties[name] is True


def test_a_domain_on_the_internet() -> None:
    everyone = '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"es:*"}]}'
    found = domain(Endpoint="search-d.example", AccessPolicies=everyone)
    assert found.edges == {}
    assert found.properties["policy_public_actions"] == ["es:*"]
    for name in ("is_in_vpc", "is_encrypted", "encrypts_between_nodes", "requires_https"):
        assert found.properties[name] is False
    assert domain(AccessPolicies="").properties["policy_public_actions"] == []


def test_domains_are_described_five_at_once(aws_cloud: AwsCloud) -> None:
    opensearch = aws_cloud.client("opensearch", REGION)
    for number in range(11):
        opensearch.create_domain(
            DomainName=f"domain-{number:02}", TagList=[{"Key": "number", "Value": str(number)}]
        )
    aws_cloud.client("es", REGION).create_elasticsearch_domain(DomainName="older")
    aws_cloud.proxy.calls.clear()
    found = rows(aws_cloud.endpoint_url, "AwsOpensearchDomain")
    assert len(found) == 12
    assert found[arn("es", "domain/domain-10")].tags == {"number": "10"}
    assert arn("es", "domain/older") in found
    assert aws_cloud.proxy.calls["opensearch:DescribeDomains"] == 3
