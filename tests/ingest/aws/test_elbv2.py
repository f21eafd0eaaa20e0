"""Load balancers, listeners and target groups: exact identity, properties and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ingest.refusal import Refused
from tests.clouds.aws.fixtures import AwsCloud
from tests.clouds.aws.proxy import Proxy
from tests.ingest.aws.reading import ACCOUNT, REGION, Read, literal, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.demo.moto_server import MotoServer

TAGS = [{"Key": "owner", "Value": "team-shop"}]
PREFIX = f"arn:aws:elasticloadbalancing:{REGION}:{ACCOUNT}"
POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"


def ec2_arn(kind: str, short: str) -> str:
    return f"arn:aws:ec2:{REGION}:{ACCOUNT}:{kind}/{short}"


def subset(read: Read, **expected: Any) -> dict[str, Any]:
    """Return those properties that are expected to have a value, as they are."""
    return {name: read.properties.get(name) for name in expected}


class Front:
    """A load balancer before a target group, made in moto."""

    def __init__(self, cloud: AwsCloud) -> None:
        self.cloud = cloud
        ec2 = cloud.client("ec2", REGION)
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnets = [
            ec2.create_subnet(
                VpcId=self.vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{REGION}{zone}"
            )["Subnet"]["SubnetId"]
            for n, zone in enumerate("ab")
        ]
        self.group = ec2.create_security_group(
            GroupName="front", Description="The front", VpcId=self.vpc
        )["GroupId"]
        self.elb = cloud.client("elbv2", REGION)
        self.balancer = self.elb.create_load_balancer(
            Name="front",
            Subnets=self.subnets,
            SecurityGroups=[self.group],
            Scheme="internet-facing",
            Tags=TAGS,
        )["LoadBalancers"][0]["LoadBalancerArn"]
        self.targets = self.target_group("shop")

    def target_group(self, name: str, kind: str = "instance") -> str:
        asked: dict[str, Any] = {"Name": name, "TargetType": kind, "Tags": TAGS}
        if kind != "lambda":
            asked |= {"Protocol": "HTTP", "Port": 8080, "VpcId": self.vpc}
        arn: str = self.elb.create_target_group(**asked)["TargetGroups"][0]["TargetGroupArn"]
        return arn

    def listener(self, protocol: str, port: int, action: dict[str, Any], **more: Any) -> str:
        made = self.elb.create_listener(
            LoadBalancerArn=self.balancer,
            Protocol=protocol,
            Port=port,
            DefaultActions=[action],
            Tags=TAGS,
            **more,
        )
        arn: str = made["Listeners"][0]["ListenerArn"]
        return arn

    def certificate(self, name: str) -> str:
        acm = self.cloud.client("acm", REGION)
        arn: str = acm.request_certificate(DomainName=name)["CertificateArn"]
        return arn

    def rows(self, label: str) -> dict[str, Read]:
        return rows(self.cloud.endpoint_url, label)


@pytest.fixture(scope="module")
def _shared(moto: MotoServer) -> Iterator[Front]:
    """Make one load balancer for all: to empty moto takes longer than a test."""
    moto.reset()
    with Proxy(moto.endpoint_url) as proxy:
        yield Front(AwsCloud(proxy=proxy, moto_url=moto.endpoint_url))


@pytest.fixture
def front(_shared: Front) -> Iterator[Front]:
    """Return it without listeners and faults."""
    yield _shared
    _shared.cloud.proxy.clear()
    listeners = _shared.elb.describe_listeners(LoadBalancerArn=_shared.balancer)["Listeners"]
    for listener in listeners:
        _shared.elb.delete_listener(ListenerArn=listener["ListenerArn"])


def test_load_balancers(front: Front) -> None:
    front.elb.modify_load_balancer_attributes(
        LoadBalancerArn=front.balancer,
        Attributes=[
            {"Key": "deletion_protection.enabled", "Value": "true"},
            {"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "false"},
            {"Key": "routing.http.desync_mitigation_mode", "Value": "strictest"},
        ],
    )
    ((uid, read),) = front.rows("AwsLoadBalancer").items()
    expected = {
        "uid": front.balancer,
        "name": "front",
        "account": ACCOUNT,
        "region": REGION,
        "type": "application",
        "is_internet_facing": True,
        "state": "active",
        "is_deletion_protected": True,
        "drops_invalid_headers": False,
        "desync_mitigation": "strictest",
        "is_access_logged": False,
    }
    assert uid.startswith(f"{PREFIX}:loadbalancer/app/front/")
    assert subset(read, **expected) == expected
    assert read.properties["dns_name"].startswith("front-")
    assert read.properties["created_at"] == read.properties["incarnation"]
    assert read.edges == {
        "HAS_HOST_NAME>": [f"host:{read.properties['dns_name'].lower()}"],
        "IN_VPC>": [ec2_arn("vpc", front.vpc)],
        "IN_SUBNET>": sorted(ec2_arn("subnet", subnet) for subnet in front.subnets),
        "MEMBER_OF>": [ec2_arn("security-group", front.group)],
    }
    assert read.tags == {"owner": "team-shop"}


BALANCER: dict[str, Any] = {
    "LoadBalancerArn": f"{PREFIX}:loadbalancer/net/edge/1",
    "LoadBalancerName": "edge",
    "Type": "network",
    "Scheme": "internal",
    "AvailabilityZones": [
        {"SubnetId": "subnet-1", "LoadBalancerAddresses": [{"AllocationId": "eipalloc-1"}]}
    ],
}


@pytest.mark.parametrize(
    ("is_logged", "edges"), [("true", {"LOGS_TO>": ["arn:aws:s3:::logs"]}), ("false", {})]
)
def test_a_network_load_balancer_with_logs(is_logged: str, edges: dict[str, list[str]]) -> None:
    attributes = [
        {"Key": "access_logs.s3.enabled", "Value": is_logged},
        {"Key": "access_logs.s3.bucket", "Value": "logs"},
        {"Key": "deletion_protection.enabled", "Value": "false"},
    ]
    read = literal(
        "AwsLoadBalancer", BALANCER, LoadBalancerAttributes={"Attributes": attributes}, Tagging={}
    )
    expected = {
        "is_internet_facing": False,
        "is_access_logged": is_logged == "true",
        "is_deletion_protected": False,
        "drops_invalid_headers": None,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {
        "IN_SUBNET>": [ec2_arn("subnet", "subnet-1")],
        "USES_ADDRESS>": [ec2_arn("elastic-ip", "eipalloc-1")],
        **edges,
    }


def test_a_listener_that_forwards_over_tls(front: Front) -> None:
    first, second = front.certificate("shop.example"), front.certificate("www.shop.example")
    listener = front.listener(
        "HTTPS",
        443,
        {"Type": "forward", "TargetGroupArn": front.targets},
        Certificates=[{"CertificateArn": first}],
        SslPolicy=POLICY,
    )
    front.elb.add_listener_certificates(
        ListenerArn=listener, Certificates=[{"CertificateArn": second}]
    )
    ((uid, read),) = front.rows("AwsLoadBalancerListener").items()
    expected = {
        "uid": listener,
        "name": "HTTPS:443",
        "port": 443,
        "protocol": "HTTPS",
        "ssl_policy": POLICY,
        "default_actions": ["forward"],
        "redirects_to_https": False,
    }
    assert uid.startswith(f"{PREFIX}:listener/app/front/")
    assert subset(read, **expected) == expected
    assert read.edges == {
        "HAS_LISTENER<": [front.balancer],
        "USES_CERTIFICATE>": sorted([first, second]),
        "FORWARDS_TO>": [front.targets],
    }
    assert read.tags == {"owner": "team-shop"}


HTTPS = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
SAME = {"Protocol": "#{protocol}", "Host": "shop.example", "StatusCode": "HTTP_301"}


@pytest.mark.parametrize(
    ("redirect", "is_safe"), [(HTTPS, True), ({**HTTPS, "Protocol": "HTTP"}, False), (SAME, False)]
)
def test_a_listener_that_redirects(
    front: Front,
    redirect: dict[str, Any],
    is_safe: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    front.listener("HTTP", 80, {"Type": "redirect", "RedirectConfig": redirect})
    (read,) = front.rows("AwsLoadBalancerListener").values()
    expected = {
        "protocol": "HTTP",
        "ssl_policy": None,
        "default_actions": ["redirect"],
        "redirects_to_https": is_safe,
    }
    assert subset(read, **expected) == expected
    assert read.edges == {"HAS_LISTENER<": [front.balancer]}


def test_a_listener_forwards_to_several_groups_and_a_gateway_has_no_port() -> None:
    groups = [f"{PREFIX}:targetgroup/a/1", f"{PREFIX}:targetgroup/b/2"]
    weighted = [{"TargetGroupArn": arn, "Weight": 1} for arn in groups]
    listener = {
        "ListenerArn": f"{PREFIX}:listener/gwy/edge/1/1",
        "LoadBalancerArn": f"{PREFIX}:loadbalancer/gwy/edge/1",
        "DefaultActions": [{"Type": "forward", "ForwardConfig": {"TargetGroups": weighted}}],
    }
    read = literal("AwsLoadBalancerListener", listener, ListenerCertificates={}, Tagging={})
    assert read.properties["name"] == "listener"
    assert {"port", "protocol"}.isdisjoint(read.properties)
    assert read.edges["FORWARDS_TO>"] == groups


def test_a_target_group_of_instances(front: Front) -> None:
    front.listener("HTTP", 80, {"Type": "forward", "TargetGroupArn": front.targets})
    launched = front.cloud.client("ec2", REGION).run_instances(
        ImageId="ami-12345678", MinCount=1, MaxCount=1, SubnetId=front.subnets[0]
    )
    instance = launched["Instances"][0]["InstanceId"]
    front.elb.register_targets(
        TargetGroupArn=front.targets,
        Targets=[{"Id": instance, "Port": 8080}, {"Id": instance, "Port": 8081}],
    )
    read = front.rows("AwsTargetGroup")[front.targets]
    expected = {
        "uid": front.targets,
        "name": "shop",
        "target_type": "instance",
        "protocol": "HTTP",
        "port": 8080,
        "checks_health": True,
        "health_check_protocol": "HTTP",
        "health_check_path": "/",
        "target_ips": [],
    }
    assert front.targets.startswith(f"{PREFIX}:targetgroup/shop/")
    assert subset(read, **expected) == expected
    assert read.edges == {
        "IN_VPC>": [ec2_arn("vpc", front.vpc)],
        "FORWARDS_TO<": [front.balancer],
        "ROUTES_TO>": [ec2_arn("instance", instance)],
    }
    assert read.tags == {"owner": "team-shop"}


def test_a_target_group_of_addresses(front: Front) -> None:
    group = front.target_group("addresses", "ip")
    targets = [{"Id": "10.0.0.9", "Port": 80}, {"Id": "10.0.0.9", "Port": 81}, {"Id": "10.0.0.8"}]
    front.elb.register_targets(TargetGroupArn=group, Targets=targets)
    read = front.rows("AwsTargetGroup")[group]
    assert read.properties["target_ips"] == ["10.0.0.8", "10.0.0.9"]
    assert read.edges == {"IN_VPC>": [ec2_arn("vpc", front.vpc)]}


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("lambda", f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:shop"),
        ("alb", f"{PREFIX}:loadbalancer/app/front/1"),
    ],
)
def test_a_target_group_of_a_function_or_load_balancer(kind: str, target: str) -> None:
    group = {
        "TargetGroupArn": f"{PREFIX}:targetgroup/shop/1",
        "TargetGroupName": "shop",
        "TargetType": kind,
    }
    health = {"TargetHealthDescriptions": [{"Target": {"Id": target}}]}
    read = literal("AwsTargetGroup", group, Targets=health, Tagging={})
    assert read.edges == {"ROUTES_TO>": [target]}
    assert read.properties["target_ips"] == []


@pytest.mark.parametrize(
    ("label", "call", "lost"),
    [
        (
            "AwsLoadBalancer",
            "elbv2:DescribeLoadBalancerAttributes",
            [
                "LOGS_TO",
                "desync_mitigation",
                "drops_invalid_headers",
                "is_access_logged",
                "is_deletion_protected",
            ],
        ),
        ("AwsLoadBalancer", "elbv2:DescribeTags", ["TAGGED"]),
        ("AwsLoadBalancerListener", "elbv2:DescribeListenerCertificates", ["USES_CERTIFICATE"]),
        ("AwsTargetGroup", "elbv2:DescribeTargetHealth", ["ROUTES_TO", "target_ips"]),
    ],
)
def test_a_refused_part_loses_what_it_fills(
    front: Front, label: str, call: str, lost: list[str]
) -> None:
    certificate = front.certificate("shop.example")
    front.listener(
        "HTTPS",
        443,
        {"Type": "forward", "TargetGroupArn": front.targets},
        Certificates=[{"CertificateArn": certificate}],
    )
    front.cloud.proxy.deny(call)
    found = front.rows(label)
    assert found
    assert all(read.unread == lost for read in found.values())


def test_listeners_are_refused_as_a_whole_when_those_of_one_load_balancer_are(
    front: Front,
) -> None:
    front.cloud.proxy.deny("elbv2:DescribeListeners")
    with pytest.raises(Refused) as refused:
        front.rows("AwsLoadBalancerListener")
    assert refused.value.call == "elbv2:DescribeListeners"
