"""SAML identity providers of an account: through them, people sign in with the company's directory.

Whom they let in to what is told by the roles that trust them. Left out: the metadata document,
beyond what AWS says of it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Records, Resource, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws

PROVIDER = "iam:GetSAMLProvider"


class AwsIamSamlProvider(Resource, service="iam", lists="iam:ListSAMLProviders", is_global=True):
    """A SAML identity provider in AWS IAM."""

    arn: str = key("Amazon Resource Name.")
    valid_until: datetime | None = prop("When its metadata, and so the trust in it, runs out.")
    requires_encrypted_assertions: bool = prop(
        "Only assertions are taken that are encrypted for the account.", reads=PROVIDER
    )
    tags: dict[str, str] = tags(reads=PROVIDER)


PARTS = (Part("Provider", "get_saml_provider", PROVIDER, {"SAMLProviderArn": "Arn"}),)


def fetch(aws: Aws) -> Records[AwsIamSamlProvider]:
    """Yield the account's SAML providers."""
    return aws.records(read, aws.pages("list_saml_providers", "SAMLProviderList"), PARTS)


def read(aws: Aws, item: Item) -> AwsIamSamlProvider:  # noqa: ARG001 - every `read` takes both
    """Make the record of one provider."""
    about = item.part("Provider")
    return AwsIamSamlProvider(
        arn=item["Arn"],
        name=item["Arn"].rsplit("/", 1)[-1],
        created_at=item.get("CreateDate"),
        raw=item.raw,
        valid_until=item.get("ValidUntil"),
        requires_encrypted_assertions=about.read(
            lambda p: p.get("AssertionEncryptionMode") == "Required"
        ),
        tags=about.read(lambda p: tags_of(p.get("Tags"))),
    )
