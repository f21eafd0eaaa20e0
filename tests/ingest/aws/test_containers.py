"""ECR, ECS and EKS, from moto and from AWS's own forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from ingest.aws import containers
from ingest.catalogue import discover
from ingest.redact import redactor
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
THEN = datetime(2026, 1, 2, tzinfo=UTC)


def arn(service: str, resource: str, *, region: str = REGION, account: str = ACCOUNT) -> str:
    return f"arn:aws:{service}:{region}:{account}:{resource}"


def ec2(kind: str, identifier: str) -> str:
    return arn("ec2", f"{kind}/{identifier}")


def test_a_repository_in_the_form_of_aws() -> None:
    body = {
        "repositoryArn": arn("ecr", "repository/shop/web"),
        "repositoryName": "shop/web",
        "repositoryUri": f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/shop/web",
        "createdAt": THEN,
        "imageTagMutability": "IMMUTABLE_WITH_EXCLUSION",
        "imageTagMutabilityExclusionFilters": [{"filterType": "WILDCARD", "filter": "latest"}],
        "imageScanningConfiguration": {"scanOnPush": False},
        "encryptionConfiguration": {"encryptionType": "KMS", "kmsKey": arn("kms", "key/k")},
    }
    scanning = {"scanningConfigurations": [{"scanOnPush": True, "scanFrequency": "SCAN_ON_PUSH"}]}
    policy = {"policyText": '{"Statement":{"Effect":"Allow","Principal":"*","Action":"ecr:*"}}'}
    found = literal(
        "AwsEcrRepository",
        body,
        Scanning=scanning,
        RepositoryPolicy=policy,
        LifecyclePolicy={"lifecyclePolicyText": '{"rules":[]}'},
        Tagging={"tags": [{"Key": "owner", "Value": "shop"}]},
    )
    assert found.edges == {"ENCRYPTED_BY>": [arn("kms", "key/k")]}
    assert found.properties["scan_frequency"] == "SCAN_ON_PUSH"  # whatever it says of itself
    assert found.properties["tag_mutability_exclusions"] == ["latest"]
    assert found.properties["policy_public_actions"] == ["ecr:*"]
    assert found.properties["lifecycle_policy"] == '{"rules":[]}'
    assert found.tags == {"owner": "shop"}


def test_a_cluster_of_services_in_the_form_of_aws() -> None:
    body = {
        "clusterArn": arn("ecs", "cluster/c"),
        "clusterName": "c",
        "status": "ACTIVE",
        "settings": [{"name": "containerInsights", "value": "enhanced"}],
        "capacityProviders": ["FARGATE_SPOT", "FARGATE"],
        "configuration": {
            "executeCommandConfiguration": {
                "kmsKeyId": arn("kms", "key/exec"),
                "logging": "OVERRIDE",
                "logConfiguration": {"cloudWatchLogGroupName": "/exec", "s3BucketName": "exec"},
            },
            "managedStorageConfiguration": {"fargateEphemeralStorageKmsKeyId": "storage"},
        },
        "serviceConnectDefaults": {"namespace": arn("servicediscovery", "namespace/ns-1")},
        "tags": [{"key": "owner", "value": "shop"}],
    }
    found = literal("AwsEcsCluster", body)
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "key/exec"), arn("kms", "key/storage")],
        "LOGS_TO>": [arn("logs", "log-group:/exec"), "arn:aws:s3:::exec"],
        "REGISTERED_IN>": [arn("servicediscovery", "namespace/ns-1")],
    }
    assert found.properties["container_insights"] == "enhanced"
    assert found.properties["exec_logging"] == "OVERRIDE"
    assert found.tags == {"owner": "shop"}


def network(subnet: str, *, public: str = "DISABLED") -> dict[str, Any]:
    settings = {"subnets": [subnet], "securityGroups": ["sg-1"], "assignPublicIp": public}
    return {"awsvpcConfiguration": settings}


def test_a_service_with_what_others_deploy_of_it() -> None:
    revisions = [arn("ecs", f"task-definition/web:{n}") for n in (1, 2, 3)]
    body = {
        "serviceArn": arn("ecs", "service/c/web"),
        "serviceName": "web",
        "clusterArn": arn("ecs", "cluster/c"),
        "createdAt": THEN,
        "taskDefinition": revisions[2],
        "deployments": [
            {"status": "PRIMARY", "taskDefinition": revisions[2]},
            {"status": "ACTIVE", "taskDefinition": revisions[1]},
        ],
        "taskSets": [
            {
                "taskDefinition": revisions[0],
                "networkConfiguration": network("subnet-2", public="ENABLED"),
                "loadBalancers": [{"targetGroupArn": arn("elasticloadbalancing", "targetgroup/b")}],
            }
        ],
        "networkConfiguration": network("subnet-1"),
        "loadBalancers": [
            {
                "targetGroupArn": arn("elasticloadbalancing", "targetgroup/a"),
                "advancedConfiguration": {
                    "alternateTargetGroupArn": arn("elasticloadbalancing", "targetgroup/c"),
                    "roleArn": ROLE,
                },
            }
        ],
        "serviceRegistries": [{"registryArn": arn("servicediscovery", "service/srv-1")}],
        "capacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 1}],
    }
    found = literal("AwsEcsService", body)
    assert found.edges == {
        "IN_CLUSTER>": [arn("ecs", "cluster/c")],
        "RUNS>": revisions,
        "IN_SUBNET>": [ec2("subnet", "subnet-1"), ec2("subnet", "subnet-2")],
        "MEMBER_OF>": [ec2("security-group", "sg-1")],
        "ROUTES_TO<": [arn("elasticloadbalancing", f"targetgroup/{n}") for n in "abc"],
        "HAS_ROLE>": [ROLE],
        "REGISTERED_IN>": [arn("servicediscovery", "service/srv-1")],
    }
    assert found.properties["assigns_public_ips"] is True
    assert found.properties["capacity_providers"] == ["FARGATE"]
    assert found.properties["allows_exec"] is False


DEFINITION: dict[str, Any] = {
    "taskDefinitionArn": arn("ecs", "task-definition/web:7"),
    "status": "ACTIVE",
    "networkMode": "host",
    "taskRoleArn": ROLE,
    "executionRoleArn": ROLE,
    "registeredAt": THEN,
    "runtimePlatform": {"operatingSystemFamily": "LINUX"},
    "volumes": [
        {"efsVolumeConfiguration": {"fileSystemId": "fs-1"}},
        {
            "efsVolumeConfiguration": {
                "fileSystemId": "fs-2",
                "authorizationConfig": {"accessPointId": "fsap-2"},
            }
        },
        {
            "fsxWindowsFileServerVolumeConfiguration": {
                "fileSystemId": "fs-3",
                "authorizationConfig": {
                    "credentialsParameter": arn("secretsmanager", "secret:share-AbCdEf")
                },
            }
        },
        {"host": {"sourcePath": "/var"}},
    ],
    "containerDefinitions": [
        {
            "name": "web",
            "image": f"{ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/shop/web@sha256:00",
            "privileged": True,
            "user": "0:0",
            "command": ["--password", "hidden-in-command"],
            "environment": [{"name": "TOKEN", "value": "hidden-in-environment"}],
            "environmentFiles": [{"value": "arn:aws:s3:::settings/web.env", "type": "s3"}],
            "secrets": [
                {"name": "A", "valueFrom": arn("secretsmanager", "secret:db-AbCdEf:password::")},
                {"name": "B", "valueFrom": arn("ssm", "parameter/shop/b")},
                {"name": "C", "valueFrom": "/shop/c"},
            ],
            "logConfiguration": {
                "logDriver": "awslogs",
                "options": {"awslogs-group": "/web", "awslogs-region": "eu-central-1"},
            },
        },
        {
            "name": "proxy",
            "image": "public.ecr.aws/nginx/nginx:1",
            "user": "nginx",
            "readonlyRootFilesystem": True,
            "repositoryCredentials": {
                "credentialsParameter": arn("secretsmanager", "secret:registry-AbCdEf")
            },
        },
    ],
}
NAMED = {"taskDefinitionArn": DEFINITION["taskDefinitionArn"]}


def test_a_task_definition_in_the_form_of_aws() -> None:
    answer = {"taskDefinition": DEFINITION, "tags": [{"key": "owner", "value": "shop"}]}
    found = literal("AwsEcsTaskDefinition", NAMED, Definition=answer)
    assert found.edges == {
        "HAS_ROLE>": [ROLE],
        "PULLS_FROM>": [arn("ecr", "repository/shop/web", region="eu-central-1")],
        "USES_SECRET>": [
            arn("secretsmanager", "secret:db-AbCdEf"),
            arn("secretsmanager", "secret:registry-AbCdEf"),
            arn("secretsmanager", "secret:share-AbCdEf"),
            arn("ssm", "parameter/shop/b"),
            arn("ssm", "parameter/shop/c"),
        ],
        "READS_FROM>": ["arn:aws:s3:::settings"],
        "LOGS_TO>": [arn("logs", "log-group:/web", region="eu-central-1")],
        "MOUNTS>": [
            arn("elasticfilesystem", "access-point/fsap-2"),
            arn("elasticfilesystem", "file-system/fs-1"),
            arn("fsx", "file-system/fs-3"),
        ],
    }
    assert found.edge_properties[("HAS_ROLE>", ROLE)] == {
        "is_task_role": True,
        "is_execution_role": True,
    }
    assert {n: v for n, v in found.properties.items() if n.endswith("_containers")} == {
        "privileged_containers": ["web"],
        "root_containers": ["web"],
        "writable_containers": ["web"],
        "unlogged_containers": ["proxy"],
    }
    assert (found.properties["family"], found.properties["revision"]) == ("web", 7)
    assert found.properties["environment_names"] == ["TOKEN"]
    assert found.tags == {"owner": "shop"}
    assert "hidden" not in str(found)


def test_what_containers_are_told_is_redacted() -> None:
    redact = redactor(discover()["AwsEcsTaskDefinition"].redact, b"key")
    raw = redact({**NAMED, "Definition": {"taskDefinition": DEFINITION}})
    assert "hidden" not in str(raw)
    first = raw["Definition"]["taskDefinition"]["containerDefinitions"][0]
    assert first["environment"][0]["name"] == "TOKEN"
    assert first["environment"][0]["value"].startswith("redacted:")
    assert first["image"] == DEFINITION["containerDefinitions"][0]["image"]


@pytest.mark.parametrize(
    ("image", "repository"),
    [
        ("111111111111.dkr.ecr.us-east-1.amazonaws.com/a/b:1", "a/b"),
        ("111111111111.dkr.ecr-fips.us-east-1.amazonaws.com/a", "a"),
        ("111111111111.dkr-ecr.us-east-1.on.aws/a@sha256:00", "a"),
        ("nginx:latest", None),
        ("example.com/111111111111.dkr.ecr.us-east-1.amazonaws.com/a", None),
    ],
)
def test_images_name_repositories(image: str, repository: str | None) -> None:
    answer = {"taskDefinition": {"containerDefinitions": [{"name": "a", "image": image}]}}
    found = literal("AwsEcsTaskDefinition", NAMED, Definition=answer)
    expected = arn("ecr", f"repository/{repository}", region="us-east-1", account="1" * 12)
    assert found.edges == ({"PULLS_FROM>": [expected]} if repository else {})


@pytest.mark.parametrize(
    ("user", "may"),
    [(None, True), ("", True), ("0", True), ("root:wheel", True), ("1000", False), ("app", False)],
)
def test_who_may_be_root(user: str | None, may: bool) -> None:  # noqa: FBT001 - a table's column
    assert containers.may_be_root({"name": "a", "user": user}) is may


def test_only_the_last_revision_and_what_runs_is_read(aws_cloud: AwsCloud) -> None:
    ecs = aws_cloud.client("ecs", REGION)
    ecs.create_cluster(clusterName="c")
    for _ in range(12):
        ecs.register_task_definition(
            family="web", containerDefinitions=[{"name": "w", "image": "w", "memory": 1}]
        )
    ecs.create_service(cluster="c", serviceName="web", taskDefinition="web:9", desiredCount=1)
    ecs.run_task(cluster="c", taskDefinition="web:3", launchType="FARGATE")
    found = rows(aws_cloud.endpoint_url, "AwsEcsTaskDefinition")
    assert sorted(r.properties["revision"] for r in found.values()) == [3, 9, 12]


def test_clusters_and_services_are_described_in_batches(aws_cloud: AwsCloud) -> None:
    ecs = aws_cloud.client("ecs", REGION)
    for number in range(101):
        ecs.create_cluster(clusterName=f"c{number}")
    ecs.register_task_definition(
        family="web", containerDefinitions=[{"name": "w", "image": "w", "memory": 1}]
    )
    for number in range(11):
        ecs.create_service(
            cluster="c7", serviceName=f"s{number}", taskDefinition="web", desiredCount=0
        )
    assert len(rows(aws_cloud.endpoint_url, "AwsEcsCluster")) == 101
    assert len(rows(aws_cloud.endpoint_url, "AwsEcsService")) == 11
    assert aws_cloud.proxy.calls["ecs:DescribeClusters"] == 2
    assert aws_cloud.proxy.calls["ecs:DescribeServices"] == 2


def test_a_kubernetes_cluster_in_the_form_of_aws() -> None:
    cluster = {
        "name": "k",
        "createdAt": THEN,
        "version": "1.33",
        "status": "ACTIVE",
        "roleArn": ROLE,
        "resourcesVpcConfig": {
            "vpcId": "vpc-1",
            "subnetIds": ["subnet-1"],
            "securityGroupIds": ["sg-1"],
            "clusterSecurityGroupId": "sg-2",
            "endpointPublicAccess": True,
            "endpointPrivateAccess": False,
            "publicAccessCidrs": ["0.0.0.0/0"],
        },
        "logging": {
            "clusterLogging": [
                {"types": ["audit", "api"], "enabled": True},
                {"types": ["scheduler"], "enabled": False},
            ]
        },
        "encryptionConfig": [
            {"resources": ["secrets"], "provider": {"keyArn": arn("kms", "key/k")}}
        ],
        "upgradePolicy": {"supportType": "EXTENDED"},
        "accessConfig": {"authenticationMode": "API"},
        "deletionProtection": True,
        "identity": {"oidc": {"issuer": "https://oidc.example"}},
        "tags": {"owner": "shop"},
    }
    found = literal(
        "AwsEksCluster", {"name": "k"}, Cluster={"cluster": cluster}, Addons={"addons": ["b", "a"]}
    )
    assert found.edges == {
        "HAS_ROLE>": [ROLE],
        "IDENTIFIED_BY>": ["identity:oidc.example"],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "IN_VPC>": [ec2("vpc", "vpc-1")],
        "IN_SUBNET>": [ec2("subnet", "subnet-1")],
        "MEMBER_OF>": [ec2("security-group", "sg-1"), ec2("security-group", "sg-2")],
        "LOGS_TO>": [arn("logs", "log-group:/aws/eks/k/cluster")],
    }
    said = found.properties
    assert said["uid"] == arn("eks", "cluster/k")
    assert (said["is_endpoint_public"], said["public_access_cidrs"]) == (True, ["0.0.0.0/0"])
    assert (said["log_types"], said["addons"]) == (["api", "audit"], ["a", "b"])
    assert said["encrypts_secrets"] is said["is_deletion_protected"] is True
    assert found.tags == {"owner": "shop"}


def test_a_nodegroup_from_a_template_is_not_open_by_what_eks_makes() -> None:
    body = {
        "nodegroupArn": arn("eks", "nodegroup/k/n/0"),
        "nodegroupName": "n",
        "clusterName": "k",
        "nodeRole": ROLE,
        "subnets": ["subnet-1"],
        "launchTemplate": {"id": "lt-1", "version": "3"},
        "scalingConfig": {"minSize": 0, "maxSize": 3, "desiredSize": 1},
    }
    found = literal("AwsEksNodegroup", body)
    assert found.edges == {
        "IN_CLUSTER>": [arn("eks", "cluster/k")],
        "HAS_ROLE>": [ROLE],
        "IN_SUBNET>": [ec2("subnet", "subnet-1")],
        "USES_TEMPLATE>": [ec2("launch-template", "lt-1")],
    }
    assert found.properties["is_ssh_open_to_internet"] is False
    assert (found.properties["min_size"], found.properties["max_size"]) == (0, 3)


@pytest.mark.parametrize(("sources", "is_open"), [([], True), (["sg-1"], False)])
def test_ssh_is_open_where_nobody_says_to_whom(
    sources: list[str],
    is_open: bool,  # noqa: FBT001 - a table's column
) -> None:
    body = {
        "nodegroupArn": arn("eks", "nodegroup/k/n/0"),
        "nodegroupName": "n",
        "clusterName": "k",
        "remoteAccess": {"ec2SshKey": "pair", "sourceSecurityGroups": sources},
        "resources": {"remoteAccessSecurityGroup": "sg-9"},
    }
    found = literal("AwsEksNodegroup", body)
    assert found.properties["is_ssh_open_to_internet"] is is_open
    assert found.edges["MEMBER_OF>"] == [ec2("security-group", "sg-9")]
