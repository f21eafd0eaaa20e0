"""Read the containers of a task definition: how they are confined, and what they point at.

What a container leaves unsaid is taken as ECS takes it. One that names no user is the exception:
its image decides then, and that is root unless the image says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ingest.items import dig
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

ROOT = frozenset({"", "0", "root"})
ECR_IMAGE = re.compile(
    r"(?P<account>\d{12})\.dkr[.-]ecr(-fips)?\.(?P<region>[a-z0-9-]+)"
    r"\.(amazonaws\.com(\.cn)?|on\.(aws|amazonwebservices\.com\.cn))/(?P<name>[^:@]+)"
)
SECRET_PARTS = 7  # of an ARN; what follows picks a key or a version


def containers(definition: Json) -> list[Json]:
    """Return the containers of a task definition."""
    return list(definition.get("containerDefinitions") or [])


def names(definition: Json, is_so: Callable[[Json], bool]) -> list[str]:
    """Return the names of the containers of which something is so."""
    return sorted(c["name"] for c in containers(definition) if is_so(c))


def is_privileged(container: Json) -> bool:
    """Tell whether it may do on its machine what root may."""
    return container.get("privileged") is True


def is_writable(container: Json) -> bool:
    """Tell whether it may write to its own root file system."""
    return container.get("readonlyRootFilesystem") is not True


def may_be_root(container: Json) -> bool:
    """Tell whether it runs as root, or leaves that to its image."""
    return (container.get("user") or "").partition(":")[0] in ROOT


def is_unlogged(container: Json) -> bool:
    """Tell whether what it prints goes nowhere."""
    return not dig(container, "logConfiguration.logDriver")


def environment_names(definition: Json) -> list[str]:
    """Return the names of the environment variables of all containers."""
    variables = (v for c in containers(definition) for v in c.get("environment") or [])
    return sorted({v["name"] for v in variables})


def repositories(aws: Aws, definition: Json) -> list[Ref[Any]]:
    """Return the repositories of Amazon ECR that images are pulled from, of whatever account."""
    found = (ECR_IMAGE.match(c.get("image") or "") for c in containers(definition))
    return [
        Ref(aws.arn("ecr", f"repository/{m['name']}", region=m["region"], account=m["account"]))
        for m in found
        if m
    ]


def secrets(aws: Aws, definition: Json) -> list[Ref[Any]]:
    """Return the secrets and parameters whose values containers get, or images are pulled with."""
    named = dict.fromkeys(source for c in containers(definition) for source in _sources(c))
    shares = (dig(v, "fsxWindowsFileServerVolumeConfiguration") for v in _volumes(definition))
    named |= dict.fromkeys(dig(s, "authorizationConfig.credentialsParameter") for s in shares)
    return [Ref(_secret_arn(aws, name)) for name in named if name]


def log_groups(aws: Aws, definition: Json) -> list[Ref[Any]]:
    """Return the log groups that receive what containers print."""
    options = (
        dig(c, "logConfiguration.options", {})
        for c in containers(definition)
        if dig(c, "logConfiguration.logDriver") == "awslogs"
    )
    return [
        Ref(
            aws.arn(
                "logs", f"log-group:{o['awslogs-group']}", region=o.get("awslogs-region") or None
            )
        )
        for o in options
        if o.get("awslogs-group")
    ]


def file_systems(aws: Aws, definition: Json) -> list[Ref[Any]]:
    """Return the file systems that are mounted, or the access points they are mounted through."""
    found = []
    for volume in _volumes(definition):
        efs = volume.get("efsVolumeConfiguration") or {}
        if point := dig(efs, "authorizationConfig.accessPointId"):
            found.append(aws.arn("elasticfilesystem", f"access-point/{point}"))
        elif system := efs.get("fileSystemId"):
            found.append(aws.arn("elasticfilesystem", f"file-system/{system}"))
        if windows := dig(volume, "fsxWindowsFileServerVolumeConfiguration.fileSystemId"):
            found.append(aws.arn("fsx", f"file-system/{windows}"))
    return [Ref(arn) for arn in found]


def environment_buckets(definition: Json) -> list[Ref[Any]]:
    """Return the buckets that environment variables are read from: files are named by ARN."""
    files = (f for c in containers(definition) for f in c.get("environmentFiles") or [])
    return [Ref(str(f["value"]).partition("/")[0]) for f in files]


def _sources(container: Json) -> Iterator[str | None]:
    yield from (s.get("valueFrom") for s in container.get("secrets") or [])
    yield from (s.get("valueFrom") for s in dig(container, "logConfiguration.secretOptions", []))
    yield dig(container, "repositoryCredentials.credentialsParameter")


def _volumes(definition: Json) -> list[Json]:
    return list(definition.get("volumes") or [])


def _secret_arn(aws: Aws, name: str) -> str:
    """Return the ARN of a secret, or of a parameter of the region that goes by its name."""
    if name.startswith("arn:"):
        is_secret = name.split(":")[2] == "secretsmanager"
        return ":".join(name.split(":")[:SECRET_PARTS]) if is_secret else name
    return aws.arn("ssm", f"parameter/{name.removeprefix('/')}")
