"""AWS Certificate Manager certificates: how long and how well they hold, and what shows them.

A listener and a distribution say themselves which certificates they show. AWS says it too, the
other way round and of more services, but by the load balancer rather than the listener.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.tagged import tags_of
from ingest.items import Item, Part, dig
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws

DESCRIBE = "acm:DescribeCertificate"
# Without naming them, certificates of other kinds of keys than the usual two are not listed.
EVERY_KEY = [
    "RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096",
    "EC_prime256v1", "EC_secp384r1", "EC_secp521r1",
]  # fmt: skip
BITS = re.compile(r"\d{3,}")


class AwsAcmCertificate(Resource, service="acm", lists="acm:ListCertificates"):
    """An AWS Certificate Manager certificate."""

    arn: str = key("Amazon Resource Name.")
    domain: str | None = prop("The first name that it is for.", indexed=True)
    alternative_domains: list[str] = prop("All names that it is for.", reads=DESCRIBE)
    type: str | None = prop("`AMAZON_ISSUED`, `IMPORTED` or `PRIVATE`.", reads=DESCRIBE)
    status: str | None = prop(
        "`ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, `REVOKED`, `FAILED`, ...", reads=DESCRIBE
    )
    failure_reason: str | None = prop(
        "Why it was not issued; null where that did not fail.", reads=DESCRIBE
    )
    key_algorithm: str | None = prop("`RSA_2048`, `EC_prime256v1`, ...", reads=DESCRIBE)
    key_bits: int | None = prop("Length of its key in bits.", reads=DESCRIBE)
    signature_algorithm: str | None = prop("`SHA256WITHRSA`, ...", reads=DESCRIBE)
    valid_from: datetime | None = prop("When it begins to hold.", reads=DESCRIBE)
    expires_at: datetime | None = prop(
        "When it ends; null where it was never issued.", reads=DESCRIBE
    )
    renewal: str | None = prop(
        "`ELIGIBLE`: AWS renews it before it ends; or `INELIGIBLE`.", reads=DESCRIBE
    )
    renewal_status: str | None = prop(
        "`SUCCESS`, `FAILED`, `PENDING_VALIDATION`, ...; null before the first.", reads=DESCRIBE
    )
    is_logged_publicly: bool | None = prop(
        "It stands in the public logs of certificates; null where that is not AWS's to say.",
        reads=DESCRIBE,
    )
    is_exportable: bool = prop("Its private key may be taken out of AWS.", reads=DESCRIBE)
    is_in_use: bool = prop("An AWS service shows it.", reads=DESCRIBE)
    used_by: list[Ref[Resource]] = edge("USED_BY", "What AWS says shows it.", reads=DESCRIBE)
    authority: Ref[Resource] | None = edge(
        "ISSUED_BY", "The private authority that issued it.", reads=DESCRIBE
    )
    created_at: datetime | None = prop("When it was asked for or imported.", reads=DESCRIBE)
    tags: dict[str, str] = tags(reads="acm:ListTagsForCertificate")


CERTIFICATE = {"CertificateArn": "CertificateArn"}
PARTS = (
    Part("Certificate", "describe_certificate", DESCRIBE, CERTIFICATE),
    Part("Tagging", "list_tags_for_certificate", "acm:ListTagsForCertificate", CERTIFICATE),
)


def fetch(aws: Aws) -> Records[AwsAcmCertificate]:
    """Yield the region's certificates, of whatever kind of key."""
    listed = aws.pages(
        "list_certificates", "CertificateSummaryList", Includes={"keyTypes": EVERY_KEY}
    )
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsAcmCertificate:  # noqa: ARG001 - every `read` takes both
    """Make the record of one certificate."""
    about = item.part("Certificate")
    return AwsAcmCertificate(
        arn=item["CertificateArn"],
        name=item.get("DomainName") or item["CertificateArn"].rpartition("/")[2],
        created_at=about.read(
            lambda a: dig(a, "Certificate.CreatedAt") or dig(a, "Certificate.ImportedAt")
        ),
        raw=item.raw,
        domain=item.get("DomainName") or None,
        alternative_domains=about.get("Certificate.SubjectAlternativeNames", default=[]),
        type=about.get("Certificate.Type"),
        status=about.get("Certificate.Status"),
        failure_reason=about.get("Certificate.FailureReason"),
        key_algorithm=about.read(_key_algorithm),
        key_bits=about.read(_key_bits),
        signature_algorithm=about.get("Certificate.SignatureAlgorithm"),
        valid_from=about.get("Certificate.NotBefore"),
        expires_at=about.get("Certificate.NotAfter"),
        renewal=about.get("Certificate.RenewalEligibility"),
        renewal_status=about.get("Certificate.RenewalSummary.RenewalStatus"),
        is_logged_publicly=about.read(_is_logged_publicly),
        is_exportable=about.read(lambda a: dig(a, "Certificate.Options.Export") == "ENABLED"),
        is_in_use=about.read(lambda a: bool(_users(a))),
        used_by=about.read(lambda a: [Ref(arn) for arn in _users(a)]),
        authority=about.read(_authority),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _key_algorithm(answer: Json) -> str | None:
    """Return the algorithm, which the API writes with a dash as well."""
    named: str | None = dig(answer, "Certificate.KeyAlgorithm")
    return named.replace("-", "_") if named else None


def _key_bits(answer: Json) -> int | None:
    found = BITS.search(_key_algorithm(answer) or "")
    return int(found[0]) if found else None


def _is_logged_publicly(answer: Json) -> bool | None:
    if dig(answer, "Certificate.Type") != "AMAZON_ISSUED":
        return None
    told = dig(answer, "Certificate.Options.CertificateTransparencyLoggingPreference")
    return None if told is None else bool(told == "ENABLED")


def _users(answer: Json) -> list[str]:
    return list(dict.fromkeys(dig(answer, "Certificate.InUseBy", [])))


def _authority(answer: Json) -> Ref[Resource] | None:
    arn = dig(answer, "Certificate.CertificateAuthorityArn")
    return Ref(arn) if arn else None
