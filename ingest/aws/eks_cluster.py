"""Amazon EKS clusters: who reaches the control plane, and what it keeps and logs.

Left out: what runs inside, which Kubernetes knows and AWS does not.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.internet.external_identity import ExternalIdentity

LIST = "eks:ListClusters"
DESCRIBE = "eks:DescribeCluster"
NETWORK = "cluster.resourcesVpcConfig"


class AwsEksCluster(Resource, service="eks", lists=LIST):
    """An Amazon EKS cluster: the control plane of a Kubernetes."""

    arn: str = key("Amazon Resource Name.")
    status: str | None = prop("`ACTIVE`, `CREATING`, `FAILED`, ...", reads=DESCRIBE)
    version: str | None = prop("Version of Kubernetes: `1.33`.", reads=DESCRIBE)
    support_type: str | None = prop(
        "What follows the standard support of a version: `EXTENDED`, or `STANDARD`: an upgrade.",
        reads=DESCRIBE,
    )
    endpoint: str | None = prop("Address of its API.", reads=DESCRIBE)
    is_endpoint_public: bool = prop("Its API is reached over the internet.", reads=DESCRIBE)
    is_endpoint_private: bool = prop("Its API is reached from inside the VPC.", reads=DESCRIBE)
    public_access_cidrs: list[str] = prop(
        "Blocks of addresses that the internet's way in is open to.", reads=DESCRIBE
    )
    encrypts_secrets: bool = prop(
        "Secrets of Kubernetes are encrypted with a KMS key of one's own.", reads=DESCRIBE
    )
    log_types: list[str] = prop(
        "What the control plane logs: `api`, `audit`, `authenticator`, `controllerManager`, "
        "`scheduler`.",
        reads=DESCRIBE,
    )
    authentication_mode: str | None = prop(
        "Where it is said who may enter: `API`, `CONFIG_MAP`, `API_AND_CONFIG_MAP`.", reads=DESCRIBE
    )
    is_deletion_protected: bool | None = prop(
        "It can't be deleted by mistake; null where AWS does not tell.", reads=DESCRIBE
    )
    oidc_issuer: str | None = prop("Who vouches for its service accounts.", reads=DESCRIBE)
    issuer: Ref[ExternalIdentity] | None = edge(
        "IDENTIFIED_BY", "The issuer that it is to those who trust its tokens.", reads=DESCRIBE
    )
    addons: list[str] = prop("Names of its add-ons.", reads="eks:ListAddons")
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles of the control plane, and of nodes that EKS itself runs.", reads=DESCRIBE
    )
    kms_keys: list[Ref[AwsKmsKey | AwsKmsAlias]] = edge(
        "ENCRYPTED_BY", "Keys of the secrets of Kubernetes.", reads=DESCRIBE
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.", reads=DESCRIBE)
    subnets: list[Ref[AwsSubnet]] = edge(
        "IN_SUBNET", "Subnets the control plane has interfaces in.", reads=DESCRIBE
    )
    security_groups: list[Ref[AwsSecurityGroup]] = edge(
        "MEMBER_OF", "Groups that guard it.", reads=DESCRIBE
    )
    log_group: Ref[AwsLogGroup] | None = edge(
        "LOGS_TO", "Log group of the control plane; none where it logs nothing.", reads=DESCRIBE
    )
    created_at: datetime | None = prop("When it was made.", reads=DESCRIBE)
    tags: dict[str, str] = tags(reads=DESCRIBE)


PARTS = (
    Part("Cluster", "describe_cluster", DESCRIBE, {"name": "name"}),
    Part("Addons", "list_addons", "eks:ListAddons", {"clusterName": "name"}, pages="addons"),
)


def fetch(aws: Aws) -> Records[AwsEksCluster]:
    """Yield the region's clusters."""
    named = aws.pages("list_clusters", "clusters")
    return aws.records(read, ({"name": name} for name in named), PARTS)


def read(aws: Aws, item: Item) -> AwsEksCluster:
    """Make the record of one cluster."""
    about, addons = item.part("Cluster"), item.part("Addons")
    return AwsEksCluster(
        arn=aws.arn("eks", f"cluster/{item['name']}"),
        name=item["name"],
        created_at=about.get("cluster.createdAt"),
        raw=item.raw,
        status=about.get("cluster.status"),
        version=about.get("cluster.version"),
        support_type=about.get("cluster.upgradePolicy.supportType"),
        endpoint=about.get("cluster.endpoint"),
        is_endpoint_public=about.read(lambda a: dig(a, NETWORK)["endpointPublicAccess"]),
        is_endpoint_private=about.read(lambda a: dig(a, NETWORK)["endpointPrivateAccess"]),
        public_access_cidrs=about.get(f"{NETWORK}.publicAccessCidrs", default=[]),
        encrypts_secrets=about.read(lambda a: bool(_keys(a))),
        log_types=about.read(_log_types),
        authentication_mode=about.get("cluster.accessConfig.authenticationMode"),
        is_deletion_protected=about.get("cluster.deletionProtection"),
        oidc_issuer=about.get("cluster.identity.oidc.issuer"),
        issuer=about.read(lambda a: identity_ref(dig(a, "cluster.identity.oidc.issuer"))),
        addons=addons.read(lambda a: sorted(a.get("addons") or [])),
        roles=about.read(_roles),
        kms_keys=about.read(lambda a: [Ref(arn) for arn in _keys(a)]),
        vpc=about.read(lambda a: ec2_ref(aws, "vpc", dig(a, f"{NETWORK}.vpcId"))),
        subnets=about.read(lambda a: ec2_refs(aws, "subnet", dig(a, f"{NETWORK}.subnetIds", []))),
        security_groups=about.read(lambda a: ec2_refs(aws, "security-group", _groups(a))),
        log_group=about.read(lambda a: _log_group(aws, item["name"], a)),
        tags=about.get("cluster.tags", default={}),
    )


def _keys(answer: Json) -> list[str]:
    """Return the ARNs of the keys with which secrets are encrypted."""
    return [
        str(config["provider"]["keyArn"])
        for config in dig(answer, "cluster.encryptionConfig", [])
        if "secrets" in config.get("resources", [])
    ]


def _log_types(answer: Json) -> list[str]:
    setups = dig(answer, "cluster.logging.clusterLogging", [])
    return sorted({t for s in setups if s.get("enabled") for t in s.get("types") or []})


def _roles(answer: Json) -> list[Ref[AwsIamRole]]:
    named = (dig(answer, f"cluster.{name}") for name in ("roleArn", "computeConfig.nodeRoleArn"))
    return [Ref(arn) for arn in named if arn]


def _groups(answer: Json) -> list[str | None]:
    """Return its security groups, with the one that EKS makes for it and its nodes."""
    network = dig(answer, NETWORK, {})
    return [*(network.get("securityGroupIds") or []), network.get("clusterSecurityGroupId")]


def _log_group(aws: Aws, name: str, answer: Json) -> Ref[AwsLogGroup] | None:
    """Return the log group, whose name EKS gives."""
    return (
        Ref(aws.arn("logs", f"log-group:/aws/eks/{name}/cluster")) if _log_types(answer) else None
    )
