"""The schema as text: committed, complete, documented, and made of the declarations alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import GraphQLObjectType, is_introspection_type

from ingest.catalogue import Catalogue, discover
from schema.api import Api
from schema.naming import camel, plural
from schema.sdl import COMMITTED, sdl

LAMP = '''
"""A lamp."""
from __future__ import annotations
from ingest.model import Ref, Resource, edge, key, prop

class AwsLampPolicy(Resource, service="lamps", lists="lamps:List"):
    """A lamp of one's own."""

    arn: str = key("Its ARN.")
    is_lit: bool = prop("It is lit.")
    neighbours: list[Ref[AwsLampPolicy]] = edge("NEAR", "Lamps near it.")

def fetch(aws):
    yield from aws
'''


def test_the_committed_schema_is_that_of_the_declarations() -> None:
    assert sdl(discover()) == COMMITTED.read_text(encoding="utf-8"), (
        "the schema has changed: look at the difference, and write it with "
        "`python -m schema.sdl --write`"
    )


def test_a_type_of_ones_own_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "aws").mkdir()
    (tmp_path / "aws" / "lamp.py").write_text(LAMP, encoding="utf-8")
    schema = Api(discover((tmp_path,))).schema._schema
    lamp = schema.type_map["AwsLampPolicy"]
    assert isinstance(lamp, GraphQLObjectType)
    assert lamp.description == "A lamp of one's own."
    assert (str(lamp.fields["isLit"].type), lamp.fields["isLit"].description) == (
        "Boolean", "It is lit."
    )  # fmt: skip
    assert str(lamp.fields["neighbours"].type) == "[Resource!]!"
    assert schema.query_type is not None
    assert str(schema.query_type.fields["awsLampPolicies"].type) == "AwsLampPolicyConnection!"


def test_every_type_field_and_argument_is_documented() -> None:
    schema = Api(discover()).schema._schema
    bare = []
    for name, type_ in schema.type_map.items():
        if is_introspection_type(type_) or name in {"Int", "Float", "String", "Boolean"}:
            continue
        bare += [] if type_.description else [name]
        for field, said in getattr(type_, "fields", {}).items():
            bare += [] if said.description else [f"{name}.{field}"]
            arguments = getattr(said, "args", {}).items()
            bare += [f"{name}.{field}({a})" for a, s in arguments if not s.description]
    assert bare == []


def test_every_declared_field_is_there() -> None:
    catalogue = discover()
    schema = Api(catalogue).schema._schema
    missing = [
        f"{d.label}.{name}"
        for d in catalogue
        for name in (*(p.name for p in d.properties), *(r.name for r in d.relationships))
        if camel(name) not in schema.type_map[d.label].fields  # type: ignore[attr-defined]
    ]
    assert missing == []


def test_an_empty_catalogue_has_a_schema() -> None:
    assert "type UnseenResource implements Resource" in sdl(Catalogue([]))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("AwsIamPolicy", "AwsIamPolicies"), ("AwsKmsKey", "AwsKmsKeys"),
        ("AwsKmsAlias", "AwsKmsAliases"), ("AwsElasticAddress", "AwsElasticAddresses"),
        ("AwsVpc", "AwsVpcs"), ("AwsS3Bucket", "AwsS3Buckets"), ("AzureIndex", "AzureIndexes"),
    ],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
