"""Amazon ECS task definitions: the last revision of each family, and those that run.

What a service or a task runs is in use, even where it is not the last any more. The many older
revisions are left out: nothing comes of them unless somebody starts one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from ingest.aws import containers
from ingest.aws.ecs import (
    DESCRIBE_SERVICES,
    DESCRIBE_TASKS,
    LIST_CLUSTERS,
    LIST_SERVICES,
    LIST_TASKS,
    clusters,
    services,
    tags_in,
    task_definitions,
    tasks,
)
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ecr_repository import AwsEcrRepository
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.s3_bucket import AwsS3Bucket
    from ingest.aws.secretsmanager_secret import AwsSecret

Value = TypeVar("Value")

FAMILIES = "ecs:ListTaskDefinitionFamilies"
LIST = "ecs:ListTaskDefinitions"
DESCRIBE = "ecs:DescribeTaskDefinition"
CONTAINERS = "Definition.taskDefinition.containerDefinitions.*"


class AwsEcsTaskDefinition(
    Resource,
    service="ecs",
    lists=(
        FAMILIES, LIST, LIST_CLUSTERS, LIST_SERVICES, DESCRIBE_SERVICES, LIST_TASKS, DESCRIBE_TASKS,
    ),
    redact=(
        f"{CONTAINERS}.environment.*.value",
        f"{CONTAINERS}.command",
        f"{CONTAINERS}.healthCheck.command",
        f"{CONTAINERS}.logConfiguration.options.splunk-token",
    ),
):  # fmt: skip
    """A revision of an Amazon ECS task definition: containers that are started together."""

    arn: str = key("Amazon Resource Name, with the revision.")
    family: str = prop("What its revisions have in common.", indexed=True)
    revision: int = prop("Number of the revision.")
    status: str | None = prop("`ACTIVE`, or `INACTIVE`: only what runs still runs.", reads=DESCRIBE)
    network_mode: str | None = prop(
        "`awsvpc`, `bridge`, `host`, `none`; null where the machine's default counts.",
        reads=DESCRIBE,
    )
    pid_mode: str | None = prop(
        "Whose processes its containers see: `host`, `task`; null: only their own.", reads=DESCRIBE
    )
    ipc_mode: str | None = prop(
        "Whose shared memory its containers use: `host`, `task`, `none`, or null.", reads=DESCRIBE
    )
    compatibilities: list[str] = prop(
        "What it was made to run on: `FARGATE`, `EC2`, `EXTERNAL`.", reads=DESCRIBE
    )
    os_family: str | None = prop(
        "`LINUX`, `WINDOWS_SERVER_2022_CORE`, ... or null.", reads=DESCRIBE
    )
    images: list[str] = prop("Images of its containers.", reads=DESCRIBE)
    environment_names: list[str] = prop(
        "Names of its environment variables, never their values.", reads=DESCRIBE
    )
    privileged_containers: list[str] = prop(
        "Containers that may do on their machine what root may.", reads=DESCRIBE
    )
    root_containers: list[str] = prop(
        "Containers that run as root, or leave the user to their image.", reads=DESCRIBE
    )
    writable_containers: list[str] = prop(
        "Containers that may write to their root file system.", reads=DESCRIBE
    )
    unlogged_containers: list[str] = prop(
        "Containers whose output is not kept anywhere.", reads=DESCRIBE
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE",
        "Roles it is run with.",
        reads=DESCRIBE,
        props={
            "is_task_role": "Its containers speak to AWS with it.",
            "is_execution_role": "ECS pulls images and fetches secrets with it.",
        },
    )
    repositories: list[Ref[AwsEcrRepository]] = edge(
        "PULLS_FROM", "Repositories of its images, where Amazon ECR keeps them.", reads=DESCRIBE
    )
    secrets: list[Ref[AwsSecret]] = edge(
        "USES_SECRET", "Secrets and parameters whose values it gets.", reads=DESCRIBE
    )
    environment_buckets: list[Ref[AwsS3Bucket]] = edge(
        "READS_FROM", "Buckets of files with environment variables.", reads=DESCRIBE
    )
    log_groups: list[Ref[AwsLogGroup]] = edge(
        "LOGS_TO", "Log groups that get what its containers print.", reads=DESCRIBE
    )
    file_systems: list[Ref[Resource]] = edge(
        "MOUNTS", "File systems it mounts, or their access points.", reads=DESCRIBE
    )
    created_at: datetime | None = prop("When it was registered.", reads=DESCRIBE)
    tags: dict[str, str] = tags(reads=DESCRIBE)


LAST = Part(
    "taskDefinitionArns", "list_task_definitions", LIST, {"familyPrefix": "family"},
    keep={"status": "ACTIVE", "sort": "DESC", "maxResults": 1},
)  # fmt: skip
PARTS = (
    Part(
        "Definition", "describe_task_definition", DESCRIBE,
        {"taskDefinition": "taskDefinitionArn"}, keep={"include": ["TAGS"]},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEcsTaskDefinition]:
    """Yield the region's task definitions that matter."""
    wanted = {*_last(aws), *_in_use(aws)}
    return aws.records(read, ({"taskDefinitionArn": arn} for arn in sorted(wanted)), PARTS)


