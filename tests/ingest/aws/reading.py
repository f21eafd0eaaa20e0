"""Read a type from a stand-in for AWS and give its rows, as they would be written."""

from __future__ import annotations

import contextlib
import functools
import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import boto3
import orjson

from ingest.aws.calling import Account, Limits
from ingest.aws.client import Aws
from ingest.catalogue import discover
from ingest.identity import Scope
from ingest.items import Answer, Item
from ingest.model import Malformed
from ingest.rows import Row, row_maker

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCOUNT = "123456789012"
REGION = "eu-west-1"


@dataclass(frozen=True, kw_only=True)
class Read:
    """One row: properties, ends of edges by `TYPE>` or `TYPE<`, properties of edges, tags."""

    properties: dict[str, Any]
    edges: dict[str, list[str]]
    edge_properties: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    tags: dict[str, str]
    unread: list[str]


@functools.cache
def _session() -> boto3.Session:
    """Return one session: EC2's model takes half a second to load."""
    return boto3.Session(
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="test",  # noqa: S106 - any will do
        region_name=REGION,
    )


@contextlib.contextmanager
def account(endpoint_url: str) -> Iterator[Account]:
    made = Account(
        _session(),
        account=ACCOUNT,
        partition="aws",
        endpoint_url=endpoint_url,
        limits=Limits(attempts=1),
    )
    try:
        yield made
    finally:
        made.close()


def literal(label: str, body: dict[str, Any], **answers: dict[str, Any]) -> Read:
    """Return the row of a listing's entry as AWS gives it, and of the answers about it."""
    declaration = discover()[label]
    make = row_maker(declaration, _scope(label, REGION))
    item = Item(body=body, answers={name: Answer(body=said) for name, said in answers.items()})
    with account("http://127.0.0.1:9") as owner:
        aws = Aws(owner=owner, service=declaration.service, region=REGION)
        record = importlib.import_module(declaration.cls.__module__).read(aws, item)
        return _read(make(record))


def rows(endpoint_url: str, label: str, region: str = REGION) -> dict[str, Read]:
    """Return the rows of a type by uid; a malformed record is an error."""
    declaration = discover()[label]
    make = row_maker(declaration, _scope(label, region))
    with account(endpoint_url) as owner:
        found = {}
        aws = Aws(owner=owner, service=declaration.service, region=region)
        for record in declaration.fetch(aws):
            assert not isinstance(record, Malformed), record.error
            row = make(record)
            assert row.uid not in found
            found[row.uid] = _read(row)
        return found


def _scope(label: str, region: str) -> Scope:
    where = "global" if discover()[label].is_global else region
    return Scope(cloud="aws", partition="aws", account=ACCOUNT, region=where)


def _read(row: Row) -> Read:
    payload = orjson.loads(row.links)
    properties = orjson.loads(row.props)
    properties.pop("unread_why", None)
    ends = {
        f"{type_}{'<' if incoming else '>'}": targets for type_, incoming, targets in payload["e"]
    }
    return Read(
        properties=properties,
        edges={name: [uid for uid, _ in targets] for name, targets in ends.items()},
        edge_properties={
            (name, uid): props for name, targets in ends.items() for uid, props in targets if props
        },
        tags=payload["t"],
        unread=properties.pop("unread", []),
    )
