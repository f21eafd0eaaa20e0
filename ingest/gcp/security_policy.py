"""Security policies of Cloud Armor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, entries, flag, number, text
from ingest.items import Item, dig
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

LAST = 2**31 - 1  # the rule for what no other is about


class GcpSecurityPolicy(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/SecurityPolicy", "compute.googleapis.com/RegionSecurityPolicy",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="policy_id",
):  # fmt: skip
    """A security policy: which requests to a load balancer are let through."""

    policy_id: str | None = prop("Number that no later policy of its name has.")
    kind: str | None = prop("`CLOUD_ARMOR`, `CLOUD_ARMOR_EDGE`, ...")
    rules: int = prop("How many rules it has, beside the one for the rest.")
    default_action: str | None = prop(
        "What happens to a request that no rule is about: `allow`, `deny(403)`; null if not said."
    )
    adapts: bool = prop("It looks for floods of requests that are unlike the usual ones.")


def fetch(gcp: Gcp) -> Records[GcpSecurityPolicy]:
    """Yield the project's security policies."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpSecurityPolicy:
    """Make the record of one policy."""
    said = data(item)
    rules = entries(said, "rules", "rule")
    adaptive = "adaptiveProtectionConfig.layer7DdosDefenseConfig.enable"
    return GcpSecurityPolicy(
        **common(gcp, item),
        policy_id=text(said.get("id")),
        kind=text(said.get("type")),
        rules=len([rule for rule in rules if not _is_last(rule)]),
        default_action=next((text(rule.get("action")) for rule in rules if _is_last(rule)), None),
        adapts=flag(dig(said, adaptive)) is True,
    )


def _is_last(rule: Json) -> bool:
    return number(rule.get("priority")) == LAST
