"""Measure what GraphQL itself costs: a page of 100 rows x 10 fields, from the same rows in memory.

Three apps answer the same page: ours whole, stock Strawberry with types of its own, and a bare
Starlette handler that makes the same objects and dumps them. Each is called as a server calls it,
in turn. What is measured is the processor's time of the whole process, all its threads included:
the requests a second that one core can answer, whatever else the machine does. Ends with 1 where
ours is below a fifth of the bare one's, or below ten times stock Strawberry's:
`python -m bench.executor`.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import sys
import time
from collections.abc import Mapping
from typing import Any

import neo4j
import orjson
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from ingest.catalogue import discover
from schema.reader import Reader
from schema.shelf import Shelf
from server import api as served

ROUNDS, WARM, MANY = 20, 3, 20  # rounds of so many requests each
LEAST_OF_BARE, LEAST_OF_STOCK = 0.2, 10.0
FIELDS = ("uid", "name", "cloud", "partition", "account", "region", "arn", "versioning",
          "defaultEncryption", "objectOwnership")  # fmt: skip
NAMES = (*FIELDS[:-2], "default_encryption", "object_ownership")
ROWS = [
    [f"arn:aws:s3:::bucket-{i}", f"bucket-{i}", "aws", "aws", "111111111111", "eu-west-1",
     f"arn:aws:s3:::bucket-{i}", "Enabled", "aws:kms", "BucketOwnerEnforced"]
    for i in range(100)
]  # fmt: skip
QUERY = f"query ($n: Int!) {{ awsS3Buckets(first: $n) {{ nodes {{ {' '.join(FIELDS)} }} }} }}"
STOCK = f"query ($n: Int!) {{ buckets(first: $n) {{ nodes {{ {' '.join(FIELDS)} }} }} }}"


class InMemory(Reader):
    """Gives the same rows to each statement."""

    def __init__(self) -> None:
        driver = neo4j.GraphDatabase.driver("bolt://127.0.0.1:1")  # never connected to
        super().__init__(driver)
        self.page: Any = [{"page": [[row[0], row] for row in ROWS]}]

    def run(self, text: str, given: Mapping[str, Any]) -> list[neo4j.Record]:  # noqa: ARG002
        found: list[neo4j.Record] = self.page
        return found


def ours() -> ASGIApp:
    reader = InMemory()
    parts = vars(served)  # the app makes its own reader; here it gets this one
    whole, parts["Reader"] = parts["Reader"], lambda *_: reader
    try:
        return served.create_app(reader.driver, discover(), Shelf())
    finally:
        parts["Reader"] = whole


@strawberry.type
class Bucket:
    uid: str
    name: str
    cloud: str
    partition: str
    account: str
    region: str
    arn: str
    versioning: str
    default_encryption: str
    object_ownership: str


@strawberry.type
class Buckets:
    nodes: list[Bucket]


@strawberry.type
class Query:
    @strawberry.field
    def buckets(self, first: int) -> Buckets:
        return Buckets(nodes=[Bucket(**dict(zip(NAMES, row, strict=True))) for row in ROWS[:first]])


def stock() -> ASGIApp:
    schema = strawberry.Schema(Query)

    async def answer(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        result = schema.execute_sync(asked["query"], variable_values=asked["variables"])
        assert not result.errors
        return Response(orjson.dumps({"data": result.data}), media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])])


def bare() -> ASGIApp:
    async def answer(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        nodes = [dict(zip(FIELDS, row, strict=True)) for row in ROWS[: asked["variables"]["n"]]]
        said = {"data": {"awsS3Buckets": {"nodes": nodes}}}
        return Response(orjson.dumps(said), media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])])


async def ask(app: ASGIApp, query: str) -> bytes:
    """Call an app as a server does, and return the body of its answer."""
    body = orjson.dumps({"query": query, "variables": {"n": 100}})
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "path": "/graphql", "raw_path": b"/graphql", "query_string": b"", "scheme": "http",
        "root_path": "", "client": ("127.0.0.1", 1), "server": ("localhost", 80),
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")],
    }  # fmt: skip
    said = bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        said.extend(message.get("body", b""))

    await app(scope, receive, send)
    return bytes(said)


async def measured() -> dict[str, float]:
    apps = {"ours": (ours(), QUERY), "stock": (stock(), STOCK), "bare": (bare(), QUERY)}
    nodes = [orjson.loads(await ask(app, query))["data"] for app, query in apps.values()]
    gc.collect()
    gc.freeze()  # as `server.serving` does
    first = [next(iter(said.values()))["nodes"] for said in nodes]
    assert first[0] == first[1] == first[2]
    assert len(first[0]) == len(ROWS)
    spent: dict[str, list[float]] = {name: [] for name in apps}
    for number in range(WARM + ROUNDS):
        for name, (app, query) in apps.items():
            began = time.process_time()
            for _ in range(MANY):
                await ask(app, query)
            if number >= WARM:
                spent[name].append((time.process_time() - began) / MANY)
    return {name: statistics.median(times) for name, times in spent.items()}


def main() -> int:
    spent = asyncio.run(measured())
    of_bare, of_stock = spent["bare"] / spent["ours"], spent["stock"] / spent["ours"]
    print(
        f"executor: ours {spent['ours'] * 1000:.2f} ms, stock {spent['stock'] * 1000:.2f} ms, bare "
        f"{spent['bare'] * 1000:.2f} ms; {of_bare:.2f} of bare (at least {LEAST_OF_BARE:g}), "
        f"{of_stock:.1f} times stock (at least {LEAST_OF_STOCK:g})"
    )
    return int(of_bare < LEAST_OF_BARE or of_stock < LEAST_OF_STOCK)


if __name__ == "__main__":
    sys.exit(main())
