"""A regional type that boxes point at, and that points at rooms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.model import Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from tests.controls.judged_types.aws.room import AwsRoom


class AwsLid(Resource, service="boxes", lists="boxes:ListLids"):
    """A lid of the tests."""

    arn: str = key("Amazon Resource Name.")
    material: str | None = prop("What it is made of.", reads="boxes:GetMaterial")
    room: Ref[AwsRoom] | None = edge("KEPT_IN", "Where it is.", reads="boxes:GetRoom")


def fetch(aws: Any) -> Iterator[AwsLid]:
    """Yield what the tests put into the stand-in."""
    yield from aws
