"""Amazon ECS clusters.

Left out: container instances, and how many tasks run at the moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.ecs import LIST_CLUSTERS, MOST_CLUSTERS, batches, clusters, tags_in
from ingest.aws.kms import kms_ref
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.s3_bucket import AwsS3Bucket

DESCRIBE = "ecs:DescribeClusters"
EXEC = "configuration.executeCommandConfiguration"
EXEC_LOG = f"{EXEC}.logConfiguration"
STORAGE = "configuration.managedStorageConfiguration"


class AwsEcsCluster(Resource, service="ecs", lists=(LIST_CLUSTERS, DESCRIBE)):
    """An Amazon ECS cluster."""

    arn: str = key("Amazon Resource Name.")
    status: str | None = prop("`ACTIVE`, `PROVISIONING`, `DEPROVISIONING`, `FAILED`.")
    container_insights: str | None = prop(
        "What is measured of its containers: `disabled`, `enabled` or `enhanced`."
    )
    exec_logging: str | None = prop(
        "Where commands that people run in containers are logged: `NONE`, `DEFAULT`: with the "
        "container, `OVERRIDE`: where the cluster says; null where nothing is said."
    )
    capacity_providers: list[str] = prop("What its tasks may run on: `FARGATE`, ...")
    kms_keys: list[Ref[AwsKmsKey | AwsKmsAlias]] = edge(
        "ENCRYPTED_BY", "Keys of sessions in containers, and of storage that ECS manages."
    )
    exec_log_group: Ref[AwsLogGroup] | None = edge(
        "LOGS_TO", "Log group of the commands that people run in containers."
    )
    exec_log_bucket: Ref[AwsS3Bucket] | None = edge(
        "LOGS_TO", "Bucket of the commands that people run in containers."
    )
    namespace: Ref[Resource] | None = edge(
        "REGISTERED_IN", "Namespace in which its services find each other by default."
    )
    tags: dict[str, str] = tags()


DETAILS = Part(
    "clusters", "describe_clusters", DESCRIBE, {"clusters": "arns"},
    keep={"include": ["CONFIGURATIONS", "SETTINGS", "TAGS"]},
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEcsCluster]:
    """Yield the region's clusters."""
    return aws.records(read, _described(aws))


def read(aws: Aws, item: Item) -> AwsEcsCluster:
    """Make the record of one cluster."""
    group, bucket = (
        item.get(f"{EXEC_LOG}.{name}") for name in ("cloudWatchLogGroupName", "s3BucketName")
    )
    keys = (
        item.get(name)
        for name in (
            f"{EXEC}.kmsKeyId",
            f"{STORAGE}.kmsKeyId",
            f"{STORAGE}.fargateEphemeralStorageKmsKeyId",
        )
    )
    namespace = item.get("serviceConnectDefaults.namespace")
    settings = {s["name"]: s.get("value") for s in item.get("settings", [])}
    return AwsEcsCluster(
        arn=item["clusterArn"],
        name=item["clusterName"],
        created_at=None,
        raw=item.raw,
        status=item.get("status"),
        container_insights=settings.get("containerInsights"),
        exec_logging=item.get(f"{EXEC}.logging"),
        capacity_providers=sorted(item.get("capacityProviders", [])),
        kms_keys=[ref for name in keys if (ref := kms_ref(aws, name))],
        exec_log_group=Ref(aws.arn("logs", f"log-group:{group}")) if group else None,
        exec_log_bucket=Ref(aws.arn("s3", bucket, region="", account="")) if bucket else None,
        namespace=Ref(namespace) if namespace else None,
        tags=tags_in(item.body),
    )


def _described(aws: Aws) -> Iterator[Json]:
    """Yield the clusters; one that was deleted is told of for a while, and is none."""
    named = ({"arns": b} for b in batches((c["clusterArn"] for c in clusters(aws)), MOST_CLUSTERS))
    found = (cluster for _, cluster in aws.each(named, DETAILS))
    return (cluster for cluster in found if cluster.get("status") != "INACTIVE")
