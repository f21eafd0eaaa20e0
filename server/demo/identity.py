"""The demo's IAM: a team's worth of users, groups, roles and policies, with the usual sins.

Names stand for functions, not people. Left out: SAML and OIDC providers (`federation`), and the
root user, over whom moto has no say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo.ground import UNKNOWN_ACCOUNT, statement, tags, trust

if TYPE_CHECKING:
    from server.demo.ground import Ground

_AWS = "arn:aws:iam::aws:policy"
CUSTOMER_BUCKET = "shop-customer-exports"

_GROUPS = {
    "admins": ["AdministratorAccess"],
    "developers": ["PowerUserAccess", "AWSCloudShellFullAccess"],
    "billing-readers": ["ReadOnlyAccess"],
    "data-engineers": ["AmazonS3ReadOnlyAccess"],
    "support": ["SecurityAudit"],
    "contractors": [],  # with nobody in it
}

_POLICIES: dict[str, dict[str, Any]] = {
    "shop-web-orders": statement(["sqs:SendMessage"], ["arn:aws:sqs:*:*:shop-orders"]),
    "shop-web-access": statement(["s3:*", "sts:AssumeRole"], ["*"]),
    "billing-invoices-read": statement(["s3:GetObject"], ["arn:aws:s3:::billing-invoices/*"]),
    "billing-invoices-write": statement(["s3:PutObject"], ["arn:aws:s3:::billing-invoices/*"]),
    "data-lake-read": statement(["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::data-lake-*"]),
    "data-lake-write": statement(["s3:PutObject"], ["arn:aws:s3:::data-lake-curated/*"]),
    "search-index-publish": statement(["sns:Publish"], ["arn:aws:sns:*:*:search-*"]),
    "platform-logs-write": statement(["logs:PutLogEvents"], ["arn:aws:logs:*:*:*"]),
    "platform-deploy": statement(["iam:PassRole", "lambda:*"], ["*"]),
    "platform-kms-decrypt-any": statement(["kms:Decrypt"], ["*"]),
    "platform-kms-decrypt-logs": statement(["kms:Decrypt"], ["arn:aws:kms:*:*:key/logs"]),
    "break-glass-all": statement(["*"], ["*"]),
}

_ROLES: dict[str, tuple[str, list[str]]] = {
    "shop-web-instance": ("ec2", ["shop-web-access"]),
    "shop-web-legacy": ("ec2", ["shop-web-access"]),
    "billing-worker-instance": ("ec2", ["billing-invoices-read", "billing-invoices-write"]),
    "data-lake-loader": ("ec2", ["data-lake-read", "data-lake-write"]),
    "search-indexer": ("ec2", ["search-index-publish"]),
    "shop-checkout-function": ("lambda", ["shop-web-orders", "platform-logs-write"]),
    "billing-invoice-function": ("lambda", ["billing-invoices-write"]),
    "data-export-function": ("lambda", ["data-lake-read"]),
    "platform-cleanup-function": ("lambda", ["break-glass-all"]),
    "platform-deployer": ("codebuild", ["platform-deploy", "platform-kms-decrypt-any"]),
    "platform-log-shipper": ("lambda", ["platform-logs-write", "platform-kms-decrypt-logs"]),
    "platform-trail-logs": ("cloudtrail", ["platform-logs-write"]),
    "platform-config": ("config", []),
    "platform-delivery": ("firehose", []),
}
_PROFILES = (
    "shop-web-instance",
    "shop-web-legacy",
    "billing-worker-instance",
    "data-lake-loader",
    "search-indexer",
)


@dataclass(frozen=True, kw_only=True)
class _User:
    name: str
    group: str | None = None
    console: bool = False
    mfa: bool = False
    keys: str = ""  # one letter a key: a active, i inactive, u active and used
    attached: str | None = None
    inline: dict[str, Any] | None = None
    owner: bool = True
    age: int = 30  # of user and keys, in days


_USERS = (
    _User(name="platform-oncall-1", group="admins", console=True, mfa=True),
    _User(name="platform-oncall-2", group="admins", console=True, mfa=True),
    _User(name="platform-oncall-3", group="admins", console=True),
    _User(name="shop-developer-1", group="developers", console=True, mfa=True, keys="u"),
    _User(name="shop-developer-2", group="developers", console=True, mfa=True, keys="a"),
    _User(name="shop-developer-3", group="developers", console=True, keys="a"),
    _User(name="search-developer-1", group="developers", console=True, mfa=True, keys="ui"),
    _User(name="billing-clerk-1", group="billing-readers", console=True, mfa=True),
    _User(name="billing-clerk-2", group="billing-readers", console=True),
    _User(name="billing-auditor", group="support", console=True, mfa=True),
    _User(name="data-engineer-1", group="data-engineers", console=True, mfa=True, keys="aa"),
    _User(name="data-engineer-2", group="data-engineers", console=True, mfa=True, keys="u"),
    _User(name="data-analyst", group="data-engineers", console=True, mfa=True),
    _User(name="support-agent", group="support", console=True, mfa=True, age=200),
    _User(
        name="legacy-admin", keys="ai", attached=f"{_AWS}/AdministratorAccess", owner=False, age=730
    ),
    _User(name="ci-shop-web", keys="u", inline=statement(["s3:PutObject"], ["*"])),
    _User(name="ci-billing", keys="u", inline=statement(["*"], ["*"]), age=120),
    _User(name="ci-data-lake", keys="a", group="data-engineers"),
    _User(name="search-crawler", keys="u", attached=f"{_AWS}/ReadOnlyAccess"),
    _User(name="backup-agent", keys="i", owner=False, age=900),
    _User(name="contractor-former", keys="a", owner=False, age=400),
)


def build_identity(ground: Ground) -> None:
    """Make the account's settings, groups, policies, roles, profiles and users."""
    _settings(ground)
    _groups(ground)
    _policies(ground)
    _roles(ground)
    _cross_account_roles(ground)
    _profiles(ground)
    for user in _USERS:
        with ground.days_ago(user.age):
            _user(ground, user)
    _note_users(ground)


