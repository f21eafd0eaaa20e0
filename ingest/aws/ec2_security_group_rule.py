"""Rules of security groups: who may reach, or be reached, on which ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn, ec2_ref, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup

WITH_PORTS = frozenset({"tcp", "udp"})
ICMP = frozenset({"icmp", "icmpv6"})
BY_NUMBER = {"1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}
LAST_PORT = 65535


class AwsSecurityGroupRule(Resource, service="ec2", lists="ec2:DescribeSecurityGroupRules"):
    """A rule of a security group: one peer, one protocol, one range of ports."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `sgr-...`.", indexed=True)
    security_group: Ref[AwsSecurityGroup] = edge(
        "HAS_RULE", "The group it belongs to.", direction="in"
    )
    is_egress: bool = prop("It lets traffic out; otherwise in.")
    protocol: str = prop("`tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all.")
    from_port: int | None = prop(
        "First port; null where the protocol is neither `tcp` nor `udp`, or every port is meant."
    )
    to_port: int | None = prop("Last port; null where `from_port` is.")
    icmp_type: int | None = prop("ICMP type; null where all are meant, or none.")
    icmp_code: int | None = prop("ICMP code; null where all are meant, or none.")
    allows_all_ports: bool = prop(
        "Every TCP or UDP port is meant: protocol `-1`, or all ports of `tcp` or `udp`."
    )
    cidr_ipv4: str | None = prop("The peers' IPv4 block.", indexed=True)
    cidr_ipv6: str | None = prop("The peers' IPv6 block.", indexed=True)
    is_open_to_internet: bool = prop("The peers are every address, `0.0.0.0/0` or `::/0`.")
    prefix_list_id: str | None = prop("Id of the list that holds the peers' blocks, `pl-...`.")
    prefix_list: Ref[Resource] | None = edge(
        "REFERS_TO",
        "The list that holds the peers' blocks.",
        reads="ec2:DescribeManagedPrefixLists",
    )
    referenced_group: Ref[AwsSecurityGroup] | None = edge(
        "REFERS_TO", "The group whose members are the peers; it may be another account's."
    )
    description: str | None = prop("What its makers said it is for.")
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "PrefixList", "describe_managed_prefix_lists", "ec2:DescribeManagedPrefixLists",
        {"PrefixListIds": lambda rule: [dig(rule, "PrefixListId")]},
        when=lambda rule: bool(dig(rule, "PrefixListId")),
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsSecurityGroupRule]:
    """Yield the rules of the region's security groups."""
    rules = aws.pages("describe_security_group_rules", "SecurityGroupRules", PaginationConfig=PAGES)
    return aws.records(read, rules, PARTS)


def read(aws: Aws, item: Item) -> AwsSecurityGroupRule:
    """Make the record of one rule."""
    owner = item.get("GroupOwnerId")
    protocol = BY_NUMBER.get(item["IpProtocol"], item["IpProtocol"])
    first, last = item.get("FromPort", -1), item.get("ToPort", -1)
    has_ports, is_icmp = protocol in WITH_PORTS and first >= 0, protocol in ICMP
    return AwsSecurityGroupRule(
        arn=ec2_arn(aws, "security-group-rule", item["SecurityGroupRuleId"], owner),
        name=name_of(item, item["SecurityGroupRuleId"]),
        created_at=None,
        raw=item.raw,
        id=item["SecurityGroupRuleId"],
        security_group=Ref(ec2_arn(aws, "security-group", item["GroupId"], owner)),
        is_egress=item["IsEgress"],
        protocol=protocol,
        from_port=first if has_ports else None,
        to_port=last if has_ports else None,
        icmp_type=first if is_icmp and first >= 0 else None,
        icmp_code=last if is_icmp and last >= 0 else None,
        allows_all_ports=_allows_all_ports(protocol, first, last),
        cidr_ipv4=item.get("CidrIpv4"),
        cidr_ipv6=item.get("CidrIpv6"),
        is_open_to_internet=_is_everyone(item.get("CidrIpv4"), item.get("CidrIpv6")),
        prefix_list_id=item.get("PrefixListId"),
        prefix_list=item.part("PrefixList").read(_prefix_list),
        referenced_group=ec2_ref(
            aws,
            "security-group",
            item.get("ReferencedGroupInfo.GroupId"),
            item.get("ReferencedGroupInfo.UserId", owner),
        ),
        description=item.get("Description"),
        tags=tags_of(item.get("Tags")),
    )


def _allows_all_ports(protocol: str, first: int, last: int) -> bool:
    if protocol in WITH_PORTS:
        return first < 0 or (first <= 1 and last == LAST_PORT)  # nothing is served on port 0
    return protocol == "-1"


def _is_everyone(*blocks: str | None) -> bool:
    return any(block is not None and block.endswith("/0") for block in blocks)


def _prefix_list(answer: Json) -> Ref[Resource] | None:
    found = answer.get("PrefixLists") or [{}]
    arn = found[0].get("PrefixListArn")
    return Ref(arn) if arn else None
