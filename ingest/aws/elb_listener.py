"""Listeners of Classic Load Balancers: ports, protocols, and how TLS is spoken.

They are no things of their own to AWS: a load balancer has one for each port. What its TLS policy
allows is read from the policy itself, since people may make their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.elb import balancer_arn
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.aws.acm_certificate import AwsAcmCertificate
    from ingest.aws.client import Aws
    from ingest.aws.elb_load_balancer import AwsClassicLoadBalancer
    from ingest.aws.iam_server_certificate import AwsIamServerCertificate

POLICIES = "elasticloadbalancing:DescribeLoadBalancerPolicies"
TLS_POLICY = "SSLNegotiationPolicyType"
PREDEFINED = "Reference-Security-Policy"
PROTOCOL = "Protocol-"


class AwsClassicLoadBalancerListener(
    Resource, service="elb", lists="elasticloadbalancing:DescribeLoadBalancers"
):
    """A listener of a Classic Load Balancer."""

    arn: str = key("`{ARN of its load balancer}/listener/{port}`: AWS gives none.")
    load_balancer: Ref[AwsClassicLoadBalancer] = edge(
        "HAS_LISTENER", "The load balancer it belongs to.", direction="in"
    )
    port: int = prop("Its port.")
    protocol: str = prop("`HTTP`, `HTTPS`, `TCP` or `SSL`.")
    instance_port: int | None = prop("The port that it speaks to on instances.")
    instance_protocol: str | None = prop("How it speaks to instances.")
    policy_names: list[str] = prop("Names of the policies in force: for TLS, stickiness, ...")
    tls_policy: str | None = prop(
        "The predefined TLS policy, or the name of one that people made; null without TLS.",
        reads=POLICIES,
    )
    tls_protocols: list[str] = prop(
        "Versions that its TLS policy allows: `SSLv3`, `TLSv1`, `TLSv1.1`, `TLSv1.2`.",
        reads=POLICIES,
    )
    tls_ciphers: list[str] = prop("Ciphers that its TLS policy allows.", reads=POLICIES)
    certificate: Ref[AwsAcmCertificate | AwsIamServerCertificate] | None = edge(
        "USES_CERTIFICATE", "The certificate it shows."
    )


PARTS = (
    Part(
        "Policies", "describe_load_balancer_policies", POLICIES,
        {"LoadBalancerName": "LoadBalancerName", "PolicyNames": "PolicyNames"},
        when=lambda listener: bool(dig(listener, "PolicyNames")),
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsClassicLoadBalancerListener]:
    """Yield the listeners of the region's Classic Load Balancers."""
    return aws.records(read, _listeners(aws), PARTS)


def read(aws: Aws, item: Item) -> AwsClassicLoadBalancerListener:
    """Make the record of one listener."""
    listener, policies = item["Listener"], item.part("Policies")
    balancer = balancer_arn(aws, item["LoadBalancerName"])
    certificate = listener.get("SSLCertificateId") or ""  # no ARN once the certificate is gone
    protocol, port = listener["Protocol"].upper(), listener["LoadBalancerPort"]
    return AwsClassicLoadBalancerListener(
        arn=f"{balancer}/listener/{port}",
        name=f"{protocol}:{port}",
        created_at=None,
        raw=item.raw,
        load_balancer=Ref(balancer),
        port=port,
        protocol=protocol,
        instance_port=listener.get("InstancePort"),
        instance_protocol=listener.get("InstanceProtocol"),
        policy_names=sorted(item.get("PolicyNames", [])),
        tls_policy=policies.read(_tls_policy),
        tls_protocols=policies.read(
            lambda a: sorted(
                name.removeprefix(PROTOCOL) for name in _allowed(a) if name.startswith(PROTOCOL)
            )
        ),
        tls_ciphers=policies.read(lambda a: sorted(filter(_is_cipher, _allowed(a)))),
        certificate=Ref(certificate) if certificate.startswith("arn:") else None,
    )


def _listeners(aws: Aws) -> Iterator[Json]:
    for balancer in aws.pages("describe_load_balancers", "LoadBalancerDescriptions"):
        for listener in balancer.get("ListenerDescriptions") or []:
            yield {"LoadBalancerName": balancer["LoadBalancerName"], **listener}


def _tls(answer: Json) -> tuple[str | None, dict[str, str]]:
    """Return name and attributes of the one policy that is for TLS."""
    for policy in answer.get("PolicyDescriptions") or []:
        if policy["PolicyTypeName"] == TLS_POLICY:
            found = policy.get("PolicyAttributeDescriptions") or []
            return policy["PolicyName"], {a["AttributeName"]: a["AttributeValue"] for a in found}
    return None, {}


def _tls_policy(answer: Json) -> str | None:
    name, attributes = _tls(answer)
    return attributes.get(PREDEFINED) or name


def _allowed(answer: Json) -> list[str]:
    """Return the protocols and ciphers that are switched on."""
    return [name for name, value in _tls(answer)[1].items() if value == "true"]


def _is_cipher(name: str) -> bool:
    return not name.startswith(PROTOCOL) and name != "Server-Defined-Cipher-Order"