def _settings(ground: Ground) -> None:
    iam = ground.client("iam")
    iam.create_account_alias(AccountAlias="web-shop-demo")
    iam.update_account_password_policy(
        MinimumPasswordLength=8,
        RequireLowercaseCharacters=True,
        RequireNumbers=True,
        RequireUppercaseCharacters=False,
        RequireSymbols=False,
        AllowUsersToChangePassword=True,
    )


def _groups(ground: Ground) -> None:
    iam = ground.client("iam")
    for name, attached in _GROUPS.items():
        iam.create_group(GroupName=name)
        ground.made("iam:group")
        for policy in attached:
            iam.attach_group_policy(GroupName=name, PolicyArn=f"{_AWS}/{policy}")
    document = statement(["iam:ChangePassword"], ["arn:aws:iam::*:user/${aws:username}"])
    for name in ("developers", "support"):
        iam.put_group_policy(
            GroupName=name, PolicyName="own-password", PolicyDocument=json.dumps(document)
        )
        ground.made("iam:inline-policy")


def _policies(ground: Ground) -> None:
    for name, document in _POLICIES.items():
        made = ground.client("iam").create_policy(
            PolicyName=name, PolicyDocument=json.dumps(document), Tags=tags(name)
        )
        ground.book[f"policy/{name}"] = made["Policy"]["Arn"]
        ground.made("iam:policy")
    ground.notable["admin_policy"] = ground.book["policy/break-glass-all"]
    ground.notable["scoped_policy"] = ground.book["policy/billing-invoices-read"]


def _roles(ground: Ground) -> None:
    for name, (service, policies) in _ROLES.items():
        _role(ground, name, trust({"Service": f"{service}.amazonaws.com"}))
        for policy in policies:
            arn = ground.book[f"policy/{policy}"]
            ground.client("iam").attach_role_policy(RoleName=name, PolicyArn=arn)
    inline = {
        "shop-web-instance": statement(["s3:*"], [f"arn:aws:s3:::{CUSTOMER_BUCKET}*"]),
        "search-indexer": statement(["s3:GetObject"], ["arn:aws:s3:::search-index/*"]),
    }
    for name, document in inline.items():
        ground.client("iam").put_role_policy(
            RoleName=name, PolicyName="objects", PolicyDocument=json.dumps(document)
        )
        ground.made("iam:inline-policy")


