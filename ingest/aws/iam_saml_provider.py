"""SAML identity providers of an account: through them, people sign in with the company's directory.

Whom they let in to what is told by the roles that trust them. Of the directory's metadata document
only is told which directory it is of: its entity's id, under which a tenant of Entra ID or a
customer of Google Workspace is known as an issuer too.
"""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.internet.external_identity import ExternalIdentity

PROVIDER = "iam:GetSAMLProvider"
# The document is whatever somebody has uploaded: one attribute is all that is looked for.
ENTITY = re.compile(
    r"""<(?:[\w.-]+:)?EntityDescriptor\b[^<>]*?\sentityID\s*=\s*(["'])([^"'<>]*)\1"""
)


class AwsIamSamlProvider(Resource, service="iam", lists="iam:ListSAMLProviders", is_global=True):
    """A SAML identity provider in AWS IAM."""

    arn: str = key("Amazon Resource Name.")
    valid_until: datetime | None = prop("When its metadata, and so the trust in it, runs out.")
    requires_encrypted_assertions: bool = prop(
        "Only assertions are taken that are encrypted for the account.", reads=PROVIDER
    )
    entity: str | None = prop(
        "Id of the directory that it stands for, as its metadata has it.", reads=PROVIDER,
        indexed=True,
    )  # fmt: skip
    issuer: Ref[ExternalIdentity] | None = edge(
        "TRUSTS_IDENTITY", "The directory that it stands for.", reads=PROVIDER
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
        entity=about.read(entity_of),
        issuer=about.read(lambda p: identity_ref(entity_of(p))),
        tags=about.read(lambda p: tags_of(p.get("Tags"))),
    )


def entity_of(provider: Json) -> str | None:
    """Return the id that the metadata document gives its directory."""
    found = ENTITY.search(str(provider.get("SAMLMetadataDocument") or ""))
    return html.unescape(found[2]).strip() or None if found else None
