"""Amazon S3 buckets, each with the answers of the calls about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions, requires_tls
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

EVERYONE = (
    "http://acs.amazonaws.com/groups/global/AllUsers",
    "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
)


class AwsS3Bucket(Resource, service="s3", lists="s3:ListAllMyBuckets", is_global=True):
    """An Amazon S3 bucket."""

    arn: str = key("Amazon Resource Name.")
    region: str = prop("Region that holds the objects.", reads="s3:GetBucketLocation")
    default_encryption: str | None = prop(
        "`AES256`, `aws:kms`, `aws:kms:dsse`, or null where none is set.",
        reads="s3:GetEncryptionConfiguration",
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of the default encryption.", reads="s3:GetEncryptionConfiguration"
    )
    versioning: str | None = prop(
        "`Enabled`, `Suspended`, or null where it never was.", reads="s3:GetBucketVersioning"
    )
    requires_mfa_delete: bool = prop(
        "Versions are deleted only with a second factor.", reads="s3:GetBucketVersioning"
    )
    log_bucket: Ref[AwsS3Bucket] | None = edge(
        "LOGS_TO", "Bucket that receives the access logs.", reads="s3:GetBucketLogging"
    )
    object_ownership: str | None = prop(
        "`BucketOwnerEnforced` switches ACLs off; null where it was never set.",
        reads="s3:GetBucketOwnershipControls",
    )
    public_acl_permissions: list[str] = prop(
        "What the ACL grants to everyone or to any AWS account: `READ`, `WRITE`, `READ_ACP`, ...",
        reads="s3:GetBucketAcl",
    )
    policy: Document | None = prop("The bucket policy.", reads="s3:GetBucketPolicy")
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads="s3:GetBucketPolicy",
    )
    requires_tls: bool = prop(
        "The policy denies requests that are not made over TLS.", reads="s3:GetBucketPolicy"
    )
    blocks_public_acls: bool = prop(
        "New public ACLs are refused.", reads="s3:GetBucketPublicAccessBlock"
    )
    ignores_public_acls: bool = prop(
        "Public ACLs have no effect.", reads="s3:GetBucketPublicAccessBlock"
    )
    blocks_public_policy: bool = prop(
        "New public policies are refused.", reads="s3:GetBucketPublicAccessBlock"
    )
    restricts_public_buckets: bool = prop(
        "A public policy lets in only the own account and AWS services.",
        reads="s3:GetBucketPublicAccessBlock",
    )
    tags: dict[str, str] = tags(reads="s3:GetBucketTagging")


BUCKET = {"Bucket": "Name"}
PARTS = (
    Part("Location", "get_bucket_location", "s3:GetBucketLocation", BUCKET),
    Part(
        "Encryption", "get_bucket_encryption", "s3:GetEncryptionConfiguration", BUCKET,
        none=("ServerSideEncryptionConfigurationNotFoundError",),
    ),
    Part("Versioning", "get_bucket_versioning", "s3:GetBucketVersioning", BUCKET),
    Part("Logging", "get_bucket_logging", "s3:GetBucketLogging", BUCKET),
    Part(
        "Ownership", "get_bucket_ownership_controls", "s3:GetBucketOwnershipControls", BUCKET,
        none=("OwnershipControlsNotFoundError",),
    ),
    Part("Acl", "get_bucket_acl", "s3:GetBucketAcl", BUCKET),
    Part(
        "BucketPolicy", "get_bucket_policy", "s3:GetBucketPolicy", BUCKET,
        none=("NoSuchBucketPolicy",),
    ),
    Part(
        "PublicAccessBlock", "get_public_access_block", "s3:GetBucketPublicAccessBlock", BUCKET,
        none=("NoSuchPublicAccessBlockConfiguration",),
    ),
    Part(
        "Tagging", "get_bucket_tagging", "s3:GetBucketTagging", BUCKET, none=("NoSuchTagSet",)
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsS3Bucket]:
    """Yield the account's buckets."""
    return aws.records(read, aws.pages("list_buckets", "Buckets"), PARTS)


def read(aws: Aws, item: Item) -> AwsS3Bucket:
    """Make the record of one bucket."""
    policy, block = item.part("BucketPolicy"), item.part("PublicAccessBlock")
    versioning, ownership = item.part("Versioning"), item.part("Ownership")
    return AwsS3Bucket(
        arn=aws.arn("s3", item["Name"], region="", account=""),
        name=item["Name"],
        created_at=item.get("CreationDate"),
        raw=item.raw,
        region=item.part("Location").read(_region),
        default_encryption=item.part("Encryption").read(lambda e: _default(e).get("SSEAlgorithm")),
        kms_key=item.part("Encryption").read(
            lambda e: kms_ref(
                aws, _default(e).get("KMSMasterKeyID"), region=_region(item.part("Location").body)
            )
        ),
        versioning=versioning.get("Status"),
        requires_mfa_delete=versioning.read(lambda v: v.get("MFADelete") == "Enabled"),
        log_bucket=item.part("Logging").read(lambda log: _log_bucket(aws, log)),
        object_ownership=ownership.read(_object_ownership),
        public_acl_permissions=item.part("Acl").read(_public_permissions),
        policy=policy.read(_policy),
        policy_public_actions=policy.read(lambda p: public_actions(_policy(p))),
        requires_tls=policy.read(lambda p: requires_tls(_policy(p))),
        blocks_public_acls=block.read(lambda b: _blocks(b, "BlockPublicAcls")),
        ignores_public_acls=block.read(lambda b: _blocks(b, "IgnorePublicAcls")),
        blocks_public_policy=block.read(lambda b: _blocks(b, "BlockPublicPolicy")),
        restricts_public_buckets=block.read(lambda b: _blocks(b, "RestrictPublicBuckets")),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("TagSet"))),
    )


def _region(location: Json) -> str:
    """Return the region: the oldest two are answered as null and `EU`."""
    named = location.get("LocationConstraint") or "us-east-1"
    return "eu-west-1" if named == "EU" else named


def _default(encryption: Json) -> Json:
    rules = encryption.get("ServerSideEncryptionConfiguration", {}).get("Rules") or [{}]
    default: Json = rules[0].get("ApplyServerSideEncryptionByDefault") or {}
    return default


def _log_bucket(aws: Aws, logging: Json) -> Ref[AwsS3Bucket] | None:
    target = (logging.get("LoggingEnabled") or {}).get("TargetBucket")
    return Ref(aws.arn("s3", target, region="", account="")) if target else None


def _object_ownership(controls: Json) -> str | None:
    rules = controls.get("OwnershipControls", {}).get("Rules") or [{}]
    owner: str | None = rules[0].get("ObjectOwnership")
    return owner


def _public_permissions(acl: Json) -> list[str]:
    return sorted(
        {g["Permission"] for g in acl.get("Grants", []) if g["Grantee"].get("URI") in EVERYONE}
    )


def _policy(answer: Json) -> Document | None:
    return document(answer.get("Policy"))


def _blocks(answer: Json, setting: str) -> bool:
    return bool(answer.get("PublicAccessBlockConfiguration", {}).get(setting, False))
