"""EFS file systems, mount targets and access points, from moto and from AWS's own forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

PREFIX = f"arn:aws:elasticfilesystem:{REGION}:{ACCOUNT}"
MOUNT = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount"}
VIA_TARGET = {"Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}
IN_CLEAR = {
    "Effect": "Deny",
    "Principal": {"AWS": "*"},
    "Action": "*",
    "Condition": {"Bool": {"aws:SecureTransport": "false"}},
}


def ec2_arn(kind: str, short: str) -> str:
    return f"arn:aws:ec2:{REGION}:{ACCOUNT}:{kind}/{short}"


def file_system(*statements: dict[str, Any], backup: dict[str, Any] | None = None) -> Read:
    """Return the row of a file system as AWS describes it, with a policy of statements."""
    body = {
        "FileSystemId": "fs-1",
        "FileSystemArn": f"{PREFIX}:file-system/fs-1",
        "Encrypted": True,
        "KmsKeyId": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/k",
        "AvailabilityZoneName": f"{REGION}a",
        "Tags": [{"Key": "owner", "Value": "shop"}],
    }
    policy = {"Policy": json.dumps({"Statement": list(statements)})} if statements else {}
    return literal("AwsEfsFileSystem", body, FileSystemPolicy=policy, BackupPolicy=backup or {})


def test_a_file_system_without_policies() -> None:
    found = file_system()
    assert found.edges == {"ENCRYPTED_BY>": [f"arn:aws:kms:{REGION}:{ACCOUNT}:key/k"]}
    assert found.properties["name"] == "fs-1"
    assert found.properties["incarnation"] == "fs-1"
    assert found.properties["is_backed_up"] is False
    assert found.properties["requires_tls"] is False
    assert "policy" not in found.properties
    assert found.tags == {"owner": "shop"}


@pytest.mark.parametrize(
    ("status", "expected"), [("ENABLED", True), ("ENABLING", True), ("DISABLED", False)]
)
def test_a_backup_policy(status: str, *, expected: bool) -> None:
    found = file_system(backup={"BackupPolicy": {"Status": status}})
    assert found.properties["is_backed_up"] is expected


def test_policies_are_public_or_for_what_comes_through_a_mount_target() -> None:
    action = ["elasticfilesystem:ClientMount"]
    assert file_system(MOUNT).properties["policy_public_actions"] == action
    assert file_system({**MOUNT, **VIA_TARGET}).properties["policy_public_actions"] == []
    closed = file_system({**MOUNT, **VIA_TARGET}, IN_CLEAR)
    assert closed.properties["requires_tls"] is True


def test_a_policy_lets_in_by_name() -> None:
    role = "arn:aws:iam::222222222222:role/r"
    found = file_system(
        {**MOUNT, "Principal": {"AWS": ["222222222222", role]}},
        {**MOUNT, "Principal": {"AWS": role}, "Action": "elasticfilesystem:ClientWrite"},
        {**MOUNT, "Principal": {"AWS": role}, "Effect": "Deny", "Action": "*"},
        {**MOUNT, "Principal": {"AWS": "AROA0123456789ABCDEF0"}},
    )
    root = "arn:aws:iam::222222222222:root"
    assert found.edges["GRANTS_ACCESS_TO>"] == [role, root]
    assert found.edge_properties[("GRANTS_ACCESS_TO>", role)] == {
        "actions": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        "is_conditional": False,
    }


def test_mount_targets_of_every_file_system(aws_cloud: AwsCloud) -> None:
    ec2, efs = aws_cloud.client("ec2", REGION), aws_cloud.client("efs", REGION)
    subnet = ec2.describe_subnets()["Subnets"][0]
    group = ec2.create_security_group(GroupName="nfs", Description="nfs", VpcId=subnet["VpcId"])
    made = {}
    for name in ("a", "b", "without"):
        system = efs.create_file_system(CreationToken=name)["FileSystemId"]
        if name != "without":
            target = efs.create_mount_target(
                FileSystemId=system,
                SubnetId=subnet["SubnetId"],
                SecurityGroups=[group["GroupId"]],
            )
            made[f"{PREFIX}:mount-target/{target['MountTargetId']}"] = (system, target)
    aws_cloud.proxy.calls.clear()
    found = rows(aws_cloud.endpoint_url, "AwsEfsMountTarget")
    assert found.keys() == made.keys()
    assert aws_cloud.proxy.calls["efs:DescribeMountTargets"] == 2
    for uid, (system, target) in made.items():
        assert found[uid].edges == {
            "OF_FILE_SYSTEM>": [f"{PREFIX}:file-system/{system}"],
            "IN_VPC>": [ec2_arn("vpc", subnet["VpcId"])],
            "IN_SUBNET>": [ec2_arn("subnet", subnet["SubnetId"])],
            "HAS_INTERFACE>": [ec2_arn("network-interface", target["NetworkInterfaceId"])],
            "MEMBER_OF>": [ec2_arn("security-group", group["GroupId"])],
        }


def test_an_access_point_in_the_form_of_aws() -> None:
    body = {
        "AccessPointId": "fsap-1",
        "AccessPointArn": f"{PREFIX}:access-point/fsap-1",
        "FileSystemId": "fs-1",
        "OwnerId": ACCOUNT,
        "PosixUser": {"Uid": 0, "Gid": 0, "SecondaryGids": [5]},
        "RootDirectory": {"Path": "/web"},
    }
    found = literal("AwsEfsAccessPoint", body)
    assert found.edges == {"OF_FILE_SYSTEM>": [f"{PREFIX}:file-system/fs-1"]}
    assert found.properties["user_id"] == 0
    assert found.properties["secondary_group_ids"] == [5]
    assert found.properties["root_path"] == "/web"


def test_an_access_point_to_everything() -> None:
    body = {
        "AccessPointId": "fsap-1",
        "AccessPointArn": f"{PREFIX}:access-point/fsap-1",
        "FileSystemId": "fs-1",
        "Name": "all",
    }
    found = literal("AwsEfsAccessPoint", body)
    assert found.properties["name"] == "all"
    assert found.properties["root_path"] == "/"
    assert "user_id" not in found.properties
