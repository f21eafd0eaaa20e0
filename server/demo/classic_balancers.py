"""The demo's Classic Load Balancers, at home only: one kept well, and one that time forgot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_GOOD, _BAD = "billing-classic", "shop-legacy-classic"


def build_classic_balancers(ground: Ground) -> None:
    """Make them; `notable` gets both."""
    _balancer(ground, _BAD, ("public-a",), [_http(80), _https(ground, 443)])
    _policy(ground, _BAD, "legacy-tls", ("Protocol-TLSv1", "Protocol-TLSv1.2", "DES-CBC3-SHA"))
    _balancer(ground, _GOOD, ("public-a", "public-b"), [_https(ground, 443)])
    _policy(ground, _GOOD, "modern-tls", ("Protocol-TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256"))
    elb = ground.client("elb")
    elb.register_instances_with_load_balancer(
        LoadBalancerName=_GOOD,
        Instances=[{"InstanceId": ground.book[f"instance/{HOME}/billing-worker-1"]}],
    )
    elb.modify_load_balancer_attributes(
        LoadBalancerName=_GOOD,
        LoadBalancerAttributes={
            "CrossZoneLoadBalancing": {"Enabled": True},
            "ConnectionDraining": {"Enabled": True, "Timeout": 120},
            "AccessLog": {"Enabled": True, "S3BucketName": "platform-access-logs"},
            "AdditionalAttributes": [
                {"Key": "elb.http.desyncmitigationmode", "Value": "strictest"}
            ],
        },
    )
    elb.modify_load_balancer_attributes(
        LoadBalancerName=_BAD,
        LoadBalancerAttributes={
            "AdditionalAttributes": [{"Key": "elb.http.desyncmitigationmode", "Value": "monitor"}]
        },
    )
    for note, name in (("classic_balancer", _GOOD), ("legacy_classic_balancer", _BAD)):
        ground.notable[note] = ground.arn("elasticloadbalancing", HOME, f"loadbalancer/{name}")


def _http(port: int) -> dict[str, Any]:
    return {
        "Protocol": "HTTP",
        "LoadBalancerPort": port,
        "InstanceProtocol": "HTTP",
        "InstancePort": 8080,
    }


def _https(ground: Ground, port: int) -> dict[str, Any]:
    certificate = ground.book[f"certificate/{HOME}"]
    return {**_http(port), "Protocol": "HTTPS", "SSLCertificateId": certificate}


def _balancer(
    ground: Ground, name: str, subnets: tuple[str, ...], listeners: list[dict[str, Any]]
) -> None:
    ground.client("elb").create_load_balancer(
        LoadBalancerName=name,
        Listeners=listeners,
        Subnets=[ground.book[f"subnet/{HOME}/prod/{subnet}"] for subnet in subnets],
        SecurityGroups=[ground.book[f"group/{HOME}/shop-web"]],
        Tags=tags(name, owner=name == _GOOD),
    )
    ground.made("elb:load-balancer")
    ground.made("elb:listener", len(listeners))


def _policy(ground: Ground, balancer: str, name: str, allowed: tuple[str, ...]) -> None:
    """Let the load balancer speak TLS by a policy of our own."""
    elb = ground.client("elb")
    elb.create_load_balancer_policy(
        LoadBalancerName=balancer,
        PolicyName=name,
        PolicyTypeName="SSLNegotiationPolicyType",
        PolicyAttributes=[{"AttributeName": a, "AttributeValue": "true"} for a in allowed],
    )
    elb.set_load_balancer_policies_of_listener(
        LoadBalancerName=balancer, LoadBalancerPort=443, PolicyNames=[name]
    )
