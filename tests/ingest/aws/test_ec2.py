"""Amazon EC2's types: exact identity, properties and edges, from moto and from AWS's own forms."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from ingest.refusal import Refused
from tests.clouds.aws.fixtures import AwsCloud
from tests.clouds.aws.proxy import Proxy
from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.demo.moto_server import MotoServer

OTHER = "999999999999"
NAMED = [{"Key": "Name", "Value": "shop"}, {"Key": "owner", "Value": "team-shop"}]


def arn(kind: str, short: str, account: str = ACCOUNT) -> str:
    return f"arn:aws:ec2:{REGION}:{account}:{kind}/{short}"


def tagged(kind: str) -> dict[str, Any]:
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": NAMED}]}


def subset(read: Read, **expected: Any) -> dict[str, Any]:
    """Return those properties that are expected to have a value, as they are."""
    return {name: read.properties.get(name) for name in expected}


class Network:
    """A VPC with a subnet and a group, made in moto."""

    def __init__(self, cloud: AwsCloud) -> None:
        self.ec2 = cloud.client("ec2", REGION)
        made = self.ec2.create_vpc(
            CidrBlock="10.0.0.0/16", AmazonProvidedIpv6CidrBlock=True, **tagged("vpc")
        )
        self.vpc = made["Vpc"]["VpcId"]
        self.subnet = self.ec2.create_subnet(
            VpcId=self.vpc,
            CidrBlock="10.0.1.0/24",
            AvailabilityZone=f"{REGION}a",
            **tagged("subnet"),
        )["Subnet"]["SubnetId"]
        self.group = self.ec2.create_security_group(
            GroupName="web", Description="The web tier", VpcId=self.vpc, **tagged("security-group")
        )["GroupId"]

    def run(self, **more: Any) -> str:
        launched = self.ec2.run_instances(
            ImageId="ami-12345678",
            MinCount=1,
            MaxCount=1,
            SubnetId=self.subnet,
            SecurityGroupIds=[self.group],
            **more,
        )
        instance: str = launched["Instances"][0]["InstanceId"]
        return instance

    @property
    def edges(self) -> dict[str, list[str]]:
        """What an interface or instance in the subnet and the group points at."""
        return {
            "IN_VPC>": [arn("vpc", self.vpc)],
            "IN_SUBNET>": [arn("subnet", self.subnet)],
            "MEMBER_OF>": [arn("security-group", self.group)],
        }


@pytest.fixture(scope="module")
def cloud(moto: MotoServer) -> Iterator[AwsCloud]:
    """Return one AWS for all: to empty it takes longer than a test."""
    moto.reset()
    with Proxy(moto.endpoint_url) as proxy:
        yield AwsCloud(proxy=proxy, moto_url=moto.endpoint_url)


@pytest.fixture(autouse=True)
def _no_faults(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "cloud" in request.fixturenames:
        request.getfixturevalue("cloud").proxy.clear()


@pytest.fixture(scope="module")
def network(cloud: AwsCloud) -> Network:
    return Network(cloud)


def test_vpcs(cloud: AwsCloud, network: Network) -> None:
    found = rows(cloud.endpoint_url, "AwsVpc")
    read = found.pop(arn("vpc", network.vpc))
    expected = {
        "id": network.vpc,
        "name": "shop",
        "account": ACCOUNT,
        "region": REGION,
        "state": "available",
        "is_default": False,
        "cidr_ipv4": "10.0.0.0/16",
    }
    assert subset(read, **expected) == expected
    (ipv4, ipv6) = read.properties["cidrs"]
    assert ipv4 == "10.0.0.0/16"
    assert ipv6.endswith("::/56")
    assert read.tags == {"Name": "shop", "owner": "team-shop"}
    (default,) = found.values()
    assert default.properties["is_default"] is True
    assert default.properties["name"] == default.properties["id"]


def test_a_block_that_is_no_longer_associated_is_not_the_vpcs() -> None:
    gone = {"CidrBlock": "10.1.0.0/16", "CidrBlockState": {"State": "disassociated"}}
    read = literal("AwsVpc", {"VpcId": "vpc-1", "CidrBlockAssociationSet": [gone]})
    assert read.properties["cidrs"] == []


def test_subnets(cloud: AwsCloud, network: Network) -> None:
    network.ec2.modify_subnet_attribute(
        SubnetId=network.subnet, MapPublicIpOnLaunch={"Value": True}
    )
    read = rows(cloud.endpoint_url, "AwsSubnet")[arn("subnet", network.subnet)]
    expected = {
        "id": network.subnet,
        "name": "shop",
        "zone": f"{REGION}a",
        "is_default": False,
        "assigns_public_ips": True,
        "cidr_ipv4": "10.0.1.0/24",
        "cidrs_ipv6": [],
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"IN_VPC>": [arn("vpc", network.vpc)]}


def test_what_another_account_shares_keeps_its_owner() -> None:
    subnet = {"SubnetId": "subnet-1", "VpcId": "vpc-1", "OwnerId": OTHER}
    read = literal("AwsSubnet", subnet)
    assert read.properties["uid"] == arn("subnet", "subnet-1", OTHER)
    assert read.properties["account"] == OTHER
    assert read.edges == {"IN_VPC>": [arn("vpc", "vpc-1", OTHER)]}


def test_security_groups(cloud: AwsCloud, network: Network) -> None:
    found = rows(cloud.endpoint_url, "AwsSecurityGroup")
    read = found.pop(arn("security-group", network.group))
    expected = {
        "id": network.group,
        "name": "web",
        "description": "The web tier",
        "is_default": False,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"IN_VPC>": [arn("vpc", network.vpc)]}
    assert read.tags["owner"] == "team-shop"
    assert [group.properties["is_default"] for group in found.values()] == [True, True]


WORLD, WORLD6, OFFICE = "0.0.0.0/0", "::/0", "192.0.2.0/24"
RULES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "one port to the world": (
        {
            "IpProtocol": "tcp",
            "FromPort": 22,
            "ToPort": 22,
            "IpRanges": [{"CidrIp": WORLD, "Description": "why"}],
        },
        {
            "protocol": "tcp",
            "from_port": 22,
            "to_port": 22,
            "cidr_ipv4": WORLD,
            "is_open_to_internet": True,
            "allows_all_ports": False,
            "description": "why",
        },
    ),
    "a range to the world over IPv6": (
        {
            "IpProtocol": "tcp",
            "FromPort": 3000,
            "ToPort": 4000,
            "Ipv6Ranges": [{"CidrIpv6": WORLD6}],
        },
        {
            "from_port": 3000,
            "to_port": 4000,
            "cidr_ipv4": None,
            "cidr_ipv6": WORLD6,
            "is_open_to_internet": True,
        },
    ),
    "everything to the world": (
        {"IpProtocol": "-1", "IpRanges": [{"CidrIp": WORLD}]},
        {
            "protocol": "-1",
            "from_port": None,
            "to_port": None,
            "is_open_to_internet": True,
            "allows_all_ports": True,
        },
    ),
    "every port of one protocol to the office": (
        {"IpProtocol": "udp", "FromPort": 0, "ToPort": 65535, "IpRanges": [{"CidrIp": OFFICE}]},
        {
            "protocol": "udp",
            "from_port": 0,
            "to_port": 65535,
            "is_open_to_internet": False,
            "allows_all_ports": True,
        },
    ),
    "a ping, which has a type and no port": (
        {"IpProtocol": "icmp", "FromPort": 8, "ToPort": -1, "IpRanges": [{"CidrIp": WORLD}]},
        {
            "from_port": None,
            "to_port": None,
            "icmp_type": 8,
            "icmp_code": None,
            "is_open_to_internet": True,
            "allows_all_ports": False,
        },
    ),
}


@pytest.mark.parametrize("case", RULES)
def test_security_group_rules(cloud: AwsCloud, network: Network, case: str) -> None:
    permission, expected = RULES[case]
    made = network.ec2.authorize_security_group_ingress(
        GroupId=network.group, IpPermissions=[permission]
    )
    rule = made["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    found = rows(cloud.endpoint_url, "AwsSecurityGroupRule")
    read = found[arn("security-group-rule", rule)]
    assert read.properties["id"] == rule
    assert read.properties["is_egress"] is False
    assert subset(read, **expected) == expected
    assert read.edges == {"HAS_RULE<": [arn("security-group", network.group)]}
    assert any(r.properties["is_egress"] for r in found.values())


RULE = {
    "SecurityGroupRuleId": "sgr-1",
    "GroupId": "sg-1",
    "GroupOwnerId": ACCOUNT,
    "IsEgress": False,
    "IpProtocol": "tcp",
    "FromPort": 443,
    "ToPort": 443,
}


@pytest.mark.parametrize(
    ("changes", "allows_all_ports", "from_port"),
    [
        ({"FromPort": -1, "ToPort": -1}, True, None),
        ({"FromPort": 1, "ToPort": 65535}, True, 1),
        ({"FromPort": 2, "ToPort": 65535}, False, 2),
        ({"FromPort": 0, "ToPort": 65534}, False, 0),
        ({"IpProtocol": "50", "FromPort": -1, "ToPort": -1}, False, None),
        ({"IpProtocol": "icmpv6", "FromPort": -1, "ToPort": -1}, False, None),
        ({"IpProtocol": "-1", "FromPort": 22, "ToPort": 22}, True, None),
    ],
)
def test_which_ports_a_rule_means(
    changes: dict[str, Any],
    allows_all_ports: bool,  # noqa: FBT001 - a parameter of the test
    from_port: int | None,
) -> None:
    read = literal("AwsSecurityGroupRule", RULE | changes, PrefixList={})
    assert read.properties["allows_all_ports"] is allows_all_ports
    assert read.properties.get("from_port") == from_port


@pytest.mark.parametrize(
    ("told", "protocol", "from_port", "icmp_type"),
    [
        ("6", "tcp", 8, None),
        ("17", "udp", 8, None),
        ("1", "icmp", None, 8),
        ("58", "icmpv6", None, 8),
        ("50", "50", None, None),
    ],
)
def test_a_protocol_has_one_name(
    told: str, protocol: str, from_port: int | None, icmp_type: int | None
) -> None:
    changes = {"IpProtocol": told, "FromPort": 8, "ToPort": 9}
    read = literal("AwsSecurityGroupRule", RULE | changes, PrefixList={}).properties
    found = (read["protocol"], read.get("from_port"), read.get("icmp_type"))
    assert found == (protocol, from_port, icmp_type)


def test_a_rule_refers_to_another_accounts_group() -> None:
    peer = {"GroupId": "sg-2", "UserId": OTHER, "PeeringStatus": "active"}
    read = literal("AwsSecurityGroupRule", RULE | {"ReferencedGroupInfo": peer}, PrefixList={})
    assert read.edges["REFERS_TO>"] == [arn("security-group", "sg-2", OTHER)]
    assert read.properties["is_open_to_internet"] is False


def test_a_rule_refers_to_a_prefix_list(cloud: AwsCloud, network: Network) -> None:
    made = network.ec2.create_managed_prefix_list(
        PrefixListName="offices", MaxEntries=1, AddressFamily="IPv4"
    )["PrefixList"]
    network.ec2.authorize_security_group_ingress(
        GroupId=network.group,
        IpPermissions=[
            {
                "IpProtocol": "tcp",
                "FromPort": 443,
                "ToPort": 443,
                "PrefixListIds": [{"PrefixListId": made["PrefixListId"]}],
            }
        ],
    )

    def read_rule() -> Read:
        found = rows(cloud.endpoint_url, "AwsSecurityGroupRule").values()
        (rule,) = [r for r in found if "prefix_list_id" in r.properties]
        return rule

    assert read_rule().properties["prefix_list_id"] == made["PrefixListId"]
    assert read_rule().edges["REFERS_TO>"] == [made["PrefixListArn"]]
    cloud.proxy.deny("ec2:DescribeManagedPrefixLists")
    assert "REFERS_TO>" not in read_rule().edges
    assert read_rule().unread == ["REFERS_TO"]


def test_network_interfaces(cloud: AwsCloud, network: Network) -> None:
    instance = network.run()
    made = network.ec2.create_network_interface(
        SubnetId=network.subnet, Groups=[network.group], Description="spare"
    )["NetworkInterface"]["NetworkInterfaceId"]
    network.ec2.modify_network_interface_attribute(
        NetworkInterfaceId=made, SourceDestCheck={"Value": False}
    )
    found = rows(cloud.endpoint_url, "AwsNetworkInterface")
    spare = found.pop(arn("network-interface", made))
    expected = {
        "id": made,
        "description": "spare",
        "status": "available",
        "checks_source_dest": False,
        "public_ip": None,
        "public_ips": [],
    }
    assert subset(spare, **expected) == expected
    assert len(spare.properties["private_ips"]) == 1
    assert spare.edges == network.edges
    (primary,) = [i for i in found.values() if arn("instance", instance) in i.edges["ATTACHED_TO>"]]
    assert primary.properties["status"] == "in-use"
    address = f"ip:{primary.properties['public_ip']}"
    assert primary.edges == {
        **network.edges, "ATTACHED_TO>": [arn("instance", instance)], "HAS_ADDRESS>": [address],
    }  # fmt: skip
    attached = primary.edge_properties["ATTACHED_TO>", arn("instance", instance)]
    assert attached["device_index"] == 0


def test_an_interface_of_a_service_is_attached_to_another_accounts_instance() -> None:
    interface = {
        "NetworkInterfaceId": "eni-1",
        "OwnerId": ACCOUNT,
        "RequesterManaged": True,
        "RequesterId": "amazon-elb",
        "Association": {"PublicIp": "198.51.100.1"},
        "PrivateIpAddresses": [
            {"PrivateIpAddress": "10.0.0.5", "Association": {"PublicIp": "198.51.100.2"}},
            {"PrivateIpAddress": "10.0.0.4", "Association": {"PublicIp": "198.51.100.1"}},
        ],
        "Attachment": {"InstanceId": "i-1", "InstanceOwnerId": OTHER, "DeviceIndex": 1},
    }
    read = literal("AwsNetworkInterface", interface)
    assert read.properties["is_requester_managed"] is True
    assert read.properties["public_ip"] == "198.51.100.1"
    assert read.properties["public_ips"] == ["198.51.100.1", "198.51.100.2"]
    addresses = {"HAS_ADDRESS>": ["ip:198.51.100.1", "ip:198.51.100.2"]}
    assert read.edges == {"ATTACHED_TO>": [arn("instance", "i-1", OTHER)], **addresses}
    balancer = {**interface, "Attachment": {"InstanceOwnerId": "amazon-elb"}}
    assert literal("AwsNetworkInterface", balancer).edges == addresses


def test_elastic_addresses(cloud: AwsCloud, network: Network) -> None:
    instance = network.run()
    used = network.ec2.allocate_address(Domain="vpc")
    network.ec2.associate_address(AllocationId=used["AllocationId"], InstanceId=instance)
    free = network.ec2.allocate_address(Domain="vpc")
    found = rows(cloud.endpoint_url, "AwsElasticAddress")
    read = found[arn("elastic-ip", used["AllocationId"])]
    (interface,) = [
        uid
        for uid, interface in rows(cloud.endpoint_url, "AwsNetworkInterface").items()
        if interface.edges.get("ATTACHED_TO>") == [arn("instance", instance)]
    ]
    expected = {
        "id": used["AllocationId"],
        "name": used["PublicIp"],
        "public_ip": used["PublicIp"],
        "is_associated": True,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"ASSOCIATED_WITH>": [arn("instance", instance), interface]}
    unused = found[arn("elastic-ip", free["AllocationId"])]
    assert unused.properties["is_associated"] is False
    assert unused.edges == {}


def test_instances(cloud: AwsCloud, network: Network) -> None:
    iam = cloud.client("iam")
    profile = iam.create_instance_profile(InstanceProfileName="shop")["InstanceProfile"]["Arn"]
    instance = network.run(
        InstanceType="t3.micro",
        KeyName="deploy",
        EbsOptimized=True,
        IamInstanceProfile={"Arn": profile},
        MetadataOptions={"HttpTokens": "required", "HttpPutResponseHopLimit": 2},
        **tagged("instance"),
    )
    loose = network.run(MetadataOptions={"HttpTokens": "optional", "HttpEndpoint": "disabled"})
    network.ec2.stop_instances(InstanceIds=[loose])
    found = rows(cloud.endpoint_url, "AwsEc2Instance")
    read = found[arn("instance", instance)]
    expected = {
        "id": instance,
        "name": "shop",
        "incarnation": instance,
        "state": "running",
        "type": "t3.micro",
        "requires_imdsv2": True,
        "imds_enabled": True,
        "imds_hop_limit": 2,
        "key_pair": "deploy",
        "is_ebs_optimized": True,
    }
    assert subset(read, **expected) == expected
    assert read.properties["launched_at"] == read.properties["created_at"]
    assert read.edges == {
        **network.edges,
        "FROM_IMAGE>": [f"arn:aws:ec2:{REGION}::image/ami-12345678"],
        "HAS_INSTANCE_PROFILE>": [profile],
        "HAS_ADDRESS>": [f"ip:{read.properties['public_ip']}"],
    }
    other = {"state": "stopped", "requires_imdsv2": False, "imds_enabled": False}
    assert subset(found[arn("instance", loose)], **other) == other


LAUNCHED = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
ATTACHED = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("interfaces", "created_at"),
    [
        ([{"Attachment": {"DeviceIndex": 0, "AttachTime": ATTACHED}}], ATTACHED),
        ([{"Attachment": {"DeviceIndex": 1, "AttachTime": ATTACHED}}], LAUNCHED),
        ([], LAUNCHED),
    ],
)
def test_an_instance_that_is_started_again_is_not_made_again(
    interfaces: list[dict[str, Any]], created_at: datetime.datetime
) -> None:
    instance = {
        "InstanceId": "i-1",
        "State": {"Name": "running"},
        "LaunchTime": LAUNCHED,
        "NetworkInterfaces": interfaces,
    }
    read = literal("AwsEc2Instance", instance)
    expected = {
        "incarnation": "i-1",
        "launched_at": LAUNCHED.isoformat(),
        "created_at": created_at.isoformat(),
    }
    assert subset(read, **expected) == expected


def test_a_terminated_instance_stays_with_its_state(cloud: AwsCloud, network: Network) -> None:
    instance = network.run()
    network.ec2.terminate_instances(InstanceIds=[instance])
    read = rows(cloud.endpoint_url, "AwsEc2Instance")[arn("instance", instance)]
    assert read.properties["state"] == "terminated"


def test_images(cloud: AwsCloud, network: Network) -> None:
    instance = network.run()
    image = network.ec2.create_image(InstanceId=instance, Name="golden")["ImageId"]
    network.ec2.modify_image_attribute(
        ImageId=image, LaunchPermission={"Add": [{"UserId": OTHER}, {"Group": "all"}]}
    )
    uid = f"arn:aws:ec2:{REGION}::image/{image}"
    read = rows(cloud.endpoint_url, "AwsEc2Image")[uid]
    (described,) = network.ec2.describe_images(ImageIds=[image])["Images"]
    snapshot = described["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"]
    expected = {
        "uid": uid,
        "account": ACCOUNT,
        "region": REGION,
        "id": image,
        "name": "golden",
        "state": "available",
        "is_public": True,
        "requires_imdsv2": False,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {
        "BACKED_BY>": [f"arn:aws:ec2:{REGION}::snapshot/{snapshot}"],
        "FROM_INSTANCE>": [arn("instance", instance)],
        "SHARED_WITH>": [f"arn:aws:iam::{OTHER}:root"],
    }


def test_an_image_in_awss_own_form() -> None:
    unit = "arn:aws:organizations::111111111111:ou/o-1/ou-1"
    image = {
        "ImageId": "ami-1",
        "OwnerId": ACCOUNT,
        "Public": False,
        "ImdsSupport": "v2.0",
        "PlatformDetails": "Windows",
        "CreationDate": "2024-05-01T10:00:00.000Z",
        "DeprecationTime": "2026-05-01T10:00:00.000Z",
    }
    permissions = {"LaunchPermissions": [{"OrganizationalUnitArn": unit}]}
    read = literal("AwsEc2Image", image, Attribute=permissions)
    expected = {
        "name": "ami-1",
        "is_public": False,
        "requires_imdsv2": True,
        "platform": "Windows",
        "created_at": "2024-05-01T10:00:00+00:00",
        "deprecated_at": "2026-05-01T10:00:00+00:00",
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"SHARED_WITH>": [unit]}


def test_volumes(cloud: AwsCloud, network: Network) -> None:
    key = cloud.client("kms", REGION).create_key()["KeyMetadata"]["Arn"]
    instance = network.run()
    made = network.ec2.create_volume(
        AvailabilityZone=f"{REGION}a",
        Size=10,
        VolumeType="gp3",
        Encrypted=True,
        KmsKeyId=key,
        **tagged("volume"),
    )["VolumeId"]
    network.ec2.attach_volume(VolumeId=made, InstanceId=instance, Device="/dev/sdf")
    snapshot = network.ec2.create_snapshot(VolumeId=made)["SnapshotId"]
    copied = network.ec2.create_volume(AvailabilityZone=f"{REGION}a", SnapshotId=snapshot)
    found = rows(cloud.endpoint_url, "AwsEbsVolume")
    read = found[arn("volume", made)]
    expected = {
        "id": made,
        "name": "shop",
        "state": "in-use",
        "type": "gp3",
        "size_gib": 10,
        "zone": f"{REGION}a",
        "is_encrypted": True,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"ATTACHED_TO>": [arn("instance", instance)], "ENCRYPTED_BY>": [key]}
    attached = read.edge_properties["ATTACHED_TO>", arn("instance", instance)]
    assert attached["device"] == "/dev/sdf"
    assert found[arn("volume", copied["VolumeId"])].edges["FROM_SNAPSHOT>"] == [
        f"arn:aws:ec2:{REGION}::snapshot/{snapshot}"
    ]
    root = {"ATTACHED_TO>": [arn("instance", instance)]}
    assert [v.properties["is_encrypted"] for v in found.values() if v.edges == root] == [False]


def test_snapshots(cloud: AwsCloud, network: Network) -> None:
    volume = network.ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=10)["VolumeId"]
    made = network.ec2.create_snapshot(VolumeId=volume, Description="nightly", **tagged("snapshot"))
    for permission in ({"UserIds": [OTHER]}, {"GroupNames": ["all"]}):
        network.ec2.modify_snapshot_attribute(
            SnapshotId=made["SnapshotId"],
            Attribute="createVolumePermission",
            OperationType="add",
            **permission,
        )
    uid = f"arn:aws:ec2:{REGION}::snapshot/{made['SnapshotId']}"
    read = rows(cloud.endpoint_url, "AwsEbsSnapshot")[uid]
    expected = {
        "uid": uid,
        "account": ACCOUNT,
        "region": REGION,
        "name": "shop",
        "description": "nightly",
        "size_gib": 10,
        "is_encrypted": False,
        "is_public": True,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {
        "OF_VOLUME>": [arn("volume", volume)],
        "SHARED_WITH>": [f"arn:aws:iam::{OTHER}:root"],
    }


def test_a_copied_snapshot_is_of_no_volume() -> None:
    key = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/1"
    snapshot = {
        "SnapshotId": "snap-1",
        "OwnerId": ACCOUNT,
        "VolumeId": "vol-ffffffff",
        "Encrypted": True,
        "KmsKeyId": key,
    }
    read = literal("AwsEbsSnapshot", snapshot, Attribute={})
    assert read.edges == {"ENCRYPTED_BY>": [key]}
    assert read.properties["is_public"] is False


@pytest.mark.parametrize(
    ("label", "call", "lost"),
    [
        ("AwsEbsSnapshot", "ec2:DescribeSnapshotAttribute", ["SHARED_WITH", "is_public"]),
        ("AwsEc2Image", "ec2:DescribeImageAttribute", ["SHARED_WITH"]),
    ],
)
def test_a_refused_part_loses_what_it_fills(
    cloud: AwsCloud, network: Network, label: str, call: str, lost: list[str]
) -> None:
    network.ec2.create_image(InstanceId=network.run(), Name=label)
    cloud.proxy.deny(call)
    found = rows(cloud.endpoint_url, label)
    assert found
    for read in found.values():
        assert read.unread == lost
        assert "SHARED_WITH>" not in read.edges


@pytest.mark.parametrize(
    ("label", "call"),
    [
        ("AwsVpc", "ec2:DescribeVpcs"),
        ("AwsSecurityGroupRule", "ec2:DescribeSecurityGroupRules"),
        ("AwsElasticAddress", "ec2:DescribeAddresses"),
        ("AwsEc2Instance", "ec2:DescribeInstances"),
    ],
)
def test_a_refused_listing_is_refused(cloud: AwsCloud, label: str, call: str) -> None:
    cloud.proxy.deny(call)
    with pytest.raises(Refused) as refused:
        rows(cloud.endpoint_url, label)
    assert (refused.value.call, refused.value.error) == (call, "UnauthorizedOperation")
