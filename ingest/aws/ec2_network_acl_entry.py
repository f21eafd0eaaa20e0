"""Entries of network ACLs: numbered rules that allow or deny; the lowest number that fits counts.

AWS gives an entry no ARN and no id: it is named below its ACL, by direction and number, of which
each is used once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import PAGES, ec2_arn
from ingest.aws.ec2_security_group_rule import BY_NUMBER, ICMP, LAST_PORT, WITH_PORTS
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.aws.client import Aws
    from ingest.aws.ec2_network_acl import AwsNetworkAcl


class AwsNetworkAclEntry(Resource, service="ec2", lists="ec2:DescribeNetworkAcls"):
    """A rule of a network ACL: one block of peers, one protocol, one range of ports."""

    arn: str = key("`arn:...:network-acl/{acl}/{ingress|egress}/{rule_number}`: AWS gives none.")
    network_acl: Ref[AwsNetworkAcl] = edge("HAS_RULE", "The ACL it belongs to.", direction="in")
    rule_number: int = prop(
        "Its place: lower numbers are looked at first, and the first fit ends it."
    )
    is_egress: bool = prop(
        "It is for traffic that leaves the subnets; otherwise for what comes in."
    )
    action: str = prop("`allow` or `deny`.")
    protocol: str = prop("`tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all.")
    from_port: int | None = prop("First port; null where the protocol is neither `tcp` nor `udp`.")
    to_port: int | None = prop("Last port; null where `from_port` is.")
    icmp_type: int | None = prop("ICMP type; null where all are meant, or none.")
    icmp_code: int | None = prop("ICMP code; null where all are meant, or none.")
    covers_all_ports: bool = prop(
        "Every TCP or UDP port is meant: protocol `-1`, or all ports of `tcp` or `udp`."
    )
    cidr_ipv4: str | None = prop("The peers' IPv4 block; null where it is for IPv6.", indexed=True)
    cidr_ipv6: str | None = prop("The peers' IPv6 block; null where it is for IPv4.", indexed=True)
    is_for_everyone: bool = prop("The peers are every address, `0.0.0.0/0` or `::/0`.")


def fetch(aws: Aws) -> Records[AwsNetworkAclEntry]:
    """Yield the entries of the region's network ACLs."""
    return aws.records(read, _entries(aws))


def read(aws: Aws, item: Item) -> AwsNetworkAclEntry:
    """Make the record of one entry."""
    acl = ec2_arn(aws, "network-acl", item["NetworkAclId"], item.get("OwnerId"))
    way = "egress" if item["Egress"] else "ingress"
    protocol = BY_NUMBER.get(item["Protocol"], item["Protocol"])
    ports, icmp = item.get("PortRange", {}), item.get("IcmpTypeCode", {})
    has_ports, is_icmp = protocol in WITH_PORTS, protocol in ICMP
    return AwsNetworkAclEntry(
        arn=f"{acl}/{way}/{item['RuleNumber']}",
        name=f"{way} {item['RuleNumber']}",
        created_at=None,
        raw=item.raw,
        network_acl=Ref(acl),
        rule_number=item["RuleNumber"],
        is_egress=item["Egress"],
        action=item["RuleAction"],
        protocol=protocol,
        from_port=ports.get("From") if has_ports else None,
        to_port=ports.get("To") if has_ports else None,
        icmp_type=_set(icmp.get("Type")) if is_icmp else None,
        icmp_code=_set(icmp.get("Code")) if is_icmp else None,
        covers_all_ports=protocol == "-1" or (has_ports and _is_all(ports)),
        cidr_ipv4=item.get("CidrBlock"),
        cidr_ipv6=item.get("Ipv6CidrBlock"),
        is_for_everyone=any(
            (item.get(name) or "").endswith("/0") for name in ("CidrBlock", "Ipv6CidrBlock")
        ),
    )


def _entries(aws: Aws) -> Iterator[Json]:
    """Yield entries with what they are named by."""
    for acl in aws.pages("describe_network_acls", "NetworkAcls", PaginationConfig=PAGES):
        for entry in acl.get("Entries") or []:
            yield {"NetworkAclId": acl["NetworkAclId"], "OwnerId": acl.get("OwnerId"), **entry}


def _set(value: int | None) -> int | None:
    """Return an ICMP type or code; -1 stands for all."""
    return None if value is None or value < 0 else value


def _is_all(ports: Json) -> bool:
    return bool(ports["From"] <= 1 and ports["To"] == LAST_PORT)  # nothing is served on port 0
