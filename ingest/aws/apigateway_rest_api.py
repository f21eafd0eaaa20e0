"""REST APIs of Amazon API Gateway: who may call which method, and what answers.

A method without authorization may be called by whoever the resource policy lets in, which is
everyone where there is none. Left out: what a VPC link leads to, models, and API keys, which tell
callers apart but prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.aws.apigateway import GET, api_arn, api_policy, functions, narrows_callers, refs
from ingest.aws.ec2 import ec2_refs
from ingest.items import Item, Part, dig
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc_endpoint import AwsVpcEndpoint
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.lambda_function import AwsLambdaFunction

PREFLIGHT = "OPTIONS "  # browsers ask it without credentials


class AwsApiGatewayRestApi(
    Resource,
    service="apigateway",
    lists=GET,
    redact=["Resources.items.*.resourceMethods.*.methodIntegration.requestParameters.*"],
):
    """A REST API of Amazon API Gateway."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, the first part of its host name.", indexed=True)
    description: str | None = prop("What its makers said it is for.")
    endpoint_types: list[str] = prop("Where it answers: `EDGE`, `REGIONAL`, `PRIVATE`.")
    is_private: bool = prop("It answers inside VPCs only.")
    has_default_endpoint: bool = prop("It answers to the host name that API Gateway gave it.")
    policy: Document | None = prop("The resource policy.")
    narrows_callers: bool = prop(
        "The policy lets in only callers of known accounts or networks; false without one."
    )
    authorizers: list[str] = prop("Names of its authorizers.", reads=GET)
    methods: list[str] = prop("Methods that it answers to: `GET /orders`.", reads=GET)
    open_methods: list[str] = prop(
        "Methods that ask nobody who they are, without those that browsers ask ahead.", reads=GET
    )
    functions: list[Ref[AwsLambdaFunction]] = edge(
        "INVOKES", "Lambda functions that answer.", reads=GET
    )
    authorized_by: list[Ref[AwsLambdaFunction]] = edge(
        "AUTHORIZED_BY", "Functions and pools of users that tell who may call.", reads=GET
    )
    roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles with which it calls what answers.", reads=GET
    )
    vpc_endpoints: list[Ref[AwsVpcEndpoint]] = edge(
        "REACHED_THROUGH", "VPC endpoints that it is tied to."
    )
    tags: dict[str, str] = tags()


API = {"restApiId": "id"}
PARTS = (
    Part("Resources", "get_resources", GET, API, keep={"embed": ["methods"]}, pages="items"),
    Part("Authorizers", "get_authorizers", GET, API, pages="items"),
)


def fetch(aws: Aws) -> Records[AwsApiGatewayRestApi]:
    """Yield the region's REST APIs."""
    return aws.records(read, aws.pages("get_rest_apis", "items"), PARTS)


def read(aws: Aws, item: Item) -> AwsApiGatewayRestApi:
    """Make the record of one API."""
    methods, authorizers = item.part("Resources"), item.part("Authorizers")
    types = item.get("endpointConfiguration.types", default=[])
    policy = api_policy(item.get("policy"))
    return AwsApiGatewayRestApi(
        arn=api_arn(aws, f"/restapis/{item['id']}"),
        name=item["name"],
        created_at=item.get("createdDate"),
        raw=item.raw,
        id=item["id"],
        description=item.get("description") or None,
        endpoint_types=types,
        is_private="PRIVATE" in types,
        has_default_endpoint=not item.get("disableExecuteApiEndpoint", default=False),
        policy=policy,
        narrows_callers=narrows_callers(policy),
        authorizers=authorizers.read(lambda a: sorted(entry["name"] for entry in a["items"])),
        methods=methods.read(lambda m: sorted(name for name, _ in _methods(m))),
        open_methods=methods.read(
            lambda m: sorted(name for name, method in _methods(m) if _is_open(name, method))
        ),
        functions=methods.read(lambda m: functions(_integrations(m, "uri"))),
        authorized_by=authorizers.read(_authorized_by),
        roles=methods.read(lambda m: refs(_integrations(m, "credentials"))),
        vpc_endpoints=ec2_refs(
            aws, "vpc-endpoint", item.get("endpointConfiguration.vpcEndpointIds", default=[])
        ),
        tags=item.get("tags", default={}),
    )


def _methods(answer: Json) -> Iterator[tuple[str, Json]]:
    """Yield each method, as `GET /path`, with its settings."""
    for resource in answer["items"]:
        for verb, method in (resource.get("resourceMethods") or {}).items():
            yield f"{verb} {resource['path']}", method


def _is_open(name: str, method: Json) -> bool:
    return bool(method["authorizationType"] == "NONE") and not name.startswith(PREFLIGHT)


def _integrations(answer: Json, member: str) -> list[str | None]:
    return [dig(method, f"methodIntegration.{member}") for _, method in _methods(answer)]


def _authorized_by(answer: Json) -> list[Ref[AwsLambdaFunction]]:
    pools = (arn for entry in answer["items"] for arn in entry.get("providerARNs") or [])
    return [*functions(entry.get("authorizerUri") for entry in answer["items"]), *refs(pools)]
