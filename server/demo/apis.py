"""The demo's APIs: orders that only signed requests place, and feedback that anyone may give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tag_map, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_GOOD, _BAD = "shop-orders", "legacy-feedback"


def build_apis(ground: Ground) -> None:
    """Make REST and HTTP APIs with their stages; the book gets `api/NAME`, `acl/REGIONAL`."""
    _web_acl(ground)
    _orders(ground)
    _feedback(ground)
    _http_api(ground, "shop-events", "AWS_IAM", logged=True)
    _http_api(ground, "legacy-webhooks", "NONE", logged=False)
    for note, name in (("guarded_api", _GOOD), ("open_api", _BAD)):
        path = f"/restapis/{ground.book[f'api/{name}']}"
        ground.notable[note] = f"arn:aws:apigateway:{HOME}::{path}"


def _web_acl(ground: Ground) -> None:
    made = ground.client("wafv2").create_web_acl(
        Name="shop-api",
        Scope="REGIONAL",
        DefaultAction={"Allow": {}},
        VisibilityConfig={
            "SampledRequestsEnabled": True,
            "CloudWatchMetricsEnabled": True,
            "MetricName": "shop-api",
        },
        Tags=tags("shop-api"),
    )
    ground.book["acl/REGIONAL"] = made["Summary"]["ARN"]
    ground.made("wafv2:web-acl")


def _orders(ground: Ground) -> None:
    gateway = ground.client("apigateway")
    function = ground.book["function/shop-checkout"]
    api = _rest_api(ground, _GOOD, "AWS_IAM", function)
    invoked = f"arn:aws:apigateway:{HOME}:lambda:path/2015-03-31/functions/{function}/invocations"
    gateway.create_authorizer(
        restApiId=api,
        name="shop-customers",
        type="TOKEN",
        authorizerUri=invoked,
        identitySource="method.request.header.Authorization",
    )
    _stage(
        ground,
        api,
        {
            "/accessLogSettings/destinationArn": ground.arn("logs", HOME, "log-group:shop-orders"),
            "/accessLogSettings/format": "$context.requestId",
            "/*/*/caching/enabled": "true",
            "/*/*/caching/dataEncrypted": "true",
            "/*/*/logging/loglevel": "ERROR",
        },
        variables={"tier": "gold"},
        cacheClusterEnabled=True,
        cacheClusterSize="0.5",
        tracingEnabled=True,
    )
    stage = f"arn:aws:apigateway:{HOME}::/restapis/{api}/stages/prod"
    ground.client("wafv2").associate_web_acl(
        WebACLArn=ground.book["acl/REGIONAL"], ResourceArn=stage
    )


def _feedback(ground: Ground) -> None:
    api = _rest_api(ground, _BAD, "NONE", ground.book["function/shop-webhook"])
    _stage(
        ground,
        api,
        {
            "/*/*/caching/enabled": "true",
            "/*/*/caching/dataEncrypted": "false",
            "/*/*/logging/dataTrace": "true",
        },
        variables={"mail_password": ground.secret("legacy-feedback-stage")},
        cacheClusterEnabled=True,
        cacheClusterSize="0.5",
    )


def _rest_api(ground: Ground, name: str, authorization: str, function: str) -> str:
    gateway = ground.client("apigateway")
    made = gateway.create_rest_api(
        name=name, endpointConfiguration={"types": ["REGIONAL"]}, tags=tag_map(name)
    )
    api: str = made["id"]
    (root,) = gateway.get_resources(restApiId=api)["items"]
    method = {"restApiId": api, "resourceId": root["id"], "httpMethod": "POST"}
    gateway.put_method(**method, authorizationType=authorization)
    gateway.put_integration(
        **method,
        type="AWS_PROXY",
        integrationHttpMethod="POST",
        uri=f"arn:aws:apigateway:{HOME}:lambda:path/2015-03-31/functions/{function}/invocations",
    )
    ground.book[f"api/{name}"] = api
    ground.made("apigateway:rest-api")
    return api


def _stage(ground: Ground, api: str, changes: dict[str, str], **settings: Any) -> None:
    gateway = ground.client("apigateway")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    gateway.create_stage(
        restApiId=api, stageName="prod", deploymentId=deployment, tags=tag_map("prod"), **settings
    )
    gateway.update_stage(
        restApiId=api,
        stageName="prod",
        patchOperations=[
            {"op": "replace", "path": path, "value": value} for path, value in changes.items()
        ],
    )
    ground.made("apigateway:stage")


def _http_api(ground: Ground, name: str, authorization: str, *, logged: bool) -> None:
    gateway = ground.client("apigatewayv2")
    api = gateway.create_api(Name=name, ProtocolType="HTTP", Tags=tag_map(name))["ApiId"]
    integration = gateway.create_integration(
        ApiId=api,
        IntegrationType="AWS_PROXY",
        IntegrationUri=ground.book["function/shop-webhook"],
        PayloadFormatVersion="2.0",
    )["IntegrationId"]
    gateway.create_route(
        ApiId=api,
        RouteKey="POST /events",
        AuthorizationType=authorization,
        Target=f"integrations/{integration}",
    )
    destination = ground.arn("logs", HOME, f"log-group:{name}")
    log = {"AccessLogSettings": {"DestinationArn": destination, "Format": "$context.requestId"}}
    gateway.create_stage(ApiId=api, StageName="$default", **(log if logged else {}))
    ground.book[f"api/{name}"] = api
    ground.made("apigatewayv2:api")
