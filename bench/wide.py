"""A large account for measures: plain resources of each kind, many of them, through real boto3.

The mix is about that of the demo's estate in the services that `bench.latency` reads: users, roles
and policies, buckets, groups with rules, instances with volumes and interfaces, keys, topics,
functions. Nothing of it means anything.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3

TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
                   "Action": "sts:AssumeRole"}],
})  # fmt: skip
ALLOW = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}],
})  # fmt: skip
THREADS = 4


def widen(endpoint_url: str, regions: Sequence[str], copies: int) -> None:
    """Add `copies` times some 230 resources a region to an account."""

    def client(service: str, region: str = regions[0]) -> Any:
        return boto3.client(
            service, region_name=region, endpoint_url=endpoint_url,
            aws_access_key_id="bench", aws_secret_access_key="bench",  # noqa: S106 - the stand-in takes any
        )  # fmt: skip

    image = client("ec2").describe_images(Owners=["self", "amazon"])["Images"][0]["ImageId"]
    with ThreadPoolExecutor(THREADS) as pool:
        done = [
            pool.submit(make, client, region, f"wide-{number}-{copy}", image)
            for copy in range(copies)
            for number, region in enumerate(regions)
        ]
        for one in done:
            one.result()


def make(client: Any, region: str, name: str, image: str) -> None:
    """Make one copy in one region."""
    _identities(client("iam"), name)
    _buckets(client("s3", region), region, name)
    _machines(client("ec2", region), name, image)
    _rest(client, region, name)


def _identities(iam: Any, name: str) -> None:
    for i in range(12):
        policy = iam.create_policy(PolicyName=f"{name}-{i}", PolicyDocument=ALLOW)["Policy"]["Arn"]
        iam.create_user(UserName=f"{name}-{i}")
        iam.create_access_key(UserName=f"{name}-{i}")
        iam.attach_user_policy(UserName=f"{name}-{i}", PolicyArn=policy)
        iam.create_role(RoleName=f"{name}-{i}", AssumeRolePolicyDocument=TRUST)
        iam.attach_role_policy(RoleName=f"{name}-{i}", PolicyArn=policy)


def _buckets(s3: Any, region: str, name: str) -> None:
    place = {"CreateBucketConfiguration": {"LocationConstraint": region}}
    for i in range(12):
        s3.create_bucket(Bucket=f"{name}-{i}", **({} if region == "us-east-1" else place))
        s3.put_bucket_tagging(
            Bucket=f"{name}-{i}", Tagging={"TagSet": [{"Key": "env", "Value": "prod"}]}
        )


def _machines(ec2: Any, name: str, image: str) -> None:
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    for i in range(12):
        group = ec2.create_security_group(GroupName=f"{name}-{i}", Description=name, VpcId=vpc)
        ec2.authorize_security_group_ingress(
            GroupId=group["GroupId"],
            IpPermissions=[
                {"IpProtocol": "tcp", "FromPort": port, "ToPort": port,
                 "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}
                for port in (22, 443, 5432)
            ],
        )  # fmt: skip
        ec2.run_instances(
            ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet,
            SecurityGroupIds=[group["GroupId"]],
        )  # fmt: skip


def _rest(client: Any, region: str, name: str) -> None:
    role = client("iam").get_role(RoleName=f"{name}-0")["Role"]["Arn"]
    for i in range(6):
        client("kms", region).create_key(Description=name)
        client("sns", region).create_topic(Name=f"{name}-{i}")
        client("lambda", region).create_function(
            FunctionName=f"{name}-{i}", Runtime="python3.13", Role=role, Handler="main.handler",
            Code={"ZipFile": _code()},
        )  # fmt: skip


def _code() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("main.py", "def handler(event, context): ...\n")
    return held.getvalue()
