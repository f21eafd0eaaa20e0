"""AWS accounts: what holds for a whole account, its password policy and its root user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item, Part
from ingest.model import Json, Records, Resource, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws

POLICY = "iam:GetAccountPasswordPolicy"
SUMMARY = "iam:GetAccountSummary"
BLOCK = "s3:GetAccountPublicAccessBlock"


class AwsAccount(Resource, service="iam", lists="sts:GetCallerIdentity", is_global=True):
    """An AWS account; trusts on the account and its root user point here."""

    arn: str = key("Amazon Resource Name of the account's root, as trust policies name it.")
    id: str = prop("The twelve digits.", indexed=True)
    aliases: list[str] = prop("Names for the sign-in address.", reads="iam:ListAccountAliases")
    has_security_contact: bool = prop(
        "An alternate contact for security is on file.", reads="account:GetAlternateContact"
    )
    has_root_mfa: bool = prop("The root user signs in with a second factor.", reads=SUMMARY)
    has_root_access_keys: bool = prop("The root user has access keys.", reads=SUMMARY)
    has_root_signing_certificates: bool = prop(
        "The root user has X.509 signing certificates.", reads=SUMMARY
    )
    has_root_password: bool | None = prop(
        "The root user can sign in with a password; null where AWS does not tell.", reads=SUMMARY
    )
    has_password_policy: bool = prop("A password policy of its own is set.", reads=POLICY)
    password_min_length: int | None = prop(
        "Shortest password that the policy takes; null without a policy.", reads=POLICY
    )
    password_requires_uppercase: bool = prop("A capital letter is needed.", reads=POLICY)
    password_requires_lowercase: bool = prop("A small letter is needed.", reads=POLICY)
    password_requires_numbers: bool = prop("A digit is needed.", reads=POLICY)
    password_requires_symbols: bool = prop("A special character is needed.", reads=POLICY)
    password_max_age_days: int | None = prop(
        "Days after which a password expires; null where it never does.", reads=POLICY
    )
    password_reuse_prevention: int | None = prop(
        "How many former passwords are refused; null where none is.", reads=POLICY
    )
    password_hard_expiry: bool = prop(
        "An expired password can only be replaced by an administrator.", reads=POLICY
    )
    password_change_allowed: bool = prop("Users may change their own password.", reads=POLICY)
    blocks_public_acls: bool = prop("New public S3 ACLs are refused.", reads=BLOCK)
    ignores_public_acls: bool = prop("Public S3 ACLs have no effect.", reads=BLOCK)
    blocks_public_policy: bool = prop("New public bucket policies are refused.", reads=BLOCK)
    restricts_public_buckets: bool = prop(
        "A public bucket policy lets in only the own account and AWS services.", reads=BLOCK
    )


PARTS = (
    Part("Aliases", "list_account_aliases", "iam:ListAccountAliases", {}),
    Part("Summary", "get_account_summary", SUMMARY, {}),
    Part("PasswordPolicy", "get_account_password_policy", POLICY, {}, none=("NoSuchEntity",)),
    Part(
        "SecurityContact", "get_alternate_contact", "account:GetAlternateContact", {},
        none=("ResourceNotFoundException",), keep={"AlternateContactType": "SECURITY"},
        service="account",
    ),
    Part(
        "PublicAccessBlock", "get_public_access_block", BLOCK, {"AccountId": "Account"},
        none=("NoSuchPublicAccessBlockConfiguration",), service="s3control",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsAccount]:
    """Yield the one account."""
    identity = aws.call("get_caller_identity", service="sts")
    return aws.records(read, [{"Account": identity["Account"]}], PARTS)


def read(aws: Aws, item: Item) -> AwsAccount:
    """Make the record of the account."""
    block, contact = item.part("PublicAccessBlock"), item.part("SecurityContact")
    summary, policy = item.part("Summary"), item.part("PasswordPolicy")
    return AwsAccount(
        arn=aws.arn("iam", "root", region="", account=item["Account"]),
        name=item["Account"],
        created_at=None,
        raw=item.raw,
        id=item["Account"],
        aliases=item.part("Aliases").get("AccountAliases", default=[]),
        has_security_contact=contact.read(lambda c: bool(c.get("AlternateContact"))),
        has_root_mfa=summary.read(lambda s: _counts(s, "AccountMFAEnabled")),
        has_root_access_keys=summary.read(lambda s: _counts(s, "AccountAccessKeysPresent")),
        has_root_signing_certificates=summary.read(
            lambda s: _counts(s, "AccountSigningCertificatesPresent")
        ),
        has_root_password=summary.read(_root_password),
        has_password_policy=policy.read(lambda p: bool(p.get("PasswordPolicy"))),
        password_min_length=policy.get("PasswordPolicy.MinimumPasswordLength"),
        password_requires_uppercase=policy.read(lambda p: _set(p, "RequireUppercaseCharacters")),
        password_requires_lowercase=policy.read(lambda p: _set(p, "RequireLowercaseCharacters")),
        password_requires_numbers=policy.read(lambda p: _set(p, "RequireNumbers")),
        password_requires_symbols=policy.read(lambda p: _set(p, "RequireSymbols")),
        password_max_age_days=policy.read(lambda p: _number(p, "MaxPasswordAge")),
        password_reuse_prevention=policy.read(lambda p: _number(p, "PasswordReusePrevention")),
        password_hard_expiry=policy.read(lambda p: _set(p, "HardExpiry")),
        password_change_allowed=policy.read(lambda p: _set(p, "AllowUsersToChangePassword")),
        blocks_public_acls=block.read(lambda b: _blocks(b, "BlockPublicAcls")),
        ignores_public_acls=block.read(lambda b: _blocks(b, "IgnorePublicAcls")),
        blocks_public_policy=block.read(lambda b: _blocks(b, "BlockPublicPolicy")),
        restricts_public_buckets=block.read(lambda b: _blocks(b, "RestrictPublicBuckets")),
    )


def _counts(summary: Json, name: str) -> bool:
    """Tell whether a count is not zero; one that is missing is malformed, not zero."""
    return bool(summary["SummaryMap"][name])


def _root_password(summary: Json) -> bool | None:
    present = summary["SummaryMap"].get("AccountPasswordPresent")
    return None if present is None else bool(present)


def _set(answer: Json, setting: str) -> bool:
    return bool(answer.get("PasswordPolicy", {}).get(setting, False))


def _number(answer: Json, setting: str) -> int | None:
    """Return a number of the policy; AWS says 0 where it is off."""
    return answer.get("PasswordPolicy", {}).get(setting) or None


def _blocks(answer: Json, setting: str) -> bool:
    return bool(answer.get("PublicAccessBlockConfiguration", {}).get(setting, False))
