"""Network ACLs and their entries: exact identity, order, protocols and ports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ACL = f"arn:aws:ec2:{REGION}:{ACCOUNT}:network-acl/acl-1"


def entry(**more: Any) -> dict[str, Any]:
    return {
        "NetworkAclId": "acl-1",
        "OwnerId": ACCOUNT,
        "Egress": False,
        "Protocol": "6",
        "RuleAction": "allow",
        "RuleNumber": 100,
        "CidrBlock": "0.0.0.0/0",
        "PortRange": {"From": 22, "To": 22},
        **more,
    }


def test_an_acl_its_subnets_and_its_entries(aws_cloud: AwsCloud) -> None:
    ec2 = aws_cloud.client("ec2", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    spare = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    prefix = f"arn:aws:ec2:{REGION}:{ACCOUNT}"
    here = [f"{prefix}:vpc/{vpc}"]
    found = rows(aws_cloud.endpoint_url, "AwsNetworkAcl")
    acls = {uid: read for uid, read in found.items() if read.edges["IN_VPC>"] == here}
    unused = acls.pop(f"{prefix}:network-acl/{spare}")
    assert unused.edges == {"IN_VPC>": here}
    assert unused.properties["is_default"] is False
    ((uid, default),) = acls.items()
    assert default.edges == {"IN_VPC>": here, "GUARDED_BY<": [f"{prefix}:subnet/{subnet}"]}
    assert default.properties["is_default"] is True

    entries = {
        name.removeprefix(f"{uid}/"): read
        for name, read in rows(aws_cloud.endpoint_url, "AwsNetworkAclEntry").items()
        if read.edges == {"HAS_RULE<": [uid]}
    }
    assert entries.keys() == {"ingress/100", "ingress/32767", "egress/100", "egress/32767"}
    first, last = entries["ingress/100"].properties, entries["egress/32767"].properties
    assert (first["action"], first["rule_number"], first["is_egress"]) == ("allow", 100, False)
    assert (last["action"], last["rule_number"], last["is_egress"]) == ("deny", 32767, True)
    assert first["protocol"] == "-1"
    assert first["covers_all_ports"] is True
    assert first["is_for_everyone"] is True
    assert first["name"] == "ingress 100"
    assert "from_port" not in first


def test_ports_and_blocks_of_an_entry() -> None:
    found = literal("AwsNetworkAclEntry", entry())
    assert found.properties["uid"] == f"{ACL}/ingress/100"
    assert found.edges == {"HAS_RULE<": [ACL]}
    assert found.properties["protocol"] == "tcp"
    assert found.properties["from_port"] == found.properties["to_port"] == 22
    assert found.properties["covers_all_ports"] is False
    assert found.properties["cidr_ipv4"] == "0.0.0.0/0"
    assert "cidr_ipv6" not in found.properties


def test_an_entry_for_ipv6() -> None:
    body = entry(Ipv6CidrBlock="::/0", Egress=True)
    del body["CidrBlock"]
    found = literal("AwsNetworkAclEntry", body).properties
    assert found["uid"] == f"{ACL}/egress/100"
    assert found["cidr_ipv6"] == "::/0"
    assert "cidr_ipv4" not in found
    assert found["is_for_everyone"] is True


@pytest.mark.parametrize(
    ("protocol", "ports", "named", "is_all"),
    [
        ("6", (0, 65535), "tcp", True),
        ("17", (1, 65535), "udp", True),
        ("17", (53, 65535), "udp", False),
        ("6", (0, 65534), "tcp", False),
        ("-1", None, "-1", True),
        ("50", None, "50", False),
    ],
)
def test_which_ports_an_entry_covers(
    protocol: str,
    ports: tuple[int, int] | None,
    named: str,
    is_all: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    body = entry(Protocol=protocol)
    body["PortRange"] = dict(zip(("From", "To"), ports, strict=True)) if ports else None
    found = literal("AwsNetworkAclEntry", body).properties
    assert found["protocol"] == named
    assert found["covers_all_ports"] is is_all
    assert (found.get("from_port"), found.get("to_port")) == (ports or (None, None))


@pytest.mark.parametrize(
    ("protocol", "given", "kind", "code"),
    [
        ("1", {"Type": 8, "Code": 0}, 8, 0),
        ("58", {"Type": 128, "Code": -1}, 128, None),
        ("1", {"Type": -1, "Code": -1}, None, None),
    ],
)
def test_an_entry_for_icmp(
    protocol: str, given: dict[str, int], kind: int | None, code: int | None
) -> None:
    body = entry(Protocol=protocol, IcmpTypeCode=given, CidrBlock="10.0.0.0/8")
    del body["PortRange"]
    found = literal("AwsNetworkAclEntry", body).properties
    assert found["protocol"] in {"icmp", "icmpv6"}
    assert (found.get("icmp_type"), found.get("icmp_code")) == (kind, code)
    assert found["is_for_everyone"] is False
    assert found["covers_all_ports"] is False
