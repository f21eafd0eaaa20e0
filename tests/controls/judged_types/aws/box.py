"""A regional type that controls of the tests are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.model import Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from tests.controls.judged_types.aws.lid import AwsLid


class AwsBox(Resource, service="boxes", lists="boxes:ListBoxes"):
    """A box of the tests."""

    arn: str = key("Amazon Resource Name.")
    is_open: bool | None = prop("It is open.", reads="boxes:GetState")
    owner: str | None = prop("Who owns it.", reads="boxes:GetOwner")
    kind: str | None = prop("What it is for.", reads="boxes:GetKind")
    lid: Ref[AwsLid] | None = edge("CLOSED_BY", "Its lid.", reads="boxes:GetLid")
    tags: dict[str, str] = tags(reads="boxes:ListTags")


def fetch(aws: Any) -> Iterator[AwsBox]:
    """Yield what the tests put into the stand-in."""
    yield from aws
