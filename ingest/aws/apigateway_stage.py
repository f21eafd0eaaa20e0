"""Stages of REST APIs: under which a deployment is called, and what is kept of the calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.apigateway import GET, api_arn
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.apigateway_rest_api import AwsApiGatewayRestApi
    from ingest.aws.client import Aws
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.logs_log_group import AwsLogGroup

EVERY_METHOD = "*/*"


class AwsApiGatewayStage(
    Resource,
    service="apigateway",
    lists=GET,
    redact=("variables.*", "canarySettings.stageVariableOverrides.*"),
):
    """A stage of a REST API of Amazon API Gateway."""

    arn: str = key("Amazon Resource Name.")
    api: Ref[AwsApiGatewayRestApi] = edge("HAS_STAGE", "The API it is of.", direction="in")
    deployment: str | None = prop("Id of the deployment that it serves.")
    is_access_logged: bool = prop("A line is kept of each call.")
    execution_log_level: str | None = prop(
        "What is kept of how calls are met: `INFO`, `ERROR`, `OFF`; null where it was never set."
    )
    logs_bodies: bool = prop("Requests and answers are kept as a whole, for some method or all.")
    traces_requests: bool = prop("AWS X-Ray traces its requests.")
    caches: bool = prop("It has a cache.")
    encrypts_cache: bool | None = prop(
        "What it caches is encrypted, for every method; null where nothing is cached."
    )
    has_client_certificate: bool = prop("What it calls can tell by a certificate that it calls.")
    variable_names: list[str] = prop("Names of its variables, never their values.")
    modified_at: datetime | None = prop("When it last changed.")
    log_destination: Ref[AwsLogGroup | AwsFirehoseStream] | None = edge(
        "LOGS_TO", "Log group or delivery stream that gets a line of each call."
    )
    web_acl: Ref[Resource] | None = edge("PROTECTED_BY", "The web ACL that filters calls.")
    client_certificate: Ref[Resource] | None = edge(
        "USES_CERTIFICATE", "The certificate that it shows to what it calls."
    )
    tags: dict[str, str] = tags()


STAGES = Part("item", "get_stages", GET, {"restApiId": "id"})


def fetch(aws: Aws) -> Records[AwsApiGatewayStage]:
    """Yield the stages of the region's REST APIs."""
    found = aws.each(aws.pages("get_rest_apis", "items"), STAGES)
    return aws.records(read, ({**stage, "restApiId": api["id"]} for api, stage in found))


def read(aws: Aws, item: Item) -> AwsApiGatewayStage:
    """Make the record of one stage."""
    settings = item.get("methodSettings", default={})
    api = api_arn(aws, f"/restapis/{item['restApiId']}")
    destination, certificate = (
        item.get("accessLogSettings.destinationArn"),
        item.get("clientCertificateId"),
    )
    return AwsApiGatewayStage(
        arn=f"{api}/stages/{item['stageName']}",
        name=item["stageName"],
        created_at=item.get("createdDate"),
        raw=item.raw,
        api=Ref(api),
        deployment=item.get("deploymentId"),
        is_access_logged=bool(destination),
        execution_log_level=settings.get(EVERY_METHOD, {}).get("loggingLevel"),
        logs_bodies=any(s.get("dataTraceEnabled", False) for s in settings.values()),
        traces_requests=item.get("tracingEnabled", default=False),
        caches=item.get("cacheClusterEnabled", default=False),
        encrypts_cache=_encrypts_cache(item.body),
        has_client_certificate=bool(certificate),
        variable_names=sorted(item.get("variables", default={})),
        modified_at=item.get("lastUpdatedDate"),
        log_destination=Ref(destination.removesuffix(":*")) if destination else None,
        web_acl=Ref(item["webAclArn"]) if item.get("webAclArn") else None,
        client_certificate=(
            Ref(api_arn(aws, f"/clientcertificates/{certificate}")) if certificate else None
        ),
        tags=item.get("tags", default={}),
    )


def _encrypts_cache(stage: Json) -> bool | None:
    """Tell whether all methods whose answers are cached have them encrypted."""
    cached = list(_cached(stage))
    return all(s.get("cacheDataEncrypted", False) for s in cached) if cached else None


def _cached(stage: Json) -> Iterator[Json]:
    if stage.get("cacheClusterEnabled"):
        settings = (stage.get("methodSettings") or {}).values()
        yield from (s for s in settings if s.get("cachingEnabled"))
