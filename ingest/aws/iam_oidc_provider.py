"""OpenID Connect identity providers of an account: build pipelines, clusters and apps use them.

Whom they let in to what is told by the roles that trust them.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, Part
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.internet.external_identity import ExternalIdentity

PROVIDER = "iam:GetOpenIDConnectProvider"


class AwsIamOidcProvider(
    Resource, service="iam", lists="iam:ListOpenIDConnectProviders", is_global=True
):
    """An OpenID Connect identity provider in AWS IAM."""

    arn: str = key("Amazon Resource Name.")
    audiences: list[str] = prop("Client ids whose tokens are taken.", reads=PROVIDER)
    thumbprints: list[str] = prop("Certificates it is known by, as SHA-1.", reads=PROVIDER)
    issuer: Ref[ExternalIdentity] | None = edge("TRUSTS_IDENTITY", "The issuer that it stands for.")
    tags: dict[str, str] = tags(reads=PROVIDER)
    created_at: datetime | None = prop("When it was made.", reads=PROVIDER)


PARTS = (
    Part("Provider", "get_open_id_connect_provider", PROVIDER, {"OpenIDConnectProviderArn": "Arn"}),
)


def fetch(aws: Aws) -> Records[AwsIamOidcProvider]:
    """Yield the account's OpenID Connect providers."""
    listed = aws.pages("list_open_id_connect_providers", "OpenIDConnectProviderList")
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsIamOidcProvider:  # noqa: ARG001 - every `read` takes both
    """Make the record of one provider; its name is its address, which stands in the ARN."""
    about = item.part("Provider")
    return AwsIamOidcProvider(
        arn=item["Arn"],
        name=item["Arn"].partition("/")[2],
        raw=item.raw,
        audiences=about.get("ClientIDList", default=[]),
        issuer=identity_ref(item["Arn"].partition("/")[2]),
        thumbprints=about.get("ThumbprintList", default=[]),
        tags=about.read(lambda p: tags_of(p.get("Tags"))),
        created_at=about.get("CreateDate"),
    )
