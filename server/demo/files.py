"""The demo's EFS file systems: one that is kept well, one that is not, one open to everybody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_MOUNT = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
_IN_CLEAR = {
    "Effect": "Deny",
    "Principal": {"AWS": "*"},
    "Action": "*",
    "Condition": {"Bool": {"aws:SecureTransport": "false"}},
}


def build_files(ground: Ground) -> None:
    """Make the file systems of the home region; the book gets `files/NAME` with their ids."""
    good = _file_system(
        ground,
        "shop-uploads",
        Encrypted=True,
        KmsKeyId=ground.book[f"key/{HOME}/shop"],
        Backup=True,
    )
    _policy(ground, good, {"AWS": f"arn:aws:iam::{ground.account}:root"}, _IN_CLEAR)
    _mount_target(ground, good, "data-lake-loader")
    _access_point(
        ground,
        good,
        "shop-uploads-web",
        PosixUser={"Uid": 1000, "Gid": 1000},
        RootDirectory={"Path": "/web"},
    )
    bad = _file_system(ground, "legacy-scratch")
    _mount_target(ground, bad, "legacy-everything")
    _access_point(ground, bad, "legacy-scratch-all")
    _policy(ground, _file_system(ground, "search-dictionaries", Encrypted=True), {"AWS": "*"})
    ground.notable["encrypted_file_system"] = _arn(ground, good)
    ground.notable["unencrypted_file_system"] = _arn(ground, bad)


def _arn(ground: Ground, identifier: str) -> str:
    return ground.arn("elasticfilesystem", HOME, f"file-system/{identifier}")


def _file_system(ground: Ground, name: str, **settings: Any) -> str:
    made = ground.client("efs").create_file_system(
        CreationToken=name, Tags=tags(name, owner="legacy" not in name), **settings
    )
    identifier: str = made["FileSystemId"]
    ground.book[f"files/{name}"] = identifier
    ground.made("efs:file-system")
    return identifier


def _policy(ground: Ground, identifier: str, who: dict[str, str], *more: dict[str, Any]) -> None:
    policy = statement(_MOUNT, [_arn(ground, identifier)], Principal=who)
    policy["Statement"].extend(more)
    ground.client("efs").put_file_system_policy(FileSystemId=identifier, Policy=json.dumps(policy))


def _mount_target(ground: Ground, identifier: str, group: str) -> None:
    ground.client("efs").create_mount_target(
        FileSystemId=identifier,
        SubnetId=ground.book[f"subnet/{HOME}/prod/private-a"],
        SecurityGroups=[ground.book[f"group/{HOME}/{group}"]],
    )
    ground.made("efs:mount-target")
    ground.made("ec2:network-interface")  # through which it is reached


def _access_point(ground: Ground, identifier: str, name: str, **settings: Any) -> None:
    ground.client("efs").create_access_point(
        ClientToken=name,
        FileSystemId=identifier,
        Tags=tags(name, owner="legacy" not in name),
        **settings,
    )
    ground.made("efs:access-point")
