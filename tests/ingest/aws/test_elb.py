"""Classic Load Balancers and their listeners, from moto and from AWS's own forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

BALANCER = f"arn:aws:elasticloadbalancing:{REGION}:{ACCOUNT}:loadbalancer/shop"
CERTIFICATE = f"arn:aws:iam::{ACCOUNT}:server-certificate/shop"


def ec2_arn(kind: str, short: str) -> str:
    return f"arn:aws:ec2:{REGION}:{ACCOUNT}:{kind}/{short}"


def listener(port: int, protocol: str, **more: Any) -> dict[str, Any]:
    return {
        "Protocol": protocol,
        "LoadBalancerPort": port,
        "InstanceProtocol": "HTTP",
        "InstancePort": 8080,
        **more,
    }


def test_a_load_balancer_as_it_is_made(aws_cloud: AwsCloud) -> None:
    ec2, elb = aws_cloud.client("ec2", REGION), aws_cloud.client("elb", REGION)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    group = ec2.create_security_group(GroupName="g", Description="g", VpcId=vpc)["GroupId"]
    instance = ec2.run_instances(ImageId="ami-12345678", MinCount=1, MaxCount=1, SubnetId=subnet)[
        "Instances"
    ][0]["InstanceId"]
    elb.create_load_balancer(
        LoadBalancerName="shop",
        Listeners=[listener(80, "HTTP"), listener(443, "HTTPS", SSLCertificateId=CERTIFICATE)],
        Subnets=[subnet],
        SecurityGroups=[group],
        Scheme="internal",
        Tags=[{"Key": "owner", "Value": "team-shop"}],
    )
    elb.register_instances_with_load_balancer(
        LoadBalancerName="shop", Instances=[{"InstanceId": instance}]
    )
    elb.create_load_balancer_policy(
        LoadBalancerName="shop",
        PolicyName="own",
        PolicyTypeName="SSLNegotiationPolicyType",
        PolicyAttributes=[{"AttributeName": "Protocol-TLSv1.2", "AttributeValue": "true"}],
    )
    elb.set_load_balancer_policies_of_listener(
        LoadBalancerName="shop", LoadBalancerPort=443, PolicyNames=["own"]
    )
    found = rows(aws_cloud.endpoint_url, "AwsClassicLoadBalancer")[BALANCER]
    assert found.edges == {
        "HAS_HOST_NAME>": [f"host:{found.properties['dns_name'].lower()}"],
        "IN_VPC>": [ec2_arn("vpc", vpc)],
        "IN_SUBNET>": [ec2_arn("subnet", subnet)],
        "MEMBER_OF>": [ec2_arn("security-group", group)],
        "ROUTES_TO>": [ec2_arn("instance", instance)],
    }
    assert found.tags == {"owner": "team-shop"}
    assert found.properties["is_internet_facing"] is False
    assert found.properties["is_access_logged"] is False
    assert found.properties["drains_connections"] is False
    assert "draining_seconds" not in found.properties
    assert found.properties["idle_seconds"] == 60

    listeners = rows(aws_cloud.endpoint_url, "AwsClassicLoadBalancerListener")
    clear, secure = (listeners[f"{BALANCER}/listener/{port}"] for port in (80, 443))
    assert clear.edges == {"HAS_LISTENER<": [BALANCER]}
    assert clear.properties["tls_protocols"] == []
    assert "tls_policy" not in clear.properties
    assert secure.edges == {"HAS_LISTENER<": [BALANCER], "USES_CERTIFICATE>": [CERTIFICATE]}
    assert secure.properties["name"] == "HTTPS:443"
    assert secure.properties["tls_policy"] == "own"
    assert secure.properties["tls_protocols"] == ["TLSv1.2"]


ATTRIBUTES = {
    "CrossZoneLoadBalancing": {"Enabled": True},
    "AccessLog": {"Enabled": True, "S3BucketName": "logs", "EmitInterval": 60},
    "ConnectionDraining": {"Enabled": True, "Timeout": 300},
    "ConnectionSettings": {"IdleTimeout": 30},
    "AdditionalAttributes": [{"Key": "elb.http.desyncmitigationmode", "Value": "strictest"}],
}


def test_the_attributes_of_a_load_balancer() -> None:
    body = {
        "LoadBalancerName": "shop",
        "Scheme": "internet-facing",
        "AvailabilityZones": ["eu-west-1b", "eu-west-1a"],
        "HealthCheck": {"Target": "HTTP:80/health"},
    }
    found = literal(
        "AwsClassicLoadBalancer", body, Attributes={"LoadBalancerAttributes": ATTRIBUTES},
        Tagging={},
    )  # fmt: skip
    assert found.edges == {"LOGS_TO>": ["arn:aws:s3:::logs"]}
    expected = {
        "is_internet_facing": True,
        "zones": ["eu-west-1a", "eu-west-1b"],
        "health_check_target": "HTTP:80/health",
        "is_cross_zone": True,
        "drains_connections": True,
        "draining_seconds": 300,
        "idle_seconds": 30,
        "desync_mitigation": "strictest",
        "is_access_logged": True,
    }
    assert {name: found.properties[name] for name in expected} == expected


def test_a_bucket_that_receives_no_logs_any_more() -> None:
    off = {**ATTRIBUTES, "AccessLog": {"Enabled": False, "S3BucketName": "logs"}}
    found = literal(
        "AwsClassicLoadBalancer", {"LoadBalancerName": "shop"},
        Attributes={"LoadBalancerAttributes": off}, Tagging={},
    )  # fmt: skip
    assert found.edges == {}
    assert found.properties["is_access_logged"] is False


@pytest.mark.parametrize(("given", "edges"), [(CERTIFICATE, [CERTIFICATE]), ("Invalid", None)])
def test_a_listener_by_a_predefined_policy(given: str, edges: list[str] | None) -> None:
    attributes = {
        "Reference-Security-Policy": "ELBSecurityPolicy-2016-08",
        "Protocol-SSLv3": "false",
        "Protocol-TLSv1": "true",
        "Protocol-TLSv1.1": "true",
        "Protocol-TLSv1.2": "true",
        "Server-Defined-Cipher-Order": "true",
        "AES128-SHA": "true",
        "RC4-MD5": "false",
    }
    described = [
        {"PolicyName": "sticky", "PolicyTypeName": "LBCookieStickinessPolicyType"},
        {
            "PolicyName": "AWSConsole-SSLNegotiationPolicy-shop",
            "PolicyTypeName": "SSLNegotiationPolicyType",
            "PolicyAttributeDescriptions": [
                {"AttributeName": name, "AttributeValue": value}
                for name, value in attributes.items()
            ],
        },
    ]
    body = {
        "LoadBalancerName": "shop",
        "Listener": listener(8443, "ssl", SSLCertificateId=given),
        "PolicyNames": ["sticky", "AWSConsole-SSLNegotiationPolicy-shop"],
    }
    found = literal(
        "AwsClassicLoadBalancerListener", body, Policies={"PolicyDescriptions": described}
    )
    assert found.properties["uid"] == f"{BALANCER}/listener/8443"
    assert found.properties["protocol"] == "SSL"
    assert found.properties["tls_policy"] == "ELBSecurityPolicy-2016-08"
    assert found.properties["tls_protocols"] == ["TLSv1", "TLSv1.1", "TLSv1.2"]
    assert found.properties["tls_ciphers"] == ["AES128-SHA"]
    assert found.edges.get("USES_CERTIFICATE>") == edges
