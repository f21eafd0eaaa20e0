"""Which operation of which AWS service a raw request calls, as boto3 names them.

Query and EC2 requests say it in the form's `Action`, JSON ones in `X-Amz-Target`; REST ones say it
only by method, path and query, which are matched against botocore's own service models. The
service is the one the request was signed for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import botocore.session

if TYPE_CHECKING:
    from collections.abc import Mapping

_CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")
_SIGNED_AS = {
    "elasticfilesystem": "efs",
    "elasticloadbalancing": "elbv2",
    "es": "opensearch",
    "access-analyzer": "accessanalyzer",
    "monitoring": "cloudwatch",
    "tagging": "tagging",
}
_CLASSIC_BALANCER = "2012-06-01"

# IAM's permission where its name is not that of the operation it guards.
_GUARDED_BY: dict[str, tuple[str, ...]] = {
    "s3:ListAllMyBuckets": ("s3:ListBuckets",),
    "s3:ListBucket": ("s3:HeadBucket", "s3:ListObjects", "s3:ListObjectsV2"),
    "s3:GetEncryptionConfiguration": ("s3:GetBucketEncryption",),
    "s3:GetBucketPublicAccessBlock": ("s3:GetPublicAccessBlock",),
    "s3:GetLifecycleConfiguration": ("s3:GetBucketLifecycleConfiguration",),
    "s3:GetReplicationConfiguration": ("s3:GetBucketReplication",),
    "s3:GetBucketNotification": ("s3:GetBucketNotificationConfiguration",),
    "s3:GetBucketCORS": ("s3:GetBucketCors",),
    "s3:GetBucketObjectLockConfiguration": ("s3:GetObjectLockConfiguration",),
    "s3:GetAccountPublicAccessBlock": ("s3control:GetPublicAccessBlock",),
    "elasticloadbalancing:DescribeLoadBalancers": (
        "elbv2:DescribeLoadBalancers",
        "elb:DescribeLoadBalancers",
    ),
    "elasticloadbalancing:DescribeLoadBalancerAttributes": (
        "elbv2:DescribeLoadBalancerAttributes",
        "elb:DescribeLoadBalancerAttributes",
    ),
    "elasticloadbalancing:DescribeTags": ("elbv2:DescribeTags", "elb:DescribeTags"),
    "elasticloadbalancing:DescribeLoadBalancerPolicies": ("elb:DescribeLoadBalancerPolicies",),
    # API Gateway has one permission for whatever is read.
    "apigateway:GET": (
        "apigateway:GetRestApis",
        "apigateway:GetResources",
        "apigateway:GetAuthorizers",
        "apigateway:GetStages",
        "apigatewayv2:GetApis",
        "apigatewayv2:GetRoutes",
        "apigatewayv2:GetStages",
        "apigatewayv2:GetIntegrations",
        "apigatewayv2:GetAuthorizers",
    ),
    "lambda:GetFunction": ("lambda:GetFunction", "lambda:GetFunctionCodeSigningConfig"),
}


def operations_of(permission: str) -> tuple[str, ...]:
    """Return the operations, as `service:Operation`, that fail without an IAM permission."""
    if permission in _GUARDED_BY:
        return _GUARDED_BY[permission]
    service, _, action = permission.partition(":")
    return (f"{_SIGNED_AS.get(service, service)}:{action}",)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request: `service` and `operation` as boto3 names them, `protocol` as it was sent."""

    service: str
    operation: str
    region: str
    access_key: str
    protocol: str  # query, ec2, json, rest-json, rest-xml

    @property
    def name(self) -> str:
        return f"{self.service}:{self.operation}"


def call_of(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Call:
    """Name the call; an operation nobody knows is `?`, an unsigned request has service `?`."""
    found = _CREDENTIAL.search(headers.get("Authorization", ""))
    access_key, region, signed = found.groups() if found else ("?", "?", "?")
    service = _service(signed, target, body)
    protocol, operation = _protocol_and_operation(service, method, target, headers, body)
    return Call(
        service=service,
        operation=operation,
        region=region,
        access_key=access_key,
        protocol=protocol,
    )


def _service(signed: str, target: str, body: bytes) -> str:
    if signed == "s3" and target.startswith("/v20180820/"):
        return "s3control"
    if signed == "apigateway" and target.startswith("/v2/"):
        return "apigatewayv2"
    if signed == "elasticloadbalancing" and f"Version={_CLASSIC_BALANCER}".encode() in body:
        return "elb"
    return _SIGNED_AS.get(signed, signed)


def _protocol_and_operation(
    service: str, method: str, target: str, headers: Mapping[str, str], body: bytes
) -> tuple[str, str]:
    if named := headers.get("X-Amz-Target"):
        return "json", named.rpartition(".")[2]
    if headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
        action = parse_qs(body.decode()).get("Action", ["?"])[0]
        return ("ec2" if service == "ec2" else "query"), action
    protocol, shapes = _rest(service)
    given = frozenset(key.lower() for key in headers)
    fitting = tuple(shape for shape in shapes if shape.headers <= given)
    return protocol, _match(fitting, method, target)


@dataclass(frozen=True, kw_only=True)
class _Shape:
    operation: str
    method: str
    path: re.Pattern[str]
    query: frozenset[tuple[str, str]]
    headers: frozenset[str]  # those without which it is another operation
    literal: int  # characters of the path that are no parameter
    deprecated: bool


@cache
def _rest(service: str) -> tuple[str, tuple[_Shape, ...]]:
    loader = botocore.session.Session().get_component("data_loader")
    try:
        model = loader.load_service_model(service, "service-2")
    except botocore.exceptions.UnknownServiceError:
        return "rest-json", ()
    shapes = tuple(
        _shape(name, spec, model["shapes"].get(spec.get("input", {}).get("shape"), {}))
        for name, spec in model["operations"].items()
    )
    return model["metadata"]["protocol"], shapes


def _shape(name: str, spec: dict[str, Any], takes: dict[str, Any]) -> _Shape:
    uri = spec["http"]["requestUri"]
    path, _, query = uri.partition("?")
    pieces = re.split(r"(\{[^}]+\})", path.rstrip("/") or "/")
    return _Shape(
        operation=name,
        method=spec["http"]["method"],
        path=re.compile("".join(_pattern(piece) for piece in pieces) + "/?"),
        query=frozenset(parse_qsl(query, keep_blank_values=True)),
        headers=_needed_headers(takes),
        literal=sum(len(piece) for piece in pieces if not piece.startswith("{")),
        deprecated=bool(spec.get("deprecated")),
    )


def _needed_headers(takes: dict[str, Any]) -> frozenset[str]:
    needed = [takes["members"][name] for name in takes.get("required", [])]
    return frozenset(m["locationName"].lower() for m in needed if m.get("location") == "header")


def _pattern(piece: str) -> str:
    if not piece.startswith("{"):
        return re.escape(piece)
    return ".+" if piece.endswith("+}") else "[^/]+"


def _match(shapes: tuple[_Shape, ...], method: str, target: str) -> str:
    parts = urlsplit(target)
    query = frozenset(parse_qsl(parts.query, keep_blank_values=True))
    fitting = [
        shape
        for shape in shapes
        if shape.method == method and shape.query <= query and shape.path.fullmatch(parts.path)
    ]
    best = max(fitting, key=_exactness, default=None)
    return best.operation if best else "?"


def _exactness(shape: _Shape) -> tuple[int, int, int, bool]:
    return len(shape.query), shape.literal, len(shape.headers), not shape.deprecated
