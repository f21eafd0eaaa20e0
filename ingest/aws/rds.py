"""What databases, their clusters and snapshots share.

The API is that of Amazon DocumentDB and Amazon Neptune too: they differ by engine only. It names
what is near (a source, a subnet group) by its identifier and what is far by its ARN.

Whether clear text is refused stands in a parameter group, which many databases share. Of its some
hundred parameters only those are kept that somebody set, and the one that tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import account_refs, ec2_ref, ec2_refs
from ingest.aws.kms import kms_ref
from ingest.items import Item, dig
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

# The parameter with which an engine refuses clear text. Oracle and Db2 have options instead, and
# Neptune takes TLS only.
TLS_PARAMETERS = {
    "aurora-mysql": "require_secure_transport",
    "aurora-postgresql": "rds.force_ssl",
    "docdb": "tls",
    "mariadb": "require_secure_transport",
    "mysql": "require_secure_transport",
    "postgres": "rds.force_ssl",
    "sqlserver-ee": "rds.force_ssl",
    "sqlserver-ex": "rds.force_ssl",
    "sqlserver-se": "rds.force_ssl",
    "sqlserver-web": "rds.force_ssl",
}
OFF = frozenset({"", "0", "disabled", "false", "off"})
LOGS_OF_CLUSTERS = {"docdb": "/aws/docdb", "neptune": "/aws/neptune"}
EVERYONE = "all"


def rds_ref(aws: Aws, kind: str, named: str | None) -> Ref[Any] | None:
    """Return the reference to a thing by its kind (`db`) and its identifier or ARN."""
    if not named:
        return None
    return Ref(named if named.startswith("arn:") else aws.arn("rds", f"{kind}:{named}"))


def requires_tls(engine: str, group: Json) -> bool | None:
    """Tell whether a parameter group makes an engine refuse clear text; None where none can.

    A version that does not know the parameter takes clear text.
    """
    telling = TLS_PARAMETERS.get(engine)
    if telling is None:
        return None
    values = [
        p.get("ParameterValue") or ""
        for p in group.get("Parameters") or []
        if p.get("ParameterName") == telling
    ]
    return any(value.lower() not in OFF for value in values)


def raw_of(item: Item) -> Json:
    """Return the configuration as read, less the parameters that nobody set."""
    group = item.raw.get("ParameterGroup")
    if group is None:
        return item.raw
    telling = TLS_PARAMETERS.get(item["Engine"])
    kept = [
        p
        for p in group.get("Parameters") or []
        if p.get("Source") == "user" or p.get("ParameterName") == telling
    ]
    return {**item.raw, "ParameterGroup": {"Parameters": kept}}


def vpc_of(aws: Aws, subnet_group: Json) -> Ref[Any] | None:
    """Return the network of a subnet group."""
    return ec2_ref(aws, "vpc", subnet_group.get("VpcId"))


def subnets_of(aws: Aws, subnet_group: Json) -> list[Ref[Any]]:
    """Return the subnets of a subnet group."""
    listed = subnet_group.get("Subnets") or []
    return ec2_refs(aws, "subnet", (s.get("SubnetIdentifier") for s in listed))


def groups_of(aws: Aws, item: Item) -> list[Ref[Any]]:
    """Return the security groups of a database or a cluster."""
    listed = item.get("VpcSecurityGroups", [])
    return ec2_refs(aws, "security-group", (g.get("VpcSecurityGroupId") for g in listed))


def roles_of(item: Item) -> list[Ref[Any]]:
    """Return the roles of a database or a cluster, each with what it is used for."""
    features: dict[str, list[str]] = {}
    for role in item.get("AssociatedRoles", []):
        features.setdefault(role["RoleArn"], []).append(role.get("FeatureName") or "")
    if monitoring := item.get("MonitoringRoleArn"):
        features.setdefault(monitoring, []).append("monitoring")
    return [Ref(arn, {"features": sorted(filter(None, names))}) for arn, names in features.items()]


def log_groups(aws: Aws, item: Item) -> list[Ref[Any]]:
    """Return the log groups that receive what is exported; members log where their cluster does."""
    cluster = item.get("DBClusterIdentifier")
    folder = LOGS_OF_CLUSTERS.get(item["Engine"], "/aws/rds/cluster")
    where = (
        f"{folder}/{cluster}" if cluster else f"/aws/rds/instance/{item['DBInstanceIdentifier']}"
    )
    types: Iterable[str] = item.get("EnabledCloudwatchLogsExports", [])
    return [Ref(aws.arn("logs", f"log-group:{where}/{type_}")) for type_ in types]


def activity_stream(aws: Aws, item: Item) -> Ref[Any] | None:
    """Return the stream that receives what happens in a database."""
    name = item.get("ActivityStreamKinesisStreamName")
    return Ref(aws.arn("kinesis", f"stream/{name}")) if name else None


def other_keys(aws: Aws, item: Item) -> list[Ref[Any]]:
    """Return the keys of what is kept about a database: its load and its activity."""
    names = [item.get("PerformanceInsightsKMSKeyId"), item.get("ActivityStreamKmsKeyId")]
    return [ref for name in names if (ref := kms_ref(aws, name))]


def is_public(who: Iterable[str]) -> bool:
    """Tell whether everyone may restore a snapshot."""
    return EVERYONE in who


def shared_with(aws: Aws, who: Iterable[str]) -> list[Ref[Any]]:
    """Return the accounts that may restore a snapshot."""
    return account_refs(aws, (name for name in who if name != EVERYONE))


def restorers(answer: Json, path: str) -> list[str]:
    """Return who may restore a snapshot: accounts, or `all`; `path` leads to its attributes."""
    return [
        value
        for attribute in dig(answer, path, [])
        if attribute.get("AttributeName") == "restore"
        for value in attribute.get("AttributeValues") or []
    ]


def can_be_shared(snapshot: Json) -> bool:
    """Tell whether a snapshot may be shared at all: those that RDS makes by itself may not."""
    return snapshot.get("SnapshotType") != "automated"
