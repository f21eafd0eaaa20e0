"""The demo's caches and search domains, each with a twin that is kept badly.

The stand-in makes no members of a replication group: the one that is here is made by its name.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_SUBNETS = "shop-caches"


def build_caches(ground: Ground) -> None:
    """Make the caches and domains of the home region; the book gets `domain/NAME`."""
    _caches(ground)
    _domains(ground)
    ground.notable["private_domain"] = ground.book["domain/shop-search"]
    ground.notable["public_domain"] = ground.book["domain/legacy-logs"]


def _caches(ground: Ground) -> None:
    elasticache = ground.client("elasticache")
    elasticache.create_cache_subnet_group(
        CacheSubnetGroupName=_SUBNETS,
        CacheSubnetGroupDescription="Where sessions are kept",
        SubnetIds=[
            ground.book[f"subnet/{HOME}/prod/{name}"] for name in ("private-a", "private-b")
        ],
    )
    _group(
        ground,
        "shop-sessions",
        Engine="redis",
        AutomaticFailoverEnabled=True,
        MultiAZEnabled=True,
        ReplicasPerNodeGroup=1,
        AtRestEncryptionEnabled=True,
        TransitEncryptionEnabled=True,
        AuthToken=ground.secret("shop-sessions"),
        KmsKeyId=ground.book[f"key/{HOME}/shop"],
        SnapshotRetentionLimit=14,
        AutoMinorVersionUpgrade=True,
    )
    _group(ground, "search-ranking", Engine="valkey", SnapshotRetentionLimit=0)
    _cluster(
        ground,
        "shop-sessions-001",
        Engine="redis",
        ReplicationGroupId="shop-sessions",
        TransitEncryptionEnabled=True,
        SnapshotRetentionLimit=14,
    )
    _cluster(ground, "shop-pages", Engine="memcached", TransitEncryptionEnabled=True)
    _cluster(ground, "legacy-pages", Engine="memcached")


def _group(ground: Ground, name: str, **settings: Any) -> None:
    ground.client("elasticache").create_replication_group(
        ReplicationGroupId=name,
        ReplicationGroupDescription=name,
        CacheNodeType="cache.t4g.small",
        Tags=tags(name),
        **settings,
    )
    ground.made("elasticache:replication-group")


def _cluster(ground: Ground, name: str, **settings: Any) -> None:
    ground.client("elasticache").create_cache_cluster(
        CacheClusterId=name,
        CacheNodeType="cache.t4g.small",
        NumCacheNodes=1,
        CacheSubnetGroupName=_SUBNETS,
        AutoMinorVersionUpgrade="legacy" not in name,
        Tags=tags(name, owner="legacy" not in name),
        **settings,
    )
    ground.made("elasticache:cluster")


def _domains(ground: Ground) -> None:
    _domain(
        ground,
        "shop-search",
        {"AWS": f"arn:aws:iam::{ground.account}:root"},
        ClusterConfig={"InstanceCount": 3, "ZoneAwarenessEnabled": True},
        VPCOptions={
            "SubnetIds": [ground.book[f"subnet/{HOME}/prod/private-a"]],
            "SecurityGroupIds": [ground.book[f"group/{HOME}/search-node"]],
        },
        EncryptionAtRestOptions={"Enabled": True, "KmsKeyId": ground.book[f"key/{HOME}/shop"]},
        NodeToNodeEncryptionOptions={"Enabled": True},
        DomainEndpointOptions={
            "EnforceHTTPS": True,
            "TLSSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10",
        },
        AdvancedSecurityOptions={
            "Enabled": True,
            "InternalUserDatabaseEnabled": True,
            "MasterUserOptions": {
                "MasterUserName": "keeper",
                "MasterUserPassword": ground.secret("shop-search"),
            },
        },
        LogPublishingOptions={
            "AUDIT_LOGS": {
                "CloudWatchLogsLogGroupArn": ground.arn("logs", HOME, "log-group:shop-search"),
                "Enabled": True,
            }
        },
    )
    _domain(ground, "legacy-logs", {"AWS": "*"}, owner=False)


def _domain(
    ground: Ground, name: str, who: dict[str, str], *, owner: bool = True, **settings: Any
) -> None:
    arn = ground.arn("es", HOME, f"domain/{name}")
    made = ground.client("opensearch").create_domain(
        DomainName=name,
        EngineVersion="OpenSearch_2.19",
        AccessPolicies=json.dumps(statement(["es:ESHttp*"], [f"{arn}/*"], Principal=who)),
        TagList=tags(name, owner=owner),
        **settings,
    )
    ground.book[f"domain/{name}"] = made["DomainStatus"]["ARN"]
    ground.made("opensearch:domain")
