"""What load balancers, listeners and target groups share: how their tags are asked for and read."""

from __future__ import annotations

from ingest.aws.tagged import tags_of
from ingest.items import Part, dig
from ingest.model import Json

TAGS = "elasticloadbalancing:DescribeTags"


def tagging(arn: str) -> Part:
    """Return the part that asks for the tags of an entry; `arn` is the path of its ARN."""
    return Part("Tagging", "describe_tags", TAGS, {"ResourceArns": lambda item: [dig(item, arn)]})


def tags_in(answer: Json) -> dict[str, str]:
    """Return the tags of an answer about one resource."""
    described = answer.get("TagDescriptions") or [{}]
    return tags_of(described[0].get("Tags"))


def attributes(answer: Json) -> dict[str, str]:
    """Return attributes by key; a type of load balancer has only those that make sense for it."""
    return {a["Key"]: a.get("Value") or "" for a in answer.get("Attributes") or []}
