"""Amazon OpenSearch Service domains, of OpenSearch and of Elasticsearch.

Left out: serverless collections, and connections between domains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.grants import PROPS, grantees
from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.acm_certificate import AwsAcmCertificate
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.iam_user import AwsIamUser
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.logs_log_group import AwsLogGroup

AT_ONCE = 5  # the most that DescribeDomains takes


class AwsOpensearchDomain(
    Resource,
    service="opensearch",
    lists=("es:ListDomainNames", "es:DescribeDomains"),
    redact=["AdvancedSecurityOptions.MasterUserOptions.*"],
):
    """An Amazon OpenSearch Service domain."""

    arn: str = key("Amazon Resource Name.")
    engine_version: str | None = prop("`OpenSearch_2.19`, `Elasticsearch_7.10`, ...")
    endpoint: str | None = prop("Its host name; null while it is made.", indexed=True)
    instance_type: str | None = prop("Type of its data nodes, `r7g.large.search`, ...")
    instance_count: int | None = prop("How many data nodes it has.")
    has_dedicated_masters: bool = prop("Nodes of their own keep the cluster together.")
    is_in_vpc: bool = prop("It answers in a network only; otherwise on the internet.")
    is_multi_az: bool = prop("Its data nodes are in several zones.")
    is_encrypted: bool = prop("Its data is encrypted at rest.")
    encrypts_between_nodes: bool = prop("Its nodes talk to each other over TLS.")
    requires_https: bool = prop("It refuses clear text.")
    tls_policy: str | None = prop("Name of its TLS policy: `Policy-Min-TLS-1-2-2019-07`, ...")
    policy: Document | None = prop("The access policy.")
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who."
    )
    grantees: list[Ref[AwsAccount | AwsIamUser | AwsIamRole | Resource]] = edge(
        "GRANTS_ACCESS_TO",
        "Accounts, users, roles and sessions that the policy lets in.",
        props=PROPS,
    )
    has_fine_grained_access: bool = prop(
        "Roles inside of it say who may see which index, document and field."
    )
    has_internal_users: bool = prop("Users with passwords are kept inside of it.")
    allows_anonymous: bool = prop("For a while, requests without a user are let through.")
    log_types: list[str] = prop("Logs it publishes: `AUDIT_LOGS`, `ES_APPLICATION_LOGS`, ...")
    has_software_update: bool = prop("A newer version of the service's software waits for it.")
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it is in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "The subnets it is in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "Groups that guard it.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge("ENCRYPTED_BY", "The key that encrypts it.")
    certificate: Ref[AwsAcmCertificate] | None = edge(
        "USES_CERTIFICATE", "The certificate of the name it was given."
    )
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "The role with which it asks Cognito.")
    sign_in: list[Ref[Resource]] = edge(
        "SIGNS_IN_WITH", "Pools of Cognito, or an IAM Identity Center, that people sign in with."
    )
    log_groups: list[Ref[AwsLogGroup]] = edge("SENDS_TO", "Log groups that receive its logs.")
    tags: dict[str, str] = tags(reads="es:ListTags")


PARTS = (Part("Tagging", "list_tags", "es:ListTags", {"ARN": "ARN"}),)


def fetch(aws: Aws) -> Records[AwsOpensearchDomain]:
    """Yield the region's domains."""
    return aws.records(read, _domains(aws), PARTS)


def read(aws: Aws, item: Item) -> AwsOpensearchDomain:
    """Make the record of one domain."""
    policy, logs = document(item.get("AccessPolicies")), _logs(item)
    certificate = item.get("DomainEndpointOptions.CustomEndpointCertificateArn")
    role = item.get("CognitoOptions.RoleArn")
    return AwsOpensearchDomain(
        arn=item["ARN"],
        name=item["DomainName"],
        created_at=None,
        raw=item.raw,
        engine_version=item.get("EngineVersion"),
        endpoint=item.get("Endpoint") or item.get("Endpoints.vpc"),
        instance_type=item.get("ClusterConfig.InstanceType"),
        instance_count=item.get("ClusterConfig.InstanceCount"),
        has_dedicated_masters=_is_on(item, "ClusterConfig.DedicatedMasterEnabled"),
        is_in_vpc=bool(item.get("VPCOptions.SubnetIds")),
        is_multi_az=_is_on(item, "ClusterConfig.ZoneAwarenessEnabled"),
        is_encrypted=_is_on(item, "EncryptionAtRestOptions.Enabled"),
        encrypts_between_nodes=_is_on(item, "NodeToNodeEncryptionOptions.Enabled"),
        requires_https=_is_on(item, "DomainEndpointOptions.EnforceHTTPS"),
        tls_policy=item.get("DomainEndpointOptions.TLSSecurityPolicy"),
        policy=policy,
        policy_public_actions=public_actions(policy),
        grantees=grantees(aws, policy),
        has_fine_grained_access=_is_on(item, "AdvancedSecurityOptions.Enabled"),
        has_internal_users=_is_on(item, "AdvancedSecurityOptions.InternalUserDatabaseEnabled"),
        allows_anonymous=_is_on(item, "AdvancedSecurityOptions.AnonymousAuthEnabled"),
        log_types=sorted(logs),
        has_software_update=_is_on(item, "ServiceSoftwareOptions.UpdateAvailable"),
        vpc=ec2_ref(aws, "vpc", item.get("VPCOptions.VPCId")),
        subnets=ec2_refs(aws, "subnet", item.get("VPCOptions.SubnetIds", default=[])),
        security_groups=ec2_refs(
            aws, "security-group", item.get("VPCOptions.SecurityGroupIds", default=[])
        ),
        kms_key=kms_ref(aws, item.get("EncryptionAtRestOptions.KmsKeyId")),
        certificate=Ref(certificate) if certificate else None,
        role=Ref(role) if role else None,
        sign_in=_sign_in(aws, item),
        log_groups=[Ref(arn.removesuffix(":*")) for arn in dict.fromkeys(logs.values())],
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("TagList"))),
    )


def _domains(aws: Aws) -> Iterator[Json]:
    names = [d["DomainName"] for d in aws.pages("list_domain_names", "DomainNames")]
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        yield from aws.pages("describe_domains", "DomainStatusList", DomainNames=some)


def _is_on(item: Item, path: str) -> bool:
    """Tell whether a setting is on; AWS leaves out what never was."""
    return bool(item.get(path))


def _logs(item: Item) -> dict[str, str]:
    """Return the log groups by the kind of log that is published to them."""
    return {
        name: option["CloudWatchLogsLogGroupArn"]
        for name, option in item.get("LogPublishingOptions", default={}).items()
        if option.get("Enabled")
    }


def _sign_in(aws: Aws, item: Item) -> list[Ref[Resource]]:
    users, identities = (item.get(f"CognitoOptions.{p}PoolId") for p in ("User", "Identity"))
    named = [
        aws.arn("cognito-idp", f"userpool/{users}") if users else None,
        aws.arn("cognito-identity", f"identitypool/{identities}") if identities else None,
        item.get("IdentityCenterOptions.IdentityCenterInstanceARN"),
    ]
    return [Ref(arn) for arn in named if arn]