def _role(ground: Ground, name: str, document: dict[str, Any]) -> str:
    made = ground.client("iam").create_role(
        RoleName=name, AssumeRolePolicyDocument=json.dumps(document), Tags=tags(name)
    )
    arn: str = made["Role"]["Arn"]
    ground.book[f"role/{name}"] = arn
    ground.made("iam:role")
    return arn


def _cross_account_roles(ground: Ground) -> None:
    stranger = {"AWS": f"arn:aws:iam::{UNKNOWN_ACCOUNT}:root"}
    own = {"AWS": f"arn:aws:iam::{ground.account}:root"}
    guard = {"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
    note = ground.notable
    note["role_trusting_unknown_account"] = _role(ground, "partner-audit", trust(stranger))
    note["role_trusting_own_account"] = _role(ground, "break-glass", trust(own, **guard))
    note["role_trusting_anyone"] = _role(ground, "legacy-upload", trust({"AWS": "*"}))
    ground.client("iam").attach_role_policy(
        RoleName="partner-audit", PolicyArn=f"{_AWS}/SecurityAudit"
    )
    for name in ("break-glass", "shop-web-legacy"):
        ground.client("iam").attach_role_policy(
            RoleName=name, PolicyArn=f"{_AWS}/AdministratorAccess"
        )


def _profiles(ground: Ground) -> None:
    iam = ground.client("iam")
    for name in _PROFILES:
        made = iam.create_instance_profile(InstanceProfileName=name)
        iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=name)
        ground.book[f"profile/{name}"] = made["InstanceProfile"]["Arn"]
        ground.made("iam:instance-profile")


def _user(ground: Ground, user: _User) -> None:
    iam = ground.client("iam")
    made = iam.create_user(UserName=user.name, Tags=tags(user.name, owner=user.owner))
    ground.book[f"user/{user.name}"] = made["User"]["Arn"]
    ground.made("iam:user")
    if user.group:
        iam.add_user_to_group(GroupName=user.group, UserName=user.name)
    if user.attached:
        iam.attach_user_policy(UserName=user.name, PolicyArn=user.attached)
    if user.inline:
        iam.put_user_policy(
            UserName=user.name, PolicyName="own", PolicyDocument=json.dumps(user.inline)
        )
        ground.made("iam:inline-policy")
    if user.console:
        _console(ground, user)
    for state in user.keys:
        _access_key(ground, user.name, state)


def _console(ground: Ground, user: _User) -> None:
    iam = ground.client("iam")
    iam.create_login_profile(UserName=user.name, Password=f"Aa1!{ground.chance.getrandbits(64):x}")
    if not user.mfa:
        return
    made = iam.create_virtual_mfa_device(VirtualMFADeviceName=user.name)
    serial = made["VirtualMFADevice"]["SerialNumber"]
    iam.enable_mfa_device(
        UserName=user.name,
        SerialNumber=serial,
        AuthenticationCode1="123456",
        AuthenticationCode2="654321",
    )
    ground.made("iam:mfa-device")


def _access_key(ground: Ground, name: str, state: str) -> None:
    iam = ground.client("iam")
    key = iam.create_access_key(UserName=name)["AccessKey"]
    ground.book.setdefault(f"access-key/{name}", key["AccessKeyId"])
    ground.secrets.append(key["SecretAccessKey"])
    ground.made("iam:access-key")
    if state == "i":
        iam.update_access_key(UserName=name, AccessKeyId=key["AccessKeyId"], Status="Inactive")
    if state == "u":
        ground.use(key["AccessKeyId"], key["SecretAccessKey"])


def _note_users(ground: Ground) -> None:
    for note, name in {
        "console_user_without_mfa": "platform-oncall-3",
        "console_user_with_mfa": "platform-oncall-1",
        "user_with_admin_attached": "legacy-admin",
        "user_with_group_only": "data-analyst",
        "user_with_two_active_keys": "data-engineer-1",
        "user_with_one_active_key": "data-engineer-2",
        "user_with_stale_key": "legacy-admin",
        "user_with_fresh_key": "shop-developer-1",
        "user_without_owner_tag": "backup-agent",
    }.items():
        ground.notable[note] = ground.book[f"user/{name}"]
