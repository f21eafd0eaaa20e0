"""AWS IAM roles: who may take them on and what is attached to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.federation import CLAIMS, identities
from ingest.aws.iam import DETAILS, attached, boundary, details
from ingest.aws.policy import document
from ingest.aws.tagged import tags_of
from ingest.aws.trust import PROPS, trust
from ingest.items import Item
from ingest.model import Document, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.iam_oidc_provider import AwsIamOidcProvider
    from ingest.aws.iam_policy import AwsIamPolicy
    from ingest.aws.iam_saml_provider import AwsIamSamlProvider
    from ingest.aws.iam_user import AwsIamUser
    from ingest.internet.external_identity import ExternalIdentity


class AwsIamRole(Resource, service="iam", lists=DETAILS, is_global=True, incarnation="role_id"):
    """An AWS IAM role."""

    arn: str = key("Amazon Resource Name.")
    role_id: str = prop("The id that no other role ever had.")
    path: str = prop("`/` or the path it was made under.")
    is_service_linked: bool = prop("An AWS service made it and keeps it.")
    last_used_at: datetime | None = prop("Last use; null where none is known.")
    last_used_region: str | None = prop("Region of the last use.")
    trust_policy: Document | None = prop("Who may take it on, as written.")
    trusts_anyone: bool = prop(
        "Anyone may take it on, without a condition that narrows who; an external id does not."
    )
    trusted_services: list[str] = prop("AWS services that may take it on: `ec2.amazonaws.com`.")
    trusted_federations: list[str] = prop("Identity providers that may let people take it on.")
    trusted_deleted_ids: list[str] = prop(
        "Unique ids of users and roles that it trusts and that no longer exist."
    )
    trusts: list[
        Ref[
            AwsAccount
            | AwsIamUser
            | AwsIamRole
            | AwsIamSamlProvider
            | AwsIamOidcProvider
            | Resource
        ]
    ] = edge(
        "TRUSTS", "Accounts, users, roles, sessions and providers that may take it on.", props=PROPS
    )
    identities: list[Ref[ExternalIdentity]] = edge(
        "TRUSTS_IDENTITY",
        "Identities of other issuers, or issuers as a whole, that may take it on.",
        props=CLAIMS,
    )
    policies: list[Ref[AwsIamPolicy]] = edge("HAS_POLICY", "Managed policies attached to it.")
    permissions_boundary: Ref[AwsIamPolicy] | None = edge(
        "BOUNDED_BY", "Policy that bounds what it may ever do."
    )
    tags: dict[str, str] = tags()


def fetch(aws: Aws) -> Records[AwsIamRole]:
    """Yield the account's roles."""
    return aws.records(read, details(aws, "Role"))


def read(aws: Aws, item: Item) -> AwsIamRole:
    """Make the record of one role."""
    policy = document(item["AssumeRolePolicyDocument"])
    trusted = trust(aws, policy)
    return AwsIamRole(
        arn=item["Arn"],
        name=item["RoleName"],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        role_id=item["RoleId"],
        path=item.get("Path", default="/"),
        is_service_linked=item.get("Path", default="/").startswith("/aws-service-role/"),
        last_used_at=item.get("RoleLastUsed.LastUsedDate"),
        last_used_region=item.get("RoleLastUsed.Region"),
        trust_policy=policy,
        trusts_anyone=trusted.anyone,
        trusted_services=trusted.services,
        trusted_federations=trusted.federations,
        trusted_deleted_ids=trusted.deleted,
        trusts=trusted.principals,
        identities=identities(policy),
        policies=attached(item.get("AttachedManagedPolicies")),
        permissions_boundary=boundary(item.get("PermissionsBoundary.PermissionsBoundaryArn")),
        tags=tags_of(item.get("Tags")),
    )
