"""Directories of AWS Directory Service: what they are, where they stand, how people get in.

Not every kind of directory knows everything: what makes no sense for one is not asked, and null.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.aws.ec2 import ec2_ref, ec2_refs
from ingest.aws.logs import group_ref
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.logs_log_group import AwsLogGroup
    from ingest.aws.sns_topic import AwsSnsTopic

LOGS = "ds:ListLogSubscriptions"
TOPICS = "ds:DescribeEventTopics"
TRUSTS = "ds:DescribeTrusts"
LDAPS = "ds:DescribeLDAPSSettings"
LIMITS = "ds:GetSnapshotLimits"
OWN = ("MicrosoftAD", "SimpleAD", "ADConnector")  # and not another account's, shared with this one


class AwsDirectory(
    Resource,
    service="ds",
    lists="ds:DescribeDirectories",
    redact=[
        "RadiusSettings.SharedSecret",
        "OwnerDirectoryDescription.RadiusSettings.SharedSecret",
    ],
):
    """A directory of AWS Directory Service."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `d-...`.", indexed=True)
    type: str = prop("`MicrosoftAD`, `SimpleAD`, `ADConnector` or `SharedMicrosoftAD`.")
    edition: str | None = prop("`Standard` or `Enterprise`; null where `type` has no editions.")
    state: str | None = prop("`Active`, `Impaired`, `Inoperable`, ...")
    has_sso: bool = prop("Members of the domain sign in to AWS applications without asking.")
    radius_state: str | None = prop(
        "`Completed` where a RADIUS server asks for a second factor; null where none is set up."
    )
    radius_protocol: str | None = prop(
        "How that server is spoken to: `PAP`, `CHAP`, `MS-CHAPv1`, `MS-CHAPv2`, or null."
    )
    has_ldaps: bool | None = prop(
        "Its clients may speak LDAP over TLS; null where `type` does not know of it.", reads=LDAPS
    )
    trusted_domains: list[str] = prop("Domains it has a trust with.", reads=TRUSTS)
    wholly_trusted_domains: list[str] = prop(
        "Those whose users may sign in everywhere, without being allowed to at each machine.",
        reads=TRUSTS,
    )
    snapshots_limit: int | None = prop(
        "How many snapshots one may make by hand; null where `type` has no snapshots.", reads=LIMITS
    )
    snapshots_left: int | None = prop("How many more there may be, or null.", reads=LIMITS)
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it stands in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "Subnets of its domain controllers.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "The group that guards it.")
    log_groups: list[Ref[AwsLogGroup]] = edge(
        "LOGS_TO", "Log groups that get its security events.", reads=LOGS
    )
    topics: list[Ref[AwsSnsTopic]] = edge(
        "NOTIFIES", "Topics told when its state changes.", reads=TOPICS
    )
    tags: dict[str, str] = tags(reads="ds:ListTagsForResource")


def _is(*types: str) -> Callable[[Json], bool]:
    return lambda directory: directory.get("Type") in types


ID = {"DirectoryId": "DirectoryId"}
PARTS = (
    Part(
        "Logs", "list_log_subscriptions", LOGS, ID,
        when=_is("MicrosoftAD"), pages="LogSubscriptions",
    ),
    Part("Topics", "describe_event_topics", TOPICS, ID, when=_is(*OWN)),
    Part("Trusts", "describe_trusts", TRUSTS, ID, when=_is("MicrosoftAD"), pages="Trusts"),
    Part(
        "Ldaps", "describe_ldaps_settings", LDAPS, ID,
        keep={"Type": "Client"}, when=_is("MicrosoftAD", "ADConnector"), pages="LDAPSSettingsInfo",
    ),
    Part("Limits", "get_snapshot_limits", LIMITS, ID, when=_is("MicrosoftAD", "SimpleAD")),
    Part(
        "Tagging", "list_tags_for_resource", "ds:ListTagsForResource",
        {"ResourceId": "DirectoryId"}, pages="Tags",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsDirectory]:
    """Yield the region's directories."""
    return aws.records(read, aws.pages("describe_directories", "DirectoryDescriptions"), PARTS)


def read(aws: Aws, item: Item) -> AwsDirectory:
    """Make the record of one directory."""
    trusts, limits = item.part("Trusts"), item.part("Limits")
    # A connector calls the same settings otherwise.
    stands: Json = item.get("VpcSettings") or item.get("ConnectSettings", default={})
    group = stands.get("SecurityGroupId")
    return AwsDirectory(
        arn=aws.arn("ds", f"directory/{item['DirectoryId']}"),
        name=item["Name"],
        created_at=item.get("LaunchTime"),
        raw=item.raw,
        id=item["DirectoryId"],
        type=item["Type"],
        edition=item.get("Edition"),
        state=item.get("Stage"),
        has_sso=bool(item.get("SsoEnabled")),
        radius_state=item.get("RadiusStatus"),
        radius_protocol=item.get("RadiusSettings.AuthenticationProtocol"),
        has_ldaps=item.part("Ldaps").read(_has_ldaps),
        trusted_domains=trusts.read(_domains),
        wholly_trusted_domains=trusts.read(lambda t: _domains(t, "Disabled")),
        snapshots_limit=limits.get("SnapshotLimits.ManualSnapshotsLimit"),
        snapshots_left=limits.read(_snapshots_left),
        vpc=ec2_ref(aws, "vpc", stands.get("VpcId")),
        subnets=ec2_refs(aws, "subnet", stands.get("SubnetIds") or []),
        security_groups=ec2_refs(aws, "security-group", [group] if group else []),
        log_groups=item.part("Logs").read(lambda a: _log_groups(aws, a)),
        topics=item.part("Topics").read(_topics),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _has_ldaps(answer: Json) -> bool | None:
    settings = answer.get("LDAPSSettingsInfo")
    return None if settings is None else any(s.get("LDAPSStatus") == "Enabled" for s in settings)


def _domains(answer: Json, selective: str | None = None) -> list[str]:
    """Return the domains of trusts, or of those with such a selective authentication."""
    return sorted(
        trust["RemoteDomainName"]
        for trust in answer.get("Trusts", [])
        if selective in (None, trust.get("SelectiveAuth"))
    )


def _snapshots_left(answer: Json) -> int | None:
    limits = answer.get("SnapshotLimits")
    if not limits:
        return None
    left: int = limits["ManualSnapshotsLimit"] - limits["ManualSnapshotsCurrentCount"]
    return left


def _log_groups(aws: Aws, answer: Json) -> list[Ref[AwsLogGroup]]:
    found = (group_ref(aws, s.get("LogGroupName")) for s in answer.get("LogSubscriptions", []))
    return [group for group in found if group]


def _topics(answer: Json) -> list[Ref[AwsSnsTopic]]:
    return [Ref(t["TopicArn"]) for t in answer.get("EventTopics", []) if t.get("TopicArn")]
