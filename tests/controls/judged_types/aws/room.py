"""A global type at the far end of a way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.model import Resource, key, prop


class AwsRoom(Resource, service="rooms", lists="rooms:ListRooms", is_global=True):
    """A room of the tests."""

    arn: str = key("Amazon Resource Name.")
    is_public: bool | None = prop("Anyone may enter.", reads="rooms:GetRoom")


def fetch(aws: Any) -> Iterator[AwsRoom]:
    """Yield what the tests put into the stand-in."""
    yield from aws
