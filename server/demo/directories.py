"""The demo's directories: one well kept, one left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_LOG_GROUP = "/platform/trail"
_NEARLY_ALL_SNAPSHOTS = 4


def build_directories(ground: Ground) -> None:
    """Make a Microsoft AD that is looked after, and a Simple AD and a Microsoft AD that are not."""
    ds = ground.client("ds")
    good = _made(ground, "corp.shop.example.com", ds.create_microsoft_ad, Edition="Standard")
    ds.create_log_subscription(DirectoryId=good, LogGroupName=_LOG_GROUP)
    ds.register_event_topic(DirectoryId=good, TopicName="platform-on-call")
    ds.enable_ldaps(DirectoryId=good, Type="Client")
    _radius(ground, good, "MS-CHAPv2")
    _trust(ground, good, "hq.shop.example.com", "Enabled")
    bad = _made(ground, "legacy.shop.example.com", ds.create_microsoft_ad, Edition="Standard")
    _radius(ground, bad, "PAP")
    _trust(ground, bad, "old.shop.example.com", "Disabled")
    for _ in range(_NEARLY_ALL_SNAPSHOTS):
        ds.create_snapshot(DirectoryId=bad)
    _made(ground, "branch.shop.example.com", ds.create_directory, Size="Small")
    ground.notable["directory"] = ground.arn("ds", HOME, f"directory/{good}")
    ground.notable["neglected_directory"] = ground.arn("ds", HOME, f"directory/{bad}")


def _made(ground: Ground, name: str, create: Any, **more: Any) -> str:
    subnets = [ground.book[f"subnet/{HOME}/prod/private-{zone}"] for zone in "ab"]
    identifier: str = create(
        Name=name,
        Password=f"Aa1!{ground.chance.getrandbits(64):x}",
        VpcSettings={"VpcId": ground.book[f"vpc/{HOME}/prod"], "SubnetIds": subnets},
        Tags=tags(name),
        **more,
    )["DirectoryId"]
    ground.made("ds:directory")
    ground.made("ec2:security-group")  # the one of its controllers
    ground.made("ec2:network-interface", len(subnets))
    return identifier


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
