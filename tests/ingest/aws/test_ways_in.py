"""Identity providers, server certificates, directories and key stores, in AWS's own forms."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ingest.catalogue import discover
from ingest.redact import redactor
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

WHEN = datetime.datetime(2024, 2, 3, tzinfo=datetime.UTC)
TAGS = [{"Key": "k", "Value": "v"}]
PIPELINE = "token.actions.githubusercontent.com"


def iam(resource: str) -> str:
    return f"arn:aws:iam::{ACCOUNT}:{resource}"


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def test_a_saml_provider_in_the_form_of_aws() -> None:
    body = {"Arn": iam("saml-provider/corporate"), "ValidUntil": WHEN, "CreateDate": WHEN}
    provider = {"AssertionEncryptionMode": "Required", "Tags": TAGS}
    found = literal("AwsIamSamlProvider", body, Provider=provider)
    assert found.properties["name"] == "corporate"
    assert found.properties["valid_until"] == "2024-02-03T00:00:00+00:00"
    assert found.properties["requires_encrypted_assertions"] is True
    assert found.tags == {"k": "v"}
    plain = literal("AwsIamSamlProvider", body, Provider={"AssertionEncryptionMode": "Allowed"})
    assert plain.properties["requires_encrypted_assertions"] is False


def test_an_oidc_provider_is_what_roles_trust(aws_cloud: AwsCloud) -> None:
    client = aws_cloud.client("iam")
    made = client.create_open_id_connect_provider(
        Url=f"https://{PIPELINE}/acme", ClientIDList=["sts.amazonaws.com"], Tags=TAGS,
        ThumbprintList=["a" * 40],
    )  # fmt: skip
    (uid,) = found = rows(aws_cloud.endpoint_url, "AwsIamOidcProvider")
    assert uid == made["OpenIDConnectProviderArn"] == iam(f"oidc-provider/{PIPELINE}/acme")
    assert found[uid].properties["name"] == f"{PIPELINE}/acme"
    assert found[uid].properties["audiences"] == ["sts.amazonaws.com"]
    assert found[uid].properties["created_at"]
    assert found[uid].tags == {"k": "v"}


def test_a_server_certificate_in_the_form_of_aws() -> None:
    body = {
        "Path": "/cloudfront/",
        "ServerCertificateName": "web",
        "ServerCertificateId": "ASCAEXAMPLE",
        "Arn": iam("server-certificate/cloudfront/web"),
        "UploadDate": WHEN,
        "Expiration": WHEN + datetime.timedelta(days=365),
    }
    answer = {"ServerCertificate": {"CertificateBody": "-", "Tags": TAGS}}
    found = literal("AwsIamServerCertificate", body, Certificate=answer)
    assert found.properties["incarnation"] == "ASCAEXAMPLE"
    assert found.properties["expires_at"] == "2025-02-02T00:00:00+00:00"
    assert found.properties["path"] == "/cloudfront/"
    assert found.tags == {"k": "v"}


def directory(kind: str, **more: Any) -> dict[str, Any]:
    return {"DirectoryId": "d-1", "Name": "corp.example.com", "Type": kind, **more}


NOTHING: dict[str, Any] = {
    name: {} for name in ("Logs", "Topics", "Trusts", "Ldaps", "Limits", "Tagging")
}


def test_a_directory_in_the_form_of_aws() -> None:
    body = directory(
        "MicrosoftAD",
        Edition="Enterprise",
        Stage="Active",
        SsoEnabled=True,
        LaunchTime=WHEN,
        VpcSettings={
            "VpcId": "vpc-1",
            "SubnetIds": ["subnet-1", "subnet-2"],
            "SecurityGroupId": "sg-1",
            "AvailabilityZones": ["a", "b"],
        },
        RadiusSettings={"AuthenticationProtocol": "CHAP", "SharedSecret": "hidden"},
        RadiusStatus="Completed",
    )
    trusts = [
        {"RemoteDomainName": "a.example.com", "SelectiveAuth": "Enabled"},
        {"RemoteDomainName": "b.example.com", "SelectiveAuth": "Disabled"},
    ]
    answers: dict[str, Any] = {
        "Logs": {"LogSubscriptions": [{"DirectoryId": "d-1", "LogGroupName": "/ad"}]},
        "Topics": {"EventTopics": [{"TopicName": "t", "TopicArn": arn("sns", "t")}]},
        "Trusts": {"Trusts": trusts},
        "Ldaps": {"LDAPSSettingsInfo": [{"LDAPSStatus": "Enabled"}]},
        "Limits": {"SnapshotLimits": {"ManualSnapshotsLimit": 5, "ManualSnapshotsCurrentCount": 4}},
        "Tagging": {"Tags": TAGS},
    }
    found = literal("AwsDirectory", body, **answers)
    assert found.properties["uid"] == arn("ds", "directory/d-1")
    assert found.properties["has_sso"] is True
    assert found.properties["has_ldaps"] is True
    assert found.properties["radius_state"] == "Completed"
    assert found.properties["radius_protocol"] == "CHAP"
    assert found.properties["trusted_domains"] == ["a.example.com", "b.example.com"]
    assert found.properties["wholly_trusted_domains"] == ["b.example.com"]
    assert found.properties["snapshots_left"] == 1
    assert found.edges == {
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1"), arn("ec2", "subnet/subnet-2")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "LOGS_TO>": [arn("logs", "log-group:/ad")],
        "NOTIFIES>": [arn("sns", "t")],
    }
    assert found.tags == {"k": "v"}
    assert "hidden" not in str(found)


def test_a_connector_stands_where_its_own_settings_say() -> None:
    settings = {"VpcId": "vpc-1", "SubnetIds": ["subnet-1"], "SecurityGroupId": "sg-1"}
    ldaps: dict[str, Any] = {"LDAPSSettingsInfo": []}
    body = directory("ADConnector", ConnectSettings=settings)
    found = literal("AwsDirectory", body, **{**NOTHING, "Ldaps": ldaps})
    assert found.edges["IN_SUBNET>"] == [arn("ec2", "subnet/subnet-1")]
    assert found.properties["has_ldaps"] is False
    assert "snapshots_left" not in found.properties


def test_what_makes_no_sense_for_a_directory_is_null() -> None:
    found = literal("AwsDirectory", directory("SharedMicrosoftAD"), **NOTHING)
    assert found.edges == {}
    assert found.properties.keys().isdisjoint(
        {"has_ldaps", "snapshots_left", "snapshots_limit", "radius_state", "radius_protocol"}
    )
    assert found.properties["trusted_domains"] == []


def test_what_makes_no_sense_for_a_directory_is_not_asked(aws_cloud: AwsCloud) -> None:
    ec2 = aws_cloud.client("ec2", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{REGION}{zone}"
        )["Subnet"]["SubnetId"]
        for n, zone in enumerate("ab")
    ]
    aws_cloud.client("ds", REGION).create_directory(
        Name="corp.example.com",
        Password="Password123!",  # noqa: S106 - any will do
        Size="Small",
        VpcSettings={"VpcId": vpc, "SubnetIds": subnets},
    )
    aws_cloud.proxy.clear()
    (found,) = rows(aws_cloud.endpoint_url, "AwsDirectory").values()
    assert found.unread == []
    assert {name for name in aws_cloud.proxy.calls if name.startswith("ds:")} == {
        "ds:DescribeDirectories",
        "ds:DescribeEventTopics",
        "ds:GetSnapshotLimits",
        "ds:ListTagsForResource",
    }


def store(**more: Any) -> dict[str, Any]:
    return {"CustomKeyStoreId": "cks-1", "CustomKeyStoreName": "s", "CreationDate": WHEN, **more}


def test_a_key_store_of_a_cluster_leads_to_it() -> None:
    body = store(
        CloudHsmClusterId="cluster-1",
        CustomKeyStoreType="AWS_CLOUDHSM",
        ConnectionState="FAILED",
        ConnectionErrorCode="USER_LOCKED_OUT",
    )
    found = literal("AwsKmsCustomKeyStore", body)
    assert found.properties["uid"] == arn("kms", "custom-key-store/cks-1")
    assert found.properties["error_code"] == "USER_LOCKED_OUT"
    assert found.edges == {"BACKED_BY>": [arn("cloudhsm", "cluster/cluster-1")]}
    assert "proxy_address" not in found.properties


def test_an_external_key_store_hides_its_credential() -> None:
    proxy = {
        "Connectivity": "VPC_ENDPOINT_SERVICE",
        "AccessKeyId": "HIDDENHIDDENHIDDEN12",
        "UriEndpoint": "https://xks.example.com",
        "UriPath": "/a/kms/xks/v1",
        "VpcEndpointServiceName": "com.amazonaws.vpce.x",
        "VpcEndpointServiceOwner": "210987654321",
    }
    body = store(CustomKeyStoreType="EXTERNAL_KEY_STORE", XksProxyConfiguration=proxy)
    found = literal("AwsKmsCustomKeyStore", body)
    assert found.properties["proxy_address"] == "https://xks.example.com/a/kms/xks/v1"
    assert found.properties["proxy_endpoint_service_owner"] == "210987654321"
    assert found.edges == {}
    redact = redactor(discover()["AwsKmsCustomKeyStore"].redact, b"key")
    assert "HIDDEN" not in str(redact(body)) + str(found)


def test_a_key_leads_to_the_store_it_lives_in() -> None:
    metadata = {"KeyManager": "CUSTOMER", "KeyState": "Enabled", "CustomKeyStoreId": "cks-1"}
    found = literal(
        "AwsKmsKey",
        {"KeyArn": arn("kms", "key/k"), "KeyId": "k"},
        Metadata={"KeyMetadata": metadata},
        Rotation={},
        KeyPolicy={},
        Tagging={},
    )
    assert found.edges == {"STORED_IN>": [arn("kms", "custom-key-store/cks-1")]}
