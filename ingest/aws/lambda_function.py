"""AWS Lambda functions as they stand unpublished: who may call them, as whom they run, and where.

Left out: published versions and aliases, with the policies and URLs of their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions
from ingest.aws.times import of_text
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_security_group import AwsSecurityGroup
    from ingest.aws.ec2_subnet import AwsSubnet
    from ingest.aws.ec2_vpc import AwsVpc
    from ingest.aws.efs_access_point import AwsEfsAccessPoint
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.sns_topic import AwsSnsTopic
    from ingest.aws.sqs_queue import AwsSqsQueue

URL = "lambda:GetFunctionUrlConfig"


class AwsLambdaFunction(
    Resource, service="lambda", lists="lambda:ListFunctions", redact=["Environment.Variables.*"]
):
    """An AWS Lambda function."""

    arn: str = key("Amazon Resource Name, without a version.")
    runtime: str | None = prop("`python3.12`, `nodejs20.x`, ...; null for container images.")
    package_type: str | None = prop("`Zip` or `Image`.")
    architectures: list[str] = prop("`x86_64` or `arm64`.")
    memory_mib: int | None = prop("Memory in MiB.")
    timeout_seconds: int | None = prop("Longest run in seconds.")
    modified_at: datetime | None = prop("When code or configuration last changed.")
    traces_requests: bool = prop("AWS X-Ray traces its requests.")
    environment_names: list[str] = prop("Names of its environment variables, never their values.")
    policy: Document | None = prop("The function policy.", reads="lambda:GetPolicy")
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads="lambda:GetPolicy",
    )
    url: str | None = prop("Its own HTTPS address; null without one.", reads=URL)
    url_auth_type: str | None = prop(
        "`NONE` lets anyone call the address, `AWS_IAM` does not; null without one.", reads=URL
    )
    role: Ref[AwsIamRole] | None = edge("HAS_ROLE", "The role it runs as.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of its environment variables; none where AWS owns the key."
    )
    vpc: Ref[AwsVpc] | None = edge("IN_VPC", "The network it runs in.")
    subnets: list[Ref[AwsSubnet]] = edge("IN_SUBNET", "Subnets it runs in.")
    security_groups: list[Ref[AwsSecurityGroup]] = edge("MEMBER_OF", "Groups that guard it.")
    dead_letters: Ref[AwsSnsTopic | AwsSqsQueue] | None = edge(
        "SENDS_TO", "Topic or queue that gets the events it failed on."
    )
    layers: list[Ref[Resource]] = edge("USES_LAYER", "Versions of layers that it runs with.")
    file_systems: list[Ref[AwsEfsAccessPoint]] = edge(
        "MOUNTS", "Access points of file systems it mounts."
    )
    tags: dict[str, str] = tags(reads="lambda:ListTags")


NAME = {"FunctionName": "FunctionName"}
NONE = ("ResourceNotFoundException",)
PARTS = (
    Part("FunctionPolicy", "get_policy", "lambda:GetPolicy", NAME, none=NONE),
    Part("Url", "get_function_url_config", URL, NAME, none=NONE),
    Part("Tagging", "list_tags", "lambda:ListTags", {"Resource": "FunctionArn"}),
)


def fetch(aws: Aws) -> Records[AwsLambdaFunction]:
    """Yield the region's functions."""
    return aws.records(read, aws.pages("list_functions", "Functions"), PARTS)


def read(aws: Aws, item: Item) -> AwsLambdaFunction:
    """Make the record of one function."""
    policy, url = item.part("FunctionPolicy"), item.part("Url")
    role, dead_letters = item.get("Role"), item.get("DeadLetterConfig.TargetArn")
    return AwsLambdaFunction(
        arn=item["FunctionArn"],
        name=item["FunctionName"],
        created_at=None,
        raw=item.raw,
        runtime=item.get("Runtime"),
        package_type=item.get("PackageType"),
        architectures=item.get("Architectures", default=[]),
        memory_mib=item.get("MemorySize"),
        timeout_seconds=item.get("Timeout"),
        modified_at=of_text(item.get("LastModified")),
        traces_requests=item.get("TracingConfig.Mode") == "Active",
        environment_names=sorted(item.get("Environment.Variables", default={})),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        url=url.get("FunctionUrl"),
        url_auth_type=url.get("AuthType"),
        role=Ref(role) if role else None,
        kms_key=kms_ref(aws, item.get("KMSKeyArn")),
        vpc=_vpc(aws, item.get("VpcConfig.VpcId")),
        subnets=[
            Ref(aws.arn("ec2", f"subnet/{name}"))
            for name in item.get("VpcConfig.SubnetIds", default=[])
        ],
        security_groups=[
            Ref(aws.arn("ec2", f"security-group/{name}"))
            for name in item.get("VpcConfig.SecurityGroupIds", default=[])
        ],
        dead_letters=Ref(dead_letters) if dead_letters else None,
        layers=[Ref(layer["Arn"]) for layer in item.get("Layers", default=[])],
        file_systems=[Ref(mount["Arn"]) for mount in item.get("FileSystemConfigs", default=[])],
        tags=item.part("Tagging").get("Tags", default={}),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("Policy"))


def _vpc(aws: Aws, name: str | None) -> Ref[AwsVpc] | None:
    return Ref(aws.arn("ec2", f"vpc/{name}")) if name else None
