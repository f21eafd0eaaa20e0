"""AWS Security Hub as it is set up in a region, and the standards it checks.

Left out: findings, which are events, and the accounts that an administrator's hub looks after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.administrator import administrator
from ingest.aws.times import of_text
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws

STANDARDS = "securityhub:GetEnabledStandards"
ADMINISTRATOR = "securityhub:GetAdministratorAccount"
NO_HUB = ("InvalidAccessException", "ResourceNotFoundException")  # it is not switched on


class AwsSecurityHub(Resource, service="securityhub", lists="securityhub:DescribeHub"):
    """AWS Security Hub in one region."""

    arn: str = key("Amazon Resource Name.")
    enables_new_controls: bool = prop("Controls that AWS adds to its standards are on at once.")
    finding_generator: str | None = prop(
        "`SECURITY_CONTROL` makes one finding a check, `STANDARD_CONTROL` one for each standard."
    )
    standards: list[str] = prop(
        "Standards it checks: `aws-foundational-security-best-practices/v/1.0.0`.", reads=STANDARDS
    )
    broken_standards: list[str] = prop(
        "Those of them that it could not switch on, or not whole.", reads=STANDARDS
    )
    administrator: Ref[AwsAccount] | None = edge(
        "MANAGED_BY", "Account that sets it up for this one.", reads=ADMINISTRATOR
    )
    tags: dict[str, str] = tags(reads="securityhub:ListTagsForResource")


PARTS = (
    Part("Standards", "get_enabled_standards", STANDARDS, {}, pages="StandardsSubscriptions"),
    Part("AdministratorAccount", "get_administrator_account", ADMINISTRATOR, {}),
    Part(
        "Tagging", "list_tags_for_resource", "securityhub:ListTagsForResource",
        {"ResourceArn": "HubArn"},
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsSecurityHub]:
    """Yield the region's hub, where it is switched on."""
    hub = aws.call("describe_hub", none=NO_HUB)
    return aws.records(read, [hub] if hub else [], PARTS)


def read(aws: Aws, item: Item) -> AwsSecurityHub:
    """Make the record of one hub."""
    standards = item.part("Standards")
    return AwsSecurityHub(
        arn=item["HubArn"],
        name=item["HubArn"].rsplit("/", 1)[-1],
        created_at=of_text(item.get("SubscribedAt")),
        raw=item.raw,
        enables_new_controls=bool(item.get("AutoEnableControls")),
        finding_generator=item.get("ControlFindingGenerator"),
        standards=standards.read(lambda s: _names(s["StandardsSubscriptions"])),
        broken_standards=standards.read(
            lambda s: _names([b for b in s["StandardsSubscriptions"] if _is_broken(b)])
        ),
        administrator=item.part("AdministratorAccount").read(lambda a: administrator(aws, a)),
        tags=item.part("Tagging").get("Tags", default={}),
    )


def _names(subscriptions: list[Json]) -> list[str]:
    """Return the names of standards: an ARN says `standards/` or `ruleset/` before it."""
    return sorted(s["StandardsArn"].split(":")[-1].partition("/")[2] for s in subscriptions)


def _is_broken(subscription: Json) -> bool:
    return subscription.get("StandardsStatus") in {"FAILED", "INCOMPLETE"}
