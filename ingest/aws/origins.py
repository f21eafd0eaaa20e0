"""Read where a CloudFront distribution fetches from, and what runs on the way.

An origin is a host name with a form: a bucket asked through S3, or any server asked over HTTP. A
bucket's website is a server, and speaks plain HTTP whatever is asked of it.
"""

from __future__ import annotations

from ingest.aws import hosts
from ingest.items import dig
from ingest.model import Json

OLD_TLS = frozenset({"SSLv3", "TLSv1", "TLSv1.1"})


def behaviors(distribution: Json) -> list[Json]:
    """Return how requests are met: the default, and what paths are met otherwise."""
    found = [dig(distribution, "DefaultCacheBehavior"), *_items(distribution, "CacheBehaviors")]
    return [behavior for behavior in found if behavior]


def origins(distribution: Json) -> list[str]:
    """Return the host names of the origins."""
    return sorted({o["DomainName"] for o in _items(distribution, "Origins")})


def clear_text_origins(distribution: Json) -> list[str]:
    """Return the host names that may be asked over plain HTTP.

    `match-viewer` asks as the viewer did, so plainly only where a viewer may.
    """
    plainly = _asked_plainly(distribution)
    return sorted(
        {
            origin["DomainName"]
            for origin in _items(distribution, "Origins")
            if (policy := dig(origin, "CustomOriginConfig.OriginProtocolPolicy")) == "http-only"
            or (policy == "match-viewer" and origin["Id"] in plainly)
        }
    )


def old_tls_origins(distribution: Json) -> list[str]:
    """Return the host names that may be spoken TLS before 1.2 with, where TLS is spoken at all."""
    return sorted(
        {
            origin["DomainName"]
            for origin in _items(distribution, "Origins")
            if dig(origin, "CustomOriginConfig.OriginProtocolPolicy") != "http-only"
            and OLD_TLS & set(_items(origin, "CustomOriginConfig.OriginSslProtocols"))
        }
    )


def open_bucket_origins(distribution: Json) -> list[str]:
    """Return the buckets that are asked without a signature, so that they have to be public."""
    return sorted(
        {
            bucket
            for origin in _items(distribution, "Origins")
            if (bucket := hosts.bucket_of(origin["DomainName"])) and _is_unsigned(origin)
        }
    )


def functions(distribution: Json) -> list[str]:
    """Return the ARNs of Lambda functions, without the version."""
    named = _associated(distribution, "LambdaFunctionAssociations", "LambdaFunctionARN")
    return sorted({":".join(arn.split(":")[:7]) for arn in named})


def server_functions(distribution: Json) -> list[str]:
    """Return the ARNs of CloudFront's own functions."""
    return sorted(_associated(distribution, "FunctionAssociations", "FunctionARN"))


def log_sources(answer: Json) -> set[str]:
    """Return the ARNs of what CloudWatch Logs delivers the requests of."""
    return {
        arn
        for source in answer.get("deliverySources") or []
        if source.get("logType") == "ACCESS_LOGS"
        for arn in source.get("resourceArns") or []
    }


def _associated(distribution: Json, associations: str, member: str) -> set[str]:
    return {
        str(entry[member]) for b in behaviors(distribution) for entry in _items(b, associations)
    }


def _asked_plainly(distribution: Json) -> set[str]:
    """Return the ids of origins that viewers reach over plain HTTP, those of groups included."""
    groups = {
        group["Id"]: {member["OriginId"] for member in _items(group, "Members")}
        for group in _items(distribution, "OriginGroups")
    }
    named = {
        str(b.get("TargetOriginId"))
        for b in behaviors(distribution)
        if b.get("ViewerProtocolPolicy") == "allow-all"
    }
    return named.union(*(groups.get(name, set()) for name in named))


def _is_unsigned(origin: Json) -> bool:
    """Tell whether requests to it say nothing of who makes them."""
    if origin.get("OriginAccessControlId"):
        return False
    through_s3 = origin.get("S3OriginConfig")
    if through_s3 is None:
        return origin.get("CustomOriginConfig") is not None
    return not through_s3.get("OriginAccessIdentity")


def _items(value: Json, path: str) -> list[Json]:
    return list(dig(value, f"{path}.Items", []))
