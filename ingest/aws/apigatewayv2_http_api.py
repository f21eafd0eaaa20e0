"""HTTP and WebSocket APIs of Amazon API Gateway, with their routes and stages.

A WebSocket API asks who somebody is when they connect, and not again. Left out: custom domain
names, and what a VPC link leads through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.apigateway import FUNCTION, GET, api_arn, functions, refs
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.elbv2_listener import AwsLoadBalancerListener
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.lambda_function import AwsLambdaFunction
    from ingest.aws.logs_log_group import AwsLogGroup

CONNECT = "$connect"
PREFLIGHT = "OPTIONS "  # browsers ask it without credentials


class AwsApiGatewayHttpApi(
    Resource,
    service="apigatewayv2",
    lists=GET,
    redact=("Stages.Items.*.StageVariables.*", "Integrations.Items.*.RequestParameters.*"),
):
    """An HTTP or WebSocket API of Amazon API Gateway."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, the first part of its host name.", indexed=True)
    protocol: str = prop("`HTTP` or `WEBSOCKET`.")
    endpoint: str | None = prop("Its address.")
    description: str | None = prop("What its makers said it is for.")
    has_default_endpoint: bool = prop("It answers to the host name that API Gateway gave it.")
    allowed_origins: list[str] = prop("Origins whose scripts may call it; `*` for any.")
    routes: list[str] = prop("What it answers to: `GET /orders`, `$default`.", reads=GET)
    open_routes: list[str] = prop(
        "Routes that ask nobody who they are, without those that browsers ask ahead; of a "
        "WebSocket API, whether it lets everyone connect.",
        reads=GET,
    )
    stages: list[str] = prop("Names of its stages.", reads=GET)
    unlogged_stages: list[str] = prop("Stages that keep no line of a call.", reads=GET)
    variable_names: list[str] = prop(
        "Names of the variables of its stages, never their values.", reads=GET
    )
    log_destinations: list[Ref[AwsLogGroup | AwsFirehoseStream]] = edge(
        "LOGS_TO", "Log groups or delivery streams that get a line of each call.", reads=GET
    )
    functions: list[Ref[AwsLambdaFunction]] = edge(
        "INVOKES", "Lambda functions that answer.", reads=GET
    )
    forwards_to: list[Ref[AwsLoadBalancerListener]] = edge(
        "FORWARDS_TO", "Listeners and services inside a VPC that answer.", reads=GET
    )
    authorized_by: list[Ref[AwsLambdaFunction]] = edge(
        "AUTHORIZED_BY", "Functions that tell who may call.", reads=GET
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles with which it calls what answers.", reads=GET
    )
    tags: dict[str, str] = tags()


API = {"ApiId": "ApiId"}
PARTS = (
    Part("Routes", "get_routes", GET, API, pages="Items"),
    Part("Stages", "get_stages", GET, API, pages="Items"),
    Part("Integrations", "get_integrations", GET, API, pages="Items"),
    Part("Authorizers", "get_authorizers", GET, API, pages="Items"),
)


def fetch(aws: Aws) -> Records[AwsApiGatewayHttpApi]:
    """Yield the region's HTTP and WebSocket APIs."""
    return aws.records(read, aws.pages("get_apis", "Items"), PARTS)


def read(aws: Aws, item: Item) -> AwsApiGatewayHttpApi:
    """Make the record of one API."""
    routes, stages = item.part("Routes"), item.part("Stages")
    integrations, authorizers = item.part("Integrations"), item.part("Authorizers")
    return AwsApiGatewayHttpApi(
        arn=api_arn(aws, f"/apis/{item['ApiId']}"),
        name=item["Name"],
        created_at=item.get("CreatedDate"),
        raw=item.raw,
        id=item["ApiId"],
        protocol=item["ProtocolType"],
        endpoint=item.get("ApiEndpoint"),
        description=item.get("Description") or None,
        has_default_endpoint=not item.get("DisableExecuteApiEndpoint", default=False),
        allowed_origins=sorted(item.get("CorsConfiguration.AllowOrigins", default=[])),
        routes=routes.read(lambda r: sorted(entry["RouteKey"] for entry in r["Items"])),
        open_routes=routes.read(lambda r: _open_routes(item["ProtocolType"], r)),
        stages=stages.read(lambda s: sorted(entry["StageName"] for entry in s["Items"])),
        unlogged_stages=stages.read(
            lambda s: sorted(e["StageName"] for e in s["Items"] if not _destination(e))
        ),
        variable_names=stages.read(
            lambda s: sorted({n for e in s["Items"] for n in e.get("StageVariables") or {}})
        ),
        log_destinations=stages.read(lambda s: refs(_destination(e) for e in s["Items"])),
        functions=integrations.read(lambda i: functions(_all(i, "IntegrationUri"))),
        forwards_to=integrations.read(
            lambda i: refs(u for u in _all(i, "IntegrationUri") if not FUNCTION.search(u))
        ),
        authorized_by=authorizers.read(lambda a: functions(_all(a, "AuthorizerUri"))),
        roles=integrations.read(lambda i: refs(_all(i, "CredentialsArn"))),
        tags=item.get("Tags", default={}),
    )


def _open_routes(protocol: str, answer: Json) -> list[str]:
    """Return the routes that ask nobody who they are."""
    asks = {entry["RouteKey"]: entry.get("AuthorizationType", "NONE") for entry in answer["Items"]}
    if protocol == "WEBSOCKET":
        return [CONNECT] if asks.get(CONNECT, "NONE") == "NONE" else []
    return sorted(r for r, kind in asks.items() if kind == "NONE" and not r.startswith(PREFLIGHT))


def _destination(stage: Json) -> str | None:
    arn = dig(stage, "AccessLogSettings.DestinationArn")
    return str(arn).removesuffix(":*") if arn else None


def _all(answer: Json, member: str) -> list[str]:
    return [str(entry[member]) for entry in answer["Items"] if entry.get(member)]
