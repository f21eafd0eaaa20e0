"""S10: whatever a request says, the server calls the clouds of its operator and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
)

from server.api import create_app, running
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.estate import whole
from server.demo.gcp.assets import NUMBERS, PROJECT
from server.demo.gcp.estate import estate as projects
from server.demo.gcp.inventory import AssetInventory
from server.demo.moto_server import MotoServer
from server.exports.exporter import Exporter
from server.exports.routes import export_routes
from tests.outgoing import Watched, watched
from tests.schema.asking import calls, root_fields
from tests.server.changes.estate import Estate, asking, catalogue
from tests.server.running import QUIET

ADDRESS = re.compile(r"url|uri|endpoint|host|address|proxy|webhook|file|path|port$", re.IGNORECASE)
MEANT = {"profile"}  # has an address at most in the configuration of who runs the server
TEXTS = {"String", "JSON", "DateTime"}
PLAIN = {"Boolean": True, "DateTime": "2099-01-01T00:00:00Z"}
Place = tuple[str, ...]


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureCloud]:
    with AzureCloud(tmp_path_factory.mktemp("azure")).served() as cloud:
        cloud.estate = whole()
        yield cloud


@pytest.fixture(scope="module")
def inventory() -> Iterator[AssetInventory]:
    with AssetInventory() as service:
        service.fill(projects(), NUMBERS)
        yield service


@pytest.fixture
def called(
    estate: Estate, moto: MotoServer, azure: AzureCloud, inventory: AssetInventory
) -> Iterator[Watched]:
    """Watch what is called by a server whose operator has set up all three clouds."""
    env = azure.environment | inventory.environment() | {
        "AWS_ENDPOINT_URL": moto.endpoint_url, "AWS_ACCESS_KEY_ID": "AKIATEST",
        "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": str(QUIET), "AWS_SHARED_CREDENTIALS_FILE": str(QUIET),
    }  # fmt: skip
    ports = [
        urlsplit(at).port or 0
        for at in (moto.endpoint_url, azure.url, neo4j_of(estate), f"//{inventory.endpoint}")
    ]
    with pytest.MonkeyPatch.context() as patch, watched() as found:
        patch.delenv("AWS_PROFILE", raising=False)
        for name, value in env.items():
            patch.setenv(name, value)
        yield found
    assert found.answered == 0
    assert found.but(*ports) == set()


def neo4j_of(estate: Estate) -> str:
    host, port = estate.driver.get_server_info().address
    return f"//{host}:{port}"


def inputs(schema: GraphQLSchema) -> Iterator[tuple[str, Place]]:
    """Yield each change with each place in what it is given that takes a text."""
    assert schema.mutation_type is not None
    for name, field in schema.mutation_type.fields.items():
        for argument, declared in field.args.items():
            yield from ((name, (argument, *rest)) for rest in _places(declared.type))


def _places(type_: Any) -> Iterator[Place]:
    named = get_named_type(type_)
    if isinstance(named, GraphQLInputObjectType):
        for name, field in named.fields.items():
            yield from ((name, *rest) for rest in _places(field.type))
    elif named.name in TEXTS:
        yield ()


def value(type_: Any, place: Place, text: str) -> Any:
    """Return a value with a text at a place, and else what is needed only."""
    if isinstance(type_, GraphQLNonNull):
        return value(type_.of_type, place, text)
    if isinstance(type_, GraphQLList):
        return [value(type_.of_type, place, text)]
    if isinstance(type_, GraphQLInputObjectType):
        return {
            name: value(field.type, place[1:] if place[:1] == (name,) else ("none",), text)
            for name, field in type_.fields.items()
            if place[:1] == (name,) or isinstance(field.type, GraphQLNonNull)
        }
    if hasattr(type_, "values"):
        return next(iter(type_.values))
    return text if not place else PLAIN.get(type_.name, "x")


@pytest.mark.promise("S10")
def test_no_change_calls_an_address_that_it_is_given(estate: Estate, called: Watched) -> None:
    schema = estate.api.schema._schema
    assert schema.mutation_type is not None
    asked = 0
    for name, place in inputs(schema):
        arguments = schema.mutation_type.fields[name].args
        for address in called.addresses:
            given = {
                n: value(a.type, place[1:] if n == place[0] else ("none",), address)
                for n, a in arguments.items()
                if n == place[0] or isinstance(a.type, GraphQLNonNull)
            }
            result = estate.api.execute(asking(name, given), given, by_post=True)
            assert result.data or result.errors
            asked += 1
    assert asked > 40 * 20


@pytest.mark.promise("S10")
@pytest.mark.parametrize(
    ("cloud", "field"),
    [
        ({"aws": {"roleArn": None}}, "roleArn"), ({"aws": {"regions": None}}, "regions"),
        ({"azure": {"subscription": None}}, "subscription"),
        ({"azure": {"tenant": None}}, "tenant"),
        ({"azure": {"clientId": None}}, "clientId"), ({"gcp": {"project": None}}, "project"),
        ({"gcp": {"project": PROJECT, "impersonate": None}}, "impersonate"),
        ({"gcp": {"project": PROJECT, "quotaProject": None}}, "quotaProject"),
    ],
)  # fmt: skip
def test_what_a_connector_is_of_is_told_to_be_no_address(
    estate: Estate, called: Watched, cloud: dict[str, Any], field: str
) -> None:
    for address in (a for a in called.addresses if "/" in a):
        given = {
            name: {n: ([address] if n == "regions" else address) if v is None else v
                   for n, v in parts.items()}
            for name, parts in cloud.items()
        }  # fmt: skip
        said = estate.change("addConnector", input=given)
        assert (said["__typename"], said["field"]) == ("BadInput", field), said
        assert estate.records() == []


@pytest.mark.promise("S10")
def test_no_question_and_no_export_calls_an_address(estate: Estate, called: Watched) -> None:
    schema = estate.api.schema._schema
    texts = {"": [called.addresses[0], called.addresses[3]]}
    for name, field in root_fields(schema).items():
        for call in calls(schema, field, texts):
            below = " { __typename }" if hasattr(get_named_type(field.type), "fields") else ""
            result = estate.api.execute(f"{{ {name}{call}{below} }}")
            assert result.data or result.errors
    app = create_app(
        estate.driver, catalogue(), estate.shelf, database="neo4j",
        more=export_routes(Exporter.of(estate.deployment)),
    )  # fmt: skip
    with running(app, port=0) as url, httpx.Client(base_url=url, trust_env=False) as client:
        for address in called.addresses:
            for filter_ in ("connector", "control", "severity", "status", "url"):
                client.get("/export/findings.csv", params={filter_: address})
            client.get("/graphql", headers={"X-Forwarded-Host": address[:60], "Referer": address})
        called.begun -= {b for b in called.begun if b[1] == urlsplit(url).port}  # the test's own


@pytest.mark.promise("S10")
def test_an_endpoint_is_no_argument(estate: Estate, called: Watched) -> None:
    for field in ("endpointUrl", "endpoint_url", "credentialsFile", "url"):
        text = f'mutation {{ addConnector(input: {{aws: {{{field}: "{called.addresses[0]}"}}}}) '
        result = estate.api.execute(text + "{ __typename } }", by_post=True)
        (error, *_) = result.errors or []
        assert f"unknown field '{field}'" in error.message
    named = {
        part
        for _, place in inputs(estate.api.schema._schema)
        for part in place
        if ADDRESS.search(part)
    }
    assert named <= MEANT
