"""The demo's SNS topics: encrypted or not, in clear text or not, one open to everybody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from server.demo.ground import HOME, REGIONS, statement, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_KEYS = {"shop-orders": "shop", "billing-events": "billing", "search-updates": None}


def build_topics(ground: Ground) -> None:
    """Make the topics of every region; the book gets `topic/REGION/NAME`."""
    for region in REGIONS:
        for name, key in _KEYS.items():
            _topic(ground, region, name, key)
    public = _topic(ground, HOME, "platform-alerts-legacy", None, owner=False)
    ground.client("sns").set_topic_attributes(
        TopicArn=public,
        AttributeName="Policy",
        AttributeValue=json.dumps(statement(["sns:Publish"], [public], Principal={"AWS": "*"})),
    )
    for name, scheme in (("shop-orders", "https"), ("search-updates", "http")):
        ground.client("sns").subscribe(
            TopicArn=ground.book[f"topic/{HOME}/{name}"],
            Protocol=scheme,
            Endpoint=f"{scheme}://hooks.shop.example.com/{name}",
        )
    ground.notable["public_topic"] = public
    ground.notable["unencrypted_topic"] = ground.book[f"topic/{HOME}/search-updates"]
    ground.notable["encrypted_topic"] = ground.book[f"topic/{HOME}/shop-orders"]


def _topic(ground: Ground, region: str, name: str, key: str | None, *, owner: bool = True) -> str:
    settings = {"KmsMasterKeyId": ground.book[f"key/{region}/{key}"]} if key else {}
    made = ground.client("sns", region).create_topic(
        Name=name, Attributes=settings, Tags=tags(name, owner=owner)
    )
    arn: str = made["TopicArn"]
    ground.book[f"topic/{region}/{name}"] = arn
    ground.made("sns:topic")
    return arn
