"""The demo's guards of networks, at home only: endpoints with policies, network ACLs, flow logs.

Each has a twin that is open to all, guards nothing or reaches nobody.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_ANY = "0.0.0.0/0"
_ANY6 = "::/0"
_EVERYTHING = -1
_TCP = 6
# Of each rule: its number, whether it is for traffic that leaves, protocol, ports, block, action.
_GUARDED = (
    (90, False, _TCP, (22, 22), _ANY, "deny"),
    (91, False, _TCP, (3000, 4000), _ANY, "deny"),
    (100, False, _EVERYTHING, None, _ANY, "allow"),
    (100, True, _EVERYTHING, None, _ANY, "allow"),
)
_LEGACY = (
    (50, False, _TCP, (3389, 3389), _ANY6, "allow"),
    (100, False, _TCP, (443, 443), _ANY, "allow"),
    (100, True, _EVERYTHING, None, _ANY, "allow"),
)


def build_guards(ground: Ground) -> None:
    """Make them, around what `network` and `gateways` made."""
    _endpoints(ground)
    _acls(ground)
    _flow_logs(ground)


def _spec(kind: str, name: str) -> dict[str, Any]:
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": tags(name)}]}


def _subnet(ground: Ground, name: str, env: str = "prod") -> str:
    return ground.book[f"subnet/{HOME}/{env}/{name}"]


def _vpc(ground: Ground, env: str = "prod") -> str:
    return ground.book[f"vpc/{HOME}/{env}"]


def _endpoints(ground: Ground) -> None:
    ours = {"StringEquals": {"aws:PrincipalAccount": ground.account}}
    policy = statement(["*"], ["*"], Principal="*", Condition=ours)
    interface = {
        "VpcEndpointType": "Interface",
        "SecurityGroupIds": [ground.book[f"group/{HOME}/billing-worker"]],
        "PolicyDocument": json.dumps(policy),
    }
    both = [_subnet(ground, name) for name in ("private-a", "private-b")]
    _endpoint(
        ground, "s3", VpcEndpointType="Gateway",
        RouteTableIds=[ground.book["route-table/shop-prod-private"]],
    )  # fmt: skip
    _endpoint(ground, "ec2", **interface, SubnetIds=both)
    _endpoint(ground, "sqs", **interface, SubnetIds=both[:1])


def _endpoint(ground: Ground, service: str, **settings: Any) -> None:
    ground.client("ec2").create_vpc_endpoint(
        VpcId=_vpc(ground),
        ServiceName=f"com.amazonaws.{HOME}.{service}",
        **settings,
        **_spec("vpc-endpoint", f"shop-{service}"),
    )
    ground.made("ec2:vpc-endpoint")
    ground.made("ec2:network-interface", len(settings.get("SubnetIds", ())))


def _acls(ground: Ground) -> None:
    guarded = _acl(ground, "shop-prod-guarded", _GUARDED)
    _acl(ground, "legacy-acl", _LEGACY)
    ec2 = ground.client("ec2")
    chosen = [{"Name": "association.subnet-id", "Values": [_subnet(ground, "private-a")]}]
    (acl,) = ec2.describe_network_acls(Filters=chosen)["NetworkAcls"]
    (association,) = (
        a["NetworkAclAssociationId"]
        for a in acl["Associations"]
        if a["SubnetId"] == _subnet(ground, "private-a")
    )
    ec2.replace_network_acl_association(AssociationId=association, NetworkAclId=guarded)


def _acl(ground: Ground, name: str, rules: tuple[tuple[Any, ...], ...]) -> str:
    ec2 = ground.client("ec2")
    made = ec2.create_network_acl(VpcId=_vpc(ground), **_spec("network-acl", name))
    identifier: str = made["NetworkAcl"]["NetworkAclId"]
    for number, leaves, protocol, ports, block, action in rules:
        ec2.create_network_acl_entry(
            NetworkAclId=identifier,
            RuleNumber=number,
            Egress=leaves,
            Protocol=str(protocol),
            RuleAction=action,
            **{"Ipv6CidrBlock" if ":" in block else "CidrBlock": block},
            **({"PortRange": dict(zip(("From", "To"), ports, strict=True))} if ports else {}),
        )
    ground.made("ec2:network-acl")
    return identifier


def _flow_logs(ground: Ground) -> None:
    """Record the whole production network, and try to record a subnet of the other one."""
    ec2 = ground.client("ec2")
    ec2.create_flow_logs(
        ResourceIds=[_vpc(ground)],
        ResourceType="VPC",
        TrafficType="ALL",
        LogDestinationType="s3",
        LogDestination="arn:aws:s3:::platform-access-logs",
        **_spec("vpc-flow-log", "shop-prod"),
    )
    ec2.create_flow_logs(
        ResourceIds=[_subnet(ground, "public-a", "staging")],
        ResourceType="Subnet",
        TrafficType="REJECT",
        LogGroupName="legacy-flows",  # which nobody made
        DeliverLogsPermissionArn=ground.book["role/shop-web-instance"],
        **_spec("vpc-flow-log", "legacy-staging"),
    )
    ground.made("ec2:flow-log", 2)
