"""Listeners of load balancers.

Left out: the rules of a listener beside its default actions. Where a load balancer forwards to,
through whatever rule, is told by the target groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.elbv2 import TAGS, tagging, tags_in
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.acm_certificate import AwsAcmCertificate
    from ingest.aws.client import Aws
    from ingest.aws.elbv2_load_balancer import AwsLoadBalancer
    from ingest.aws.elbv2_target_group import AwsTargetGroup
    from ingest.aws.iam_server_certificate import AwsIamServerCertificate

ENCRYPTED = frozenset({"HTTPS", "TLS"})
CERTIFICATES = "elasticloadbalancing:DescribeListenerCertificates"


class AwsLoadBalancerListener(
    Resource,
    service="elbv2",
    lists=("elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeListeners"),
    redact=("DefaultActions.*.AuthenticateOidcConfig.ClientSecret",),
):
    """A listener: the port and protocol on which a load balancer takes connections."""

    arn: str = key("Amazon Resource Name.")
    load_balancer: Ref[AwsLoadBalancer] = edge(
        "HAS_LISTENER", "The load balancer it belongs to.", direction="in"
    )
    port: int | None = prop("Its port; null on a gateway load balancer.")
    protocol: str | None = prop("`HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, ...")
    ssl_policy: str | None = prop("Name of its TLS policy; null where it does not speak TLS.")
    default_actions: list[str] = prop("What it does by default: `forward`, `redirect`, ...")
    redirects_to_https: bool = prop("By default it sends clients on to HTTPS.")
    certificates: list[Ref[AwsAcmCertificate | AwsIamServerCertificate]] = edge(
        "USES_CERTIFICATE", "The certificates it may show.", reads=CERTIFICATES
    )
    target_groups: list[Ref[AwsTargetGroup]] = edge(
        "FORWARDS_TO", "The target groups that it forwards to by default."
    )
    tags: dict[str, str] = tags(reads=TAGS)


PARTS = (
    Part(
        "ListenerCertificates", "describe_listener_certificates", CERTIFICATES,
        {"ListenerArn": "ListenerArn"},
        when=lambda listener: dig(listener, "Protocol") in ENCRYPTED,
    ),
    tagging("ListenerArn"),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsLoadBalancerListener]:
    """Yield the listeners of the region's load balancers."""
    return aws.records(read, _listeners(aws), PARTS)


def read(aws: Aws, item: Item) -> AwsLoadBalancerListener:  # noqa: ARG001 - every `read` takes both
    """Make the record of one listener."""
    protocol, actions = item.get("Protocol"), item.get("DefaultActions", [])
    return AwsLoadBalancerListener(
        arn=item["ListenerArn"],
        name=f"{protocol or 'listener'}:{item.get('Port', '')}".rstrip(":"),
        created_at=None,
        raw=item.raw,
        load_balancer=Ref(item["LoadBalancerArn"]),
        port=item.get("Port"),
        protocol=protocol,
        ssl_policy=item.get("SslPolicy") if protocol in ENCRYPTED else None,
        default_actions=[a["Type"] for a in actions],
        redirects_to_https=any(dig(a, "RedirectConfig.Protocol") == "HTTPS" for a in actions),
        certificates=item.part("ListenerCertificates").read(
            lambda answer: _certificates(item, answer)
        ),
        target_groups=[Ref(arn) for action in actions for arn in _target_groups(action)],
        tags=item.part("Tagging").read(tags_in),
    )


def _listeners(aws: Aws) -> Iterator[Json]:
    for balancer in aws.pages("describe_load_balancers", "LoadBalancers"):
        arn = balancer["LoadBalancerArn"]
        yield from aws.pages("describe_listeners", "Listeners", LoadBalancerArn=arn)


def _certificates(
    item: Item, answer: Json
) -> list[Ref[AwsAcmCertificate | AwsIamServerCertificate]]:
    """Return the default certificate and those that are chosen by server name."""
    found = [*item.get("Certificates", []), *(answer.get("Certificates") or [])]
    return [Ref(arn) for arn in dict.fromkeys(c["CertificateArn"] for c in found)]


def _target_groups(action: Json) -> list[str]:
    """Return ARNs: an action names one group, or several with weights."""
    named = [action, *dig(action, "ForwardConfig.TargetGroups", [])]
    return [arn for group in named if (arn := group.get("TargetGroupArn"))]
