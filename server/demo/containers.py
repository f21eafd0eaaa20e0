"""The demo's containers: images, what runs of them, and two Kubernetes clusters.

The shop's are as they should be, the legacy ones are not.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, statement, tag_map, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_GOOD, _BAD = "shop-web", "legacy-feedback"
_EXPIRY = {
    "rules": [
        {
            "rulePriority": 1,
            "selection": {
                "tagStatus": "untagged",
                "countType": "sinceImagePushed",
                "countUnit": "days",
                "countNumber": 14,
            },
            "action": {"type": "expire"},
        }
    ]
}


def build_containers(ground: Ground) -> None:
    """Make repositories, ECS and EKS; the book gets `repository/NAME`, `ecs/...`, `eks/NAME`."""
    _repositories(ground)
    _ecs(ground)
    _eks(ground)


def _repositories(ground: Ground) -> None:
    ecr = ground.client("ecr")
    key = ground.book[f"key/{HOME}/shop"]
    settings: dict[str, Any] = {
        "imageTagMutability": "IMMUTABLE",
        "encryptionConfiguration": {"encryptionType": "KMS", "kmsKey": key},
    }
    good = _repository(ground, _GOOD, settings)
    bad = _repository(ground, _BAD, {}, owner=False)
    ecr.put_lifecycle_policy(repositoryName=_GOOD, lifecyclePolicyText=json.dumps(_EXPIRY))
    everyone = statement(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], [], Principal="*")
    del everyone["Statement"][0]["Resource"]
    ecr.set_repository_policy(repositoryName=_BAD, policyText=json.dumps(everyone))
    ecr.put_registry_scanning_configuration(
        scanType="BASIC",
        rules=[
            {
                "scanFrequency": "SCAN_ON_PUSH",
                "repositoryFilters": [{"filter": "shop-*", "filterType": "WILDCARD"}],
            }
        ],
    )
    ground.notable["scanned_repository"], ground.notable["public_repository"] = good, bad


def _repository(ground: Ground, name: str, settings: dict[str, Any], *, owner: bool = True) -> str:
    made = ground.client("ecr").create_repository(
        repositoryName=name, tags=tags(name, owner=owner), **settings
    )
    ground.book[f"repository/{name}"] = made["repository"]["repositoryUri"]
    ground.made("ecr:repository")
    arn: str = made["repository"]["repositoryArn"]
    return arn


def _ecs(ground: Ground) -> None:
    ecs = ground.client("ecs")
    for name, insights in ((_GOOD, "enabled"), (_BAD, "disabled")):
        made = ecs.create_cluster(
            clusterName=name,
            settings=[{"name": "containerInsights", "value": insights}],
            tags=_small(name),
        )
        ground.book[f"ecs/{name}"] = made["cluster"]["clusterArn"]
        ground.made("ecs:cluster")
    good, role = _good_container(ground), "shop-checkout-function"
    running = _register(ground, _GOOD, good, role, networkMode="awsvpc")
    _register(ground, _GOOD, good, role, networkMode="awsvpc")  # not rolled out yet
    bad, role = _bad_container(ground), "platform-cleanup-function"  # which may do everything
    careless = _register(ground, _BAD, bad, role, networkMode="host", pidMode="host")
    _service(ground, _GOOD, running, group="shop-web", public=False)
    _service(ground, _BAD, careless, group="shop-web-open", public=True)
    ecs.run_task(cluster=_BAD, taskDefinition=careless, launchType="FARGATE")  # once, by hand
    ground.notable["confined_task"], ground.notable["privileged_task"] = running, careless


def _register(
    ground: Ground, name: str, container: dict[str, Any], role: str, **settings: Any
) -> str:
    made = ground.client("ecs").register_task_definition(
        family=name,
        containerDefinitions=[container],
        taskRoleArn=ground.book[f"role/{role}"],
        executionRoleArn=ground.book["role/platform-log-shipper"],
        tags=_small(name),
        **settings,
    )
    ground.made("ecs:task-definition")
    arn: str = made["taskDefinition"]["taskDefinitionArn"]
    return arn


def _good_container(ground: Ground) -> dict[str, Any]:
    return {
        "name": "web",
        "image": f"{ground.book[f'repository/{_GOOD}']}:1.4.2",
        "memory": 512,
        "user": "1000",
        "readonlyRootFilesystem": True,
        "environment": [{"name": "STAGE", "value": "prod"}],
        "logConfiguration": {
            "logDriver": "awslogs",
            "options": {"awslogs-group": "/ecs/shop-web", "awslogs-region": HOME},
        },
    }


def _bad_container(ground: Ground) -> dict[str, Any]:
    return {
        "name": "feedback",
        "image": f"{ground.book[f'repository/{_BAD}']}:latest",
        "memory": 512,
        "privileged": True,
        "environment": [{"name": "DB_PASSWORD", "value": ground.secret(_BAD)}],
    }


def _service(ground: Ground, name: str, task: str, *, group: str, public: bool) -> None:
    network = {
        "subnets": [ground.book[f"subnet/{HOME}/prod/{'public' if public else 'private'}-a"]],
        "securityGroups": [ground.book[f"group/{HOME}/{group}"]],
        "assignPublicIp": "ENABLED" if public else "DISABLED",
    }
    behind = {"containerName": "web", "containerPort": 8080}
    made = ground.client("ecs").create_service(
        cluster=ground.book[f"ecs/{name}"],
        serviceName=name,
        taskDefinition=task,
        desiredCount=2,
        launchType="FARGATE",
        platformVersion="1.3.0" if public else "LATEST",
        networkConfiguration={"awsvpcConfiguration": network},
        loadBalancers=[]
        if public
        else [{"targetGroupArn": ground.book["targets/shop-web"], **behind}],
        tags=_small(name),
    )
    ground.book[f"service/{name}"] = made["service"]["serviceArn"]
    ground.made("ecs:service")


def _eks(ground: Ground) -> None:
    every = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
    good: dict[str, Any] = {
        "version": "1.34",
        "logging": {"clusterLogging": [{"types": every, "enabled": True}]},
        "encryptionConfig": [
            {"resources": ["secrets"], "provider": {"keyArn": ground.book[f"key/{HOME}/shop"]}}
        ],
    }
    ground.notable["private_kubernetes"] = _kubernetes(ground, _GOOD, good, public=False)
    ground.notable["public_kubernetes"] = _kubernetes(
        ground, _BAD, {"version": "1.27"}, public=True
    )
    bastion = [ground.book[f"group/{HOME}/platform-bastion"]]
    for name, sources in ((_GOOD, bastion), (_BAD, [])):
        ground.client("eks").create_nodegroup(
            clusterName=name,
            nodegroupName="general",
            subnets=[ground.book[f"subnet/{HOME}/prod/private-a"]],
            nodeRole=ground.book["role/search-indexer"],
            remoteAccess={"ec2SshKey": name, "sourceSecurityGroups": sources},
            tags=tag_map(name),
        )
        ground.made("eks:nodegroup")


def _kubernetes(ground: Ground, name: str, settings: dict[str, Any], *, public: bool) -> str:
    made = ground.client("eks").create_cluster(
        name=name,
        roleArn=ground.book["role/platform-deployer"],
        resourcesVpcConfig={
            "subnetIds": [ground.book[f"subnet/{HOME}/prod/private-{zone}"] for zone in "ab"],
            "securityGroupIds": [ground.book[f"group/{HOME}/shop-web"]],
            "endpointPublicAccess": public,
            "endpointPrivateAccess": not public,
            "publicAccessCidrs": ["0.0.0.0/0"] if public else [],
        },
        tags=tag_map(name),
        **settings,
    )
    ground.made("eks:cluster")
    arn: str = made["cluster"]["arn"]
    return arn


def _small(name: str) -> list[dict[str, str]]:
    """Return the company's tags in the small letters of ECS."""
    return [{"key": tag["Key"], "value": tag["Value"]} for tag in tags(name)]
