"""Server certificates that are kept in IAM, the way of before AWS Certificate Manager."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Resource, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws

CERTIFICATE = "iam:GetServerCertificate"


class AwsIamServerCertificate(
    Resource,
    service="iam",
    lists="iam:ListServerCertificates",
    is_global=True,
    incarnation="certificate_id",
):
    """A TLS certificate kept in AWS IAM."""

    arn: str = key("Amazon Resource Name.")
    certificate_id: str = prop("The id that no other certificate ever had.")
    path: str = prop("`/` or the path it was made under; `/cloudfront/...` for CloudFront.")
    expires_at: datetime | None = prop("When it is no longer valid.")
    tags: dict[str, str] = tags(reads=CERTIFICATE)


PARTS = (
    Part(
        "Certificate", "get_server_certificate", CERTIFICATE,
        {"ServerCertificateName": "ServerCertificateName"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsIamServerCertificate]:
    """Yield the account's server certificates."""
    listed = aws.pages("list_server_certificates", "ServerCertificateMetadataList")
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsIamServerCertificate:  # noqa: ARG001 - every `read` takes both
    """Make the record of one certificate."""
    return AwsIamServerCertificate(
        arn=item["Arn"],
        name=item["ServerCertificateName"],
        created_at=item.get("UploadDate"),
        raw=item.raw,
        certificate_id=item["ServerCertificateId"],
        path=item.get("Path", default="/"),
        expires_at=item.get("Expiration"),
        tags=item.part("Certificate").read(_tags),
    )


def _tags(answer: Json) -> dict[str, str]:
    return tags_of(answer["ServerCertificate"].get("Tags"))
