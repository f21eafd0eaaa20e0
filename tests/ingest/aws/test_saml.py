"""Which directory a SAML provider stands for: what its metadata says, whoever has written it."""

from __future__ import annotations

import pytest

from ingest.aws.iam_saml_provider import entity_of

TENANT = "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01"
ENTRA = f"https://sts.windows.net/{TENANT}/"


@pytest.mark.parametrize(
    ("document", "entity"),
    [
        (f'<?xml version="1.0"?><EntityDescriptor ID="_1" entityID="{ENTRA}" xmlns="m">', ENTRA),
        (f"<md:EntityDescriptor\n  xmlns:md='m'\n  entityID = '{ENTRA}'/>", ENTRA),
        ('<EntityDescriptor entityID="https://a/o/saml2?idpid=C0&amp;x=1">',
         "https://a/o/saml2?idpid=C0&x=1"),
        ('<a:All><EntityDescriptor entityID="urn:1"/><EntityDescriptor entityID="urn:2"/></a:All>',
         "urn:1"),
        ('<EntityDescriptor entityID="">', None),
        ("<EntityDescriptor>", None),
        ('<Other entityID="urn:one">', None),
        ('<EntityDescriptor notentityID="urn:one">', None),
        ("<EntityDescriptor " + "a" * 50_000, None),
        ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_its_entity(document: str | None, entity: str | None) -> None:
    assert entity_of({"SAMLMetadataDocument": document}) == entity
    assert entity_of({}) is None
