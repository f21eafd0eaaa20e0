"""A type that exists only in tests: one of every kind of field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ingest.model import Document, Ref, Resource, edge, key, prop, tags


class AwsWidget(
    Resource, service="widgets", lists="widgets:ListWidgets", redact=["Secrets.*"], incarnation="id"
):
    """A thing of the tests."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Immutable id.", indexed=True)
    color: str | None = prop("Color.", reads="widgets:GetColor")
    size_gib: int | None = prop("Size in GiB.")
    weight: float | None = prop("Weight in kg.")
    is_round: bool | None = prop("It is round.")
    made_at: datetime | None = prop("When it was made.")
    labels: list[str] = prop("Labels on it.")
    policy: Document | None = prop("Its policy.")
    parent: Ref[AwsWidget] | None = edge(
        "PART_OF", "What it is part of.", reads="widgets:GetParent"
    )
    friends: list[Ref[AwsWidget]] = edge("KNOWS", "Others.", props={"since": "Year."})
    owner: Ref[AwsWidget] | None = edge("OWNS", "Who owns it.", direction="in")
    tags: dict[str, str] = tags(reads="widgets:ListTags")


def fetch(aws: Any) -> Iterator[AwsWidget]:
    """Yield what the tests put into the stand-in."""
    yield from aws
