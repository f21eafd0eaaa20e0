"""Amazon EFS access points: doors into a file system, each for one user and one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.efs import file_system_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.efs_file_system import AwsEfsFileSystem


class AwsEfsAccessPoint(
    Resource, service="efs", lists="elasticfilesystem:DescribeAccessPoints", incarnation="id"
):
    """An access point of an Amazon EFS file system."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `fsap-...`.", indexed=True)
    state: str | None = prop("`available`, `creating`, `deleting`, ...")
    root_path: str = prop("The folder that clients take for the root; `/` is everything.")
    user_id: int | None = prop(
        "POSIX user that every client is taken for; null where clients say who they are."
    )
    group_id: int | None = prop("POSIX group that every client is taken for, or null.")
    secondary_group_ids: list[int] = prop("Further POSIX groups of that user.")
    file_system: Ref[AwsEfsFileSystem] = edge("OF_FILE_SYSTEM", "The file system it leads to.")
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsEfsAccessPoint]:
    """Yield the region's access points."""
    return aws.records(read, aws.pages("describe_access_points", "AccessPoints"))


def read(aws: Aws, item: Item) -> AwsEfsAccessPoint:
    """Make the record of one access point."""
    return AwsEfsAccessPoint(
        arn=item["AccessPointArn"],
        name=item.get("Name") or item["AccessPointId"],
        created_at=None,
        raw=item.raw,
        id=item["AccessPointId"],
        state=item.get("LifeCycleState"),
        root_path=item.get("RootDirectory.Path") or "/",
        user_id=item.get("PosixUser.Uid"),
        group_id=item.get("PosixUser.Gid"),
        secondary_group_ids=item.get("PosixUser.SecondaryGids", default=[]),
        file_system=file_system_ref(aws, item["FileSystemId"], item.get("OwnerId")),
        tags=tags_of(item.get("Tags")),
    )
