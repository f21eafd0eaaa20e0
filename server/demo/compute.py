"""The demo's EC2: images, instances with their volumes and interfaces, snapshots, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, REGIONS, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_DEVICE = "/dev/xvda"


@dataclass(frozen=True, kw_only=True)
class _Instance:
    name: str
    group: str
    profile: str | None = None
    subnet: str = "private-a"
    tokens: str = "required"  # IMDSv2 required, or optional: IMDSv1 answers too
    encrypted: bool = True
    secret: bool = False
    monitored: bool = False  # in detail
    owner: bool = True


_INSTANCES = (
    _Instance(
        name="shop-web-1",
        group="shop-web",
        profile="shop-web-instance",
        subnet="public-a",
    ),
    _Instance(name="billing-worker-1", group="billing-worker", profile="billing-worker-instance"),
    _Instance(name="search-node-1", group="search-node", profile="search-indexer"),
    _Instance(
        name="data-lake-loader-1",
        group="data-lake-loader",
        profile="data-lake-loader",
        tokens="optional",
        encrypted=False,
    ),
)
_HOME_INSTANCES = (
    _Instance(
        name="shop-web-legacy",
        group="shop-web-open",
        profile="shop-web-legacy",
        subnet="public-a",
        tokens="optional",
        encrypted=False,
        secret=True,
    ),
    _Instance(
        name="shop-web-2",
        group="shop-web",
        profile="shop-web-instance",
        subnet="public-b",
        monitored=True,
    ),
    _Instance(name="platform-bastion", group="platform-bastion", subnet="public-a"),
    _Instance(name="legacy-desktop", group="legacy-remote-desktop", tokens="optional", owner=False),
)


def build_compute(ground: Ground) -> None:
    """Make what runs; the book gets `instance/REGION/NAME`, `image/REGION/NAME`."""
    for region in REGIONS:
        _image(ground, region, "shop-base")
        for instance in _INSTANCES:
            _instance(ground, region, instance)
        _disks(ground, region)
    _image(ground, HOME, "shop-web-golden", public=True)
    for instance in _HOME_INSTANCES:
        _instance(ground, HOME, instance)
    for name in ("shop-web-legacy", "platform-bastion"):
        _address(ground, HOME, name, attached=True)
    _address(ground, "eu-west-1", "spare", attached=False)
    _interface(ground)
    ground.client("ec2", "eu-central-1").enable_ebs_encryption_by_default()  # after its volumes
    _note(ground)


def _spec(kind: str, name: str, *, owner: bool = True) -> dict[str, Any]:
    return {"ResourceType": kind, "Tags": tags(name, owner=owner)}


def _image(ground: Ground, region: str, name: str, *, public: bool = False) -> None:
    ec2 = ground.client("ec2", region)
    disk = {"DeviceName": _DEVICE, "Ebs": {"VolumeSize": 8, "Encrypted": not public}}
    identifier = ec2.register_image(
        Name=name,
        Description=f"{name} image",
        Architecture="x86_64",
        RootDeviceName=_DEVICE,
        VirtualizationType="hvm",
        BlockDeviceMappings=[disk],
    )["ImageId"]
    ec2.create_tags(Resources=[identifier], Tags=tags(name, owner=not public))
    if public:
        ec2.modify_image_attribute(ImageId=identifier, LaunchPermission={"Add": [{"Group": "all"}]})
    ground.book[f"image/{region}/{name}"] = identifier
    ground.made("ec2:image")
    ground.made("ec2:snapshot")  # the one behind the image


def _instance(ground: Ground, region: str, instance: _Instance) -> None:
    ec2 = ground.client("ec2", region)
    extra: dict[str, Any] = {}
    if instance.profile:
        extra["IamInstanceProfile"] = {"Arn": ground.book[f"profile/{instance.profile}"]}
    if instance.secret:
        extra["UserData"] = f"#!/bin/sh\nexport DB_PASSWORD={ground.secret('user-data')}\n"
    disk = {"VolumeSize": 20, "VolumeType": "gp3", "Encrypted": instance.encrypted}
    made = ec2.run_instances(
        ImageId=ground.book[f"image/{region}/shop-base"],
        InstanceType="t3.small",
        MinCount=1,
        MaxCount=1,
        SubnetId=ground.book[f"subnet/{region}/prod/{instance.subnet}"],
        SecurityGroupIds=[ground.book[f"group/{region}/{instance.group}"]],
        Monitoring={"Enabled": instance.monitored},
        MetadataOptions={"HttpTokens": instance.tokens, "HttpEndpoint": "enabled"},
        BlockDeviceMappings=[{"DeviceName": _DEVICE, "Ebs": disk}],
        TagSpecifications=[
            _spec("instance", instance.name, owner=instance.owner),
            _spec("volume", instance.name, owner=instance.owner),
        ],
        **extra,
    )["Instances"][0]
    ground.book[f"instance/{region}/{instance.name}"] = made["InstanceId"]
    for kind in ("ec2:instance", "ec2:volume", "ec2:network-interface"):
        ground.made(kind)


def _disks(ground: Ground, region: str) -> None:
    for name, encrypted in (("billing-ledger", True), ("data-lake-scratch", False)):
        _volume(ground, region, name, encrypted=encrypted)
        _snapshot(ground, region, name, encrypted=encrypted)


def _volume(ground: Ground, region: str, name: str, *, encrypted: bool) -> None:
    key = {"KmsKeyId": ground.book[f"key/{region}/billing"]} if encrypted else {}
    made = ground.client("ec2", region).create_volume(
        AvailabilityZone=f"{region}a",
        Size=40,
        VolumeType="gp3",
        Encrypted=encrypted,
        TagSpecifications=[_spec("volume", name)],
        **key,
    )
    ground.book[f"volume/{region}/{name}"] = made["VolumeId"]
    ground.made("ec2:volume")


def _snapshot(ground: Ground, region: str, name: str, *, encrypted: bool) -> None:
    ec2 = ground.client("ec2", region)
    identifier = ec2.create_snapshot(
        VolumeId=ground.book[f"volume/{region}/{name}"],
        Description=f"{name} nightly",
        TagSpecifications=[_spec("snapshot", name, owner=encrypted)],
    )["SnapshotId"]
    ground.book[f"snapshot/{region}/{name}"] = identifier
    ground.made("ec2:snapshot")
    if region == HOME and not encrypted:
        ec2.modify_snapshot_attribute(
            SnapshotId=identifier,
            Attribute="createVolumePermission",
            OperationType="add",
            GroupNames=["all"],
        )


def _address(ground: Ground, region: str, name: str, *, attached: bool) -> None:
    ec2 = ground.client("ec2", region)
    made = ec2.allocate_address(
        Domain="vpc", TagSpecifications=[_spec("elastic-ip", name, owner=attached)]
    )
    ground.book[f"address/{region}/{name}"] = made["AllocationId"]
    ground.made("ec2:elastic-address")
    if attached:
        ec2.associate_address(
            AllocationId=made["AllocationId"],
            InstanceId=ground.book[f"instance/{region}/{name}"],
        )


def _interface(ground: Ground) -> None:
    ground.client("ec2").create_network_interface(
        SubnetId=ground.book[f"subnet/{HOME}/prod/private-b"],
        Groups=[ground.book[f"group/{HOME}/billing-worker"]],
        Description="billing standby",
        TagSpecifications=[_spec("network-interface", "billing-standby")],
    )
    ground.made("ec2:network-interface")


def _note(ground: Ground) -> None:
    for note, kind, name in (
        ("imdsv1_instance", "instance", "shop-web-legacy"),
        ("imdsv2_instance", "instance", "shop-web-1"),
        ("instance_without_owner_tag", "instance", "legacy-desktop"),
        ("public_image", "image", "shop-web-golden"),
        ("private_image", "image", "shop-base"),
        ("unencrypted_volume", "volume", "data-lake-scratch"),
        ("encrypted_volume", "volume", "billing-ledger"),
        ("public_snapshot", "snapshot", "data-lake-scratch"),
        ("private_snapshot", "snapshot", "billing-ledger"),
    ):
        ground.notable[note] = ground.ec2_arn(HOME, kind, ground.book[f"{kind}/{HOME}/{name}"])