def read(aws: Aws, item: Item) -> AwsEcsTaskDefinition:
    """Make the record of one revision."""
    arn, answer = item["taskDefinitionArn"], item.part("Definition")
    known_as = arn.rpartition("/")[2]
    family, _, revision = known_as.rpartition(":")

    def told(convert: Callable[[Json], Value]) -> Value:
        return answer.read(lambda a: convert(a["taskDefinition"]))

    return AwsEcsTaskDefinition(
        arn=arn,
        name=known_as,
        created_at=answer.get("taskDefinition.registeredAt"),
        raw=item.raw,
        family=family,
        revision=int(revision),
        status=answer.get("taskDefinition.status"),
        network_mode=answer.get("taskDefinition.networkMode"),
        pid_mode=answer.get("taskDefinition.pidMode"),
        ipc_mode=answer.get("taskDefinition.ipcMode"),
        compatibilities=answer.get("taskDefinition.requiresCompatibilities", default=[]),
        os_family=answer.get("taskDefinition.runtimePlatform.operatingSystemFamily"),
        images=told(lambda d: sorted({c["image"] for c in containers.containers(d)})),
        environment_names=told(containers.environment_names),
        privileged_containers=told(lambda d: containers.names(d, containers.is_privileged)),
        root_containers=told(lambda d: containers.names(d, containers.may_be_root)),
        writable_containers=told(lambda d: containers.names(d, containers.is_writable)),
        unlogged_containers=told(lambda d: containers.names(d, containers.is_unlogged)),
        roles=told(lambda d: _roles(aws, d)),
        repositories=told(lambda d: containers.repositories(aws, d)),
        secrets=told(lambda d: containers.secrets(aws, d)),
        environment_buckets=told(containers.environment_buckets),
        log_groups=told(lambda d: containers.log_groups(aws, d)),
        file_systems=told(lambda d: containers.file_systems(aws, d)),
        tags=answer.read(tags_in),
    )


def _last(aws: Aws) -> Iterator[str]:
    """Yield the last active revision of each family."""
    families = aws.pages("list_task_definition_families", "families", status="ACTIVE")
    last: dict[str, str] = {}
    for entry, arn in aws.each(({"family": name} for name in families), LAST):
        family = entry["family"]
        last[family] = max(last.get(family, str(arn)), str(arn), key=_revision)
    yield from last.values()


def _revision(arn: str) -> int:
    return int(arn.rpartition(":")[2])


def _in_use(aws: Aws) -> Iterator[str]:
    """Yield what services and tasks run, often the same."""
    among = clusters(aws)
    for service in services(aws, among):
        yield from task_definitions(service)
    for task in tasks(aws, among):
        yield from filter(None, [task.get("taskDefinitionArn")])


def _roles(aws: Aws, definition: Json) -> list[Ref[AwsIamRole]]:
    """Return the roles; one may be both."""
    task, execution = (
        _role(aws, definition.get(name)) for name in ("taskRoleArn", "executionRoleArn")
    )
    return [
        Ref(arn, {"is_task_role": arn == task, "is_execution_role": arn == execution})
        for arn in dict.fromkeys((task, execution))
        if arn
    ]


def _role(aws: Aws, named: str | None) -> str | None:
    if not named or named.startswith("arn:"):
        return named
    return aws.arn("iam", f"role/{named}", region="")
