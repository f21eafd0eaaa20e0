"""Amazon ECR repositories of container images.

Whether images are scanned is told as it takes effect: the registry's own rules stand above what a
repository says of itself. Left out: the images, and what scans found in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

POLICY = "ecr:GetRepositoryPolicy"
SCANNING = "ecr:BatchGetRepositoryScanningConfiguration"


class AwsEcrRepository(Resource, service="ecr", lists="ecr:DescribeRepositories"):
    """An Amazon ECR repository."""

    arn: str = key("Amazon Resource Name.")
    uri: str | None = prop("What images are pulled by, without their tag.", indexed=True)
    tag_mutability: str | None = prop(
        "`MUTABLE`: a tag can be put on another image; `IMMUTABLE`: it can't; either with "
        "`_WITH_EXCLUSION`."
    )
    tag_mutability_exclusions: list[str] = prop("Patterns of tags that are excluded from it.")
    scan_frequency: str | None = prop(
        "When images are scanned: `SCAN_ON_PUSH`, `CONTINUOUS_SCAN`, or `MANUAL`: when asked.",
        reads=SCANNING,
    )
    encryption: str | None = prop("`AES256`, `KMS` or `KMS_DSSE`.")
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of the images; none where ECR owns the key."
    )
    policy: Document | None = prop("The repository policy.", reads=POLICY)
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads=POLICY,
    )
    lifecycle_policy: Document | None = prop(
        "Which images go, and when; null where they stay for ever.", reads="ecr:GetLifecyclePolicy"
    )
    tags: dict[str, str] = tags(reads="ecr:ListTagsForResource")


NAME = {"repositoryName": "repositoryName"}
PARTS = (
    Part(
        "Scanning", "batch_get_repository_scanning_configuration", SCANNING,
        {"repositoryNames": lambda repository: [repository["repositoryName"]]},
    ),
    Part(
        "RepositoryPolicy", "get_repository_policy", POLICY, NAME,
        none=("RepositoryPolicyNotFoundException",),
    ),
    Part(
        "LifecyclePolicy", "get_lifecycle_policy", "ecr:GetLifecyclePolicy", NAME,
        none=("LifecyclePolicyNotFoundException",),
    ),
    Part(
        "Tagging", "list_tags_for_resource", "ecr:ListTagsForResource",
        {"resourceArn": "repositoryArn"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsEcrRepository]:
    """Yield the region's repositories."""
    return aws.records(read, aws.pages("describe_repositories", "repositories"), PARTS)


def read(aws: Aws, item: Item) -> AwsEcrRepository:
    """Make the record of one repository."""
    policy, lifecycle = item.part("RepositoryPolicy"), item.part("LifecyclePolicy")
    exclusions = item.get("imageTagMutabilityExclusionFilters", default=[])
    return AwsEcrRepository(
        arn=item["repositoryArn"],
        name=item["repositoryName"],
        created_at=item.get("createdAt"),
        raw=item.raw,
        uri=item.get("repositoryUri"),
        tag_mutability=item.get("imageTagMutability"),
        tag_mutability_exclusions=sorted(e["filter"] for e in exclusions),
        scan_frequency=item.part("Scanning").read(_scan_frequency),
        encryption=item.get("encryptionConfiguration.encryptionType"),
        kms_key=kms_ref(aws, item.get("encryptionConfiguration.kmsKey")),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        lifecycle_policy=lifecycle.read(lambda p: document(p.get("lifecyclePolicyText"))),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("tags"))),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("policyText"))


def _scan_frequency(answer: Json) -> str | None:
    """Return what takes effect; a repository that is gone by now has none."""
    found = answer.get("scanningConfigurations") or [{}]
    frequency: str | None = found[0].get("scanFrequency")
    return frequency
