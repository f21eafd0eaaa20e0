"""The demo's S3 buckets: one line a bucket, its faults named on the line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, UNKNOWN_ACCOUNT, statement, tags
from server.demo.identity import CUSTOMER_BUCKET

if TYPE_CHECKING:
    from server.demo.ground import Ground

_LOGS = "platform-access-logs"


@dataclass(frozen=True, kw_only=True)
class _Bucket:
    name: str
    region: str = HOME
    encryption: str | None = "AES256"  # AES256, the name of a key, or none
    versioned: bool = True
    logged: bool = True
    acl: str = "private"  # off: its owner alone owns what is in it
    policy: str | None = "tls"  # tls, public, dropbox, stranger, logs, or none
    blocked: str = "all"  # all, some, or none
    tagged: str = "all"  # all, ownerless, or none


_BUCKETS = (
    _Bucket(name=_LOGS, logged=False, policy="logs"),
    _Bucket(name="platform-trail", encryption="logs", policy=None),
    _Bucket(name=CUSTOMER_BUCKET, encryption="AES256", versioned=False, logged=False),
    _Bucket(name="shop-web-assets", acl="public-read", blocked="none", policy=None),
    _Bucket(name="shop-web-uploads", acl="public-read-write", blocked="none", tagged="ownerless"),
    _Bucket(name="shop-web-dropbox", policy="dropbox", blocked="none"),
    _Bucket(name="shop-web-media", encryption="shop", acl="off"),
    _Bucket(name="shop-web-downloads", policy="public", blocked="none"),
    _Bucket(name="shop-web-preview", policy="public", blocked="some"),
    _Bucket(name="shop-web-archive", encryption=None, versioned=False),
    _Bucket(name="billing-invoices", encryption="billing"),
    _Bucket(name="billing-invoices-archive", encryption="billing", logged=False),
    _Bucket(name="billing-exports", encryption=None, blocked="none", policy=None),
    _Bucket(name="billing-reports-legacy", encryption=None, versioned=False, tagged="none"),
    _Bucket(name="data-lake-raw", region="eu-west-1", encryption="data-lake", logged=False),
    _Bucket(name="data-lake-curated", region="eu-west-1", encryption="data-lake", logged=False),
    _Bucket(name="data-lake-sandbox", region="eu-west-1", versioned=False, logged=False),
    _Bucket(name="data-lake-shared", region="eu-west-1", policy="stranger", logged=False),
    _Bucket(
        name="data-lake-trail",
        region="eu-west-1",
        acl="public-read",
        blocked="none",
        policy=None,
        logged=False,
    ),
    _Bucket(name="search-index", region="eu-west-1", logged=False),
    _Bucket(name="search-index-snapshots", region="eu-west-1", encryption=None, logged=False),
    _Bucket(name="eu-shop-web-assets", region="eu-central-1", logged=False),
    _Bucket(name="eu-billing-invoices", region="eu-central-1", encryption="billing", logged=False),
    _Bucket(name="eu-backup", region="eu-central-1", blocked="some", logged=False, tagged="none"),
    _Bucket(name="platform-artifacts"),
    _Bucket(name="platform-terraform-state", versioned=False, policy=None),
)


def build_storage(ground: Ground) -> None:
    """Make the buckets; the book gets `bucket/NAME` with the bucket's ARN."""
    for bucket in _BUCKETS:
        _bucket(ground, bucket)
    for note, name in {
        "public_bucket": "shop-web-downloads",
        "private_bucket": "shop-web-media",
        "public_acl_bucket": "shop-web-assets",
        "unencrypted_bucket": "shop-web-archive",
        "encrypted_bucket": "billing-invoices",
        "unversioned_bucket": "platform-terraform-state",
        "versioned_bucket": "platform-artifacts",
        "bucket_without_tags": "billing-reports-legacy",
        "bucket_shared_with_stranger": "data-lake-shared",
        "customer_bucket": CUSTOMER_BUCKET,
    }.items():
        ground.notable[note] = ground.book[f"bucket/{name}"]


def _bucket(ground: Ground, bucket: _Bucket) -> None:
    s3 = ground.client("s3", bucket.region)
    place: dict[str, Any] = {}
    if bucket.region != HOME:
        place = {"CreateBucketConfiguration": {"LocationConstraint": bucket.region}}
    s3.create_bucket(Bucket=bucket.name, **place)
    ground.book[f"bucket/{bucket.name}"] = f"arn:aws:s3:::{bucket.name}"
    ground.made("s3:bucket")
    _set_data(ground, s3, bucket)
    _set_access(s3, bucket)
    if bucket.tagged != "none":
        marks = tags(bucket.name, owner=bucket.tagged == "all")
        s3.put_bucket_tagging(Bucket=bucket.name, Tagging={"TagSet": marks})


def _set_data(ground: Ground, s3: Any, bucket: _Bucket) -> None:
    if bucket.encryption:
        rule = {"SSEAlgorithm": "AES256"}
        if bucket.encryption != "AES256":
            key = ground.book[f"key/{bucket.region}/{bucket.encryption}"]
            rule = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
        rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": rule}]}
        s3.put_bucket_encryption(Bucket=bucket.name, ServerSideEncryptionConfiguration=rules)
    if bucket.versioned:
        s3.put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration={"Status": "Enabled"})
    if bucket.logged:
        target = {"TargetBucket": _LOGS, "TargetPrefix": f"{bucket.name}/"}
        s3.put_bucket_logging(Bucket=bucket.name, BucketLoggingStatus={"LoggingEnabled": target})


def _set_access(s3: Any, bucket: _Bucket) -> None:
    if bucket.acl == "off":
        rules = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
        s3.put_bucket_ownership_controls(Bucket=bucket.name, OwnershipControls=rules)
    elif bucket.acl != "private":
        s3.put_bucket_acl(Bucket=bucket.name, ACL=bucket.acl)
    if bucket.policy:
        document = _documents(bucket.name)[bucket.policy]
        s3.put_bucket_policy(Bucket=bucket.name, Policy=json.dumps(document))
    if bucket.blocked != "none":
        whole = bucket.blocked == "all"
        s3.put_public_access_block(
            Bucket=bucket.name,
            PublicAccessBlockConfiguration={
                "BlockPublicAcls": True,
                "IgnorePublicAcls": whole,
                "BlockPublicPolicy": whole,
                "RestrictPublicBuckets": whole,
            },
        )


def _documents(name: str) -> dict[str, dict[str, Any]]:
    whole = [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]
    tls = statement(["s3:*"], whole, Principal="*")
    tls["Statement"][0] |= {
        "Effect": "Deny",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    stranger = {"AWS": f"arn:aws:iam::{UNKNOWN_ACCOUNT}:root"}
    logs = statement(["s3:PutObject"], [], Principal={"Service": "logging.s3.amazonaws.com"})
    logs["Statement"][0]["Resource"] = whole[1]  # moto looks for a string here, not for a list
    return {
        "tls": tls,
        "logs": logs,
        "public": statement(["s3:GetObject"], whole[1:], Principal="*"),
        "dropbox": statement(["s3:PutObject"], whole[1:], Principal="*"),
        "stranger": statement(["s3:GetObject", "s3:ListBucket"], whole, Principal=stranger),
    }
