"""What clusters, services and task definitions of Amazon ECS share.

The API lists ARNs, and describes what they name in batches.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ingest.items import Part, dig
from ingest.model import Json

if TYPE_CHECKING:
    from ingest.aws.client import Aws

LIST_CLUSTERS = "ecs:ListClusters"
LIST_SERVICES = "ecs:ListServices"
DESCRIBE_SERVICES = "ecs:DescribeServices"
LIST_TASKS = "ecs:ListTasks"
DESCRIBE_TASKS = "ecs:DescribeTasks"

PAGES = {"PaginationConfig": {"PageSize": 100}}  # ten at once otherwise
MOST_CLUSTERS, MOST_SERVICES, MOST_TASKS = 100, 10, 100  # that are described at once

SERVICE_ARNS = Part(
    "ServiceArns", "list_services", LIST_SERVICES, {"cluster": "clusterArn"},
    keep=PAGES, pages="serviceArns",
)  # fmt: skip
SERVICES = Part(
    "services", "describe_services", DESCRIBE_SERVICES,
    {"cluster": "cluster", "services": "arns"}, keep={"include": ["TAGS"]},
)  # fmt: skip
TASK_ARNS = Part(
    "TaskArns", "list_tasks", LIST_TASKS, {"cluster": "clusterArn"}, keep=PAGES, pages="taskArns"
)
TASKS = Part("tasks", "describe_tasks", DESCRIBE_TASKS, {"cluster": "cluster", "tasks": "arns"})


def clusters(aws: Aws) -> list[Json]:
    """Return the region's clusters, by ARN only. Raises Refused."""
    return [{"clusterArn": arn} for arn in aws.pages("list_clusters", "clusterArns")]


def services(aws: Aws, among: list[Json]) -> Iterator[Json]:
    """Yield the services of clusters. Raises Refused."""
    return _described(aws, among, SERVICE_ARNS, SERVICES, MOST_SERVICES)


def tasks(aws: Aws, among: list[Json]) -> Iterator[Json]:
    """Yield the tasks that run in clusters. Raises Refused."""
    return _described(aws, among, TASK_ARNS, TASKS, MOST_TASKS)


def batches(arns: Iterable[str], size: int) -> Iterator[list[str]]:
    """Yield lists of at most `size` ARNs."""
    rest = iter(arns)
    while batch := list(itertools.islice(rest, size)):
        yield batch


def tags_in(described: Json) -> dict[str, str]:
    """Return the tags of what was described."""
    return {tag["key"]: tag.get("value") or "" for tag in described.get("tags") or []}


def task_definitions(service: Json) -> list[str]:
    """Return the ARNs of the task definitions that a service runs, whoever deploys it."""
    deployed = [service, *(service.get("deployments") or []), *(service.get("taskSets") or [])]
    return list(dict.fromkeys(arn for d in deployed if (arn := dig(d, "taskDefinition"))))


def _described(
    aws: Aws, among: list[Json], listing: Part, describing: Part, most: int
) -> Iterator[Json]:
    found = aws.each(among, listing)
    asked = (
        {"cluster": cluster, "arns": batch}
        for cluster, named in itertools.groupby(found, key=lambda pair: pair[0]["clusterArn"])
        for batch in batches((str(arn) for _, arn in named), most)
    )
    return (entry for _, entry in aws.each(asked, describing))
