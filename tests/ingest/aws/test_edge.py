"""CloudFront, API Gateway and Route 53, from moto and from AWS's own forms."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws import hosts, origins
from ingest.aws.apigateway import api_policy, narrows_callers
from ingest.catalogue import discover
from ingest.redact import redactor
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
FUNCTION = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:f"
INVOCATION = (
    f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{FUNCTION}:live/invocations"
)
ZONE = "arn:aws:route53:::hostedzone/Z1"


def arn(service: str, resource: str, *, region: str = REGION) -> str:
    return f"arn:aws:{service}:{region}:{ACCOUNT}:{resource}"


def test_host_names_of_buckets() -> None:
    for host, bucket in {
        "assets.s3.amazonaws.com": "assets",
        "assets.s3.eu-west-1.amazonaws.com": "assets",
        "assets.s3-eu-west-1.amazonaws.com": "assets",
        "assets.s3.dualstack.eu-west-1.amazonaws.com": "assets",
        "www.shop.example.s3-website-us-east-1.amazonaws.com.": "www.shop.example",
        "assets.s3-website.eu-central-1.amazonaws.com": "assets",
        "assets.s3.cn-north-1.amazonaws.com.cn": "assets",
        "point-123456789012.s3-accesspoint.eu-west-1.amazonaws.com": None,
        "assets.s3-accelerate.amazonaws.com": None,
        "s3-website-us-east-1.amazonaws.com": None,
        "shop.example": None,
    }.items():
        assert hosts.bucket_of(host) == bucket, host
    assert hosts.is_website_of_region("s3-website-us-east-1.amazonaws.com.")
    assert hosts.is_website_of_region("s3-website.eu-central-1.amazonaws.com")
    assert not hosts.is_website_of_region("assets.s3-website-us-east-1.amazonaws.com")


def test_host_names_of_load_balancers_and_distributions() -> None:
    for host, region in {
        "dualstack.Shop-1234567890.eu-west-1.elb.amazonaws.com.": "eu-west-1",
        "internal-shop-1234567890.us-gov-west-1.elb.amazonaws.com": "us-gov-west-1",
        "shop-0a1b2c3d4e5f6071.elb.ap-southeast-2.amazonaws.com": "ap-southeast-2",
        "shop.example": None,
        "elb.amazonaws.com": None,
    }.items():
        assert hosts.balancer_region(host) == region, host
    assert hosts.is_distribution("d111111abcdef8.cloudfront.net.")
    assert not hosts.is_distribution("www.cloudfront.net.example")


DISTRIBUTION: dict[str, Any] = {
    "Id": "E1",
    "ARN": f"arn:aws:cloudfront::{ACCOUNT}:distribution/E1",
    "DomainName": "d1.cloudfront.net",
    "Enabled": True,
    "Aliases": {"Quantity": 1, "Items": ["shop.example"]},
    "Origins": {
        "Quantity": 4,
        "Items": [
            {
                "Id": "signed",
                "DomainName": "signed.s3.eu-west-1.amazonaws.com",
                "S3OriginConfig": {"OriginAccessIdentity": ""},
                "OriginAccessControlId": "E2",
            },
            {
                "Id": "unsigned",
                "DomainName": "unsigned.s3.amazonaws.com",
                "S3OriginConfig": {"OriginAccessIdentity": ""},
                "OriginAccessControlId": "",
            },
            {
                "Id": "balancer",
                "DomainName": "Shop-1.eu-west-1.elb.amazonaws.com",
                "CustomHeaders": {
                    "Quantity": 1,
                    "Items": [{"HeaderName": "X-Verify", "HeaderValue": "hidden"}],
                },
                "CustomOriginConfig": {
                    "OriginProtocolPolicy": "match-viewer",
                    "OriginSslProtocols": {"Quantity": 2, "Items": ["TLSv1.1", "TLSv1.2"]},
                },
            },
            {
                "Id": "website",
                "DomainName": "site.s3-website-eu-west-1.amazonaws.com",
                "CustomOriginConfig": {
                    "OriginProtocolPolicy": "http-only",
                    "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1"]},
                },
            },
        ],
    },
    "OriginGroups": {
        "Quantity": 1,
        "Items": [{"Id": "group", "Members": {"Items": [{"OriginId": "balancer"}]}}],
    },
    "DefaultCacheBehavior": {
        "TargetOriginId": "signed",
        "ViewerProtocolPolicy": "redirect-to-https",
        "LambdaFunctionAssociations": {
            "Quantity": 1,
            "Items": [{"LambdaFunctionARN": f"{FUNCTION}:3", "EventType": "viewer-request"}],
        },
    },
    "CacheBehaviors": {
        "Quantity": 1,
        "Items": [
            {
                "TargetOriginId": "group",
                "ViewerProtocolPolicy": "allow-all",
                "RealtimeLogConfigArn": f"arn:aws:cloudfront::{ACCOUNT}:realtime-log-config/live",
                "FunctionAssociations": {
                    "Items": [{"FunctionARN": f"arn:aws:cloudfront::{ACCOUNT}:function/f"}]
                },
            }
        ],
    },
    "ViewerCertificate": {
        "CloudFrontDefaultCertificate": False,
        "ACMCertificateArn": arn("acm", "certificate/0", region="us-east-1"),
        "SSLSupportMethod": "sni-only",
        "MinimumProtocolVersion": "TLSv1.2_2021",
    },
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
    "WebACLId": "0a1b2c3d-0000-1111-2222-333344445555",
}
BALANCER = {
    "DNSName": "shop-1.eu-west-1.elb.amazonaws.com",
    "LoadBalancerArn": arn("elasticloadbalancing", "loadbalancer/app/shop/0"),
}
CONFIG = {"DistributionConfig": {"DefaultRootObject": "", "Logging": {"Enabled": False}}}


def distribution(**answers: Any) -> Any:
    given = {"Config": CONFIG, "Tagging": {}, "LogSources": {"deliverySources": []}, **answers}
    return literal("AwsCloudfrontDistribution", DISTRIBUTION, **given)


def test_a_distribution_in_the_form_of_aws() -> None:
    logging = {"Enabled": True, "Bucket": "logs.s3.amazonaws.com"}
    found = distribution(
        Config={"DistributionConfig": {"DefaultRootObject": "index.html", "Logging": logging}},
        Tagging={"Tags": {"Items": [{"Key": "owner", "Value": "shop"}]}},
        **{"Balancers in eu-west-1": {"LoadBalancers": [BALANCER, {"DNSName": "other"}]}},
    )
    assert found.edges == {
        "HAS_HOST_NAME>": ["host:d1.cloudfront.net", "host:shop.example"],
        "LOGS_TO>": [
            f"arn:aws:cloudfront::{ACCOUNT}:realtime-log-config/live", "arn:aws:s3:::logs",
        ],
        "USES_CERTIFICATE>": [arn("acm", "certificate/0", region="us-east-1")],
        "PROTECTED_BY>": [
            f"arn:aws:waf::{ACCOUNT}:webacl/0a1b2c3d-0000-1111-2222-333344445555"
        ],
        "HAS_ORIGIN>": [
            BALANCER["LoadBalancerArn"],
            "arn:aws:s3:::signed", "arn:aws:s3:::site", "arn:aws:s3:::unsigned",
        ],
        "INVOKES>": [f"arn:aws:cloudfront::{ACCOUNT}:function/f", FUNCTION],
    }  # fmt: skip
    said = found.properties
    assert said["viewer_protocol_policies"] == ["allow-all", "redirect-to-https"]
    assert said["open_bucket_origins"] == ["site", "unsigned"]
    assert said["old_tls_origins"] == ["Shop-1.eu-west-1.elb.amazonaws.com"]
    assert said["clear_text_origins"] == [
        "Shop-1.eu-west-1.elb.amazonaws.com",
        "site.s3-website-eu-west-1.amazonaws.com",
    ]
    assert (
        said["has_own_certificate"] is said["has_failover"] is said["is_logged_to_bucket"] is True
    )
    assert said["is_logged_in_real_time"] is True
    assert said["is_logged_by_delivery"] is False
    assert said["default_root_object"] == "index.html"
    assert found.tags == {"owner": "shop"}
    assert "hidden" not in str(found)


def test_a_delivery_of_cloudwatch_logs_is_a_log() -> None:
    source = {"logType": "ACCESS_LOGS", "resourceArns": [DISTRIBUTION["ARN"]]}
    assert distribution(LogSources={"deliverySources": [source]}).properties[
        "is_logged_by_delivery"
    ]
    other = {**source, "logType": "CONNECTION_LOGS"}
    assert not distribution(LogSources={"deliverySources": [other]}).properties[
        "is_logged_by_delivery"
    ]


def test_what_matches_the_viewer_is_clear_only_where_a_viewer_may_be() -> None:
    closed = copy.deepcopy(DISTRIBUTION)
    closed["CacheBehaviors"]["Items"][0]["ViewerProtocolPolicy"] = "https-only"
    assert origins.clear_text_origins(closed) == ["site.s3-website-eu-west-1.amazonaws.com"]


def test_headers_for_origins_are_redacted() -> None:
    redact = redactor(discover()["AwsCloudfrontDistribution"].redact, b"key")
    raw = redact({**DISTRIBUTION, "Config": {"DistributionConfig": DISTRIBUTION}})
    assert "hidden" not in str(raw)
    assert "X-Verify" in str(raw)


def test_balancers_are_looked_up_once_for_all_distributions(aws_cloud: AwsCloud) -> None:
    front = aws_cloud.client("cloudfront")
    for number in range(3):
        host = f"shop-{number}.eu-west-1.elb.amazonaws.com"
        front.create_distribution(
            DistributionConfig={
                "CallerReference": str(number),
                "Comment": "",
                "Enabled": True,
                "Origins": {
                    "Quantity": 1,
                    "Items": [
                        {
                            "Id": "o",
                            "DomainName": host,
                            "CustomOriginConfig": {
                                "HTTPPort": 80,
                                "HTTPSPort": 443,
                                "OriginProtocolPolicy": "https-only",
                            },
                        }
                    ],
                },
                "DefaultCacheBehavior": {
                    "TargetOriginId": "o",
                    "ViewerProtocolPolicy": "https-only",
                },
            }
        )
    found = rows(aws_cloud.endpoint_url, "AwsCloudfrontDistribution", "us-east-1")
    assert len(found) == 3
    assert aws_cloud.proxy.calls["elbv2:DescribeLoadBalancers"] == 1
    assert aws_cloud.proxy.calls["logs:DescribeDeliverySources"] == 1
    aws_cloud.proxy.deny("elbv2:DescribeLoadBalancers")
    refused = rows(aws_cloud.endpoint_url, "AwsCloudfrontDistribution", "us-east-1")
    assert {tuple(read.unread) for read in refused.values()} == {("HAS_ORIGIN",)}


REST = {
    "id": "r1",
    "name": "orders",
    "endpointConfiguration": {"types": ["PRIVATE"], "vpcEndpointIds": ["vpce-1"]},
    "disableExecuteApiEndpoint": True,
}


def method(verb: str, kind: str, **integration: Any) -> Any:
    return {"httpMethod": verb, "authorizationType": kind, "methodIntegration": integration}


def test_a_rest_api_in_the_form_of_aws() -> None:
    said = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke"}]}
    policy = json.dumps(json.dumps(said))[1:-1]  # its quotes are escaped
    resources = [
        {"id": "a", "path": "/", "resourceMethods": {"GET": method("GET", "NONE", type="MOCK")}},
        {
            "id": "b",
            "path": "/orders",
            "resourceMethods": {
                "POST": method("POST", "AWS_IAM", uri=INVOCATION, credentials=ROLE),
                "OPTIONS": method("OPTIONS", "NONE"),
            },
        },
        {"id": "c", "path": "/empty"},
    ]
    pool = arn("cognito-idp", "userpool/p")
    authorizers = [
        {"name": "lambda", "authorizerUri": INVOCATION},
        {"name": "people", "providerARNs": [pool]},
    ]
    found = literal(
        "AwsApiGatewayRestApi",
        {**REST, "policy": policy},
        Resources={"items": resources},
        Authorizers={"items": authorizers},
    )
    assert found.edges == {
        "INVOKES>": [FUNCTION],
        "AUTHORIZED_BY>": [pool, FUNCTION],
        "HAS_ROLE>": [ROLE],
        "REACHED_THROUGH>": [arn("ec2", "vpc-endpoint/vpce-1")],
    }
    read = found.properties
    assert read["uid"] == f"arn:aws:apigateway:{REGION}::/restapis/r1"
    assert read["methods"] == ["GET /", "OPTIONS /orders", "POST /orders"]
    assert read["open_methods"] == ["GET /"]
    assert read["authorizers"] == ["lambda", "people"]
    assert read["is_private"] is True
    assert read["has_default_endpoint"] is read["narrows_callers"] is False
    assert json.loads(read["policy"]) == said
    assert "created_at" not in read  # an answer may lack it


def test_what_apis_hand_on_is_redacted() -> None:
    rest = redactor(discover()["AwsApiGatewayRestApi"].redact, b"key")
    handed = {"integration.request.header.x-api-key": "'hidden'"}
    resource = {"resourceMethods": {"GET": method("GET", "NONE", requestParameters=handed)}}
    assert "hidden" not in str(rest({**REST, "Resources": {"items": [resource]}}))
    http = redactor(discover()["AwsApiGatewayHttpApi"].redact, b"key")
    raw = {
        "Stages": {"Items": [{"StageName": "a", "StageVariables": {"token": "hidden"}}]},
        "Integrations": {"Items": [{"RequestParameters": {"overwrite:header.k": "hidden"}}]},
    }
    assert "hidden" not in str(http(raw))
    assert "overwrite:header.k" in str(http(raw))


EVERYONE = {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}
SOURCE = {"aws:SourceIp": ["198.51.100.0/24"]}


@pytest.mark.parametrize(
    ("statements", "narrows"),
    [
        ([EVERYONE], False),
        ([{**EVERYONE, "Principal": {"AWS": ROLE}}], True),
        ([{**EVERYONE, "Condition": {"IpAddress": SOURCE}}], True),
        ([EVERYONE, {**EVERYONE, "Effect": "Deny", "Condition": {"NotIpAddress": SOURCE}}], True),
        ([EVERYONE, {**EVERYONE, "Effect": "Deny", "Condition": {"IpAddress": SOURCE}}], False),
        ([EVERYONE, {**EVERYONE, "Effect": "Deny", "Principal": {"AWS": ROLE}}], False),
    ],
)
def test_whom_a_policy_lets_in(
    statements: list[Any],
    narrows: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert narrows_callers(api_policy(json.dumps({"Statement": statements}))) is narrows


def test_an_api_without_a_policy_lets_everyone_in() -> None:
    assert narrows_callers(api_policy(None)) is False


def test_a_stage_in_the_form_of_aws() -> None:
    body = {
        "restApiId": "r1",
        "stageName": "prod",
        "deploymentId": "d1",
        "clientCertificateId": "c1",
        "cacheClusterEnabled": True,
        "methodSettings": {
            "*/*": {"loggingLevel": "INFO", "cachingEnabled": True, "cacheDataEncrypted": True},
            "~1orders/GET": {"cachingEnabled": True, "cacheDataEncrypted": False},
            "~1health/GET": {"cachingEnabled": False, "cacheDataEncrypted": False},
        },
        "variables": {"token": "hidden"},
        "accessLogSettings": {"destinationArn": arn("logs", "log-group:orders:*")},
        "tracingEnabled": True,
        "webAclArn": arn("wafv2", "regional/webacl/shop/0"),
        "tags": {"owner": "shop"},
    }
    found = literal("AwsApiGatewayStage", body)
    assert found.edges == {
        "HAS_STAGE<": [f"arn:aws:apigateway:{REGION}::/restapis/r1"],
        "LOGS_TO>": [arn("logs", "log-group:orders")],
        "PROTECTED_BY>": [arn("wafv2", "regional/webacl/shop/0")],
        "USES_CERTIFICATE>": [f"arn:aws:apigateway:{REGION}::/clientcertificates/c1"],
    }
    said = found.properties
    assert said["uid"] == f"arn:aws:apigateway:{REGION}::/restapis/r1/stages/prod"
    assert said["execution_log_level"] == "INFO"
    assert said["encrypts_cache"] is said["logs_bodies"] is False
    assert said["traces_requests"] is said["has_client_certificate"] is said["caches"] is True
    assert said["variable_names"] == ["token"]
    assert "hidden" not in str(found)
    redact = redactor(discover()["AwsApiGatewayStage"].redact, b"key")
    assert "hidden" not in str(redact(body))


def test_a_stage_that_was_never_set_up() -> None:
    found = literal("AwsApiGatewayStage", {"restApiId": "r1", "stageName": "test"})
    said = found.properties
    assert said["is_access_logged"] is said["traces_requests"] is said["caches"] is False
    assert {"encrypts_cache", "execution_log_level"}.isdisjoint(said)


def http_api(protocol: str, routes: list[dict[str, Any]], **answers: Any) -> Any:
    body = {"ApiId": "h1", "Name": "events", "ProtocolType": protocol}
    none: dict[str, Any] = {"Items": []}
    given = {"Stages": none, "Integrations": none, "Authorizers": none, **answers}
    return literal("AwsApiGatewayHttpApi", body, Routes={"Items": routes}, **given)


def test_an_http_api_in_the_form_of_aws() -> None:
    listener = arn("elasticloadbalancing", "listener/app/shop/0/1")
    stages = [
        {
            "StageName": "$default",
            "AccessLogSettings": {"DestinationArn": arn("logs", "log-group:events:*")},
            "StageVariables": {"token": "hidden"},
        },
        {"StageName": "test"},
    ]
    found = http_api(
        "HTTP",
        [
            {"RouteKey": "$default", "AuthorizationType": "NONE"},
            {"RouteKey": "POST /events", "AuthorizationType": "JWT"},
            {"RouteKey": "OPTIONS /events", "AuthorizationType": "NONE"},
        ],
        Stages={"Items": stages},
        Integrations={
            "Items": [
                {"IntegrationUri": FUNCTION, "CredentialsArn": ROLE},
                {"IntegrationUri": listener},
                {"IntegrationUri": "https://shop.example"},
            ]
        },
        Authorizers={"Items": [{"AuthorizerUri": INVOCATION}, {"JwtConfiguration": {}}]},
    )
    assert found.edges == {
        "LOGS_TO>": [arn("logs", "log-group:events")],
        "INVOKES>": [FUNCTION],
        "FORWARDS_TO>": [listener],
        "AUTHORIZED_BY>": [FUNCTION],
        "HAS_ROLE>": [ROLE],
    }
    assert found.properties["open_routes"] == ["$default"]
    assert found.properties["unlogged_stages"] == ["test"]
    assert found.properties["variable_names"] == ["token"]
    assert "hidden" not in str(found)


@pytest.mark.parametrize(
    ("connect", "expected"),
    [
        ([], ["$connect"]),
        ([{"RouteKey": "$connect", "AuthorizationType": "NONE"}], ["$connect"]),
        ([{"RouteKey": "$connect", "AuthorizationType": "AWS_IAM"}], []),
    ],
)
def test_a_websocket_api_asks_when_one_connects(connect: list[Any], expected: list[str]) -> None:
    message = {"RouteKey": "message", "AuthorizationType": "NONE"}
    found = http_api("WEBSOCKET", [*connect, message])
    assert found.properties["open_routes"] == expected


def test_a_zone_in_the_form_of_aws() -> None:
    body = {
        "Id": "/hostedzone/Z1",
        "Name": "shop.example.",
        "Config": {"Comment": "ours", "PrivateZone": False},
        "ResourceRecordSetCount": 2,
    }
    group = arn("logs", "log-group:/aws/route53/shop", region="us-east-1")
    found = literal(
        "AwsRoute53Zone",
        body,
        Zone={},
        Dnssec={
            "Status": {"ServeSignature": "SIGNING"},
            "KeySigningKeys": [{"KmsArn": arn("kms", "key/k", region="us-east-1")}],
        },
        QueryLogging={
            "QueryLoggingConfigs": [
                {"HostedZoneId": "Z2", "CloudWatchLogsLogGroupArn": "arn:aws:logs:other"},
                {"HostedZoneId": "Z1", "CloudWatchLogsLogGroupArn": f"{group}:*"},
            ]
        },
        Tagging={"ResourceTagSet": {"Tags": [{"Key": "owner", "Value": "shop"}]}},
    )
    assert found.edges == {
        "LOGS_TO>": [group],
        "SIGNED_WITH>": [arn("kms", "key/k", region="us-east-1")],
    }
    assert found.properties["uid"] == ZONE
    assert found.properties["name"] == "shop.example"
    assert found.properties["is_query_logged"] is True
    assert found.properties["dnssec"] == "SIGNING"
    assert found.tags == {"owner": "shop"}


def test_a_private_zone_is_seen_in_networks() -> None:
    body = {"Id": "/hostedzone/Z1", "Name": "shop.internal.", "Config": {"PrivateZone": True}}
    found = literal(
        "AwsRoute53Zone",
        body,
        Zone={"VPCs": [{"VPCRegion": "eu-north-1", "VPCId": "vpc-1"}]},
        Dnssec={},
        QueryLogging={"QueryLoggingConfigs": []},
        Tagging={},
    )
    assert found.edges == {"SEEN_IN>": [arn("ec2", "vpc/vpc-1", region="eu-north-1")]}
    assert found.properties["is_private"] is True
    assert "dnssec" not in found.properties


def record(body: dict[str, Any], **answers: Any) -> Any:
    return literal("AwsRoute53Record", {"Zone": "Z1", "TTL": 60, **body}, **answers)


def alias(target: str) -> dict[str, Any]:
    found = {"HostedZoneId": "Z9", "DNSName": target, "EvaluateTargetHealth": False}
    return {"Name": "www.shop.example.", "Type": "A", "AliasTarget": found}


def test_a_record_in_the_form_of_aws() -> None:
    body = {
        "Name": "\\052.shop.example.",
        "Type": "A",
        "SetIdentifier": "blue",
        "Weight": 0,
        "ResourceRecords": [{"Value": "192.0.2.1"}, {"Value": "192.0.2.2"}],
        "HealthCheckId": "0a1b2c3d-0000-1111-2222-333344445555",
    }
    address = {"PublicIp": "192.0.2.2", "AllocationId": "eipalloc-1"}
    found = record(
        body,
        **{
            "Addresses in eu-west-1": {"Addresses": [{"PublicIp": "192.0.2.9"}]},
            "Addresses in eu-north-1": {"Addresses": [address]},
        },
    )
    assert found.edges == {
        "HAS_RECORD<": [ZONE],
        "RESOLVES_TO>": [arn("ec2", "elastic-ip/eipalloc-1", region="eu-north-1")],
        "CHECKED_BY>": ["arn:aws:route53:::healthcheck/0a1b2c3d-0000-1111-2222-333344445555"],
        "POINTS_TO>": ["ip:192.0.2.1", "ip:192.0.2.2"],
    }
    assert found.properties["uid"] == f"{ZONE}/A/*.shop.example/blue"
    assert found.properties["name"] == "*.shop.example"
    assert found.properties["is_one_of_several"] is True
    assert found.properties["values"] == ["192.0.2.1", "192.0.2.2"]


def test_a_record_leads_to_a_load_balancer_by_whatever_name() -> None:
    body = alias("dualstack.shop-1.eu-west-1.elb.amazonaws.com.")
    found = record(body, Balancers={"LoadBalancers": [BALANCER]})
    assert found.edges["RESOLVES_TO>"] == [BALANCER["LoadBalancerArn"]]
    assert found.properties["is_alias"] is True
    gone = record(alias("shop-2.eu-west-1.elb.amazonaws.com."), Balancers={"LoadBalancers": []})
    assert "RESOLVES_TO>" not in gone.edges


def test_a_record_leads_to_a_distribution() -> None:
    listed = {"DistributionList.Items": [DISTRIBUTION]}
    found = record(alias("d1.cloudfront.net."), Distributions=listed)
    assert found.edges["RESOLVES_TO>"] == [DISTRIBUTION["ARN"]]


@pytest.mark.parametrize(
    ("body", "bucket"),
    [
        (alias("s3-website-us-east-1.amazonaws.com."), "www.shop.example"),
        ({**alias("s3-website.eu-central-1.amazonaws.com."), "Name": "\\052.shop.example."}, None),
        (
            {
                "Name": "www.shop.example.",
                "Type": "CNAME",
                "ResourceRecords": [{"Value": "site.s3-website-eu-west-1.amazonaws.com"}],
            },
            "site",
        ),
        ({"Name": "shop.example.", "Type": "TXT", "ResourceRecords": [{"Value": '"a"'}]}, None),
    ],
)
def test_a_record_leads_to_a_bucket(body: dict[str, Any], bucket: str | None) -> None:
    found = record(body)
    assert found.properties.get("bucket_name") == bucket
    expected = [f"arn:aws:s3:::{bucket}"] if bucket else None
    assert found.edges.get("RESOLVES_TO>") == expected


def test_records_are_looked_up_where_their_names_say(aws_cloud: AwsCloud) -> None:
    route53 = aws_cloud.client("route53")
    zone = route53.create_hosted_zone(Name="shop.example", CallerReference="1")["HostedZone"]["Id"]
    for number in range(3):
        target = f"shop-{number}.eu-west-1.elb.amazonaws.com"
        route53.change_resource_record_sets(
            HostedZoneId=zone,
            ChangeBatch={
                "Changes": [
                    {
                        "Action": "CREATE",
                        "ResourceRecordSet": {**alias(target), "Name": f"n{number}.shop.example"},
                    }
                ]
            },
        )
    found = rows(aws_cloud.endpoint_url, "AwsRoute53Record", "us-east-1")
    assert len(found) == 5
    asked = [c for c in aws_cloud.proxy.log if c.name == "elbv2:DescribeLoadBalancers"]
    assert [call.region for call in asked] == ["eu-west-1"]
    assert not aws_cloud.proxy.calls["ec2:DescribeAddresses"]  # no record holds an address
    assert not aws_cloud.proxy.calls["cloudfront:ListDistributions"]
