"""The demo's directories: one well kept, one left alone, and a connector to one elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_LOG_GROUP = "/platform/trail"
_NEARLY_ALL_SNAPSHOTS = 4


def build_directories(ground: Ground) -> None:
    """Make the directories in the network at home."""
    ds = ground.client("ds")
    good = _microsoft_ad(ground, "corp.shop.example.com")
    ds.create_log_subscription(DirectoryId=good, LogGroupName=_LOG_GROUP)
    ds.register_event_topic(DirectoryId=good, TopicName="platform-on-call")
    ds.enable_ldaps(DirectoryId=good, Type="Client")
    _radius(ground, good, "MS-CHAPv2")
    _trust(ground, good, "hq.shop.example.com", "Enabled")
    bad = _microsoft_ad(ground, "legacy.shop.example.com")
    _radius(ground, bad, "PAP")
    _trust(ground, bad, "old.shop.example.com", "Disabled")
    for _ in range(_NEARLY_ALL_SNAPSHOTS):
        ds.create_snapshot(DirectoryId=bad)
    _connector(ground, "branch.shop.example.com")
    ground.notable["directory"] = ground.arn("ds", HOME, f"directory/{good}")
    ground.notable["neglected_directory"] = ground.arn("ds", HOME, f"directory/{bad}")


def _microsoft_ad(ground: Ground, name: str) -> str:
    made = ground.client("ds").create_microsoft_ad(
        Name=name,
        Password=f"Aa1!{ground.chance.getrandbits(64):x}",
        Edition="Standard",
        VpcSettings=_place(ground),
        Tags=tags(name),
    )
    identifier: str = made["DirectoryId"]
    return identifier


def _connector(ground: Ground, name: str) -> None:
    ground.client("ds").connect_directory(
        Name=name,
        Password=f"Aa1!{ground.chance.getrandbits(64):x}",
        Size="Small",
        ConnectSettings={
            **_place(ground),
            "CustomerDnsIps": ["10.9.0.10"],
            "CustomerUserName": "connector",
        },
        Tags=tags(name),
    )


def _place(ground: Ground) -> dict[str, Any]:
    """Return where a directory is to stand, and count it with what AWS makes for it there."""
    subnets = [ground.book[f"subnet/{HOME}/prod/private-{zone}"] for zone in "ab"]
    ground.made("ds:directory")
    ground.made("ec2:security-group")
    ground.made("ec2:network-interface", len(subnets))
    return {"VpcId": ground.book[f"vpc/{HOME}/prod"], "SubnetIds": subnets}


def _radius(ground: Ground, directory: str, protocol: str) -> None:
    ground.client("ds").enable_radius(
        DirectoryId=directory,
        RadiusSettings={
            "RadiusServers": ["10.0.2.10"],
            "RadiusPort": 1812,
            "SharedSecret": ground.secret("radius"),
            "AuthenticationProtocol": protocol,
        },
    )


def _trust(ground: Ground, directory: str, domain: str, selective: str) -> None:
    ground.client("ds").create_trust(
        DirectoryId=directory,
        RemoteDomainName=domain,
        TrustPassword=f"Aa1!{ground.chance.getrandbits(64):x}",
        TrustDirection="Two-Way",
        TrustType="Forest",
        ConditionalForwarderIpAddrs=["10.9.0.10"],
        SelectiveAuth=selective,
    )
