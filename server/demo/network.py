"""The demo's networks: two VPCs a region, their subnets, security groups and addresses.

The default groups of the staging VPCs let nothing through, the others are as AWS makes them.
Left out: routes and gateways, which only the VPCs at home have (`gateways`); elsewhere a subnet is
public by its name only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, REGIONS, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_ANY = "0.0.0.0/0"
_ANY6 = "::/0"
_VPCS = {"prod": "10.0.0.0/16", "staging": "10.1.0.0/16"}
_SUBNETS = ("public-a", "public-b", "private-a", "private-b")


def _rule(low: int, high: int, *sources: str, protocol: str = "tcp") -> dict[str, Any]:
    found: dict[str, Any] = {"IpProtocol": protocol}
    if protocol != "-1":
        found |= {"FromPort": low, "ToPort": high}
    if four := [s for s in sources if ":" not in s]:
        found["IpRanges"] = [{"CidrIp": s, "Description": "demo"} for s in four]
    if six := [s for s in sources if ":" in s]:
        found["Ipv6Ranges"] = [{"CidrIpv6": s, "Description": "demo"} for s in six]
    return found


_GROUPS: dict[str, list[dict[str, Any]]] = {
    "shop-web": [_rule(443, 443, _ANY, _ANY6), _rule(80, 80, _ANY)],
    "billing-worker": [_rule(443, 443, "10.0.0.0/16")],
    "data-lake-loader": [_rule(5432, 5432, "10.0.0.0/16")],
    "platform-bastion": [_rule(22, 22, "198.51.100.0/24")],
    "search-node": [_rule(9200, 9300, "10.0.0.0/8")],
}
_HOME_GROUPS: dict[str, list[dict[str, Any]]] = {
    "shop-web-open": [_rule(80, 80, _ANY), _rule(22, 22, _ANY)],
    "legacy-remote-desktop": [_rule(3389, 3389, _ANY)],
    "legacy-port-range": [_rule(20, 4000, _ANY)],
    "legacy-ssh-ipv6": [_rule(22, 22, _ANY6)],
    "legacy-everything": [_rule(0, 0, _ANY, protocol="-1")],
    "billing-desktop": [_rule(3389, 3389, "198.51.100.0/24")],
    "shop-web-closed": [],
    "search-dns": [_rule(53, 53, "10.0.0.0/16", protocol="udp")],
}
_NOTES = {
    "open_ssh_group": "shop-web-open",
    "closed_ssh_group": "platform-bastion",
    "open_rdp_group": "legacy-remote-desktop",
    "closed_rdp_group": "billing-desktop",
    "open_range_group": "legacy-port-range",
    "open_ipv6_group": "legacy-ssh-ipv6",
    "open_all_group": "legacy-everything",
}


def build_network(ground: Ground) -> None:
    """Make VPCs, subnets and groups; the book gets `subnet/REGION/ENV/NAME`, `group/...`."""
    for region in REGIONS:
        for env, block in _VPCS.items():
            _vpc(ground, region, env, block)
        for name, rules in _GROUPS.items():
            _group(ground, region, name, rules)
    for name, rules in _HOME_GROUPS.items():
        _group(ground, HOME, name, rules)
    _reference(ground)
    for note, name in _NOTES.items():
        identifier = ground.book[f"group/{HOME}/{name}"]
        ground.notable[note] = ground.ec2_arn(HOME, "security-group", identifier)


def _spec(kind: str, name: str, *, env: str = "prod", owner: bool = True) -> dict[str, Any]:
    marks = tags(name, env=env, owner=owner)
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": marks}]}


def _vpc(ground: Ground, region: str, env: str, block: str) -> None:
    ec2 = ground.client("ec2", region)
    made = ec2.create_vpc(CidrBlock=block, **_spec("vpc", f"shop-{env}", env=env))
    identifier = made["Vpc"]["VpcId"]
    ground.book[f"vpc/{region}/{env}"] = identifier
    ground.made("ec2:vpc")
    ground.made("ec2:security-group")  # its default group
    if env == "staging":
        _close_default_group(ec2, identifier)
    prefix = block.rsplit(".", 2)[0]
    for number, name in enumerate(_SUBNETS):
        subnet = ec2.create_subnet(
            VpcId=identifier,
            CidrBlock=f"{prefix}.{number}.0/24",
            AvailabilityZone=f"{region}{name[-1]}",
            **_spec("subnet", f"shop-{env}-{name}", env=env, owner=env == "prod"),
        )
        ground.book[f"subnet/{region}/{env}/{name}"] = subnet["Subnet"]["SubnetId"]
        ground.made("ec2:subnet")


def _close_default_group(ec2: Any, vpc: str) -> None:
    chosen = {"vpc-id": [vpc], "group-name": ["default"]}
    filters = [{"Name": name, "Values": values} for name, values in chosen.items()]
    (group,) = ec2.describe_security_groups(Filters=filters)["SecurityGroups"]
    ec2.revoke_security_group_ingress(
        GroupId=group["GroupId"], IpPermissions=group["IpPermissions"]
    )
    ec2.revoke_security_group_egress(
        GroupId=group["GroupId"], IpPermissions=group["IpPermissionsEgress"]
    )


def _group(ground: Ground, region: str, name: str, rules: list[dict[str, Any]]) -> None:
    ec2 = ground.client("ec2", region)
    identifier = ec2.create_security_group(
        GroupName=name,
        Description=f"{name} traffic",
        VpcId=ground.book[f"vpc/{region}/prod"],
        **_spec("security-group", name, owner=not name.startswith("legacy")),
    )["GroupId"]
    ground.book[f"group/{region}/{name}"] = identifier
    ground.made("ec2:security-group")
    if rules:
        ec2.authorize_security_group_ingress(GroupId=identifier, IpPermissions=rules)


def _reference(ground: Ground) -> None:
    """Let one group in by the name of another, the way well-kept networks do."""
    source = ground.book[f"group/{HOME}/shop-web"]
    ground.client("ec2").authorize_security_group_ingress(
        GroupId=ground.book[f"group/{HOME}/shop-web-closed"],
        IpPermissions=[
            {
                "IpProtocol": "tcp",
                "FromPort": 8080,
                "ToPort": 8080,
                "UserIdGroupPairs": [{"GroupId": source}],
            }
        ],
    )
