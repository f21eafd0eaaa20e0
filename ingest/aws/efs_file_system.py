"""Amazon EFS file systems, with who may do what on them as clients.

Left out: replication to other regions, and what moves files to colder storage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.grants import PROPS, grantees
from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions, requires_tls
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.iam_user import AwsIamUser
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

POLICY = "elasticfilesystem:DescribeFileSystemPolicy"
BACKUP = "elasticfilesystem:DescribeBackupPolicy"


class AwsEfsFileSystem(
    Resource, service="efs", lists="elasticfilesystem:DescribeFileSystems", incarnation="id"
):
    """An Amazon EFS file system."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `fs-...`.", indexed=True)
    state: str | None = prop("`available`, `creating`, `deleting`, ...")
    performance_mode: str | None = prop("`generalPurpose` or `maxIO`.")
    throughput_mode: str | None = prop("`elastic`, `bursting` or `provisioned`.")
    zone: str | None = prop("The only zone that holds it; null where it spans the region.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    is_backed_up: bool = prop("AWS Backup copies it every day by its own policy.", reads=BACKUP)
    policy: Document | None = prop(
        "The file system policy; null where whoever reaches it may do everything.", reads=POLICY
    )
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads=POLICY,
    )
    requires_tls: bool = prop(
        "The policy denies requests that are not made over TLS.", reads=POLICY
    )
    grantees: list[Ref[AwsAccount | AwsIamUser | AwsIamRole | Resource]] = edge(
        "GRANTS_ACCESS_TO",
        "Accounts, users, roles and sessions that the policy lets in.",
        reads=POLICY,
        props=PROPS,
    )
    tags: dict[str, str] = tags()


FILE_SYSTEM = {"FileSystemId": "FileSystemId"}
NONE = ("PolicyNotFound",)
PARTS = (
    Part("FileSystemPolicy", "describe_file_system_policy", POLICY, FILE_SYSTEM, none=NONE),
    Part("BackupPolicy", "describe_backup_policy", BACKUP, FILE_SYSTEM, none=NONE),
)


def fetch(aws: Aws) -> Records[AwsEfsFileSystem]:
    """Yield the region's file systems."""
    return aws.records(read, aws.pages("describe_file_systems", "FileSystems"), PARTS)


def read(aws: Aws, item: Item) -> AwsEfsFileSystem:
    """Make the record of one file system."""
    policy = item.part("FileSystemPolicy")
    return AwsEfsFileSystem(
        arn=item["FileSystemArn"],
        name=item.get("Name") or item["FileSystemId"],
        created_at=item.get("CreationTime"),
        raw=item.raw,
        id=item["FileSystemId"],
        state=item.get("LifeCycleState"),
        performance_mode=item.get("PerformanceMode"),
        throughput_mode=item.get("ThroughputMode"),
        zone=item.get("AvailabilityZoneName"),
        is_encrypted=item["Encrypted"],
        kms_key=kms_ref(aws, item.get("KmsKeyId")),
        is_backed_up=item.part("BackupPolicy").read(_is_backed_up),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        requires_tls=policy.read(lambda p: requires_tls(_policy(p))),
        grantees=policy.read(lambda p: grantees(aws, _policy(p))),
        tags=tags_of(item.get("Tags")),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("Policy"))


def _is_backed_up(answer: Json) -> bool:
    return dig(answer, "BackupPolicy.Status") in {"ENABLED", "ENABLING"}
