"""IAM's types: exact identity, properties and edges, from moto and from AWS's own forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws.client import Aws
from ingest.catalogue import discover
from ingest.model import Malformed
from ingest.refusal import Refused
from server.demo.moto_server import MotoServer
from tests.clouds.aws.fixtures import AwsCloud
from tests.clouds.aws.proxy import Proxy
from tests.ingest.aws.reading import ACCOUNT, REGION, account, literal, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
PASSWORD = "Abc!12345678xx"  # noqa: S105 - of a stand-in's user


def arn(resource: str) -> str:
    return f"arn:aws:iam::{ACCOUNT}:{resource}"


def test_an_account_without_anything_set(aws_cloud: AwsCloud) -> None:
    found = rows(aws_cloud.endpoint_url, "AwsAccount")[arn("root")]
    assert found.unread == []
    assert found.properties["has_password_policy"] is False
    assert found.properties["password_requires_uppercase"] is False
    assert found.properties["blocks_public_acls"] is False
    assert found.properties["has_security_contact"] is False
    assert "password_min_length" not in found.properties
    assert found.properties["region"] == "global"


def test_an_account_with_everything_set(aws_cloud: AwsCloud) -> None:
    iam = aws_cloud.client("iam")
    iam.update_account_password_policy(
        MinimumPasswordLength=14,
        RequireUppercaseCharacters=True,
        MaxPasswordAge=90,
        PasswordReusePrevention=24,
    )
    iam.create_account_alias(AccountAlias="web-shop")
    aws_cloud.client("account").put_alternate_contact(
        AlternateContactType="SECURITY",
        EmailAddress="security@example.com",
        Name="Security",
        PhoneNumber="+1 555 0100",
        Title="On call",
    )
    found = rows(aws_cloud.endpoint_url, "AwsAccount")[arn("root")].properties
    assert found["has_password_policy"] is True
    assert found["password_min_length"] == 14
    assert found["password_requires_uppercase"] is True
    assert found["password_requires_symbols"] is False
    assert found["password_max_age_days"] == 90
    assert found["password_reuse_prevention"] == 24
    assert found["aliases"] == ["web-shop"]
    assert found["has_security_contact"] is True


def test_the_root_users_facts_come_from_the_summary() -> None:
    summary = {"AccountMFAEnabled": 1, "AccountAccessKeysPresent": 2}
    summary |= {"AccountSigningCertificatesPresent": 0, "AccountPasswordPresent": 1}
    answers: dict[str, Any] = {"Aliases": {"AccountAliases": []}, "PasswordPolicy": {}}
    answers |= {"SecurityContact": {}, "PublicAccessBlock": {}, "Summary": {"SummaryMap": summary}}
    found = literal("AwsAccount", {"Account": ACCOUNT}, **answers).properties
    assert found["has_root_mfa"] is True
    assert found["has_root_access_keys"] is True
    assert found["has_root_signing_certificates"] is False
    assert found["has_root_password"] is True


def test_a_region_hangs_on_its_account(aws_cloud: AwsCloud) -> None:
    aws_cloud.client("ec2", REGION).enable_ebs_encryption_by_default()
    (here,) = rows(aws_cloud.endpoint_url, "AwsRegion").values()
    (there,) = rows(aws_cloud.endpoint_url, "AwsRegion", "us-east-1").values()
    assert here.properties["uid"] == f"arn:aws:ec2:{REGION}:{ACCOUNT}:region/{REGION}"
    assert here.edges == {"IN_ACCOUNT>": [arn("root")]}
    assert here.properties["region"] == REGION
    assert here.properties["encrypts_ebs_by_default"] is True
    assert there.properties["region"] == "us-east-1"
    assert there.properties["encrypts_ebs_by_default"] is False
    assert here.properties["opt_in_status"] == "opt-in-not-required"


@pytest.fixture(scope="module")
def filled() -> Iterator[AwsCloud]:
    """Give an account with one of everything, on a server of its own: leave it as it is."""
    with MotoServer() as server, Proxy(server.endpoint_url) as proxy:
        cloud = AwsCloud(proxy=proxy, moto_url=server.endpoint_url)
        fill(cloud.client("iam"))
        yield cloud


def fill(iam: Any) -> None:
    text = json.dumps(DOCUMENT)
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}}
    own = iam.create_policy(
        PolicyName="own", PolicyDocument=text, Tags=[{"Key": "k", "Value": "v"}]
    )
    iam.create_user(UserName="alice", Path="/staff/", Tags=[{"Key": "k", "Value": "v"}])
    iam.create_user(UserName="bob")
    iam.create_login_profile(UserName="alice", Password=PASSWORD)
    iam.create_group(GroupName="team", Path="/groups/")
    iam.add_user_to_group(GroupName="team", UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="inline", PolicyDocument=text)
    iam.attach_user_policy(UserName="alice", PolicyArn=own["Policy"]["Arn"])
    iam.attach_group_policy(GroupName="team", PolicyArn=ADMIN)
    iam.create_role(
        RoleName="worker",
        AssumeRolePolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{**trust, "Action": "sts:AssumeRole"}]}
        ),
        PermissionsBoundary=own["Policy"]["Arn"],
    )
    iam.create_instance_profile(InstanceProfileName="lent", Tags=[{"Key": "k", "Value": "v"}])
    iam.add_role_to_instance_profile(InstanceProfileName="lent", RoleName="worker")
    iam.create_access_key(UserName="alice")
    unused = iam.create_access_key(UserName="bob")["AccessKey"]["AccessKeyId"]
    iam.update_access_key(UserName="bob", AccessKeyId=unused, Status="Inactive")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    iam.create_virtual_mfa_device(VirtualMFADeviceName="spare")
    iam.enable_mfa_device(
        UserName="alice",
        SerialNumber=device["SerialNumber"],
        AuthenticationCode1="123456",
        AuthenticationCode2="654321",
    )


ALICE = arn("user/staff/alice")


def test_users(filled: AwsCloud) -> None:
    found = rows(filled.endpoint_url, "AwsIamUser")
    assert found.keys() == {ALICE, arn("user/bob")}
    alice, bob = found[ALICE], found[arn("user/bob")]
    assert alice.edges == {
        "MEMBER_OF>": [arn("group/groups/team")],
        "HAS_POLICY>": [arn("policy/own")],
    }
    assert alice.properties["has_console_password"] is True
    assert alice.properties["has_mfa"] is True
    assert alice.properties["incarnation"] == alice.properties["user_id"]
    assert alice.tags == {"k": "v"}
    assert bob.edges == {}
    assert bob.properties["has_console_password"] is False
    assert bob.properties["has_mfa"] is False


def test_a_user_in_the_form_of_aws() -> None:
    body = {
        "Arn": ALICE,
        "UserName": "alice",
        "UserId": "AIDAEXAMPLE",
        "Groups": [],
        "PermissionsBoundary": {
            "PermissionsBoundaryType": "Policy",
            "PermissionsBoundaryArn": arn("policy/bound"),
        },
    }
    answers: dict[str, Any] = {"LoginProfile": {}, "MFADevices": {"MFADevices": []}, "User": {}}
    found = literal("AwsIamUser", body, **answers)
    assert found.edges == {"BOUNDED_BY>": [arn("policy/bound")]}
    assert "password_last_used_at" not in found.properties


def test_groups(filled: AwsCloud) -> None:
    (found,) = rows(filled.endpoint_url, "AwsIamGroup").values()
    assert found.properties["uid"] == arn("group/groups/team")
    assert found.edges == {"HAS_POLICY>": [ADMIN]}


def test_roles_and_instance_profiles(filled: AwsCloud) -> None:
    (role,) = rows(filled.endpoint_url, "AwsIamRole").values()
    assert role.edges == {"BOUNDED_BY>": [arn("policy/own")]}
    assert role.properties["trusted_services"] == ["ec2.amazonaws.com"]
    (profile,) = rows(filled.endpoint_url, "AwsIamInstanceProfile").values()
    assert profile.edges == {"HAS_ROLE>": [arn("role/worker")]}
    assert profile.tags == {"k": "v"}


def test_policies_are_the_accounts_own_and_those_of_aws_in_use(filled: AwsCloud) -> None:
    found = rows(filled.endpoint_url, "AwsIamPolicy")
    assert found.keys() == {arn("policy/own"), ADMIN}
    own, admin = found[arn("policy/own")], found[ADMIN]
    assert own.properties["allows_everything"] is True
    assert own.properties["allowed_on_all_resources"] == ["*"]
    assert json.loads(own.properties["document"]) == DOCUMENT
    assert own.tags == {"k": "v"}
    assert admin.properties["is_aws_managed"] is True
    assert admin.properties["account"] == "aws"


def test_what_accounts_see_differently_is_not_kept_of_the_policies_of_aws(
    filled: AwsCloud,
) -> None:
    before = rows(filled.endpoint_url, "AwsIamPolicy")
    iam = filled.client("iam")
    iam.attach_user_policy(UserName="bob", PolicyArn=ADMIN)
    after = rows(filled.endpoint_url, "AwsIamPolicy")
    iam.detach_user_policy(UserName="bob", PolicyArn=ADMIN)
    assert after[ADMIN] == before[ADMIN]


def test_inline_policies(filled: AwsCloud) -> None:
    (found,) = rows(filled.endpoint_url, "AwsIamInlinePolicy").values()
    assert found.properties["uid"] == f"{ALICE}/inline-policy:inline"
    assert found.edges == {"HAS_INLINE_POLICY<": [ALICE]}
    assert found.properties["allows_everything"] is True


def test_access_keys(filled: AwsCloud) -> None:
    found = rows(filled.endpoint_url, "AwsIamAccessKey").values()
    of = {key.edges["HAS_ACCESS_KEY<"][0]: key.properties for key in found}
    assert of.keys() == {ALICE, arn("user/bob")}
    assert of[ALICE]["uid"] == f"{ALICE}/access-key:{of[ALICE]['access_key_id']}"
    assert of[ALICE]["is_active"] is True
    assert of[arn("user/bob")]["is_active"] is False
    assert "last_used_service" not in of[ALICE]


def test_a_user_whose_keys_are_refused_makes_all_keys_unread(filled: AwsCloud) -> None:
    filled.proxy.deny("iam:ListAccessKeys", times=1)
    with pytest.raises(Refused, match="iam:ListAccessKeys"):
        rows(filled.endpoint_url, "AwsIamAccessKey")


def test_mfa_devices_never_show_their_seeds(filled: AwsCloud) -> None:
    found = rows(filled.endpoint_url, "AwsIamMfaDevice")
    assert found[arn("mfa/phone")].edges == {"HAS_MFA_DEVICE<": [ALICE]}
    assert found[arn("mfa/spare")].edges == {}
    declaration = discover()["AwsIamMfaDevice"]
    with account(filled.endpoint_url) as owner:
        aws = Aws(owner=owner, service="iam", region=REGION)
        for record in declaration.fetch(aws):
            assert not isinstance(record, Malformed)
            assert not {"Base32StringSeed", "QRCodePNG"} & record.raw.keys()


@pytest.mark.parametrize(
    ("serial", "uid", "kind"),
    [
        (arn("mfa/phone"), arn("mfa/phone"), "virtual"),
        (arn("u2f/user/alice/key-1"), arn("u2f/user/alice/key-1"), "fido"),
        ("GAHT12345678", arn("mfa/GAHT12345678"), "hardware"),
    ],
)
def test_the_kinds_of_mfa_devices(serial: str, uid: str, kind: str) -> None:
    found = literal("AwsIamMfaDevice", {"SerialNumber": serial, "Owner": {"Arn": arn("root")}})
    assert found.properties["uid"] == uid
    assert found.properties["kind"] == kind
    assert found.edges == {"HAS_MFA_DEVICE<": [arn("root")]}
